// SPDX-License-Identifier: MIT
#include "python/number/hex_text.h"
#include "python/vm/async_generator.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/generator_internal.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"
#include "python/vm/startup.h"
#include "python/vm/traceback_object.h"
#include "python/vm/warning.h"

/// generator, coroutine, async_generator and coroutine_wrapper: life cycle, methods and attributes.
namespace loopscope::python {

Type generator_type{}, coroutine_type{}, async_generator_type{}, coroutine_wrapper_type{};

namespace {

Generator* self_of(Value v) { return v.as<Generator>(); }

// ---- life cycle -----------------------------------------------------------------------------------------------------

void finalize(Object* o) {
  Generator* g = static_cast<Generator*>(o);
  if (g->state == GeneratorState::closed || g->state == GeneratorState::running) return;
  Ref pending = take_pending();
  if (g->kind == GeneratorKind::async_generator && g->finalizer && g->state == GeneratorState::suspended && !g->ag_closed) {
    Ref hook = Ref::share(g->finalizer);
    if (!call(hook, g)) write_unraisable("Exception ignored in async generator finalizer", g);
  } else if (g->kind == GeneratorKind::coroutine && g->state == GeneratorState::created && !g->awaited) {
    warn_never_awaited(g);
    g->awaited = true;
  } else if (g->state == GeneratorState::suspended) {
    Ref r = close_generator(g);
    if (!r) write_unraisable("Exception ignored in", g);
  }
  if (pending) restore_pending(std::move(pending));
}

void dealloc(Object* o) {
  Generator* g = static_cast<Generator*>(o);
  gc_untrack(o);
  if (g->frame) finish_generator_frame(g);
  delete g->native;
  clear(g->finalizer);
  clear(g->origin);
  clear(g->exceptions.handled);
  decref(Value(g->name));
  decref(Value(g->qualname));
  if (g->code) decref(Value(g->code));
  free_object(o);
}

void traverse(Object* o, Visitor& visit) {
  Generator* g = static_cast<Generator*>(o);
  visit(g->finalizer);
  visit(g->exceptions.handled);
  if (g->native) g->native->traverse(visit);
  Frame* frame = g->frame;
  if (!frame || g->state == GeneratorState::running) return;
  for (Value* p = frame->locals(); p < frame->sp; p++) visit(*p);
  visit(frame->mapping);
  visit(frame->aux);
  if (frame->function)
    visit(frame->function);
  else
    visit(frame->globals);
  // The frame object's reference is owned by the frame.
  if (frame->object) visit(frame->object);
}

void clear_generator(Object* o) {
  Generator* g = static_cast<Generator*>(o);
  if (g->state == GeneratorState::running) return;
  g->state = GeneratorState::closed;
  finish_generator_frame(g);
  NativeBody* native = g->native;
  g->native = nullptr;
  delete native;
  clear(g->finalizer);
}

// ---- methods --------------------------------------------------------------------------------------------------------

Ref outcome(bool pushed, SendStatus status, Ref result) {
  if (pushed) return frame_pushed();
  if (status == SendStatus::yielded) return result;
  if (status == SendStatus::returned) {
    if (result == kNone) return raise(exc::StopIteration, nullptr);
    return raise_with(exc::StopIteration, result);
  }
  return {};
}

Ref send(Value self, const Value* args) {
  SendStatus status;
  Ref result;
  bool pushed = resume_generator(self_of(self), args[0], OnReturn::gen_method, &status, &result);
  return outcome(pushed, status, std::move(result));
}

}  // namespace

bool check_throw_signature(const Value* args, const char* method) {
  if (!args[1] && !args[2]) return true;
  if (args[2] && args[2] != kNone && !is_exact(args[2], traceback_type)) {
    raise(exc::TypeError, "throw() third argument must be a traceback object");
    return false;
  }
  return warn(exc::DeprecationWarning, std::string("the (type, exc, tb) signature of ") + method +
                                           "() is deprecated, use the single-arg signature instead.");
}

namespace {

Ref throw_method(Value self, const Value* args) {
  if (!check_throw_signature(args, "throw")) return {};
  Thrown thrown{Ref::share(args[0]), Ref::share(args[1]), Ref::share(args[2])};
  SendStatus status;
  Ref result;
  bool pushed = throw_generator(self_of(self), thrown, true, OnReturn::gen_method, &status, &result);
  return outcome(pushed, status, std::move(result));
}

Ref close(Value self, const Value*) {
  Ref keep = Ref::share(self);
  return close_generator(self_of(self));
}

/// The `next` slot: from C++.
Ref next_slot(Value self) {
  Ref result;
  switch (send_to(self, kNone, &result)) {
    case SendStatus::yielded: return result;
    case SendStatus::returned:
      if (result != kNone) raise_with(exc::StopIteration, result);
      return {};
    case SendStatus::raised: return {};
  }
  return {};
}

/// `__next__()` from Python: through a frame.
Ref next_method(Value self, const Value*) {
  Value argument = kNone;
  return send(self, &argument);
}

Ref identity(Value self) { return Ref::share(self); }
Ref identity_method(Value self, const Value*) { return Ref::share(self); }

Ref make_wrapper(Value self) {
  CoroutineWrapper* w = allocate_as<CoroutineWrapper>(&coroutine_wrapper_type);
  if (!w) return {};
  w->coroutine = Ref::share(self).release();
  gc_track(w);
  return Ref::steal(w);
}

Ref repr_generator(Value self) {
  Generator* g = self_of(self);
  const char* kind = type_of(self)->name;
  std::string text = std::string("<") + kind + " object " + to_utf8(g->qualname) + " at " + address_text(g) + ">";
  return make_str(text);
}

// ---- async generator -----------------------------------------------------------------------------------------------

Ref anext_slot(Value self) { return make_async_gen_awaitable(async_gen_asend_type, self_of(self), Value()); }
Ref anext_method(Value self, const Value*) { return anext_slot(self); }
Ref asend(Value self, const Value* args) { return make_async_gen_awaitable(async_gen_asend_type, self_of(self), args[0]); }
Ref athrow(Value self, const Value* args) {
  if (!check_throw_signature(args, "athrow")) return {};
  uint32_t count = args[2] ? 3 : args[1] ? 2 : 1;
  Value given[] = {args[0], args[1] ? args[1] : kNone, args[2]};
  Own<Tuple> thrown = make_tuple(given, count);
  return thrown ? make_async_gen_awaitable(async_gen_athrow_type, self_of(self), thrown) : Ref();
}
Ref aclose(Value self, const Value*) { return make_async_gen_awaitable(async_gen_athrow_type, self_of(self), Value()); }

// ---- attributes -------------------------------------------------------------------------------------------------------

Ref get_name(Value self) { return Ref::share(self_of(self)->name); }
bool set_name(Value self, Value v) {
  if (!v || !is_str(v)) {
    raise(exc::TypeError, "__name__ must be set to a string object");
    return false;
  }
  incref(v);
  Own<Str> old = Own<Str>::steal(self_of(self)->name);  // it goes last: it may have a __del__
  self_of(self)->name = v.as<Str>();
  return true;
}
Ref get_qualname(Value self) { return Ref::share(self_of(self)->qualname); }
bool set_qualname(Value self, Value v) {
  if (!v || !is_str(v)) {
    raise(exc::TypeError, "__qualname__ must be set to a string object");
    return false;
  }
  incref(v);
  Own<Str> old = Own<Str>::steal(self_of(self)->qualname);  // it goes last: it may have a __del__
  self_of(self)->qualname = v.as<Str>();
  return true;
}
Ref get_frame(Value self) {
  Generator* g = self_of(self);
  if (!g->frame) return none();
  return frame_object(g->frame);
}
Ref get_running(Value self) {
  Generator* g = self_of(self);
  return boolean(g->kind == GeneratorKind::async_generator ? g->ag_running : g->state == GeneratorState::running);
}
Ref get_suspended(Value self) { return boolean(self_of(self)->state == GeneratorState::suspended); }
Ref get_code(Value self) { return self_of(self)->code ? Ref::share(self_of(self)->code) : none(); }
Ref get_awaited(Value self) {
  Value v = awaited_by(self_of(self));
  return v ? Ref::share(v) : none();
}
Ref get_origin(Value v) { return self_of(v)->origin ? Ref::share(self_of(v)->origin) : none(); }

const NativeDef generator_methods[] = {
    {"send", send, "value, /"},
    {"throw", throw_method, "typ, val=None, tb=None, /"},
    {"close", close, ""},
    {"__next__", next_method, ""},
    {nullptr, nullptr, nullptr},
};
const GetSetDef generator_attributes[] = {
    {"__name__", get_name, set_name}, {"__qualname__", get_qualname, set_qualname}, {"gi_frame", get_frame},
    {"gi_running", get_running},      {"gi_suspended", get_suspended},              {"gi_code", get_code},
    {"gi_yieldfrom", get_awaited},    {nullptr, nullptr},
};

Ref await_method(Value self, const Value*) { return make_wrapper(self); }

const NativeDef coroutine_methods[] = {
    {"send", send, "value, /"},
    {"throw", throw_method, "typ, val=None, tb=None, /"},
    {"close", close, ""},
    {"__await__", await_method, ""},
    {nullptr, nullptr, nullptr},
};
const GetSetDef coroutine_attributes[] = {
    {"__name__", get_name, set_name}, {"__qualname__", get_qualname, set_qualname}, {"cr_frame", get_frame},
    {"cr_running", get_running},      {"cr_suspended", get_suspended},              {"cr_code", get_code},
    {"cr_await", get_awaited},        {"cr_origin", get_origin},                    {nullptr, nullptr},
};

const NativeDef async_generator_methods[] = {
    {"asend", asend, "value, /"},
    {"athrow", athrow, "typ, val=None, tb=None, /"},
    {"aclose", aclose, ""},
    {"__anext__", anext_method, ""},
    {"__aiter__", identity_method, ""},
    {nullptr, nullptr, nullptr},
};
const GetSetDef async_generator_attributes[] = {
    {"__name__", get_name, set_name}, {"__qualname__", get_qualname, set_qualname}, {"ag_frame", get_frame},
    {"ag_running", get_running},      {"ag_suspended", get_suspended},              {"ag_code", get_code},
    {"ag_await", get_awaited},        {nullptr, nullptr},
};

void setup(Type& t, const char* name, const NativeDef* methods, const GetSetDef* attributes) {
  t.name = name;
  t.basic_size = sizeof(Generator);
  t.weaklist_offset = offsetof(Generator, weaklist);
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.clear = clear_generator;
  t.finalize = finalize;
  t.repr = repr_generator;
  t.methods = methods;
  t.getset = attributes;
}

// ---- coroutine_wrapper ----------------------------------------------------------------------------------------------------

Value wrapped(Value self) { return self.as<CoroutineWrapper>()->coroutine; }
Ref wrapper_send(Value self, const Value* args) { return send(wrapped(self), args); }
Ref wrapper_throw(Value self, const Value* args) { return throw_method(wrapped(self), args); }
Ref wrapper_close(Value self, const Value* args) { return close(wrapped(self), args); }
Ref wrapper_next_slot(Value self) { return next_slot(wrapped(self)); }
Ref wrapper_next_method(Value self, const Value* args) { return next_method(wrapped(self), args); }
void dealloc_wrapper(Object* o) {
  gc_untrack(o);
  clear(static_cast<CoroutineWrapper*>(o)->coroutine);
  free_object(o);
}
void traverse_wrapper(Object* o, Visitor& visit) { visit(static_cast<CoroutineWrapper*>(o)->coroutine); }
const NativeDef wrapper_methods[] = {
    {"send", wrapper_send, "value, /"},
    {"throw", wrapper_throw, "typ, val=None, tb=None, /"},
    {"close", wrapper_close, ""},
    {"__next__", wrapper_next_method, ""},
    {nullptr, nullptr, nullptr},
};

}  // namespace

void ready_async_generator_types();

void ready_generator_types() {
  setup(generator_type, "generator", generator_methods, generator_attributes);
  generator_type.iter = identity;
  generator_type.next = next_slot;
  ready_type(&generator_type);

  setup(coroutine_type, "coroutine", coroutine_methods, coroutine_attributes);
  coroutine_type.await_ = make_wrapper;
  ready_type(&coroutine_type);

  setup(async_generator_type, "async_generator", async_generator_methods, async_generator_attributes);
  async_generator_type.aiter = identity;
  async_generator_type.anext = anext_slot;
  ready_type(&async_generator_type);

  Type& t = coroutine_wrapper_type;
  t.name = "coroutine_wrapper";
  t.basic_size = sizeof(CoroutineWrapper);
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.dealloc = dealloc_wrapper;
  t.traverse = traverse_wrapper;
  t.iter = identity;
  t.next = wrapper_next_slot;
  t.methods = wrapper_methods;
  ready_type(&t);

  ready_async_generator_types();
}

}  // namespace loopscope::python
