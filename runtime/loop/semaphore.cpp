// SPDX-License-Identifier: MIT
#include "loop/semaphore.h"

#include "loop/event_loop.h"

namespace loopscope::loop {

void Semaphore::report_acquired(EventLoop* loop) {
  if (!loop) return;
  loop_ = loop;
  if (Observer* watching = loop->observer()) {
    if (id_ == 0) id_ = loop->environment().next_sync_id();
    watching->sync_acquired(SyncKind::kSemaphore, id_, loop->current_task_id(), waiters_.size());
  }
}

bool Semaphore::try_acquire(EventLoop* loop) {
  if (locked()) return false;
  --value_;
  report_acquired(loop);
  return true;
}

Ref<Future> Semaphore::enqueue_waiter(WaiterFactory& factory) {
  return waiters_.enqueue(factory, AwaitKind::kSemaphore, SyncKind::kSemaphore, id_);
}

void Semaphore::acquired(Future& waiter) {
  waiters_.remove(waiter);
  report_acquired(&waiter.loop());
  wake_while_free();
}

void Semaphore::abandoned(Future& waiter, bool cancelled) {
  waiters_.remove(waiter);
  if (cancelled && waiter.done() && !waiter.cancelled()) ++value_;
  wake_while_free();
}

void Semaphore::release() {
  ++value_;
  if (loop_ && loop_->observer()) {
    loop_->observer()->sync_released(SyncKind::kSemaphore, id_, loop_->current_task_id(), waiters_.size());
  }
  wake_next();
}

bool Semaphore::wake_next() {
  for (size_t i = 0; i < waiters_.size(); ++i) {
    if (waiters_[i].done()) continue;
    --value_;
    waiters_[i].wake();
    return true;
  }
  return false;
}

void Semaphore::wake_while_free() {
  while (value_ > 0 && wake_next()) {
  }
}

}  // namespace loopscope::loop
