// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "python/syntax/diagnostic.h"
#include "python/syntax/token.h"

namespace loopscope::python {

/// Turns a whole source into tokens, f-strings included (PEP 701): their pieces are tokens of
/// the one stream, in a stack of modes. It stops at the first mistake with a kError token, which
/// counts only once a parser looks at it, so that an earlier mistake of grammar is told first.
class Lexer {
public:
    /// `source`: well-formed UTF-8 without BOM or NUL. `\r\n` and `\r` count as `\n`. A whole module
    /// gets a final newline if it has none; other inputs stay as they are.
    Lexer(std::string_view source, bool is_module);

    void run();

    const std::vector<Token>& tokens() const { return tokens_; }
    std::vector<Token> take_tokens() { return std::move(tokens_); }
    /// The text that tokens index: newlines normalised, a final one added.
    std::string_view text() const { return {text_.data(), text_.size()}; }

    /// Of the kError token.
    const Diagnostic& error() const { return error_; }
    /// The error is told even if the parser has found another one before it: not inside an f-string, and
    /// only for errors that CPython's tokenizer raises itself.
    bool error_overrides() const { return error_overrides_; }
    /// A bracket is open where the error is: "'(' was never closed".
    bool has_unclosed_bracket() const { return !brackets_.empty() && fstrings_.empty(); }
    Diagnostic unclosed_bracket() const;
    std::vector<Diagnostic>& warnings() { return warnings_; }

private:
    struct Bracket {
        char open;
        int32_t line;
        int32_t column;
    };
    /// One open f-string. `depth` counts the brackets open inside it, `field_depth` is the depth
    /// outside the innermost replacement field, -1 outside of all.
    struct FString {
        char quote;
        int quote_size;
        bool raw;
        bool scanning_text;
        bool in_format_spec;
        bool in_debug;
        int depth;
        int field_depth;
        const char* start;
        const char* line_start;
        int32_t line;
    };
    struct Mark {
        const char* at;
        int32_t line;
        int32_t column;
    };

    bool next();
    bool next_in_code();
    bool next_in_fstring();
    bool scan_indentation();
    bool scan_newline(const char* from);
    bool scan_name();
    bool scan_number();
    bool scan_radix(int base, const char* name);
    bool scan_decimal_tail();
    bool check_number_end(const char* kind);
    bool scan_string(const Mark& start);
    bool start_fstring(const Mark& start, bool raw);
    bool scan_fstring_middle();
    bool emit_doubled_brace(const Mark& start);
    bool scan_operator();
    bool open_bracket(char c);
    bool close_bracket(char c);
    bool scan_continuation();
    bool end_of_file();
    bool check_identifier(const char* start, const char* end);

    Mark mark() { return {p_, line_, column(p_)}; }
    int32_t column(const char* at);
    bool at_end() const { return p_ == limit_; }
    /// After a '\n' was consumed.
    void begin_line();
    bool emit(TokenKind kind, const Mark& start, const char* end);
    bool emit_layout(TokenKind kind);
    /// The convention of CPython's tokenizer: the caret is on the last character before `p_`.
    bool fail(std::string message);
    bool fail_at(const SourceRange& range, std::string message, DiagnosticKind kind = DiagnosticKind::kSyntaxError);
    void warn_invalid_escape(char c);

    std::string text_;
    std::vector<Token> tokens_;
    std::vector<Diagnostic> warnings_;
    Diagnostic error_;
    bool error_overrides_ = false;

    const char* p_ = nullptr;
    const char* limit_ = nullptr;
    const char* line_start_ = nullptr;
    int32_t line_ = 1;
    bool ascii_ = true;
    const char* counted_to_ = nullptr;
    int32_t continuation_bytes_ = 0;

    bool at_line_start_ = true;
    bool blank_line_ = false;
    std::vector<Bracket> brackets_;
    std::vector<FString> fstrings_;
    struct Indentation {
        int column;
        int alternative;  // with tabs of width 1: must agree, or tabs and spaces are mixed
    };
    std::vector<Indentation> indents_;
};

}  // namespace loopscope::python
