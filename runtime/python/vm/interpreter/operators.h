// SPDX-License-Identifier: MIT
#pragma once

#include "python/bytecode/opcodes.h"
#include "python/vm/objects.h"

/// Operators on values as the loop needs them: the commonest types without going through the protocol.
namespace loopscope::python {

/// Bit (order + 1) is set if an order of -1, 0, 1 satisfies the operator (lt, le, eq, ne, gt, ge).
inline constexpr uint8_t kOrderMask[6] = {1, 3, 2, 5, 4, 6};

inline bool both_small(Value a, Value b) { return a.bits() & b.bits() & 1; }

inline bool compare_small(uint32_t op, Value a, Value b) {
  intptr_t x = static_cast<intptr_t>(a.bits()), y = static_cast<intptr_t>(b.bits());
  int order = (x > y) - (x < y);
  return kOrderMask[op] >> (order + 1) & 1;
}

/// False: the result does not fit a small int.
inline bool add_small(Value a, Value b, Value* out) {
  intptr_t r;
  if (__builtin_add_overflow(static_cast<intptr_t>(a.bits() - 1), static_cast<intptr_t>(b.bits()), &r)) return false;
  *out = Value::from_bits(static_cast<uintptr_t>(r));
  return true;
}
inline bool subtract_small(Value a, Value b, Value* out) {
  intptr_t r;
  if (__builtin_sub_overflow(static_cast<intptr_t>(a.bits()), static_cast<intptr_t>(b.bits() - 1), &r)) return false;
  *out = Value::from_bits(static_cast<uintptr_t>(r));
  return true;
}
inline bool multiply_small(Value a, Value b, Value* out) {
  intptr_t r;
  if (__builtin_mul_overflow(a.small_value(), b.small_value(), &r) || !fits_small(r)) return false;
  *out = Value::small(r);
  return true;
}

/// What both_small operands give, where that is a small int too. False: ask int_binary.
inline bool operate_small(BinaryOp op, Value a, Value b, Value* out) {
  intptr_t x = a.small_value(), y = b.small_value();
  switch (op) {
    case BinaryOp::remainder: {
      if (y <= 0) return false;
      intptr_t rest = x % y;
      *out = Value::small(rest < 0 ? rest + y : rest);
      return true;
    }
    case BinaryOp::floor_divide:
      if (y <= 0) return false;
      *out = Value::small(x / y - (x % y < 0));
      return true;
    case BinaryOp::multiply: return multiply_small(a, b, out);
    case BinaryOp::add: return add_small(a, b, out);
    case BinaryOp::subtract: return subtract_small(a, b, out);
    case BinaryOp::and_: *out = Value::small(x & y); return true;
    case BinaryOp::or_: *out = Value::small(x | y); return true;
    case BinaryOp::xor_: *out = Value::small(x ^ y); return true;
    case BinaryOp::rshift:
      if (y < 0 || y > 30) return false;
      *out = Value::small(x >> y);
      return true;
    default: return false;
  }
}

/// A float, or an int that is one exactly.
inline bool as_double(Value v, double* out) {
  if (is_exact(v, float_type)) return *out = v.as<Float>()->value, true;
  if (!v.is_small() || v.small_value() >> 31 != v.small_value() >> 30) return false;
  *out = static_cast<double>(v.small_value());
  return true;
}

/// The commonest arithmetic. Null without an exception: ask arithmetic().
inline Ref quick_arithmetic(uint32_t op, Value a, Value b) {
  BinaryOp which = static_cast<BinaryOp>(op >= kInplaceOffset ? op - kInplaceOffset : op);
  Value small;
  if (both_small(a, b) && operate_small(which, a, b, &small)) return Ref::steal(small);
  double x, y;
  if (!as_double(a, &x) || !as_double(b, &y)) return {};
  if (which == BinaryOp::true_divide) return y != 0 ? make_float(x / y) : Ref();
  if (both_small(a, b)) return {};
  switch (which) {
    case BinaryOp::add: return make_float(x + y);
    case BinaryOp::subtract: return make_float(x - y);
    case BinaryOp::multiply: return make_float(x * y);
    default: return {};
  }
}

/// `op`: operand of BINARY_OP, in-place forms included.
Ref arithmetic(uint32_t op, Value a, Value b);
/// Truth of a comparison: 1, 0, -1.
int compare_truth(uint32_t op, Value a, Value b);
Ref subscript(Value container, Value key);
bool store_subscript(Value container, Value key, Value v);

}  // namespace loopscope::python
