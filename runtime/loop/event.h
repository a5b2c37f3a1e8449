// SPDX-License-Identifier: MIT
#pragma once

#include "loop/waiter_list.h"

namespace loopscope::loop {

/// Core of a flag that tasks wait for (asyncio.locks.Event):
///
///     if (event.is_set()) return;
///     Ref<Future> waiter = event.enqueue_waiter(factory);
///     await waiter, then in any case event.finished(*waiter)
///
/// A woken waiter has its event even if `clear` comes before it runs.
class Event {
 public:
  bool is_set() const { return set_; }
  void set();
  void clear() { set_ = false; }
  Ref<Future> enqueue_waiter(WaiterFactory& factory);
  void finished(Future& waiter) { waiters_.remove(waiter); }

  uint32_t id() const { return id_; }
  const WaiterList& waiters() const { return waiters_; }
  WaiterList& waiters() { return waiters_; }

 private:
  WaiterList waiters_;
  uint32_t id_ = 0;
  bool set_ = false;
};

}  // namespace loopscope::loop
