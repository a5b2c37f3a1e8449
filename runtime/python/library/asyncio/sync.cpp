// SPDX-License-Identifier: MIT
#include "python/library/asyncio/sync.h"

#include "python/library/deque.h"
#include "python/vm/exception.h"
#include "python/vm/names.h"

namespace loopscope::python {

LoopObject* loop_for_waiting(Value self, Value& bound) {
  LoopObject* loop = require_running_loop();
  if (!loop) return nullptr;
  if (!bound) assign(bound, Value(loop));
  if (bound == Value(loop)) return loop;
  raise(exc::RuntimeError, "%R is bound to a different event loop", self);
  return nullptr;
}

Ref get_bound_loop(Value self) {
  Value bound = self.as<SyncObject>()->bound;
  return bound ? Ref::share(bound) : none();
}

void traverse_sync(SyncObject* self, Visitor& visit) {
  visit(self->dict);
  visit(self->bound);
}

void clear_sync(SyncObject* self) {
  clear(self->bound);
  if (Dict* dict = std::exchange(self->dict, nullptr)) decref(Value(dict));
}

void setup_sync_type(Type& type, const char* name, size_t size) {
  type.name = name;
  type.flags = kTypeBase | kTypeGc | kTypePythonClass;
  type.basic_size = static_cast<uint32_t>(size);
  type.dict_offset = offsetof(SyncObject, dict);
  type.weaklist_offset = offsetof(SyncObject, weaklist);
}

loop::Ref<loop::Future> PythonWaiters::make_waiter() {
  Own<FutureObject> future = make_future(loop_);
  return future ? loop::Ref<loop::Future>(future->core) : loop::Ref<loop::Future>();
}

SendStatus wait_on(const loop::Ref<loop::Future>& waiter, Ref* result) {
  if (!waiter) return SendStatus::raised;
  FutureObject* future = object_of(*waiter);
  future->blocking = true;
  *result = Ref::share(future);
  return SendStatus::yielded;
}

Value waiter_object(const loop::Ref<loop::Future>& waiter) { return waiter ? Value(object_of(*waiter)) : Value(); }

void visit_waiters(const loop::WaiterList& waiters, Visitor& visit) {
  waiters.visit_references([&](loop::RefCounted& target) {
    if (void* object = target.collectable()) visit(static_cast<Object*>(object));
  });
}

Ref waiters_as_deque(const loop::WaiterList& waiters) {
  Own<List> all = make_list();
  for (size_t i = 0; i < waiters.size(); i++)
    if (FutureObject* future = object_of(waiters[i])) list_append(all.get(), future);
  return call(Value(&deque_type), all);
}

Ref sync_repr(Value self, std::string state, size_t waiters) {
  Ref plain = object_type.repr(self);
  if (!plain) return {};
  std::string text = to_utf8(plain.as<Str>());
  text.pop_back();  // '>'
  if (waiters) state += ", waiters:" + std::to_string(waiters);
  return make_str(text + " [" + state + "]>");
}

bool is_native_method(Value self, Str* name) {
  Type* type = type_of(self);
  Dict* dict = self.as<SyncObject>()->dict;
  if (dict && dict->used && dict_get(dict, name)) return false;
  return !(type->flags & kTypeHeap) || is_exact(lookup_in_type(type, name), method_descriptor_type);
}

bool releases_natively(Value self) {
  static Str* release = intern("release");
  return is_native_method(self, release);
}

Ref enter_overridden(Value self) {
  Ref module = import_module("asyncio.locks");
  Ref enter = module ? get_attr(module, intern("_enter")) : Ref();
  return enter ? tail_call(enter, self) : Ref();
}

namespace {

class Leave final : public NativeBody {
 public:
  Leave(Value self, NativeFn native) : self_(Ref::share(self)), native_(native) {}
  SendStatus send(Value, Ref* result) override {
    Ref done = releases_natively(self_) ? native_(self_, nullptr) : call_method(self_, intern("release"));
    if (!done) return SendStatus::raised;
    *result = none();
    return SendStatus::returned;
  }
  void traverse(Visitor& visit) override { visit(self_); }

 private:
  Ref self_;
  NativeFn native_;
};

constexpr NativeCoroutine kLeave{"__aexit__", "_ContextManagerMixin.__aexit__", "asyncio/locks.py", 19, 20};

}  // namespace

Ref leave_by_release(Value self, NativeFn native) {
  return make_native_coroutine(std::make_unique<Leave>(self, native), kLeave);
}

}  // namespace loopscope::python
