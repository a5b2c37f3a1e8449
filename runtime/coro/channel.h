// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "coro/queue.h"

LOOPSCOPE_CORO_BEGIN

/// A queue with an end, for pipelines: the sender closes it, the receiver's loop then ends by itself.
///
///     while (auto item = co_await channel.receive()) use(*item);
template <class T>
class Channel {
 public:
  /// Senders wait while `capacity` (at least 1) items are held.
  explicit Channel(size_t capacity = 1) : capacity_(capacity ? capacity : 1) {}

  /// False if the channel is closed; the item is then lost.
  Task<bool> send(T item) {
    while (!closed() && items_.size() >= capacity_) {
      co_await detail::QueueWait(core_, detail::QueueWait::For::kRoom, is_full, this);
    }
    if (closed()) co_return false;
    items_.push(std::move(item));
    core_.item_put();
    co_return true;
  }
  /// Nothing once the channel is closed and empty.
  Task<std::optional<T>> receive() {
    while (!closed() && items_.empty()) {
      co_await detail::QueueWait(core_, detail::QueueWait::For::kItem, is_empty, this);
    }
    if (items_.empty()) co_return std::nullopt;
    std::optional<T> item(items_.pop());
    core_.item_taken();
    co_return item;
  }
  /// What was sent can still be received. Closing twice has no effect.
  void close() { core_.shut_down(false, 0); }
  bool closed() const { return core_.is_shut_down(); }
  size_t size() const { return items_.size(); }

 private:
  static bool is_empty(const void* channel) { return static_cast<const Channel*>(channel)->items_.empty(); }
  static bool is_full(const void* channel) {
    auto self = static_cast<const Channel*>(channel);
    return self->items_.size() >= self->capacity_;
  }

  loop::Queue core_;
  loop::Ring<T> items_;
  size_t capacity_;
};

LOOPSCOPE_CORO_END
