// SPDX-License-Identifier: MIT
#pragma once

#include "loop/handle.h"

namespace loopscope::loop {

/// Timers by (deadline, order set). A cancelled timer stays until it comes to the head, or until more than 100 timers are
/// held and more than half of them are cancelled; then all cancelled ones go at once (asyncio.base_events does the same).
class TimerHeap {
 public:
  TimerHeap() = default;
  TimerHeap(const TimerHeap&) = delete;
  TimerHeap& operator=(const TimerHeap&) = delete;
  ~TimerHeap();

  void push(Ref<TimerHandle> timer);
  /// Earliest timer, or null. After `drop_cancelled` it is a live one.
  TimerHandle* head() const { return size_ ? entries_[0].timer : nullptr; }
  Ref<TimerHandle> pop();
  /// Drops cancelled heads, or compacts.
  void drop_cancelled();
  /// Book-keeping by TimerHandle::cancel for a scheduled timer.
  void note_cancelled() { ++cancelled_; }
  void clear();

  size_t size() const { return size_; }
  size_t cancelled() const { return cancelled_; }
  /// In heap order, cancelled ones included.
  TimerHandle& at(size_t i) const { return *entries_[i].timer; }

 private:
  struct Entry {
    double when;
    uint64_t sequence;
    TimerHandle* timer;
  };
  static bool before(const Entry& a, const Entry& b) {
    return a.when < b.when || (a.when == b.when && a.sequence < b.sequence);
  }
  void sift_up(size_t i);
  void sift_down(size_t i);

  Entry* entries_ = nullptr;
  size_t size_ = 0;
  size_t capacity_ = 0;
  size_t cancelled_ = 0;
  uint64_t next_sequence_ = 0;
};

}  // namespace loopscope::loop
