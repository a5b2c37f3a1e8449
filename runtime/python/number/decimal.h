// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Decimal digits of doubles, exactly. std::to_chars and strtod do the same faster, but bring 130 KB of tables and
/// 128-bit arithmetic into the page's download; here everything rests on one function, exact_decimal.
namespace loopscope::python {

/// Its value is 0.d1d2... * 10**point. No zeros at either end; the number zero has no digits and point 1.
struct Decimal {
  std::string digits;
  int point = 1;
};

/// mantissa * 2**exponent in full, for what is at most a few bits finer or larger than a double.
Decimal exact_decimal(uint64_t mantissa, int exponent);
/// A finite double >= 0 in full; at most 767 digits.
Decimal exact_decimal(double magnitude);

/// The digits of the shortest number that reads back as `magnitude` (finite, >= 0); of several the nearest to it.
Decimal shortest_decimal(double magnitude);

/// Keeps the first `count` digits, which may be none or even fewer; half goes to even.
void round_decimal(Decimal& d, int64_t count);

/// The double nearest to 0.digits * 10**point, half to even; infinity where it is too large. Any number of digits, zeros
/// at either end too.
double nearest_double(std::string_view digits, int64_t point);

}  // namespace loopscope::python
