// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "python/vm/unicode.h"

/// What a pattern asks about one character. LOCALE means the C locale: ASCII letters, nothing else.
namespace loopscope::python::sre {

constexpr bool is_ascii_letter(char32_t c) { return (c | 32) - 'a' < 26; }
constexpr bool is_ascii_word(char32_t c) { return is_ascii_letter(c) || c - '0' < 10 || c == '_'; }
constexpr char32_t lower_ascii(char32_t c) { return c - 'A' < 26 ? c + 32 : c; }
constexpr char32_t upper_ascii(char32_t c) { return c - 'a' < 26 ? c - 32 : c; }

/// One to one; of mappings to several characters the first, as CPython has it.
char32_t lower_unicode(char32_t c);
char32_t upper_unicode(char32_t c);

inline bool is_unicode_word(char32_t c) { return c < 128 ? is_ascii_word(c) : unicode::is_alnum(c); }
bool in_category(uint32_t category, char32_t c);
/// Is `c` in the set whose first word this is?
bool in_set(const uint32_t* set, char32_t c);
/// The same for the operand of one of the four IN instructions, which prepare the character first.
bool in_set_of(uint32_t op, const uint32_t* set, char32_t c);
/// Does the instruction, one that matches a single character, match this one?
bool matches_one(const uint32_t* instruction, char32_t c);

}  // namespace loopscope::python::sre
