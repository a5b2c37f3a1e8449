// SPDX-License-Identifier: MIT
#include "loop/describer.h"
#include "python/library/asyncio/objects.h"
#include "python/library/asyncio/origin.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/generic_alias.h"
#include "python/vm/names.h"
#include "python/vm/signature.h"

/// asyncio.Future (asyncio.futures).
namespace loopscope::python {

namespace {

FutureObject* self_of(Value v) { return v.as<FutureObject>(); }

Type* invalid_state_error() {
  static Type* type = nullptr;
  if (!type) {
    Ref module = import_module("asyncio.exceptions");
    Ref v = module ? get_attr(module, intern("InvalidStateError")) : Ref();
    if (!v) return nullptr;
    type = static_cast<Type*>(v.release().object());
  }
  return type;
}

std::nullptr_t raise_invalid_state(const char* text) {
  Type* type = invalid_state_error();
  return type ? raise(*type, "%s", text) : nullptr;
}

bool ready_core(FutureObject* f) {
  if (f->core) return true;
  raise(exc::RuntimeError, "%T.__init__() was not called", Value(f));
  return false;
}

/// Settles a future on Python's behalf. False: its loop is closed, and RuntimeError tells those who count on its callbacks.
bool settle_open(FutureObject* f, loop::Future::State state) {
  bool awaited = f->core->callback_count() > 0;
  f->core->settle(state);
  if (!awaited || !f->loop->closed) return true;
  raise(exc::RuntimeError, "Event loop is closed");
  return false;
}

}  // namespace

// ---- core ----------------------------------------------------------------------------------------------------------------

bool has_own_cancel(FutureObject* f) {
  return f->type->flags & kTypeHeap && !is_exact(lookup_in_type(f->type, names::cancel), method_descriptor_type);
}

bool call_cancel(Value future, void* message) {
  static Str* keyword = intern("msg");
  Ref method = get_attr(future, names::cancel);
  Own<Tuple> keywords = tuple_of(Value(keyword));
  Value argument = message ? Value(static_cast<Object*>(message)) : kNone;
  Ref answer = method ? call(method, Args{&argument, 0, keywords.get()}) : Ref();
  int t = answer ? truth(answer) : -1;
  if (t < 0) write_unraisable("Exception ignored in cancellation of", future);
  return t == 1;
}

bool FutureCore::cancel(void* message) {
  return has_own_cancel(self_) ? call_cancel(self_, message) : cancel_native(message);
}

bool FutureCore::cancel_native(void* message) {
  if (done()) return false;
  FutureObject* f = self_;
  assign(f->cancel_message, message ? Value(static_cast<Object*>(message)) : Value());
  f->log_traceback = false;
  return settle_open(f, State::kCancelled);
}

void FutureCore::wake() {
  // What the primitives of CPython leave in a waiter's future; its repr shows it.
  switch (kind()) {
    case loop::AwaitKind::kQueueGet:
    case loop::AwaitKind::kQueuePut: assign(self_->result, kNone); break;
    case loop::AwaitKind::kCondition: assign(self_->result, kFalse); break;
    default: assign(self_->result, kTrue); break;
  }
  settle(State::kFinished);
}

void FutureCore::describe(loop::Describer& describer) { Future::describe(describer); }

// ---- shared operations ------------------------------------------------------------------------------------------------------

constexpr LibraryPlace kCreateFuture{"asyncio/base_events.py", 460, "create_future"};

Own<FutureObject> make_future(LoopObject* loop, loop::AwaitKind kind) {
  FutureObject* f = allocate_as<FutureObject>(&future_type);
  if (!f) return {};
  f->loop = loop;
  incref(Value(loop));
  f->core = new FutureCore(f, *loop->core, kind);
  f->origin = creation_stack(loop, StackDepth::all, &kCreateFuture).release();
  gc_track(f);
  return Own<FutureObject>::steal(f);
}

Ref make_cancelled_error(FutureObject* f) {
  if (f->cancelled_error) {
    Ref error = Ref::steal(f->cancelled_error);
    f->cancelled_error = Value();
    return error;
  }
  if (f->cancel_message && f->cancel_message != kNone) return call(Value(&exc::CancelledError), f->cancel_message);
  return call(Value(&exc::CancelledError));
}

Ref future_outcome(FutureObject* f) {
  if (!f->core) return raise_invalid_state("Result is not set.");
  switch (f->core->state()) {
    case loop::Future::State::kCancelled: {
      Ref error = make_cancelled_error(f);
      if (error) raise_value(error);
      return {};
    }
    case loop::Future::State::kPending: return raise_invalid_state("Result is not set.");
    case loop::Future::State::kFinished: break;
  }
  f->log_traceback = false;
  if (f->exception) {
    // The first to ask gets the traceback that the exception came with, later ones begin anew: what several awaiters have
    // added to one exception object does not pile up.
    assign(f->exception.as<Exception>()->traceback, f->failure_traceback);
    clear(f->failure_traceback);
    raise_value(f->exception);
    return {};
  }
  return Ref::share(f->result);
}

bool future_set_result(FutureObject* f, Value v) {
  if (!ready_core(f)) return false;
  if (f->core->done()) return raise_invalid_state("invalid state"), false;
  assign(f->result, v);
  return settle_open(f, loop::Future::State::kFinished);
}

void keep_failure(FutureObject* f, Value exception) {
  assign(f->exception, exception);
  assign(f->failure_traceback, exception.as<Exception>()->traceback);
  f->log_traceback = true;
}

bool future_set_exception(FutureObject* f, Value exception) {
  if (!ready_core(f)) return false;
  if (f->core->done()) return raise_invalid_state("invalid state"), false;
  Ref instance = Ref::share(exception);
  if (has_type(exception, &type_type) && is_subtype(static_cast<Type*>(exception.object()), &exc::BaseException)) {
    instance = call(exception);
    if (!instance) return false;
  }
  if (!is_exception(instance)) {
    raise(exc::TypeError, "invalid exception object");
    return false;
  }
  if (has_type(instance, &exc::StopIteration)) {
    raise(exc::RuntimeError, "StopIteration interacts badly with generators and cannot be raised into a Future");
    Ref replacement = take_pending();
    assign(replacement.as<Exception>()->cause, instance);
    assign(replacement.as<Exception>()->context, instance);
    instance = std::move(replacement);
  }
  keep_failure(f, instance);
  if (settle_open(f, loop::Future::State::kFinished)) return true;
  f->log_traceback = false;
  return false;
}

void future_traverse(Object* o, Visitor& visit) {
  FutureObject* f = static_cast<FutureObject*>(o);
  visit(f->dict);
  visit(f->loop);
  visit(f->result);
  visit(f->exception);
  visit(f->failure_traceback);
  visit(f->cancel_message);
  visit(f->cancelled_error);
  visit(f->origin);
  if (!f->core) return;
  auto each = [&](loop::RefCounted& target) {
    if (void* object = target.collectable()) visit(static_cast<Object*>(object));
  };
  if (loop::Task* task = f->core->as_task())
    task->visit_references(each);
  else
    f->core->visit_references(each);
}

void future_clear(Object* o) {
  FutureObject* f = static_cast<FutureObject*>(o);
  clear(f->result);
  clear(f->exception);
  clear(f->failure_traceback);
  clear(f->cancelled_error);
  if (!f->core) return;
  if (loop::Task* task = f->core->as_task())
    task->clear_references();
  else
    f->core->clear_callbacks();
}

void future_dealloc(Object* o) {
  FutureObject* f = static_cast<FutureObject*>(o);
  gc_untrack(o);
  future_clear(o);
  clear(f->cancel_message);
  clear(f->origin);
  delete f->core;
  f->core = nullptr;
  if (f->dict) decref(Value(f->dict));
  if (f->loop) decref(Value(f->loop));
  free_object(o);
}

namespace {

void finalize(Object* o) {
  FutureObject* f = static_cast<FutureObject*>(o);
  if (!f->log_traceback || !f->exception || !f->loop) return;
  f->log_traceback = false;
  Ref pending = take_pending();
  Own<Dict> context = make_dict();
  std::string message = std::string(to_utf8(type_of(Value(o))->name_object)) + " exception was never retrieved";
  dict_set(context.get(), intern("message"), make_str(message));
  dict_set(context.get(), intern("exception"), f->exception);
  dict_set(context.get(), intern("future"), Value(o));
  add_origin(context.get(), f->origin);
  report_to_loop(f->loop, context);
  if (pending) restore_pending(std::move(pending));
}

// ---- methods --------------------------------------------------------------------------------------------------------------

Ref new_future(Type* type, const Args&) {
  FutureObject* f = allocate_as<FutureObject>(type);
  if (!f) return {};
  gc_track(f);
  return Ref::steal(f);
}

bool init_future(Value self, const Args& args) {
  BoundArgs bound(*Signature::of("*, loop=None"), {"Future"}, args);
  if (!bound) return false;
  Own<LoopObject> loop = loop_for(bound[0]);
  if (!loop) return false;
  FutureObject* f = self_of(self);
  if (f->core) return true;
  f->loop = Own<LoopObject>::share(loop.get()).release();
  f->core = new FutureCore(f, *loop->core, loop::AwaitKind::kFuture);
  f->origin = creation_stack(loop.get(), StackDepth::all).release();
  return true;
}

Ref result(Value self, const Value*) { return future_outcome(self_of(self)); }

Ref exception(Value self, const Value*) {
  FutureObject* f = self_of(self);
  if (!f->core) return raise_invalid_state("Exception is not set.");
  if (f->core->cancelled()) {
    Ref error = make_cancelled_error(f);
    if (error) raise_value(error);
    return {};
  }
  if (!f->core->done()) return raise_invalid_state("Exception is not set.");
  f->log_traceback = false;
  return f->exception ? Ref::share(f->exception) : none();
}

Ref set_result(Value self, const Value* args) { return future_set_result(self_of(self), args[0]) ? none() : Ref(); }
Ref set_exception(Value self, const Value* args) { return future_set_exception(self_of(self), args[0]) ? none() : Ref(); }

Ref done(Value self, const Value*) { return boolean(self_of(self)->core && self_of(self)->core->done()); }
Ref cancelled(Value self, const Value*) { return boolean(self_of(self)->core && self_of(self)->core->cancelled()); }

Ref cancel(Value self, const Value* args) {
  FutureObject* f = self_of(self);
  if (!ready_core(f)) return {};
  f->log_traceback = false;
  Value message = args[0] && args[0] != kNone ? args[0] : Value();
  void* object = message ? message.object() : nullptr;
  loop::Task* task = f->core->as_task();
  bool asked = task ? static_cast<TaskCore*>(task)->cancel_native(object) : static_cast<FutureCore*>(f->core)->cancel_native(object);
  return failed() ? Ref() : boolean(asked);
}

Ref add_done_callback(Value self, const Value* args) {
  FutureObject* f = self_of(self);
  if (!ready_core(f)) return {};
  Own<Tuple> arguments = tuple_of(self);
  Own<HandleObject> handle = make_handle(f->loop, args[0], arguments.get(), args[1]);
  if (!handle) return {};
  handle->for_future = true;
  f->core->add_callback(loop::Ref<loop::Handle>(handle->core));
  return none();
}

Ref remove_done_callback(Value self, const Value* args) {
  FutureObject* f = self_of(self);
  if (!ready_core(f)) return {};
  int64_t removed = 0;
  for (size_t i = 0; i < f->core->callback_count();) {
    Object* object = static_cast<Object*>(f->core->callback(i).collectable());
    bool same = false;
    if (object && object->type == &handle_type) {
      Ref callback = Ref::share(static_cast<HandleObject*>(object)->callback);
      int t = callback ? equal(callback, args[0]) : 0;
      if (t < 0) return {};
      same = t;
    }
    if (same) {
      loop::Ref<loop::Handle> gone = f->core->remove_callback_at(i);
      removed++;
    } else {
      i++;
    }
  }
  return make_int(removed);
}

Ref get_loop(Value self, const Value*) {
  return self_of(self)->loop ? Ref::share(self_of(self)->loop) : Ref(raise(exc::RuntimeError, "Future object is not initialized."));
}
Ref make_error(Value self, const Value*) { return make_cancelled_error(self_of(self)); }
Ref await_method(Value self) { return make_future_iterator(self); }

Ref get_blocking(Value v) { return boolean(self_of(v)->blocking); }
bool set_blocking(Value v, Value b) { return !refuses_deletion(b) && (self_of(v)->blocking = truth(b) == 1, true); }
Ref get_loop_attribute(Value v) { return self_of(v)->loop ? Ref::share(self_of(v)->loop) : none(); }
Ref get_state(Value v) {
  FutureObject* f = self_of(v);
  if (!f->core || !f->core->done()) return make_str("PENDING");
  return make_str(f->core->cancelled() ? "CANCELLED" : "FINISHED");
}
Ref get_log_traceback(Value v) { return boolean(self_of(v)->log_traceback); }
bool set_log_traceback(Value v, Value b) {
  if (refuses_deletion(b)) return false;
  if (truth(b) == 1) return raise(exc::ValueError, "_log_traceback can only be set to False"), false;
  self_of(v)->log_traceback = false;
  return true;
}
Ref get_result_attribute(Value v) { return self_of(v)->result ? Ref::share(self_of(v)->result) : none(); }
Ref get_exception_attribute(Value v) { return self_of(v)->exception ? Ref::share(self_of(v)->exception) : none(); }
Ref get_cancel_message(Value v) { return self_of(v)->cancel_message ? Ref::share(self_of(v)->cancel_message) : none(); }
bool set_cancel_message(Value v, Value m) { return assign(self_of(v)->cancel_message, m), true; }
Ref get_origin(Value v) { return self_of(v)->origin ? Ref::share(self_of(v)->origin) : none(); }
/// [(callback, context), ...]; None when there are none.
Ref get_callbacks(Value v) {
  FutureObject* f = self_of(v);
  Own<List> all = make_list();
  for (size_t i = 0; f->core && i < f->core->callback_count(); i++) {
    Object* object = static_cast<Object*>(f->core->callback(i).collectable());
    if (!object || object->type != &handle_type) continue;
    HandleObject* h = static_cast<HandleObject*>(object);
    list_append(all.get(), tuple_of(h->callback, h->context ? h->context : kNone));
  }
  return all->size ? Ref(all) : none();
}
/// What the future stands for in the inspector: "gather", "wait"...
bool set_role(Value v, Value role) {
  if (!role || !is_str(role) || !self_of(v)->core) return true;
  std::string text = to_utf8(role.as<Str>());
  for (int k = 0; k <= static_cast<int>(loop::AwaitKind::kFetch); k++)
    if (text == loop::name_of(static_cast<loop::AwaitKind>(k))) self_of(v)->core->set_role(static_cast<loop::AwaitKind>(k));
  return true;
}
Ref get_role(Value v) { return make_str(self_of(v)->core ? loop::name_of(self_of(v)->core->kind()) : "future"); }

const NativeDef kMethods[] = {
    {"result", result, ""},
    {"exception", exception, ""},
    {"set_result", set_result, "result, /"},
    {"set_exception", set_exception, "exception, /"},
    {"done", done, ""},
    {"cancelled", cancelled, ""},
    {"cancel", cancel, "msg=None"},
    {"add_done_callback", add_done_callback, "fn, /, *, context=None"},
    {"remove_done_callback", remove_done_callback, "fn, /"},
    {"get_loop", get_loop, ""},
    {"_make_cancelled_error", make_error, ""},
    {"__class_getitem__", class_getitem, "item, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {
    {"_asyncio_future_blocking", get_blocking, set_blocking},
    {"_loop", get_loop_attribute},
    {"_state", get_state},
    {"_log_traceback", get_log_traceback, set_log_traceback},
    {"_Future__log_traceback", get_log_traceback, set_log_traceback},
    {"_result", get_result_attribute},
    {"_exception", get_exception_attribute},
    {"_cancel_message", get_cancel_message, set_cancel_message},
    {"_source_traceback", get_origin},
    {"_callbacks", get_callbacks},
    {"_loopscope_role", get_role, set_role},
    {nullptr, nullptr},
};

}  // namespace

Type future_type{};

bool refuses_deletion(Value v) {
  if (!v) raise(exc::AttributeError, "cannot delete attribute");
  return !v;
}

Own<LoopObject> loop_for(Value given) {
  if (given && given != kNone) {
    if (has_type(given, &loop_type)) return Own<LoopObject>::share(given.as<LoopObject>());
    return raise(exc::TypeError, "loop must be an event loop, not %T", given);
  }
  if (LoopObject* running = running_loop()) return Own<LoopObject>::share(running);
  Ref module = import_module("asyncio.events");
  Ref loop = module ? call_method(module, intern("get_event_loop")) : Ref();
  if (!loop) return {};
  if (!has_type(loop, &loop_type)) return raise(exc::TypeError, "loop must be an event loop, not %T", loop.get());
  return Own<LoopObject>::steal(loop.release().as<LoopObject>());
}

void ready_future_type() {
  Type& t = future_type;
  t.name = "_asyncio.Future";
  t.basic_size = sizeof(FutureObject);
  t.dict_offset = offsetof(FutureObject, dict);
  t.weaklist_offset = offsetof(FutureObject, weaklist);
  t.flags = kTypeBase | kTypeGc;
  t.dealloc = future_dealloc;
  t.traverse = future_traverse;
  t.clear = future_clear;
  t.finalize = finalize;
  t.repr = future_repr;
  t.new_ = new_future;
  t.init = init_future;
  t.iter = await_method;
  t.await_ = await_method;
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
}

}  // namespace loopscope::python
