// SPDX-License-Identifier: MIT
#include "python/vm/big_number.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"
#include "python/vm/unicode.h"

/// Ints to text and back.
namespace loopscope::python {

int int_max_str_digits = 4300;

namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

int prefix_base(std::string_view s) {
  if (s.size() < 2 || s[0] != '0') return 0;
  switch (s[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 0;
  }
}

std::nullptr_t invalid(int base, Value original) {
  Ref text = repr(original);
  if (!text) return nullptr;
  Own<Str> shown = str_substring(text.as<Str>(), 0, text.as<Str>()->length < 200 ? text.as<Str>()->length : 200);
  return raise(exc::ValueError, "invalid literal for int() with base %d: %U", base, shown.get());
}

}  // namespace

std::string int_to_text(Value v, int base) {
  int64_t n;
  if (!int_fits(v, &n)) return big::to_text(*BigOperand(v), base);
  char buffer[72];
  char* p = buffer + sizeof buffer;
  uint64_t magnitude = n < 0 ? 0 - static_cast<uint64_t>(n) : static_cast<uint64_t>(n);
  auto b = static_cast<uint64_t>(base);
  do {
    *--p = "0123456789abcdefghijklmnopqrstuvwxyz"[magnitude % b];
    magnitude /= b;
  } while (magnitude);
  if (n < 0) *--p = '-';
  return std::string(p, static_cast<size_t>(buffer + sizeof buffer - p));
}

bool int_to_decimal(Value v, std::string* out) {
  int limit = int_max_str_digits;
  // 3 bits are less than a digit: beyond this the text is certainly too long, and is not worth making.
  bool too_long = limit > 0 && int_bit_length(v) > static_cast<int64_t>(limit) * 4;
  if (!too_long) {
    *out = int_to_text(v, 10);
    too_long = limit > 0 && out->size() - (out->front() == '-') > static_cast<size_t>(limit);
  }
  if (!too_long) return true;
  return raise(exc::ValueError,
               "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to "
               "increase the limit",
               limit),
         false;
}

Ref int_from_text(std::string_view text, int base, Value original) {
  int shown_base = base;
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  bool negative = false;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  int prefix = prefix_base(text);
  bool must_be_zero = false;
  if (base == 0) {
    base = prefix ? prefix : 10;
    must_be_zero = !prefix && !text.empty() && text[0] == '0';
  }
  if (prefix && prefix == base) {
    text.remove_prefix(2);
    if (!text.empty() && text[0] == '_') text.remove_prefix(1);
  }
  if (text.empty()) return invalid(shown_base, original);
  bool after_digit = false, plain = true;
  for (char c : text) {
    if (c == '_' && after_digit) {
      after_digit = plain = false;
    } else if (c != '_' && digit_of(c) < base) {
      after_digit = true;
    } else {
      return invalid(shown_base, original);
    }
  }
  if (!after_digit) return invalid(shown_base, original);
  std::string digits;
  if (!plain) {
    for (char c : text)
      if (c != '_') digits += c;
    text = digits;
  }
  if (must_be_zero && text.find_first_not_of('0') != std::string_view::npos) return invalid(shown_base, original);
  bool power_of_two = (base & (base - 1)) == 0;
  int limit = int_max_str_digits;
  if (!power_of_two && limit > 0 && text.size() > static_cast<size_t>(limit)) {
    return raise(exc::ValueError,
                 "Exceeds the limit (%d digits) for integer string conversion: value has %zd digits; use "
                 "sys.set_int_max_str_digits() to increase the limit",
                 limit, static_cast<ptrdiff_t>(text.size()));
  }
  if (text.size() <= 12) {  // 36**12 < 2**63
    int64_t n = 0;
    for (char c : text) n = n * base + digit_of(c);
    return make_int(negative ? -n : n);
  }
  if (!big::room_for(text.size() * 6)) return nullptr;
  Big n = big::from_digits(text, base);
  return make_int(negative ? big::negate(*n) : std::move(n));
}

std::string ascii_number(const Str* s) {
  if (s->ascii) return std::string(s->ascii_view());
  std::string out;
  for (uint32_t i = 0; i < s->length; i++) {
    char32_t c = s->at(i);
    int digit;
    if (c < 128) out += static_cast<char>(c);
    else if (unicode::is_space(c)) out += ' ';
    else if ((digit = unicode::decimal_value(c)) >= 0) out += static_cast<char>('0' + digit);
    else out += '?';
  }
  return out;
}

}  // namespace loopscope::python
