// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/growing_text.h"
#include "python/vm/interpreter/instruction.h"
#include "python/vm/interpreter/operators.h"
#include "python/vm/interpreter/special_operators.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/special_method.h"

/// Operators and items.
namespace loopscope::python {

namespace {

/// `left` is a reference that the caller owns; it may be given another value: text that grows in place. May push a frame, which
/// finds the operands where they were.
Ref operate(Frame* frame, uint32_t op, Value* left, Value right) {
  Ref quick = quick_arithmetic(op, *left, right);
  if (quick) return quick;
  if (is_exact(*left, str_type)) {
    if (Value* variable = growing_text(op, *left, right, frame->ip, frame)) {
      Ref text = Ref::steal(*left);
      *left = none().release();
      return grow_text(variable, std::move(text), right);
    }
  }
  if (is_of_python_class(*left) || is_of_python_class(right)) {
    Ref result = push_operator(op, *left, right);
    if (result || failed()) return result;
  }
  return arithmetic(op, *left, right);
}

Outcome operated(Frame* frame, int operands, Ref result) {
  if (result && result == kFramePushed) return Outcome::entered;
  return replace_operands(frame, operands, std::move(result));
}

/// The same for values that the stack does not own.
Outcome operate_on_borrowed(Frame* frame, uint32_t op, Value a, Value b) {
  Ref result = quick_arithmetic(op, a, b);
  if (result) return push(frame, std::move(result));
  Ref right = Ref::share(b);
  Value left = Ref::share(a).release();
  result = operate(frame, op, &left, right);
  decref(left);
  return operated(frame, 0, std::move(result));
}

Outcome binary(Frame* frame, uint32_t word) {
  return operated(frame, 2, operate(frame, arg_of(word), &frame->sp[-2], frame->sp[-1]));
}
Outcome binary_const(Frame* frame, uint32_t word) {
  return operated(frame, 1, operate(frame, a_of(word), &frame->sp[-1], frame->code->constants[b_of(word)]));
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
  Value left = frame->sp[-2], right = frame->sp[-1];
  if (is_of_python_class(left) || is_of_python_class(right)) {
    Ref result = push_comparison(arg_of(word), left, right);
    if (result || failed()) return operated(frame, 2, std::move(result));
  }
  return replace_operands(frame, 2, compare(left, right, static_cast<CompareOp>(arg_of(word))));
}

Outcome is_op(Frame* frame, uint32_t word) {
  return replace_operands(frame, 2, boolean((frame->sp[-2] == frame->sp[-1]) != static_cast<bool>(arg_of(word))));
}

/// A special method takes the place of the instruction: drops its operands if it was pushed.
Outcome instead(Frame* frame, int operands, bool pushed) {
  if (!pushed) return Outcome::failed;
  while (operands--) {
    Value v = *--frame->sp;
    decref(v);
  }
  return Outcome::entered;
}

Outcome contains_op(Frame* frame, uint32_t) {
  Value item = frame->sp[-2], container = frame->sp[-1];
  if (Function* f = special_function(container, names::__contains__)) {
    Value args[] = {container, item};
    return instead(frame, 2, push_for(f, Args{args, 2, nullptr}, ask_truth_of_result));
  }
  int found = contains(container, item);
  if (found < 0) return Outcome::failed;
  frame->sp -= 2;
  decide(frame, found);
  decref(item);
  decref(container);
  return Outcome::next;
}

Outcome unary_not(Frame* frame, uint32_t) { return ask_truth(frame, Ref::steal(*--frame->sp)); }

/// __getitem__ in Python, or the __missing__ that a dict of a class in Python has for a key that it has not.
Function* item_function(Value container, Value key) {
  if (!is_of_python_class(container)) return nullptr;
  if (Function* f = special_function(container, names::__getitem__)) return f;
  Function* missing = is_dict(container) ? special_function(container, names::__missing__) : nullptr;
  return missing && dict_contains(container.as<Dict>(), key) == 0 && !failed() ? missing : nullptr;
}

/// container[key] with both among the `operands` on the stack.
Outcome load_item(Frame* frame, int operands, Value container, Value key) {
  if (Function* f = item_function(container, key)) {
    Value args[] = {container, key};
    return instead(frame, operands, push_function(f, Args{args, 2, nullptr}, OnReturn::push));
  }
  return failed() ? Outcome::failed : replace_operands(frame, operands, subscript(container, key));
}

/// The same for container[key] = v; v null: del.
Outcome store_item(Frame* frame, int operands, Value container, Value key, Value v) {
  if (Function* f = special_function(container, v ? names::__setitem__ : names::__delitem__)) {
    Value args[] = {container, key, v};
    return instead(frame, operands, push_function(f, Args{args, v ? 3u : 2u, nullptr}, OnReturn::discard));
  }
  if (v ? !store_subscript(container, key, v) : !delete_item(container, key)) return Outcome::failed;
  while (operands--) {
    Value operand = *--frame->sp;
    decref(operand);
  }
  return Outcome::next;
}

Outcome binary_subscr(Frame* frame, uint32_t) { return load_item(frame, 2, frame->sp[-2], frame->sp[-1]); }

/// [v, obj, key]
Outcome store_subscr(Frame* frame, uint32_t) {
  Value* operands = frame->sp - 3;
  return store_item(frame, 3, operands[1], operands[2], operands[0]);
}

Outcome delete_subscr(Frame* frame, uint32_t) { return store_item(frame, 2, frame->sp[-2], frame->sp[-1], Value()); }

Outcome unary(Frame* frame, uint32_t word) {
  static Str** const kUnaryNames[] = {&names::__neg__, &names::__pos__, &names::__invert__};
  UnaryOp which = static_cast<UnaryOp>((word & 0xFF) - static_cast<uint8_t>(Op::UNARY_NEGATIVE));
  if (Function* f = special_function(frame->sp[-1], *kUnaryNames[static_cast<int>(which)]))
    return instead(frame, 1, push_function(f, Args{&frame->sp[-1], 1, nullptr}, OnReturn::push));
  return replace_top(frame, unary_op(which, frame->sp[-1]));
}

Outcome binary_slice(Frame* frame, uint32_t) {
  Value* operands = frame->sp - 3;
  Own<Slice> slice = make_slice(operands[1], operands[2], kNone);
  return slice ? load_item(frame, 3, operands[0], slice) : Outcome::failed;
}

Outcome store_slice(Frame* frame, uint32_t) {
  Value* operands = frame->sp - 4;
  Own<Slice> slice = make_slice(operands[2], operands[3], kNone);
  return slice ? store_item(frame, 4, operands[1], slice, operands[0]) : Outcome::failed;
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
