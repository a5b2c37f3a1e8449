// SPDX-License-Identifier: MIT
//
// Programs, right and wrong, against what CPython 3.13 said about them (tools/record.py).
#include <catch2/catch.hpp>
#include <string>

#include "python/syntax/ast_text.h"
#include "python/syntax/parser.h"

using namespace loopscope::python;

namespace {

struct Recorded {
    char mode;  // m(odule), e(val), s(ingle)
    const char* source;
    const char* answer;
};

const Recorded kTrees[] = {
#include "python/syntax/recorded_trees.inc"
};
const Recorded kErrors[] = {
#include "python/syntax/recorded_errors.inc"
};

std::string ours(const Recorded& program) {
    Arena arena;
    ParseMode mode = program.mode == 'm'   ? ParseMode::kModule
                     : program.mode == 'e' ? ParseMode::kExpression
                                           : ParseMode::kSingle;
    ParseResult result = parse(program.source, "<test>", mode, arena);
    if (result.ok()) return ast_text(result.module);
    const Diagnostic& error = result.errors.at(0);
    const SourceRange& r = error.range;
    std::string text = std::string("ERROR\t") + diagnostic_class_name(error.kind);
    for (int32_t number : {r.line, r.column + 1, r.end_line, r.end_column + 1}) text += "\t" + std::to_string(number);
    return text + "\t" + error.message;
}

}  // namespace

TEST_CASE("correct programs give CPython's tree", "[syntax]") {
    for (const Recorded& program : kTrees) {
        INFO(program.source);
        CHECK(ours(program) == program.answer);
    }
}

TEST_CASE("broken programs give CPython's message and place", "[syntax]") {
    for (const Recorded& program : kErrors) {
        INFO(program.mode << " " << program.source);
        CHECK(ours(program) == program.answer);
    }
}
