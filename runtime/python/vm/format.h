// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// The format-spec mini-language: format(value, spec) for str, int, float and complex.
namespace loopscope::python {

struct FormatSpec {
  char32_t fill = ' ';
  char align = 0;       // '<' '>' '^' '=' or 0: the type's default
  bool fill_given = false;
  bool align_given = false;
  char sign = 0;        // '+' '-' ' ' or 0
  bool no_negative_zero = false;  // z
  bool alternate = false;         // #
  int64_t width = -1;
  char grouping = 0;    // ',' '_' or 0
  int64_t precision = -1;
  char32_t type = 0;
};

/// Null Ref / false: ValueError with CPython's text.
bool parse_format_spec(const Str* spec, Value value, char default_type, char default_align, FormatSpec* out);
Ref format_str(Str* s, Str* spec);
Ref format_int(Value v, Str* spec);
Ref format_float(Value v, double d, Str* spec);
Ref format_complex(Value v, double real, double imag, Str* spec);

}  // namespace loopscope::python
