// SPDX-License-Identifier: MIT
#include "loop/lock.h"

#include "loop/event_loop.h"

namespace loopscope::loop {

void Lock::take(EventLoop* loop) {
  locked_ = true;
  holder_ = 0;
  if (!loop) return;
  loop_ = loop;
  holder_ = loop->current_task_id();
  if (Observer* watching = loop->observer()) {
    if (id_ == 0) id_ = loop->environment().next_sync_id();
    watching->sync_acquired(SyncKind::kLock, id_, holder_, waiters_.size());
  }
}

bool Lock::try_acquire(EventLoop* loop) {
  if (locked_ || !waiters_.all_cancelled()) return false;
  take(loop);
  return true;
}

Ref<Future> Lock::enqueue_waiter(WaiterFactory& factory) {
  return waiters_.enqueue(factory, AwaitKind::kLock, SyncKind::kLock, id_);
}

void Lock::acquired(Future& waiter) {
  waiters_.remove(waiter);
  take(&waiter.loop());
}

void Lock::abandoned(Future& waiter, bool cancelled) {
  waiters_.remove(waiter);
  if (cancelled && !locked_) wake_first();
}

bool Lock::release() {
  if (!locked_) return false;
  locked_ = false;
  if (loop_ && loop_->observer()) {
    loop_->observer()->sync_released(SyncKind::kLock, id_, loop_->current_task_id(), waiters_.size());
  }
  holder_ = 0;
  wake_first();
  return true;
}

void Lock::wake_first() {
  if (!waiters_.empty() && !waiters_[0].done()) waiters_[0].wake();
}

}  // namespace loopscope::loop
