// SPDX-License-Identifier: MIT
#include "python/library/sre/characters.h"

#include "python/library/sre/opcodes.h"

namespace loopscope::python::sre {

char32_t lower_unicode(char32_t c) {
  if (c < 128) return lower_ascii(c);
  char32_t out[3];
  unicode::map_case(c, unicode::Case::lower, out);
  return out[0];
}

char32_t upper_unicode(char32_t c) {
  if (c < 128) return upper_ascii(c);
  char32_t out[3];
  unicode::map_case(c, unicode::Case::upper, out);
  return out[0];
}

bool in_category(uint32_t category, char32_t c) {
  bool opposite = category & 1;
  switch (category & ~1u) {
    case kDigit: return (c - '0' < 10) != opposite;
    case kSpace: return (c == ' ' || c - 9 < 5) != opposite;
    case kWord:
    case kLocaleWord: return is_ascii_word(c) != opposite;
    case kLinebreak: return (c == '\n') != opposite;
    case kUnicodeDigit: return (unicode::decimal_value(c) >= 0) != opposite;
    case kUnicodeSpace: return unicode::is_space(c) != opposite;
    case kUnicodeWord: return is_unicode_word(c) != opposite;
    default: return unicode::is_line_break(c) != opposite;
  }
}

bool in_set(const uint32_t* set, char32_t c) {
  bool found = true;
  for (;;) {
    switch (*set++) {
      case kFailure: return !found;
      case kLiteral:
        if (c == *set) return found;
        set++;
        break;
      case kCategory:
        if (in_category(*set, c)) return found;
        set++;
        break;
      case kCharset:
        if (c < 256 && set[c / 32] >> (c % 32) & 1) return found;
        set += 8;
        break;
      case kRange:
        if (set[0] <= c && c <= set[1]) return found;
        set += 2;
        break;
      case kRangeUnicodeIgnore: {
        char32_t upper = upper_unicode(c);
        if ((set[0] <= c && c <= set[1]) || (set[0] <= upper && upper <= set[1])) return found;
        set += 2;
        break;
      }
      case kNegate: found = !found; break;
      case kBigCharset: {
        uint32_t count = *set++;
        if (c < 0x10000) {
          uint32_t block = set[c >> 10] >> (c >> 8 & 3) * 8 & 255;
          if (set[64 + block * 8 + (c & 255) / 32] >> (c % 32) & 1) return found;
        }
        set += 64 + count * 8;
        break;
      }
      default: return false;  // the program was checked: there is nothing else
    }
  }
}

bool in_set_of(uint32_t op, const uint32_t* set, char32_t c) {
  switch (op) {
    case kInIgnore: return in_set(set, lower_ascii(c));
    case kInUnicodeIgnore: return in_set(set, lower_unicode(c));
    case kInLocaleIgnore: {
      char32_t lower = lower_ascii(c), upper = upper_ascii(c);
      return in_set(set, lower) || (upper != lower && in_set(set, upper));
    }
    default: return in_set(set, c);
  }
}

bool matches_one(const uint32_t* instruction, char32_t c) {
  uint32_t operand = instruction[1];
  switch (instruction[0]) {
    case kAny: return c != '\n';
    case kAnyAll: return true;
    case kLiteral: return c == operand;
    case kNotLiteral: return c != operand;
    case kLiteralIgnore: return lower_ascii(c) == operand;
    case kNotLiteralIgnore: return lower_ascii(c) != operand;
    case kLiteralUnicodeIgnore: return lower_unicode(c) == operand;
    case kNotLiteralUnicodeIgnore: return lower_unicode(c) != operand;
    case kLiteralLocaleIgnore: return c == operand || lower_ascii(c) == operand || upper_ascii(c) == operand;
    case kNotLiteralLocaleIgnore: return c != operand && lower_ascii(c) != operand && upper_ascii(c) != operand;
    default: return in_set_of(instruction[0], instruction + 2, c);
  }
}

}  // namespace loopscope::python::sre
