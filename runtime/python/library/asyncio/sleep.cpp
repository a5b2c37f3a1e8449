// SPDX-License-Identifier: MIT
#include <cmath>

#include "loop/describer.h"
#include "python/library/asyncio/objects.h"
#include "python/number/float_text.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"

/// asyncio.sleep as a native coroutine: a timer whose handle settles the future that the task waits for.
namespace loopscope::python {

namespace {

class SleepTimer final : public loop::Counted<loop::TimerHandle>, public Pooled {
 public:
  SleepTimer(loop::EventLoop& loop, double when, FutureObject* future, double delay)
      : Counted(loop, when), future_(Own<FutureObject>::share(future)), delay_(delay) {}
  void run() override {
    Own<FutureObject> future = std::move(future_);
    if (future && !future->core->done()) future_set_result(future.get(), kNone);
  }
  /// The timer itself is no object of the collector's: who holds it, holds the future.
  void* collectable() override { return future_.get(); }
  void describe(loop::Describer& describer) override {
    describer.label("sleep(" + double_to_text(delay_, 'g', 6, 0) + ")");
  }

 protected:
  void on_cancel() override { future_.reset(); }

 private:
  Own<FutureObject> future_;
  double delay_;
};

class Sleep final : public NativeBody {
 public:
  Sleep(Value delay, Value result) : delay_(Ref::share(delay)), result_(Ref::share(result)) {}
  ~Sleep() override {
    if (timer_) timer_->cancel();
  }

  SendStatus send(Value, Ref* result) override {
    if (!started_) {
      started_ = true;
      double delay;
      if (!to_double(delay_, &delay)) {
        if (pending_is(exc::TypeError)) {
          clear_pending();
          raise(exc::TypeError, "'<=' not supported between instances of '%T' and 'int'", delay_.get());
        }
        return SendStatus::raised;
      }
      if (std::isnan(delay)) {
        raise(exc::ValueError, "Invalid delay: NaN (not a number)");
        return SendStatus::raised;
      }
      if (delay <= 0) {
        *result = none();
        return SendStatus::yielded;
      }
      LoopObject* loop = require_running_loop();
      if (!loop) return SendStatus::raised;
      future_ = make_future(loop, loop::AwaitKind::kSleep);
      if (!future_) return SendStatus::raised;
      timer_ = loop::Ref<SleepTimer>::adopt(new SleepTimer(*loop->core, program_time() + delay, future_.as<FutureObject>(), delay));
      loop->core->call_at(loop::Ref<loop::TimerHandle>(timer_));
      future_.as<FutureObject>()->blocking = true;
      *result = future_;
      return SendStatus::yielded;
    }
    if (future_) {
      FutureObject* f = future_.as<FutureObject>();
      if (!f->core->done()) {
        raise(exc::RuntimeError, "await wasn't used with future");
        return SendStatus::raised;
      }
      timer_ = nullptr;
      if (!future_outcome(f)) return SendStatus::raised;
    }
    *result = result_;
    return SendStatus::returned;
  }

  SendStatus throw_in(Ref*) override {
    if (timer_) timer_->cancel();
    timer_ = nullptr;
    return SendStatus::raised;
  }
  void traverse(Visitor& visit) override {
    visit(future_);
    visit(result_);
    // As long as the loop has the timer, it is the loop that holds the future by it.
    if (timer_ && !timer_->scheduled() && !timer_->queued()) {
      if (void* object = timer_->collectable()) visit(static_cast<Object*>(object));
    }
  }
  Value awaiting() override { return future_; }

 private:
  Ref delay_, result_, future_;
  loop::Ref<SleepTimer> timer_;
  bool started_ = false;
};

constexpr NativeCoroutine kSleep{"sleep", "sleep", "asyncio/tasks.py", 703, 718};

}  // namespace

Ref asyncio_sleep(Value, const Value* args) {
  return make_native_coroutine(std::make_unique<Sleep>(args[0], args[1] ? args[1] : kNone), kSleep);
}

}  // namespace loopscope::python
