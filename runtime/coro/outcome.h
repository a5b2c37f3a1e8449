// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <new>
#include <type_traits>
#include <utility>

#include "coro/error.h"

LOOPSCOPE_CORO_BEGIN

enum class Status : unsigned char { kPending, kValue, kError, kCancelled };

/// The value of something that has none: lets `void` results live in tuples and outcomes.
struct Unit {
  bool operator==(const Unit&) const = default;
};

template <class T>
using Stored = std::conditional_t<std::is_void_v<T>, Unit, T>;

/// How an operation ended: with a value, an error, or cancelled. `T` may be void.
template <class T>
class Outcome {
 public:
  using Value = Stored<T>;
  static_assert(!std::is_reference_v<T>, "store a pointer instead");

  Outcome() {}
  Outcome(Value value) : status_(Status::kValue) { ::new (&value_) Value(std::move(value)); }
  Outcome(Error error) : status_(Status::kError), error_(std::move(error)) {}
  static Outcome make_cancelled() {
    Outcome outcome;
    outcome.status_ = Status::kCancelled;
    return outcome;
  }
  /// From a status that is not kValue.
  static Outcome make(Status status, Error error) {
    return status == Status::kCancelled ? make_cancelled() : Outcome(std::move(error));
  }
  Outcome(Outcome&& other) noexcept : status_(other.status_), error_(std::move(other.error_)) {
    if (ok()) ::new (&value_) Value(std::move(other.value_));
  }
  Outcome(const Outcome& other)
    requires std::is_copy_constructible_v<Value>
      : status_(other.status_), error_(other.error_) {
    if (ok()) ::new (&value_) Value(other.value_);
  }
  Outcome& operator=(Outcome&& other) noexcept {
    if (this != &other) {
      this->~Outcome();
      ::new (this) Outcome(std::move(other));
    }
    return *this;
  }
  ~Outcome() {
    if (ok()) value_.~Value();
  }

  Status status() const { return status_; }
  bool ok() const { return status_ == Status::kValue; }
  bool failed() const { return status_ == Status::kError; }
  bool cancelled() const { return status_ == Status::kCancelled; }
  explicit operator bool() const { return ok(); }

  /// Requires `ok()`.
  Value& value() & {
    assert(ok());
    return value_;
  }
  const Value& value() const& {
    assert(ok());
    return value_;
  }
  Value&& value() && {
    assert(ok());
    return std::move(value_);
  }
  const Error& error() const { return error_; }

 private:
  Status status_ = Status::kPending;
  union {
    Value value_;
  };
  Error error_;
};

LOOPSCOPE_CORO_END
