// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>
#include <string_view>

#include "coro/promise.h"
#include "loop/describer.h"
#include "loop/event_loop.h"
#include "loop/task.h"

LOOPSCOPE_CORO_BEGIN

/// What a task is parked on, when that can fail with an error (a future, another task).
class Suspension {
 public:
  /// Once it has settled: the error, or null.
  virtual const Error* error() const = 0;

 protected:
  ~Suspension() = default;
};

/// A task of the loop that drives a chain of C++ coroutines. One coroutine never resumes another on the C++ stack: it
/// names the next one and returns here, so awaiting in a loop or deep recursion needs no stack.
class Runner : public loop::Task {
 public:
  using Task::Task;

  // --- for awaiters, from await_suspend -----------------------------------------------------------------------------

  /// Run `next` when the current coroutine has come back.
  void resume_next(std::coroutine_handle<> next) { next_ = next; }
  /// Suspend the task at `leaf` until `future` settles.
  void park(PromiseBase& leaf, loop::Future& future, Suspension* suspension = nullptr) {
    leaf_ = &leaf;
    request_ = Request::kPark;
    parked_on_ = &future;
    suspension_ = suspension;
  }
  /// Suspend the task at `leaf` for one iteration.
  void yield(PromiseBase& leaf) {
    leaf_ = &leaf;
    request_ = Request::kYield;
  }
  /// Fail at `leaf`.
  void raise_at(PromiseBase& leaf, Status status, Error error = {}) {
    leaf_ = &leaf;
    request_ = Request::kRaise;
    raised_ = status;
    error_ = std::move(error);
  }
  /// Every leaf awaiter's await_resume calls this first: with exceptions, it throws what arrived instead of a result.
  void check_raised() {
#if LOOPSCOPE_CORO_EXCEPTIONS
    if (raised_ != Status::kPending) [[unlikely]]
      throw_raised();
#endif
  }
  void root_finished() { finished_ = true; }

  // --- description --------------------------------------------------------------------------------------------------

  /// Shown instead of `Task-N`; must outlive the task.
  void set_name(const char* name) { name_ = name; }
  void describe_task(loop::Describer& describer) override {
    char text[16];
    int length = std::snprintf(text, sizeof text, "Task-%u", static_cast<unsigned>(number()));
    describer.name(name_ ? std::string_view(name_) : std::string_view(text, static_cast<size_t>(length)));
    if (const char* function = root_function()) describer.coroutine(function);
    if (const Error* error = failure()) describer.exception(error->message());
  }
  void describe_position(loop::Describer& describer) override {
    if (leaf_) describe_frames(describer, *leaf_);
  }
  /// The error it ended with, or null.
  virtual const Error* failure() const = 0;

  /// And the steps after it, as long as they only yield: between them the loop has nothing to do.
  void step() final {
    Runner* task = this;
    while (task->begin_plain_step()) [[likely]] {
      task->drive(task->leaf_->self);
      if (task->request_ != Request::kYield) [[unlikely]] {
        task->suspend_or_end();
        task->end_step();
        return;
      }
      task->request_ = Request::kNone;
      task->yield_plain_step();
      loop::Task* next = task->loop().next_step_of(&kFamily);
      if (!next) return;
      task = static_cast<Runner*>(next);
    }
    task->step_with_input();
  }

 protected:
  enum class Request : unsigned char { kNone, kPark, kYield, kRaise };

  /// Before `start`: the coroutine to run.
  void set_root(PromiseBase& root) {
    root.runner = this;
    leaf_ = &root;
    root_ = &root;
    step_handle().set_family(&kFamily);
  }
  /// Moves the root coroutine's outcome here and destroys it. Returns how it ended.
  virtual Status take_outcome() = 0;
  /// Destroys the root coroutine, which unwinds all that it awaits, and keeps how the task ended.
  virtual void destroy_root(Status status, Error error) = 0;

 private:
  static constexpr char kFamily = 0;

  const char* root_function() const { return root_ ? root_->function : function_; }

  void step_with_input() {
    loop::StepInput input = begin_step();
    if (!input.cancel && !input.woken_by) {
      drive(leaf_->self);
    } else {
      resume_after(input);
    }
    suspend_or_end();
    end_step();
  }

  void drive(std::coroutine_handle<> first) {
    entered_ = true;
    first.resume();
    while (next_) std::exchange(next_, {}).resume();
  }

  /// Resumes at the leaf with what it waited for: success, error or cancellation.
  void resume_after(const loop::StepInput& input) {
    Suspension* suspension = std::exchange(suspension_, nullptr);
    if (input.cancel || input.woken_by->cancelled()) {
      raise(Status::kCancelled, Error());
    } else if (const Error* failed = suspension ? suspension->error() : nullptr) {
      raise(Status::kError, Error(*failed));
    } else {
      drive(leaf_->self);
    }
  }

  /// Does what the coroutines asked for last.
  void suspend_or_end() {
    while (request_ == Request::kRaise) {
      request_ = Request::kNone;
      raise(std::exchange(raised_, Status::kPending), std::move(error_));
    }
    switch (std::exchange(request_, Request::kNone)) {
      case Request::kPark:
        park_on(*parked_on_);
        break;
      case Request::kYield:
        yield_now();
        break;
      default:
        finish_root();
    }
  }

  void finish_root() {
    Status status = ended_;
    function_ = root_function();
    leaf_ = nullptr;
    if (finished_) {
      root_ = nullptr;
      status = take_outcome();
    }
    switch (status) {
      case Status::kCancelled:
        finish_cancelled();
        break;
      case Status::kError:
        fail();
        break;
      default:
        finish();
    }
  }

  /// Lets the coroutine at which the task is suspended fail. One that never ran is only destroyed.
  void raise(Status status, Error error) {
#if LOOPSCOPE_CORO_EXCEPTIONS
    if (entered_) {
      raised_ = status;
      error_ = std::move(error);
      drive(leaf_->self);
      return;
    }
#else
    for (PromiseBase* at = leaf_; at; at = at->parent) {
      if (!at->catcher) continue;
      PromiseBase* handler = at->parent;
      at->catcher->caught(status, std::move(error));
      drive(handler->self);
      return;
    }
#endif
    function_ = root_function();
    root_ = leaf_ = nullptr;
    ended_ = status;
    destroy_root(status, std::move(error));
  }

#if LOOPSCOPE_CORO_EXCEPTIONS
  [[noreturn]] void throw_raised() {
    if (std::exchange(raised_, Status::kPending) == Status::kCancelled) throw Cancelled{};
    std::exchange(error_, Error()).raise();
  }
#endif

  static void describe_frames(loop::Describer& describer, const PromiseBase& innermost) {
    if (innermost.parent) describe_frames(describer, *innermost.parent);
    describer.frame(innermost.function ? innermost.function : "coroutine", innermost.line);
  }

  std::coroutine_handle<> next_;
  PromiseBase* leaf_ = nullptr;
  PromiseBase* root_ = nullptr;
  loop::Future* parked_on_ = nullptr;
  Suspension* suspension_ = nullptr;
  const char* name_ = nullptr;
  const char* function_ = nullptr;
  Error error_;
  Request request_ = Request::kNone;
  Status raised_ = Status::kPending;
  Status ended_ = Status::kPending;
  bool entered_ = false;
  bool finished_ = false;
};

template <class Promise>
void PromiseBase::FinalAwaiter::await_suspend(std::coroutine_handle<Promise> finished) const noexcept {
  PromiseBase& promise = finished.promise();
  if (promise.parent) {
    promise.runner->resume_next(promise.parent->self);
  } else {
    promise.runner->root_finished();
  }
}

LOOPSCOPE_CORO_END
