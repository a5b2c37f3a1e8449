// SPDX-License-Identifier: MIT
#include "python/vm/format.h"

#include <algorithm>

#include "python/vm/protocol.h"
#include "python/vm/str.h"
#include "python/vm/unicode.h"

/// Parsing of format specs, padding, and text. Numbers: format_number.cpp.
namespace loopscope::python {

namespace {

bool is_align(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

/// Decimal digits at `*i`; -1 when there are none; false: too many.
bool read_integer(const Str* spec, uint32_t* i, int64_t* out) {
  *out = -1;
  int64_t n = 0;
  uint32_t begin = *i;
  for (; *i < spec->length; ++*i) {
    int digit = unicode::decimal_value(spec->at(*i));
    if (digit < 0) break;
    if (n > (INT64_MAX - digit) / 10) return raise(exc::ValueError, "Too many decimal digits in format string"), false;
    n = n * 10 + digit;
  }
  if (*i > begin) *out = n;
  return true;
}

bool both_separators() { return raise(exc::ValueError, "Cannot specify both ',' and '_'."), false; }

bool check_grouping(FormatSpec* out) {
  switch (out->type) {
    case 'd': case 'e': case 'f': case 'g': case 'E': case 'G': case '%': case 'F': case 0: return true;
    case 'b': case 'o': case 'x': case 'X':
      if (out->grouping == '_') return true;
      [[fallthrough]];
    default:
      if (out->type > 32 && out->type < 128) {
        raise(exc::ValueError, "Cannot specify '%c' with '%c'.", out->grouping, static_cast<char>(out->type));
      } else {
        raise(exc::ValueError, "Cannot specify '%c' with '\\x%x'.", out->grouping, static_cast<unsigned>(out->type));
      }
      return false;
  }
}

}  // namespace

bool parse_format_spec(const Str* spec, Value value, char32_t default_type, char default_align, FormatSpec* out) {
  uint32_t i = 0, n = spec->length;
  auto at = [&](char32_t c) { return i < n && spec->at(i) == c; };
  out->align = default_align;
  out->type = default_type;
  bool fill_given = false;
  if (n >= 2 && is_align(spec->at(1))) {
    out->fill = spec->at(0);
    out->align = static_cast<char>(spec->at(1));
    fill_given = out->align_given = true;
    i = 2;
  } else if (n >= 1 && is_align(spec->at(0))) {
    out->align = static_cast<char>(spec->at(0));
    out->align_given = true;
    i = 1;
  }
  if (at(' ') || at('+') || at('-')) out->sign = static_cast<char>(spec->at(i++));
  if (at('z')) {
    out->no_negative_zero = true;
    i++;
  }
  if (at('#')) {
    out->alternate = true;
    i++;
  }
  if (!fill_given && at('0')) {
    out->fill = '0';
    if (!out->align_given && default_align == '>') out->align = '=';
    i++;
  }
  if (!read_integer(spec, &i, &out->width)) return false;
  if (at(',')) {
    out->grouping = ',';
    i++;
  }
  if (at('_')) {
    if (out->grouping) return both_separators();
    out->grouping = '_';
    i++;
  }
  if (at(',') && out->grouping == '_') return both_separators();
  if (at('.')) {
    i++;
    if (!read_integer(spec, &i, &out->precision)) return false;
    if (out->precision < 0) return raise(exc::ValueError, "Format specifier missing precision"), false;
  }
  if (n - i > 1) {
    return raise(exc::ValueError, "Invalid format specifier '%U' for object of type '%T'", spec, value), false;
  }
  if (i < n) out->type = spec->at(i);
  return !out->grouping || check_grouping(out);
}

std::nullptr_t unknown_format_code(char32_t type, Value value) {
  if (type > 32 && type < 128) {
    return raise(exc::ValueError, "Unknown format code '%c' for object of type '%T'", static_cast<char>(type), value);
  }
  return raise(exc::ValueError, "Unknown format code '\\x%x' for object of type '%T'", static_cast<unsigned>(type), value);
}

Ref pad_text(const Str* text, const FormatSpec& spec) {
  int64_t padding = spec.width > text->length ? spec.width - text->length : 0;
  if (padding == 0) return exact_str(const_cast<Str*>(text));
  if (padding > kMaxStrLength) return raise(exc::MemoryError, "");
  int64_t left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
  StrBuilder out;
  out.pad(spec.fill, static_cast<size_t>(left));
  out.add(text);
  out.pad(spec.fill, static_cast<size_t>(padding - left));
  return out.finish();
}

namespace {

/// Digits with separators; zeros are put in front until the text is `min_width` wide.
std::string grouped(const std::string& digits, char separator, int group, int64_t min_width) {
  if (digits.empty()) return digits;
  std::string reversed;
  auto remaining = static_cast<int64_t>(digits.size());
  bool first = true;
  for (;;) {
    int64_t length = std::min<int64_t>(group, std::max<int64_t>({remaining, min_width, 1}));
    if (!first) reversed += separator;
    first = false;
    for (int64_t i = 0; i < length; i++) {
      reversed += remaining > 0 ? digits[static_cast<size_t>(--remaining)] : '0';
    }
    min_width -= length;
    if (remaining <= 0 && min_width <= 0) break;
    min_width--;
  }
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

}  // namespace

Ref pad_number(const NumberText& number, const FormatSpec& spec) {
  char sign = number.sign;
  if (!sign && (spec.sign == '+' || spec.sign == ' ')) sign = spec.sign;
  auto fixed = static_cast<int64_t>((sign ? 1 : 0) + number.prefix.size() + number.rest.size());
  if (spec.width > kMaxStrLength) return raise(exc::MemoryError, "");
  std::string digits = number.digits;
  if (spec.grouping) {
    bool hex = spec.type == 'b' || spec.type == 'o' || spec.type == 'x' || spec.type == 'X';
    int64_t min_width = spec.fill == '0' && spec.align == '=' ? spec.width - fixed : 0;
    digits = grouped(digits, spec.grouping, hex ? 4 : 3, min_width);
  }
  int64_t padding = std::max<int64_t>(0, spec.width - fixed - static_cast<int64_t>(digits.size()));
  int64_t left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
  int64_t inside = spec.align == '=' ? padding : 0;
  StrBuilder out;
  out.pad(spec.fill, static_cast<size_t>(left));
  if (sign) out.add(static_cast<char32_t>(sign));
  out.add(number.prefix);
  out.pad(spec.fill, static_cast<size_t>(inside));
  out.add(digits);
  out.add(number.rest);
  out.pad(spec.fill, static_cast<size_t>(padding - left - inside));
  return out.finish();
}

Ref format_str(Str* s, Str* text) {
  FormatSpec spec;
  if (!parse_format_spec(text, s, 's', '<', &spec)) return nullptr;
  if (spec.type != 's') return unknown_format_code(spec.type, s);
  if (spec.sign) {
    return spec.sign == ' ' ? raise(exc::ValueError, "Space not allowed in string format specifier")
                            : raise(exc::ValueError, "Sign not allowed in string format specifier");
  }
  if (spec.no_negative_zero) {
    return raise(exc::ValueError, "Negative zero coercion (z) not allowed in string format specifier");
  }
  if (spec.alternate) return raise(exc::ValueError, "Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=') return raise(exc::ValueError, "'=' alignment not allowed in string format specifier");
  if (spec.precision >= 0 && spec.precision < s->length) {
    Own<Str> cut = str_substring(s, 0, static_cast<uint32_t>(spec.precision));
    return cut ? pad_text(cut.get(), spec) : nullptr;
  }
  return pad_text(s, spec);
}

}  // namespace loopscope::python
