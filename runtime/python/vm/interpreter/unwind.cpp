// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/unwind.h"

#include "python/bytecode/code.h"
#include "python/vm/errors.h"

namespace loopscope::python {

bool enter_handler(Frame* frame, uint32_t at) {
  CodeObject* code = frame->code;
  const ExceptionEntry* handler = (*code->source)->handler_at(at);
  if (!handler) return false;
  Value* floor = frame->stack() + handler->depth;
  while (frame->sp > floor) {
    Value v = *--frame->sp;
    xdecref(v);
  }
  if (handler->lasti) *frame->sp++ = Value::small(static_cast<intptr_t>(frame->offset()));
  Thread& thread = current_thread();
  *frame->sp++ = thread.pending;
  thread.pending = Value();
  frame->ip = code->instructions + handler->handler;
  return true;
}

Outcome raise_here(Frame* frame) {
  // Never so, unless something of ours has forgotten to say what went wrong: the program must not pay with a crash.
  if (!current_thread().pending) [[unlikely]]
    raise(exc::SystemError, "error return without exception set");
  add_traceback(frame);
  return reraise(frame);
}

Outcome reraise(Frame* frame) { return enter_handler(frame, frame->offset()) ? Outcome::next : Outcome::left; }

}  // namespace loopscope::python
