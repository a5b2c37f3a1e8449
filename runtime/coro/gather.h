// SPDX-License-Identifier: MIT
#pragma once

#include <tuple>
#include <vector>

#include "coro/spawn.h"

LOOPSCOPE_CORO_BEGIN

namespace detail {

/// Settles when all children are done, or with the first failure (asyncio.gather): the other children go on, and what
/// they fail with later counts as noticed. Cancelling it cancels the children.
class GatherFuture final : public loop::Counted<loop::Future> {
 public:
  GatherFuture(loop::EventLoop& loop, bool keep_going) : Counted(loop, loop::AwaitKind::kGather), keep_going_(keep_going) {}

  void add(loop::Ref<Runner> child) {
    child->add_callback(loop::make_ref<ChildDone>(*this, child));
    children_.push_back(std::move(child));
  }
  bool cancel(void* message = nullptr) override {
    if (done()) return false;
    bool any = false;
    for (auto& child : children_) any |= child->cancel(message);
    cancel_requested_ |= any;
    return any;
  }
  const Error* error() const { return error_ ? &error_ : nullptr; }
  void describe(loop::Describer& describer) override {
    char text[32];
    int length = std::snprintf(text, sizeof text, "gather of %u", static_cast<unsigned>(children_.size()));
    describer.label(std::string_view(text, static_cast<size_t>(length)));
  }

 private:
  class ChildDone final : public loop::Counted<loop::Handle> {
   public:
    ChildDone(GatherFuture& outer, loop::Ref<Runner> child)
        : Counted(outer.loop(), loop::HandleKind::kCallback), outer_(&outer), child_(std::move(child)) {}
    void run() override { outer_->child_done(*child_); }
    void describe(loop::Describer& describer) override { describer.label("gather: child done"); }

   private:
    loop::Ref<GatherFuture> outer_;
    loop::Ref<Runner> child_;
  };

  void child_done(Runner& child) {
    ++finished_;
    if (done()) return;
    if (!keep_going_ && child.cancelled()) {
      settle(State::kCancelled);
    } else if (const Error* failed = keep_going_ ? nullptr : child.failure()) {
      error_ = *failed;
      settle(State::kFinished);
    } else if (finished_ == children_.size()) {
      settle(cancel_requested_ ? State::kCancelled : State::kFinished);
    }
  }

  std::vector<loop::Ref<Runner>> children_;
  size_t finished_ = 0;
  Error error_;
  bool keep_going_;
  bool cancel_requested_ = false;
};

/// Common part of the awaiters: spawns the children when awaited and parks on them.
template <bool KeepGoing>
class GatherAwaiterBase : public Suspension {
 public:
  const Error* error() const override { return future_->error(); }
  bool await_ready() const noexcept { return false; }

 protected:
  void begin(Runner& runner) {
    runner_ = &runner;
    future_ = loop::make_ref<GatherFuture>(runner.loop(), KeepGoing);
  }
  template <class T>
  loop::Ref<RunnerOf<T>> start(Task<T> task) {
    auto child = spawn(runner_->loop(), std::move(task)).ref();
    child->mark_retrieved();
    future_->add(child);
    return child;
  }
  template <class T>
  static auto take(RunnerOf<T>& child) {
    if constexpr (KeepGoing) {
      return std::move(child.outcome());
    } else {
      return std::move(child.outcome()).value();
    }
  }
  Runner* runner_ = nullptr;
  loop::Ref<GatherFuture> future_;
};

template <class T, bool KeepGoing>
using Gathered = std::conditional_t<KeepGoing, Outcome<T>, Stored<T>>;

template <bool KeepGoing, class... Ts>
class GatherTuple final : public GatherAwaiterBase<KeepGoing> {
 public:
  explicit GatherTuple(Task<Ts>... tasks) : tasks_(std::move(tasks)...) {}

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> awaiting) {
    PromiseBase& leaf = awaiting.promise();
    this->begin(*leaf.runner);
    std::apply([this](auto&... task) { children_ = {this->start(std::move(task))...}; }, tasks_);
    leaf.runner->park(leaf, *this->future_, this);
  }
  std::tuple<Gathered<Ts, KeepGoing>...> await_resume() {
    this->runner_->check_raised();
    return std::apply([](auto&... child) { return std::tuple<Gathered<Ts, KeepGoing>...>(GatherTuple::take(*child)...); }, children_);
  }

 private:
  std::tuple<Task<Ts>...> tasks_;
  std::tuple<loop::Ref<RunnerOf<Ts>>...> children_;
};

template <bool KeepGoing, class T>
class GatherVector final : public GatherAwaiterBase<KeepGoing> {
 public:
  explicit GatherVector(std::vector<Task<T>> tasks) : tasks_(std::move(tasks)) {}

  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> awaiting) {
    PromiseBase& leaf = awaiting.promise();
    this->begin(*leaf.runner);
    if (tasks_.empty()) return false;
    children_.reserve(tasks_.size());
    for (Task<T>& task : tasks_) children_.push_back(this->start(std::move(task)));
    leaf.runner->park(leaf, *this->future_, this);
    return true;
  }
  std::vector<Gathered<T, KeepGoing>> await_resume() {
    this->runner_->check_raised();
    std::vector<Gathered<T, KeepGoing>> results;
    results.reserve(children_.size());
    for (auto& child : children_) results.push_back(GatherVector::take(*child));
    return results;
  }

 private:
  std::vector<Task<T>> tasks_;
  std::vector<loop::Ref<RunnerOf<T>>> children_;
};

}  // namespace detail

/// Runs tasks side by side: `auto [a, b] = co_await gather(f(), g())`. The first failure is the result; the others go on
/// running. `void` results are `Unit`.
template <class... Ts>
  requires(sizeof...(Ts) > 0)
detail::GatherTuple<false, Ts...> gather(Task<Ts>... tasks) {
  return detail::GatherTuple<false, Ts...>(std::move(tasks)...);
}
template <class T>
detail::GatherVector<false, T> gather(std::vector<Task<T>> tasks) {
  return detail::GatherVector<false, T>(std::move(tasks));
}

/// The same, but waits for all and gives an Outcome for each (asyncio's return_exceptions=True).
template <class... Ts>
  requires(sizeof...(Ts) > 0)
detail::GatherTuple<true, Ts...> gather_outcomes(Task<Ts>... tasks) {
  return detail::GatherTuple<true, Ts...>(std::move(tasks)...);
}
template <class T>
detail::GatherVector<true, T> gather_outcomes(std::vector<Task<T>> tasks) {
  return detail::GatherVector<true, T>(std::move(tasks));
}

LOOPSCOPE_CORO_END
