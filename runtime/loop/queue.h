// SPDX-License-Identifier: MIT
#pragma once

#include "loop/event.h"
#include "loop/waiter_list.h"

namespace loopscope::loop {

/// Core of a queue (asyncio.queues.Queue): who waits to put, to get, and for all work to be done. The items, their number
/// and their order (FIFO, LIFO, priority) belong to the front end. How it gets (putting mirrors it):
///
///     while (empty) {
///       if (queue.is_shut_down()) raise
///       Ref<Future> getter = queue.enqueue_getter(factory);
///       await getter;  raised: queue.getter_abandoned(*getter, empty), raise on
///     }
///     take the item;  queue.item_taken();
///
/// A newcomer's `get` may take the item for which another task was woken; that one waits again, at the end.
class Queue {
 public:
  Queue() { finished_.set(); }

  Ref<Future> enqueue_getter(WaiterFactory& factory);
  Ref<Future> enqueue_putter(WaiterFactory& factory);
  /// The await raised. `empty`, `full`: the queue's state now; if the wake-up cannot be used the next one gets it.
  void getter_abandoned(Future& getter, bool empty);
  void putter_abandoned(Future& putter, bool full);

  /// An item was put: counts as unfinished and wakes a getter.
  void item_put() {
    ++unfinished_;
    finished_.clear();
    getters_.pop_and_wake();
  }
  /// An item was taken: wakes a putter.
  void item_taken() { putters_.pop_and_wake(); }
  /// False if there is no unfinished item (the front end reports that).
  bool task_done() {
    if (unfinished_ == 0) return false;
    if (--unfinished_ == 0) finished_.set();
    return true;
  }
  size_t unfinished() const { return unfinished_; }
  /// `join` awaits this while `unfinished() > 0`, then in any case calls `join_finished`.
  Ref<Future> enqueue_joiner(WaiterFactory& factory);
  void join_finished(Future& joiner) { finished_.finished(joiner); }

  bool is_shut_down() const { return shut_down_; }
  /// From now on it is shut down; waiters do not know it before `shut_down`.
  void close() { shut_down_ = true; }
  /// Wakes all waiters, who then see it. `discarded`: items the front end threw away (shutdown(immediate=True)).
  void shut_down(bool immediate, size_t discarded);

  uint32_t id() const { return id_; }
  const WaiterList& getters() const { return getters_; }
  const WaiterList& putters() const { return putters_; }
  const WaiterList& joiners() const { return finished_.waiters(); }

  template <class Visit>
  void visit_references(Visit&& visit) {
    getters_.visit_references(visit);
    putters_.visit_references(visit);
    finished_.waiters().visit_references(visit);
  }
  void clear_references();

 private:
  WaiterList getters_;
  WaiterList putters_;
  Event finished_;
  size_t unfinished_ = 0;
  uint32_t id_ = 0;
  bool shut_down_ = false;
};

}  // namespace loopscope::loop
