// SPDX-License-Identifier: MIT
#include "python/library/asyncio/gather.h"
#include "python/library/asyncio/objects.h"
#include "python/library/asyncio/origin.h"
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

LoopObject* loop_of(Value v) {
  if (has_type(v, &loop_type)) return v.as<LoopObject>();
  raise(exc::TypeError, "an event loop is required");
  return nullptr;
}
bool is_task(Value v) { return has_type(v, &task_type) && v.as<TaskObject>()->core; }

/// Null: none.
Ref current_task_of(LoopObject* loop) {
  if (loop->entered) return Ref::share(loop->entered);
  loop::Task* t = loop->core->current_task();
  FutureObject* f = t ? object_of(*t) : nullptr;
  return f ? Ref::share(f) : Ref();
}
void set_current_task(LoopObject* loop, Value task) {
  bool ours = task != kNone && is_task(task);
  loop->core->swap_current_task(ours ? core_of(task.as<TaskObject>()) : nullptr);
  assign(loop->entered, ours || task == kNone ? Value() : task);
}

Ref current_task(Value, const Value* args) {
  LoopObject* loop = args[0] && args[0] != kNone ? loop_of(args[0]) : require_running_loop();
  if (!loop) return {};
  Ref task = current_task_of(loop);
  return task ? task : none();
}
Ref enter_task(Value, const Value* args) {
  LoopObject* loop = loop_of(args[0]);
  if (!loop) return {};
  if (Ref current = current_task_of(loop))
    return raise(exc::RuntimeError, "Cannot enter into task %R while another task %R is being executed.", args[1], current.get());
  set_current_task(loop, args[1]);
  return none();
}
Ref leave_task(Value, const Value* args) {
  LoopObject* loop = loop_of(args[0]);
  if (!loop) return {};
  Ref current = current_task_of(loop);
  if (current != args[1])
    return raise(exc::RuntimeError, "Leaving task %R does not match the current task %R.", args[1], current ? current.get() : kNone);
  set_current_task(loop, kNone);
  return none();
}
Ref swap_current_task(Value, const Value* args) {
  LoopObject* loop = loop_of(args[0]);
  if (!loop) return {};
  Ref before = current_task_of(loop);
  set_current_task(loop, args[1]);
  return before ? before : none();
}

Ref set_running_loop(Value, const Value* args) {
  LoopObject* loop = args[0] == kNone ? nullptr : loop_of(args[0]);
  if (!loop && args[0] != kNone) return {};
  assign(current_thread().running_loop, loop ? Value(loop) : Value());
  return none();
}

constexpr LibraryPlace kCreateTask{"asyncio/tasks.py", 410, "create_task"};

Ref create_task(Value, const Value* args) {
  LoopObject* loop = require_running_loop();
  if (!loop) return {};
  Value name = args[1] && args[1] != kNone ? args[1] : Value();
  Value context = args[2] && args[2] != kNone ? args[2] : Value();
  // Loops in Python may have a create_task() of their own.
  static Str* method_name = intern("create_task");
  bool plain = is_exact(lookup_in_type(loop->type, method_name), method_descriptor_type);
  if (plain && !loop->task_factory && !loop->closed) return make_task(loop, args[0], name, context, &kCreateTask);
  Ref method = get_attr(loop, method_name);
  Own<Tuple> names = context ? tuple_of(Value(intern("name")), Value(intern("context"))) : tuple_of(Value(intern("name")));
  Value data[] = {args[0], name ? name : kNone, context};
  return method ? call(method, Args{data, 1, names.get()}) : Ref();
}

Ref is_future_(Value, const Value* args) {
  if (is_future(args[0])) return boolean(true);
  // By what it says its class is: mocks that stand in for futures count.
  static Str* mark = intern("_asyncio_future_blocking");
  static Str* class_name = intern("__class__");
  Ref cls = get_attr_or_null(args[0], class_name);
  Ref declared = cls ? get_attr_or_null(cls, mark) : Ref();
  Ref value = declared ? get_attr_or_null(args[0], mark) : Ref();
  clear_pending();
  return boolean(value && value != kNone);
}

const NativeDef kFunctions[] = {
    {"sleep", asyncio_sleep, "delay, result=None", kNativePythonStyle | kNativeCoroutine},
    {"gather", asyncio_gather, "*coros_or_futures, return_exceptions=False", kNativePythonStyle},
    {"get_running_loop", get_running_loop, ""},
    {"_get_running_loop", get_running_loop_or_none, ""},
    {"_set_running_loop", set_running_loop, "loop, /"},
    {"current_task", current_task, "loop=None"},
    {"_enter_task", enter_task, "loop, task"},
    {"_leave_task", leave_task, "loop, task"},
    {"_swap_current_task", swap_current_task, "loop, task"},
    {"create_task", create_task, "coro, *, name=None, context=None", kNativePythonStyle},
    {"isfuture", is_future_, "obj, /"},
    {nullptr, nullptr, nullptr},
};

bool initialize(Module* m) {
  ready_future_type();
  ready_future_iterator_type();
  ready_task_type();
  ready_gathering_future_type();
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
