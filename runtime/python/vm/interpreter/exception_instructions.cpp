// SPDX-License-Identifier: MIT
#include "python/vm/exception.h"
#include "python/vm/interpreter/instruction.h"
#include "python/vm/interpreter/unwind.h"
#include "python/vm/protocol.h"

/// Raising and catching. How a raised exception finds its handler is in unwind.cpp.
namespace loopscope::python {

namespace {

bool is_exception_class(Value v) {
  return has_type(v, &type_type) && is_subtype(static_cast<Type*>(v.object()), &exc::BaseException);
}

/// The handled exception again, as a bare `raise` has it; false: there is none.
bool raise_handled() {
  Value handled = handled_exception();
  if (!handled) {
    raise(exc::RuntimeError, "No active exception to reraise");
    return false;
  }
  restore_pending(Ref::share(handled));
  return true;
}

void raise_from(Value exception, Value cause) {
  Ref instance;
  if (is_exception(exception)) {
    instance = Ref::share(exception);
  } else if (is_exception_class(exception)) {
    instance = call(exception);
    if (!instance) return;
    if (!is_exception(instance)) {
      raise(exc::TypeError, "calling %R should have returned an instance of BaseException, not %T", exception, instance.get());
      return;
    }
  } else {
    raise(exc::TypeError, "exceptions must derive from BaseException");
    return;
  }
  if (cause) {
    Ref reason;
    if (is_exception(cause)) {
      reason = Ref::share(cause);
    } else if (is_exception_class(cause)) {
      reason = call(cause);
      if (!reason) return;
    } else if (cause != kNone) {
      raise(exc::TypeError, "exception causes must derive from BaseException");
      return;
    }
    assign(instance.as<Exception>()->cause, reason);
    instance.as<Exception>()->suppress_context = true;
  }
  raise_value(instance);
}

Outcome raise_varargs(Frame* frame, uint32_t word) {
  uint32_t count = arg_of(word);
  if (count == 0) return raise_handled() ? reraise(frame) : Outcome::failed;  // adds no traceback entry
  Value* operands = frame->sp - count;
  raise_from(operands[0], count == 2 ? operands[1] : Value());
  while (frame->sp > operands) decref(*--frame->sp);
  return Outcome::failed;
}

/// As `raise` with nothing, but the traceback says where the exception came from first, and what covers this very place
/// may handle it.
Outcome reraise_popped(Frame* frame, uint32_t word) {
  const uint32_t* here = frame->calling;
  current_thread().pending = *--frame->sp;
  CodeObject* code = frame->code;
  if (arg_of(word)) frame->calling = code->instructions + frame->sp[-static_cast<intptr_t>(arg_of(word))].small_value();
  return enter_handler(frame, static_cast<uint32_t>(here - code->instructions)) ? Outcome::next : Outcome::left;
}

Outcome push_exc_info(Frame* frame, uint32_t) {
  ExceptionState* state = current_thread().exceptions;
  Value exception = frame->sp[-1];
  frame->sp[-1] = state->handled;  // may be null: nothing was handled
  incref(exception);
  state->handled = exception;
  *frame->sp++ = exception;
  return Outcome::next;
}

Outcome pop_except(Frame* frame, uint32_t) {
  ExceptionState* state = current_thread().exceptions;
  Value old = state->handled;
  state->handled = *--frame->sp;
  xdecref(old);
  return Outcome::next;
}

Outcome check_exc_match(Frame* frame, uint32_t) {
  int matches = exception_matches(frame->sp[-2], frame->sp[-1]);
  return matches < 0 ? Outcome::failed : replace_top(frame, boolean(matches));
}

Outcome check_eg_match(Frame* frame, uint32_t) {
  Ref rest, matched;
  if (!match_exception_group(frame->sp[-2], frame->sp[-1], &rest, &matched)) return Outcome::failed;
  if (matched != kNone) assign(current_thread().exceptions->handled, matched);
  replace_operands(frame, 2, std::move(rest));
  return push(frame, std::move(matched));
}

Outcome prep_reraise_star(Frame* frame, uint32_t) {
  return replace_operands(frame, 2, prepare_reraise_star(frame->sp[-2], frame->sp[-1]));
}

}  // namespace

Value handled_exception() {
  for (ExceptionState* s = current_thread().exceptions; s; s = s->previous)
    if (s->handled && s->handled != kNone) return s->handled;
  return {};
}

int exception_matches(Value exception, Value type) {
  if (!is_tuple(type)) {
    if (is_exception_class(type)) return is_subtype(type_of(exception), static_cast<Type*>(type.object()));
  } else {
    Tuple* t = type.as<Tuple>();
    bool all_classes = true;
    for (uint32_t i = 0; i < t->size; i++) all_classes &= is_exception_class(t->items[i]);
    if (all_classes) {
      for (uint32_t i = 0; i < t->size; i++)
        if (is_subtype(type_of(exception), static_cast<Type*>(t->items[i].object()))) return 1;
      return 0;
    }
  }
  raise(exc::TypeError, "catching classes that do not inherit from BaseException is not allowed");
  return -1;
}

const InstructionDef kExceptionInstructions[] = {
    {Op::RAISE_VARARGS, raise_varargs},
    {Op::RERAISE, reraise_popped},
    {Op::PUSH_EXC_INFO, push_exc_info},
    {Op::POP_EXCEPT, pop_except},
    {Op::CHECK_EXC_MATCH, check_exc_match},
    {Op::CHECK_EG_MATCH, check_eg_match},
    {Op::PREP_RERAISE_STAR, prep_reraise_star},
    {},
};

}  // namespace loopscope::python
