// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// What the number types share; other code wants objects.h.
namespace loopscope::python {

/// -1, 0, 1.
int int_sign(Value v);
/// The int value of an exact int or of an instance of a subclass (bool too) as an exact int.
Ref exact_int(Value v);
/// Three-way comparison of two ints.
int int_compare(Value a, Value b);
/// Three-way comparison of an int with a finite double, exact.
int int_compare_double(Value a, double d);
bool int_is_odd(Value v);
int64_t int_bit_length(Value v);
int64_t int_hash(Value v);
/// Nearest double, ties to even; false when it is too large (no exception).
bool int_to_double(Value v, double* out);
/// a / b; ZeroDivisionError, OverflowError.
Ref int_true_divide(Value a, Value b);
Ref int_power(Value base, Value exponent, Value modulus);
/// sys.set_int_max_str_digits; 0: no limit.
extern int int_max_str_digits;
/// Decimal text; ValueError when it has more digits than the limit.
bool int_to_decimal(Value v, std::string* out);
/// int(text, base) with Python's rules on signs, spaces, prefixes, underscores; ValueError quotes `original`.
Ref int_from_text(std::string_view text, int base, Value original);
/// Decimal digits and spaces of all scripts as ASCII, anything else outside ASCII as '?': what int() and float() parse.
std::string ascii_number(const Str* s);
/// int(v): int, float, __int__, __index__, __trunc__, text.
Ref to_int_object(Value v);
Ref int_absolute(Value v);
/// Clamps to int64.
int64_t int_clamped(Value v);
/// `v` (int) * 2**shift, or floor-divided by 2**-shift.
Ref int_shift(Value v, int64_t shift);
/// Mantissa of a big int: |v| == *mantissa * 2**exponent + rest, top bit set; *sticky tells rest != 0.
uint64_t int_top_bits(Value v, int64_t* exponent, bool* sticky);
/// Two's complement, little-endian; false (no exception) when it does not fit.
bool int_to_bytes(Value v, uint8_t* out, size_t length, bool is_signed);
Ref int_from_bytes(const uint8_t* data, size_t length, bool is_signed);

/// What to do with an int beyond int64.
enum class OnOverflow : uint8_t {
  clamp,
  repeat,     // OverflowError "cannot fit '%T' into an index-sized integer"
  subscript,  // the same as IndexError
  error,      // OverflowError "Python int too large to convert to C ssize_t"
};
/// __index__ as int64; on every platform the limits are those of 64-bit CPython.
bool to_int64(Value v, int64_t* out, OnOverflow overflow);

/// round(v, ndigits) of an int: to a multiple of 10**-ndigits, half to even.
Ref int_round(Value v, Value ndigits);

Ref float_power(double base, double exponent);
double float_remainder(double a, double b);
double float_floor_divide(double a, double b);
/// float(text); ValueError quotes `original`.
Ref float_from_text(std::string_view text, Value original);
/// (a + bi) ** (c + di); ZeroDivisionError, OverflowError.
Ref complex_power(double a, double b, double c, double d);

}  // namespace loopscope::python
