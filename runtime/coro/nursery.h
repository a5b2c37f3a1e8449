// SPDX-License-Identifier: MIT
#pragma once

#include "coro/spawn.h"
#include "coro/timeout.h"
#include "coro/waiting.h"

LOOPSCOPE_CORO_BEGIN

namespace detail {

/// The children of one `nursery` block and how far they are (asyncio.taskgroups.TaskGroup).
class NurseryState final : public loop::Counted<loop::RefCounted> {
 public:
  explicit NurseryState(Runner& parent) : parent_(parent) {}

  void add(loop::Ref<Runner> child) {
    child->add_callback(loop::make_ref<ChildDone>(loop::Ref<NurseryState>(this), child));
    if (aborting_) child->cancel();
    children_.push(std::move(child));
  }
  bool running() const { return finished_ < children_.size(); }
  void abort() {
    aborting_ = true;
    for (size_t i = 0; i < children_.size(); ++i) children_[i]->cancel();
  }
  bool aborting() const { return aborting_; }
  const Error& error() const { return error_; }
  /// A child failed while the block ran, and so cancelled the parent.
  bool parent_cancelled() const { return parent_cancelled_; }
  /// The block has ended: from here on nobody cancels the parent.
  void block_ended() { block_running_ = false; }
  /// A future that settles when all children are done.
  loop::Ref<loop::Future> when_idle() {
    idle_ = loop::make_ref<Waiter>(parent_.loop());
    idle_->set_role(loop::AwaitKind::kTaskGroup);
    return idle_;
  }
  loop::EventLoop& loop() const { return parent_.loop(); }

 private:
  class ChildDone final : public loop::Counted<loop::Handle> {
   public:
    ChildDone(loop::Ref<NurseryState> nursery, loop::Ref<Runner> child)
        : Counted(child->loop(), loop::HandleKind::kCallback), nursery_(std::move(nursery)), child_(std::move(child)) {}
    void run() override { nursery_->child_done(*child_); }
    void describe(loop::Describer& describer) override { describer.label("nursery: child done"); }

   private:
    loop::Ref<NurseryState> nursery_;
    loop::Ref<Runner> child_;
  };

  void child_done(Runner& child) {
    ++finished_;
    if (const Error* failed = child.failure()) {
      if (!error_) error_ = *failed;
      if (!aborting_) {
        abort();
        if (block_running_) {
          parent_cancelled_ = true;
          parent_.cancel();
        }
      }
    }
    if (!running() && idle_ && !idle_->done()) idle_->wake();
  }

  Runner& parent_;
  loop::Ring<loop::Ref<Runner>> children_;
  loop::Ref<loop::Future> idle_;
  size_t finished_ = 0;
  Error error_;
  bool aborting_ = false;
  bool block_running_ = true;
  bool parent_cancelled_ = false;
};

/// Parks on any future of the loop.
class ParkAwaiter {
 public:
  explicit ParkAwaiter(loop::Ref<loop::Future> future) : future_(std::move(future)) {}
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> awaiting) {
    runner_ = awaiting.promise().runner;
    runner_->park(awaiting.promise(), *future_);
  }
  void await_resume() { runner_->check_raised(); }

 private:
  loop::Ref<loop::Future> future_;
  Runner* runner_ = nullptr;
};

}  // namespace detail

/// Where the tasks of a `nursery` block are started.
class Nursery {
 public:
  explicit Nursery(loop::Ref<detail::NurseryState> state) : state_(std::move(state)) {}
  /// `name` must outlive the task.
  template <class T>
  Spawned<T> start(Task<T> task, const char* name = nullptr) {
    Spawned<T> child = spawn(state_->loop(), std::move(task), name);
    child->mark_retrieved();
    state_->add(child.ref());
    return child;
  }

 private:
  loop::Ref<detail::NurseryState> state_;
};

/// Runs `body(nursery)` and does not end before every task that it started has: if one fails, the others and the body are
/// cancelled, and the first error is this coroutine's. `body` must outlive the call, as a lambda in the same expression
/// does:
///
///     co_await nursery([&](Nursery& tasks) -> Task<> { tasks.start(a()); tasks.start(b()); co_return; });
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wsubobject-linkage"  // GCC 12 warns of any lambda in a coroutine's frame
#endif
template <class Body>
Task<> nursery(Body body) {
  Runner& parent = co_await this_task();
  auto state = loop::make_ref<detail::NurseryState>(parent);
  Nursery tasks(state);
  Outcome<void> result = co_await outcome(body(tasks));
  state->block_ended();
  bool cancelled = result.cancelled();
  if (state->parent_cancelled() && parent.uncancel() == 0) cancelled = false;
  if (!result.ok() && !state->aborting()) state->abort();
  while (state->running()) {
    Outcome<void> waited = co_await outcome(detail::ParkAwaiter(state->when_idle()));
    if (waited.cancelled()) {
      if (!state->aborting()) cancelled = true;
      state->abort();
    }
  }
  if (state->error()) co_await fail(state->error());
  if (result.failed()) co_await raise(result);
  if (cancelled) co_await raise(Outcome<void>::make_cancelled());
}
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

LOOPSCOPE_CORO_END
