// SPDX-License-Identifier: MIT
#include "python/bytecode/code.h"

#include <algorithm>
#include <cstring>

namespace loopscope::python {

namespace {

bool same_bits(double left, double right) { return std::memcmp(&left, &right, sizeof left) == 0; }

}  // namespace

bool Constant::same(const Constant& other) const {
    if (kind != other.kind) return false;
    switch (kind) {
        case Kind::None:
        case Kind::True:
        case Kind::False:
        case Kind::Ellipsis: return true;
        case Kind::Int: return integer == other.integer;
        case Kind::Float: return same_bits(real, other.real);
        case Kind::Complex: return same_bits(real, other.real) && same_bits(imaginary, other.imaginary);
        case Kind::BigInt:
        case Kind::Str:
        case Kind::Bytes: return text == other.text;
        case Kind::Tuple:
        case Kind::FrozenSet:
            return std::equal(items.begin(), items.end(), other.items.begin(), other.items.end(),
                              [](const Constant& l, const Constant& r) { return l.same(r); });
        case Kind::Code: return code == other.code;
    }
    return false;
}

Position Code::position_at(uint32_t offset) const {
    auto after = std::upper_bound(positions.begin(), positions.end(), offset,
                                  [](uint32_t at, const PositionEntry& entry) { return at < entry.start; });
    if (after == positions.begin()) return {};
    const PositionEntry& entry = *(after - 1);
    if (entry.line == 0) return {};
    auto column = [](uint16_t stored) { return stored == kNoColumn ? -1 : static_cast<int32_t>(stored); };
    return {entry.line, entry.line + entry.line_count, column(entry.column), column(entry.end_column)};
}

const ExceptionEntry* Code::handler_at(uint32_t offset) const {
    auto after = std::upper_bound(exceptions.begin(), exceptions.end(), offset,
                                  [](uint32_t at, const ExceptionEntry& entry) { return at < entry.start; });
    if (after == exceptions.begin()) return nullptr;
    const ExceptionEntry& entry = *(after - 1);
    return offset < entry.end ? &entry : nullptr;
}

}  // namespace loopscope::python
