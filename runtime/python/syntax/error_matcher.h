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
    /// It nests deeper than the matcher cares to follow.
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
    /// One choice being matched: the body of a rule, or a group within one. These are the matcher's stack, so
    /// that a deeply nested program does not need a deep C++ one.
    struct Frame {
        uint16_t alternatives;
        uint16_t alternative = 0;
        uint16_t item = 0;
        int32_t rule = -1;  // whose body it is, -1 for a group
        uint32_t labels_of = 0;  // the frame of the rule around it
        uint32_t start = 0;
        size_t base = 0;  // of its values on stack_
        bool cut = false;
        bool outer_invalid_rules = false;
        Value* chosen = nullptr;
        Labels labels;
        // The current item, while what it consists of is being matched.
        uint32_t item_start = 0;
        uint32_t repeat_from = 0;  // where to go back to when no further repetition matches
        size_t repeat_base = 0;
        bool repeated = false;
    };
    static constexpr size_t kMaxFrames = 100000;

    /// Of a call, or of a step within a frame.
    enum class Outcome { kMatched, kFailed, kCalled };
    Outcome call_rule(uint16_t index);
    Outcome call_group(uint16_t alternatives);
    Outcome begin_item(const error_grammar::Item& item);
    Outcome resume_item(const error_grammar::Item& item, bool matched);
    Outcome repeat_item(const error_grammar::Item& item, bool matched);
    Outcome finish_item(const error_grammar::Item& item, bool matched);
    Outcome finish_choice(bool matched);
    bool match_token(const error_grammar::Item& item);
    bool stopped() const { return has_error_ || gave_up_; }
    const error_grammar::Alternative& alternative_of(const Frame& frame) const {
        return grammar_.alternatives[frame.alternatives][frame.alternative];
    }
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
    void fail(const SourceRange& range, std::string message, DiagnosticKind kind = DiagnosticKind::kSyntaxError);
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
    std::vector<Frame> frames_;
    Value* value_ = nullptr;  // of the last call or item that matched
    bool has_error_ = false;
    bool error_is_lexical_ = false;
    bool gave_up_ = false;
    Diagnostic error_;
};

}  // namespace loopscope::python
