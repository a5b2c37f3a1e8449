// SPDX-License-Identifier: MIT
#include "python/syntax/error_matcher.h"
#include "python/syntax/literals.h"

namespace loopscope::python {

using namespace error_grammar;

void ErrorMatcher::check_rule(const Rule& rule, uint32_t start, Value* value) {
    std::string_view name = rule.name;
    if (name == "number") return check_number(tokens_[start]);
    if (name == "string") {
        StringLiteral literal = split_string_literal(text(tokens_[start]));
        return check_text(literal.body, literal.is_raw, literal.is_bytes, tokens_[start]);
    }
    if (name == "strings") return check_strings(start, value);
    if (name == "fstring_replacement_field") return check_field(value);
    if (name == "fstring") return check_fstring(start);
    if (name == "fstring_format_text") return check_text(text(tokens_[start]), false, false, tokens_[start]);
    if (name == "fstring_conversion") return check_conversion(start);
    if (name == "real_number" || name == "imaginary_number") {
        bool imaginary = (text(tokens_[start]).back() | 0x20) == 'j';
        if (imaginary == (name == "imaginary_number")) return;
        fail(value->range, imaginary ? "real number required in complex literal"
                                     : "imaginary number required in complex literal");
    }
}

void ErrorMatcher::check_number(const Token& token) {
    Arena scratch;
    ast::Constant constant;
    size_t digits;
    if (parse_number(text(token), scratch, constant, &digits)) return;
    fail({token.range.line, -1, token.range.end_line, -1},
         "Exceeds the limit (4300 digits) for integer string conversion: value has " + std::to_string(digits) +
             " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
             "literals to avoid decimal conversion limits.");
}

void ErrorMatcher::check_text(std::string_view body, bool raw, bool bytes, const Token& blamed) {
    std::string value;
    DecodeReport report;
    (bytes ? decode_bytes : decode_string)(body, raw, value, report);
    if (!report.error.empty()) fail_at_token(blamed, report.error);
}

/// The texts of an f-string are decoded when it is complete; those of its format specs were before.
void ErrorMatcher::check_fstring(uint32_t start) {
    std::string_view prefix = text(tokens_[start]);
    bool raw = (prefix[0] | 0x20) == 'r' || (prefix[1] | 0x20) == 'r';
    int depth = 0;
    for (uint32_t i = start + 1; i + 1 < at_ && !has_error_; i++) {
        switch (tokens_[i].kind) {
            case TokenKind::kLeftBrace: depth++; break;
            case TokenKind::kRightBrace: depth--; break;
            case TokenKind::kFStringMiddle:
                if (depth == 0) check_text(text(tokens_[i]), raw, false, tokens_[filled_ - 1]);
                break;
            default: break;
        }
    }
}

/// A run of adjacent literals: bytes do not mix with the others.
void ErrorMatcher::check_strings(uint32_t start, Value* value) {
    bool bytes = false, others = false;
    int depth = 0;
    for (uint32_t i = start; i < at_; i++) {
        const Token& token = tokens_[i];
        if (token.kind == TokenKind::kFStringStart) {
            value->tag = "f-string expression";
            others = true;
            depth++;
        } else if (token.kind == TokenKind::kFStringEnd) {
            depth--;
        } else if (token.kind == TokenKind::kString && depth == 0) {
            (split_string_literal(text(token)).is_bytes ? bytes : others) = true;
        }
    }
    if (bytes && others) fail_at_token(tokens_[filled_ - 1], "cannot mix bytes and nonbytes literals");
}

void ErrorMatcher::check_conversion(uint32_t start) {
    const Token& mark = tokens_[start];
    const Token& letter = tokens_[start + 1];
    if (mark.end == letter.start) return;
    // Their spelling.
    fail({mark.range.line, mark.range.column, letter.range.end_line, letter.range.end_column},
         "f-string: conversion type must come right after the exclamanation mark");
}

/// The letter itself is looked at when its field is complete.
void ErrorMatcher::check_field(const Value* field) {
    for (const Value* child : field->children) {
        if (child->tag != "conversion" || child->text == "s" || child->text == "r" || child->text == "a") continue;
        fail(child->range, "f-string: invalid conversion character '" + std::string(child->text) +
                               "': expected 's', 'r', or 'a'");
    }
}

}  // namespace loopscope::python
