// SPDX-License-Identifier: MIT
#include "python/syntax/lexer.h"

#include <cstring>

#include "python/number/hex_text.h"
#include "python/syntax/characters.h"

namespace loopscope::python {

namespace {
constexpr size_t kMaxIndents = 100;
}

Lexer::Lexer(std::string_view source, bool is_module) {
    text_.reserve(source.size() + 2);
    if (std::memchr(source.data(), '\r', source.size())) {
        for (size_t i = 0; i < source.size(); i++) {
            if (source[i] == '\r') {
                text_ += '\n';
                if (i + 1 < source.size() && source[i + 1] == '\n') i++;
            } else {
                text_ += source[i];
            }
        }
    } else {
        text_.assign(source);
    }
    if (is_module && !text_.empty() && text_.back() != '\n') text_ += '\n';
    for (char c : text_) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            ascii_ = false;
            break;
        }
    }
    p_ = line_start_ = counted_to_ = text_.data();  // std::string keeps a NUL behind the text
    limit_ = p_ + text_.size();
    if (text_.empty()) line_ = 0;
    tokens_.reserve(text_.size() / 4 + 16);
    indents_.push_back({0, 0});
}

void Lexer::run() {
    while (next()) {
    }
}

int32_t Lexer::column(const char* at) {
    if (ascii_) return static_cast<int32_t>(at - line_start_);
    if (at < counted_to_) {
        counted_to_ = line_start_;
        continuation_bytes_ = 0;
    }
    for (; counted_to_ < at; counted_to_++) continuation_bytes_ += is_continuation_byte(*counted_to_);
    return static_cast<int32_t>(at - line_start_) - continuation_bytes_;
}

void Lexer::begin_line() {
    if (at_end()) return;  // the final newline begins no line
    line_++;
    line_start_ = counted_to_ = p_;
    continuation_bytes_ = 0;
}

bool Lexer::emit(TokenKind kind, const Mark& start, const char* end) {
    Token token;
    token.kind = kind;
    token.start = static_cast<uint32_t>(start.at - text_.data());
    token.end = static_cast<uint32_t>(end - text_.data());
    token.range = {start.line, start.column, line_, column(end)};
    tokens_.push_back(token);
    return kind != TokenKind::kEndMarker;
}

bool Lexer::emit_layout(TokenKind kind) {
    int32_t at = column(p_);
    auto offset = static_cast<uint32_t>(p_ - text_.data());
    tokens_.push_back({kind, offset, offset, {line_, at - 1, line_, -2}});
    return kind != TokenKind::kEndMarker;
}

bool Lexer::fail_at(const SourceRange& range, std::string message, DiagnosticKind kind) {
    error_ = {kind, std::move(message), range, DiagnosticStage::kTokens};
    auto offset = static_cast<uint32_t>(p_ - text_.data());
    tokens_.push_back({TokenKind::kError, offset, offset, range});
    return false;
}

bool Lexer::fail(std::string message) {
    int32_t at = column(p_) - 1;
    error_overrides_ = fstrings_.empty();
    return fail_at({line_, at, line_, at}, std::move(message));
}

bool Lexer::next() {
    if (!fstrings_.empty() && fstrings_.back().scanning_text) return next_in_fstring();
    return next_in_code();
}

bool Lexer::next_in_code() {
    if (at_line_start_) {
        at_line_start_ = false;
        blank_line_ = false;
        size_t before = tokens_.size();
        if (!scan_indentation()) return false;
        if (tokens_.size() != before) return true;
    }
    for (;;) {
        while (*p_ == ' ' || *p_ == '\t' || *p_ == '\f') p_++;
        char c = *p_;
        const char* before_comment = p_;
        if (c == '#') {
            const void* end = std::memchr(p_, '\n', static_cast<size_t>(limit_ - p_));
            p_ = end ? static_cast<const char*>(end) : limit_;
            c = *p_;
        }
        if (c == '\n') {
            if (!blank_line_ && brackets_.empty()) return scan_newline(before_comment);
            p_++;
            begin_line();
            if (brackets_.empty()) {
                at_line_start_ = true;
                return true;
            }
            continue;
        }
        if (c == '\\') {
            if (!scan_continuation()) return false;
            continue;
        }
        if (c == '\0' && at_end()) return end_of_file();
        if (may_start_identifier(c)) return scan_name();
        if (is_ascii_digit(c) || (c == '.' && is_ascii_digit(p_[1]))) return scan_number();
        if (c == '"' || c == '\'') return scan_string(mark());
        return scan_operator();
    }
}

/// The token covers a comment before the line break, as CPython's does.
bool Lexer::scan_newline(const char* from) {
    Mark start = {from, line_, column(from)};
    p_++;
    emit(TokenKind::kNewline, start, p_);
    begin_line();
    at_line_start_ = true;
    return true;
}

/// Emits INDENT or DEDENTs at the start of a logical line.
bool Lexer::scan_indentation() {
    int width = 0, alternative = 0, continued_width = -1, continued_alternative = 0;
    for (;; p_++) {
        if (*p_ == ' ') {
            width++;
            alternative++;
        } else if (*p_ == '\t') {
            width = (width / 8 + 1) * 8;
            alternative++;
        } else if (*p_ == '\f') {
            width = alternative = 0;
        } else if (*p_ == '\\') {
            // A line that is only continued has the indentation of its first part.
            if (continued_width < 0) {
                continued_width = width;
                continued_alternative = alternative;
            }
            if (!scan_continuation()) return false;
            p_--;
        } else {
            break;
        }
    }
    if (*p_ == '#' || *p_ == '\n') {
        blank_line_ = true;
        return true;
    }
    if (continued_width > 0) {
        width = continued_width;
        alternative = continued_alternative;
    }
    auto inconsistent = [this] {
        p_ = line_start_;
        return fail_at({line_, 0, line_, -1}, "inconsistent use of tabs and spaces in indentation",
                       DiagnosticKind::kTabError);
    };
    if (width == indents_.back().column) {
        if (alternative != indents_.back().alternative) return inconsistent();
    } else if (width > indents_.back().column) {
        if (indents_.size() >= kMaxIndents) {
            return fail_at({line_, 0, line_, -1}, "too many levels of indentation",
                           DiagnosticKind::kIndentationError);
        }
        if (alternative <= indents_.back().alternative) return inconsistent();
        indents_.push_back({width, alternative});
        emit_layout(TokenKind::kIndent);
    } else {
        size_t count = 0;
        while (indents_.size() > 1 && width < indents_.back().column) {
            indents_.pop_back();
            count++;
        }
        if (width != indents_.back().column) {
            const char* end = line_start_;
            while (end < limit_ && *end++ != '\n') {
            }
            int32_t length = column(end);
            return fail_at({line_, length - 1, line_, -2},
                           "unindent does not match any outer indentation level",
                           DiagnosticKind::kIndentationError);
        }
        if (alternative != indents_.back().alternative) return inconsistent();
        while (count-- > 0) emit_layout(TokenKind::kDedent);
    }
    return true;
}

bool Lexer::scan_continuation() {
    p_++;
    if (*p_ != '\n') {
        // The caret goes behind the offending character.
        if (!at_end()) p_++;
        while (is_continuation_byte(*p_)) p_++;
        int32_t at = column(p_) - 1;
        return fail_at({line_, at, line_, -1}, "unexpected character after line continuation character");
    }
    p_++;
    if (at_end()) {
        if (!brackets_.empty()) return end_of_file();
        return fail_at({line_, column(p_) - 1, line_, -2}, "unexpected EOF while parsing");
    }
    begin_line();
    return true;
}

Diagnostic Lexer::unclosed_bracket() const {
    const Bracket& bracket = brackets_.back();
    return {DiagnosticKind::kSyntaxError,
            std::string("'") + bracket.open + "' was never closed",
            {bracket.line, bracket.column, bracket.line, -1}};
}

bool Lexer::end_of_file() {
    if (!brackets_.empty()) {
        Diagnostic unclosed = unclosed_bracket();
        return fail_at(unclosed.range, unclosed.message);
    }
    if (!tokens_.empty()) {
        TokenKind last = tokens_.back().kind;
        if (last != TokenKind::kNewline && last != TokenKind::kIndent && last != TokenKind::kDedent) {
            emit_layout(TokenKind::kNewline);
        }
    }
    for (size_t i = 1; i < indents_.size(); i++) emit_layout(TokenKind::kDedent);
    return emit_layout(TokenKind::kEndMarker);
}

bool Lexer::check_identifier(const char* start, const char* end) {
    for (const char* at = start; at < end;) {
        int length;
        uint32_t code = decode_utf8(at, &length);
        bool fine = code < 0x80 || (at == start ? is_identifier_start(code) : is_identifier_continue(code));
        if (!fine) {
            p_ = at + length;
            const std::string number = hex_text(code, 4, HexCase::upper);
            if (!is_printable(code)) return fail("invalid non-printable character U+" + number);
            return fail("invalid character '" + std::string(at, static_cast<size_t>(length)) + "' (U+" + number + ")");
        }
        at += length;
    }
    return true;
}

bool Lexer::scan_name() {
    Mark start = mark();
    // String prefixes: any case and order of b+r, f+r; u alone.
    bool b = false, u = false, r = false, f = false;
    for (;;) {
        char c = static_cast<char>(*p_ | 0x20);
        if (c == 'b' && !(b || u || f)) b = true;
        else if (c == 'u' && !(b || u || r || f)) u = true;
        else if (c == 'r' && !(r || u)) r = true;
        else if (c == 'f' && !(f || b || u)) f = true;
        else break;
        p_++;
        if (*p_ == '"' || *p_ == '\'') return f ? start_fstring(start, r) : scan_string(start);
    }
    bool ascii = true;
    for (; may_continue_identifier(*p_); p_++) ascii &= static_cast<unsigned char>(*p_) < 0x80;
    std::string_view word(start.at, static_cast<size_t>(p_ - start.at));
    if (!ascii && !check_identifier(start.at, p_)) return false;
    return emit(keyword_kind(word), start, p_);
}

}  // namespace loopscope::python
