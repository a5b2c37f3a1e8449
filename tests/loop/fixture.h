// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "host/virtual/virtual_reactor.h"
#include "loop/event_loop.h"
#include "loop/waiter_list.h"

namespace loopscope::loop::test {

/// A loop under the virtual clock, and a log to compare.
struct Fixture {
  Clock clock;
  host::VirtualReactor reactor;
  Environment environment{&clock, &reactor};
  EventLoop loop{environment};
  std::vector<std::string> log;

  Ref<Handle> callback(std::function<void()> function) { return make_ref<Callback>(loop, std::move(function)); }
  Ref<Handle> logging(std::string text) {
    return callback([this, text] { log.push_back(text); });
  }
  void call_soon(std::function<void()> function) { loop.call_soon(callback(std::move(function))); }
  Ref<TimerHandle> call_at(double when, std::function<void()> function) {
    Ref<TimerHandle> timer = make_ref<Timer>(loop, when, std::move(function));
    loop.call_at(timer);
    return timer;
  }
  /// Iterates until nothing can happen any more.
  void run_dry() {
    while (loop.run_once()) {
    }
  }

 private:
  class Callback final : public Counted<Handle> {
   public:
    Callback(EventLoop& loop, std::function<void()> function) : Counted(loop), function_(std::move(function)) {}
    void run() override { function_(); }

   private:
    std::function<void()> function_;
  };
  class Timer final : public Counted<TimerHandle> {
   public:
    Timer(EventLoop& loop, double when, std::function<void()> function)
        : Counted(loop, when), function_(std::move(function)) {}
    void run() override { function_(); }

   private:
    void on_cancel() override { function_ = nullptr; }
    std::function<void()> function_;
  };
};

/// Counts living objects: tests end with the number at which they began.
class PlainFuture final : public Counted<Future> {
 public:
  explicit PlainFuture(EventLoop& loop) : Counted(loop) { ++alive; }
  ~PlainFuture() override { --alive; }
  void finish() { settle(State::kFinished); }
  static inline int alive = 0;
};

class PlainWaiters final : public WaiterFactory {
 public:
  explicit PlainWaiters(EventLoop& loop) : loop_(loop) {}
  Ref<Future> make_waiter() override { return make_ref<PlainFuture>(loop_); }

 private:
  EventLoop& loop_;
};

/// A task whose steps are a script: entry n runs as step n and ends it through the task's own methods. Cancellation
/// that arrives is put in `cancelled_at`, and the script decides what to do with it.
class ScriptedTask final : public Counted<Task> {
 public:
  using Step = std::function<void(ScriptedTask&)>;
  ScriptedTask(EventLoop& loop, std::vector<Step> script) : Counted(loop), script_(std::move(script)) { ++alive; }
  ~ScriptedTask() override { --alive; }

  void step() override {
    StepInput input = begin_step();
    thrown = input.cancel || (input.woken_by && input.woken_by->cancelled());
    Ref<ScriptedTask> self(this);
    if (at_ < script_.size()) {
      script_[at_++](*this);
    } else if (thrown) {
      finish_cancelled();
    } else {
      finish();
    }
    end_step();
  }

  /// CancelledError was thrown in with this step.
  bool thrown = false;
  static inline int alive = 0;

 private:
  std::vector<Step> script_;
  size_t at_ = 0;
};

}  // namespace loopscope::loop::test
