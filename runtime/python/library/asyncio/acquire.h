// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/asyncio/sync_object.h"
#include "python/vm/names.h"

namespace loopscope::python {

/// The coroutine behind `acquire()` and `async with` of Lock and Semaphore. `Self` is a SyncObject whose `core` has
/// try_acquire, enqueue_waiter, acquired and abandoned.
template <class Self>
class Acquire final : public WaitingBody {
 public:
  Acquire(Value self, Value result) : WaitingBody(self), result_(result) {}
  ~Acquire() override {
    // Dropped while it waits, without GeneratorExit: the collector found it.
    if (waiter_) object()->core.abandoned(*waiter_, false);
  }

  SendStatus send(Value, Ref* result) override {
    if (waiter_) {
      auto waiter = std::move(waiter_);
      object()->core.acquired(*waiter);
    } else if (!object()->core.try_acquire(core_loop())) {
      LoopObject* loop = loop_for_waiting(self_, object()->bound);
      if (!loop) return SendStatus::raised;
      PythonWaiters factory(loop);
      waiter_ = object()->core.enqueue_waiter(factory);
      return wait_on(waiter_, result);
    }
    *result = Ref::share(result_);
    return SendStatus::returned;
  }

  SendStatus throw_in(Ref*) override {
    if (auto waiter = std::move(waiter_)) object()->core.abandoned(*waiter, pending_is(exc::CancelledError));
    return SendStatus::raised;
  }

 private:
  Self* object() const { return self_.as<Self>(); }
  static loop::EventLoop* core_loop() {
    LoopObject* loop = running_loop();
    return loop ? loop->core : nullptr;
  }

  Value result_;  // True or None: immortal
};

inline constexpr NativeCoroutine kEnter{"__aenter__", "_ContextManagerMixin.__aenter__", "asyncio/locks.py", 13, 14};

template <class Self>
Ref enter_by_acquire(Value self) {
  static Str* acquire = intern("acquire");
  if (!is_native_method(self, acquire)) return enter_overridden(self);
  return make_native_coroutine(std::make_unique<Acquire<Self>>(self, kNone), kEnter);
}

}  // namespace loopscope::python
