// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>

#include "coro/runner.h"

LOOPSCOPE_CORO_BEGIN

namespace detail {

/// Future and timer of one sleep in one allocation.
class SleepFuture final : public loop::Counted<loop::Future> {
 public:
  SleepFuture(loop::EventLoop& loop, double seconds)
      : Counted(loop, loop::AwaitKind::kSleep), timer_(*this, loop.now() + seconds), seconds_(seconds) {}
  void describe(loop::Describer& describer) override {
    char text[40];
    int length = std::snprintf(text, sizeof text, "sleep(%g)", seconds_);
    describer.label(std::string_view(text, static_cast<size_t>(length)));
  }
  void start() { loop().call_at(loop::Ref<loop::TimerHandle>(&timer_)); }
  void stop() { timer_.cancel(); }

 private:
  class Timer final : public loop::TimerHandle {
   public:
    Timer(SleepFuture& owner, double when) : TimerHandle(owner.loop(), when), owner_(owner) {}
    void retain() override { owner_.retain(); }
    void release() override { owner_.release(); }
    void run() override {
      if (!owner_.done()) owner_.wake();
    }
    void describe(loop::Describer& describer) override { owner_.describe(describer); }

   private:
    SleepFuture& owner_;
  };
  Timer timer_;
  double seconds_;
};

class SleepAwaiter {
 public:
  explicit SleepAwaiter(double seconds) : seconds_(seconds) {}
  SleepAwaiter(SleepAwaiter&& other) noexcept : seconds_(other.seconds_) {}
  ~SleepAwaiter() {
    if (future_) future_->stop();
  }
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> awaiting) {
    PromiseBase& leaf = awaiting.promise();
    runner_ = leaf.runner;
    if (!(seconds_ > 0)) {
      runner_->yield(leaf);
      return;
    }
    future_ = loop::make_ref<SleepFuture>(runner_->loop(), seconds_);
    future_->start();
    runner_->park(leaf, *future_);
  }
  void await_resume() { runner_->check_raised(); }

 private:
  double seconds_;
  Runner* runner_ = nullptr;
  loop::Ref<SleepFuture> future_;
};

class YieldAwaiter {
 public:
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> awaiting) noexcept {
    runner_ = awaiting.promise().runner;
    runner_->yield(awaiting.promise());
  }
  void await_resume() { runner_->check_raised(); }

 private:
  Runner* runner_ = nullptr;
};

}  // namespace detail

/// Suspends the task for `seconds` of program time; 0 or less for one loop iteration.
inline detail::SleepAwaiter sleep(double seconds) { return detail::SleepAwaiter(seconds); }
/// Lets everything else that is ready run once.
inline detail::YieldAwaiter yield() { return {}; }

/// Seconds as literals: `co_await sleep(100_ms)`.
namespace literals {
constexpr double operator""_s(unsigned long long seconds) { return static_cast<double>(seconds); }
constexpr double operator""_s(long double seconds) { return static_cast<double>(seconds); }
constexpr double operator""_ms(unsigned long long milliseconds) { return static_cast<double>(milliseconds) / 1e3; }
constexpr double operator""_us(unsigned long long microseconds) { return static_cast<double>(microseconds) / 1e6; }
}  // namespace literals

LOOPSCOPE_CORO_END
