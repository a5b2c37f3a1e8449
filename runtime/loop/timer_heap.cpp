// SPDX-License-Identifier: MIT
#include "loop/timer_heap.h"

#include <cstdlib>

namespace loopscope::loop {

namespace {
constexpr size_t kCompactAbove = 100;
constexpr size_t kCancelledShare = 2;  // compact when cancelled > size / 2
}  // namespace

TimerHeap::~TimerHeap() {
  clear();
  std::free(entries_);
}

void TimerHeap::push(Ref<TimerHandle> timer) {
  if (size_ == capacity_) {
    capacity_ = capacity_ ? capacity_ * 2 : 16;
    entries_ = static_cast<Entry*>(std::realloc(entries_, capacity_ * sizeof(Entry)));
    if (!entries_) std::abort();
  }
  timer->sequence_ = ++next_sequence_;
  timer->scheduled_ = true;
  double when = timer->when();
  entries_[size_] = Entry{when, next_sequence_, timer.detach()};
  sift_up(size_++);
}

Ref<TimerHandle> TimerHeap::pop() {
  TimerHandle* timer = entries_[0].timer;
  timer->scheduled_ = false;
  if (timer->cancelled()) --cancelled_;
  if (--size_ > 0) {
    entries_[0] = entries_[size_];
    sift_down(0);
  }
  return Ref<TimerHandle>::adopt(timer);
}

void TimerHeap::drop_cancelled() {
  if (size_ > kCompactAbove && cancelled_ > size_ / kCancelledShare) {
    // Gather first, release last: a finalizer may set timers again.
    size_t dead = 0;
    Entry* dropped = static_cast<Entry*>(std::malloc(cancelled_ * sizeof(Entry)));
    if (!dropped) std::abort();
    size_t kept = 0;
    for (size_t i = 0; i < size_; ++i) {
      if (entries_[i].timer->cancelled()) {
        entries_[i].timer->scheduled_ = false;
        dropped[dead++] = entries_[i];
      } else {
        entries_[kept++] = entries_[i];
      }
    }
    size_ = kept;
    cancelled_ = 0;
    for (size_t i = size_ / 2; i-- > 0;) sift_down(i);
    for (size_t i = 0; i < dead; ++i) dropped[i].timer->release();
    std::free(dropped);
    return;
  }
  while (size_ && entries_[0].timer->cancelled()) (void)pop();
}

void TimerHeap::clear() {
  while (size_) {
    TimerHandle* timer = entries_[--size_].timer;
    timer->scheduled_ = false;
    if (timer->cancelled()) --cancelled_;
    timer->release();
  }
  cancelled_ = 0;
}

void TimerHeap::sift_up(size_t i) {
  Entry entry = entries_[i];
  while (i > 0) {
    size_t parent = (i - 1) / 2;
    if (!before(entry, entries_[parent])) break;
    entries_[i] = entries_[parent];
    i = parent;
  }
  entries_[i] = entry;
}

void TimerHeap::sift_down(size_t i) {
  Entry entry = entries_[i];
  for (;;) {
    size_t child = 2 * i + 1;
    if (child >= size_) break;
    if (child + 1 < size_ && before(entries_[child + 1], entries_[child])) ++child;
    if (!before(entries_[child], entry)) break;
    entries_[i] = entries_[child];
    i = child;
  }
  entries_[i] = entry;
}

}  // namespace loopscope::loop
