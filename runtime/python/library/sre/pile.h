// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <type_traits>
#include <utility>

#include "python/vm/memory.h"

namespace loopscope::python::sre {

/// A stack of plain records in the program's memory: a match that needs too much of it is a MemoryError.
template <class T>
class Pile {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Pile() = default;
  Pile(Pile&& other) noexcept
      : items_(std::exchange(other.items_, nullptr)),
        size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, 0)) {}
  ~Pile() {
    if (items_) buffer_free(items_);
  }

  uint32_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T& operator[](uint32_t i) { return items_[i]; }
  T& top() { return items_[size_ - 1]; }
  /// False: MemoryError is set.
  bool push(const T& item) {
    if (size_ == capacity_ && !grow()) return false;
    items_[size_++] = item;
    return true;
  }
  void pop() { size_--; }
  void shrink(uint32_t size) { size_ = size; }

 private:
  [[gnu::noinline]] bool grow() {
    uint32_t capacity = capacity_ ? capacity_ * 2 : 16;
    void* items = buffer_resize(items_, capacity * sizeof(T));
    if (!items) return false;
    items_ = static_cast<T*>(items);
    capacity_ = capacity;
    return true;
  }

  T* items_ = nullptr;
  uint32_t size_ = 0, capacity_ = 0;
};

}  // namespace loopscope::python::sre
