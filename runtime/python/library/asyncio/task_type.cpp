// SPDX-License-Identifier: MIT
#include "python/library/asyncio/objects.h"
#include "python/library/context.h"
#include "python/library/asyncio/origin.h"
#include "python/vm/traceback_object.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/names.h"
#include "python/vm/signature.h"

/// asyncio.Task: type, constructor, methods.
namespace loopscope::python {

namespace {

TaskObject* self_of(Value v) { return v.as<TaskObject>(); }

void dealloc(Object* o) {
  TaskObject* t = static_cast<TaskObject*>(o);
  gc_untrack(o);
  clear(t->coroutine);
  clear(t->context);
  clear(t->next_exception);
  Value name = t->name;
  t->name = Value();
  future_dealloc(o);
  xdecref(name);
}
void traverse(Object* o, Visitor& visit) {
  TaskObject* t = static_cast<TaskObject*>(o);
  visit(t->coroutine);
  visit(t->context);
  visit(t->next_exception);
  future_traverse(o, visit);
}
void clear_slot(Object* o) {
  TaskObject* t = static_cast<TaskObject*>(o);
  clear(t->coroutine);
  clear(t->context);
  clear(t->next_exception);
  future_clear(o);
}

void finalize(Object* o) {
  TaskObject* t = static_cast<TaskObject*>(o);
  if (t->core && !t->core->done() && t->log_destroy_pending) {
    Ref pending = take_pending();
    t->log_destroy_pending = false;
    Own<Dict> context = make_dict();
    dict_set(context.get(), intern("task"), Value(o));
    dict_set(context.get(), intern("message"), make_str("Task was destroyed but it is pending!"));
    add_origin(context.get(), t->origin);
    report_to_loop(t->loop, context);
    if (pending) restore_pending(std::move(pending));
  }
  if (future_type.finalize) future_type.finalize(o);
}

bool is_coroutine_like(Value v) {
  if (is_exact(v, coroutine_type)) return true;
  if (is_generator_object(v)) return false;
  // collections.abc.Coroutine by duck: send, throw, close and __await__.
  for (const char* name : {"send", "throw", "close"}) {
    Ref has = get_attr_or_null(v, intern(name));
    if (!has) return clear_pending(), false;
  }
  return type_of(v)->await_ != nullptr;
}

Ref new_task(Type* type, const Args&) {
  TaskObject* t = allocate_as<TaskObject>(type);
  if (!t) return {};
  t->name = make_str("").release();
  gc_track(t);
  return Ref::steal(t);
}

/// What the constructor does once it knows its arguments. False: raised.
bool begin(TaskObject* t, LoopObject* loop, Value coroutine, Value name /*or null*/, Value context /*or null*/, bool eager,
           const LibraryPlace* place = nullptr) {
  t->loop = loop;
  incref(Value(loop));
  TaskCore* core = new TaskCore(t, *loop->core, !name);
  t->core = core;
  t->log_destroy_pending = true;
  t->coroutine = Ref::share(coroutine).release();
  if (name) {
    Ref text = str(name);
    if (!text) return false;
    assign(t->name, text);
  } else {
    assign(t->name, make_str("Task-" + std::to_string(core->number())));
  }
  if (context) {
    t->context = Ref::share(context).release();
  } else if (current_thread().context) {
    Ref copy = copy_context(current_thread().context);
    if (!copy) return false;
    t->context = copy.release();
  }
  t->origin = creation_stack(loop, StackDepth::all, place).release();
  Frame* frame = current_thread().top;
  while (frame && !frame->code) frame = frame->back;
  t->created_line = frame ? static_cast<uint32_t>(frame->line()) : 0;
  if (eager && running_loop() == loop) {
    core->announce();
    bool ok = core->run_step();
    if (core->done()) clear(t->coroutine);
    return ok;
  }
  core->start();
  return true;
}

Value given(Value argument) { return argument && argument != kNone ? argument : Value(); }

bool init_task(Value self, const Args& args) {
  BoundArgs bound(*Signature::of("coro, *, loop=None, name=None, context=None, eager_start=False"), {"Task"}, args);
  if (!bound) return false;
  TaskObject* t = self_of(self);
  if (t->core) return true;
  if (!is_coroutine_like(bound[0])) {
    t->log_destroy_pending = false;
    raise(exc::TypeError, "a coroutine was expected, got %R", bound[0]);
    return false;
  }
  Own<LoopObject> loop = loop_for(bound[1]);
  if (!loop) return false;
  int eager = bound[4] ? truth(bound[4]) : 0;
  return eager >= 0 && begin(t, loop.get(), bound[0], given(bound[2]), given(bound[3]), eager);
}

bool ready_core(TaskObject* t) {
  if (t->core) return true;
  raise(exc::RuntimeError, "Task.__init__() was not called");
  return false;
}

Ref get_coro(Value self, const Value*) { return self_of(self)->coroutine ? Ref::share(self_of(self)->coroutine) : none(); }
Ref get_name(Value self, const Value*) { return Ref::share(self_of(self)->name); }
Ref set_name(Value self, const Value* args) {
  Ref text = str(args[0]);
  if (!text) return {};
  assign(self_of(self)->name, text);
  if (self_of(self)->core)
    if (loop::Observer* observer = self_of(self)->core->loop().observer()) observer->task_renamed(*core_of(self_of(self)));
  return none();
}
Ref get_context(Value self, const Value*) { return self_of(self)->context ? Ref::share(self_of(self)->context) : none(); }
Ref cancel(Value self, const Value* args) {
  TaskObject* t = self_of(self);
  if (!ready_core(t)) return {};
  t->log_traceback = false;
  Value message = args[0] && args[0] != kNone ? args[0] : Value();
  bool asked = core_of(t)->cancel_native(message.object());
  return failed() ? Ref() : boolean(asked);
}
Ref uncancel(Value self, const Value*) { return ready_core(self_of(self)) ? make_int(core_of(self_of(self))->uncancel()) : Ref(); }
Ref cancelling(Value self, const Value*) {
  return ready_core(self_of(self)) ? make_int(core_of(self_of(self))->cancelling()) : Ref();
}
Ref set_result(Value, const Value*) { return raise(exc::RuntimeError, "Task does not support set_result operation"); }
Ref set_exception(Value, const Value*) { return raise(exc::RuntimeError, "Task does not support set_exception operation"); }

/// The coroutine's own frame and who called it, oldest first; after a failure the traceback's (asyncio.base_tasks).
Ref get_stack(Value self, const Value* args) {
  TaskObject* t = self_of(self);
  int64_t limit = INT64_MAX;
  if (args[0] && args[0] != kNone && !int_fits(args[0], &limit))
    return raise(exc::TypeError, "'<=' not supported between instances of '%T' and 'int'", args[0]);
  Own<List> frames = make_list();
  Frame* frame = t->coroutine && is_generator_object(t->coroutine) ? t->coroutine.as<Generator>()->frame : nullptr;
  if (!frame && t->exception) {
    Value at = t->exception.as<Exception>()->traceback;
    for (; at && at != kNone && limit-- > 0; at = at.as<Traceback>()->next)
      if (!list_append(frames.get(), at.as<Traceback>()->frame)) return {};
    return frames;
  }
  for (; frame && limit > 0; frame = frame->back) {
    if (!frame->code) continue;
    Own<FrameObject> object = frame_object(frame);
    if (!object || !list_append(frames.get(), object)) return {};
    limit--;
  }
  return call_method(frames, names::reverse) ? Ref(frames) : Ref();
}
Ref print_stack(Value self, const Value* args) {
  Ref module = import_module("asyncio.base_tasks");
  Ref print = module ? get_attr(module, intern("_task_print_stack")) : Ref();
  return print ? call(print, self, args[0] ? args[0] : kNone, args[1] ? args[1] : kNone) : Ref();
}

Ref get_must_cancel(Value self) { return boolean(self_of(self)->core && core_of(self_of(self))->cancel_pending()); }
bool set_must_cancel(Value self, Value v) { return !refuses_deletion(v) && ready_core(self_of(self)) && (core_of(self_of(self))->withdraw_cancel(), true); }
Ref get_waiter(Value self) {
  TaskObject* t = self_of(self);
  loop::Future* awaited = t->core ? core_of(t)->awaited() : nullptr;
  FutureObject* f = awaited ? object_of(*awaited) : nullptr;
  return f ? Ref::share(f) : none();
}
Ref get_coro_attribute(Value self) { return get_coro(self, nullptr); }
Ref get_log_destroy(Value self) { return boolean(self_of(self)->log_destroy_pending); }
bool set_log_destroy(Value self, Value v) { return !refuses_deletion(v) && (self_of(self)->log_destroy_pending = truth(v) == 1, true); }
Ref get_num_cancels(Value self) { return cancelling(self, nullptr); }

const NativeDef kMethods[] = {
    {"get_coro", get_coro, ""},
    {"get_name", get_name, ""},
    {"set_name", set_name, "value, /"},
    {"get_context", get_context, ""},
    {"cancel", cancel, "msg=None"},
    {"uncancel", uncancel, ""},
    {"cancelling", cancelling, ""},
    {"set_result", set_result, "result, /"},
    {"set_exception", set_exception, "exception, /"},
    {"get_stack", get_stack, "*, limit=None"},
    {"print_stack", print_stack, "*, limit=None, file=None"},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {
    {"_must_cancel", get_must_cancel, set_must_cancel},
    {"_fut_waiter", get_waiter},
    {"_coro", get_coro_attribute},
    {"_log_destroy_pending", get_log_destroy, set_log_destroy},
    {"_num_cancels_requested", get_num_cancels},
    {nullptr, nullptr},
};

}  // namespace

Type task_type{};

Own<TaskObject> make_task(LoopObject* loop, Value coroutine, Value name, Value context, const LibraryPlace* place) {
  if (!is_coroutine_like(coroutine)) return raise(exc::TypeError, "a coroutine was expected, got %R", coroutine);
  Ref task = new_task(&task_type, Args{});
  if (!task || !begin(task.as<TaskObject>(), loop, coroutine, name, context, false, place)) return {};
  return Own<TaskObject>::steal(static_cast<TaskObject*>(task.release().object()));
}

void ready_task_type() {
  Type& t = task_type;
  t.name = "_asyncio.Task";
  t.base = &future_type;
  t.basic_size = sizeof(TaskObject);
  t.dict_offset = offsetof(TaskObject, dict);
  t.weaklist_offset = offsetof(TaskObject, weaklist);
  t.flags = kTypeBase | kTypeGc;
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.clear = clear_slot;
  t.finalize = finalize;
  t.repr = future_repr;
  t.new_ = new_task;
  t.init = init_task;
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
}

}  // namespace loopscope::python
