// SPDX-License-Identifier: MIT
#include "python/syntax/syntax_errors.h"

#include "python/syntax/characters.h"
#include "python/syntax/error_grammar.h"
#include "python/syntax/error_matcher.h"

namespace loopscope::python {

namespace {

/// A mistake of the lexer further down takes precedence over one of grammar, and so does a bracket
/// that was opened on an earlier line and never closed.
Diagnostic prefer_lexical(const Lexer& lexer, Diagnostic error, const Token& last) {
    if (lexer.tokens().back().kind != TokenKind::kError) return error;
    if (lexer.error_overrides()) return lexer.error();
    if (lexer.has_unclosed_bracket() && last.range.line > lexer.unclosed_bracket().range.line) {
        return lexer.unclosed_bracket();
    }
    return error;
}

Diagnostic generic_error(const Lexer& lexer, const Token& last, const Token& furthest) {
    if (last.kind == TokenKind::kIndent || last.kind == TokenKind::kDedent) {
        bool indent = last.kind == TokenKind::kIndent;
        return {DiagnosticKind::kIndentationError, indent ? "unexpected indent" : "unexpected unindent", last.range};
    }
    return prefer_lexical(lexer, {DiagnosticKind::kSyntaxError, "invalid syntax", last.known_range()}, furthest);
}

/// CPython measures the end column along the first line also if the range ends on another one.
void clip_to_first_line(const Lexer& lexer, SourceRange& range) {
    if (range.end_line <= range.line || range.end_column < 0) return;
    std::string_view text = lexer.text();
    size_t start = 0, bytes = 0, at = 0;
    for (int32_t line = 1; line < range.end_line; line++) {
        if (line == range.line) start = at;
        at = text.find('\n', at) + 1;
    }
    for (int32_t column = 0; column < range.end_column && at + bytes < text.size(); column++) {
        do bytes++;
        while (at + bytes < text.size() && is_continuation_byte(text[at + bytes]));
    }
    size_t length = text.find('\n', start) - start;  // the range goes on behind it
    int32_t characters = bytes + 1 > length;
    for (size_t i = 0; i < bytes + 1 && i < length; i++) characters += !is_continuation_byte(text[start + i]);
    range.end_column = characters - 1;
}

Diagnostic find_error(const Lexer& lexer, ParseMode mode, size_t first_token) {
    error_grammar::Grammar grammar = error_grammar::read_grammar(error_grammar::kGrammarText);
    const char* start = mode == ParseMode::kModule       ? "file"
                        : mode == ParseMode::kExpression ? "eval"
                                                         : "interactive";
    ErrorMatcher matcher(grammar, lexer, first_token);
    matcher.match(start, false);
    const Token last = matcher.last_token();
    if (!matcher.has_error() && !matcher.gave_up()) matcher.match(start, true);
    if (!matcher.has_error()) return generic_error(lexer, last, matcher.last_token());
    if (matcher.error_is_lexical()) return matcher.error();
    return prefer_lexical(lexer, matcher.error(), matcher.last_token());
}

}  // namespace

Diagnostic diagnose(const Lexer& lexer, ParseMode mode, size_t first_token) {
    Diagnostic error = find_error(lexer, mode, first_token);
    clip_to_first_line(lexer, error.range);
    return error;
}

}  // namespace loopscope::python
