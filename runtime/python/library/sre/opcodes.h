// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

/// The instruction words that CPython's `re._compiler` emits. Order and names are those of `re/_constants.py`; programs
/// carry their numbers, so kMagic must be the one that the `re` package was written for.
namespace loopscope::python::sre {

constexpr uint32_t kMagic = 20230612;
constexpr uint32_t kMaxRepeat = 0xFFFFFFFF;
constexpr uint32_t kMaxGroups = 0x3FFFFFFF;

/// After an instruction's word come its operands. `skip` counts words from its own place to the end of what it spans.
enum Op : uint32_t {
  kFailure,                // ends a set, ends the alternatives of a branch
  kSuccess,                // ends a program, an assertion, an atomic body, the item of a one-character repeat
  kAny,                    // but a line feed
  kAnyAll,
  kAssert,                 // skip, width to look back, body, SUCCESS
  kAssertNot,              // the same
  kAt,                     // position (At)
  kBranch,                 // (skip, alternative, JUMP)..., 0
  kCategory,               // category (Category)
  kCharset,                // in sets: 8 words, a bit for each character below 256
  kBigCharset,             // in sets: count, 256 bytes (which block has the bits of c >> 8), count blocks of 8 words
  kGroupRef,               // group - 1
  kGroupRefExists,         // group - 1, skip, yes, [JUMP skip, no]
  kIn,                     // skip, set, FAILURE
  kInfo,                   // skip, flags, least width, greatest width, [prefix or set]
  kJump,                   // skip
  kLiteral,                // character
  kMark,                   // 2 * (group - 1), + 1 where the group ends
  kMaxUntil,               // ends the body of a greedy REPEAT
  kMinUntil,               // ends the body of a lazy REPEAT
  kNotLiteral,             // character
  kNegate,                 // in sets
  kRange,                  // in sets: first, last
  kRepeat,                 // skip, least, most, body, MAX_UNTIL or MIN_UNTIL
  kRepeatOne,              // skip, least, most, item, SUCCESS
  kSubpattern,             // never in a program
  kMinRepeatOne,           // as REPEAT_ONE
  kAtomicGroup,            // skip, body, SUCCESS
  kPossessiveRepeat,       // skip, least, most, body, SUCCESS (skip ends before it)
  kPossessiveRepeatOne,    // as REPEAT_ONE
  kGroupRefIgnore,
  kInIgnore,
  kLiteralIgnore,
  kNotLiteralIgnore,
  kGroupRefLocaleIgnore,
  kInLocaleIgnore,
  kLiteralLocaleIgnore,
  kNotLiteralLocaleIgnore,
  kGroupRefUnicodeIgnore,
  kInUnicodeIgnore,
  kLiteralUnicodeIgnore,
  kNotLiteralUnicodeIgnore,
  kRangeUnicodeIgnore,     // in sets: first, last
};

enum At : uint32_t {
  kAtBeginning,
  kAtBeginningLine,
  kAtBeginningString,
  kAtBoundary,
  kAtNonBoundary,
  kAtEnd,
  kAtEndLine,
  kAtEndString,
  kAtLocaleBoundary,
  kAtLocaleNonBoundary,
  kAtUnicodeBoundary,
  kAtUnicodeNonBoundary,
  kAtCount,
};

/// Each is followed by its opposite.
enum Category : uint32_t {
  kDigit,
  kNotDigit,
  kSpace,
  kNotSpace,
  kWord,
  kNotWord,
  kLinebreak,
  kNotLinebreak,
  kLocaleWord,
  kLocaleNotWord,
  kUnicodeDigit,
  kUnicodeNotDigit,
  kUnicodeSpace,
  kUnicodeNotSpace,
  kUnicodeWord,
  kUnicodeNotWord,
  kUnicodeLinebreak,
  kUnicodeNotLinebreak,
  kCategoryCount,
};

/// Flags of INFO.
constexpr uint32_t kInfoPrefix = 1;   // length, skip, characters that every match begins with, overlap table
constexpr uint32_t kInfoLiteral = 2;  // the prefix is the whole pattern
constexpr uint32_t kInfoCharset = 4;  // set of the first character

/// Flags of a pattern, those that its repr names first.
constexpr uint32_t kFlagIgnoreCase = 2, kFlagLocale = 4, kFlagMultiline = 8, kFlagDotAll = 16, kFlagUnicode = 32,
                   kFlagVerbose = 64, kFlagDebug = 128, kFlagAscii = 256;

}  // namespace loopscope::python::sre
