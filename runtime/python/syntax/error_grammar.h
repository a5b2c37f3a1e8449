// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "python/syntax/token.h"

/// The grammar once more, as a parsing expression grammar with the mistakes in it: rules named `invalid_...`
/// match wrong programs and report what is wrong. It is only consulted for programs that do not
/// parse, because only a PEG explored in CPython's order finds CPython's message (its first pass
/// tells the furthest token, its second one, with the invalid rules, the message).
namespace loopscope::python::error_grammar {

enum class ItemOp : uint8_t {
    kToken,        // token
    kSoftKeyword,  // text
    kAnySoftKeyword,
    kRule,      // target: a rule
    kGroup,     // target: an alternatives list
    kOptional,  // target
    kRepeat,    // target, zero or more
    kRepeatSome,
    kGather,    // target, separated by `token`
    kAhead,     // target must match, nothing is consumed
    kNotAhead,
    kCut,
    kForced,    // `token`, or "expected 'token'"
};

struct Item {
    ItemOp op = ItemOp::kToken;
    TokenKind token = TokenKind::kEndMarker;
    uint16_t target = 0;
    char label = 0;
    bool result = false;  // ^x: the alternative's value
    std::string_view text;
};

/// How an alternative's values become its own.
enum class Shape : uint8_t {
    kPlain,       // the only value, or a list of them
    kNode,        // a node with the alternative's tag
    kNodeIfMany,  // a node, but a single value passes through
    kLastTag,     // a node with the tag of the last value; a single value passes through
};

enum class Report : uint8_t {
    kNone,
    kAt, kRange, kFrom, kHere, kNext,
    kIndent, kBlock,
    kAssignTarget, kForTarget, kDeleteTarget,
    kComma, kLegacy, kGenerator, kPositional, kKey,
};

struct Alternative {
    std::vector<Item> items;
    Shape shape = Shape::kPlain;
    std::string_view tag;
    Report report = Report::kNone;
    char first = 0, second = 0;  // labels the report is about
    std::string_view message;
};

struct Rule {
    std::string_view name;
    uint16_t alternatives = 0;
    /// Remembered whether or not invalid rules are on, as CPython's `(memo)` rules are.
    bool memo = false;
    bool invalid = false;
    /// Invalid rules are off while it matches.
    bool quiet = false;
};

struct Grammar {
    std::vector<Rule> rules;
    std::vector<std::vector<Alternative>> alternatives;

    const Rule* find(std::string_view name) const;
};

/// The notation, described where it is defined.
extern const char* const kGrammarText;

Grammar read_grammar(std::string_view text);

}  // namespace loopscope::python::error_grammar
