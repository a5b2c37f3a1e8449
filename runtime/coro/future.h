// SPDX-License-Identifier: MIT
#pragma once

#include "coro/runner.h"

LOOPSCOPE_CORO_BEGIN

/// A value that somebody else will set. Copies share it; any number of tasks may await it, each gets a copy of the value.
/// Cancelling a task that awaits it cancels the future, as in asyncio.
template <class T = void>
class Future {
 public:
  explicit Future(loop::EventLoop& loop) : state_(loop::make_ref<State>(loop)) {}

  bool done() const { return state_->done(); }
  /// These return false if it is done already.
  bool set_value(Stored<T> value = Stored<T>()) { return state_->settle_with(Outcome<T>(std::move(value))); }
  bool set_error(Error error) { return state_->settle_with(Outcome<T>(std::move(error))); }
  bool cancel() { return state_->cancel(); }
  /// Requires `done()`.
  const Outcome<T>& outcome() const { return state_->outcome; }

 private:
  struct State final : loop::Counted<loop::Future> {
    using loop::Counted<loop::Future>::Counted;
    bool settle_with(Outcome<T> result) {
      if (this->done()) return false;
      outcome = std::move(result);
      this->settle(loop::Future::State::kFinished);
      return true;
    }
    bool cancel(void* message = nullptr) override {
      if (this->done()) return false;
      outcome = Outcome<T>::make_cancelled();
      return loop::Future::cancel(message);
    }
    Outcome<T> outcome;
  };

 public:
  class Awaiter final : public Suspension {
   public:
    explicit Awaiter(loop::Ref<State> state) : state_(std::move(state)) {}
    bool await_ready() const noexcept { return false; }
    template <class Promise>
    bool await_suspend(std::coroutine_handle<Promise> awaiting) {
      PromiseBase& leaf = awaiting.promise();
      runner_ = leaf.runner;
      if (!state_->done()) {
        runner_->park(leaf, *state_, this);
        return true;
      }
      if (state_->outcome.ok()) return false;
      runner_->raise_at(leaf, state_->outcome.status(), state_->outcome.error());
      return true;
    }
    T await_resume() {
      runner_->check_raised();
      if constexpr (!std::is_void_v<T>) return state_->outcome.value();
    }
    const Error* error() const override { return state_->outcome.failed() ? &state_->outcome.error() : nullptr; }

   private:
    loop::Ref<State> state_;
    Runner* runner_ = nullptr;
  };
  Awaiter operator co_await() const { return Awaiter(state_); }

 private:
  loop::Ref<State> state_;
};

LOOPSCOPE_CORO_END
