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
  /// Takes the lock if it is free and nobody waits (cancelled waiters do not count).
  bool try_acquire();
  Ref<Future> enqueue_waiter(WaiterFactory& factory);
  /// The waiter was woken: its task holds the lock now.
  void acquired(Future& waiter);
  /// The await raised. If it was cancellation, a wake-up that went to this waiter goes to the next one.
  void abandoned(Future& waiter, bool cancelled = true);
  /// False if the lock is not held (the front end reports that).
  bool release();

  /// Number in the inspector; given on first contention.
  uint32_t id() const { return id_; }
  const WaiterList& waiters() const { return waiters_; }
  WaiterList& waiters() { return waiters_; }

 private:
  void wake_first();
  WaiterList waiters_;
  EventLoop* loop_ = nullptr;
  uint32_t id_ = 0;
  bool locked_ = false;
};

}  // namespace loopscope::loop
