// SPDX-License-Identifier: MIT
#include "loop/reactor.h"
#include "python/library/asyncio/objects.h"
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
  if (is_exact(callback, coroutine_type) ||
      (is_exact(callback, function_type) && callback.as<Function>()->code->flags & 0x80)) {
    raise(exc::TypeError, "coroutines cannot be used with %s()", method);
    return false;
  }
  if (!is_callable(callback)) {
    raise(exc::TypeError, "a callable object was expected by %s(), got %R", method, callback);
    return false;
  }
  return true;
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
                   &loop->saved_firstiter, &loop->saved_finalizer})
    clear(*v);
  if (loop->dict) decref(Value(loop->dict));
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
  loop->core->visit_references([&](loop::RefCounted& target) {
    if (void* object = target.collectable()) visit(static_cast<Object*>(object));
  });
}
void clear_slot(Object* o) {
  LoopObject* loop = static_cast<LoopObject*>(o);
  loop->core->clear();
  clear(loop->exception_handler);
  clear(loop->task_factory);
  clear(loop->default_executor);
  clear(loop->asyncgens);
}

// ---- scheduling -----------------------------------------------------------------------------------------------------------

Ref call_soon(Value self, const Value* args) {
  LoopObject* loop = self_of(self);
  if (!check_open(loop) || !check_callback(args[0], "call_soon")) return {};
  Own<HandleObject> h = make_handle(loop, args[0], args[1].as<Tuple>(), args[2]);
  if (!h) return {};
  loop->core->call_soon(loop::Ref<loop::Handle>(h->core));
  return h;
}
Ref call_soon_threadsafe(Value self, const Value* args) {
  LoopObject* loop = self_of(self);
  if (!check_open(loop) || !check_callback(args[0], "call_soon_threadsafe")) return {};
  Own<HandleObject> h = make_handle(loop, args[0], args[1].as<Tuple>(), args[2]);
  if (!h) return {};
  loop->core->call_soon_threadsafe(loop::Ref<loop::Handle>(h->core));
  return h;
}
Ref schedule_at(LoopObject* loop, double when, Value callback, Tuple* args, Value context, const char* method) {
  if (!check_open(loop) || !check_callback(callback, method)) return {};
  Own<HandleObject> h = make_timer_handle(loop, when, callback, args, context);
  if (!h) return {};
  loop->core->call_at(loop::Ref<loop::TimerHandle>(static_cast<TimerCore*>(h->core)));
  return h;
}
Ref call_at(Value self, const Value* args) {
  double when;
  if (args[0] == kNone) return raise(exc::TypeError, "when cannot be None");
  if (!to_double(args[0], &when)) return {};
  return schedule_at(self_of(self), when, args[1], args[2].as<Tuple>(), args[3], "call_at");
}
Ref call_later(Value self, const Value* args) {
  if (args[0] == kNone) return raise(exc::TypeError, "delay must not be None");
  double when;
  Ref sum = binary_op(BinaryOp::add, make_float(program_time()), args[0]);
  if (!sum || !to_double(sum, &when)) return {};
  return schedule_at(self_of(self), when, args[1], args[2].as<Tuple>(), args[3], "call_later");
}
Ref time(Value, const Value*) { return make_float(program_time()); }
Ref create_future(Value self, const Value*) { return make_future(self_of(self)); }

Ref create_task(Value self, const Value* args) {
  LoopObject* loop = self_of(self);
  if (!check_open(loop)) return {};
  Value name = args[1] && args[1] != kNone ? args[1] : Value();
  Value context = args[2] && args[2] != kNone ? args[2] : Value();
  if (!loop->task_factory) return make_task(loop, args[0], name, context);
  Own<List> keys = make_list(), values = make_list();
  list_append(values.get(), self);
  list_append(values.get(), args[0]);
  if (name) {
    list_append(keys.get(), intern("name"));
    list_append(values.get(), name);
  }
  if (context) {
    list_append(keys.get(), intern("context"));
    list_append(values.get(), context);
  }
  Own<Tuple> names = keys->size ? make_tuple(keys->items, keys->size) : Own<Tuple>();
  return call(loop->task_factory, Args{values->items, 2, names.get()});
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
  return none();
}
Ref get_debug(Value self, const Value*) { return boolean(self_of(self)->debug); }
Ref set_debug(Value self, const Value* args) {
  int t = truth(args[0]);
  if (t < 0) return {};
  self_of(self)->debug = t;
  return none();
}

/// Live tasks in creation order.
Ref tasks(Value self, const Value*) {
  Own<List> all = make_list();
  for (loop::Task* t = self_of(self)->core->first_task(); t; t = t->next())
    if (FutureObject* f = object_of(*t)) list_append(all.get(), f);
  return all;
}
Ref current_task(Value self, const Value*) {
  loop::Task* t = self_of(self)->core->current_task();
  FutureObject* f = t ? object_of(*t) : nullptr;
  return f ? Ref::share(f) : none();
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
Ref get_slow(Value v) { return make_float(self_of(v)->slow_callback_duration); }
bool set_slow(Value v, Value d) { return d && to_double(d, &self_of(v)->slow_callback_duration); }

const NativeDef kMethods[] = {
    {"call_soon", call_soon, "callback, /, *args, context=None"},
    {"call_soon_threadsafe", call_soon_threadsafe, "callback, /, *args, context=None"},
    {"call_at", call_at, "when, callback, /, *args, context=None"},
    {"call_later", call_later, "delay, callback, /, *args, context=None"},
    {"time", time, ""},
    {"create_future", create_future, ""},
    {"create_task", create_task, "coro, *, name=None, context=None"},
    {"_run", run_native, ""},
    {"stop", stop, ""},
    {"close", close, ""},
    {"is_running", is_running, ""},
    {"is_closed", is_closed, ""},
    {"get_debug", get_debug, ""},
    {"set_debug", set_debug, "enabled, /"},
    {"_tasks", tasks, ""},
    {"_current_task", current_task, ""},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {
    {"_exception_handler", get_member<&LoopObject::exception_handler>, set_member<&LoopObject::exception_handler>},
    {"_task_factory", get_member<&LoopObject::task_factory>, set_member<&LoopObject::task_factory>},
    {"_default_executor", get_member<&LoopObject::default_executor>, set_member<&LoopObject::default_executor>},
    {"_asyncgens", get_member<&LoopObject::asyncgens>, set_member<&LoopObject::asyncgens>},
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
  t.name = "_asyncio.Loop";
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
