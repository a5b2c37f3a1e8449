// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/instruction.h"
#include "python/vm/protocol.h"

/// Operators and items: what the loop does not do itself.
namespace loopscope::python {

namespace {

Outcome unary(Frame* frame, uint32_t word) {
  UnaryOp which = static_cast<UnaryOp>((word & 0xFF) - static_cast<uint8_t>(Op::UNARY_NEGATIVE));
  return replace_top(frame, unary_op(which, frame->sp[-1]));
}

Outcome delete_subscr(Frame* frame, uint32_t) {
  if (!delete_item(frame->sp[-2], frame->sp[-1])) return Outcome::failed;
  decref(*--frame->sp);
  decref(*--frame->sp);
  return Outcome::next;
}

Outcome binary_slice(Frame* frame, uint32_t) {
  Value* operands = frame->sp - 3;
  Own<Slice> slice = make_slice(operands[1], operands[2], kNone);
  return replace_operands(frame, 3, slice ? get_item(operands[0], slice) : Ref());
}

Outcome store_slice(Frame* frame, uint32_t) {
  Value* operands = frame->sp - 4;
  Own<Slice> slice = make_slice(operands[2], operands[3], kNone);
  if (!slice || !set_item(operands[1], slice, operands[0])) return Outcome::failed;
  for (int i = 0; i < 4; i++) decref(*--frame->sp);
  return Outcome::next;
}

Outcome build_slice(Frame* frame, uint32_t word) {
  int count = static_cast<int>(arg_of(word));
  Value* operands = frame->sp - count;
  return replace_operands(frame, count, make_slice(operands[0], operands[1], count == 3 ? operands[2] : kNone));
}

}  // namespace

const InstructionDef kOperatorInstructions[] = {
    {Op::UNARY_NEGATIVE, unary},
    {Op::UNARY_POSITIVE, unary},
    {Op::UNARY_INVERT, unary},
    {Op::DELETE_SUBSCR, delete_subscr},
    {Op::BINARY_SLICE, binary_slice},
    {Op::STORE_SLICE, store_slice},
    {Op::BUILD_SLICE, build_slice},
    {},
};

}  // namespace loopscope::python
