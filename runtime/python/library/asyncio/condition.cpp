// SPDX-License-Identifier: MIT
#include "loop/condition.h"

#include "python/library/asyncio/sync_object.h"
#include "python/vm/signature.h"

/// The native base of asyncio.Condition: who waits to be notified. The lock, which may be any object, is the business
/// of the class in asyncio/locks.py.
namespace loopscope::python {

namespace {

struct ConditionObject : SyncObject {
  loop::Condition core;
};

ConditionObject* self_of(Value v) { return v.as<ConditionObject>(); }

class Wait final : public WaitingBody {
 public:
  explicit Wait(Value self) : WaitingBody(self) {}
  ~Wait() override { finish(); }

  SendStatus send(Value, Ref* result) override {
    if (!waiter_) {
      LoopObject* loop = self_of(self_)->bound.as<LoopObject>();
      PythonWaiters factory(loop);
      waiter_ = self_of(self_)->core.enqueue_waiter(factory);
      return wait_on(waiter_, result);
    }
    finish();
    *result = boolean(true);
    return SendStatus::returned;
  }
  SendStatus throw_in(Ref*) override {
    finish();
    return SendStatus::raised;
  }

 private:
  void finish() {
    if (auto waiter = std::move(waiter_)) self_of(self_)->core.finished(*waiter);
  }
};

bool init_condition(Value, const Args&) { return true; }

Ref get_loop(Value self, const Value*) {
  LoopObject* loop = loop_for_waiting(self, self_of(self)->bound);
  return loop ? Ref::share(loop) : Ref();
}
Ref describe(Value self, const Value* args) {
  return sync_repr(self, to_utf8(args[0].as<Str>()), self_of(self)->core.waiters().size());
}
constexpr NativeCoroutine kNotified{"wait", "Condition.wait", "asyncio/locks.py", 248, 272};

Ref notified(Value self, const Value*) {
  LoopObject* loop = loop_for_waiting(self, self_of(self)->bound);
  return loop ? Ref(make_native_coroutine(std::make_unique<Wait>(self), kNotified)) : Ref();
}
Ref notify(Value self, const Value* args) {
  int64_t n;
  if (!int_fits(args[0], &n)) return raise(exc::TypeError, "an integer is required");
  if (n > 0) self_of(self)->core.notify(static_cast<size_t>(n));
  return none();
}
Ref get_waiters(Value self) { return waiters_as_deque(self_of(self)->core.waiters()); }

const NativeDef kMethods[] = {
    {"_get_loop", get_loop, ""},
    {"_describe", describe, "state, /"},
    {"_notified", notified, ""},
    {"_notify", notify, "n, /"},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {{"_waiters", get_waiters}, {"_loop", get_bound_loop}, {nullptr, nullptr}};

Type condition_type{};

}  // namespace

bool add_condition_type(Module* module) {
  Type& t = condition_type;
  SyncType<ConditionObject>::set_up(t, "_asyncio.Condition");
  t.init = init_condition;
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
  return module_add(module, "Condition", Value(&t));
}

}  // namespace loopscope::python
