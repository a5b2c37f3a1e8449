// SPDX-License-Identifier: MIT
#include "python/syntax/literals.h"

#include <cstring>

#include "python/number/float_text.h"
#include "python/syntax/characters.h"

namespace loopscope::python {

namespace {

constexpr size_t kMaxIntDigits = 4300;
UnicodeNameLookup unicode_name_lookup = nullptr;

int digit_value(char c) {
    if (is_ascii_digit(c)) return c - '0';
    c = static_cast<char>(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 99;
}

void set_integer(std::string_view digits, int base, Arena& arena, ast::Constant& constant) {
    while (digits.size() > 1 && digits[0] == '0') digits.remove_prefix(1);
    constant.value_kind = ast::ConstantKind::kInt;
    constant.base = static_cast<uint8_t>(base);
    constant.text = arena.copy(digits);
    constexpr uint64_t kMax = INT64_MAX;
    uint64_t value = 0;
    for (char c : digits) {
        auto digit = static_cast<uint64_t>(digit_value(c));
        if (value > (kMax - digit) / static_cast<uint64_t>(base)) return;
        value = value * static_cast<uint64_t>(base) + digit;
    }
    constant.fits_int64 = true;
    constant.integer = static_cast<int64_t>(value);
}

}  // namespace

void set_unicode_name_lookup(UnicodeNameLookup lookup) { unicode_name_lookup = lookup; }

bool parse_number(std::string_view spelling, Arena& arena, ast::Constant& constant, size_t* digits) {
    std::string clean;
    clean.reserve(spelling.size());
    for (char c : spelling) {
        if (c != '_') clean += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
    if (clean.size() > 2 && clean[0] == '0' && !is_ascii_digit(clean[1])) {
        int base = clean[1] == 'x' ? 16 : clean[1] == 'o' ? 8 : clean[1] == 'b' ? 2 : 0;
        if (base) {
            set_integer(std::string_view(clean).substr(2), base, arena, constant);
            return true;
        }
    }
    bool imaginary = clean.back() == 'j';
    if (imaginary || clean.find_first_of(".e") != std::string::npos) {
        if (imaginary) clean.pop_back();
        constant.value_kind = imaginary ? ast::ConstantKind::kImaginary : ast::ConstantKind::kFloat;
        parse_double(clean, &constant.number);
        return true;
    }
    if (clean.size() > kMaxIntDigits) {
        *digits = clean.size();
        return false;
    }
    set_integer(clean, 10, arena, constant);
    return true;
}

StringLiteral split_string_literal(std::string_view spelling) {
    StringLiteral literal;
    size_t i = 0;
    for (; spelling[i] != '"' && spelling[i] != '\''; i++) {
        char c = static_cast<char>(spelling[i] | 0x20);
        literal.is_bytes |= c == 'b';
        literal.is_raw |= c == 'r';
        literal.is_unicode_prefixed |= spelling[i] == 'u';
    }
    size_t quotes = spelling.size() >= i + 6 && spelling[i + 1] == spelling[i] && spelling[i + 2] == spelling[i] ? 3 : 1;
    literal.body = spelling.substr(i + quotes, spelling.size() - i - 2 * quotes);
    return literal;
}

namespace {

/// The escapes that str and bytes share. True if `c` (after the backslash at body[i - 1]) is one;
/// `i` then points behind it.
bool simple_escape(char c, uint32_t* value) {
    switch (c) {
        case '\\': case '\'': case '"': *value = static_cast<unsigned char>(c); return true;
        case 'a': *value = 7; return true;
        case 'b': *value = 8; return true;
        case 'f': *value = 12; return true;
        case 'n': *value = 10; return true;
        case 'r': *value = 13; return true;
        case 't': *value = 9; return true;
        case 'v': *value = 11; return true;
        default: return false;
    }
}

/// Up to three octal digits at body[i]; the value may exceed 0o377.
uint32_t octal_escape(std::string_view body, size_t& i) {
    uint32_t value = 0;
    for (int n = 0; n < 3 && i < body.size() && body[i] >= '0' && body[i] <= '7'; n++) {
        value = value * 8 + static_cast<uint32_t>(body[i++] - '0');
    }
    return value;
}

/// CPython's escape decoder sees non-ASCII characters as ten-byte \U escapes, and a backslash before one as
/// \u005c: positions in its messages count those.
size_t reported_position(std::string_view body, size_t end) {
    size_t position = 0;
    for (size_t i = 0; i < end; i++) {
        if (static_cast<unsigned char>(body[i]) >= 0x80) {
            position += is_continuation_byte(body[i]) ? 0 : 10;
        } else {
            position++;
        }
    }
    return position;
}

std::string unicode_error(std::string_view body, size_t start, size_t end, const char* reason) {
    size_t first = reported_position(body, start), last = reported_position(body, end) - 1;
    std::string text = "(unicode error) 'unicodeescape' codec can't decode byte";
    if (first == last) {
        text += " 0x5c in position " + std::to_string(first);
    } else {
        text += "s in position " + std::to_string(first) + "-" + std::to_string(last);
    }
    return text + ": " + reason;
}

/// \xXX, \uXXXX, \UXXXXXXXX at body[start] with body[i] the first digit.
bool hex_escape(std::string_view body, size_t start, size_t& i, int count, uint32_t* value, std::string& error) {
    *value = 0;
    for (int n = 0; n < count; n++, i++) {
        if (i >= body.size() || !is_ascii_hex_digit(body[i])) {
            error = unicode_error(body, start, i,
                                  count == 2   ? "truncated \\xXX escape"
                                  : count == 4 ? "truncated \\uXXXX escape"
                                               : "truncated \\UXXXXXXXX escape");
            return false;
        }
        *value = *value * 16 + static_cast<uint32_t>(digit_value(body[i]));
    }
    if (*value > 0x10FFFF) {
        error = unicode_error(body, start, i, "illegal Unicode character");
        return false;
    }
    return true;
}

bool named_escape(std::string_view body, size_t start, size_t& i, uint32_t* value, std::string& error) {
    if (i >= body.size() || body[i] != '{') {
        error = unicode_error(body, start, i, "malformed \\N character escape");
        return false;
    }
    size_t close = body.find('}', i);
    if (close == std::string_view::npos || close == i + 1) {
        error = unicode_error(body, start, close == std::string_view::npos ? body.size() : close,
                              "malformed \\N character escape");
        return false;
    }
    int32_t code = unicode_name_lookup ? unicode_name_lookup(body.substr(i + 1, close - i - 1)) : -1;
    i = close + 1;
    if (code < 0) {
        error = unicode_error(body, start, i, "unknown Unicode character name");
        return false;
    }
    *value = static_cast<uint32_t>(code);
    return true;
}

}  // namespace

void decode_string(std::string_view body, bool raw, std::string& out, DecodeReport& report) {
    size_t i = 0;
    while (i < body.size()) {
        size_t start = raw ? std::string_view::npos : body.find('\\', i);
        if (start == std::string_view::npos) start = body.size();
        out.append(body.substr(i, start - i));
        if (start == body.size()) return;
        i = start + 1;
        if (i == body.size()) {  // before a brace of an f-string
            out += '\\';
            return;
        }
        char c = body[i];
        uint32_t value;
        if (c == '\n') {
            i++;
        } else if (simple_escape(c, &value)) {
            i++;
            out += static_cast<char>(value);
        } else if (c >= '0' && c <= '7') {
            value = octal_escape(body, i);
            if (value > 0377 && report.warning.empty()) report.warning = body.substr(start, i - start);
            append_utf8(out, value);
        } else if (c == 'x' || c == 'u' || c == 'U') {
            i++;
            if (!hex_escape(body, start, i, c == 'x' ? 2 : c == 'u' ? 4 : 8, &value, report.error)) return;
            append_utf8(out, value);
        } else if (c == 'N') {
            i++;
            if (!named_escape(body, start, i, &value, report.error)) return;
            append_utf8(out, value);
        } else {
            if (report.warning.empty() && static_cast<unsigned char>(c) < 0x80) report.warning = body.substr(start, 2);
            out += '\\';
        }
    }
}

void decode_bytes(std::string_view body, bool raw, std::string& out, DecodeReport& report) {
    for (char c : body) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            report.error = "bytes can only contain ASCII literal characters";
            return;
        }
    }
    for (size_t i = 0; i < body.size();) {
        if (raw || body[i] != '\\' || i + 1 == body.size()) {
            out += body[i++];
            continue;
        }
        size_t start = i++;
        char c = body[i];
        uint32_t value;
        if (c == '\n') {
            i++;
        } else if (simple_escape(c, &value)) {
            i++;
            out += static_cast<char>(value);
        } else if (c >= '0' && c <= '7') {
            value = octal_escape(body, i);
            if (value > 0377 && report.warning.empty()) report.warning = body.substr(start, i - start);
            out += static_cast<char>(value);
        } else if (c == 'x') {
            if (i + 2 >= body.size() || !is_ascii_hex_digit(body[i + 1]) || !is_ascii_hex_digit(body[i + 2])) {
                report.error = "(value error) invalid \\x escape at position " + std::to_string(start);
                return;
            }
            out += static_cast<char>(digit_value(body[i + 1]) * 16 + digit_value(body[i + 2]));
            i += 3;
        } else {
            if (report.warning.empty()) report.warning = body.substr(start, 2);
            out += '\\';
        }
    }
}

}  // namespace loopscope::python
