// SPDX-License-Identifier: MIT
#pragma once

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

/// `op`: operand of BINARY_OP, in-place forms included.
Ref arithmetic(uint32_t op, Value a, Value b);
/// Truth of a comparison: 1, 0, -1.
int compare_truth(uint32_t op, Value a, Value b);
Ref subscript(Value container, Value key);
bool store_subscript(Value container, Value key, Value v);

}  // namespace loopscope::python
