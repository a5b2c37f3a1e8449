// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/bytecode_ops.h"
#include "python/vm/interpreter.h"

/// Instructions as functions, in a file for each concept. The loop (loop.cpp) executes only the short ways of those that
/// programs spend their time in, so that it stays small enough for a browser to optimise it early and well. Whatever is
/// longer, or rarer, is here and complete: the loop may call it for any operands.
namespace loopscope::python {

/// Where the loop goes on.
enum class Outcome : uint8_t {
  next,     // at frame->ip
  failed,   // the pending exception is raised by this instruction
  left,     // the pending exception leaves the frame: no handler covers it
  entered,  // in thread.top, a frame that was pushed or resumed
};

/// Takes its operands from frame->sp and leaves its results there. frame->ip is after the first word: an instruction that
/// has a second one takes it.
using Instruction = Outcome (*)(Frame* frame, uint32_t word);

struct InstructionDef {
  uint8_t op;  // an Op or a VmOp
  Instruction execute;  // null: end of the table

  constexpr InstructionDef() : op(0), execute(nullptr) {}
  constexpr InstructionDef(Op op, Instruction execute) : op(static_cast<uint8_t>(op)), execute(execute) {}
  constexpr InstructionDef(VmOp op, Instruction execute) : op(op), execute(execute) {}
};

extern const InstructionDef kNameInstructions[];
extern const InstructionDef kAttributeInstructions[];
extern const InstructionDef kOperatorInstructions[];
extern const InstructionDef kJumpInstructions[];
extern const InstructionDef kIterationInstructions[];
extern const InstructionDef kBuildingInstructions[];
extern const InstructionDef kFormatInstructions[];
extern const InstructionDef kCallInstructions[];
extern const InstructionDef kAwaitInstructions[];
extern const InstructionDef kExceptionInstructions[];
extern const InstructionDef kImportInstructions[];
extern const InstructionDef kMatchInstructions[];
extern const InstructionDef kTypeParameterInstructions[];

/// By opcode. Those that need no more than the loop does have none.
extern Instruction instructions[256];

/// [v] -> [result]: what most instructions with one operand end with.
inline Outcome replace_top(Frame* frame, Ref result) {
  if (!result) return Outcome::failed;
  Value old = frame->sp[-1];
  frame->sp[-1] = result.release();
  decref(old);
  return Outcome::next;
}
/// Drops `count` operands and pushes the result.
inline Outcome replace_operands(Frame* frame, int count, Ref result) {
  if (!result) return Outcome::failed;
  while (count--) {
    Value v = *--frame->sp;
    xdecref(v);
  }
  *frame->sp++ = result.release();
  return Outcome::next;
}
inline Outcome push(Frame* frame, Ref result) {
  if (!result) return Outcome::failed;
  *frame->sp++ = result.release();
  return Outcome::next;
}
inline Outcome next_if(bool ok) { return ok ? Outcome::next : Outcome::failed; }
/// The result of call_or_push, whose operands are gone from the stack already.
inline Outcome called(Frame* frame, Ref result) {
  if (!result) return Outcome::failed;
  if (result == kFramePushed) return Outcome::entered;
  *frame->sp++ = result.release();
  return Outcome::next;
}

/// LOAD_METHOD pushed frames: their result is not bound to anything, and gets an empty slot after it.
void return_for_call(Frame* caller);

}  // namespace loopscope::python
