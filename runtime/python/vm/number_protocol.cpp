// SPDX-License-Identifier: MIT
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/slots.h"

/// Operators on any value: whose turn it is, and what is said when nobody knows how.
namespace loopscope::python {
namespace {

const char* const kSymbols[kBinaryOpCount] = {"+", "&", "//", "<<", "@", "*", "%", "|", "** or pow()", ">>", "-", "/", "^",
                                              "divmod()"};
const char* const kInplaceSymbols[kBinaryOpCount] = {"+=", "&=", "//=", "<<=", "@=", "*=", "%=", "|=", "**=", ">>=",
                                                     "-=", "/=", "^=", "divmod()"};

using BinarySlot = Ref (*)(Value, Value);

/// The left operand's slot, then the right one's; the right one first if its type is a subclass with a slot of its own.
inline Ref try_binary(BinaryOp op, Value a, Value b) {
  int at = static_cast<int>(op);
  Type *left_type = type_of(a), *right_type = type_of(b);
  BinarySlot left = left_type->binary[at], right = nullptr;
  if (left_type != right_type) {
    right = right_type->binary[at];
    if (right == left) right = nullptr;
  }
  if (left) {
    if (right && is_subtype(right_type, left_type)) {
      Ref result = right(a, b);
      if (!result || result.get() != kNotImplemented) return result;
      right = nullptr;
    }
    Ref result = left(a, b);
    if (!result || result.get() != kNotImplemented) return result;
  }
  return right ? right(a, b) : not_implemented();
}

std::nullptr_t raise_unsupported(const char* symbol, Value a, Value b) {
  if (symbol == kSymbols[static_cast<int>(BinaryOp::rshift)] && is_exact(a, native_function_type) &&
      std::string_view(a.as<NativeFunction>()->def->name) == "print")
    return raise(exc::TypeError,
                 "unsupported operand type(s) for >>: '%T' and '%T'. Did you mean \"print(<message>, "
                 "file=<output_stream>)\"?",
                 a, b);
  return raise(exc::TypeError, "unsupported operand type(s) for %s: '%T' and '%T'", symbol, a, b);
}

bool is_index(Value v) { return type_of(v)->index != nullptr; }

Ref repeat_sequence(Value sequence, Value count, BinarySlot repeat) {
  if (!is_index(count)) return raise(exc::TypeError, "can't multiply sequence by non-int of type '%T'", count);
  Ref n = index(count);
  return n ? repeat(sequence, n) : Ref();
}

/// `a + b` and `a * b` of sequences, when no number slot took them.
Ref try_sequence(BinaryOp op, Value a, Value b, const char* symbol) {
  if (op == BinaryOp::add) {
    if (BinarySlot concat = type_of(a)->concat) return concat(a, b);
  } else if (op == BinaryOp::multiply) {
    if (BinarySlot repeat = type_of(a)->repeat) return repeat_sequence(a, b, repeat);
    if (BinarySlot repeat = type_of(b)->repeat) return repeat_sequence(b, a, repeat);
  }
  return raise_unsupported(symbol, a, b);
}

}  // namespace

Ref operate_at_last(BinaryOp op, bool in_place, Value a, Value b) {
  if (!in_place) return try_sequence(op, a, b, kSymbols[static_cast<int>(op)]);
  Type* type = type_of(a);
  if (op == BinaryOp::add && type->inplace_concat) return type->inplace_concat(a, b);
  if (op == BinaryOp::multiply && type->inplace_repeat) return repeat_sequence(a, b, type->inplace_repeat);
  return try_sequence(op, a, b, kInplaceSymbols[static_cast<int>(op)]);
}

Ref binary_op(BinaryOp op, Value a, Value b) {
  Ref result = try_binary(op, a, b);
  if (!result || result.get() != kNotImplemented) return result;
  return operate_at_last(op, false, a, b);
}

Ref inplace_op_after(BinaryOp op, Value a, Value b) {
  Ref result = try_binary(op, a, b);
  if (!result || result.get() != kNotImplemented) return result;
  return operate_at_last(op, true, a, b);
}

Ref inplace_op(BinaryOp op, Value a, Value b) {
  if (BinarySlot inplace = type_of(a)->inplace[static_cast<int>(op)]) {
    Ref result = inplace(a, b);
    if (!result || result.get() != kNotImplemented) return result;
  }
  return inplace_op_after(op, a, b);
}

Ref unary_op(UnaryOp op, Value v) {
  static const char* const kUnarySymbols[] = {"-", "+", "~"};
  int at = static_cast<int>(op);
  if (auto* slot = type_of(v)->unary[at]) return slot(v);
  return raise(exc::TypeError, "bad operand type for unary %s: '%T'", kUnarySymbols[at], v);
}

Ref power(Value base, Value exponent, Value modulus) {
  if (!modulus || modulus == kNone) return binary_op(BinaryOp::power, base, exponent);
  if (is_int(base) && is_int(exponent) && is_int(modulus)) return int_power(base, exponent, modulus);
  Value method = lookup_in_type(type_of(base), names::__pow__);
  if (method && !is_exact(method, slot_wrapper_type)) {
    Value args[] = {exponent, modulus};
    Ref result = call_special(base, names::__pow__, args, 2);
    if (!result || result.get() != kNotImplemented) return result;
  }
  if (is_float(base) || is_float(exponent))
    return raise(exc::TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
  return raise(exc::TypeError, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", base, exponent, modulus);
}

Ref index(Value v) {
  if (v.is_small() || is_exact(v, int_type)) return Ref::share(v);
  if (is_int(v)) return int_binary(BinaryOp::add, v, Value::small(0));  // True is 1 here
  auto* slot = type_of(v)->index;
  if (!slot) return raise(exc::TypeError, "'%T' object cannot be interpreted as an integer", v);
  Ref result = slot(v);
  if (result && !is_int(result)) return raise(exc::TypeError, "__index__ returned non-int (type %T)", result.get());
  return result;
}

}  // namespace loopscope::python
