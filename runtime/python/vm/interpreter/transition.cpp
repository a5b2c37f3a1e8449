// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/transition.h"

#include "python/bytecode/opcodes.h"
#include "python/vm/exception.h"
#include "python/vm/interpreter/instruction.h"

namespace loopscope::python {

namespace {

Transition end_of_iteration(Thread& thread);

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

/// `value` is the result of what thread.top called.
Transition deliver(Thread& thread, Ref& value) {
  Frame* frame = thread.top;
  if (!frame->code) return Transition::to_native(Resumed::returned);
  *frame->sp++ = value.release();
  return Transition::to_python();
}

/// FOR_ITER of thread.top found its iterator exhausted.
Transition end_of_iteration(Thread& thread) {
  Frame* frame = thread.top;
  const uint32_t* at = frame->calling;
  Value iterator = *--frame->sp;
  frame->ip = frame->code->instructions + (op_of(*at) == Op::FOR_ITER ? arg_of(*at) : at[1]);
  decref(iterator);
  return Transition::to_python();
}

/// What a frame leaves to be done with its result, taken out of it before its memory goes.
struct Completion {
  explicit Completion(Frame* frame)
      : mode(frame->on_return), is_entry(take_is_entry(frame)), stage(frame->stage), finish(frame->finish), then(frame->then),
        kept(Ref::steal(frame->aux)) {
    frame->aux = Value();
  }
  OnReturn mode;
  bool is_entry;
  uint8_t stage;
  Finish finish;
  Then then;
  Ref kept;
};

/// The frame is gone, its caller is thread.top. `value` null: an exception is pending.
Transition complete(Thread& thread, Completion& completion, Ref& value) {
  switch (completion.mode) {
    case OnReturn::entry: return Transition::leaving(value ? Exit::returned : Exit::raised);
    case OnReturn::construct:
      if (value && value != kNone) value = raise(exc::TypeError, "__init__() should return None, not '%T'", value.get());
      else if (value) value = std::move(completion.kept);
      break;
    case OnReturn::next:
      if (value || !pending_is(exc::StopIteration)) break;
      clear_pending();
      return end_of_iteration(thread);
    case OnReturn::discard:
      if (!value) break;
      value = Ref();
      return Transition::to_python();
    case OnReturn::finish: {
      Outcome outcome = completion.finish(thread.top, completion.stage, completion.kept, std::move(value));
      return outcome == Outcome::next      ? Transition::to_python()
             : outcome == Outcome::entered ? Transition::entering()
                                           : Transition::raising();
    }
    case OnReturn::then: {
      Frame* before = thread.top;
      value = completion.then(completion.kept, std::move(value));
      if (!value || value != kFramePushed) break;
      value = Ref();
      if (completion.is_entry) leave_after(before);
      if (completion.stage) return_for_call(before);
      return Transition::entering();
    }
    default: break;
  }
  if (completion.is_entry) return Transition::leaving(value ? Exit::returned : Exit::raised);
  if (!value) return Transition::raising();
  Transition transition = deliver(thread, value);
  if (completion.mode == OnReturn::then && completion.stage) *thread.top->sp++ = Value();
  return transition;
}

}  // namespace

void return_for_call(Frame* caller) {
  Frame* lowest = lowest_above(caller);
  if (lowest->on_return == OnReturn::push) {
    lowest->on_return = OnReturn::then;
    lowest->then = [](Value, Ref value) { return value; };
  }
  lowest->stage = 1;
}

Transition frame_returned(Thread& thread, Frame* frame, Ref& value) {
  if (frame->generator) {
    OnReturn mode = frame->on_return;
    bool is_entry = take_is_entry(frame);
    if (leave_generator(thread, frame, SendStatus::returned, value) == SendStatus::raised)
      return generator_raised(mode, is_entry, value);
    return generator_returned(thread, mode, is_entry, value);
  }
  Completion completion(frame);
  pop_frame(thread, frame);
  return complete(thread, completion, value);
}

Transition generator_made(Thread& thread, Frame* frame, Ref& value) {
  Completion completion(frame);
  value = detach_generator(thread, frame);
  if (value) return complete(thread, completion, value);
  frame->aux = completion.kept.release();  // it is still there and fails like any other
  frame->is_entry = completion.is_entry;
  return Transition::raising();
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
  value = Ref();
  if (frame->generator) {
    OnReturn mode = frame->on_return;
    bool is_entry = take_is_entry(frame);
    // aclose() whose GeneratorExit came out has returned.
    if (leave_generator(thread, frame, SendStatus::raised, value) == SendStatus::returned)
      return generator_returned(thread, mode, is_entry, value);
    return generator_raised(mode, is_entry, value);
  }
  Completion completion(frame);
  pop_frame(thread, frame);
  return complete(thread, completion, value);
}

Transition native_over(Thread& thread, Frame* frame, Ref& value) {
  Completion completion(frame);
  pop_frame(thread, frame);
  return complete(thread, completion, value);
}

}  // namespace loopscope::python
