// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "compiled.h"

using namespace loopscope::python;
using namespace loopscope::python::testing;

namespace {

std::string position(const char* source, const char* op) {
    Compiled c(source);
    REQUIRE(c.error == "");
    return position_of(*c.code, op);
}

}  // namespace

/// What a traceback underlines; tools/compare_with_cpython.py checks whole libraries.
TEST_CASE("instructions that can fail have the range of their expression", "[compiler]") {
    CHECK(position("y = (a + bb) * c\n", "BINARY_OP") == "1:5-1:11");
    CHECK(position("x = f(1, 2)\n", "CALL") == "1:4-1:11");
    CHECK(position("x = f(1, k=2)\n", "CALL_KW") == "1:4-1:13");
    CHECK(position("x = a.b.c\n", "LOAD_ATTR") == "1:4-1:7");
    CHECK(position("x = a[b][c]\n", "BINARY_SUBSCR") == "1:4-1:8");
    CHECK(position("x = -a\n", "UNARY_NEGATIVE") == "1:4-1:6");
    CHECK(position("x = a < b\n", "COMPARE_OP") == "1:4-1:9");
    CHECK(position("x = not (a == b)\n", "COMPARE_OP") == "1:4-1:16");
    CHECK(position("for x in f: pass\n", "GET_ITER") == "1:9-1:10");
    CHECK(position("a, b = c\n", "UNPACK_SEQUENCE") == "1:0-1:4");
    CHECK(position("assert a, b\n", "RAISE_VARARGS") == "1:7-1:8");
    CHECK(position("with a as b: pass\n", "BEFORE_WITH") == "1:5-1:6");
    CHECK(position("import a.b\n", "IMPORT_NAME") == "1:0-1:10");
    CHECK(position("x = f'{a!r:>3}'\n", "FORMAT_WITH_SPEC") == "1:6-1:14");
}

TEST_CASE("a chain over several lines points at the line of the call", "[compiler]") {
    const char* chain = "x = (a\n     .b(1)\n     .c(2))\n";
    CHECK(position(chain, "LOAD_METHOD") == "2:6-2:7");
    CHECK(position(chain, "CALL") == "2:6-2:10");
}

TEST_CASE("columns count code points", "[compiler]") {
    CHECK(position("x = '한국어' + a\n", "BINARY_OP") == "1:4-1:13");
}

TEST_CASE("fused instructions keep the position of the part that can fail", "[compiler]") {
    Compiled c("def f(a, b):\n    if a < b: return a.x\n    return a - 1\n");
    REQUIRE(c.error == "");
    const Code& f = *find_code(*c.code, "f");
    CHECK(position_of(f, "COMPARE_FAST_FAST_JUMP") == "2:7-2:12");
    CHECK(position_of(f, "LOAD_FAST_LOAD_ATTR") == "2:21-2:24");
    CHECK(position_of(f, "BINARY_OP_FAST_CONST") == "3:11-3:16");
}

TEST_CASE("every statement keeps an instruction on its line", "[compiler]") {
    Compiled c("def f():\n    pass\n    x = 1\n    pass\n    if x:\n        pass\n    'text'\n    return\n");
    REQUIRE(c.error == "");
    const Code& f = *find_code(*c.code, "f");
    std::vector<bool> seen(9, false);
    for (uint32_t at = 0; at < f.instructions.size(); at += length_of(op_of(f.instructions[at])))
        seen[f.position_at(at).line] = true;
    for (int line : {2, 3, 4, 5, 6, 7, 8}) {
        CAPTURE(line);
        CHECK(seen[line]);
    }
}
