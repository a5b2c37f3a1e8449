// SPDX-License-Identifier: MIT
#pragma once

#include "coro/runner.h"
#include "loop/waiter_list.h"

LOOPSCOPE_CORO_BEGIN

namespace detail {

/// The future on which a coroutine waits at a lock, queue...
class Waiter final : public loop::Counted<loop::Future> {
 public:
  using Counted::Counted;
};

class MakeWaiter final : public loop::WaiterFactory {
 public:
  explicit MakeWaiter(loop::EventLoop& loop) : loop_(loop) {}
  loop::Ref<loop::Future> make_waiter() override { return loop::make_ref<Waiter>(loop_); }

 private:
  loop::EventLoop& loop_;
};

/// Awaiter for a primitive `Core` with `try_acquire(EventLoop*)`, `enqueue_waiter`, `acquired` and `abandoned`.
template <class Core>
class AcquireAwaiter {
 public:
  explicit AcquireAwaiter(Core& core) : core_(core) {}
  AcquireAwaiter(AcquireAwaiter&& other) noexcept : core_(other.core_) {}
  /// Destroyed while it waits: cancelled or unwound.
  ~AcquireAwaiter() {
    if (waiter_) core_.abandoned(*waiter_, true);
  }
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> awaiting) {
    PromiseBase& leaf = awaiting.promise();
    runner_ = leaf.runner;
    if (core_.try_acquire(&runner_->loop())) return false;
    MakeWaiter factory(runner_->loop());
    waiter_ = core_.enqueue_waiter(factory);
    runner_->park(leaf, *waiter_);
    return true;
  }
  void await_resume() {
    runner_->check_raised();
    if (auto waiter = std::move(waiter_)) core_.acquired(*waiter);
  }

 protected:
  Core& core_;
  Runner* runner_ = nullptr;
  loop::Ref<loop::Future> waiter_;
};

}  // namespace detail

/// Releases what it holds when it goes out of scope.
template <class Core>
class [[nodiscard]] Guard {
 public:
  explicit Guard(Core& core) : core_(&core) {}
  Guard(Guard&& other) noexcept : core_(std::exchange(other.core_, nullptr)) {}
  Guard& operator=(Guard&& other) noexcept {
    std::swap(core_, other.core_);
    return *this;
  }
  ~Guard() { release(); }
  void release() {
    if (Core* core = std::exchange(core_, nullptr)) core->release();
  }

 private:
  Core* core_;
};

namespace detail {

template <class Core>
class GuardAwaiter final : public AcquireAwaiter<Core> {
 public:
  using AcquireAwaiter<Core>::AcquireAwaiter;
  Guard<Core> await_resume() {
    AcquireAwaiter<Core>::await_resume();
    return Guard<Core>(this->core_);
  }
};

}  // namespace detail

LOOPSCOPE_CORO_END
