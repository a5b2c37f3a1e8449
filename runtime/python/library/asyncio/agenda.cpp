// SPDX-License-Identifier: MIT
#include "python/library/asyncio/agenda.h"

#include "python/vm/exception.h"

namespace loopscope::python {

namespace {

Ref refuse(Value, const Value*) { return raise(exc::RuntimeError, "only the event loop can call this"); }

/// Named as what CPython has in their place.
const NativeDef kStep = {"task_wakeup", refuse, "future=None, /"};
const NativeDef kTimer = {"_set_result_unless_cancelled", refuse, "future, result, /"};
const NativeDef kCallback = {"callback", refuse, "*args"};

bool is_python_handle(Object* object) {
  return object && (object->type == &handle_type || object->type == &timer_handle_type);
}

Ref shown(LoopObject* loop, loop::Handle& handle, const NativeDef& what, const double* when) {
  Object* object = static_cast<Object*>(handle.collectable());
  if (is_python_handle(object)) return Ref::share(Value(object));
  // Its receiver is the task, which is what programs look for.
  loop::Task* task = handle.task();
  Value receiver = task && object_of(*task) ? Value(object_of(*task)) : kNone;
  Ref callback = make_native_function(task ? &kStep : &what, receiver, Value());
  Own<Tuple> none_given = tuple_of();
  if (!callback) return {};
  if (when) return make_timer_handle(loop, *when, callback, none_given.get(), Value());
  return make_handle(loop, callback, none_given.get(), Value());
}

}  // namespace

Ref ready_handles(LoopObject* loop) {
  Own<List> all = make_list();
  for (size_t i = 0; i < loop->core->ready_count(); i++) {
    Ref handle = shown(loop, loop->core->ready_at(i), kCallback, nullptr);
    if (!handle || !list_append(all.get(), handle)) return {};
  }
  return all;
}

Ref scheduled_handles(LoopObject* loop) {
  Own<List> all = make_list();
  const loop::TimerHeap& timers = loop->core->timers();
  for (size_t i = 0; i < timers.size(); i++) {
    double when = timers.at(i).when();
    Ref handle = shown(loop, timers.at(i), kTimer, &when);
    if (!handle || !list_append(all.get(), handle)) return {};
  }
  return all;
}

}  // namespace loopscope::python
