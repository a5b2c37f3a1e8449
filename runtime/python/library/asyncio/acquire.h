// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/asyncio/sync_object.h"
#include "python/vm/names.h"

namespace loopscope::python {

/// Takes it if nobody has to wait for it.
template <class Self>
bool acquire_now(Value self) {
  LoopObject* loop = running_loop();
  return self.as<Self>()->core.try_acquire(loop ? loop->core : nullptr);
}

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
    } else if (!acquire_now<Self>(self_)) {
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

  Value result_;  // True or None: immortal
};

/// `at_once` of acquire().
template <class Self>
Ref acquire_at_once(Value self, const Value*) {
  return acquire_now<Self>(self) ? boolean(true) : Ref();
}
/// `at_once` of __aenter__.
template <class Self>
Ref enter_at_once(Value self, const Value*) {
  static Str* acquire = intern("acquire");
  return is_native_method(self, acquire) && acquire_now<Self>(self) ? none() : Ref();
}

inline constexpr NativeCoroutine kEnter{"__aenter__", "_ContextManagerMixin.__aenter__", "asyncio/locks.py", 13, 14};

template <class Self>
Ref enter_by_acquire(Value self) {
  static Str* acquire = intern("acquire");
  if (!is_native_method(self, acquire)) return enter_overridden(self);
  return make_native_coroutine(std::make_unique<Acquire<Self>>(self, kNone), kEnter);
}

}  // namespace loopscope::python
