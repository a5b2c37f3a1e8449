// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "python/syntax/arena.h"
#include "python/syntax/diagnostic.h"
#include "python/syntax/error_grammar.h"
#include "python/syntax/lexer.h"

namespace loopscope::python {

/// Matches the error grammar against a token list, packrat style, until a report is due.
/// Its positions and its notion of "last token looked at" follow CPython's parser, for that is what
/// places many messages.
class ErrorMatcher {
public:
    ErrorMatcher(const error_grammar::Grammar& grammar, const Lexer& lexer, size_t first_token);

    /// One pass over the whole input. False: it does not match; then has_error() may tell why.
    bool match(std::string_view rule, bool invalid_rules);

    bool has_error() const { return has_error_; }
    const Diagnostic& error() const { return error_; }
    /// The error is the lexer's, found when its token was looked at.
    bool error_is_lexical() const { return error_is_lexical_; }
    /// It nests deeper than the matcher follows.
    bool gave_up() const { return gave_up_; }
    /// The furthest token that was looked at.
    const Token& last_token() const { return tokens_[filled_ ? filled_ - 1 : 0]; }

private:
    struct Value {
        std::string_view tag;   // "" for a list
        std::string_view text;  // of its first token
        SourceRange range;
        Seq<Value*> children;
    };
    struct Memo {
        uint16_t rule;
        uint8_t mode;  // invalid rules off, on, or either
        bool matched;
        uint32_t end;
        Value* value;
    };
    struct Labels {
        Value* values[2] = {nullptr, nullptr};
        Value*& operator[](char letter) { return values[letter - 'a']; }
    };
    static constexpr int kMaxDepth = 3000;

    bool rule(uint16_t index, Value** value);
    bool choice(uint16_t index, Labels& labels, Value** value);
    enum class Outcome { kMatched, kFailed, kCut };
    Outcome sequence(const error_grammar::Alternative& alternative, Labels& labels, Value** value);
    bool item(const error_grammar::Item& item, Labels& labels, Value** value);
    bool repeat(const error_grammar::Item& item, Labels& labels, Value** value);
    Value* shape(const error_grammar::Alternative& alternative, size_t base, uint32_t start);
    Value* token_value(uint32_t index);
    Value* make(std::string_view tag, uint32_t start, size_t base);

    const Token* fetch();
    std::string_view text(const Token& token) const;
    bool is_soft_keyword(const Token& token, std::string_view word) const;
    bool begins_soft_keyword(const Token& token) const;

    /// Errors that CPython's actions raise while a program still matches.
    void check_rule(const error_grammar::Rule& rule, uint32_t start, Value* value);
    void check_strings(uint32_t start, Value* value);
    void check_fstring(uint32_t start);
    void check_text(std::string_view body, bool raw, bool bytes, const Token& blamed);
    void check_number(const Token& token);
    void check_conversion(uint32_t start);
    void check_field(const Value* field);

    void report(const error_grammar::Alternative& alternative, Labels& labels);
    void fail(SourceRange range, std::string message, DiagnosticKind kind = DiagnosticKind::kSyntaxError);
    void fail_at_token(const Token& token, std::string message, DiagnosticKind kind = DiagnosticKind::kSyntaxError);
    std::string format(std::string_view message, const Value* about) const;
    const Value* invalid_target(const Value* value, error_grammar::Report report) const;
    bool is_legacy_statement(const Value* value) const;
    int bracket_depth(uint32_t token) const;

    const error_grammar::Grammar& grammar_;
    const Lexer& lexer_;
    const std::vector<Token>& tokens_;
    Arena arena_;
    std::vector<std::vector<Memo>> memo_;
    std::vector<Value*> stack_;
    uint32_t first_;
    uint32_t at_ = 0;
    uint32_t filled_ = 0;
    bool invalid_rules_ = false;
    int depth_ = 0;
    bool has_error_ = false;
    bool error_is_lexical_ = false;
    bool gave_up_ = false;
    Diagnostic error_;
};

}  // namespace loopscope::python
