// SPDX-License-Identifier: MIT
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "compiled.h"

using namespace loopscope::python;
using namespace loopscope::python::testing;

/// compile_errors.txt holds CPython's answers; tools/record_errors.py writes them.
TEST_CASE("mistakes the compiler finds are reported as CPython reports them", "[compiler]") {
    std::ifstream file(LOOPSCOPE_CHECKOUT "/tests/python/compiler/compile_errors.txt", std::ios::binary);
    std::stringstream content;
    content << file.rdbuf();
    const std::string text = content.str();
    int programs = 0;
    for (size_t at = text.find("### "); at != std::string::npos;) {
        const size_t line_end = text.find('\n', at);
        const size_t next = text.find("\n### ", line_end);
        const std::string expected = text.substr(at + 4, line_end - at - 4);
        const std::string source = text.substr(line_end + 1, next == std::string::npos ? next : next - line_end);
        at = next == std::string::npos ? next : next + 1;
        ++programs;
        Compiled c(source);
        CAPTURE(source);
        CHECK((c.error.empty() ? "ok" : c.error) == expected);
    }
    CHECK(programs > 200);
}

TEST_CASE("warnings about what cannot work", "[compiler]") {
    auto warning = [](const char* source) {
        Compiled c(source);
        REQUIRE(c.error == "");
        return c.warnings.empty() ? std::string() : c.warnings[0];
    };
    CHECK(warning("x is 1\n") == "\"is\" with 'int' literal. Did you mean \"==\"?");
    CHECK(warning("x is not 'a'\n") == "\"is not\" with 'str' literal. Did you mean \"!=\"?");
    CHECK(warning("x is None\n") == "");
    CHECK(warning("assert (x, 'message')\n") == "assertion is always true, perhaps remove parentheses?");
    CHECK(warning("[(1, 2) (3, 4)]\n") == "'tuple' object is not callable; perhaps you missed a comma?");
    CHECK(warning("[[1] ['a']]\n") == "list indices must be integers or slices, not str; perhaps you missed a comma?");
    CHECK(warning("1[0]\n") == "'int' object is not subscriptable; perhaps you missed a comma?");
    CHECK(warning("'abc'[0]\n") == "");
}

TEST_CASE("deep nesting is an error, never a crash", "[compiler]") {
    auto repeated = [](const char* before, const char* part, const char* after, int times) {
        std::string source = before;
        for (int i = 0; i < times; ++i) source += part;
        return source + after;
    };
    CHECK(Compiled(repeated("x = a", ".b", "\n", 1000)).error == "");
    CHECK(Compiled(repeated("x = a", ".b", "\n", 100000)).message == "maximum recursion depth exceeded during compilation");
    CHECK(Compiled(repeated("x = a", "()", "\n", 100000)).message == "maximum recursion depth exceeded during compilation");
    CHECK(Compiled(repeated("x = a", " + a", "\n", 100000)).error == "");
    CHECK(Compiled(repeated("x = 'a'", " + 'b'", "\n", 3000)).error == "");
    CHECK(Compiled(repeated("if a: pass\n", "elif b: pass\n", "else: pass\n", 5000)).error == "");
    // 150 comprehensions within each other, all in place, in one function
    std::string nested = "a";
    for (int i = 0; i < 150; ++i) nested = "[" + nested + " for a in b]";
    CHECK(Compiled("def f(b):\n    return " + nested + "\n").error == "");
}
