// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/growing_text.h"
#include "python/vm/interpreter/instruction.h"
#include "python/vm/interpreter/operators.h"
#include "python/vm/protocol.h"

/// Operators and items.
namespace loopscope::python {

namespace {

/// `left` is a reference that the caller owns; it may be given another value: text that grows in place.
Ref operate(Frame* frame, uint32_t op, Value* left, Value right) {
  if (is_exact(*left, str_type)) {
    if (Value* variable = growing_text(op, *left, right, frame->ip, frame)) {
      Ref text = Ref::steal(*left);
      *left = none().release();
      return grow_text(variable, std::move(text), right);
    }
  }
  return arithmetic(op, *left, right);
}

/// The same for values that the stack does not own.
Outcome operate_on_borrowed(Frame* frame, uint32_t op, Value a, Value b) {
  Ref right = Ref::share(b);
  Value left = Ref::share(a).release();
  Ref result = operate(frame, op, &left, right);
  decref(left);
  return push(frame, std::move(result));
}

Outcome binary(Frame* frame, uint32_t word) {
  return replace_operands(frame, 2, operate(frame, arg_of(word), &frame->sp[-2], frame->sp[-1]));
}
Outcome binary_const(Frame* frame, uint32_t word) {
  return replace_top(frame, operate(frame, a_of(word), &frame->sp[-1], frame->code->constants[b_of(word)]));
}
Outcome binary_fast_const(Frame* frame, uint32_t word) {
  uint32_t op = *frame->ip++;
  return operate_on_borrowed(frame, op, frame->locals()[a_of(word)], frame->code->constants[b_of(word)]);
}
Outcome binary_fast_fast(Frame* frame, uint32_t word) {
  uint32_t op = *frame->ip++;
  return operate_on_borrowed(frame, op, frame->locals()[a_of(word)], frame->locals()[b_of(word)]);
}

Outcome compare_op(Frame* frame, uint32_t word) {
  return replace_operands(frame, 2, compare(frame->sp[-2], frame->sp[-1], static_cast<CompareOp>(arg_of(word))));
}

Outcome is_op(Frame* frame, uint32_t word) {
  return replace_operands(frame, 2, boolean((frame->sp[-2] == frame->sp[-1]) != static_cast<bool>(arg_of(word))));
}

Outcome contains_op(Frame* frame, uint32_t word) {
  int found = contains(frame->sp[-1], frame->sp[-2]);
  return found < 0 ? Outcome::failed : replace_operands(frame, 2, boolean(static_cast<uint32_t>(found) != arg_of(word)));
}

Outcome unary_not(Frame* frame, uint32_t) {
  int truth = fast_truth(frame->sp[-1]);
  return truth < 0 ? Outcome::failed : replace_top(frame, boolean(!truth));
}

Outcome binary_subscr(Frame* frame, uint32_t) { return replace_operands(frame, 2, subscript(frame->sp[-2], frame->sp[-1])); }

/// [v, obj, key]
Outcome store_subscr(Frame* frame, uint32_t) {
  Value* operands = frame->sp - 3;
  if (!store_subscript(operands[1], operands[2], operands[0])) return Outcome::failed;
  for (int i = 0; i < 3; i++) decref(*--frame->sp);
  return Outcome::next;
}

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
    {Op::BINARY_OP, binary},
    {VM_BINARY_ADD, binary},
    {VM_BINARY_SUBTRACT, binary},
    {VM_BINARY_MULTIPLY, binary},
    {Op::BINARY_OP_CONST, binary_const},
    {VM_BINARY_ADD_CONST, binary_const},
    {VM_BINARY_SUBTRACT_CONST, binary_const},
    {Op::BINARY_OP_FAST_CONST, binary_fast_const},
    {VM_BINARY_ADD_FAST_CONST, binary_fast_const},
    {VM_BINARY_SUBTRACT_FAST_CONST, binary_fast_const},
    {Op::BINARY_OP_FAST_FAST, binary_fast_fast},
    {VM_BINARY_ADD_FAST_FAST, binary_fast_fast},
    {Op::COMPARE_OP, compare_op},
    {Op::IS_OP, is_op},
    {Op::CONTAINS_OP, contains_op},
    {Op::UNARY_NOT, unary_not},
    {Op::BINARY_SUBSCR, binary_subscr},
    {Op::STORE_SUBSCR, store_subscr},
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
