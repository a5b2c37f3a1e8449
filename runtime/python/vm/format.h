// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// The format-spec mini-language: format(value, spec) for str, int, float and complex. Errors are ValueErrors.
namespace loopscope::python {

struct FormatSpec {
  char32_t fill = ' ';
  char align = 0;       // '<' '>' '^' '='
  bool align_given = false;
  char sign = 0;        // '+' '-' ' ' or 0
  bool no_negative_zero = false;  // z
  bool alternate = false;         // #
  int64_t width = -1;
  char grouping = 0;    // ',' '_' or 0
  int64_t precision = -1;
  char32_t type = 0;    // 0: none given
};

/// `value` is for its type's name in messages.
bool parse_format_spec(const Str* spec, Value value, char32_t default_type, char default_align, FormatSpec* out);
/// "Unknown format code 'x' for object of type 'int'".
std::nullptr_t unknown_format_code(char32_t type, Value value);

/// A number taken apart for padding and grouping: sign, prefix, digits, rest (point, fraction, exponent, '%', "nan").
struct NumberText {
  char sign = 0;
  std::string prefix;
  std::string digits;
  std::string rest;
};
Ref pad_number(const NumberText& number, const FormatSpec& spec);
/// `text` between fill characters; align '<' '>' '^'.
Ref pad_text(const Str* text, const FormatSpec& spec);

Ref format_str(Str* s, Str* spec);
Ref format_int(Value v, Str* spec);
Ref format_float(Value v, double d, Str* spec);
Ref format_complex(Value v, double real, double imag, Str* spec);

}  // namespace loopscope::python
