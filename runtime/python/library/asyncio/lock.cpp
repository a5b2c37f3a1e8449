// SPDX-License-Identifier: MIT
#include "loop/lock.h"

#include "python/library/asyncio/acquire.h"
#include "python/vm/signature.h"

/// asyncio.Lock (asyncio.locks).
namespace loopscope::python {

namespace {

struct LockObject : SyncObject {
  loop::Lock core;
};

LockObject* self_of(Value v) { return v.as<LockObject>(); }

bool init_lock(Value, const Args& args) {
  return static_cast<bool>(BoundArgs(*Signature::of(""), {"Lock.__init__", nullptr, true}, args));
}

Ref repr_lock(Value self) {
  const loop::Lock& core = self_of(self)->core;
  return sync_repr(self, core.locked() ? "locked" : "unlocked", core.waiters().size());
}

constexpr NativeCoroutine kAcquire{"acquire", "Lock.acquire", "asyncio/locks.py", 90, 110};

Ref acquire(Value self, const Value*) {
  return make_native_coroutine(std::make_unique<Acquire<LockObject>>(self, kTrue), kAcquire);
}
Ref release(Value self, const Value*) {
  if (self_of(self)->core.release()) return none();
  return raise(exc::RuntimeError, "Lock is not acquired.");
}
Ref locked(Value self, const Value*) { return boolean(self_of(self)->core.locked()); }
Ref enter(Value self, const Value*) { return enter_by_acquire<LockObject>(self); }
Ref leave(Value self, const Value*) { return leave_by_release(self, release); }
Ref leave_at_once(Value self, const Value*) { return releases_natively(self) && self_of(self)->core.release() ? none() : Ref(); }

Ref get_waiters(Value self) {
  const loop::WaiterList& waiters = self_of(self)->core.waiters();
  return waiters.empty() ? none() : waiters_as_deque(waiters);
}
Ref get_locked(Value self) { return locked(self, nullptr); }

const NativeDef kMethods[] = {
    native_coroutine("acquire", acquire, "", kNativePythonStyle | kNativeCoroutine, acquire_at_once<LockObject>),
    {"release", release, "", kNativePythonStyle},
    {"locked", locked, "", kNativePythonStyle},
    native_coroutine("__aenter__", enter, "", kNativePythonStyle | kNativeCoroutine, enter_at_once<LockObject>),
    native_coroutine("__aexit__", leave, "exc_type, exc, tb", kNativePythonStyle | kNativeCoroutine, leave_at_once),
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {
    {"_waiters", get_waiters}, {"_locked", get_locked}, {"_loop", get_bound_loop}, {nullptr, nullptr}};

Type lock_type{};

}  // namespace

bool add_lock_type(Module* module) {
  Type& t = lock_type;
  SyncType<LockObject>::set_up(t, "asyncio.locks.Lock");
  t.repr = repr_lock;
  t.init = init_lock;
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
  return module_add(module, "Lock", Value(&t));
}

}  // namespace loopscope::python
