// SPDX-License-Identifier: MIT
#include "loop/event.h"

#include "python/library/asyncio/sync_object.h"
#include "python/vm/signature.h"

/// asyncio.Event (asyncio.locks).
namespace loopscope::python {

namespace {

struct EventObject : SyncObject {
  loop::Event core;
};

EventObject* self_of(Value v) { return v.as<EventObject>(); }

class Wait final : public WaitingBody {
 public:
  explicit Wait(Value self) : WaitingBody(self) {}
  ~Wait() override { finish(); }

  SendStatus send(Value, Ref* result) override {
    EventObject* event = self_of(self_);
    if (waiter_) {
      finish();
    } else if (!event->core.is_set()) {
      LoopObject* loop = loop_for_waiting(self_, event->bound);
      if (!loop) return SendStatus::raised;
      PythonWaiters factory(loop);
      waiter_ = event->core.enqueue_waiter(factory);
      return wait_on(waiter_, result);
    }
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

bool init_event(Value, const Args& args) {
  return static_cast<bool>(BoundArgs(*Signature::of(""), {"Event.__init__", nullptr, true}, args));
}

Ref repr_event(Value self) {
  const loop::Event& core = self_of(self)->core;
  return sync_repr(self, core.is_set() ? "set" : "unset", core.waiters().size());
}

Ref is_set(Value self, const Value*) { return boolean(self_of(self)->core.is_set()); }
Ref set(Value self, const Value*) {
  self_of(self)->core.set();
  return none();
}
Ref clear_method(Value self, const Value*) {
  self_of(self)->core.clear();
  return none();
}
constexpr NativeCoroutine kWait{"wait", "Event.wait", "asyncio/locks.py", 200, 213};

Ref wait(Value self, const Value*) {
  return make_native_coroutine(std::make_unique<Wait>(self), kWait);
}

Ref wait_at_once(Value self, const Value*) { return self_of(self)->core.is_set() ? boolean(true) : Ref(); }

Ref get_waiters(Value self) { return waiters_as_deque(self_of(self)->core.waiters()); }
Ref get_value(Value self) { return is_set(self, nullptr); }

const NativeDef kMethods[] = {
    {"is_set", is_set, "", kNativePythonStyle},
    {"set", set, "", kNativePythonStyle},
    {"clear", clear_method, "", kNativePythonStyle},
    native_coroutine("wait", wait, "", kNativePythonStyle | kNativeCoroutine, wait_at_once),
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {
    {"_waiters", get_waiters}, {"_value", get_value}, {"_loop", get_bound_loop}, {nullptr, nullptr}};

Type event_type{};

}  // namespace

bool add_event_type(Module* module) {
  Type& t = event_type;
  SyncType<EventObject>::set_up(t, "asyncio.locks.Event");
  t.repr = repr_event;
  t.init = init_event;
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
  return module_add(module, "Event", Value(&t));
}

}  // namespace loopscope::python
