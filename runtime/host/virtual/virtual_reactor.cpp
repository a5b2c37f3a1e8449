// SPDX-License-Identifier: MIT
#include "host/virtual/virtual_reactor.h"

#include <limits>

namespace loopscope::host {

namespace {

/// Carries a completion through the heap; it never runs itself.
class Arrival final : public loop::Counted<loop::TimerHandle> {
 public:
  Arrival(double when, loop::Ref<loop::Handle> completion)
      : Counted(completion->loop(), when), completion_(std::move(completion)) {}
  void run() override {}
  loop::Ref<loop::Handle> take() { return std::move(completion_); }

 private:
  loop::Ref<loop::Handle> completion_;
};

}  // namespace

void VirtualReactor::complete_at(double when, loop::Ref<loop::Handle> completion) {
  arrivals_.push(loop::make_ref<Arrival>(when, std::move(completion)));
}

bool VirtualReactor::wait(loop::EventLoop& loop, double deadline) {
  double until = deadline;
  if (loop::TimerHandle* head = arrivals_.head(); head && head->when() < until) until = head->when();
  if (until == std::numeric_limits<double>::infinity()) return false;
  loop.clock().advance_to(until);
  poll(loop);
  return true;
}

void VirtualReactor::poll(loop::EventLoop& loop) {
  if (arrivals_.size() == 0) return;
  double end = loop.clock().peek() + loop::Clock::kResolution;
  while (loop::TimerHandle* head = arrivals_.head()) {
    if (head->when() >= end) break;
    loop::Ref<loop::TimerHandle> arrival = arrivals_.pop();
    loop::Ref<loop::Handle> completion = static_cast<Arrival&>(*arrival).take();
    loop::EventLoop& target = completion->loop();
    target.post_completion(std::move(completion));
  }
}

}  // namespace loopscope::host
