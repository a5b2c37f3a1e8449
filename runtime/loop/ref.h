// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace loopscope::loop {

/// Shared ownership as the loop sees it. The loop keeps handles, futures and tasks alive only through these two calls,
/// so a front end decides where the count lives: a C++ object counts for itself (`Counted`), a Python object that
/// embeds a loop object forwards to its own reference count.
class RefCounted {
 public:
  RefCounted() = default;
  RefCounted(const RefCounted&) = delete;
  RefCounted& operator=(const RefCounted&) = delete;
  virtual ~RefCounted() = default;

  virtual void retain() = 0;
  /// May destroy the object and run arbitrary front-end finalizers; callers first bring their own state in order.
  virtual void release() = 0;

  /// The garbage-collected object behind this one, or null. A cycle collector walks the references which the loop's
  /// objects hold (their `visit_references`) and asks each target for the object it knows.
  virtual void* collectable() { return nullptr; }
};

/// Intrusive owning pointer to a RefCounted. Never null-checks on access; test with `if (ref)`.
template <class T>
class Ref {
 public:
  Ref() = default;
  Ref(std::nullptr_t) {}
  explicit Ref(T* object) : object_(object) {
    if (object_) object_->retain();
  }
  Ref(const Ref& other) : Ref(other.object_) {}
  Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  template <class U>
    requires(std::is_convertible_v<U*, T*>)
  Ref(Ref<U> other) noexcept : object_(other.detach()) {}
  Ref& operator=(Ref other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~Ref() {
    if (object_) object_->release();
  }

  /// Takes over a count the caller already holds (as returned by `detach`, or a newborn object's first count).
  static Ref adopt(T* object) {
    Ref ref;
    ref.object_ = object;
    return ref;
  }
  /// Gives the count to the caller.
  [[nodiscard]] T* detach() { return std::exchange(object_, nullptr); }

  T* get() const { return object_; }
  T* operator->() const { return object_; }
  T& operator*() const { return *object_; }
  explicit operator bool() const { return object_ != nullptr; }
  bool operator==(const Ref& other) const { return object_ == other.object_; }
  bool operator==(const T* other) const { return object_ == other; }

 private:
  T* object_ = nullptr;
};

/// Gives `Base` (Handle, Future, ...) a count of its own and deletes it when that reaches zero. Newborn objects hold one
/// count: wrap them with `Ref<T>::adopt(new T(...))` or `make_ref<T>(...)`.
template <class Base>
class Counted : public Base {
 public:
  using Base::Base;
  void retain() final { ++count_; }
  void release() final {
    if (--count_ == 0) delete this;
  }
  uint32_t use_count() const { return count_; }

 private:
  uint32_t count_ = 1;
};

template <class T, class... Args>
Ref<T> make_ref(Args&&... args) {
  return Ref<T>::adopt(new T(std::forward<Args>(args)...));
}

}  // namespace loopscope::loop
