// SPDX-License-Identifier: MIT
#pragma once

#include "coro/spawn.h"
#include "coro/waiting.h"

LOOPSCOPE_CORO_BEGIN

namespace detail {

template <class T>
class ShieldAwaiter final : public Suspension {
 public:
  explicit ShieldAwaiter(loop::Ref<RunnerOf<T>> inner) : inner_(std::move(inner)) {}
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> awaiting) {
    PromiseBase& leaf = awaiting.promise();
    runner_ = leaf.runner;
    if (!inner_->done()) {
      auto outer = loop::make_ref<Waiter>(runner_->loop(), loop::AwaitKind::kShield);
      inner_->add_callback(loop::make_ref<InnerDone>(outer, inner_));
      runner_->park(leaf, *outer, this);
      return true;
    }
    if (inner_->outcome().ok()) return false;
    runner_->raise_at(leaf, inner_->outcome().status(), inner_->outcome().error());
    return true;
  }
  T await_resume() {
    runner_->check_raised();
    if constexpr (!std::is_void_v<T>) return std::move(inner_->outcome()).value();
  }
  const Error* error() const override {
    inner_->mark_retrieved();
    return inner_->failure();
  }

 private:
  class InnerDone final : public loop::Counted<loop::Handle> {
   public:
    InnerDone(loop::Ref<Waiter> outer, loop::Ref<Runner> inner)
        : Counted(inner->loop(), loop::HandleKind::kCallback), outer_(std::move(outer)), inner_(std::move(inner)) {}
    void run() override {
      if (outer_->done()) return;
      if (inner_->cancelled()) {
        outer_->cancel();
      } else {
        outer_->wake();
      }
    }
    void describe(loop::Describer& describer) override { describer.label("shield: inner done"); }

   private:
    loop::Ref<Waiter> outer_;
    loop::Ref<Runner> inner_;
  };

  loop::Ref<RunnerOf<T>> inner_;
  Runner* runner_ = nullptr;
};

}  // namespace detail

/// Awaits `task` without passing cancellation on: who awaits may be cancelled, the task goes on.
template <class T>
detail::ShieldAwaiter<T> shield(const Spawned<T>& task) {
  return detail::ShieldAwaiter<T>(task.ref());
}

LOOPSCOPE_CORO_END
