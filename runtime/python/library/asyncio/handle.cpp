// SPDX-License-Identifier: MIT
#include "loop/describer.h"
#include "python/library/asyncio/objects.h"
#include "python/number/float_text.h"
#include "python/vm/gc.h"
#include "python/vm/names.h"

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
  gc_track(h);
  if (context && context != kNone) {
    h->context = Ref::share(context).release();
  } else if (current_thread().context) {
    Ref copy = call_method(current_thread().context, intern("copy"));
    if (!copy) return {};
    h->context = copy.release();
  }
  return Own<HandleObject>::steal(h);
}

Ref cancel(Value self, const Value*) {
  self_of(self)->core->cancel();
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
  std::string text = h->is_timer ? "<TimerHandle" : "<Handle";
  if (h->core->cancelled()) text += " cancelled";
  if (h->is_timer) text += " when=" + float_repr(static_cast<TimerCore*>(h->core)->when());
  if (h->callback) text += " " + callback_text(h);
  return make_str(text + ">");
}

Ref compare_timers(Value a, Value b, CompareOp op) {
  if (!is_exact(a, timer_handle_type) || !is_exact(b, timer_handle_type)) return not_implemented();
  double x = static_cast<TimerCore*>(self_of(a)->core)->when(), y = static_cast<TimerCore*>(self_of(b)->core)->when();
  switch (op) {
    case CompareOp::lt: return boolean(x < y);
    case CompareOp::le: return boolean(x <= y);
    case CompareOp::gt: return boolean(x > y);
    case CompareOp::ge: return boolean(x >= y);
    case CompareOp::eq: return boolean(a == b);
    case CompareOp::ne: return boolean(a != b);
  }
  return {};
}
bool hash_timer(Value v, int64_t* out) {
  *out = hash_double(static_cast<TimerCore*>(self_of(v)->core)->when());
  return true;
}

const NativeDef kMethods[] = {
    {"cancel", cancel, ""}, {"cancelled", cancelled, ""}, {"get_context", get_context, ""}, {nullptr, nullptr, nullptr}};
const NativeDef kTimerMethods[] = {{"when", when, ""}, {nullptr, nullptr, nullptr}};
const GetSetDef kAttributes[] = {
    {"_callback", get_callback}, {"_args", get_args}, {"_cancelled", get_cancelled}, {nullptr, nullptr}};

void setup(Type& t, const char* name) {
  t.name = name;
  t.basic_size = sizeof(HandleObject);
  t.weaklist_offset = offsetof(HandleObject, weaklist);
  t.flags = kTypeGc | kTypeNoInstantiate | kTypePythonClass;
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

std::string callback_label(Value callback) {
  Ref keep = take_pending();
  std::string text;
  Value target = callback;
  Ref partial;
  // functools.partial(f, ...): show f.
  if (Ref inner = get_attr_or_null(target, intern("func"))) {
    partial = std::move(inner);
    target = partial;
  }
  clear_pending();
  Ref name = get_attr_or_null(target, names::__qualname__);
  if (!name) {
    clear_pending();
    name = repr(callback);
  }
  if (name && is_str(name)) text = to_utf8(name.as<Str>());
  clear_pending();
  if (keep) restore_pending(std::move(keep));
  return text;
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
  timer_handle_type.compare = compare_timers;
  timer_handle_type.hash = hash_timer;
  ready_type(&timer_handle_type);
}

}  // namespace loopscope::python
