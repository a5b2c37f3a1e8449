// SPDX-License-Identifier: MIT
#include "python/bytecode/code.h"
#include "python/vm/async_generator.h"
#include "python/vm/exception.h"
#include "python/vm/interpreter/instruction.h"
#include "python/vm/interpreter/unwind.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"

/// Awaiting, async iteration, yield from and context managers. YIELD_VALUE is in the loop.
namespace loopscope::python {

namespace {

/// `await asyncio.sleep`, without its parentheses: that function is native here, but the mistake is read about as CPython's.
const char* python_kind(Value v) {
  if (!is_exact(v, native_function_type)) return nullptr;
  const NativeFunction* f = v.as<NativeFunction>();
  if (!(f->def->flags & kNativePythonStyle)) return nullptr;
  return f->self && !is_exact(f->self, module_type) ? "method" : "function";
}

Ref get_aiter(Value v) {
  Type* type = type_of(v);
  if (!type->aiter)
    return raise(exc::TypeError, "'async for' requires an object with __aiter__ method, got %T", v);
  Ref iterator = type->aiter(v);
  if (!iterator) return {};
  if (!type_of(iterator)->anext)
    return raise(exc::TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: %T",
                 iterator.get());
  return iterator;
}

Ref get_anext(Value v) {
  Type* type = type_of(v);
  if (!type->anext) return raise(exc::TypeError, "'async for' requires an iterator with __anext__ method, got %T", v);
  Ref awaitable = type->anext(v);
  if (!awaitable) return {};
  if (is_async_gen_awaitable(awaitable)) return awaitable;
  Ref iterator = get_awaitable(awaitable);
  if (!iterator && failed()) {
    Ref cause = take_pending();
    raise(exc::TypeError, "'async for' received an invalid object from __anext__: %T", awaitable.get());
    assign(pending()->cause, cause);
    pending()->suppress_context = true;
  }
  return iterator;
}

/// RuntimeError for an exception that would look like the generator's own end; others stay themselves.
Ref stop_iteration_error(Value exception, GeneratorKind kind) {
  const char* text = nullptr;
  if (has_type(exception, &exc::StopIteration))
    text = kind == GeneratorKind::generator   ? "generator raised StopIteration"
           : kind == GeneratorKind::coroutine ? "coroutine raised StopIteration"
                                              : "async generator raised StopIteration";
  else if (kind == GeneratorKind::async_generator && has_type(exception, &exc::StopAsyncIteration))
    text = "async generator raised StopAsyncIteration";
  if (!text) return Ref::share(exception);
  raise(exc::RuntimeError, "%s", text);
  Ref error = take_pending();
  assign(error.as<Exception>()->cause, exception);
  assign(error.as<Exception>()->context, exception);
  error.as<Exception>()->suppress_context = true;
  return error;
}

/// The bound __enter__ of a context manager, and its __exit__.
Ref context_enter(Value manager, bool is_async, Ref* exit) {
  Ref enter = lookup_special(manager, is_async ? names::__aenter__ : names::__enter__);
  if (!enter) {
    if (failed()) return {};
    if (is_async)
      return raise(exc::TypeError, "'%T' object does not support the asynchronous context manager protocol", manager);
    return raise(exc::TypeError, "'%T' object does not support the context manager protocol", manager);
  }
  *exit = lookup_special(manager, is_async ? names::__aexit__ : names::__exit__);
  if (!*exit) {
    if (failed()) return {};
    if (is_async)
      return raise(exc::TypeError,
                   "'%T' object does not support the asynchronous context manager protocol (missed __aexit__ method)", manager);
    return raise(exc::TypeError, "'%T' object does not support the context manager protocol (missed __exit__ method)", manager);
  }
  return enter;
}

Outcome async_gen_wrap(Frame* frame, uint32_t) { return replace_top(frame, wrap_async_value(frame->sp[-1])); }

Outcome get_yield_from_iter(Frame* frame, uint32_t) {
  Value v = frame->sp[-1];
  if (is_exact(v, generator_type)) return Outcome::next;
  if (is_exact(v, coroutine_type)) {
    if (frame->code->flags & (kCoroutine | kIterableCoroutine)) return Outcome::next;
    raise(exc::TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
    return Outcome::failed;
  }
  return replace_top(frame, iterate(v));
}

Outcome get_awaitable_of(Frame* frame, uint32_t word) {
  return replace_top(frame, get_awaitable_for(frame->sp[-1], static_cast<Awaited>(arg_of(word))));
}

/// [it, v]
Outcome send(Frame* frame, uint32_t word) {
  Value receiver = frame->sp[-2];
  Ref sent = Ref::steal(*--frame->sp);
  SendStatus status;
  Ref result;
  Type* type = type_of(receiver);
  if (type == &coroutine_type || type == &generator_type) {
    if (resume_generator(receiver.as<Generator>(), sent, OnReturn::gen_send, &status, &result)) return Outcome::entered;
  } else if (is_async_gen_awaitable(receiver)) {
    if (resume_async_gen_awaitable(receiver, sent, OnReturn::gen_send, &status, &result)) return Outcome::entered;
  } else {
    status = send_to(receiver, sent, &result);
  }
  if (status == SendStatus::raised) return Outcome::failed;
  *frame->sp++ = result.release();
  if (status == SendStatus::returned) frame->ip = frame->code->instructions + arg_of(word);
  return Outcome::next;
}

Outcome get_aiter_of(Frame* frame, uint32_t) { return replace_top(frame, get_aiter(frame->sp[-1])); }
Outcome get_anext_of(Frame* frame, uint32_t) { return push(frame, get_anext(frame->sp[-1])); }

/// [it, last, exc]
Outcome cleanup_throw(Frame* frame, uint32_t) {
  Value exception = frame->sp[-1];
  if (!has_type(exception, &exc::StopIteration)) {
    frame->sp--;
    current_thread().pending = exception;
    return reraise(frame);
  }
  Value v = exception.as<Exception>()->value;
  Ref result = Ref::share(v ? v : kNone);
  replace_operands(frame, 3, none());
  return push(frame, std::move(result));
}

/// [ait, exc]
Outcome end_async_for(Frame* frame, uint32_t) {
  Value exception = *--frame->sp;
  if (!has_type(exception, &exc::StopAsyncIteration)) {
    current_thread().pending = exception;
    return reraise(frame);
  }
  decref(exception);
  decref(*--frame->sp);
  return Outcome::next;
}

Outcome stop_iteration_error_of(Frame* frame, uint32_t) {
  GeneratorKind kind = frame->generator ? frame->generator->kind : GeneratorKind::generator;
  return replace_top(frame, stop_iteration_error(frame->sp[-1], kind));
}

/// `async with` of a native that has nothing to wait for: as if what is awaited next had been. False: not so, or failed.
bool enter_at_once(Frame* frame) {
  Value manager = frame->sp[-1];
  Value enter = lookup_in_type(type_of(manager), names::__aenter__);
  NativeFunction* f = enter && is_exact(enter, method_descriptor_type) ? enter.as<NativeFunction>() : nullptr;
  const uint32_t* send = frame->ip + 2;  // after GET_AWAITABLE and LOAD_CONST
  if (!f || !f->def->at_once || f->plain_count || op_of(*send) != Op::SEND || !is_subtype(type_of(manager), f->owner)) return false;
  Ref exit = lookup_special(manager, names::__aexit__);
  Ref result = exit ? f->def->at_once(manager, nullptr) : Ref();
  if (!result) return false;
  replace_top(frame, std::move(exit));
  frame->ip = frame->code->instructions + arg_of(*send) + 1;
  if (op_of(*frame->ip) == Op::POP_TOP)
    frame->ip++;
  else
    *frame->sp++ = result.release();
  return true;
}

Outcome before_with(Frame* frame, uint32_t word) {
  if (op_of(word) == Op::BEFORE_ASYNC_WITH) {
    if (enter_at_once(frame)) return Outcome::next;
    if (failed()) return Outcome::failed;
  }
  Ref exit;
  Ref enter = context_enter(frame->sp[-1], op_of(word) == Op::BEFORE_ASYNC_WITH, &exit);
  if (!enter) return Outcome::failed;
  replace_top(frame, std::move(exit));
  return called(frame, call_or_push(enter, Args{}));
}

/// [exit, lasti, previous, exc]
Outcome with_except_start(Frame* frame, uint32_t) {
  Value exception = frame->sp[-1];
  Value traceback = exception.as<Exception>()->traceback;
  Value data[] = {Value(type_of(exception)), exception, traceback ? traceback : kNone};
  Ref exit = Ref::share(frame->sp[-4]);
  return called(frame, call_or_push(exit, Args{data, 3, nullptr}));
}

}  // namespace

Ref get_awaitable(Value v) { return get_awaitable_for(v, Awaited::Expression); }

Ref get_awaitable_for(Value v, Awaited awaited) {
  Type* type = type_of(v);
  if (type == &coroutine_type) {
    Generator* g = v.as<Generator>();
    if (g->state == GeneratorState::suspended && awaited_by(g))
      return raise(exc::RuntimeError, "coroutine is being awaited already");
    return Ref::share(v);
  }
  if (type == &generator_type && v.as<Generator>()->code && v.as<Generator>()->code->flags & kIterableCoroutine)
    return Ref::share(v);
  if (!type->await_) {
    switch (awaited) {
      case Awaited::AsyncEnter:
        return raise(exc::TypeError, "'async with' received an object from __aenter__ that does not implement __await__: %T", v);
      case Awaited::AsyncExit:
        return raise(exc::TypeError, "'async with' received an object from __aexit__ that does not implement __await__: %T", v);
      case Awaited::Expression:
        if (const char* kind = python_kind(v)) return raise(exc::TypeError, "object %s can't be used in 'await' expression", kind);
        return raise(exc::TypeError, "object %T can't be used in 'await' expression", v);
    }
  }
  Ref iterator = type->await_(v);
  if (!iterator) return {};
  if (type_of(iterator) == &coroutine_type) return raise(exc::TypeError, "__await__() returned a coroutine");
  if (!type_of(iterator)->next && !type_of(iterator)->send && !is_async_gen_awaitable(iterator))
    return raise(exc::TypeError, "__await__() returned non-iterator of type '%T'", iterator.get());
  return iterator;
}

const InstructionDef kAwaitInstructions[] = {
    {Op::ASYNC_GEN_WRAP, async_gen_wrap},
    {Op::GET_YIELD_FROM_ITER, get_yield_from_iter},
    {Op::GET_AWAITABLE, get_awaitable_of},
    {Op::SEND, send},
    {Op::GET_AITER, get_aiter_of},
    {Op::GET_ANEXT, get_anext_of},
    {Op::CLEANUP_THROW, cleanup_throw},
    {Op::END_ASYNC_FOR, end_async_for},
    {Op::STOPITERATION_ERROR, stop_iteration_error_of},
    {Op::BEFORE_WITH, before_with},
    {Op::BEFORE_ASYNC_WITH, before_with},
    {Op::WITH_EXCEPT_START, with_except_start},
    {},
};

}  // namespace loopscope::python
