// SPDX-License-Identifier: MIT
#pragma once

#include "python/bytecode/opcodes.h"
#include "python/vm/generator.h"

/// A generator's frame on its way onto the thread's stack and off it again, as every step of a coroutine does it.
namespace loopscope::python {

/// Makes the frame of a new or suspended generator the thread's top. `on_return`: a gen_* mode.
inline void link_generator(Thread& thread, Generator* g, OnReturn on_return) {
  Frame* frame = g->frame;
  frame->back = thread.top;
  frame->on_return = on_return;
  frame->is_entry = false;
  thread.top = frame;
  thread.depth++;
  g->exceptions.previous = thread.exceptions;
  thread.exceptions = &g->exceptions;
  g->state = GeneratorState::running;
  g->awaited = true;
  incref(static_cast<Object*>(g));
}

/// Whether a yield of this frame needs no more than unlink_generator: nobody translates or takes over its outcome.
inline bool yields_plainly(const Frame* frame) { return !frame->aux && !frame->is_entry; }

/// The running generator yields plainly. The caller drops the reference that link_generator took, once its own state is in
/// order.
inline void unlink_generator(Thread& thread, Frame* frame) {
  Generator* g = frame->generator;
  thread.exceptions = g->exceptions.previous;
  g->exceptions.previous = nullptr;
  g->thrown_through = false;
  g->state = GeneratorState::suspended;
  thread.top = frame->back;
  thread.depth--;
  frame->back = nullptr;
}

/// Suspended in `yield from` / `await`: the SEND instruction it goes back to, else null. After the YIELD_VALUE that passes on
/// what came from inside, the compiler goes RESUME, JUMP_BACKWARD_NO_INTERRUPT to SEND.
inline const uint32_t* delegating_send(const Generator* g) {
  const Frame* frame = g->frame;
  if (g->state != GeneratorState::suspended || !frame) return nullptr;
  uint32_t at = *frame->calling;
  if (op_of(at) != Op::YIELD_VALUE || !(arg_of(at) & 1)) return nullptr;
  const uint32_t* ip = frame->ip;
  while (op_of(*ip) != Op::JUMP_BACKWARD_NO_INTERRUPT) ip += length_of(op_of(*ip));
  return frame->code->instructions + arg_of(*ip);
}

}  // namespace loopscope::python
