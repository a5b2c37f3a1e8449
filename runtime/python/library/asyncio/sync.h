// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/asyncio/objects.h"

/// What the Python faces of the loop's synchronization primitives (runtime/loop/lock.h and its neighbours) share. Each
/// primitive is one file here: an object around the loop's own, and native coroutines that wait for it.
namespace loopscope::python {

/// Belongs to the loop in which a task first had to wait for it (asyncio.mixins).
struct SyncObject : Object {
  Dict* dict;
  Object* weaklist;
  Value bound;  // owned LoopObject, or null
};

/// The running loop; `bound` is where the object keeps its own. RuntimeError "... is bound to a different event loop".
LoopObject* loop_for_waiting(Value self, Value& bound);
Ref get_bound_loop(Value self);
void traverse_sync(SyncObject* self, Visitor& visit);
void clear_sync(SyncObject* self);
/// Offsets, flags and name of a type whose instances begin with SyncObject.
void setup_sync_type(Type& type, const char* name, size_t size);

/// Makes the futures on which Python tasks wait.
class PythonWaiters final : public loop::WaiterFactory {
 public:
  explicit PythonWaiters(LoopObject* loop) : loop_(loop) {}
  loop::Ref<loop::Future> make_waiter() override;

 private:
  LoopObject* loop_;
};

/// Hands a waiter that was just made to the task's step. Raised if there is none.
SendStatus wait_on(const loop::Ref<loop::Future>& waiter, Ref* result);
Value waiter_object(const loop::Ref<loop::Future>& waiter);
void visit_waiters(const loop::WaiterList& waiters, Visitor& visit);
/// Their futures as a new deque, for those who look at `_waiters`.
Ref waiters_as_deque(const loop::WaiterList& waiters);

/// `<asyncio.locks.Lock object at 0x... [locked, waiters:2]>`
Ref sync_repr(Value self, std::string state, size_t waiters);

/// Is `name` of `self` still the built-in type's own, not overridden by a subclass or in the instance?
bool is_native_method(Value self, Str* name);
/// `__aenter__` where a subclass has its own `acquire`.
Ref enter_overridden(Value self);
/// Whether `release` is the built-in type's own.
bool releases_natively(Value self);
/// `__aexit__`: a coroutine that calls release(), which is `native` unless overridden.
Ref leave_by_release(Value self, NativeFn native);

bool add_lock_type(Module* module);
bool add_event_type(Module* module);
bool add_semaphore_types(Module* module);
bool add_condition_type(Module* module);
bool add_queue_types(Module* module);

}  // namespace loopscope::python
