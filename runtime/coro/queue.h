// SPDX-License-Identifier: MIT
#pragma once

#include "coro/task.h"
#include "coro/waiting.h"
#include "loop/queue.h"
#include "loop/ring.h"

LOOPSCOPE_CORO_BEGIN

namespace detail {

/// One wait at a queue: for an item, for room, or for all work to be done.
class QueueWait {
 public:
  enum class For : unsigned char { kItem, kRoom, kJoin };
  using Check = bool (*)(const void* queue);

  QueueWait(loop::Queue& core, For what, Check blocked, const void* queue)
      : core_(core), blocked_(blocked), queue_(queue), for_(what) {}
  QueueWait(QueueWait&& other) noexcept
      : core_(other.core_), blocked_(other.blocked_), queue_(other.queue_), for_(other.for_) {}
  ~QueueWait() {
    if (!waiter_) return;
    if (for_ == For::kItem) core_.getter_abandoned(*waiter_, blocked_(queue_));
    if (for_ == For::kRoom) core_.putter_abandoned(*waiter_, blocked_(queue_));
    if (for_ == For::kJoin) core_.join_finished(*waiter_);
  }
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> awaiting) {
    PromiseBase& leaf = awaiting.promise();
    runner_ = leaf.runner;
    MakeWaiter factory(runner_->loop());
    waiter_ = for_ == For::kItem   ? core_.enqueue_getter(factory)
              : for_ == For::kRoom ? core_.enqueue_putter(factory)
                                   : core_.enqueue_joiner(factory);
    runner_->park(leaf, *waiter_);
  }
  void await_resume() {
    runner_->check_raised();
    auto waiter = std::move(waiter_);
    if (for_ == For::kJoin) core_.join_finished(*waiter);
  }

 private:
  loop::Queue& core_;
  Runner* runner_ = nullptr;
  Check blocked_;
  const void* queue_;
  loop::Ref<loop::Future> waiter_;
  For for_;
};

}  // namespace detail

/// First in, first out, between tasks. `capacity` 0 is unbounded; else `put` waits while it is full. After `shut_down`,
/// `put` fails, and `get` fails once it is empty, with ErrorCode::kClosed.
template <class T>
class Queue {
 public:
  explicit Queue(size_t capacity = 0) : capacity_(capacity) {}

  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  bool full() const { return capacity_ != 0 && items_.size() >= capacity_; }

  Task<void> put(T item) {
    while (full() && !core_.is_shut_down()) co_await wait(detail::QueueWait::For::kRoom);
    if (core_.is_shut_down()) co_await fail("the queue is shut down", ErrorCode::kClosed);
    try_put(item);
  }
  Task<T> get() {
    while (empty() && !core_.is_shut_down()) co_await wait(detail::QueueWait::For::kItem);
    if (empty()) co_await fail("the queue is shut down", ErrorCode::kClosed);
    T item = items_.pop();
    core_.item_taken();
    co_return item;
  }
  /// Takes `item` unless the queue is full or shut down.
  bool try_put(T& item) {
    if (full() || core_.is_shut_down()) return false;
    items_.push(std::move(item));
    core_.item_put();
    return true;
  }
  /// False if it is empty.
  bool try_get(T& item) {
    if (empty()) return false;
    item = items_.pop();
    core_.item_taken();
    return true;
  }
  /// An item that was got is dealt with. False if there is none left to report.
  bool task_done() { return core_.task_done(); }
  /// Waits until every item that was put is done.
  Task<void> join() {
    if (core_.unfinished() > 0) co_await wait(detail::QueueWait::For::kJoin);
  }
  void shut_down(bool immediate = false) {
    size_t discarded = immediate ? items_.size() : 0;
    if (immediate) items_.clear();
    core_.shut_down(immediate, discarded);
  }

 private:
  detail::QueueWait wait(detail::QueueWait::For what) {
    bool for_item = what == detail::QueueWait::For::kItem;
    return detail::QueueWait(core_, what, for_item ? is_empty : is_full, this);
  }
  static bool is_empty(const void* queue) { return static_cast<const Queue*>(queue)->empty(); }
  static bool is_full(const void* queue) { return static_cast<const Queue*>(queue)->full(); }

  loop::Queue core_;
  loop::Ring<T> items_;
  size_t capacity_;
};

LOOPSCOPE_CORO_END
