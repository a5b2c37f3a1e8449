// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/transition.h"

#include "python/bytecode/opcodes.h"
#include "python/vm/exception.h"

namespace loopscope::python {

namespace {

/// What a generator that ended with `value` raises in its caller.
Transition raise_stop_iteration(Ref& value, bool is_entry) {
  if (value == kNone)
    raise(exc::StopIteration, nullptr);
  else
    raise_with(exc::StopIteration, value);
  value = Ref();
  return is_entry ? Transition::leaving(Exit::raised) : Transition::raising();
}

/// SEND of thread.top gets what it sent for.
Transition end_send(Thread& thread, Ref& value) {
  Frame* frame = thread.top;
  *frame->sp++ = value.release();
  frame->ip = frame->code->instructions + arg_of(*frame->calling);
  return Transition::to_python();
}

/// A generator ended with `value`.
Transition generator_returned(Thread& thread, OnReturn mode, bool is_entry, Ref& value) {
  switch (mode) {
    case OnReturn::gen_for:
      value = Ref();
      return end_of_iteration(thread);
    case OnReturn::gen_send: return end_send(thread, value);
    case OnReturn::gen_native: return Transition::to_native(Resumed::returned);
    case OnReturn::gen_entry: return Transition::leaving(Exit::returned);
    default: return raise_stop_iteration(value, is_entry);  // gen_method
  }
}

Transition generator_raised(OnReturn mode, bool is_entry, Ref& value) {
  value = Ref();
  if (mode == OnReturn::gen_entry || is_entry) return Transition::leaving(Exit::raised);
  return Transition::raising();
}

bool take_is_entry(Frame* frame) {
  bool is_entry = frame->is_entry;
  frame->is_entry = false;
  return is_entry;
}

}  // namespace

Transition deliver(Thread& thread, Ref& value) {
  Frame* frame = thread.top;
  if (!frame->code) return Transition::to_native(Resumed::returned);
  *frame->sp++ = value.release();
  return Transition::to_python();
}

Transition end_of_iteration(Thread& thread) {
  Frame* frame = thread.top;
  const uint32_t* at = frame->calling;
  Value iterator = *--frame->sp;
  frame->ip = frame->code->instructions + (op_of(*at) == Op::FOR_ITER ? arg_of(*at) : at[1]);
  decref(iterator);
  return Transition::to_python();
}

Transition frame_returned(Thread& thread, Frame* frame, Ref& value) {
  OnReturn mode = frame->on_return;
  bool is_entry = take_is_entry(frame);
  if (frame->generator) {
    if (leave_generator(thread, frame, SendStatus::returned, value) == SendStatus::raised)
      return generator_raised(mode, is_entry, value);
    return generator_returned(thread, mode, is_entry, value);
  }
  if (mode == OnReturn::construct) {
    if (value != kNone) {
      raise(exc::TypeError, "__init__() should return None, not '%T'", value.get());
      value = Ref();
      pop_frame(thread, frame);
      return is_entry ? Transition::leaving(Exit::raised) : Transition::raising();
    }
    value = Ref::share(frame->aux);
  }
  pop_frame(thread, frame);
  if (mode == OnReturn::entry || is_entry) return Transition::leaving(Exit::returned);
  return deliver(thread, value);
}

Transition frame_yielded(Thread& thread, Frame* frame, Ref& value) {
  OnReturn mode = frame->on_return;
  bool is_entry = take_is_entry(frame);
  SendStatus seen = leave_generator(thread, frame, SendStatus::yielded, value);
  if (seen == SendStatus::raised) return generator_raised(mode, is_entry, value);
  // An async generator's own value ends its asend.
  if (seen == SendStatus::returned && mode != OnReturn::gen_for) return generator_returned(thread, mode, is_entry, value);
  switch (mode) {
    case OnReturn::gen_native: return Transition::to_native(Resumed::yielded);
    case OnReturn::gen_entry: return Transition::leaving(Exit::yielded);
    case OnReturn::gen_method:
      if (is_entry) return Transition::leaving(Exit::returned);
      break;
    default: break;  // gen_send: its ip is after SEND
  }
  return deliver(thread, value);
}

Transition frame_raised(Thread& thread, Frame* frame, Ref& value) {
  OnReturn mode = frame->on_return;
  bool is_entry = take_is_entry(frame);
  if (frame->generator) {
    value = Ref();
    // aclose() whose GeneratorExit came out has returned.
    if (leave_generator(thread, frame, SendStatus::raised, value) == SendStatus::returned)
      return generator_returned(thread, mode, is_entry, value);
    return generator_raised(mode, is_entry, value);
  }
  pop_frame(thread, frame);
  if (mode == OnReturn::entry || is_entry) return Transition::leaving(Exit::raised);
  if (mode == OnReturn::next && pending_is(exc::StopIteration)) {
    clear_pending();
    return end_of_iteration(thread);
  }
  return Transition::raising();
}

Transition native_over(Thread& thread, Frame* frame, Ref& value) {
  OnReturn mode = frame->on_return;
  pop_frame(thread, frame);
  if (mode == OnReturn::entry) return Transition::leaving(value ? Exit::returned : Exit::raised);
  return value ? deliver(thread, value) : Transition::raising();
}

}  // namespace loopscope::python
