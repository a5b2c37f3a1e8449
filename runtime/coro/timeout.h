// SPDX-License-Identifier: MIT
#pragma once

#include "coro/task.h"

LOOPSCOPE_CORO_BEGIN

namespace detail {

/// Cancels a task when its time is up (asyncio.timeouts.Timeout).
class TimeoutHandle final : public loop::Counted<loop::TimerHandle> {
 public:
  TimeoutHandle(Runner& task, double when) : Counted(task.loop(), when), task_(&task) {}
  void run() override {
    expired_ = true;
    task_->cancel();
  }
  void describe(loop::Describer& describer) override { describer.label("timeout"); }
  bool expired() const { return expired_; }
  void stop() { cancel(); }

 private:
  void on_cancel() override { task_ = nullptr; }
  loop::Ref<Runner> task_;
  bool expired_ = false;
};

/// Stops the timer on every way out of the scope.
struct TimeoutScope {
  loop::Ref<TimeoutHandle> timer;
  ~TimeoutScope() {
    if (timer) timer->stop();
  }
};

/// Gives a coroutine the task it runs in, without suspending.
struct ThisRunner {
  Runner* runner = nullptr;
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> awaiting) noexcept {
    runner = awaiting.promise().runner;
    return false;
  }
  Runner& await_resume() const noexcept { return *runner; }
};

}  // namespace detail

/// The task that runs the caller: `Runner& me = co_await this_task()`.
inline detail::ThisRunner this_task() { return {}; }

/// `task`, but cancelled after `seconds`; then this fails with ErrorCode::kTimeout. A cancellation that came from
/// elsewhere stays one.
template <class T>
Task<T> timeout(double seconds, Task<T> task) {
  Runner& runner = co_await this_task();
  int cancelling = runner.cancelling();
  detail::TimeoutScope scope{loop::make_ref<detail::TimeoutHandle>(runner, runner.loop().now() + seconds)};
  runner.loop().call_at(scope.timer);
  Outcome<T> result = co_await outcome(std::move(task));
  bool expired = scope.timer->expired();
  scope.timer->stop();
  if (expired && runner.uncancel() <= cancelling && result.cancelled()) co_await fail("timed out", ErrorCode::kTimeout);
  if (!result.ok()) co_await raise(result);
  if constexpr (!std::is_void_v<T>) co_return std::move(result).value();
}

LOOPSCOPE_CORO_END
