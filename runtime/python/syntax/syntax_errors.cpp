// SPDX-License-Identifier: MIT
#include "python/syntax/syntax_errors.h"

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

Diagnostic generic_error(const Lexer& lexer, const Token& last) {
    if (last.kind == TokenKind::kIndent || last.kind == TokenKind::kDedent) {
        bool indent = last.kind == TokenKind::kIndent;
        return {DiagnosticKind::kIndentationError, indent ? "unexpected indent" : "unexpected unindent", last.range};
    }
    SourceRange range = last.range;
    if (last.kind == TokenKind::kEndMarker) range = {range.line, -1, range.end_line, -1};
    return prefer_lexical(lexer, {DiagnosticKind::kSyntaxError, "invalid syntax", range}, last);
}

}  // namespace

Diagnostic diagnose(const Lexer& lexer, ParseMode mode, size_t first_token) {
    error_grammar::Grammar grammar = error_grammar::read_grammar(error_grammar::kGrammarText);
    const char* start = mode == ParseMode::kModule       ? "file"
                        : mode == ParseMode::kExpression ? "eval"
                                                         : "interactive";
    ErrorMatcher matcher(grammar, lexer, first_token);
    matcher.match(start, false);
    const Token last = matcher.last_token();
    if (!matcher.has_error() && !matcher.gave_up()) matcher.match(start, true);
    if (!matcher.has_error()) return generic_error(lexer, last);
    if (matcher.error_is_lexical()) return matcher.error();
    return prefer_lexical(lexer, matcher.error(), matcher.last_token());
}

}  // namespace loopscope::python
