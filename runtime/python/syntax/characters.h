// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Properties of characters that the lexer asks for, from Unicode 15.1 as CPython 3.13.
namespace loopscope::python {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_hex_digit(char c) {
    return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
/// Letters, `_` and every byte above ASCII (checked afterwards, as the lexer does).
constexpr bool may_start_identifier(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool may_continue_identifier(char c) { return may_start_identifier(c) || is_ascii_digit(c); }
constexpr bool is_continuation_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// For non-ASCII characters: XID_Start, XID_Continue, str.isprintable().
bool is_identifier_start(uint32_t code);
bool is_identifier_continue(uint32_t code);
bool is_printable(uint32_t code);

/// The character at `p` of well-formed UTF-8; `length` becomes its bytes.
uint32_t decode_utf8(const char* p, int* length);

/// Appends `code` as UTF-8; a surrogate becomes three bytes like any other character of that size.
void append_utf8(std::string& out, uint32_t code);

/// Offset of the first byte that is not well-formed UTF-8, or npos.
size_t find_invalid_utf8(std::string_view text);

}  // namespace loopscope::python
