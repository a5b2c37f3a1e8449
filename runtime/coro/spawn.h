// SPDX-License-Identifier: MIT
#pragma once

#include "coro/task.h"

LOOPSCOPE_CORO_BEGIN

/// A spawned coroutine's task, with its outcome once done.
template <class T>
class RunnerOf final : public loop::Counted<Runner> {
 public:
  RunnerOf(loop::EventLoop& loop, coro::Task<T> root) : Counted(loop), root_coroutine_(std::move(root)) {
    set_root(root_coroutine_.promise());
  }
  ~RunnerOf() override {
    if (!outcome_.failed() || retrieved_) return;
    if (loop::Observer* watching = loop().observer()) watching->warning_raised("Task exception was never retrieved", id());
  }

  /// Requires `done()`.
  Outcome<T>& outcome() {
    retrieved_ = true;
    return outcome_;
  }
  const Error* failure() const override { return outcome_.failed() ? &outcome_.error() : nullptr; }
  /// Its failure counts as noticed.
  void mark_retrieved() { retrieved_ = true; }

 private:
  Status take_outcome() override {
    if (cancel_pending()) {
      outcome_ = Outcome<T>::make_cancelled();
    } else {
      outcome_ = std::move(root_coroutine_.promise().outcome);
    }
    root_coroutine_.reset();
    return outcome_.status();
  }
  void destroy_root(Status status, Error error) override {
    root_coroutine_.reset();
    outcome_ = Outcome<T>::make(status, std::move(error));
  }

  coro::Task<T> root_coroutine_;
  Outcome<T> outcome_;
  bool retrieved_ = false;
};

namespace detail {

/// Awaits a task of the loop. Cancelling who awaits cancels it, as in asyncio (`shield` prevents that).
template <class T>
class JoinAwaiter final : public Suspension {
 public:
  JoinAwaiter(loop::Ref<RunnerOf<T>> task, bool take) : task_(std::move(task)), take_(take) {}
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> awaiting) {
    PromiseBase& leaf = awaiting.promise();
    runner_ = leaf.runner;
    if (!task_->done()) {
      runner_->park(leaf, *task_, this);
      return true;
    }
    if (task_->outcome().ok()) return false;
    runner_->raise_at(leaf, task_->outcome().status(), task_->outcome().error());
    return true;
  }
  T await_resume() {
    runner_->check_raised();
    if constexpr (!std::is_void_v<T>) {
      if constexpr (std::is_copy_constructible_v<T>) {
        if (!take_) return task_->outcome().value();
      }
      return std::move(task_->outcome()).value();
    }
  }
  const Error* error() const override {
    task_->mark_retrieved();
    return task_->failure();
  }

 private:
  loop::Ref<RunnerOf<T>> task_;
  Runner* runner_ = nullptr;
  bool take_;
};

/// The loop on which `spawn` puts tasks: the one that is running (set by `run`).
inline loop::EventLoop* current_loop = nullptr;

}  // namespace detail

/// The loop that runs the caller.
inline loop::EventLoop& current_loop() { return *detail::current_loop; }

/// A task of the loop that has been spawned. `co_await` gives its result: a copy, or for an rvalue the value itself.
/// Dropping it leaves the task running.
template <class T>
class Spawned {
 public:
  using Result = T;
  Spawned() = default;
  explicit Spawned(loop::Ref<RunnerOf<T>> task) : task_(std::move(task)) {}

  RunnerOf<T>& operator*() const { return *task_; }
  RunnerOf<T>* operator->() const { return task_.get(); }
  const loop::Ref<RunnerOf<T>>& ref() const { return task_; }
  explicit operator bool() const { return static_cast<bool>(task_); }

  bool done() const { return task_->done(); }
  /// Throws cancellation in at its await; false if it is done.
  bool cancel() const { return task_->cancel(); }

  detail::JoinAwaiter<T> operator co_await() const& { return {task_, false}; }
  detail::JoinAwaiter<T> operator co_await() && { return {std::move(task_), true}; }

 private:
  loop::Ref<RunnerOf<T>> task_;
};

/// Makes a task of `loop`; its first step runs in the next iteration. `name` must outlive it.
template <class T>
Spawned<T> spawn(loop::EventLoop& loop, Task<T> task, const char* name = nullptr) {
  auto runner = loop::make_ref<RunnerOf<T>>(loop, std::move(task));
  if (name) runner->set_name(name);
  runner->start();
  return Spawned<T>(std::move(runner));
}
template <class T>
Spawned<T> spawn(Task<T> task, const char* name = nullptr) {
  return spawn(current_loop(), std::move(task), name);
}

LOOPSCOPE_CORO_END
