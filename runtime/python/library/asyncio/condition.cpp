// SPDX-License-Identifier: MIT
#include "loop/condition.h"

#include "python/library/asyncio/sync.h"
#include "python/vm/gc.h"
#include "python/vm/signature.h"

/// The native base of asyncio.Condition: who waits to be notified. The lock, which may be any object, is the business
/// of the class in asyncio/locks.py.
namespace loopscope::python {

namespace {

struct ConditionObject : SyncObject {
  loop::Condition core;
};

ConditionObject* self_of(Value v) { return v.as<ConditionObject>(); }

class Wait final : public NativeBody {
 public:
  explicit Wait(Value self) : self_(Ref::share(self)) {}
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
  void traverse(Visitor& visit) override {
    visit(self_);
    visit(waiter_object(waiter_));
  }
  Value awaiting() override { return waiter_object(waiter_); }

 private:
  void finish() {
    if (auto waiter = std::move(waiter_)) self_of(self_)->core.finished(*waiter);
  }
  Ref self_;
  loop::Ref<loop::Future> waiter_;
};

Ref new_condition(Type* type, const Args&) {
  ConditionObject* condition = allocate_as<ConditionObject>(type);
  if (!condition) return {};
  new (&condition->core) loop::Condition();
  gc_track(condition);
  return Ref::steal(condition);
}
bool init_condition(Value, const Args&) { return true; }

void dealloc(Object* o) {
  ConditionObject* condition = static_cast<ConditionObject*>(o);
  gc_untrack(o);
  clear_sync(condition);
  condition->core.~Condition();
  free_object(o);
}
void traverse(Object* o, Visitor& visit) {
  ConditionObject* condition = static_cast<ConditionObject*>(o);
  traverse_sync(condition, visit);
  visit_waiters(condition->core.waiters(), visit);
}
void clear_slot(Object* o) {
  clear_sync(static_cast<ConditionObject*>(o));
  static_cast<ConditionObject*>(o)->core.waiters().clear();
}

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
  setup_sync_type(t, "_asyncio.Condition", sizeof(ConditionObject));
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.clear = clear_slot;
  t.new_ = new_condition;
  t.init = init_condition;
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
  return module_add(module, "Condition", Value(&t));
}

}  // namespace loopscope::python
