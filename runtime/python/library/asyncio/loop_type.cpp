// SPDX-License-Identifier: MIT
#include "loop/outside.h"
#include "loop/reactor.h"
#include "loop/readiness.h"
#include "python/library/asyncio/agenda.h"
#include "python/library/asyncio/objects.h"
#include "python/library/asyncio/watch.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/names.h"
#include "python/vm/signature.h"

/// The native half of asyncio's event loop; asyncio.events.EventLoop (Python) adds what needs no speed.
namespace loopscope::python {

namespace {

/// Never blocks; a call from another green thread makes the loop's thread ready.
class ThreadReactor final : public loop::Reactor {
 public:
  explicit ThreadReactor(LoopObject* loop) : loop_(loop) {}
  bool wait(loop::EventLoop&, double) override { return false; }
  void poll(loop::EventLoop&) override {
    if (vm.environment->outside) vm.environment->outside->deliver_due();
    if (loop_->readiness) loop_->readiness->collect();
  }
  void wake(loop::EventLoop&) override {
    if (loop_->thread) unblock(loop_->thread);
  }

 private:
  LoopObject* loop_;
};

LoopObject* self_of(Value v) { return v.as<LoopObject>(); }

bool check_open(LoopObject* loop) {
  if (!loop->closed) return true;
  raise(exc::RuntimeError, "Event loop is closed");
  return false;
}

bool check_callback(Value callback, const char* method) {
  static Str* marker = intern("iscoroutinefunction");
  Ref module = import_module("asyncio.coroutines");
  Ref ask = module ? get_attr(module, marker) : Ref();
  Ref answer = ask ? call(ask, callback) : Ref();
  int is_coroutine = is_exact(callback, coroutine_type) ? 1 : answer ? truth(answer) : -1;
  if (is_coroutine < 0) return false;
  if (is_coroutine) return raise(exc::TypeError, "coroutines cannot be used with %s()", method), false;
  if (is_callable(callback)) return true;
  return raise(exc::TypeError, "a callable object was expected by %s(), got %R", method, callback), false;
}

/// Debug mode's checks of what is scheduled. `own_thread`: only the loop's thread may do it.
bool check_scheduling(LoopObject* loop, Value callback, const char* method, bool own_thread) {
  if (!check_open(loop)) return false;
  if (!loop->debug) return true;
  if (own_thread && loop->thread && loop->thread != &current_thread()) {
    raise(exc::RuntimeError, "Non-thread-safe operation invoked on an event loop other than the current one");
    return false;
  }
  return check_callback(callback, method);
}

Ref new_loop(Type* type, const Args&) {
  LoopObject* loop = allocate_as<LoopObject>(type);
  if (!loop) return {};
  loop->core = new loop::EventLoop(*vm.environment);
  loop->reactor = new ThreadReactor(loop);
  loop->core->set_reactor(loop->reactor);
  loop->slow_callback_duration = 0.1;
  gc_track(loop);
  return Ref::steal(loop);
}
bool init_loop(Value, const Args&) { return true; }

void dealloc(Object* o) {
  LoopObject* loop = static_cast<LoopObject*>(o);
  gc_untrack(o);
  loop->core->clear();
  for (Value* v : {&loop->exception_handler, &loop->task_factory, &loop->default_executor, &loop->asyncgens,
                   &loop->entered})
    clear(*v);
  if (loop->dict) decref(Value(loop->dict));
  delete loop->readiness;
  delete loop->core;
  delete loop->reactor;
  free_object(o);
}
void traverse(Object* o, Visitor& visit) {
  LoopObject* loop = static_cast<LoopObject*>(o);
  visit(loop->dict);
  visit(loop->exception_handler);
  visit(loop->task_factory);
  visit(loop->default_executor);
  visit(loop->asyncgens);
  visit(loop->entered);
  auto visit_target = [&](loop::RefCounted& target) {
    if (void* object = target.collectable()) visit(static_cast<Object*>(object));
  };
  loop->core->visit_references(visit_target);
  if (loop->readiness) loop->readiness->visit_references(visit_target);
}
void stop_watching(LoopObject* loop) { delete std::exchange(loop->readiness, nullptr); }
void clear_slot(Object* o) {
  LoopObject* loop = static_cast<LoopObject*>(o);
  loop->core->clear();
  stop_watching(loop);
  clear(loop->exception_handler);
  clear(loop->task_factory);
  clear(loop->default_executor);
  clear(loop->asyncgens);
  clear(loop->entered);
}

// ---- scheduling -----------------------------------------------------------------------------------------------------------

Ref call_soon(Value self, const Value* args) {
  LoopObject* loop = self_of(self);
  if (!check_scheduling(loop, args[0], "call_soon", true)) return {};
  Own<HandleObject> h = make_handle(loop, args[0], args[1].as<Tuple>(), args[2]);
  if (!h) return {};
  loop->core->call_soon(loop::Ref<loop::Handle>(h->core));
  return h;
}
Ref call_soon_threadsafe(Value self, const Value* args) {
  LoopObject* loop = self_of(self);
  if (!check_scheduling(loop, args[0], "call_soon_threadsafe", false)) return {};
  Own<HandleObject> h = make_handle(loop, args[0], args[1].as<Tuple>(), args[2]);
  if (!h) return {};
  loop->core->call_soon_threadsafe(loop::Ref<loop::Handle>(h->core));
  return h;
}
Ref schedule_at(LoopObject* loop, double when, Value callback, Tuple* args, Value context) {
  if (!check_scheduling(loop, callback, "call_at", true)) return {};
  Own<HandleObject> h = make_timer_handle(loop, when, callback, args, context);
  if (!h) return {};
  loop->core->call_at(loop::Ref<loop::TimerHandle>(static_cast<TimerCore*>(h->core)));
  return h;
}
Ref call_at(Value self, const Value* args) {
  double when;
  if (args[0] == kNone) return raise(exc::TypeError, "when cannot be None");
  if (!to_double(args[0], &when)) return {};
  return schedule_at(self_of(self), when, args[1], args[2].as<Tuple>(), args[3]);
}
Ref call_later(Value self, const Value* args) {
  if (args[0] == kNone) return raise(exc::TypeError, "delay must not be None");
  double when;
  if (args[0].is_small() || is_exact(args[0], float_type)) {
    when = program_time() + (args[0].is_small() ? static_cast<double>(args[0].small_value()) : args[0].as<Float>()->value);
  } else {
    Ref sum = binary_op(BinaryOp::add, make_float(program_time()), args[0]);
    if (!sum || !to_double(sum, &when)) return {};
  }
  return schedule_at(self_of(self), when, args[1], args[2].as<Tuple>(), args[3]);
}
Ref time(Value, const Value*) { return make_float(program_time()); }
Ref create_future(Value self, const Value*) { return make_future(self_of(self)); }

Ref create_task(Value self, const Value* args) {
  LoopObject* loop = self_of(self);
  if (!check_open(loop)) return {};
  Value name = args[1] && args[1] != kNone ? args[1] : Value();
  Value context = args[2] && args[2] != kNone ? args[2] : Value();
  if (!loop->task_factory) return make_task(loop, args[0], name, context);
  // As in 3.13.0: the factory is not told the name; the task is given it afterwards, also when it is None.
  Own<Tuple> names = context ? tuple_of(Value(intern("context"))) : Own<Tuple>();
  Value data[] = {self, args[0], context};
  Ref task = call(loop->task_factory, Args{data, 2, names.get()});
  if (!task || !call_method(task, intern("set_name"), args[1] ? args[1] : kNone)) return {};
  return task;
}

// ---- running ----------------------------------------------------------------------------------------------------------------

Ref run_native(Value self, const Value*) { return push_run_forever(self_of(self)); }
Ref stop(Value self, const Value*) {
  self_of(self)->core->stop();
  return none();
}
Ref is_running(Value self, const Value*) { return boolean(self_of(self)->thread != nullptr); }
Ref is_closed(Value self, const Value*) { return boolean(self_of(self)->closed); }
Ref close(Value self, const Value*) {
  LoopObject* loop = self_of(self);
  if (loop->thread) return raise(exc::RuntimeError, "Cannot close a running event loop");
  if (loop->closed) return none();
  loop->closed = true;
  loop->core->clear();
  stop_watching(loop);
  return none();
}
Ref get_debug(Value self, const Value*) { return boolean(self_of(self)->debug); }
Ref get_debug_attribute(Value self) { return get_debug(self, nullptr); }
bool set_debug_attribute(Value self, Value v) {
  int t = v ? truth(v) : 0;
  if (t >= 0) self_of(self)->debug = t;
  return t >= 0;
}
Ref check_callback_method(Value, const Value* args) {
  return check_callback(args[0], to_utf8(args[1].as<Str>()).c_str()) ? none() : Ref();
}
/// Where the handle that is running was made, in debug mode; else None.
Ref current_handle_origin(Value self, const Value*) {
  loop::Handle* running = self_of(self)->core->running();
  Object* object = running ? static_cast<Object*>(running->collectable()) : nullptr;
  Value origin;
  if (object && (object->type == &handle_type || object->type == &timer_handle_type))
    origin = static_cast<HandleObject*>(object)->origin;
  return origin ? Ref::share(origin) : none();
}

/// Live tasks in creation order.
Ref tasks(Value self, const Value*) {
  Own<List> all = make_list();
  for (loop::Task* t = self_of(self)->core->first_task(); t; t = t->next())
    if (FutureObject* f = object_of(*t)) list_append(all.get(), f);
  return all;
}

template <Value LoopObject::*member>
Ref get_member(Value v) {
  Value m = self_of(v)->*member;
  return m ? Ref::share(m) : none();
}
template <Value LoopObject::*member>
bool set_member(Value v, Value m) {
  assign(self_of(v)->*member, m == kNone ? Value() : m);
  return true;
}
Ref get_ready(Value v) { return ready_handles(self_of(v)); }
Ref get_scheduled(Value v) { return scheduled_handles(self_of(v)); }
Ref get_slow(Value v) { return make_float(self_of(v)->slow_callback_duration); }
bool set_slow(Value v, Value d) { return !refuses_deletion(d) && to_double(d, &self_of(v)->slow_callback_duration); }

const NativeDef kMethods[] = {
    {"call_soon", call_soon, "callback, *args, context=None", kNativePythonStyle},
    {"call_soon_threadsafe", call_soon_threadsafe, "callback, *args, context=None", kNativePythonStyle},
    {"call_at", call_at, "when, callback, *args, context=None", kNativePythonStyle},
    {"call_later", call_later, "delay, callback, *args, context=None", kNativePythonStyle},
    {"time", time, "", kNativePythonStyle},
    {"create_future", create_future, "", kNativePythonStyle},
    {"create_task", create_task, "coro, *, name=None, context=None", kNativePythonStyle},
    {"_add_reader", add_reader, "fd, callback, *args"},
    {"_remove_reader", remove_reader, "fd"},
    {"_add_writer", add_writer, "fd, callback, *args"},
    {"_remove_writer", remove_writer, "fd"},
    {"_watched", watched, "fd, /"},
    {"_run", run_native, ""},
    {"stop", stop, ""},
    {"_close", close, ""},
    {"is_running", is_running, ""},
    {"is_closed", is_closed, ""},
    {"get_debug", get_debug, ""},
    {"_check_callback", check_callback_method, "callback, method, /"},
    {"_current_handle_origin", current_handle_origin, ""},
    {"_tasks", tasks, ""},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {
    {"_exception_handler", get_member<&LoopObject::exception_handler>, set_member<&LoopObject::exception_handler>},
    {"_task_factory", get_member<&LoopObject::task_factory>, set_member<&LoopObject::task_factory>},
    {"_default_executor", get_member<&LoopObject::default_executor>, set_member<&LoopObject::default_executor>},
    {"_asyncgens", get_member<&LoopObject::asyncgens>, set_member<&LoopObject::asyncgens>},
    {"_ready", get_ready},
    {"_scheduled", get_scheduled},
    {"_debug", get_debug_attribute, set_debug_attribute},
    {"slow_callback_duration", get_slow, set_slow},
    {nullptr, nullptr},
};

}  // namespace

Type loop_type{};

Own<LoopObject> make_loop() {
  Ref loop = new_loop(&loop_type, Args{});
  return loop ? Own<LoopObject>::steal(loop.release().as<LoopObject>()) : Own<LoopObject>();
}

void ready_loop_type() {
  Type& t = loop_type;
  t.name = "asyncio.base_events.BaseEventLoop";
  t.basic_size = sizeof(LoopObject);
  t.dict_offset = offsetof(LoopObject, dict);
  t.weaklist_offset = offsetof(LoopObject, weaklist);
  t.flags = kTypeBase | kTypeGc;
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.clear = clear_slot;
  t.new_ = new_loop;
  t.init = init_loop;
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
}

}  // namespace loopscope::python
