// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "python/vm/unicode/tables.h"

/// Facts about code points, as `str`'s methods need them. Tables: unicode/generate.py.
namespace loopscope::python::unicode {

/// Bits of enum Flag.
uint16_t flags(char32_t c);
inline bool has(char32_t c, uint16_t mask) { return flags(c) & mask; }

inline bool is_alpha(char32_t c) { return has(c, kAlpha); }
inline bool is_alnum(char32_t c) { return has(c, kAlpha | kDecimal | kDigit | kNumeric); }
inline bool is_space(char32_t c) { return c < 128 ? c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31) : has(c, kSpace); }
inline bool is_printable(char32_t c) { return c < 127 ? c >= 32 : has(c, kPrintable); }
inline bool is_line_break(char32_t c) {
  return (c >= 10 && c <= 13) || (c >= 28 && c <= 30) || c == 0x85 || c == 0x2028 || c == 0x2029;
}
/// 0..9, or -1.
int decimal_value(char32_t c);

enum class Case : uint8_t { lower, upper, title, fold };
/// Full mapping: writes 1 to 3 code points, returns how many. Context (final sigma) is the caller's matter.
int map_case(char32_t c, Case to, char32_t out[3]);

}  // namespace loopscope::python::unicode
