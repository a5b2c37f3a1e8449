// SPDX-License-Identifier: MIT
#include "python/syntax/lexer.h"

namespace loopscope::python {

namespace {
constexpr int kMaxFieldNesting = 3;
constexpr size_t kMaxFStrings = 150;

std::string detected_at(const char* what, int32_t line) {
    return std::string("unterminated ") + what + " literal (detected at line " + std::to_string(line) + ")";
}
}  // namespace

void Lexer::warn_invalid_escape(char c) {
    int32_t at = column(p_) - 1;
    warnings_.push_back({DiagnosticKind::kSyntaxWarning,
                         std::string("invalid escape sequence '\\") + c + "'",
                         {line_, at, line_, at}});
}

/// From the opening quote at p_; `start` is where the prefix began.
bool Lexer::scan_string(const Mark& start) {
    const char* first_line = line_start_;
    char quote = *p_++;
    int size = 1;
    if (*p_ == quote) {
        p_++;
        if (*p_ != quote) return emit(TokenKind::kString, start, p_);
        p_++;
        size = 3;
    }
    bool escaped_quote = false;
    for (int closing = 0; closing != size;) {
        if (at_end() || (size == 1 && *p_ == '\n')) {
            int32_t detected = line_;
            line_ = start.line;
            line_start_ = counted_to_ = first_line;
            continuation_bytes_ = 0;
            p_ = start.at + 1;
            if (!fstrings_.empty() && fstrings_.back().quote == quote && fstrings_.back().quote_size == size) {
                return fail("f-string: expecting '}'");
            }
            if (size == 3) return fail(detected_at("triple-quoted string", detected));
            return fail(detected_at("string", detected) +
                        (escaped_quote ? "; perhaps you escaped the end quote?" : ""));
        }
        char c = *p_++;
        if (c == quote) {
            closing++;
            continue;
        }
        closing = 0;
        if (c == '\\' && !at_end()) {
            c = *p_++;
            escaped_quote |= c == quote;
        }
        if (c == '\n') begin_line();
    }
    return emit(TokenKind::kString, start, p_);
}

bool Lexer::start_fstring(const Mark& start, bool raw) {
    if (fstrings_.size() + 1 >= kMaxFStrings) return fail("too many nested f-strings");
    FString f{};
    f.quote = *p_++;
    f.quote_size = 1;
    f.raw = raw;
    f.scanning_text = true;
    f.field_depth = -1;
    f.start = start.at;
    f.line_start = line_start_;
    f.line = line_;
    if (*p_ == f.quote && p_[1] == f.quote) {
        f.quote_size = 3;
        p_ += 2;
    }
    fstrings_.push_back(f);
    return emit(TokenKind::kFStringStart, start, p_);
}

bool Lexer::next_in_fstring() {
    FString& f = fstrings_.back();
    if (*p_ == '{' && p_[1] != '{') {
        f.field_depth++;
        if (f.field_depth >= kMaxFieldNesting) {
            return fail("f-string: expressions nested too deeply");
        }
        f.scanning_text = false;
        return next_in_code();
    }
    bool closes = true;
    for (int i = 0; closes && i < f.quote_size; i++) closes = p_[i] == f.quote;
    if (!closes) return scan_fstring_middle();
    Mark start = mark();
    p_ += f.quote_size;
    emit(TokenKind::kFStringEnd, start, p_);
    fstrings_.pop_back();
    return true;
}

/// The text up to `{{` or `}}`: only one brace belongs to it, but its range covers both.
bool Lexer::emit_doubled_brace(const Mark& start) {
    emit(TokenKind::kFStringMiddle, start, p_);
    tokens_.back().end--;
    return true;
}

bool Lexer::scan_fstring_middle() {
    FString& f = fstrings_.back();
    Mark start = mark();
    bool in_named_escape = false;  // inside \N{...}
    for (int closing = 0; closing != f.quote_size;) {
        bool in_spec = f.in_format_spec && f.field_depth >= 0;
        if (at_end() || (f.quote_size == 1 && *p_ == '\n')) {
            if (in_spec && !at_end()) {
                f.scanning_text = false;
                f.in_format_spec = false;
                return emit(TokenKind::kFStringMiddle, start, p_);
            }
            int32_t detected = line_;
            line_ = f.line;
            line_start_ = counted_to_ = f.line_start;
            continuation_bytes_ = 0;
            p_ = f.start + 1;
            return fail(detected_at(f.quote_size == 3 ? "triple-quoted f-string" : "f-string", detected));
        }
        char c = *p_++;
        if (c == f.quote) {
            closing++;
            continue;
        }
        closing = 0;
        if (c == '\n') {
            begin_line();
        } else if (c == '{') {
            if (*p_ == '{' && !in_spec) {
                p_++;
                return emit_doubled_brace(start);
            }
            p_--;
            f.field_depth++;
            if (f.field_depth >= kMaxFieldNesting) {
                return fail("f-string: expressions nested too deeply");
            }
            f.scanning_text = false;
            return emit(TokenKind::kFStringMiddle, start, p_);
        } else if (c == '}') {
            if (in_named_escape) {
                in_named_escape = false;
                return emit(TokenKind::kFStringMiddle, start, p_);
            }
            if (*p_ == '}' && !in_spec && f.depth == 0) {
                p_++;
                return emit_doubled_brace(start);
            }
            p_--;
            f.scanning_text = false;
            return emit(TokenKind::kFStringMiddle, start, p_);
        } else if (c == '\\' && !at_end()) {
            char escaped = *p_;
            if (escaped == '{' || escaped == '}') {
                if (!f.raw) {
                    p_++;
                    warn_invalid_escape(escaped);
                    p_--;
                }
                continue;
            }
            p_++;
            if (escaped == '\n') begin_line();
            if (!f.raw && escaped == 'N' && *p_ == '{') {
                p_++;
                in_named_escape = true;
            }
        }
    }
    p_ -= f.quote_size;
    return emit(TokenKind::kFStringMiddle, start, p_);
}

}  // namespace loopscope::python
