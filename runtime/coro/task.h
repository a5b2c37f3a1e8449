// SPDX-License-Identifier: MIT
#pragma once

#include "coro/runner.h"

LOOPSCOPE_CORO_BEGIN

template <class T = void>
class Task;

namespace detail {

template <class T>
struct TaskPromiseBase : PromiseBase {
  Outcome<T> outcome;

  void unhandled_exception() noexcept {
#if LOOPSCOPE_CORO_EXCEPTIONS
    try {
      throw;
    } catch (const Cancelled&) {
      outcome = Outcome<T>::make_cancelled();
    } catch (...) {
      outcome = Outcome<T>(Error(std::current_exception()));
    }
#else
    std::abort();
#endif
  }
};

template <class T>
struct TaskPromise : TaskPromiseBase<T> {
  Task<T> get_return_object();
  template <class U>
  void return_value(U&& value) {
    this->outcome = Outcome<T>(T(std::forward<U>(value)));
  }
};

template <>
struct TaskPromise<void> : TaskPromiseBase<void> {
  Task<void> get_return_object();
  void return_void() { this->outcome = Outcome<void>(Unit{}); }
};

/// The value of an outcome; with exceptions, throws if there is none.
template <class T>
T take_value(Outcome<T>& outcome) {
#if LOOPSCOPE_CORO_EXCEPTIONS
  if (outcome.cancelled()) throw Cancelled{};
  if (outcome.failed()) outcome.error().raise();
#endif
  if constexpr (!std::is_void_v<T>) return std::move(outcome).value();
}

}  // namespace detail

/// A coroutine that has not started: awaiting it runs it in the awaiting task (no loop iteration passes by itself),
/// `spawn` makes a task of the loop of it. Owns the coroutine; awaited or spawned once.
///
///     Task<int> answer() { co_await sleep(1); co_return 42; }
template <class T>
class [[nodiscard]] Task {
 public:
  using promise_type = detail::TaskPromise<T>;
  using Result = T;

  Task() = default;
  explicit Task(std::coroutine_handle<promise_type> coroutine) : coroutine_(coroutine) {}
  Task(Task&& other) noexcept : coroutine_(std::exchange(other.coroutine_, {})) {}
  Task& operator=(Task&& other) noexcept {
    std::swap(coroutine_, other.coroutine_);
    return *this;
  }
  ~Task() { reset(); }

  /// Destroys the coroutine wherever it is suspended.
  void reset() {
    if (auto coroutine = std::exchange(coroutine_, {})) coroutine.destroy();
  }
  explicit operator bool() const { return static_cast<bool>(coroutine_); }
  promise_type& promise() const { return coroutine_.promise(); }

  class Awaiter {
   public:
    explicit Awaiter(std::coroutine_handle<promise_type> child) : child_(child) {}
    bool await_ready() const noexcept { return false; }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> awaiting) const noexcept {
      PromiseBase& parent = awaiting.promise();
      PromiseBase& child = child_.promise();
      child.parent = &parent;
      child.runner = parent.runner;
      parent.runner->resume_next(child_);
    }
    T await_resume() const { return detail::take_value<T>(child_.promise().outcome); }

   private:
    std::coroutine_handle<promise_type> child_;
  };
  Awaiter operator co_await() const noexcept { return Awaiter(coroutine_); }

 private:
  std::coroutine_handle<promise_type> coroutine_;
};

namespace detail {

template <class T>
Task<T> TaskPromise<T>::get_return_object() {
  auto coroutine = std::coroutine_handle<TaskPromise>::from_promise(*this);
  this->self = coroutine;
  return Task<T>(coroutine);
}

inline Task<void> TaskPromise<void>::get_return_object() {
  auto coroutine = std::coroutine_handle<TaskPromise>::from_promise(*this);
  this->self = coroutine;
  return Task<void>(coroutine);
}

template <class T>
class OutcomeAwaiter final : Catcher {
 public:
  explicit OutcomeAwaiter(Task<T> task) : task_(std::move(task)) {}
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> awaiting) noexcept {
    task_.operator co_await().await_suspend(awaiting);
    task_.promise().catcher = this;
  }
  Outcome<T> await_resume() { return task_ ? std::move(task_.promise().outcome) : std::move(outcome_); }

 private:
  void caught(Status status, Error error) override {
    task_.reset();
    outcome_ = Outcome<T>::make(status, std::move(error));
  }
  Task<T> task_;
  Outcome<T> outcome_;
};

template <class Awaitable>
struct AwaitResult {
  using Type = decltype(std::declval<Awaitable>().await_resume());
};
template <class Awaitable>
  requires requires(Awaitable&& awaitable) { std::forward<Awaitable>(awaitable).operator co_await(); }
struct AwaitResult<Awaitable> {
  using Type = decltype(std::declval<Awaitable>().operator co_await().await_resume());
};

template <class Awaitable>
Task<typename AwaitResult<Awaitable>::Type> as_task(Awaitable awaitable) {
  co_return co_await std::move(awaitable);
}

class RaiseAwaiter {
 public:
  RaiseAwaiter(Status status, Error error) : status_(status), error_(std::move(error)) {}
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> awaiting) {
    runner_ = awaiting.promise().runner;
    runner_->raise_at(awaiting.promise(), status_, std::move(error_));
  }
  void await_resume() { runner_->check_raised(); }

 private:
  Status status_;
  Error error_;
  Runner* runner_ = nullptr;
};

}  // namespace detail

/// `Outcome<T> o = co_await outcome(task)`: comes back whether the task returned, failed or was cancelled. This is the
/// `try` of programs without exceptions.
template <class T>
detail::OutcomeAwaiter<T> outcome(Task<T> task) {
  return detail::OutcomeAwaiter<T>(std::move(task));
}
template <class Awaitable>
auto outcome(Awaitable awaitable) {
  return outcome(detail::as_task(std::move(awaitable)));
}

/// `co_await fail("no such file")`: this coroutine fails; never comes back.
inline detail::RaiseAwaiter fail(const char* message, ErrorCode code = ErrorCode::kFailed) {
  return {Status::kError, Error(message, code)};
}
inline detail::RaiseAwaiter fail(Error error) { return {Status::kError, std::move(error)}; }

/// `co_await raise(outcome)`: ends this coroutine as `outcome` ended, which is not with a value.
template <class T>
detail::RaiseAwaiter raise(const Outcome<T>& outcome) {
  return {outcome.status(), outcome.error()};
}

LOOPSCOPE_CORO_END
