// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/instruction.h"
#include "python/vm/interpreter/operators.h"
#include "python/vm/interpreter/special_operators.h"
#include "python/vm/protocol.h"

/// Jumps that depend on a truth for which an object has to be asked.
namespace loopscope::python {

namespace {

Outcome pop_jump_if(Frame* frame, uint32_t word) {
  Ref v = Ref::steal(*--frame->sp);
  if (is_of_python_class(v)) return ask_truth(frame, std::move(v));
  int truth = fast_truth(v);
  if (truth == (op_of(word) == Op::POP_JUMP_IF_TRUE)) frame->ip = frame->code->instructions + arg_of(word);
  return next_if(truth >= 0);
}

Outcome jump_if_or_pop(Frame* frame, uint32_t) { return ask_truth(frame, Ref::share(frame->sp[-1])); }

Outcome compare_op_jump(Frame* frame, uint32_t word) {
  uint32_t op = arg_of(word) & 7;
  Value left = frame->sp[-2], right = frame->sp[-1];
  if (is_of_python_class(left) || is_of_python_class(right)) {
    Ref pushed = push_comparison(op, left, right);
    if (pushed) return Outcome::entered;
    if (failed()) return Outcome::failed;
  }
  frame->sp -= 2;
  Outcome outcome = decide(frame, compare_truth(op, left, right));
  decref(left);
  decref(right);
  return outcome;
}

Outcome compare_locals_jump(Frame* frame, uint32_t word) {
  uint32_t op = frame->calling[1] & 7;
  Value* others = op_of(word) == Op::COMPARE_FAST_CONST_JUMP ? frame->code->constants : frame->locals();
  Ref left = Ref::share(frame->locals()[a_of(word)]), right = Ref::share(others[b_of(word)]);
  if (is_of_python_class(left) || is_of_python_class(right)) {
    Ref pushed = push_comparison(op, left, right);
    if (pushed) return Outcome::entered;
    if (failed()) return Outcome::failed;
  }
  return decide(frame, compare_truth(op, left, right));
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
