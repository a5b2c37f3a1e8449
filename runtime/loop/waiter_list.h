// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "loop/future.h"
#include "loop/ring.h"

namespace loopscope::loop {

/// Makes the futures on which tasks wait inside a synchronization primitive: each front end has its own kind of future.
class WaiterFactory {
 public:
  virtual ~WaiterFactory() = default;
  /// A pending future of the calling task's loop.
  virtual Ref<Future> make_waiter() = 0;
};

/// Futures in the order in which their tasks came.
class WaiterList {
 public:
  bool empty() const { return waiters_.empty(); }
  size_t size() const { return waiters_.size(); }
  Future& operator[](size_t i) const { return *waiters_[i]; }

  /// A new future from `factory`, at the end; null if the factory failed. `id` is the primitive's number, given now if 0.
  Ref<Future> enqueue(WaiterFactory& factory, AwaitKind kind, SyncKind sync, uint32_t& id);
  /// False if it is not here (any more).
  bool remove(const Future& waiter);
  bool all_cancelled() const;
  /// Wakes the first waiter that is not done and leaves it listed; false if there is none.
  bool wake_first_pending();
  /// Takes waiters off the front until one was not done; wakes that one. False if there was none.
  bool pop_and_wake() { return !waiters_.empty() && pop_and_wake_some(); }
  /// Wakes every waiter that is not done; `max` at most.
  size_t wake_pending(size_t max = SIZE_MAX);
  void clear() { waiters_.clear(); }

  template <class Visit>
  void visit_references(Visit&& visit) const {
    for (size_t i = 0; i < waiters_.size(); ++i) visit(static_cast<RefCounted&>(*waiters_[i]));
  }

 private:
  bool pop_and_wake_some();

  Ring<Ref<Future>> waiters_;
};

}  // namespace loopscope::loop
