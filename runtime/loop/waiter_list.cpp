// SPDX-License-Identifier: MIT
#include "loop/waiter_list.h"

#include "loop/event_loop.h"

namespace loopscope::loop {

Ref<Future> WaiterList::enqueue(WaiterFactory& factory, AwaitKind kind, SyncKind sync, uint32_t& id) {
  Ref<Future> waiter = factory.make_waiter();
  if (!waiter) return waiter;
  if (id == 0) id = waiter->loop().environment().next_sync_id();
  waiter->set_role(kind, id);
  waiters_.push(waiter);
  if (Observer* watching = waiter->loop().observer()) watching->sync_waiting(sync, id, *waiter, waiters_.size());
  return waiter;
}

bool WaiterList::remove(const Future& waiter) {
  for (size_t i = 0; i < waiters_.size(); ++i) {
    if (waiters_[i].get() == &waiter) {
      Ref<Future> keep = i == 0 ? waiters_.pop() : waiters_.remove(i);
      return true;
    }
  }
  return false;
}

bool WaiterList::all_cancelled() const {
  for (size_t i = 0; i < waiters_.size(); ++i) {
    if (!waiters_[i]->cancelled()) return false;
  }
  return true;
}

bool WaiterList::wake_first_pending() {
  for (size_t i = 0; i < waiters_.size(); ++i) {
    if (!waiters_[i]->done()) {
      waiters_[i]->wake();
      return true;
    }
  }
  return false;
}

bool WaiterList::pop_and_wake_some() {
  while (!waiters_.empty()) {
    Ref<Future> waiter = waiters_.pop();
    if (!waiter->done()) {
      waiter->wake();
      return true;
    }
  }
  return false;
}

size_t WaiterList::wake_pending(size_t max) {
  size_t woken = 0;
  for (size_t i = 0; i < waiters_.size() && woken < max; ++i) {
    if (!waiters_[i]->done()) {
      waiters_[i]->wake();
      ++woken;
    }
  }
  return woken;
}

}  // namespace loopscope::loop
