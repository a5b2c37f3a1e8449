// SPDX-License-Identifier: MIT
#include "python/library/asyncio/objects.h"
#include "python/library/asyncio/sync.h"
#include "python/library/asyncio_module.h"
#include "python/vm/exception.h"

/// `_asyncio`: what asyncio/*.py (runtime/python/library/modules/asyncio) is built on.
namespace loopscope::python {

Ref asyncio_sleep(Value, const Value* args);

namespace {

Ref get_running_loop(Value, const Value*) {
  LoopObject* loop = require_running_loop();
  return loop ? Ref::share(loop) : Ref();
}
Ref get_running_loop_or_none(Value, const Value*) {
  LoopObject* loop = running_loop();
  return loop ? Ref::share(loop) : none();
}

Ref current_task(Value, const Value* args) {
  LoopObject* loop = args[0] && args[0] != kNone ? args[0].as<LoopObject>() : require_running_loop();
  if (!loop) return {};
  if (!has_type(loop, &loop_type)) return raise(exc::TypeError, "an event loop is required");
  loop::Task* t = loop->core->current_task();
  FutureObject* f = t ? object_of(*t) : nullptr;
  return f ? Ref::share(f) : none();
}

Ref create_task(Value, const Value* args) {
  LoopObject* loop = require_running_loop();
  if (!loop) return {};
  if (!loop->task_factory && !loop->closed)
    return make_task(loop, args[0], args[1] && args[1] != kNone ? args[1] : Value(),
                     args[2] && args[2] != kNone ? args[2] : Value());
  Own<Tuple> names = tuple_of(Value(intern("name")), Value(intern("context")));
  Ref method = get_attr(loop, intern("create_task"));
  Value data[] = {args[0], args[1] ? args[1] : kNone, args[2] ? args[2] : kNone};
  return method ? call(method, Args{data, 1, names.get()}) : Ref();
}

Ref is_future_(Value, const Value* args) {
  if (is_future(args[0])) return boolean(true);
  Ref mark = get_attr_or_null(Value(type_of(args[0])), intern("_asyncio_future_blocking"));
  clear_pending();
  return boolean(static_cast<bool>(mark));
}

const NativeDef kFunctions[] = {
    {"sleep", asyncio_sleep, "delay, result=None", kNativePythonStyle | kNativeCoroutine},
    {"get_running_loop", get_running_loop, ""},
    {"_get_running_loop", get_running_loop_or_none, ""},
    {"current_task", current_task, "loop=None"},
    {"create_task", create_task, "coro, *, name=None, context=None"},
    {"isfuture", is_future_, "obj, /"},
    {nullptr, nullptr, nullptr},
};

bool initialize(Module* m) {
  ready_future_type();
  ready_future_iterator_type();
  ready_task_type();
  ready_handle_types();
  ready_loop_type();
  return module_add(m, kFunctions) && module_add(m, "Future", Value(&future_type)) && module_add(m, "Task", Value(&task_type)) &&
         module_add(m, "Handle", Value(&handle_type)) && module_add(m, "TimerHandle", Value(&timer_handle_type)) &&
         module_add(m, "Loop", Value(&loop_type)) && module_add(m, "CancelledError", Value(&exc::CancelledError)) &&
         add_lock_type(m) && add_event_type(m) && add_semaphore_types(m) && add_condition_type(m) && add_queue_types(m);
}

}  // namespace

void register_asyncio_module() { register_native_module("_asyncio", initialize); }

}  // namespace loopscope::python
