// SPDX-License-Identifier: MIT
#include "python/vm/async_generator.h"

#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"

namespace loopscope::python {

namespace {

/// A value yielded by the async generator itself, as opposed to one passed on from an inner await.
struct WrappedValue : Object {
  Value value;
};

bool is_close(const AsyncGenAwaitable* a) { return a->type == &async_gen_athrow_type && !a->argument; }

const char* method_name(const AsyncGenAwaitable* a) {
  if (a->type == &async_gen_asend_type) return a->argument ? "asend" : "anext";
  return a->argument ? "athrow" : "aclose";
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
  Ref exception;
  if (a->state == AsyncGenAwaitable::initial) {
    if (g->ag_running) {
      a->state = AsyncGenAwaitable::closed;
      if (!value) clear_pending();
      raise(exc::RuntimeError, "%s(): asynchronous generator is already running", method_name(a));
      return false;
    }
    if (throws && value) {
      if (value != kNone) {
        raise(exc::RuntimeError, "can't send non-None value to a just-started coroutine");
        return false;
      }
      if (g->ag_closed || g->state == GeneratorState::closed) {
        a->state = AsyncGenAwaitable::closed;
        if (is_close(a)) {
          *status = SendStatus::returned;
          *result = none();
        } else {
          raise(exc::StopAsyncIteration, nullptr);
        }
        return false;
      }
      if (is_close(a)) {
        raise(exc::GeneratorExit, nullptr);
        g->ag_closed = true;
      } else {
        restore_pending(Ref::share(a->argument));
      }
      value = Value();
    } else if (!throws && value == kNone && a->argument) {
      value = a->argument;
    }
    a->state = AsyncGenAwaitable::iterating;
    g->ag_running = true;
  }
  if (resume_generator(g, value, on_return, status, result)) {
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
  Ref exception = normalize_exception(args[0], args[1]);
  if (!exception) return {};
  restore_pending(std::move(exception));
  SendStatus status;
  Ref result;
  bool pushed = resume_async_gen_awaitable(self, Value(), OnReturn::gen_method, &status, &result);
  return finish_method(pushed, status, std::move(result));
}

Ref awaitable_close(Value self, const Value*) {
  self.as<AsyncGenAwaitable>()->state = AsyncGenAwaitable::closed;
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
