// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/special_operators.h"

#include "python/vm/bytecode_ops.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/slot_functions.h"
#include "python/vm/special_method.h"

namespace loopscope::python {

namespace {

struct OperatorNames {
  Str **forward, **reflected, **in_place;
};
#define LOOPSCOPE_OPERATOR(name) {&names::__##name##__, &names::__r##name##__, &names::__i##name##__}
const OperatorNames kOperatorNames[] = {  // by BinaryOp
    LOOPSCOPE_OPERATOR(add),    LOOPSCOPE_OPERATOR(and),    LOOPSCOPE_OPERATOR(floordiv), LOOPSCOPE_OPERATOR(lshift),
    LOOPSCOPE_OPERATOR(matmul), LOOPSCOPE_OPERATOR(mul),    LOOPSCOPE_OPERATOR(mod),      LOOPSCOPE_OPERATOR(or),
    LOOPSCOPE_OPERATOR(pow),    LOOPSCOPE_OPERATOR(rshift), LOOPSCOPE_OPERATOR(sub),      LOOPSCOPE_OPERATOR(truediv),
    LOOPSCOPE_OPERATOR(xor)};
#undef LOOPSCOPE_OPERATOR
Str** const kCompareNames[] = {&names::__lt__, &names::__le__, &names::__eq__, &names::__ne__, &names::__gt__, &names::__ge__};

/// What the pushed method is, of those that an operator tries.
enum Stage : uint8_t {
  kInPlace,         // a.__iadd__(b); all others come after it
  kForward,         // a.__add__(b), a.__lt__(b)
  kReflectedFirst,  // b.__radd__(a), b's class being a subclass of a's
  kReflected,       // b.__radd__(a), after a's own, which is not Python code
  kEqualForNot,     // a.__eq__(b), whose opposite is wanted
};

/// The operands of the instruction at frame->calling, and how many of them are on the stack.
struct Operands {
  Value left, right;
  int on_stack;
};
Operands operands_of(Frame* frame) {
  uint32_t word = *frame->calling;
  Value *locals = frame->locals(), *constants = frame->code->constants, *sp = frame->sp;
  switch (word & 0xFF) {
    case static_cast<uint8_t>(Op::BINARY_OP_CONST):
    case VM_BINARY_ADD_CONST:
    case VM_BINARY_SUBTRACT_CONST: return {sp[-1], constants[b_of(word)], 1};
    case static_cast<uint8_t>(Op::BINARY_OP_FAST_CONST):
    case VM_BINARY_ADD_FAST_CONST:
    case VM_BINARY_SUBTRACT_FAST_CONST:
    case static_cast<uint8_t>(Op::COMPARE_FAST_CONST_JUMP): return {locals[a_of(word)], constants[b_of(word)], 0};
    case static_cast<uint8_t>(Op::BINARY_OP_FAST_FAST):
    case VM_BINARY_ADD_FAST_FAST:
    case static_cast<uint8_t>(Op::COMPARE_FAST_FAST_JUMP): return {locals[a_of(word)], locals[b_of(word)], 0};
    default: return {sp[-2], sp[-1], 2};
  }
}

/// Which operator it is: the operand of BINARY_OP or COMPARE_OP.
uint32_t operator_of(Frame* frame) {
  uint32_t word = *frame->calling;
  switch (word & 0xFF) {
    case static_cast<uint8_t>(Op::BINARY_OP_CONST):
    case VM_BINARY_ADD_CONST:
    case VM_BINARY_SUBTRACT_CONST: return a_of(word);
    case static_cast<uint8_t>(Op::COMPARE_OP_JUMP): return arg_of(word) & 7;
    case static_cast<uint8_t>(Op::COMPARE_FAST_CONST_JUMP):
    case static_cast<uint8_t>(Op::COMPARE_FAST_FAST_JUMP): return frame->calling[1] & 7;
    case static_cast<uint8_t>(Op::BINARY_OP):
    case VM_BINARY_ADD:
    case VM_BINARY_SUBTRACT:
    case VM_BINARY_MULTIPLY:
    case static_cast<uint8_t>(Op::COMPARE_OP): return arg_of(word);
    default: return frame->calling[1];
  }
}

/// What is tried after the pushed method said NotImplemented.
Ref operate_after(Stage stage, uint32_t op, Value a, Value b) {
  bool in_place = op >= kInplaceOffset;
  uint32_t at = in_place ? op - kInplaceOffset : op;
  Type *left = type_of(a), *right = type_of(b);
  Ref result = not_implemented();
  switch (stage) {
    case kInPlace: return inplace_op_after(static_cast<BinaryOp>(at), a, b);
    case kForward:
      if (left == right || !right->binary[at]) break;
      result = right->binary[at] == left->binary[at] ? call_operator(b, *kOperatorNames[at].reflected, a) : right->binary[at](a, b);
      break;
    case kReflectedFirst:
      if (special_function(a, *kOperatorNames[at].forward))
        result = call_operator(a, *kOperatorNames[at].forward, b);
      else if (left->binary[at])
        result = left->binary[at](a, b);
      break;
    default: break;
  }
  if (!result || result != kNotImplemented) return result;
  return operate_at_last(static_cast<BinaryOp>(at), in_place, a, b);
}

Outcome finish_operator(Frame* frame, uint8_t stage, Value, Ref value) {
  if (!value) return Outcome::failed;
  Operands operands = operands_of(frame);
  if (value == kNotImplemented)
    value = operate_after(static_cast<Stage>(stage), operator_of(frame), operands.left, operands.right);
  return replace_operands(frame, operands.on_stack, std::move(value));
}

Ref push_method(Function* f, Value self, Value other, Finish finish, Stage stage) {
  Value args[] = {self, other};
  return push_for(f, Args{args, 2, nullptr}, finish, stage) ? frame_pushed() : Ref();
}

}  // namespace

bool push_for(Function* f, const Args& args, Finish finish, uint8_t stage) {
  if (!push_function(f, args, OnReturn::finish)) return false;
  Frame* frame = current_thread().top;
  frame->finish = finish;
  frame->stage = stage;
  return true;
}

Ref push_operator(uint32_t op, Value a, Value b) {
  bool in_place = op >= kInplaceOffset;
  uint32_t at = in_place ? op - kInplaceOffset : op;
  const OperatorNames& dunder = kOperatorNames[at];
  Type *left = type_of(a), *right = type_of(b);
  if (in_place && left->inplace[at]) {
    Function* f = special_function(a, *dunder.in_place);
    return f ? push_method(f, a, b, finish_operator, kInPlace) : Ref();
  }
  Function* reflected = left != right ? special_function(b, *dunder.reflected) : nullptr;
  bool right_first = reflected && is_subtype(right, left) && lookup_in_type(left, *dunder.reflected) != Value(reflected);
  if (Function* forward = special_function(a, *dunder.forward))
    return right_first ? push_method(reflected, b, a, finish_operator, kReflectedFirst)
                       : push_method(forward, a, b, finish_operator, kForward);
  if (!reflected || left->flags & kTypeHeap) return {};
  if (right_first) return push_method(reflected, b, a, finish_operator, kReflectedFirst);
  if (left->binary[at]) {
    Ref result = left->binary[at](a, b);
    if (!result || result != kNotImplemented) return result;
  }
  return push_method(reflected, b, a, finish_operator, kReflected);
}

// ---- comparison --------------------------------------------------------------------------------------------------------

namespace {

Ref compare_after(Stage stage, CompareOp op, Value a, Value b) {
  Value self = stage == kReflectedFirst ? a : b, other = stage == kReflectedFirst ? b : a;
  if (auto* slot = type_of(self)->compare) {
    Ref result = slot(self, other, stage == kReflectedFirst ? op : swapped(op));
    if (!result || result != kNotImplemented) return result;
  }
  return compare_at_last(a, b, op);
}

Outcome finish_comparison(Frame* frame, uint8_t stage, Value, Ref value) {
  if (!value) return Outcome::failed;
  Operands operands = operands_of(frame);
  if (value == kNotImplemented) {
    value = compare_after(static_cast<Stage>(stage), static_cast<CompareOp>(operator_of(frame)), operands.left, operands.right);
  } else if (stage == kEqualForNot) {
    int equal = fast_truth(value);
    value = equal < 0 ? Ref() : boolean(!equal);
  }
  if (op_of(*frame->calling) == Op::COMPARE_OP) return replace_operands(frame, 2, std::move(value));
  if (!value) return Outcome::failed;
  for (int i = 0; i < operands.on_stack; i++) {
    Value operand = *--frame->sp;
    decref(operand);
  }
  return ask_truth(frame, std::move(value));
}

}  // namespace

Ref push_comparison(uint32_t op, Value a, Value b) {
  Type *left = type_of(a), *right = type_of(b);
  if (left != right && is_subtype(right, left) && right->compare) {
    Function* f = special_function(b, *kCompareNames[static_cast<int>(swapped(static_cast<CompareOp>(op)))]);
    return f ? push_method(f, b, a, finish_comparison, kReflectedFirst) : Ref();
  }
  if (Function* f = special_function(a, *kCompareNames[op])) return push_method(f, a, b, finish_comparison, kForward);
  if (static_cast<CompareOp>(op) != CompareOp::ne) return {};
  Function* f = special_function(a, names::__eq__);
  if (!f || lookup_in_type(left, names::__ne__) != dict_get(object_type.dict, names::__ne__)) return {};
  return push_method(f, a, b, finish_comparison, kEqualForNot);
}

// ---- truth -------------------------------------------------------------------------------------------------------------

Outcome decide(Frame* frame, int truth) {
  if (truth < 0) return Outcome::failed;
  const uint32_t* at = frame->calling;
  uint32_t word = *at, target = arg_of(word);
  bool sense = false;
  switch (op_of(word)) {
    case Op::UNARY_NOT: return push(frame, boolean(!truth));
    case Op::CONTAINS_OP: return push(frame, boolean(static_cast<uint32_t>(truth) != arg_of(word)));
    case Op::COMPARE_OP_JUMP:
      sense = arg_of(word) >> 3;
      target = at[1];
      frame->ip = at + 2;
      break;
    case Op::COMPARE_FAST_CONST_JUMP:
    case Op::COMPARE_FAST_FAST_JUMP:
      sense = at[1] >> 3 & 1;
      target = at[1] >> 8;
      frame->ip = at + 2;
      break;
    case Op::JUMP_IF_FALSE_OR_POP:
    case Op::JUMP_IF_TRUE_OR_POP:
      sense = op_of(word) == Op::JUMP_IF_TRUE_OR_POP;
      if (truth != sense) decref(*--frame->sp);
      break;
    default: sense = op_of(word) == Op::POP_JUMP_IF_TRUE;
  }
  if (truth == sense) frame->ip = frame->code->instructions + target;
  return Outcome::next;
}

namespace {

Outcome finish_bool(Frame* frame, uint8_t, Value, Ref value) {
  return value ? decide(frame, truth_of_bool(value)) : Outcome::failed;
}

Outcome finish_len(Frame* frame, uint8_t, Value, Ref value) {
  ptrdiff_t n = value ? length_of_len(value) : -1;
  return n < 0 ? Outcome::failed : decide(frame, n > 0);
}

}  // namespace

Outcome ask_truth(Frame* frame, Ref v) {
  if (!is_of_python_class(v)) return decide(frame, fast_truth(v));
  Value self = v;
  Function* f = special_function(v, names::__bool__);
  if (f) return push_for(f, Args{&self, 1, nullptr}, finish_bool) ? Outcome::entered : Outcome::failed;
  f = type_of(v)->truth ? nullptr : special_function(v, names::__len__);
  if (f) return push_for(f, Args{&self, 1, nullptr}, finish_len) ? Outcome::entered : Outcome::failed;
  return decide(frame, fast_truth(v));
}

Outcome ask_truth_of_result(Frame* frame, uint8_t, Value, Ref value) {
  return value ? ask_truth(frame, std::move(value)) : Outcome::failed;
}

}  // namespace loopscope::python
