// SPDX-License-Identifier: MIT
#include "loop/handle.h"

#include "loop/event_loop.h"

namespace loopscope::loop {

Handle::Handle(EventLoop& loop, HandleKind kind) : loop_(&loop), id_(loop.environment().next_handle_id()), kind_(kind) {}

void Handle::cancel() {
  if (cancelled_) return;
  cancelled_ = true;
  if (is_timer_ && scheduled_) {
    loop_->note_timer_cancelled(static_cast<TimerHandle&>(*this));
  } else if (queued_) {
    if (Observer* watching = loop_->observer()) watching->handle_cancelled(*this);
  }
  on_cancel();
}

TimerHandle::TimerHandle(EventLoop& loop, double when)
    : Handle(loop, HandleKind::kTimer), when_(when), owner_(loop.current_task_id()) {
  is_timer_ = true;
}

}  // namespace loopscope::loop
