// SPDX-License-Identifier: MIT
#pragma once

#include "loop/waiter_list.h"

namespace loopscope::loop {

/// Core of a condition variable (asyncio.locks.Condition); the lock beside it belongs to the front end, which releases it
/// before the await and takes it again, uncancellably, after it:
///
///     Ref<Future> waiter = condition.enqueue_waiter(factory);  lock.release();
///     await waiter, then in any case condition.finished(*waiter), acquire the lock; if anything raised, notify(1)
class Condition {
 public:
  Ref<Future> enqueue_waiter(WaiterFactory& factory);
  void finished(Future& waiter) { waiters_.remove(waiter); }
  /// Wakes up to `count` waiters; they still have to get the lock. Returns how many it woke.
  size_t notify(size_t count) { return waiters_.wake_pending(count); }

  uint32_t id() const { return id_; }
  const WaiterList& waiters() const { return waiters_; }
  WaiterList& waiters() { return waiters_; }

 private:
  WaiterList waiters_;
  uint32_t id_ = 0;
};

}  // namespace loopscope::loop
