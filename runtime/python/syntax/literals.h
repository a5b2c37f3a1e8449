// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "python/syntax/ast.h"

/// From the spelling of a literal to its value.
namespace loopscope::python {

/// Fills the value fields of `constant` from a number token. False if it is a decimal integer with
/// more digits than CPython converts (4300); `digits` is then their number.
bool parse_number(std::string_view spelling, Arena& arena, ast::Constant& constant, size_t* digits);

struct StringLiteral {
    bool is_bytes = false;
    bool is_raw = false;
    bool is_unicode_prefixed = false;
    std::string_view body;  // between the quotes
};
StringLiteral split_string_literal(std::string_view spelling);

/// What went wrong, or what to warn about, when a string literal was decoded.
struct DecodeReport {
    std::string error;         // CPython's text, "" if fine
    std::string_view warning;  // the first invalid escape with its backslash, "" if none
};

/// Appends the value of a str literal's body (see ast::Constant::text for the encoding).
void decode_string(std::string_view body, bool raw, std::string& out, DecodeReport& report);
void decode_bytes(std::string_view body, bool raw, std::string& out, DecodeReport& report);

/// Resolves \N{NAME}. The character database is large, so the host brings its own; returns the code
/// point or -1. Until one is set every name is "unknown Unicode character name".
using UnicodeNameLookup = int32_t (*)(std::string_view name);
void set_unicode_name_lookup(UnicodeNameLookup lookup);

}  // namespace loopscope::python
