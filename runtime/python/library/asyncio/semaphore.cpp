// SPDX-License-Identifier: MIT
#include "loop/semaphore.h"

#include "python/library/asyncio/acquire.h"
#include "python/vm/signature.h"

/// asyncio.Semaphore and BoundedSemaphore (asyncio.locks).
namespace loopscope::python {

namespace {

struct SemaphoreObject : SyncObject {
  loop::Semaphore core;
  int64_t limit;  // BoundedSemaphore: may not become more
};

SemaphoreObject* self_of(Value v) { return v.as<SemaphoreObject>(); }

bool init(Value self, const Args& args, const char* name) {
  BoundArgs bound(*Signature::of("value=1"), {name, nullptr, true}, args);
  if (!bound) return false;
  Value value = bound[0] ? bound[0] : Value::small(1);
  int negative = less(value, Value::small(0));
  if (negative < 0) return false;
  if (negative) return raise(exc::ValueError, "Semaphore initial value must be >= 0"), false;
  int64_t n;
  if (!int_fits(value, &n)) return raise(exc::TypeError, "an integer is required (got type %T)", value), false;
  self_of(self)->core.set_value(n);
  self_of(self)->limit = n;
  return true;
}
bool init_semaphore(Value self, const Args& args) { return init(self, args, "Semaphore.__init__"); }
bool init_bounded(Value self, const Args& args) { return init(self, args, "BoundedSemaphore.__init__"); }

Ref repr_semaphore(Value self) {
  const loop::Semaphore& core = self_of(self)->core;
  std::string state = core.locked() ? "locked" : "unlocked, value:" + std::to_string(core.value());
  return sync_repr(self, state, core.waiters().size());
}

constexpr NativeCoroutine kAcquire{"acquire", "Semaphore.acquire", "asyncio/locks.py", 386, 407};

Ref acquire(Value self, const Value*) {
  return make_native_coroutine(std::make_unique<Acquire<SemaphoreObject>>(self, kTrue), kAcquire);
}
Ref release(Value self, const Value*) {
  self_of(self)->core.release();
  return none();
}
Ref release_bounded(Value self, const Value*) {
  if (self_of(self)->core.value() >= self_of(self)->limit)
    return raise(exc::ValueError, "BoundedSemaphore released too many times");
  return release(self, nullptr);
}
Ref locked(Value self, const Value*) { return boolean(self_of(self)->core.locked()); }
Ref enter(Value self, const Value*) { return enter_by_acquire<SemaphoreObject>(self); }
Ref leave(Value self, const Value*) { return leave_by_release(self, release); }
Ref leave_bounded(Value self, const Value*) { return leave_by_release(self, release_bounded); }
Ref leave_at_once(Value self, const Value*) {
  if (!releases_natively(self)) return {};
  self_of(self)->core.release();
  return none();
}

Ref get_waiters(Value self) {
  const loop::WaiterList& waiters = self_of(self)->core.waiters();
  return waiters.empty() ? none() : waiters_as_deque(waiters);
}
Ref get_value(Value self) { return make_int(self_of(self)->core.value()); }
/// Programs that resize a semaphore write to it.
bool set_value(Value self, Value value) {
  int64_t n;
  if (!value || !int_fits(value, &n)) return raise(exc::TypeError, "an integer is required"), false;
  self_of(self)->core.set_value(n);
  return true;
}
Ref get_limit(Value self) { return make_int(self_of(self)->limit); }
bool set_limit(Value self, Value value) { return value && int_fits(value, &self_of(self)->limit); }

const NativeDef kMethods[] = {
    native_coroutine("acquire", acquire, "", kNativePythonStyle | kNativeCoroutine, acquire_at_once<SemaphoreObject>),
    {"release", release, "", kNativePythonStyle},
    {"locked", locked, "", kNativePythonStyle},
    native_coroutine("__aenter__", enter, "", kNativePythonStyle | kNativeCoroutine, enter_at_once<SemaphoreObject>),
    native_coroutine("__aexit__", leave, "exc_type, exc, tb", kNativePythonStyle | kNativeCoroutine, leave_at_once),
    {nullptr, nullptr, nullptr},
};
const NativeDef kBoundedMethods[] = {
    {"release", release_bounded, "", kNativePythonStyle},
    {"__aexit__", leave_bounded, "exc_type, exc, tb", kNativePythonStyle | kNativeCoroutine},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {
    {"_waiters", get_waiters}, {"_value", get_value, set_value}, {"_loop", get_bound_loop}, {nullptr, nullptr}};
const GetSetDef kBoundedAttributes[] = {{"_bound_value", get_limit, set_limit}, {nullptr, nullptr}};

Type semaphore_type{}, bounded_semaphore_type{};

void setup(Type& t, const char* name) {
  SyncType<SemaphoreObject>::set_up(t, name);
  t.repr = repr_semaphore;
}

}  // namespace

bool add_semaphore_types(Module* module) {
  setup(semaphore_type, "asyncio.locks.Semaphore");
  semaphore_type.init = init_semaphore;
  semaphore_type.methods = kMethods;
  semaphore_type.getset = kAttributes;
  ready_type(&semaphore_type);
  setup(bounded_semaphore_type, "asyncio.locks.BoundedSemaphore");
  bounded_semaphore_type.base = &semaphore_type;
  bounded_semaphore_type.init = init_bounded;
  bounded_semaphore_type.methods = kBoundedMethods;
  bounded_semaphore_type.getset = kBoundedAttributes;
  ready_type(&bounded_semaphore_type);
  return module_add(module, "Semaphore", Value(&semaphore_type)) &&
         module_add(module, "BoundedSemaphore", Value(&bounded_semaphore_type));
}

}  // namespace loopscope::python
