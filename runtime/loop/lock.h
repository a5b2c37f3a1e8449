// SPDX-License-Identifier: MIT
#pragma once

#include "loop/waiter_list.h"

namespace loopscope::loop {

/// Core of a mutual exclusion lock (asyncio.locks.Lock): first come, first served, no barging. How a front end acquires:
///
///     if (lock.try_acquire()) return;
///     Ref<Future> waiter = lock.enqueue_waiter(factory);
///     await waiter;  ok: lock.acquired(*waiter);  raised: lock.abandoned(*waiter, was_cancelled), raise on
class Lock {
 public:
  bool locked() const { return locked_; }
  /// Takes the lock if it is free and nobody waits (cancelled waiters do not count). `loop` is the caller's if it has one:
  /// its current task is recorded as the holder.
  bool try_acquire(EventLoop* loop = nullptr);
  Ref<Future> enqueue_waiter(WaiterFactory& factory);
  /// The waiter was woken: its task holds the lock now.
  void acquired(Future& waiter);
  /// The await raised. If it was cancellation, a wake-up that went to this waiter goes to the next one.
  void abandoned(Future& waiter, bool cancelled = true);
  /// False if the lock is not held (the front end reports that).
  bool release();

  /// Number in the inspector; given when first used on a loop. Id of the task that holds the lock, as far as known.
  uint32_t id() const { return id_; }
  uint32_t holder() const { return holder_; }
  const WaiterList& waiters() const { return waiters_; }
  WaiterList& waiters() { return waiters_; }

 private:
  void wake_first();
  void take(EventLoop* loop);
  WaiterList waiters_;
  EventLoop* loop_ = nullptr;
  uint32_t id_ = 0;
  uint32_t holder_ = 0;
  bool locked_ = false;
};

}  // namespace loopscope::loop
