// SPDX-License-Identifier: MIT
#include <cmath>

#include "python/vm/big_number.h"
#include "python/number/float_bits.h"
#include "python/vm/int.h"

/// The operators of int. Operands within int64 never become BigNumbers unless the result does.
namespace loopscope::python {

namespace {

std::nullptr_t zero_division(BinaryOp op) {
  return raise(exc::ZeroDivisionError,
               op == BinaryOp::remainder ? "integer modulo by zero" : "integer division or modulo by zero");
}

/// Floor division of int64s; false when the quotient overflows.
bool divide_small(int64_t a, int64_t b, int64_t* quotient, int64_t* remainder) {
  if (b == -1) {
    *remainder = 0;
    return !__builtin_sub_overflow(int64_t{0}, a, quotient);
  }
  int64_t q = a / b, r = a % b;
  if (r != 0 && (r < 0) != (b < 0)) {
    q--;
    r += b;
  }
  *quotient = q;
  *remainder = r;
  return true;
}

Ref shift(Value a, Value b, bool left) {
  if (int_sign(b) < 0) return raise(exc::ValueError, "negative shift count");
  if (int_sign(a) == 0) return Ref::small(0);
  int64_t bits;
  if (!int_fits(b, &bits)) {
    if (left) return raise(exc::OverflowError, "too many digits in integer");
    return Ref::small(int_sign(a) < 0 ? -1 : 0);
  }
  constexpr int64_t kPlenty = int64_t{1} << 62;
  if (bits > kPlenty) bits = kPlenty;
  return int_shift(a, left ? bits : -bits);
}

/// base ** exponent, exponent >= 0.
Ref power_plain(Value base, Value exponent) {
  int64_t b, e;
  bool small_base = int_fits(base, &b);
  if (small_base && (b == 0 || b == 1 || b == -1)) {
    if (int_sign(exponent) == 0) return Ref::small(1);
    return Ref::small(b == -1 && !int_is_odd(exponent) ? 1 : static_cast<intptr_t>(b));
  }
  if (!int_fits(exponent, &e)) return raise(exc::MemoryError, "");
  if (small_base) {
    int64_t result = 1, factor = b, rest = e;
    bool overflow = false;
    while (rest > 0 && !overflow) {
      if (rest & 1) overflow = __builtin_mul_overflow(result, factor, &result);
      rest >>= 1;
      if (rest > 0) overflow |= __builtin_mul_overflow(factor, factor, &factor);
    }
    if (!overflow) return make_int(result);
  }
  int64_t length = int_bit_length(base);
  if (e > UINT32_MAX || e > (int64_t{1} << 40) / length) return raise(exc::MemoryError, "");
  if (!big::room_for(static_cast<uint64_t>(length * e))) return nullptr;
  return make_int(big::power(*BigOperand(base), static_cast<uint32_t>(e)));
}

/// x with x * a == 1 (mod m), by Euclid; null when there is none. m > 0.
bool invert_modulo(const BigNumber& a, const BigNumber& m, Big* out) {
  Big r0 = big::copy(m), r1, x0(int64_t{0}), x1(int64_t{1});
  big::divide(a, m, nullptr, &r1);
  while (big::sign(*r1) != 0) {
    Big q, r2;
    big::divide(*r0, *r1, &q, &r2);
    Big x2 = big::subtract(*x0, *big::multiply(*q, *x1));
    r0 = std::move(r1);
    r1 = std::move(r2);
    x0 = std::move(x1);
    x1 = std::move(x2);
  }
  int64_t divisor;
  if (!big::fits(*r0, &divisor) || divisor != 1) return false;
  *out = std::move(x0);
  return true;
}

Ref power_modulo(Value base, Value exponent, Value modulus) {
  if (int_sign(modulus) == 0) return raise(exc::ValueError, "pow() 3rd argument cannot be 0");
  bool negative = int_sign(modulus) < 0;
  BigOperand given(modulus);
  Big m = negative ? big::negate(*given) : big::copy(*given);
  int64_t one;
  if (big::fits(*m, &one) && one == 1) return Ref::small(0);
  Big b;
  big::divide(*BigOperand(base), *m, nullptr, &b);
  BigOperand e(exponent);
  Big positive;
  bool inverted = int_sign(exponent) < 0;
  if (inverted) {
    Big inverse;
    if (!invert_modulo(*b, *m, &inverse)) {
      return raise(exc::ValueError, "base is not invertible for the given modulus");
    }
    big::divide(*inverse, *m, nullptr, &b);
    positive = big::negate(*e);
  }
  Big result = big::power_modulo(*b, inverted ? *positive : *e, *m);
  if (negative && big::sign(*result) != 0) result = big::subtract(*result, *m);
  return make_int(std::move(result));
}

Ref binary_big(BinaryOp op, Value a, Value b) {
  BigOperand x(a), y(b);
  switch (op) {
    case BinaryOp::add: return make_int(big::add(*x, *y));
    case BinaryOp::subtract: return make_int(big::subtract(*x, *y));
    case BinaryOp::multiply:
      if (!big::room_for(big::bit_length(*x) + big::bit_length(*y))) return nullptr;
      return make_int(big::multiply(*x, *y));
    case BinaryOp::and_: return make_int(big::bit_and(*x, *y));
    case BinaryOp::or_: return make_int(big::bit_or(*x, *y));
    case BinaryOp::xor_: return make_int(big::bit_xor(*x, *y));
    case BinaryOp::floor_divide: {
      Big quotient;
      big::divide(*x, *y, &quotient, nullptr);
      return make_int(std::move(quotient));
    }
    case BinaryOp::remainder: {
      Big remainder;
      big::divide(*x, *y, nullptr, &remainder);
      return make_int(std::move(remainder));
    }
    case BinaryOp::divmod: {
      Big quotient, remainder;
      big::divide(*x, *y, &quotient, &remainder);
      Ref q = make_int(std::move(quotient)), r = make_int(std::move(remainder));
      return q && r ? Ref(tuple_of(q.get(), r.get())) : nullptr;
    }
    default: return not_implemented();
  }
}

}  // namespace

Ref int_shift(Value v, int64_t by) {
  int64_t n;
  bool fits = int_fits(v, &n);
  if (by <= 0) {
    if (fits) return make_int(by <= -64 ? (n < 0 ? -1 : 0) : n >> -by);
    return make_int(big::shift_right(*BigOperand(v), static_cast<uint64_t>(-by)));
  }
  if (fits && by < 63) {
    int64_t shifted = static_cast<int64_t>(static_cast<uint64_t>(n) << by);
    if (shifted >> by == n) return make_int(shifted);
  }
  if (by > (int64_t{1} << 40)) return raise(exc::MemoryError, "");
  if (!big::room_for(static_cast<uint64_t>(int_bit_length(v) + by))) return nullptr;
  return make_int(big::shift_left(*BigOperand(v), static_cast<uint64_t>(by)));
}

Ref int_true_divide(Value a, Value b) {
  if (int_sign(b) == 0) return raise(exc::ZeroDivisionError, "division by zero");
  constexpr int64_t kExact = int64_t{1} << 53;
  int64_t x, y;
  if (int_fits(a, &x) && int_fits(b, &y) && x <= kExact && x >= -kExact && y <= kExact && y >= -kExact) {
    return make_float(static_cast<double>(x) / static_cast<double>(y));
  }
  bool negative = (int_sign(a) < 0) != (int_sign(b) < 0);
  if (int_sign(a) == 0) return make_float(negative ? -0.0 : 0.0);
  // A quotient of at least 65 bits, the rest of the division as one sticky bit.
  int64_t extra = 66 - (int_bit_length(a) - int_bit_length(b));
  BigOperand p(a), q(b);
  Big numerator = big::sign(*p) < 0 ? big::negate(*p) : big::copy(*p);
  Big denominator = big::sign(*q) < 0 ? big::negate(*q) : big::copy(*q);
  if (extra > 0) numerator = big::shift_left(*numerator, static_cast<uint64_t>(extra));
  else if (extra < 0) denominator = big::shift_left(*denominator, static_cast<uint64_t>(-extra));
  Big quotient, rest;
  big::divide(*numerator, *denominator, &quotient, &rest);
  int64_t exponent;
  bool sticky;
  uint64_t mantissa = big::top_bits(*quotient, &exponent, &sticky);
  double result = round_to_double(mantissa, exponent - extra, sticky || big::sign(*rest) != 0);
  if (std::isinf(result)) return raise(exc::OverflowError, "integer division result too large for a float");
  return make_float(negative ? -result : result);
}

Ref int_power(Value base, Value exponent, Value modulus) {
  if (modulus && modulus != kNone) return power_modulo(base, exponent, modulus);
  if (int_sign(exponent) >= 0) return power_plain(base, exponent);
  double b, e;
  if (!to_double(base, &b) || !to_double(exponent, &e)) return nullptr;
  return float_power(b, e);
}

Ref int_binary(BinaryOp op, Value a, Value b) {
  switch (op) {
    case BinaryOp::power: return int_power(a, b, Value());
    case BinaryOp::true_divide: return int_true_divide(a, b);
    case BinaryOp::lshift: return shift(a, b, true);
    case BinaryOp::rshift: return shift(a, b, false);
    default: break;
  }
  bool divides = op == BinaryOp::floor_divide || op == BinaryOp::remainder || op == BinaryOp::divmod;
  if (divides && int_sign(b) == 0) return zero_division(op);
  int64_t x, y, result, rest;
  if (int_fits(a, &x) && int_fits(b, &y)) {
    switch (op) {
      case BinaryOp::add:
        if (!__builtin_add_overflow(x, y, &result)) return make_int(result);
        break;
      case BinaryOp::subtract:
        if (!__builtin_sub_overflow(x, y, &result)) return make_int(result);
        break;
      case BinaryOp::multiply:
        if (!__builtin_mul_overflow(x, y, &result)) return make_int(result);
        break;
      case BinaryOp::and_: return make_int(x & y);
      case BinaryOp::or_: return make_int(x | y);
      case BinaryOp::xor_: return make_int(x ^ y);
      case BinaryOp::floor_divide:
        if (divide_small(x, y, &result, &rest)) return make_int(result);
        break;
      case BinaryOp::remainder:
        divide_small(x, y, &result, &rest);
        return make_int(rest);
      case BinaryOp::divmod:
        if (divide_small(x, y, &result, &rest)) {
          Ref q = make_int(result), r = make_int(rest);
          return q && r ? Ref(tuple_of(q.get(), r.get())) : nullptr;
        }
        break;
      default: return not_implemented();
    }
  }
  return binary_big(op, a, b);
}

}  // namespace loopscope::python
