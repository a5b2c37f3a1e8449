// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <utility>

namespace loopscope::loop {

/// First-in first-out queue in one growing power-of-two buffer: push and pop cost a store, a load and a mask.
/// `T` must be cheaply movable. Elements may be inspected and removed from the middle (linear).
template <class T>
class Ring {
 public:
  Ring() = default;
  Ring(const Ring&) = delete;
  Ring& operator=(const Ring&) = delete;
  ~Ring() {
    clear();
    std::free(slots_);
  }

  size_t size() const { return tail_ - head_; }
  bool empty() const { return tail_ == head_; }
  /// `i` counts from the oldest element.
  T& operator[](size_t i) { return slots_[(head_ + i) & mask_]; }
  const T& operator[](size_t i) const { return slots_[(head_ + i) & mask_]; }
  T& front() { return slots_[head_ & mask_]; }

  void push(T value) {
    if (size() == capacity_) [[unlikely]]
      grow();
    ::new (&slots_[tail_ & mask_]) T(std::move(value));
    ++tail_;
  }

  T pop() {
    T& slot = slots_[head_ & mask_];
    T value(std::move(slot));
    slot.~T();
    ++head_;
    return value;
  }

  /// Removes element `i`, keeping the order of the others. Returns it, so that its destructor runs outside.
  T remove(size_t i) {
    T value(std::move((*this)[i]));
    for (size_t j = i + 1; j < size(); ++j) (*this)[j - 1] = std::move((*this)[j]);
    --tail_;
    slots_[tail_ & mask_].~T();
    return value;
  }

  /// Drops everything; safe when an element's destructor pushes again (the new element stays).
  void clear() {
    for (size_t n = size(); n > 0; --n) (void)pop();
  }

  void swap(Ring& other) {
    std::swap(slots_, other.slots_);
    std::swap(head_, other.head_);
    std::swap(tail_, other.tail_);
    std::swap(mask_, other.mask_);
    std::swap(capacity_, other.capacity_);
  }

 private:
  void grow() {
    size_t capacity = capacity_ ? capacity_ * 2 : 8;
    T* slots = static_cast<T*>(std::malloc(capacity * sizeof(T)));
    if (!slots) std::abort();
    size_t count = size();
    for (size_t i = 0; i < count; ++i) {
      T& old = (*this)[i];
      ::new (&slots[i]) T(std::move(old));
      old.~T();
    }
    std::free(slots_);
    slots_ = slots;
    head_ = 0;
    tail_ = count;
    capacity_ = capacity;
    mask_ = capacity - 1;
  }

  T* slots_ = nullptr;
  size_t head_ = 0;
  size_t tail_ = 0;
  size_t mask_ = 0;
  size_t capacity_ = 0;
};

}  // namespace loopscope::loop
