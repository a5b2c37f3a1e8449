// SPDX-License-Identifier: MIT
#pragma once

#include "loop/waiter_list.h"

namespace loopscope::loop {

/// Core of a counting semaphore (asyncio.locks.Semaphore): first come, first served, no barging. Used like Lock. A unit is
/// handed to the waiter when it is woken, so `value` is already lower before its task runs.
class Semaphore {
 public:
  /// `value` >= 0.
  explicit Semaphore(int64_t value = 1) : value_(value) {}
  int64_t value() const { return value_; }
  void set_value(int64_t value) { value_ = value; }
  /// A newcomer would have to wait.
  bool locked() const { return value_ == 0 || !waiters_.all_cancelled(); }

  /// `loop` is the caller's if it has one (for the observer).
  bool try_acquire(EventLoop* loop = nullptr);
  Ref<Future> enqueue_waiter(WaiterFactory& factory);
  void acquired(Future& waiter);
  /// The await raised; a unit that was handed over already goes back if it was cancellation.
  void abandoned(Future& waiter, bool cancelled = true);
  void release();

  uint32_t id() const { return id_; }
  const WaiterList& waiters() const { return waiters_; }
  WaiterList& waiters() { return waiters_; }

 private:
  bool wake_next();
  void wake_while_free();
  void report_acquired(EventLoop* loop);
  WaiterList waiters_;
  EventLoop* loop_ = nullptr;
  int64_t value_;
  uint32_t id_ = 0;
};

}  // namespace loopscope::loop
