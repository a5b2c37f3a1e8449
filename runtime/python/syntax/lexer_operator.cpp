// SPDX-License-Identifier: MIT

#include "python/number/hex_text.h"
#include "python/syntax/characters.h"
#include "python/syntax/lexer.h"

namespace loopscope::python {

namespace {

constexpr size_t kMaxBrackets = 200;

using K = TokenKind;

/// Longest operator at `p`; `length` becomes its size. kUnknown if there is none.
TokenKind match_operator(const char* p, int* length) {
    auto one = [&](K kind) { *length = 1; return kind; };
    auto two = [&](K kind) { *length = 2; return kind; };
    auto three = [&](K kind) { *length = 3; return kind; };
    bool equal = p[1] == '=';
    switch (p[0]) {
        case '(': return one(K::kLeftParen);
        case ')': return one(K::kRightParen);
        case '[': return one(K::kLeftBracket);
        case ']': return one(K::kRightBracket);
        case '{': return one(K::kLeftBrace);
        case '}': return one(K::kRightBrace);
        case ',': return one(K::kComma);
        case ';': return one(K::kSemicolon);
        case '~': return one(K::kTilde);
        case ':': return equal ? two(K::kColonEqual) : one(K::kColon);
        case '.': return p[1] == '.' && p[2] == '.' ? three(K::kEllipsis) : one(K::kDot);
        case '=': return equal ? two(K::kEqualEqual) : one(K::kEqual);
        case '!': return equal ? two(K::kNotEqual) : one(K::kExclamation);
        case '+': return equal ? two(K::kPlusEqual) : one(K::kPlus);
        case '-': return equal ? two(K::kMinusEqual) : p[1] == '>' ? two(K::kArrow) : one(K::kMinus);
        case '*':
            if (p[1] == '*') return p[2] == '=' ? three(K::kDoubleStarEqual) : two(K::kDoubleStar);
            return equal ? two(K::kStarEqual) : one(K::kStar);
        case '/':
            if (p[1] == '/') return p[2] == '=' ? three(K::kDoubleSlashEqual) : two(K::kDoubleSlash);
            return equal ? two(K::kSlashEqual) : one(K::kSlash);
        case '<':
            if (p[1] == '<') return p[2] == '=' ? three(K::kLeftShiftEqual) : two(K::kLeftShift);
            if (p[1] == '>') return two(K::kUnknown);
            return equal ? two(K::kLessEqual) : one(K::kLess);
        case '>':
            if (p[1] == '>') return p[2] == '=' ? three(K::kRightShiftEqual) : two(K::kRightShift);
            return equal ? two(K::kGreaterEqual) : one(K::kGreater);
        case '%': return equal ? two(K::kPercentEqual) : one(K::kPercent);
        case '&': return equal ? two(K::kAmperEqual) : one(K::kAmper);
        case '|': return equal ? two(K::kBarEqual) : one(K::kBar);
        case '^': return equal ? two(K::kCircumflexEqual) : one(K::kCircumflex);
        case '@': return equal ? two(K::kAtEqual) : one(K::kAt);
        default: return one(K::kUnknown);
    }
}

}  // namespace

bool Lexer::open_bracket(char c) {
    if (brackets_.size() >= kMaxBrackets) {
        p_++;
        return fail("too many nested parentheses");
    }
    brackets_.push_back({c, line_, column(p_)});
    if (!fstrings_.empty()) fstrings_.back().depth++;
    return true;
}

bool Lexer::close_bracket(char c) {
    FString* f = fstrings_.empty() ? nullptr : &fstrings_.back();
    std::string quoted = std::string("'") + c + "'";
    auto refuse = [&](std::string message) {
        p_++;
        return fail(std::move(message));
    };
    if (f && f->depth == 0 && c == '}') return refuse("f-string: single '}' is not allowed");
    if (brackets_.empty()) return refuse("unmatched " + quoted);
    Bracket bracket = brackets_.back();
    brackets_.pop_back();
    char expected = bracket.open == '(' ? ')' : bracket.open == '[' ? ']' : '}';
    if (c != expected) {
        if (f && bracket.open == '{' && f->depth - 1 == f->field_depth) {
            return refuse("f-string: unmatched " + quoted);
        }
        std::string message =
            "closing parenthesis " + quoted + " does not match opening parenthesis '" + bracket.open + "'";
        if (bracket.line != line_) message += " on line " + std::to_string(bracket.line);
        return refuse(std::move(message));
    }
    if (f) {
        f->depth--;
        if (f->depth < 0) return refuse("f-string: unmatched " + quoted);
        if (c == '}' && f->depth == f->field_depth) {
            f->field_depth--;
            f->scanning_text = true;
            f->in_format_spec = false;
            f->in_debug = false;
        }
    }
    return true;
}

bool Lexer::scan_operator() {
    char c = *p_;
    FString* f = fstrings_.empty() ? nullptr : &fstrings_.back();
    Mark start = mark();
    if (f && c == ':' && f->field_depth >= 0 && f->depth - 1 == f->field_depth) {
        // The colon of a replacement field, not of `:=`, a slice or a lambda.
        f->scanning_text = true;
        f->in_format_spec = true;
        p_++;
        return emit(K::kColon, start, p_);
    }
    int length;
    TokenKind kind = match_operator(p_, &length);
    if (c == '(' || c == '[' || c == '{') {
        if (!open_bracket(c)) return false;
    } else if (c == ')' || c == ']' || c == '}') {
        if (!close_bracket(c)) return false;
    }
    if (static_cast<unsigned char>(c) < ' ' || c == 0x7F) {
        p_++;
        return fail("invalid non-printable character U+" + hex_text(static_cast<unsigned char>(c), 4, HexCase::upper));
    }
    p_ += length;
    return emit(kind, start, p_);
}

}  // namespace loopscope::python
