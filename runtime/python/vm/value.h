// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

namespace loopscope::python {

struct Object;
struct Type;

/// One Python value in one machine word, *borrowed*: it owns nothing and is freely copied.
/// Low bit 1: a small int kept in the word itself. All zero: "no value", which from a function that
/// returns one means that an exception is set (or, where its comment says so, "exhausted"/"absent").
/// Otherwise: a pointer to an Object.
class Value {
 public:
  constexpr Value() = default;
  constexpr Value(std::nullptr_t) {}
  Value(const Object* object) : bits_(reinterpret_cast<uintptr_t>(object)) {}

  static constexpr Value from_bits(uintptr_t bits) {
    Value v;
    v.bits_ = bits;
    return v;
  }
  /// `n` must satisfy fits_small.
  static constexpr Value small(intptr_t n) { return from_bits((static_cast<uintptr_t>(n) << 1) | 1); }

  constexpr uintptr_t bits() const { return bits_; }
  constexpr explicit operator bool() const { return bits_ != 0; }
  constexpr bool is_small() const { return bits_ & 1; }
  constexpr bool is_object() const { return bits_ != 0 && !(bits_ & 1); }
  constexpr intptr_t small_value() const { return static_cast<intptr_t>(bits_) >> 1; }
  Object* object() const { return reinterpret_cast<Object*>(bits_); }
  /// Unchecked downcast; the caller knows the type.
  template <class T>
  T* as() const {
    return static_cast<T*>(object());
  }
  /// Identity (`is`).
  constexpr friend bool operator==(Value a, Value b) { return a.bits_ == b.bits_; }

 private:
  uintptr_t bits_ = 0;
};

constexpr int kSmallBits = sizeof(intptr_t) * 8 - 1;
constexpr intptr_t kSmallMax = static_cast<intptr_t>((static_cast<uintptr_t>(1) << (kSmallBits - 1)) - 1);
constexpr intptr_t kSmallMin = -kSmallMax - 1;
constexpr bool fits_small(int64_t n) { return n >= kSmallMin && n <= kSmallMax; }

/// What every heap value begins with. Never `delete`d: the count reaching zero calls type->dealloc.
struct Object {
  uint32_t refcount;
  Type* type;
};

/// Statics start here, so that balanced counting never frees them.
constexpr uint32_t kImmortalRefcount = 1u << 30;

void destroy(Object* object);  // count reached zero

/// decref and xdecref out of line: for owners, whose destructors are everywhere.
void drop_reference(Object* object);
void drop(Value v);

inline void incref(Object* object) { ++object->refcount; }
inline void decref(Object* object) {
  if (--object->refcount == 0) destroy(object);
}
/// `v` must not be null.
inline void incref(Value v) {
  if (!v.is_small()) ++v.object()->refcount;
}
inline void decref(Value v) {
  if (!v.is_small()) decref(v.object());
}
inline void xincref(Value v) {
  if (v.is_object()) ++v.object()->refcount;
}
inline void xdecref(Value v) {
  if (v.is_object()) decref(v.object());
}

#if defined(__clang__)
#define LOOPSCOPE_TRIVIAL_ABI [[clang::trivial_abi]]
#define LOOPSCOPE_INLINE [[gnu::always_inline]]  // clang -Oz would call these
#else
#define LOOPSCOPE_TRIVIAL_ABI
#define LOOPSCOPE_INLINE
#endif

/// What destructors of owners do: a bare call where code is to be small, no call for null where it is to be fast. Owners'
/// own functions are always inlined: one that is called with their address would keep them in memory, not in a local.
LOOPSCOPE_INLINE inline void drop_owned(Value v) {
#ifdef __OPTIMIZE_SIZE__
  drop(v);
#else
  if (v.is_object()) drop_reference(v.object());
#endif
}

/// Owns one reference (or nothing). What functions return; null means an exception is set.
class LOOPSCOPE_TRIVIAL_ABI Ref {
 public:
  constexpr Ref() = default;
  constexpr Ref(std::nullptr_t) {}
  /// Takes a new reference to a borrowed value (null stays null).
  LOOPSCOPE_INLINE static Ref share(Value v) {
    xincref(v);
    return steal(v);
  }
  /// Takes over a reference that the caller owns.
  LOOPSCOPE_INLINE static Ref steal(Value v) {
    Ref r;
    r.value_ = v;
    return r;
  }
  LOOPSCOPE_INLINE static Ref small(intptr_t n) { return steal(Value::small(n)); }

  LOOPSCOPE_INLINE Ref(Ref&& other) noexcept : value_(other.value_) { other.value_ = {}; }
  LOOPSCOPE_INLINE Ref(const Ref& other) : value_(other.value_) { xincref(value_); }
  LOOPSCOPE_INLINE Ref& operator=(Ref other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  LOOPSCOPE_INLINE ~Ref() { drop_owned(value_); }

  Value get() const { return value_; }
  operator Value() const { return value_; }
  explicit operator bool() const { return static_cast<bool>(value_); }
  /// Gives the reference away.
  LOOPSCOPE_INLINE Value release() {
    Value v = value_;
    value_ = {};
    return v;
  }
  LOOPSCOPE_INLINE void reset() { *this = Ref(); }
  template <class T>
  T* as() const {
    return value_.as<T>();
  }
  bool is_small() const { return value_.is_small(); }

 private:
  Value value_;
};

/// Owns one reference to an object of a known C++ type.
template <class T>
class LOOPSCOPE_TRIVIAL_ABI Own {
 public:
  constexpr Own() = default;
  constexpr Own(std::nullptr_t) {}
  LOOPSCOPE_INLINE static Own share(T* p) {
    xincref(Value(static_cast<Object*>(p)));
    return steal(p);
  }
  LOOPSCOPE_INLINE static Own steal(T* p) {
    Own o;
    o.ptr_ = p;
    return o;
  }
  LOOPSCOPE_INLINE Own(Own&& other) noexcept : ptr_(other.ptr_) { other.ptr_ = nullptr; }
  LOOPSCOPE_INLINE Own(const Own& other) : ptr_(other.ptr_) {
    xincref(Value(static_cast<Object*>(ptr_)));
  }
  LOOPSCOPE_INLINE Own& operator=(Own other) noexcept {
    std::swap(ptr_, other.ptr_);
    return *this;
  }
  LOOPSCOPE_INLINE ~Own() { drop_owned(Value(static_cast<Object*>(ptr_))); }
  T* get() const { return ptr_; }
  T* operator->() const { return ptr_; }
  T& operator*() const { return *ptr_; }
  explicit operator bool() const { return ptr_ != nullptr; }
  operator Value() const { return Value(ptr_); }
  LOOPSCOPE_INLINE operator Ref() && { return Ref::steal(Value(release())); }
  LOOPSCOPE_INLINE operator Ref() const& { return Ref::share(Value(ptr_)); }
  LOOPSCOPE_INLINE T* release() {
    T* p = ptr_;
    ptr_ = nullptr;
    return p;
  }
  LOOPSCOPE_INLINE void reset() { *this = Own(); }

 private:
  T* ptr_ = nullptr;
};

/// Sets a member that owns a reference: takes `v` (borrowed; may be null), drops the old one last.
inline void assign(Value& member, Value v) {
  xincref(v);
  Value old = member;
  member = v;
  xdecref(old);
}
inline void clear(Value& member) { assign(member, Value()); }

}  // namespace loopscope::python
