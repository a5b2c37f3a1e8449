// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/instruction.h"
#include "python/vm/interpreter/operators.h"
#include "python/vm/protocol.h"

/// Jumps that depend on a truth for which an object has to be asked.
namespace loopscope::python {

namespace {

/// truth -1: an exception.
Outcome jump_if(Frame* frame, int truth, bool sense, uint32_t target) {
  if (truth < 0) return Outcome::failed;
  if (truth == sense) frame->ip = frame->code->instructions + target;
  return Outcome::next;
}

Outcome pop_jump_if(Frame* frame, uint32_t word) {
  Ref v = Ref::steal(*--frame->sp);
  return jump_if(frame, fast_truth(v), op_of(word) == Op::POP_JUMP_IF_TRUE, arg_of(word));
}

Outcome jump_if_or_pop(Frame* frame, uint32_t word) {
  int truth = fast_truth(frame->sp[-1]);
  bool sense = op_of(word) == Op::JUMP_IF_TRUE_OR_POP;
  if (truth == !sense) decref(*--frame->sp);
  return jump_if(frame, truth, sense, arg_of(word));
}

Outcome compare_op_jump(Frame* frame, uint32_t word) {
  uint32_t target = *frame->ip++;
  Ref right = Ref::steal(*--frame->sp);
  Ref left = Ref::steal(*--frame->sp);
  return jump_if(frame, compare_truth(arg_of(word) & 7, left, right), arg_of(word) >> 3, target);
}

Outcome compare_locals_jump(Frame* frame, uint32_t word) {
  uint32_t second = *frame->ip++;
  Value* others = op_of(word) == Op::COMPARE_FAST_CONST_JUMP ? frame->code->constants : frame->locals();
  Ref left = Ref::share(frame->locals()[a_of(word)]), right = Ref::share(others[b_of(word)]);
  return jump_if(frame, compare_truth(second & 7, left, right), second >> 3 & 1, second >> 8);
}

}  // namespace

const InstructionDef kJumpInstructions[] = {
    {Op::POP_JUMP_IF_FALSE, pop_jump_if},
    {Op::POP_JUMP_IF_TRUE, pop_jump_if},
    {Op::JUMP_IF_FALSE_OR_POP, jump_if_or_pop},
    {Op::JUMP_IF_TRUE_OR_POP, jump_if_or_pop},
    {Op::COMPARE_OP_JUMP, compare_op_jump},
    {Op::COMPARE_FAST_CONST_JUMP, compare_locals_jump},
    {Op::COMPARE_FAST_FAST_JUMP, compare_locals_jump},
    {},
};

}  // namespace loopscope::python
