// SPDX-License-Identifier: MIT
#include <vector>

#include "python/vm/async_generator.h"
#include "python/vm/bytecode_ops.h"
#include "python/vm/exception.h"
#include "python/vm/generator_frame.h"
#include "python/vm/generator_internal.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"
#include "python/vm/traceback_object.h"

/// throw() and close() of generators and coroutines, through all that they delegate to (CPython: genobject.c).
namespace loopscope::python {

namespace {

/// A suspended generator or coroutine with a frame of its own: its throw() and close() need no C++ stack.
Generator* plain_generator(Value v) {
  if (type_of(v) == &coroutine_wrapper_type) v = v.as<CoroutineWrapper>()->coroutine;
  if (type_of(v) != &coroutine_type && type_of(v) != &generator_type) return nullptr;
  Generator* g = v.as<Generator>();
  return g->native || g->state != GeneratorState::suspended ? nullptr : g;
}

bool is_generator_exit(Value type_or_instance) {
  return has_type(type_or_instance, &type_type) ? is_subtype(type_or_instance.as<Type>(), &exc::GeneratorExit)
                                                : has_type(type_or_instance, &exc::GeneratorExit);
}

/// Makes the exception and sets it pending. If making it fails, that failure is thrown instead. False: it cannot be thrown
/// at all, and why is pending.
bool make_pending(const Thrown& thrown) {
  Value type = thrown.type;
  bool made = !is_exception(type);
  if (made && !(has_type(type, &type_type) && is_subtype(type.as<Type>(), &exc::BaseException))) {
    raise(exc::TypeError, "exceptions must be classes or instances deriving from BaseException, not %T", type);
    return false;
  }
  if (!made && thrown.value && thrown.value != kNone) {
    raise(exc::TypeError, "instance exception may not have a separate value");
    return false;
  }
  Ref exception = normalize_exception(type, thrown.value);
  if (!exception) return true;
  if (thrown.traceback && thrown.traceback != kNone) assign(exception.as<Exception>()->traceback, thrown.traceback);
  restore_pending(std::move(exception));
  return true;
}

/// As if the thread had never resumed `g`.
void unlink_frame(Thread& thread, Generator* g) {
  thread.exceptions = g->exceptions.previous;
  g->exceptions.previous = nullptr;
  thread.top = g->frame->back;
  thread.depth--;
  g->frame->back = nullptr;
  g->state = GeneratorState::suspended;
  decref(Value(g));
}

/// The exception pending arises where `g` waits.
void raise_at_send(Generator* g, const uint32_t* send) {
  g->frame->calling = send;
  g->frame->ip = send + 1;
}

void end_unstarted(Generator* g) {
  g->state = GeneratorState::closed;
  g->awaited = true;
  finish_generator_frame(g);
  delete g->native;
  g->native = nullptr;
}

/// close() of one generator when what it waits for is closed already; `failure` is what that raised, or null.
Ref close_alone(Generator* g, Ref failure) {
  SendStatus status;
  Ref result;
  if (failure)
    restore_pending(std::move(failure));
  else
    raise(exc::GeneratorExit, nullptr);
  if (g->native) {
    status = throw_into(g, take_pending(), &result);
  } else {
    if (generator_too_deep()) return {};
    Thread& thread = current_thread();
    const uint32_t* send = delegating_send(g);
    link_generator(thread, g, OnReturn::gen_entry);
    if (send) raise_at_send(g, send);
    set_context_of_thrown(thread, g);
    status = run_generator(&result);
  }
  if (status == SendStatus::yielded) return raise(exc::RuntimeError, "%s ignored GeneratorExit", generator_noun(g));
  if (status == SendStatus::returned) return result;
  if (!pending_is(exc::GeneratorExit)) return {};
  clear_pending();
  return none();
}

/// Closes the generators from the innermost of the chain that begins with `g` outwards, without recursion.
Ref close_chain(Generator* g) {
  std::vector<Own<Generator>> chain;
  Ref failure;
  for (;;) {
    chain.push_back(Own<Generator>::share(g));
    Value inner = delegating_send(g) ? g->frame->sp[-1] : Value();
    g->state = GeneratorState::running;
    if (!inner) break;
    Generator* next = plain_generator(inner);
    if (next) {
      g = next;
      continue;
    }
    Ref keep = Ref::share(inner);
    if (!close_awaitable(inner)) failure = take_pending();
    break;
  }
  Ref result;
  while (!chain.empty()) {
    chain.back()->state = GeneratorState::suspended;
    result = close_alone(chain.back().get(), std::move(failure));
    failure = result ? Ref() : take_pending();
    chain.pop_back();
  }
  if (failure) restore_pending(std::move(failure));
  return result;
}

}  // namespace

void set_context_of_thrown(Thread& thread, Generator* g) {
  Value handled = g->exceptions.handled;
  if (handled && handled != kNone) set_exception_context(thread.pending.as<Exception>(), handled);
}

bool close_awaitable(Value awaitable) {
  if (type_of(awaitable) == &coroutine_wrapper_type) awaitable = awaitable.as<CoroutineWrapper>()->coroutine;
  if (type_of(awaitable) == &coroutine_type || type_of(awaitable) == &generator_type)
    return static_cast<bool>(close_generator(awaitable.as<Generator>()));
  Ref close = get_attr_or_null(awaitable, names::close);
  if (!close) {
    if (failed()) write_unraisable("Exception ignored in", awaitable);
    return true;
  }
  return static_cast<bool>(call(close));
}

bool throw_into_chain(Thread& thread, Generator* g, const Thrown& thrown, bool close_on_exit) {
  Generator* const outermost = g;
  for (;;) {
    g->state = GeneratorState::suspended;
    const uint32_t* send = delegating_send(g);
    g->state = GeneratorState::running;
    if (!send) {
      if (!make_pending(thrown)) {
        if (g == outermost) {
          unlink_frame(thread, g);
          return false;
        }
        Frame* outer = g->frame->back;
        unlink_frame(thread, g);
        g = outer->generator;
      }
      set_context_of_thrown(thread, g);
      return true;
    }
    Frame* frame = g->frame;
    Ref receiver = Ref::share(frame->sp[-1]);
    raise_at_send(g, send);
    if (close_on_exit && is_generator_exit(thrown.type)) {
      if (close_awaitable(receiver)) make_pending(thrown);
      set_context_of_thrown(thread, g);
      return true;
    }
    if (Generator* inner = plain_generator(receiver)) {
      link_generator(thread, inner, OnReturn::gen_send);
      inner->thrown_through = true;
      g = inner;
      continue;
    }
    // Not a frame of ours: its own throw(), and the outcome arrives in `frame` as SEND's would.
    Ref result;
    SendStatus status = throw_into_foreign(receiver, thrown, &result);
    if (status == SendStatus::raised) {
      set_context_of_thrown(thread, g);
      return true;
    }
    *frame->sp++ = result.release();
    if (status == SendStatus::returned) frame->ip = frame->code->instructions + arg_of(*send);
    return true;
  }
}

SendStatus throw_into_foreign(Value awaitable, const Thrown& thrown, Ref* result) {
  if (type_of(awaitable) == &coroutine_wrapper_type) awaitable = awaitable.as<CoroutineWrapper>()->coroutine;
  SendStatus status = SendStatus::raised;
  if (is_generator_object(awaitable)) {
    if (generator_too_deep()) return SendStatus::raised;
    bool pushed = throw_generator(awaitable.as<Generator>(), thrown, true, OnReturn::gen_entry, &status, result);
    return pushed ? run_generator(result) : status;
  }
  if (is_async_gen_awaitable(awaitable)) {
    if (generator_too_deep()) return SendStatus::raised;
    if (!make_pending(thrown)) return SendStatus::raised;
    bool pushed = resume_async_gen_awaitable(awaitable, Value(), OnReturn::gen_entry, &status, result);
    return pushed ? run_generator(result) : status;
  }
  Ref method = get_attr_or_null(awaitable, names::throw_);
  if (!method) {
    if (!failed()) make_pending(thrown);
    return from_stop_iteration(result);  // thrown at the `yield from`, where a StopIteration ends it
  }
  const Value args[] = {thrown.type, thrown.value, thrown.traceback};
  uint32_t count = thrown.traceback ? 3 : thrown.value ? 2 : 1;
  Ref v = call(method, Args{args, count, nullptr});
  if (!v) return pending_is(exc::StopIteration) ? from_stop_iteration(result) : SendStatus::raised;
  *result = std::move(v);
  return SendStatus::yielded;
}

bool throw_generator(Generator* g, const Thrown& thrown, bool close_on_exit, OnReturn on_return, SendStatus* status,
                     Ref* result) {
  *status = SendStatus::raised;
  if (g->state != GeneratorState::suspended || g->native) {
    if (!make_pending(thrown)) return false;
    return resume_generator(g, Value(), on_return, status, result);
  }
  Thread& thread = current_thread();
  link_generator(thread, g, on_return);
  return throw_into_chain(thread, g, thrown, close_on_exit);
}

Ref close_generator(Generator* g) {
  switch (g->state) {
    case GeneratorState::created: end_unstarted(g); return none();
    case GeneratorState::closed: return none();
    case GeneratorState::running: return raise(exc::ValueError, "%s already executing", generator_noun(g));
    case GeneratorState::suspended: break;
  }
  return g->native ? close_alone(g, {}) : close_chain(g);
}

}  // namespace loopscope::python
