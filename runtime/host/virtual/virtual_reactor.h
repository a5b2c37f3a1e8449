// SPDX-License-Identifier: MIT
#pragma once

#include "loop/event_loop.h"
#include "loop/reactor.h"
#include "loop/timer_heap.h"

namespace loopscope::host {

/// Waits by moving the virtual clock to the deadline. Outside work can be simulated: `complete_at` posts a handle when
/// program time reaches a moment. With nothing to wait for, `wait` fails, which the loop reports as a deadlock.
class VirtualReactor final : public loop::Reactor {
 public:
  bool wait(loop::EventLoop& loop, double deadline) override;
  void poll(loop::EventLoop& loop) override;
  bool has_pending() const override { return arrivals_.size() > 0; }

  /// `completion` joins its loop's ready queue in the first iteration at or after program time `when` (seconds).
  void complete_at(double when, loop::Ref<loop::Handle> completion);
  /// Forgets simulated work that has not arrived.
  void clear() { arrivals_.clear(); }

 private:
  loop::TimerHeap arrivals_;
};

}  // namespace loopscope::host
