// SPDX-License-Identifier: MIT
#include "python/vm/scheduler.h"

#include <algorithm>
#include <limits>

#include "python/vm/vm.h"

namespace loopscope::python {

Scheduler scheduler;

namespace {
constexpr double kForever = std::numeric_limits<double>::infinity();
constexpr double kMostChecks = 1e9;
}  // namespace

void Scheduler::begin_turn() {
  if (!turn_) set_interval(interval_);
  turn_left_ = turn_;
}

void Scheduler::set_interval(double seconds) {
  interval_ = seconds;
  turn_ = static_cast<int32_t>(std::clamp(seconds / kSecondsPerCheck, 1.0, kMostChecks));
}

void Scheduler::add(Thread* thread) {
  if (line_.empty()) begin_turn();
  line_.push_back(thread);
}

void Scheduler::put_to_sleep(Thread* thread) {
  thread->sleep_number = ++count_;
  if (thread->wake_at < kForever) sleepers_.insert({thread->wake_at, thread->sleep_number, thread});
}

void Scheduler::wake(Thread* thread) {
  if (thread->state != ThreadState::blocked) return;
  thread->state = ThreadState::ready;
  sleepers_.erase({thread->wake_at, thread->sleep_number, thread});
  add(thread);
}

void Scheduler::leave_line(Thread* thread) {
  auto at = std::find(line_.begin(), line_.end(), thread);
  if (at == line_.end()) return;
  bool first = at == line_.begin();
  line_.erase(at);
  if (first) begin_turn();
}

void Scheduler::remove(Thread* thread) {
  leave_line(thread);
  sleepers_.erase({thread->wake_at, thread->sleep_number, thread});
}

Thread* Scheduler::pick(double now) {
  while (!sleepers_.empty() && sleepers_.begin()->when <= now) wake(sleepers_.begin()->thread);
  for (size_t i = 0; i < line_.size(); i++) {
    Thread* thread = line_[i];
    if (thread->held) continue;
    if (i > 0) {
      std::rotate(line_.begin(), line_.begin() + static_cast<ptrdiff_t>(i), line_.begin() + static_cast<ptrdiff_t>(i) + 1);
      begin_turn();
    }
    return thread;
  }
  return nullptr;
}

int32_t Scheduler::turn() const {
  return line_.size() > 1 || !sleepers_.empty() ? turn_left_ : std::numeric_limits<int32_t>::max();
}

bool Scheduler::has_run(Thread* thread, int32_t checks) {
  switch (thread->state) {
    case ThreadState::ready:
      turn_left_ -= checks;
      if (turn_left_ > 0) return false;
      begin_turn();
      if (line_.size() < 2 || line_.front() != thread) return false;
      line_.pop_front();
      line_.push_back(thread);
      return true;
    case ThreadState::blocked:
      leave_line(thread);
      put_to_sleep(thread);
      return true;
    case ThreadState::finished: remove(thread); return true;
  }
  return false;
}

double Scheduler::wake_time() const { return line_.empty() ? next_sleeper() : 0; }

double Scheduler::next_sleeper() const { return sleepers_.empty() ? kForever : sleepers_.begin()->when; }

}  // namespace loopscope::python
