// SPDX-License-Identifier: MIT
#include "loop/queue.h"

namespace loopscope::loop {

Ref<Future> Queue::enqueue_getter(WaiterFactory& factory) {
  return getters_.enqueue(factory, AwaitKind::kQueueGet, SyncKind::kQueue, id_);
}

Ref<Future> Queue::enqueue_putter(WaiterFactory& factory) {
  return putters_.enqueue(factory, AwaitKind::kQueuePut, SyncKind::kQueue, id_);
}

Ref<Future> Queue::enqueue_joiner(WaiterFactory& factory) {
  return finished_.waiters().enqueue(factory, AwaitKind::kQueueJoin, SyncKind::kQueue, id_);
}

void Queue::getter_abandoned(Future& getter, bool empty) {
  getter.cancel();
  getters_.remove(getter);
  if (!empty && !getter.cancelled()) getters_.pop_and_wake();
}

void Queue::putter_abandoned(Future& putter, bool full) {
  putter.cancel();
  putters_.remove(putter);
  if (!full && !putter.cancelled()) putters_.pop_and_wake();
}

void Queue::shut_down(bool immediate, size_t discarded) {
  shut_down_ = true;
  if (immediate) {
    unfinished_ -= discarded < unfinished_ ? discarded : unfinished_;
    if (unfinished_ == 0) finished_.set();
  }
  while (getters_.pop_and_wake()) {
  }
  while (putters_.pop_and_wake()) {
  }
}

void Queue::clear_references() {
  getters_.clear();
  putters_.clear();
  finished_.waiters().clear();
}

}  // namespace loopscope::loop
