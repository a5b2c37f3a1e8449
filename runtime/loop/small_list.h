// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <utility>

namespace loopscope::loop {

/// Growing array whose first element lives inside: nearly every future has one callback.
template <class T>
class SmallList {
 public:
  SmallList() = default;
  SmallList(const SmallList&) = delete;
  SmallList& operator=(const SmallList&) = delete;
  SmallList(SmallList&& other) noexcept { steal(other); }
  ~SmallList() { clear(); }

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T& operator[](size_t i) { return data()[i]; }
  const T& operator[](size_t i) const { return const_cast<SmallList*>(this)->data()[i]; }

  void push(T value) {
    if (size_ == capacity_) [[unlikely]]
      grow();
    ::new (data() + size_) T(std::move(value));
    ++size_;
  }
  T remove(size_t i) {
    T* items = data();
    T value(std::move(items[i]));
    for (size_t j = i + 1; j < size_; ++j) items[j - 1] = std::move(items[j]);
    items[--size_].~T();
    return value;
  }
  void clear() {
    while (size_) data()[--size_].~T();
    if (capacity_ > 1) {
      std::free(heap_);
      capacity_ = 1;
    }
  }

 private:
  T* data() { return capacity_ > 1 ? heap_ : reinterpret_cast<T*>(inline_); }
  void steal(SmallList& other) {
    if (other.capacity_ > 1) {
      heap_ = other.heap_;
      capacity_ = std::exchange(other.capacity_, 1);
      size_ = std::exchange(other.size_, 0);
    } else if (other.size_) {
      push(std::move(other[0]));
      other.clear();
    }
  }
  void grow() {
    uint32_t capacity = capacity_ > 1 ? capacity_ * 2 : 4;
    T* items = static_cast<T*>(std::malloc(capacity * sizeof(T)));
    if (!items) std::abort();
    T* old = data();
    for (size_t i = 0; i < size_; ++i) {
      ::new (items + i) T(std::move(old[i]));
      old[i].~T();
    }
    if (capacity_ > 1) std::free(heap_);
    heap_ = items;
    capacity_ = capacity;
  }

  union {
    alignas(T) unsigned char inline_[sizeof(T)];
    T* heap_;
  };
  uint32_t size_ = 0;
  uint32_t capacity_ = 1;
};

}  // namespace loopscope::loop
