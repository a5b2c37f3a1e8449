// SPDX-License-Identifier: MIT
#include "loop/describer.h"
#include "python/library/asyncio/objects.h"
#include "python/library/context.h"
#include "python/number/float_text.h"
#include "python/library/asyncio/origin.h"
#include "python/vm/gc.h"
#include "python/vm/names.h"
#include "python/vm/signature.h"
#include "python/vm/exception.h"

/// asyncio.Handle and asyncio.TimerHandle (asyncio.events).
namespace loopscope::python {

namespace {

HandleObject* self_of(Value v) { return v.as<HandleObject>(); }

void drop_callback(HandleObject* h) {
  Value callback = h->callback;
  Tuple* args = h->args;
  h->callback = Value();
  h->args = nullptr;
  xdecref(callback);
  if (args) decref(Value(args));
}

/// For loops that C++ drives: the call on the C++ stack. The VM's loop frame calls it through a frame instead.
void run_nested(HandleObject* h) {
  if (!h->callback) return;
  Ref keep = Ref::share(h);
  Ref callback = Ref::share(h->callback);
  Own<Tuple> args = Own<Tuple>::share(h->args);
  if (!call(callback, Args{args->items, args->size, nullptr})) write_unraisable("Exception in callback", callback);
}

void describe_callback(HandleObject* h, loop::Describer& describer) {
  describer.label(h->callback ? callback_label(h->callback) : "cancelled");
}

void dealloc(Object* o) {
  HandleObject* h = static_cast<HandleObject*>(o);
  gc_untrack(o);
  drop_callback(h);
  clear(h->context);
  clear(h->origin);
  clear(h->shown);
  delete h->core;
  decref(Value(h->loop));
  free_object(o);
}
void traverse(Object* o, Visitor& visit) {
  HandleObject* h = static_cast<HandleObject*>(o);
  visit(h->loop);
  visit(h->callback);
  visit(h->args);
  visit(h->context);
  visit(h->origin);
}
void clear_slot(Object* o) {
  drop_callback(static_cast<HandleObject*>(o));
  clear(static_cast<HandleObject*>(o)->context);
}

Own<HandleObject> make(Type& type, LoopObject* loop, Value callback, Tuple* args, Value context) {
  HandleObject* h = allocate_as<HandleObject>(&type);
  if (!h) return {};
  h->loop = loop;
  incref(Value(loop));
  h->callback = Ref::share(callback).release();
  h->args = args;
  incref(Value(args));
  h->origin = creation_stack(loop, StackDepth::ten).release();
  gc_track(h);
  if (context && context != kNone) {
    h->context = Ref::share(context).release();
  } else if (current_thread().context) {
    Ref copy = copy_context(current_thread().context);
    if (!copy) return {};
    h->context = copy.release();
  }
  return Own<HandleObject>::steal(h);
}

Ref show(HandleObject* h, bool cancelled) {
  std::string text = h->is_timer ? "<TimerHandle" : "<Handle";
  if (cancelled) text += " cancelled";
  if (h->is_timer) text += " when=" + float_repr(static_cast<TimerCore*>(h->core)->when());
  if (h->callback) text += " " + callback_text(h);
  return make_str(text + creation_text(h->origin) + ">");
}

Ref cancel(Value self, const Value*) {
  HandleObject* h = self_of(self);
  // For those who are shown it afterwards: "Executing <Handle cancelled f(1)> took ...".
  if (h->loop->debug && !h->core->cancelled()) h->shown = show(h, true).release();
  h->core->cancel();
  return none();
}
Ref cancelled(Value self, const Value*) { return boolean(self_of(self)->core->cancelled()); }
Ref when(Value self, const Value*) { return make_float(static_cast<TimerCore*>(self_of(self)->core)->when()); }
Ref get_context(Value self, const Value*) { return self_of(self)->context ? Ref::share(self_of(self)->context) : none(); }
Ref get_callback(Value self) { return self_of(self)->callback ? Ref::share(self_of(self)->callback) : none(); }
Ref get_args(Value self) { return self_of(self)->args ? Ref::share(self_of(self)->args) : none(); }
Ref get_cancelled(Value self) { return boolean(self_of(self)->core->cancelled()); }

Ref repr_handle(Value self) {
  HandleObject* h = self_of(self);
  return h->shown ? Ref::share(h->shown) : show(h, h->core->cancelled());
}

/// 1, 0, -1
int same_timer(HandleObject* a, HandleObject* b) {
  if (static_cast<TimerCore*>(a->core)->when() != static_cast<TimerCore*>(b->core)->when()) return 0;
  if (a->core->cancelled() != b->core->cancelled()) return 0;
  if (!a->callback || !b->callback) return a->callback == b->callback;
  int same = equal(a->callback, b->callback);
  return same == 1 ? equal(Value(a->args), Value(b->args)) : same;
}

Ref compare_timers(Value a, Value b, CompareOp op) {
  if (!has_type(a, &timer_handle_type) || !has_type(b, &timer_handle_type)) return not_implemented();
  double x = static_cast<TimerCore*>(self_of(a)->core)->when(), y = static_cast<TimerCore*>(self_of(b)->core)->when();
  if (op == CompareOp::lt) return boolean(x < y);
  if (op == CompareOp::gt) return boolean(x > y);
  if (op == CompareOp::le && x < y) return boolean(true);
  if (op == CompareOp::ge && x > y) return boolean(true);
  int same = same_timer(self_of(a), self_of(b));
  return same < 0 ? Ref() : boolean(same == (op != CompareOp::ne));
}
bool hash_timer(Value v, int64_t* out) {
  *out = hash_double(static_cast<TimerCore*>(self_of(v)->core)->when());
  return true;
}

Ref get_origin(Value self) { return self_of(self)->origin ? Ref::share(self_of(self)->origin) : none(); }
Ref get_loop(Value self) { return Ref::share(self_of(self)->loop); }
Ref get_context_attribute(Value self) { return get_context(self, nullptr); }
Ref get_scheduled(Value self) { return boolean(static_cast<TimerCore*>(self_of(self)->core)->scheduled()); }
Ref get_when(Value self) { return when(self, nullptr); }

Ref run_now(Value self, const Value*);

const NativeDef kMethods[] = {
    {"cancel", cancel, ""}, {"cancelled", cancelled, ""}, {"_run", run_now, ""}, {"get_context", get_context, ""}, {nullptr, nullptr, nullptr}};
const NativeDef kTimerMethods[] = {{"when", when, ""}, {nullptr, nullptr, nullptr}};
const GetSetDef kAttributes[] = {
    {"_callback", get_callback},       {"_args", get_args},
    {"_cancelled", get_cancelled},     {"_loop", get_loop},
    {"_source_traceback", get_origin}, {"_context", get_context_attribute},
    {nullptr, nullptr}};
const GetSetDef kTimerAttributes[] = {{"_when", get_when}, {"_scheduled", get_scheduled}, {nullptr, nullptr}};

Ref run_now(Value self, const Value*) {
  HandleObject* h = self_of(self);
  Ref keep = Ref::share(self);
  if (!h->callback) return raise(exc::TypeError, "'NoneType' object is not callable");
  Ref callback = Ref::share(h->callback);
  Own<Tuple> args = Own<Tuple>::share(h->args);
  std::swap(current_thread().context, h->context);
  bool ok = static_cast<bool>(call(callback, Args{args->items, args->size, nullptr}));
  std::swap(current_thread().context, h->context);
  return ok || report_callback_error(h) ? none() : Ref();
}

/// asyncio.Handle(...): loops written in Python make them themselves.
Ref new_handle(Type* type, const Args& args) {
  bool timed = is_subtype(type, &timer_handle_type);
  BoundArgs bound(*Signature::of(timed ? "when, callback, args, loop, context=None" : "callback, args, loop, context=None"),
                  {timed ? "TimerHandle.__init__" : "Handle.__init__", nullptr, true}, args);
  if (!bound) return {};
  uint32_t first = timed ? 1 : 0;
  double when = 0;
  if (timed && !to_double(bound[0], &when)) return {};
  if (!has_type(bound[first + 2], &loop_type)) return raise(exc::TypeError, "loop must be an event loop, not %T", bound[first + 2]);
  Own<Tuple> arguments = to_tuple(bound[first + 1]);
  if (!arguments) return {};
  LoopObject* loop = bound[first + 2].as<LoopObject>();
  return timed ? make_timer_handle(loop, when, bound[first], arguments.get(), bound[first + 3])
               : make_handle(loop, bound[first], arguments.get(), bound[first + 3]);
}
bool init_handle(Value, const Args&) { return true; }

void setup(Type& t, const char* name) {
  t.name = name;
  t.basic_size = sizeof(HandleObject);
  t.weaklist_offset = offsetof(HandleObject, weaklist);
  t.flags = kTypeGc | kTypePythonClass;
  t.new_ = new_handle;
  t.init = init_handle;
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.clear = clear_slot;
  t.repr = repr_handle;
}

}  // namespace

void HandleCore::run() { run_nested(self_); }
void HandleCore::describe(loop::Describer& describer) { describe_callback(self_, describer); }
void HandleCore::on_cancel() { drop_callback(self_); }
void TimerCore::run() { run_nested(self_); }
void TimerCore::describe(loop::Describer& describer) { describe_callback(self_, describer); }
void TimerCore::on_cancel() { drop_callback(self_); }

bool report_callback_error(HandleObject* h) {
  if (pending_is(exc::KeyboardInterrupt) || pending_is(exc::SystemExit)) return false;
  Ref error = take_pending();
  Own<Dict> context = make_dict();
  dict_set(context.get(), intern("message"), make_str("Exception in callback " + callback_text(h)));
  dict_set(context.get(), intern("exception"), error);
  dict_set(context.get(), intern("handle"), Value(h));
  add_origin(context.get(), h->origin);
  report_to_loop(h->loop, context);
  return true;
}

Own<HandleObject> make_handle(LoopObject* loop, Value callback, Tuple* args, Value context) {
  Own<HandleObject> h = make(handle_type, loop, callback, args, context);
  if (h) h->core = new HandleCore(h.get(), *loop->core);
  return h;
}

Own<HandleObject> make_timer_handle(LoopObject* loop, double when, Value callback, Tuple* args, Value context) {
  Own<HandleObject> h = make(timer_handle_type, loop, callback, args, context);
  if (!h) return {};
  h->core = new TimerCore(h.get(), *loop->core, when);
  h->is_timer = true;
  return h;
}

Type handle_type{}, timer_handle_type{};

void ready_handle_types() {
  setup(handle_type, "asyncio.events.Handle");
  handle_type.methods = kMethods;
  handle_type.getset = kAttributes;
  ready_type(&handle_type);
  setup(timer_handle_type, "asyncio.events.TimerHandle");
  timer_handle_type.base = &handle_type;
  timer_handle_type.methods = kTimerMethods;
  timer_handle_type.getset = kTimerAttributes;
  timer_handle_type.compare = compare_timers;
  timer_handle_type.hash = hash_timer;
  ready_type(&timer_handle_type);
}

}  // namespace loopscope::python
