// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "compiled.h"

using namespace loopscope::python;
using namespace loopscope::python::testing;

namespace {

/// Compiles and verifies each body, as function body, in every loop and handler it may stand in.
void check_everywhere(const std::string& statement, bool in_loop_only = false) {
    const std::string wraps[] = {
        "@",
        "try:\n @\nfinally:\n g()\n",
        "try:\n g()\nfinally:\n @\n",
        "try:\n @\nexcept A as e:\n g()\nelse:\n h()\n",
        "try:\n g()\nexcept A as e:\n @\nexcept:\n h()\n",
        "try:\n g()\nexcept A:\n @\nfinally:\n h()\n",
        "with a as b, c:\n @\n",
        "async with a as b, c:\n @\n",
        "for i in x:\n @\nelse:\n h()\n",
        "async for i in x:\n @\nelse:\n h()\n",
        "while x:\n @\nelse:\n h()\n",
        "match x:\n case [a, *b] if c:\n  @\n case {'k': v, **r} | C(v, z=r):\n  @\n case _:\n  @\n",
        "if x:\n @\nelif y:\n @\nelse:\n h()\n",
    };
    auto indented = [](const std::string& text, int by) {
        std::string out;
        for (size_t at = 0; at < text.size();) {
            const size_t end = std::min(text.find('\n', at), text.size());
            out += std::string(static_cast<size_t>(by), ' ') + text.substr(at, end - at) + "\n";
            at = end + 1;
        }
        return out;
    };
    auto inside = [&](const std::string& wrap, const std::string& body) {
        std::string out;
        for (size_t at = 0; at < wrap.size();) {
            const size_t end = std::min(wrap.find('\n', at), wrap.size());
            const std::string line = wrap.substr(at, end - at);
            const size_t hole = line.find('@');
            out += hole == std::string::npos ? line + "\n" : indented(body, static_cast<int>(hole));
            at = end + 1;
        }
        return out;
    };
    for (const std::string& outer : wraps) {
        for (const std::string& middle : wraps) {
            for (const std::string& inner : wraps) {
                std::string body = inside(outer, inside(middle, inside(inner, statement)));
                if (in_loop_only) body = "for q in r:\n" + indented(body, 1);
                Compiled c("async def f(x, y):\n" + indented(body, 1));
                CAPTURE(body);
                REQUIRE(c.error == "");
            }
        }
    }
}

}  // namespace

TEST_CASE("every way out of every block keeps the stack right", "[compiler]") {
    check_everywhere("return x + 1");
    check_everywhere("return");
    check_everywhere("y = await x");
    check_everywhere("raise x from y");
    check_everywhere("break", true);
    check_everywhere("continue", true);
}

TEST_CASE("yield and comprehensions within blocks", "[compiler]") {
    check_everywhere("z = [i async for i in x if await i for j in [k for k in i]]");
    check_everywhere("yield (yield x)");
}

TEST_CASE("except* leaves what is not handled", "[compiler]") {
    Compiled c(
        "def f():\n    try:\n        g()\n    except* A as e:\n        h(e)\n    except* (B, C):\n        raise D\n    else:\n"
        "        i()\n    finally:\n        j()\n");
    REQUIRE(c.error == "");
    const Code& f = *find_code(*c.code, "f");
    CHECK(count_of(f, "CHECK_EG_MATCH") == 2);
    CHECK(count_of(f, "PREP_RERAISE_STAR") == 1);
}

TEST_CASE("a try in a try: the innermost handler is written out", "[compiler]") {
    Compiled c("try:\n    a()\n    try:\n        b()\n    except E:\n        c()\n    d()\nexcept F:\n    e()\n");
    REQUIRE(c.error == "");
    auto handler_of = [&](std::string_view name) {
        for (uint32_t at = 0; at < c.code->instructions.size(); at += length_of(op_of(c.code->instructions[at])))
            if (operand_text(*c.code, at) == name) return c.code->handler_at(at);
        return static_cast<const ExceptionEntry*>(nullptr);
    };
    REQUIRE(handler_of("a"));
    REQUIRE(handler_of("b"));
    CHECK(handler_of("a")->handler == handler_of("d")->handler);
    CHECK(handler_of("a")->handler != handler_of("b")->handler);
    CHECK(handler_of("e")->lasti);
}

TEST_CASE("patterns", "[compiler]") {
    const char* patterns[] = {
        "1", "-1", "1 + 2j", "'a'", "None", "x.y", "_", "n", "[]", "[a]", "[a, b]", "[a, *_]", "[*_, a]", "[a, *b, c]", "[*_]",
        "[_, _]", "{}", "{'a': a}", "{'a': a, **r}", "{**r}", "C()", "C(a)", "C(a, b=c)", "C(_, k=_)", "1 | 2", "[a] | {'k': a}",
        "[a, b] | C(b, a)", "([a, [b, c]] | C(c, (a, b)))", "[a] as b", "[1 | 2 as a, *r]", "(C(x=[a, *_]) as b) | [a, b]",
    };
    for (const char* pattern : patterns) {
        for (const char* guard : {"", " if g"}) {
            const std::string case_line = std::string("        case ") + pattern + guard + ":\n            return 1\n";
            Compiled last("def f(x):\n    match x:\n" + case_line);
            CAPTURE(case_line);
            CHECK(last.error == "");
            const bool irrefutable = pattern == std::string("_") || pattern == std::string("n");
            if (irrefutable && guard == std::string("")) continue;
            Compiled first("def f(x):\n    match x:\n" + case_line + "        case _:\n            return 2\n    return 3\n");
            CHECK(first.error == "");
        }
    }
}
