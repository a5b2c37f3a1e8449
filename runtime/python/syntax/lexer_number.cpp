// SPDX-License-Identifier: MIT
#include "python/syntax/characters.h"
#include "python/syntax/lexer.h"

namespace loopscope::python {

/// A number that runs into a name is an error, except that keywords may follow: `1if x else 2`.
bool Lexer::check_number_end(const char* kind) {
    const char* p = p_;
    bool keyword = false;
    switch (*p) {
        case 'a': keyword = p[1] == 'n' && p[2] == 'd'; break;
        case 'e': keyword = p[1] == 'l' && p[2] == 's' && p[3] == 'e'; break;
        case 'f': keyword = p[1] == 'o' && p[2] == 'r'; break;
        case 'i': keyword = p[1] == 'f' || p[1] == 'n' || p[1] == 's'; break;
        case 'n': keyword = p[1] == 'o' && p[2] == 't'; break;
        case 'o': keyword = p[1] == 'r'; break;
        default: break;
    }
    std::string message = std::string("invalid ") + kind + " literal";
    if (keyword) {
        int32_t at = column(p_) - 1;
        warnings_.push_back({DiagnosticKind::kSyntaxWarning, std::move(message), {line_, at, line_, at}});
        return true;
    }
    if (static_cast<unsigned char>(*p) < 0x80 && may_continue_identifier(*p)) return fail(std::move(message));
    return true;
}

/// Digits with single underscores between them.
bool Lexer::scan_decimal_tail() {
    for (;;) {
        while (is_ascii_digit(*p_)) p_++;
        if (*p_ != '_') return true;
        p_++;
        if (!is_ascii_digit(*p_)) return fail("invalid decimal literal");
    }
}

bool Lexer::scan_radix(int base, const char* name) {
    auto is_digit = [base](char c) {
        return base == 16 ? is_ascii_hex_digit(c) : c >= '0' && c < '0' + base;
    };
    auto wrong_digit = [&] {
        std::string message = std::string("invalid digit '") + *p_ + "' in " + name + " literal";
        p_++;
        return fail(std::move(message));
    };
    p_ += 2;
    do {
        if (*p_ == '_') p_++;
        if (!is_digit(*p_)) {
            if (is_ascii_digit(*p_)) return wrong_digit();
            return fail(std::string("invalid ") + name + " literal");
        }
        while (is_digit(*p_)) p_++;
    } while (*p_ == '_');
    if (is_ascii_digit(*p_)) return wrong_digit();
    return check_number_end(name);
}

bool Lexer::scan_number() {
    Mark start = mark();
    auto done = [&] { return emit(TokenKind::kNumber, start, p_); };
    bool leading_zeros = false;
    const char* after_zeros = nullptr;
    if (*p_ == '0') {
        char radix = static_cast<char>(p_[1] | 0x20);
        if (radix == 'x') return scan_radix(16, "hexadecimal") && done();
        if (radix == 'o') return scan_radix(8, "octal") && done();
        if (radix == 'b') return scan_radix(2, "binary") && done();
        p_++;
        for (;;) {
            if (*p_ == '_') {
                p_++;
                if (!is_ascii_digit(*p_)) return fail("invalid decimal literal");
            }
            if (*p_ != '0') break;
            p_++;
        }
        after_zeros = p_ + 1;
        if (is_ascii_digit(*p_)) {
            leading_zeros = true;
            if (!scan_decimal_tail()) return false;
        }
    } else if (*p_ != '.') {
        if (!scan_decimal_tail()) return false;
    }
    bool is_float = false;
    if (*p_ == '.') {
        is_float = true;
        p_++;
        if (is_ascii_digit(*p_) && !scan_decimal_tail()) return false;
    }
    if ((*p_ | 0x20) == 'e') {
        if (is_ascii_digit(p_[1])) {
            p_++;
            is_float = true;
            if (!scan_decimal_tail()) return false;
        } else if (p_[1] == '+' || p_[1] == '-') {
            p_ += 2;
            is_float = true;
            if (!is_ascii_digit(*p_)) return fail("invalid decimal literal");
            if (!scan_decimal_tail()) return false;
        } else {
            return check_number_end("decimal") && done();
        }
    }
    if ((*p_ | 0x20) == 'j') {
        p_++;
        return check_number_end("imaginary") && done();
    }
    if (leading_zeros && !is_float) {
        error_overrides_ = fstrings_.empty();
        return fail_at({line_, start.column, line_, column(after_zeros) - 1},
                       "leading zeros in decimal integer literals are not permitted; "
                       "use an 0o prefix for octal integers");
    }
    return check_number_end("decimal") && done();
}

}  // namespace loopscope::python
