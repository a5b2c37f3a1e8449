// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "coro/task.h"

LOOPSCOPE_CORO_BEGIN

/// A coroutine that yields values and may await between them. It runs in the task that asks for the next value.
///
///     AsyncGenerator<int> ticks() { for (int i = 0;; ++i) { co_await sleep(1); co_yield i; } }
///     auto source = ticks();
///     while (auto tick = co_await source.next()) use(*tick);
///
/// After it has failed or was cancelled it is at its end. Destroying it unwinds it where it is suspended.
template <class T>
class [[nodiscard]] AsyncGenerator {
 public:
  struct promise_type : detail::TaskPromiseBase<void> {
    std::optional<T> yielded;

    AsyncGenerator get_return_object() {
      auto coroutine = std::coroutine_handle<promise_type>::from_promise(*this);
      this->self = coroutine;
      return AsyncGenerator(coroutine);
    }
    /// Hands the value over and goes back to who asked.
    PromiseBase::FinalAwaiter yield_value(T value) {
      yielded.emplace(std::move(value));
      return {};
    }
    void return_void() { this->outcome = Outcome<void>(Unit{}); }
  };

  AsyncGenerator(AsyncGenerator&& other) noexcept : coroutine_(std::exchange(other.coroutine_, {})) {}
  AsyncGenerator& operator=(AsyncGenerator&& other) noexcept {
    std::swap(coroutine_, other.coroutine_);
    return *this;
  }
  ~AsyncGenerator() { close(); }

  /// At its end: `next` gives nothing any more.
  bool done() const { return !coroutine_; }
  void close() {
    if (auto coroutine = std::exchange(coroutine_, {})) coroutine.destroy();
  }

  class Next {
   public:
    explicit Next(AsyncGenerator& generator) : generator_(generator) {}
    Next(Next&& other) noexcept : generator_(other.generator_) {}
    /// Destroyed before the value came: the generator failed or was cancelled.
    ~Next() {
      if (asking_) generator_.close();
    }
    bool await_ready() const noexcept { return generator_.done(); }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> awaiting) noexcept {
      PromiseBase& parent = awaiting.promise();
      promise_type& child = generator_.coroutine_.promise();
      child.parent = &parent;
      child.runner = parent.runner;
      asking_ = true;
      parent.runner->resume_next(generator_.coroutine_);
    }
    /// The value, or nothing at the end.
    std::optional<T> await_resume() {
      if (generator_.done()) return std::nullopt;
      promise_type& promise = generator_.coroutine_.promise();
      if (!generator_.coroutine_.done()) {
        asking_ = false;
        std::optional<T> value(std::move(promise.yielded));
        promise.yielded.reset();
        return value;
      }
      asking_ = false;
      Outcome<void> outcome = std::move(promise.outcome);
      generator_.close();
      detail::take_value<void>(outcome);
      return std::nullopt;
    }

   private:
    AsyncGenerator& generator_;
    bool asking_ = false;
  };
  [[nodiscard]] Next next() { return Next(*this); }

 private:
  explicit AsyncGenerator(std::coroutine_handle<promise_type> coroutine) : coroutine_(coroutine) {}
  std::coroutine_handle<promise_type> coroutine_;
};

LOOPSCOPE_CORO_END
