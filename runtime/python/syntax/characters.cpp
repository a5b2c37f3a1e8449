// SPDX-License-Identifier: MIT
#include "python/syntax/characters.h"

#include "python/number/rare_table.h"

namespace loopscope::python {
namespace {

#include "python/syntax/character_tables.inc"

bool contains(const unsigned char* table, size_t size, uint32_t code) {
    uint32_t position = 0;
    size_t i = 0;
    auto next = [&] {
        uint32_t value = 0;
        for (int shift = 0;; shift += 7) {
            unsigned char byte = table[i++];
            value |= static_cast<uint32_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
    };
    while (i < size) {
        position += next();
        if (code < position) return false;
        position += next();
        if (code < position) return true;
    }
    return false;
}

/// The bulk of what is not ASCII in a course: Hangul syllables, the common ideographs, Latin with marks, Greek, Cyrillic, Kana.
bool is_common_letter(uint32_t code) {
    auto within = [code](uint32_t first, uint32_t last) { return code - first <= last - first; };
    return within(0xAC00, 0xD7A3) || within(0x4E00, 0x9FFF) || (within(0xC0, 0x24F) && code != 0xD7 && code != 0xF7) ||
           within(0x3A3, 0x3C9) || within(0x410, 0x44F) || within(0x3041, 0x3096) || within(0x30A1, 0x30FA);
}

bool starts(uint32_t code) {
    return contains(rare_table<unsigned char, kIdentifierStartSize, write_identifierstart>(), kIdentifierStartSize, code);
}
bool continues(uint32_t code) {
    return contains(rare_table<unsigned char, kIdentifierContinueSize, write_identifiercontinue>(), kIdentifierContinueSize, code);
}
bool prints(uint32_t code) { return contains(rare_table<unsigned char, kPrintableSize, write_printable>(), kPrintableSize, code); }

}  // namespace

bool is_identifier_start(uint32_t code) { return is_common_letter(code) || starts(code); }
bool is_identifier_continue(uint32_t code) { return is_common_letter(code) || continues(code); }
bool is_printable(uint32_t code) { return is_common_letter(code) || prints(code); }

uint32_t decode_utf8(const char* p, int* length) {
    auto byte = [p](int i) { return static_cast<uint32_t>(static_cast<unsigned char>(p[i])); };
    uint32_t first = byte(0);
    if (first < 0x80) {
        *length = 1;
        return first;
    }
    if (first < 0xE0) {
        *length = 2;
        return (first & 0x1F) << 6 | (byte(1) & 0x3F);
    }
    if (first < 0xF0) {
        *length = 3;
        return (first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    }
    *length = 4;
    return (first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
}

void append_utf8(std::string& out, uint32_t code) {
    auto tail = [&](int shift) { out += static_cast<char>(0x80 | (code >> shift & 0x3F)); };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | code >> 6);
        tail(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | code >> 12);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0 | code >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

size_t find_invalid_utf8(std::string_view text) {
    for (size_t i = 0; i < text.size();) {
        auto first = static_cast<unsigned char>(text[i]);
        if (first < 0x80) {
            i++;
            continue;
        }
        size_t length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || i + length > text.size()) return i;
        for (size_t k = 1; k < length; k++) {
            if (!is_continuation_byte(text[i + k])) return i;
        }
        auto second = static_cast<unsigned char>(text[i + 1]);
        if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second >= 0xA0) ||
            (first == 0xF0 && second < 0x90) || (first == 0xF4 && second >= 0x90)) {
            return i;
        }
        i += length;
    }
    return std::string_view::npos;
}

}  // namespace loopscope::python
