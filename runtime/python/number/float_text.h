// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

/// Doubles to text and back, correctly rounded.
namespace loopscope::python {

enum DoubleFlags {
  kDoubleSign = 1,            // '+' before what is not negative
  kDoubleAlternate = 2,       // '#': always a point, %g keeps trailing zeros
  kDoubleAddDotZero = 4,      // ".0" after a whole number without exponent
  kDoubleNoNegativeZero = 8,  // what rounds to -0 becomes 0
};
/// type: e f g E F G as in C with any precision; 'r' shortest digits that read back the same (precision unused).
std::string double_to_text(double d, char type, int precision, int flags);

/// repr(float): the shortest text that reads back the same.
std::string float_repr(double d);

/// The whole of `text` (ASCII, no spaces around, no underscores) in Python's float() syntax.
bool parse_double(std::string_view text, double* out);

/// float.hex.
std::string double_to_hex(double d);
enum class HexResult { ok, invalid, too_large };
/// float.fromhex.
HexResult double_from_hex(std::string_view text, double* out);

}  // namespace loopscope::python
