// SPDX-License-Identifier: MIT
#include "python/vm/int.h"

#include <cmath>
#include <cstring>

#include "python/number/float_bits.h"
#include "python/vm/big_number.h"
#include "python/vm/protocol.h"

/// Making, reading and comparing ints. Operators: int_arithmetic.cpp; text: int_text.cpp; the type: int_type.cpp.
namespace loopscope::python {

namespace {

constexpr uint64_t kHashModulus = (uint64_t{1} << 61) - 1;

/// The BigNumber of an int, or null when it is within int64 (then *out).
const BigNumber* split(Value v, int64_t* out) {
  if (v.is_small()) {
    *out = v.small_value();
    return nullptr;
  }
  auto n = v.as<Int>();
  if (!n->big) *out = n->small;
  return n->big;
}

Ref make_boxed(int64_t n, BigNumber* big) {
  auto box = allocate_as<Int>(&int_type);
  if (!box) {
    if (big) big::destroy(big);
    return nullptr;
  }
  box->small = n;
  box->big = big;
  return Ref::steal(box);
}

}  // namespace

Ref make_int(int64_t n) { return fits_small(n) ? Ref::small(static_cast<intptr_t>(n)) : make_boxed(n, nullptr); }

Ref make_int_unsigned(uint64_t n) {
  if (n <= INT64_MAX) return make_int(static_cast<int64_t>(n));
  uint8_t bytes[8];
  std::memcpy(bytes, &n, 8);
  return make_int(big::from_magnitude(bytes, 8, false));
}

Ref make_int(Big n) {
  int64_t value;
  if (big::fits(*n, &value)) return make_int(value);
  return make_boxed(0, n.release());
}

BigOperand::BigOperand(Value v) {
  int64_t n = 0;
  borrowed_ = split(v, &n);
  if (!borrowed_) made_ = Big(n);
}

Ref make_int_from_digits(std::string_view digits, int base) { return make_int(big::from_digits(digits, base)); }

Ref make_int_from_double(double d) {
  if (std::isnan(d)) return raise(exc::ValueError, "cannot convert float NaN to integer");
  if (std::isinf(d)) return raise(exc::OverflowError, "cannot convert float infinity to integer");
  if (d > -9.2e18 && d < 9.2e18) return make_int(static_cast<int64_t>(d));
  int exponent;
  auto mantissa = static_cast<int64_t>(std::ldexp(std::frexp(d, &exponent), 53));
  return make_int(big::shift_left(*Big(mantissa), static_cast<uint64_t>(exponent - 53)));
}

bool int_fits(Value v, int64_t* out) { return !split(v, out); }

int64_t int_clamped(Value v) {
  int64_t n = 0;
  const BigNumber* big = split(v, &n);
  return big ? (big::sign(*big) < 0 ? INT64_MIN : INT64_MAX) : n;
}

bool to_ssize(Value v, ptrdiff_t* out, bool clamp) {
  int64_t n;
  if (!to_int64(v, &n, clamp ? OnOverflow::clamp : OnOverflow::error)) return false;
  if (n > PTRDIFF_MAX || n < PTRDIFF_MIN) {
    if (!clamp) return raise(exc::OverflowError, "Python int too large to convert to C ssize_t"), false;
    n = n < 0 ? PTRDIFF_MIN : PTRDIFF_MAX;
  }
  *out = static_cast<ptrdiff_t>(n);
  return true;
}

int int_sign(Value v) {
  int64_t n;
  const BigNumber* big = split(v, &n);
  return big ? big::sign(*big) : n < 0 ? -1 : n > 0;
}

Ref exact_int(Value v) {
  if (v.is_small() || v.object()->type == &int_type) return Ref::share(v);
  auto n = v.as<Int>();
  return n->big ? make_int(big::copy(*n->big)) : make_int(n->small);
}

int int_compare(Value a, Value b) {
  int64_t x, y;
  const BigNumber *p = split(a, &x), *q = split(b, &y);
  if (!p && !q) return x < y ? -1 : x > y;
  if (p && q) return big::compare(*p, *q);
  return p ? big::sign(*p) : -big::sign(*q);
}

int int_compare_double(Value a, double d) {
  int64_t n;
  const BigNumber* big = split(a, &n);
  if (std::isinf(d)) return d > 0 ? -1 : 1;
  if (!big) {
    constexpr double kLimit = 9223372036854775808.0;
    if (d >= kLimit) return -1;
    if (d < -kLimit) return 1;
    double whole = std::floor(d);
    auto m = static_cast<int64_t>(whole);
    if (n != m) return n < m ? -1 : 1;
    return whole < d ? -1 : 0;
  }
  int s = big::sign(*big);
  if ((d > 0) - (d < 0) != s) return s;
  int exponent;
  std::frexp(d, &exponent);
  auto length = static_cast<int64_t>(big::bit_length(*big));
  if (length != exponent) return length < exponent ? -s : s;
  int64_t shift;
  bool sticky;
  uint64_t mine = big::top_bits(*big, &shift, &sticky);
  auto theirs = static_cast<uint64_t>(std::ldexp(std::fabs(d), 64 - exponent));
  if (mine != theirs) return mine < theirs ? -s : s;
  return sticky ? s : 0;
}

bool int_is_odd(Value v) {
  int64_t n;
  const BigNumber* big = split(v, &n);
  return big ? big::is_odd(*big) : n & 1;
}

int64_t int_bit_length(Value v) {
  int64_t n;
  const BigNumber* big = split(v, &n);
  if (big) return static_cast<int64_t>(big::bit_length(*big));
  uint64_t magnitude = n < 0 ? 0 - static_cast<uint64_t>(n) : static_cast<uint64_t>(n);
  return magnitude ? 64 - __builtin_clzll(magnitude) : 0;
}

int64_t int_hash(Value v) {
  int64_t n;
  const BigNumber* big = split(v, &n);
  bool negative = big ? big::sign(*big) < 0 : n < 0;
  uint64_t magnitude = big   ? big::magnitude_modulo(*big, kHashModulus)
                       : n < 0 ? 0 - static_cast<uint64_t>(n)
                               : static_cast<uint64_t>(n);
  if (magnitude >= kHashModulus) magnitude %= kHashModulus;
  auto hash = static_cast<int64_t>(magnitude);
  if (negative) hash = -hash;
  return hash == -1 ? -2 : hash;
}

uint64_t int_top_bits(Value v, int64_t* exponent, bool* sticky) {
  int64_t n;
  const BigNumber* big = split(v, &n);
  if (big) return big::top_bits(*big, exponent, sticky);
  uint64_t magnitude = n < 0 ? 0 - static_cast<uint64_t>(n) : static_cast<uint64_t>(n);
  *sticky = false;
  int shift = magnitude ? __builtin_clzll(magnitude) : 0;
  *exponent = -shift;
  return magnitude << shift;
}

bool int_to_double(Value v, double* out) {
  int64_t n;
  if (int_fits(v, &n)) {
    *out = static_cast<double>(n);
    return true;
  }
  int64_t exponent;
  bool sticky;
  uint64_t mantissa = int_top_bits(v, &exponent, &sticky);
  *out = round_to_double(mantissa, exponent, sticky);
  if (int_sign(v) < 0) *out = -*out;
  return std::isfinite(*out);
}

bool to_double(Value v, double* out) {
  if (is_float(v)) {
    *out = v.as<Float>()->value;
    return true;
  }
  Ref n;
  if (is_int(v)) {
    n = Ref::share(v);
  } else if (type_of(v)->to_float) {
    Ref d = type_of(v)->to_float(v);
    if (!d) return false;
    if (!is_float(d)) return raise(exc::TypeError, "%T.__float__ returned non-float (type %T)", v, d.get()), false;
    *out = d.as<Float>()->value;
    return true;
  } else if (type_of(v)->index) {
    n = index(v);
    if (!n) return false;
  } else {
    return raise(exc::TypeError, "must be real number, not %T", v), false;
  }
  if (!int_to_double(n, out)) return raise(exc::OverflowError, "int too large to convert to float"), false;
  return true;
}

bool int_to_bytes(Value v, uint8_t* out, size_t length, bool is_signed) {
  BigOperand operand(v);
  bool negative = int_sign(v) < 0;
  if (negative && !is_signed) return false;
  std::string magnitude = big::magnitude_bytes(*operand);
  if (magnitude.size() > length) return false;
  std::memset(out, 0, length);
  std::memcpy(out, magnitude.data(), magnitude.size());
  if (negative) {
    unsigned carry = 1;
    for (size_t i = 0; i < length; i++) {
      carry += static_cast<uint8_t>(~out[i]);
      out[i] = static_cast<uint8_t>(carry);
      carry >>= 8;
    }
  }
  if (!is_signed || length == 0) return true;
  bool top = out[length - 1] & 0x80;
  return top == negative;
}

Ref int_from_bytes(const uint8_t* data, size_t length, bool is_signed) {
  if (!is_signed || length == 0 || !(data[length - 1] & 0x80)) return make_int(big::from_magnitude(data, length, false));
  std::string magnitude(length, '\0');
  unsigned carry = 1;
  for (size_t i = 0; i < length; i++) {
    carry += static_cast<uint8_t>(~data[i]);
    magnitude[i] = static_cast<char>(carry);
    carry >>= 8;
  }
  return make_int(big::from_magnitude(reinterpret_cast<const uint8_t*>(magnitude.data()), length, true));
}

}  // namespace loopscope::python
