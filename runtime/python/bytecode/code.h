// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loopscope::python {

struct Code;

/// One constant, independent of the VM, which makes its own objects of them when the code is loaded.
/// Str is WTF-8 (surrogates may appear, encoded as three bytes each).
struct Constant {
    enum class Kind : uint8_t { None, True, False, Ellipsis, Int, BigInt, Float, Complex, Str, Bytes, Tuple, FrozenSet, Code };

    Kind kind = Kind::None;
    int64_t integer = 0;                ///< Int
    double real = 0;                    ///< Float, Complex
    double imaginary = 0;               ///< Complex
    std::string text;                   ///< Str, Bytes; BigInt: decimal digits, '-' in front if negative
    std::vector<Constant> items;        ///< Tuple, FrozenSet
    std::shared_ptr<const Code> code;   ///< Code

    /// The same value of the same type: 1, 1.0 and True differ, 0.0 and -0.0 differ. Code is equal only to itself.
    bool same(const Constant& other) const;
};

/// Bits as in inspect.CO_*; the values are CPython's, since programs print them.
enum CodeFlag : uint32_t {
    kOptimized = 0x1,          ///< locals are slots
    kNewLocals = 0x2,
    kVarArgs = 0x4,
    kVarKeywords = 0x8,
    kNested = 0x10,
    kGenerator = 0x20,
    kCoroutine = 0x80,
    kIterableCoroutine = 0x100,
    kAsyncGenerator = 0x200,
    kFutureAnnotations = 0x1000000,
    kHasDocstring = 0x4000000, ///< constants[0] is the docstring (ours: co_flags does not show it)
    kVisibleFlags = ~static_cast<uint32_t>(kHasDocstring),
};

/// What a localsplus slot is. A cell variable that is also an argument is Local | Cell: the value arrives in the slot and
/// MAKE_CELL wraps it. Hidden: used by an inlined comprehension outside functions; not shown in locals().
enum LocalKind : uint8_t { kHidden = 0x10, kLocal = 0x20, kCell = 0x40, kFree = 0x80 };

/// Columns count code points of the line, 0-based, end exclusive. Line 0 means no position at all.
struct Position {
    uint32_t line = 0;
    uint32_t end_line = 0;
    int32_t column = -1;      ///< -1: unknown
    int32_t end_column = -1;  ///< -1: unknown
    bool operator==(const Position&) const = default;
};

/// The words [start, next entry's start) have this position.
struct PositionEntry {
    uint32_t start;
    uint32_t line;
    uint16_t line_count;  ///< end_line - line
    uint16_t column;      ///< kNoColumn: unknown
    uint16_t end_column;
};
inline constexpr uint16_t kNoColumn = 0xFFFF;

/// Words [start, end) are covered by the handler. Entries are sorted and do not overlap: the innermost is written out.
struct ExceptionEntry {
    uint32_t start;
    uint32_t end;
    uint32_t handler;
    uint16_t depth;
    bool lasti;
};

/// One compiled block: module, class body, function, lambda or generator expression. Plain data; never changed after the
/// compiler made it.
///
/// Slots (`localsplus`) are in this order: positional parameters, keyword-only ones, *args, **kwargs, other locals, cells
/// that are not parameters, free variables.
struct Code {
    std::string name;
    std::string qualname;
    std::string filename;
    uint32_t first_line = 1;
    uint32_t flags = 0;
    uint32_t argcount = 0;          ///< positional parameters, positional-only ones included
    uint32_t posonly_argcount = 0;
    uint32_t kwonly_argcount = 0;
    uint32_t stacksize = 0;         ///< values, not counting slots
    uint32_t cache_count = 0;
    std::vector<std::string> local_names;
    std::vector<uint8_t> local_kinds;  ///< LocalKind bits, as long as local_names
    std::vector<std::string> names;
    std::vector<Constant> constants;
    std::vector<uint32_t> instructions;
    std::vector<ExceptionEntry> exceptions;
    std::vector<PositionEntry> positions;

    /// Position of the instruction whose first word is at `offset`. O(log n).
    Position position_at(uint32_t offset) const;
    /// Handler for an exception raised at `offset`, or null. O(log n).
    const ExceptionEntry* handler_at(uint32_t offset) const;
};

/// Flat binary form with a version (a format number and the opcode table's fingerprint). Filenames are stored once.
std::string serialize(const Code& code);

/// Empty if the bytes are of another version or damaged. A non-empty `filename` replaces the stored one everywhere.
std::shared_ptr<const Code> deserialize(std::string_view bytes, std::string_view filename = {});

}  // namespace loopscope::python
