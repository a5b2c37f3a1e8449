// SPDX-License-Identifier: MIT
#include "python/vm/async_generator.h"

#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/generator_internal.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"
#include "python/vm/warning.h"

namespace loopscope::python {

namespace {

/// A value yielded by the async generator itself, as opposed to one passed on from an inner await.
struct WrappedValue : Object {
  Value value;
};

bool is_close(const AsyncGenAwaitable* a) { return a->type == &async_gen_athrow_type && !a->argument; }

const char* method_name(const AsyncGenAwaitable* a) {
  if (a->type == &async_gen_asend_type) return "anext";
  return a->argument ? "athrow" : "aclose";
}

/// Another asend() or athrow() of the same generator is under way: RuntimeError, and this one is spent.
bool refuse_running(AsyncGenAwaitable* a) {
  if (a->state != AsyncGenAwaitable::initial || !a->generator->ag_running) return false;
  a->state = AsyncGenAwaitable::closed;
  clear_pending();
  raise(exc::RuntimeError, "%s(): asynchronous generator is already running", method_name(a));
  return true;
}

/// The arguments of athrow().
Thrown thrown_by(AsyncGenAwaitable* a) {
  Tuple* args = a->argument.as<Tuple>();
  Thrown thrown{Ref::share(args->items[0]), {}, {}};
  if (args->size > 1) thrown.value = Ref::share(args->items[1]);
  if (args->size > 2) thrown.traceback = Ref::share(args->items[2]);
  return thrown;
}

bool call_hooks(Generator* g) {
  if (g->hooks_called) return true;
  g->hooks_called = true;
  Thread& thread = current_thread();
  assign(g->finalizer, thread.asyncgen_finalizer);
  if (!thread.asyncgen_firstiter) return true;
  Ref hook = Ref::share(thread.asyncgen_firstiter);
  return static_cast<bool>(call(hook, g));
}

}  // namespace

bool is_async_gen_awaitable(Value v) {
  Type* t = type_of(v);
  return t == &async_gen_asend_type || t == &async_gen_athrow_type;
}

Ref wrap_async_value(Value v) {
  WrappedValue* w = allocate_as<WrappedValue>(&async_gen_value_type);
  if (!w) return {};
  w->value = Ref::share(v).release();
  gc_track(w);
  return Ref::steal(w);
}

Ref make_async_gen_awaitable(Type& type, Generator* g, Value argument) {
  if (!call_hooks(g)) return {};
  AsyncGenAwaitable* a = allocate_as<AsyncGenAwaitable>(&type);
  if (!a) return {};
  a->generator = g;
  incref(Value(g));
  a->argument = Ref::share(argument).release();
  a->state = AsyncGenAwaitable::initial;
  gc_track(a);
  return Ref::steal(a);
}

SendStatus async_gen_outcome(Value awaitable, SendStatus how, Ref& value) {
  AsyncGenAwaitable* a = awaitable.as<AsyncGenAwaitable>();
  Generator* g = a->generator;
  if (how == SendStatus::yielded && type_of(value) != &async_gen_value_type) return how;  // an inner await parks
  a->state = AsyncGenAwaitable::closed;
  g->ag_running = false;
  if (how == SendStatus::yielded) {
    if (is_close(a)) {
      value = Ref();
      raise(exc::RuntimeError, "async generator ignored GeneratorExit");
      return SendStatus::raised;
    }
    value = Ref::share(value.as<WrappedValue>()->value);
    return SendStatus::returned;
  }
  if (how == SendStatus::returned) {
    g->ag_closed = true;
    if (is_close(a)) {
      value = none();
      return SendStatus::returned;
    }
    value = Ref();
    raise(exc::StopAsyncIteration, nullptr);
    return SendStatus::raised;
  }
  if (pending_is(exc::StopAsyncIteration) || pending_is(exc::GeneratorExit)) {
    g->ag_closed = true;
    if (is_close(a)) {
      clear_pending();
      value = none();
      return SendStatus::returned;
    }
  }
  return SendStatus::raised;
}

bool resume_async_gen_awaitable(Value awaitable, Value value, OnReturn on_return, SendStatus* status, Ref* result) {
  AsyncGenAwaitable* a = awaitable.as<AsyncGenAwaitable>();
  Generator* g = a->generator;
  bool throws = a->type == &async_gen_athrow_type;
  *status = SendStatus::raised;
  if (a->state == AsyncGenAwaitable::closed) {
    if (!value) clear_pending();
    raise(exc::RuntimeError, throws ? "cannot reuse already awaited aclose()/athrow()"
                                    : "cannot reuse already awaited __anext__()/asend()");
    return false;
  }
  if (refuse_running(a)) return false;
  Thrown thrown;
  if (a->state == AsyncGenAwaitable::initial) {
    if (throws && value) {
      if (g->state == GeneratorState::closed) {
        a->state = AsyncGenAwaitable::closed;
        *status = SendStatus::returned;
        *result = none();
        return false;
      }
      if (g->ag_closed) {
        a->state = AsyncGenAwaitable::closed;
        raise(exc::StopAsyncIteration, nullptr);
        return false;
      }
      if (value != kNone) {
        raise(exc::RuntimeError, "can't send non-None value to a just-started coroutine");
        return false;
      }
      if (is_close(a)) {
        thrown.type = Ref::share(&exc::GeneratorExit);
        g->ag_closed = true;
      } else {
        thrown = thrown_by(a);
      }
    } else if (!throws && value == kNone && a->argument) {
      value = a->argument;
    }
    a->state = AsyncGenAwaitable::iterating;
    g->ag_running = true;
  }
  bool pushed = thrown.type ? throw_generator(g, thrown, false, on_return, status, result)
                            : resume_generator(g, value, on_return, status, result);
  if (pushed) {
    // What has the outcome translated is at the bottom of the frames pushed.
    g->frame->aux = Ref::share(awaitable).release();
    return true;
  }
  if (*status == SendStatus::raised && !failed()) raise(exc::StopAsyncIteration, nullptr);
  *status = async_gen_outcome(awaitable, *status, *result);
  return false;
}

// ---- types --------------------------------------------------------------------------------------------------------

namespace {

void dealloc_wrapped(Object* o) {
  gc_untrack(o);
  clear(static_cast<WrappedValue*>(o)->value);
  free_object(o);
}
void traverse_wrapped(Object* o, Visitor& visit) { visit(static_cast<WrappedValue*>(o)->value); }

void dealloc_awaitable(Object* o) {
  AsyncGenAwaitable* a = static_cast<AsyncGenAwaitable*>(o);
  gc_untrack(o);
  decref(Value(a->generator));
  clear(a->argument);
  free_object(o);
}
void traverse_awaitable(Object* o, Visitor& visit) {
  AsyncGenAwaitable* a = static_cast<AsyncGenAwaitable*>(o);
  visit(a->generator);
  visit(a->argument);
}

void finalize_awaitable(Object* o) {
  AsyncGenAwaitable* a = static_cast<AsyncGenAwaitable*>(o);
  if (a->state != AsyncGenAwaitable::initial) return;
  a->state = AsyncGenAwaitable::closed;
  warn_method_never_awaited(a->generator, a->type == &async_gen_asend_type ? "asend" : method_name(a));
}

Ref self_reference(Value self) { return Ref::share(self); }

Ref finish_method(bool pushed, SendStatus status, Ref result) {
  if (pushed) return frame_pushed();
  if (status == SendStatus::yielded) return result;
  if (status == SendStatus::returned) {
    if (result == kNone) return raise(exc::StopIteration, nullptr);
    return raise_with(exc::StopIteration, result);
  }
  return {};
}

Ref awaitable_send(Value self, const Value* args) {
  SendStatus status;
  Ref result;
  bool pushed = resume_async_gen_awaitable(self, args[0], OnReturn::gen_method, &status, &result);
  return finish_method(pushed, status, std::move(result));
}

Ref awaitable_throw(Value self, const Value* args) {
  if (refuse_running(self.as<AsyncGenAwaitable>())) return {};
  Ref exception = normalize_exception(args[0], args[1]);
  if (!exception) return {};
  restore_pending(std::move(exception));
  SendStatus status;
  Ref result;
  bool pushed = resume_async_gen_awaitable(self, Value(), OnReturn::gen_method, &status, &result);
  return finish_method(pushed, status, std::move(result));
}

Ref awaitable_close(Value self, const Value*) {
  if (self.as<AsyncGenAwaitable>()->state == AsyncGenAwaitable::closed) return none();
  Value exit(&exc::GeneratorExit);
  Ref keep = Ref::share(self), result;
  SendStatus status = throw_into(self, normalize_exception(exit, {}), &result);
  if (status == SendStatus::yielded) return raise(exc::RuntimeError, "coroutine ignored GeneratorExit");
  if (status == SendStatus::returned) return none();
  if (!pending_is(exc::StopIteration) && !pending_is(exc::StopAsyncIteration) && !pending_is(exc::GeneratorExit)) return {};
  clear_pending();
  return none();
}

Ref awaitable_next(Value self) {
  Ref result;
  SendStatus status = send_to(self, kNone, &result);
  return finish_method(false, status, std::move(result));
}

const NativeDef awaitable_methods[] = {
    {"send", awaitable_send, "value, /"},
    {"throw", awaitable_throw, "type, value=None, traceback=None, /"},
    {"close", awaitable_close, ""},
    {nullptr, nullptr, nullptr},
};

void setup_awaitable(Type& t, const char* name) {
  t.name = name;
  t.basic_size = sizeof(AsyncGenAwaitable);
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.dealloc = dealloc_awaitable;
  t.traverse = traverse_awaitable;
  t.finalize = finalize_awaitable;
  t.await_ = self_reference;
  t.iter = self_reference;
  t.next = awaitable_next;
  t.methods = awaitable_methods;
  ready_type(&t);
}

}  // namespace

Type async_gen_asend_type{}, async_gen_athrow_type{}, async_gen_value_type{};

void ready_async_generator_types() {
  setup_awaitable(async_gen_asend_type, "async_generator_asend");
  setup_awaitable(async_gen_athrow_type, "async_generator_athrow");
  Type& t = async_gen_value_type;
  t.name = "async_generator_wrapped_value";
  t.basic_size = sizeof(WrappedValue);
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.dealloc = dealloc_wrapped;
  t.traverse = traverse_wrapped;
  ready_type(&t);
}

}  // namespace loopscope::python
