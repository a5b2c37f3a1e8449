// SPDX-License-Identifier: MIT
#include <climits>
#include <cmath>

#include "python/number/float_text.h"
#include "python/vm/format.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"

/// format() of int, float and complex.
namespace loopscope::python {

namespace {

bool is_float_code(char32_t c) {
  return c == 'e' || c == 'E' || c == 'f' || c == 'F' || c == 'g' || c == 'G' || c == '%';
}

/// Takes "-123.5e+10" apart.
NumberText take_apart(const std::string& text, const char* suffix = "") {
  NumberText number;
  size_t i = 0;
  if (!text.empty() && text[0] == '-') number.sign = text[i++];
  size_t begin = i;
  while (i < text.size() && text[i] >= '0' && text[i] <= '9') i++;
  number.digits = text.substr(begin, i - begin);
  number.rest = text.substr(i) + suffix;
  return number;
}

Ref format_character(Value v, const FormatSpec& spec) {
  if (spec.sign) return raise(exc::ValueError, "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return raise(exc::ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
  int64_t point;
  if (!int_fits(v, &point)) return raise(exc::OverflowError, "Python int too large to convert to C long");
  if (point < 0 || point > 0x10ffff) return raise(exc::OverflowError, "%%c arg not in range(0x110000)");
  Own<Str> s = make_str_char(static_cast<char32_t>(point));
  FormatSpec padding = spec;
  if (padding.align == '=') padding.align = '>';
  return s ? pad_text(s.get(), padding) : nullptr;
}

Ref format_integer(Value v, const FormatSpec& spec) {
  if (spec.precision >= 0) return raise(exc::ValueError, "Precision not allowed in integer format specifier");
  if (spec.no_negative_zero) {
    return raise(exc::ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (spec.type == 'c') return format_character(v, spec);
  int base = spec.type == 'b' ? 2 : spec.type == 'o' ? 8 : spec.type == 'x' || spec.type == 'X' ? 16 : 10;
  std::string text;
  if (base == 10) {
    if (!int_to_decimal(v, &text)) return nullptr;
  } else {
    text = int_to_text(v, base);
  }
  NumberText number = text[0] == '-' ? NumberText{'-', "", text.substr(1), ""} : NumberText{0, "", text, ""};
  if (spec.alternate && base != 10) number.prefix = std::string("0") + static_cast<char>(spec.type);
  if (spec.type == 'X') {
    for (char& c : number.digits)
      if (c >= 'a') c = static_cast<char>(c & ~0x20);
  }
  return pad_number(number, spec);
}

bool precision_fits(const FormatSpec& spec) {
  return spec.precision <= INT_MAX || (raise(exc::ValueError, "precision too big"), false);
}

/// The text of a double under a spec's type, precision and flags; not yet padded.
std::string spec_text(double d, const FormatSpec& spec, char default_type, int extra_flags) {
  char type = spec.type ? static_cast<char>(spec.type) : default_type;
  if (type == 'n') type = 'g';
  int flags = extra_flags;
  if (spec.alternate) flags |= kDoubleAlternate;
  if (spec.no_negative_zero) flags |= kDoubleNoNegativeZero;
  int precision = type == 'r' ? 0 : 6;
  if (spec.precision >= 0) {
    precision = static_cast<int>(spec.precision);
    if (type == 'r') type = 'g';
  }
  return double_to_text(d, type, precision, flags);
}

Ref format_double(double d, const FormatSpec& spec) {
  if (!precision_fits(spec)) return nullptr;
  if (spec.precision > kMaxStrLength) return raise(exc::MemoryError, "");
  if (spec.type == '%') {
    FormatSpec fixed = spec;
    fixed.type = 'f';
    return pad_number(take_apart(spec_text(d * 100, fixed, 'f', 0), "%"), fixed);
  }
  return pad_number(take_apart(spec_text(d, spec, 'r', spec.type ? 0 : kDoubleAddDotZero)), spec);
}

}  // namespace

Ref format_int(Value v, Str* text) {
  FormatSpec spec;
  if (!parse_format_spec(text, v, 'd', '>', &spec)) return nullptr;
  switch (spec.type) {
    case 'b': case 'c': case 'd': case 'o': case 'x': case 'X': case 'n': return format_integer(v, spec);
    default: break;
  }
  if (!is_float_code(spec.type)) return unknown_format_code(spec.type, v);
  double d;
  if (!int_to_double(v, &d)) return raise(exc::OverflowError, "int too large to convert to float");
  return format_double(d, spec);
}

Ref format_float(Value v, double d, Str* text) {
  FormatSpec spec;
  if (!parse_format_spec(text, v, 0, '>', &spec)) return nullptr;
  if (spec.type && spec.type != 'n' && !is_float_code(spec.type)) return unknown_format_code(spec.type, v);
  return format_double(d, spec);
}

Ref format_complex(Value v, double real, double imag, Str* text) {
  FormatSpec spec;
  if (!parse_format_spec(text, v, 0, '>', &spec)) return nullptr;
  if (spec.type && spec.type != 'n' && (spec.type == '%' || !is_float_code(spec.type))) {
    return unknown_format_code(spec.type, v);
  }
  if (!precision_fits(spec)) return nullptr;
  if (spec.fill == '0') return raise(exc::ValueError, "Zero padding is not allowed in complex format specifier");
  if (spec.align == '=') {
    return raise(exc::ValueError, "'=' alignment flag is not allowed in complex format specifier");
  }
  FormatSpec part = spec;
  part.width = -1;
  part.align = '<';
  bool parentheses = false, only_imaginary = false;
  if (!spec.type) {
    only_imaginary = real == 0 && !std::signbit(real);
    parentheses = !only_imaginary;
  }
  StrBuilder out;
  if (parentheses) out.add(U'(');
  if (!only_imaginary) {
    Ref first = pad_number(take_apart(spec_text(real, spec, 'r', 0)), part);
    if (!first) return nullptr;
    out.add(first.as<Str>());
    part.sign = '+';
  }
  Ref second = pad_number(take_apart(spec_text(imag, spec, 'r', 0)), part);
  if (!second) return nullptr;
  out.add(second.as<Str>());
  out.add(U'j');
  if (parentheses) out.add(U')');
  Own<Str> whole = out.finish();
  return whole ? pad_text(whole.get(), spec) : nullptr;
}

}  // namespace loopscope::python
