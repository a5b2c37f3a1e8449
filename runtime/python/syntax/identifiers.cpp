// SPDX-License-Identifier: MIT
#include "python/syntax/identifiers.h"

#include <cstdint>

#include "python/number/rare_table.h"
#include "python/syntax/characters.h"

namespace loopscope::python {

namespace {

#include "python/syntax/identifier_tables.inc"

class Varints {
public:
    Varints(const unsigned char* data, size_t size) : at_(data), end_(data + size) {}

    bool more() const { return at_ < end_; }
    uint32_t next() {
        uint32_t value = 0;
        for (int shift = 0;; shift += 7) {
            unsigned char byte = *at_++;
            value |= static_cast<uint32_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
    }
    /// A number relative to `from`.
    uint32_t next_from(uint32_t from) {
        uint32_t coded = next();
        return coded & 1 ? from - (coded + 1) / 2 : from + coded / 2;
    }

private:
    const unsigned char* at_;
    const unsigned char* end_;
};

/// ASCII, Korean syllables, Chinese characters: they are their own normal form, and no second part of a pair.
bool is_common(uint32_t code) { return code < 0x80 || (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0x4E00 && code <= 0x9FFF); }

/// Appends what one character becomes (see generate_characters.py for the table).
void append_normal(std::u32string& out, uint32_t wanted) {
    uint32_t code = 0, target = 0;
    for (Varints table(rare_table<unsigned char, kNfkcSize, write_nfkc>(), kNfkcSize); table.more();) {
        code += table.next();
        uint32_t count = table.next();
        if (count == 0) {
            size_t size = out.size();
            for (uint32_t n = table.next(); n > 0; n--) {
                target = table.next_from(target);
                if (code == wanted) out += static_cast<char32_t>(target);
            }
            if (out.size() > size) return;
            continue;
        }
        target = table.next_from(target);
        if (wanted >= code && wanted < code + count) {
            out += static_cast<char32_t>(target + (wanted - code));
            return;
        }
        target += count - 1;
        code += count - 1;
        if (code > wanted) break;
    }
    out += static_cast<char32_t>(wanted);
}

/// The character that two adjacent ones make, or 0.
uint32_t compose(uint32_t first, uint32_t second) {
    constexpr uint32_t kL = 0x1100, kV = 0x1161, kT = 0x11A7, kS = 0xAC00;
    if (first >= kL && first < kL + 19 && second >= kV && second < kV + 21) {
        return kS + ((first - kL) * 21 + (second - kV)) * 28;
    }
    if (first >= kS && first < kS + 11172 && (first - kS) % 28 == 0 && second > kT && second < kT + 28) {
        return first + (second - kT);
    }
    if (is_common(second)) return 0;
    uint32_t a = 0, b = 0, c = 0;
    for (Varints table(rare_table<unsigned char, kPairsSize, write_pairs>(), kPairsSize); table.more();) {
        a += table.next();
        b = table.next_from(b);
        c = table.next_from(c);
        if (a == first && b == second) return c;
        if (a > first) break;
    }
    return 0;
}

}  // namespace

/// Does not reorder marks of different classes on one letter, which nobody types.
std::string normalise_identifier(std::string_view name) {
    std::u32string normal;
    for (size_t i = 0; i < name.size();) {
        int length;
        uint32_t code = decode_utf8(name.data() + i, &length);
        i += static_cast<size_t>(length);
        if (is_common(code)) normal += static_cast<char32_t>(code);
        else append_normal(normal, code);
    }
    std::string out;
    for (size_t i = 0; i < normal.size();) {
        uint32_t code = normal[i++];
        // Second parts of pairs are marks, vowels and finals: nothing below U+0300.
        while (i < normal.size() && normal[i] >= 0x300) {
            uint32_t joined = compose(code, normal[i]);
            if (!joined) break;
            code = joined;
            i++;
        }
        append_utf8(out, code);
    }
    return out;
}

}  // namespace loopscope::python
