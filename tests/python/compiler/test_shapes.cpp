// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "compiled.h"

using namespace loopscope::python;
using namespace loopscope::python::testing;

TEST_CASE("fib takes as few dispatches as the table allows", "[compiler]") {
    Compiled c("def fib(n):\n    if n < 2:\n        return n\n    return fib(n - 1) + fib(n - 2)\n");
    REQUIRE(c.error == "");
    CHECK(instructions_of(*find_code(*c.code, "fib")) ==
          std::vector<std::string>{"RESUME", "COMPARE_FAST_CONST_JUMP n, 2 < false", "RETURN_FAST n",
                                   "LOAD_GLOBAL fib + NULL", "BINARY_OP_FAST_CONST n, 1 -", "CALL",
                                   "LOAD_GLOBAL fib + NULL", "BINARY_OP_FAST_CONST n, 2 -", "CALL", "BINARY_OP +",
                                   "RETURN_VALUE"});
}

TEST_CASE("a counting loop is four dispatches a turn", "[compiler]") {
    Compiled c("def f(n):\n    i = 0\n    while i < n:\n        i += 1\n    return i\n");
    REQUIRE(c.error == "");
    CHECK(instructions_of(*find_code(*c.code, "f")) ==
          std::vector<std::string>{"RESUME", "LOAD_CONST 0", "STORE_FAST i", "COMPARE_FAST_FAST_JUMP i, n < false",
                                   "BINARY_OP_FAST_CONST i, 1 +=", "STORE_FAST i", "JUMP_BACKWARD", "RETURN_FAST i"});
}

TEST_CASE("exchanging two locals needs no tuple", "[compiler]") {
    Compiled c("def f(a, b):\n    a, b = b, a\n    return a\n");
    REQUIRE(c.error == "");
    CHECK(instructions_of(*find_code(*c.code, "f")) ==
          std::vector<std::string>{"RESUME", "LOAD_FAST_LOAD_FAST b, a", "STORE_FAST_STORE_FAST b, a", "RETURN_FAST a"});
}

TEST_CASE("method calls make no bound method", "[compiler]") {
    Compiled c("def f(self, x):\n    return self.go(x, y=1)\n");
    REQUIRE(c.error == "");
    CHECK(instructions_of(*find_code(*c.code, "f")) ==
          std::vector<std::string>{"RESUME", "LOAD_FAST self", "LOAD_METHOD go", "LOAD_FAST_LOAD_CONST x, 1",
                                   "CALL_KW ('y',)", "RETURN_VALUE"});
}

TEST_CASE("zero-argument super loads the attribute directly", "[compiler]") {
    Compiled c("class A(B):\n    def f(self):\n        super().f()\n        return super().x\n");
    REQUIRE(c.error == "");
    const Code& f = *find_code(*c.code, "f");
    CHECK(count_of(f, "LOAD_SUPER_ATTR") == 2);
    CHECK(count_of(*find_code(*c.code, "A"), "MAKE_CELL") == 1);
    Compiled shadowed("super = 1\nclass A(B):\n    def f(self):\n        super().f()\n");
    CHECK(count_of(*find_code(*shadowed.code, "f"), "LOAD_SUPER_ATTR") == 0);
}

TEST_CASE("await: send, yield, resume, and a way back for throw", "[compiler]") {
    Compiled c("async def f(x):\n    return await x\n");
    REQUIRE(c.error == "");
    CHECK(instructions_of(*find_code(*c.code, "f")) ==
          std::vector<std::string>{"RETURN_GENERATOR", "POP_TOP", "RESUME", "LOAD_FAST x", "GET_AWAITABLE",
                                   "LOAD_CONST None", "SEND", "YIELD_VALUE", "RESUME", "JUMP_BACKWARD_NO_INTERRUPT",
                                   "CLEANUP_THROW", "END_SEND", "RETURN_VALUE", "STOPITERATION_ERROR", "RERAISE"});
}

TEST_CASE("conditions on constants leave no test", "[compiler]") {
    Compiled c("def f():\n    while True:\n        if not 1: g()\n        if __debug__: h()\n        break\n");
    REQUIRE(c.error == "");
    const Code& f = *find_code(*c.code, "f");
    CHECK(count_of(f, "POP_JUMP_IF_FALSE") == 0);
    CHECK(count_of(f, "LOAD_GLOBAL") == 1);
    CompileOptions optimized;
    optimized.optimize = 2;
    Compiled o("def f():\n    'doc'\n    assert x\n    if __debug__: h()\n", optimized);
    REQUIRE(o.error == "");
    CHECK(count_of(*find_code(*o.code, "f"), "LOAD_GLOBAL") == 0);
    CHECK_FALSE(find_code(*o.code, "f")->flags & kHasDocstring);
}

TEST_CASE("constants are folded as CPython shows them", "[compiler]") {
    auto result = [](const char* source) {
        Compiled c(source, {}, ParseMode::kExpression);
        REQUIRE(c.error == "");
        return instructions_of(*c.code).back();
    };
    CHECK(result("-1") == "RETURN_CONST -1");
    CHECK(result("2 ** 10 - 24 // 5 % 3") == "RETURN_CONST 1023");
    CHECK(result("-7 // 2, -7 % 3, 7 / 2, 1 << 3, ~5") == "RETURN_CONST (-4, 2, 3.5, 8, -6)");
    CHECK(result("1 - 2j") == "RETURN_CONST (1-2j)");
    CHECK(result("'a' 'b' * 2") == "RETURN_CONST 'abab'");
    CHECK(result("(1, (2, 'x')) + (None,)") == "RETURN_CONST (1, (2, 'x'), None)");
    CHECK(result("0xFFFFFFFFFFFFFFFFFFFF") == "RETURN_CONST 1208925819614629174706175");
    CHECK(result("-9223372036854775808") == "RETURN_CONST -9223372036854775808");
    CHECK(result("9223372036854775807 + 1") == "RETURN_VALUE");
    CHECK(result("1 / 0") == "RETURN_VALUE");
    CHECK(result("x in [1, 2]") == "RETURN_VALUE");
    Compiled set("x in {1, 2}", {}, ParseMode::kExpression);
    CHECK(instructions_of(*set.code)[2] == "LOAD_CONST frozenset({1, 2})");
}

TEST_CASE("1, 1.0, True and -0.0 stay different constants", "[compiler]") {
    Compiled c("x = (1, 1.0, True)\ny = 1\nz = 1.0\nw = True\nu = -0.0\nv = 0.0\n");
    REQUIRE(c.error == "");
    const std::vector<std::string> code = instructions_of(*c.code);
    CHECK(code[3] == "LOAD_CONST 1");
    CHECK(code[5] == "LOAD_CONST 1.0");
    CHECK(code[7] == "LOAD_CONST True");
    CHECK(code[9] == "LOAD_CONST -0.0");
    CHECK(code[11] == "LOAD_CONST 0.0");
}

TEST_CASE("locals that may be unbound are checked", "[compiler]") {
    Compiled c("def f(x):\n    if x:\n        y = 1\n    print(y)\n    print(y)\n    del x\n    print(x)\n");
    REQUIRE(c.error == "");
    CHECK(count_of(*find_code(*c.code, "f"), "LOAD_FAST_CHECK") == 2);
    Compiled t("def f():\n    try:\n        x = g()\n    except E:\n        print(x)\n    print(x)\n");
    CHECK(count_of(*find_code(*t.code, "f"), "LOAD_FAST_CHECK") == 1);  // the second is bound either way
    std::string many = "def f():\n";
    for (int i = 0; i < 200; ++i) many += "    v" + std::to_string(i) + " = 1\n";
    Compiled m(many + "    print(v150)\n    del v150\n    print(v150, v3)\n");
    REQUIRE(m.error == "");
    CHECK(count_of(*find_code(*m.code, "f"), "LOAD_FAST_CHECK") == 1);
}

TEST_CASE("docstrings lose their indentation", "[compiler]") {
    Compiled c("def f():\n    '''  One.\n\n      two\n    \tthree\n    '''\n");
    REQUIRE(c.error == "");
    const Code& f = *find_code(*c.code, "f");
    CHECK((f.flags & kHasDocstring) != 0);
    CHECK(f.constants[0].text == "One.\n\ntwo\n  three\n");
    Compiled none("def f():\n    return 'x'\n");
    CHECK(find_code(*none.code, "f")->constants[0].kind == Constant::Kind::None);
}

TEST_CASE("interactive input shows values, an expression returns its own", "[compiler]") {
    Compiled i("x; y = 1\n", {}, ParseMode::kSingle);
    REQUIRE(i.error == "");
    CHECK(count_of(*i.code, "PRINT_EXPR") == 1);
    Compiled e("x + 1", {}, ParseMode::kExpression);
    CHECK(instructions_of(*e.code).back() == "RETURN_VALUE");
}

TEST_CASE("long displays do not need a large stack", "[compiler]") {
    auto with_items = [](const char* open, const char* item, const char* close) {
        std::string source = open;
        for (int i = 0; i < 500; ++i) source += item;
        Compiled c(source + close + "\n");
        REQUIRE(c.error == "");
        return c.code->stacksize;
    };
    CHECK(with_items("[", "x,", "]") < 50);
    CHECK(with_items("(", "x,", ")") < 50);
    CHECK(with_items("{", "x,", "}") < 50);
    CHECK(with_items("{", "x:y,", "}") < 50);
    CHECK(with_items("[", "1,", "]") < 50);
}
