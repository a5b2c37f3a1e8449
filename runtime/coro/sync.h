// SPDX-License-Identifier: MIT
#pragma once

#include "coro/waiting.h"
#include "loop/event.h"
#include "loop/lock.h"
#include "loop/semaphore.h"

LOOPSCOPE_CORO_BEGIN

/// One task at a time, in the order in which they asked: `auto held = co_await lock.hold();`
class Lock {
 public:
  bool locked() const { return core_.locked(); }
  [[nodiscard]] detail::AcquireAwaiter<loop::Lock> acquire() { return detail::AcquireAwaiter<loop::Lock>(core_); }
  /// False if it is not held.
  bool release() { return core_.release(); }
  /// Acquires; the guard releases.
  [[nodiscard]] detail::GuardAwaiter<loop::Lock> hold() { return detail::GuardAwaiter<loop::Lock>(core_); }

 private:
  loop::Lock core_;
};

/// Up to `value` tasks at a time, in the order in which they asked.
class Semaphore {
 public:
  explicit Semaphore(int64_t value = 1) : core_(value) {}
  bool locked() const { return core_.locked(); }
  int64_t value() const { return core_.value(); }
  [[nodiscard]] detail::AcquireAwaiter<loop::Semaphore> acquire() { return detail::AcquireAwaiter<loop::Semaphore>(core_); }
  void release() { core_.release(); }
  [[nodiscard]] detail::GuardAwaiter<loop::Semaphore> hold() { return detail::GuardAwaiter<loop::Semaphore>(core_); }

 private:
  loop::Semaphore core_;
};

/// A flag that tasks wait for: `co_await event.wait()`.
class Event {
 public:
  bool is_set() const { return core_.is_set(); }
  void set() { core_.set(); }
  void clear() { core_.clear(); }

  class Awaiter {
   public:
    explicit Awaiter(loop::Event& core) : core_(core) {}
    Awaiter(Awaiter&& other) noexcept : core_(other.core_) {}
    ~Awaiter() {
      if (waiter_) core_.finished(*waiter_);
    }
    bool await_ready() const noexcept { return false; }
    template <class Promise>
    bool await_suspend(std::coroutine_handle<Promise> awaiting) {
      PromiseBase& leaf = awaiting.promise();
      runner_ = leaf.runner;
      if (core_.is_set()) return false;
      detail::MakeWaiter factory(runner_->loop());
      waiter_ = core_.enqueue_waiter(factory);
      runner_->park(leaf, *waiter_);
      return true;
    }
    void await_resume() { runner_->check_raised(); }

   private:
    loop::Event& core_;
    Runner* runner_ = nullptr;
    loop::Ref<loop::Future> waiter_;
  };
  [[nodiscard]] Awaiter wait() { return Awaiter(core_); }

 private:
  loop::Event core_;
};

LOOPSCOPE_CORO_END
