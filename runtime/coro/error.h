// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>
#include <cstring>
#include <utility>

#include "coro/config.h"
#if LOOPSCOPE_CORO_EXCEPTIONS
#include <exception>
#endif

LOOPSCOPE_CORO_BEGIN

enum class ErrorCode : int {
  kNone = 0,
  kFailed,    ///< `fail("...")`, or a C++ exception
  kTimeout,   ///< a `timeout` ran out
  kClosed,    ///< the queue or channel is shut down
  kDeadlock,  ///< nothing could ever go on
};

/// Why something failed: a code, a message, and with exceptions the exception itself.
class Error {
 public:
  Error() = default;
  explicit Error(const char* message, ErrorCode code = ErrorCode::kFailed) : code_(code) { set_message(message); }
  Error(const Error& other) : code_(other.code_) {
    set_message(other.message_);
#if LOOPSCOPE_CORO_EXCEPTIONS
    exception_ = other.exception_;
#endif
  }
  Error(Error&& other) noexcept { swap(other); }
  Error& operator=(Error other) noexcept {
    swap(other);
    return *this;
  }
  ~Error() { std::free(message_); }

  ErrorCode code() const { return code_; }
  const char* message() const { return message_ ? message_ : ""; }
  explicit operator bool() const { return code_ != ErrorCode::kNone; }

#if LOOPSCOPE_CORO_EXCEPTIONS
  explicit Error(std::exception_ptr exception) : code_(ErrorCode::kFailed), exception_(std::move(exception)) {
    try {
      std::rethrow_exception(exception_);
    } catch (const Error& error) {
      *this = error;
    } catch (const std::exception& standard) {
      set_message(standard.what());
    } catch (...) {
      set_message("exception");
    }
  }
  [[noreturn]] void raise() const {
    if (exception_) std::rethrow_exception(exception_);
    throw *this;
  }
#endif

 private:
  void set_message(const char* message) {
    if (!message) return;
    size_t bytes = std::strlen(message) + 1;
    message_ = static_cast<char*>(std::malloc(bytes));
    if (message_) std::memcpy(message_, message, bytes);
  }
  void swap(Error& other) noexcept {
    std::swap(code_, other.code_);
    std::swap(message_, other.message_);
#if LOOPSCOPE_CORO_EXCEPTIONS
    std::swap(exception_, other.exception_);
#endif
  }

  ErrorCode code_ = ErrorCode::kNone;
  char* message_ = nullptr;
#if LOOPSCOPE_CORO_EXCEPTIONS
  std::exception_ptr exception_;
#endif
};

#if LOOPSCOPE_CORO_EXCEPTIONS
/// Thrown at `co_await` when the task is cancelled. Not a std::exception, so that `catch (std::exception&)` lets it pass.
struct Cancelled {};
#endif

LOOPSCOPE_CORO_END
