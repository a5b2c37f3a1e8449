// SPDX-License-Identifier: MIT
#include <algorithm>

#include <catch2/catch.hpp>

#include "compiled.h"

using namespace loopscope::python;
using namespace loopscope::python::testing;

namespace {

/// "name:kinds" with l(ocal), c(ell), f(ree), h(idden).
std::string slots(const Code& code) {
    std::string out;
    for (size_t i = 0; i < code.local_names.size(); ++i) {
        if (i > 0) out += ' ';
        out += code.local_names[i] + ":";
        const uint8_t kind = code.local_kinds[i];
        if (kind & kLocal) out += 'l';
        if (kind & kCell) out += 'c';
        if (kind & kFree) out += 'f';
        if (kind & kHidden) out += 'h';
    }
    return out;
}

std::string slots_of(const char* source, const char* name) {
    Compiled c(source);
    REQUIRE(c.error == "");
    const Code* code = find_code(*c.code, name);
    REQUIRE(code);
    return slots(*code);
}

}  // namespace

TEST_CASE("slots: parameters, locals, cells, free variables", "[compiler]") {
    const char* source =
        "def f(b, a, /, c, *args, k, **kw):\n    z = 1\n    y = 2\n    def g(q):\n        nonlocal z\n        z = a + y + q\n        return kw\n";
    CHECK(slots_of(source, "f") == "b:l a:lc c:l k:l args:l kw:lc g:l y:c z:c");
    CHECK(slots_of(source, "g") == "q:l a:f kw:f y:f z:f");
    Compiled c(source);
    const Code& f = *find_code(*c.code, "f");
    CHECK(f.argcount == 3);
    CHECK(f.posonly_argcount == 2);
    CHECK(f.kwonly_argcount == 1);
    CHECK(f.flags == (kOptimized | kNewLocals | kVarArgs | kVarKeywords));
    CHECK(find_code(*c.code, "g")->flags == (kOptimized | kNewLocals | kNested));
    CHECK(find_code(*c.code, "g")->qualname == "f.<locals>.g");
}

TEST_CASE("class bodies are skipped by their functions", "[compiler]") {
    const char* source = "def f():\n    x = 1\n    class C:\n        x = x\n        def m(self):\n            return x\n";
    CHECK(slots_of(source, "C") == "x:f");
    CHECK(slots_of(source, "m") == "self:l x:f");
    Compiled c(source);
    CHECK(count_of(*find_code(*c.code, "C"), "LOAD_NAME") == 2);  // __name__, and x of the class body itself
    CHECK(count_of(*find_code(*c.code, "C"), "STORE_NAME") >= 5);
}

TEST_CASE("__class__ is a cell of the class body when a method needs it", "[compiler]") {
    CHECK(slots_of("class C:\n    def m(self): return __class__\n", "C") == "__class__:c");
    CHECK(slots_of("class C:\n    def m(self): return super().m()\n", "m") == "self:l __class__:f");
    CHECK(slots_of("class C:\n    def m(self): pass\n", "C") == "");
}

TEST_CASE("private names are mangled in classes", "[compiler]") {
    Compiled c("class _A:\n    __x = 1\n    def f(self, __y):\n        self.__z = __y\n        import __m\n        __d__ = __a.__b\n");
    REQUIRE(c.error == "");
    const Code& f = *find_code(*c.code, "f");
    CHECK(slots(f) == "self:l _A__y:l _A__m:l __d__:l");
    CHECK(f.names == std::vector<std::string>{"_A__z", "_A__m", "_A__a", "_A__b"});
    const Code& body = *find_code(*c.code, "_A");
    CHECK(std::count(body.names.begin(), body.names.end(), "_A__x") == 1);
}

TEST_CASE("comprehensions run in place", "[compiler]") {
    CHECK(slots_of("def f(a):\n    return [x for x in a]\n", "f") == "a:l x:l");
    CHECK(slots_of("def f(a):\n    return [lambda: x for x in a]\n", "f") == "a:l x:lc");
    CHECK(slots_of("y = [x for x in a]\n", "<module>") == "x:lh");
    CHECK(slots_of("y = [lambda: x for x in a]\n", "<module>") == "x:lch");
    CHECK(slots_of("class C:\n    y = [x for x in a]\n", "C") == "x:lh");
    CHECK(slots_of("def f(a):\n    return (x for x in a)\n", "f") == "a:l");
    CHECK(slots_of("def f(a):\n    return (x for x in a)\n", "<genexpr>") == ".0:l x:l");
}

TEST_CASE("a comprehension's variable does not touch an outer one of the same name", "[compiler]") {
    // The outer x is free here, and a cell in the comprehension: one slot serves both in turn.
    const char* source = "def f():\n    x = 1\n    def g():\n        r = [lambda: x for x in y]\n        return r, x\n";
    CHECK(slots_of(source, "g") == "r:l x:f");
    Compiled module("x = 1\n[x for x in y]\nprint(x)\n");
    REQUIRE(module.error == "");
    CHECK(count_of(*module.code, "LOAD_NAME") == 3);
    Compiled c("class C:\n    x = 1\n    y = [x for _ in z]\n");
    CHECK(count_of(*find_code(*c.code, "C"), "LOAD_GLOBAL") == 1);  // not the class's x
}

TEST_CASE("walrus binds outside the comprehension", "[compiler]") {
    CHECK(slots_of("def f(a):\n    [y := x for x in a]\n    return y\n", "f") == "a:l x:l y:l");
    Compiled c("[y := x for x in a]\nprint(y)\n");
    CHECK(count_of(*c.code, "STORE_GLOBAL") == 1);
}

TEST_CASE("global and nonlocal", "[compiler]") {
    Compiled c("def f():\n    global g, h\n    g = 1\n    def h(): pass\n    class C:\n        nonlocal_ = g\n");
    REQUIRE(c.error == "");
    CHECK(count_of(*find_code(*c.code, "f"), "STORE_GLOBAL") == 2);
    CHECK(find_code(*c.code, "h")->qualname == "h");
    CHECK(slots_of("def f():\n    x = 1\n    def g():\n        def h():\n            nonlocal x\n            x = 2\n", "g") ==
          "h:l x:f");
}

TEST_CASE("await makes a generator expression asynchronous", "[compiler]") {
    Compiled c("async def f():\n    return (await x for x in y)\n");
    REQUIRE(c.error == "");
    CHECK((find_code(*c.code, "<genexpr>")->flags & (kGenerator | kAsyncGenerator)) == kAsyncGenerator);
    Compiled g("async def f():\n    yield 1\n");
    CHECK((find_code(*g.code, "f")->flags & (kCoroutine | kGenerator | kAsyncGenerator)) == kAsyncGenerator);
}

TEST_CASE("type parameters have a scope of their own", "[compiler]") {
    Compiled c("class C[T: (int, str) = int](B[T]):\n    def m[U](self, x: T, y: U = 1) -> U: ...\ntype A[K] = dict[K, int]\n");
    REQUIRE(c.error == "");
    REQUIRE(find_code(*c.code, "<generic parameters of C>"));
    CHECK(find_code(*c.code, "C")->qualname == "C");
    CHECK(find_code(*c.code, "m")->qualname == "C.m");
    CHECK(count_of(*find_code(*c.code, "<generic parameters of C>"), "MAKE_TYPEVAR_WITH_CONSTRAINTS") == 1);
    CHECK(count_of(*find_code(*c.code, "<generic parameters of A>"), "MAKE_TYPE_ALIAS") == 1);
}

TEST_CASE("postponed annotations become text", "[compiler]") {
    Compiled c(
        "from __future__ import annotations\n"
        "x: (a+b)*c | None\n"
        "y: Callable[[int, 'str'], dict[str, tuple[int, ...]]] = f\n"
        "z: lambda a, *b, c=1, **d: [i for i in (not a or b and -c) if i is not None]\n"
        "w: f'{a!r:>{b}}x' if x < y <= 1e100 else {1: 2, **m}\n"
        "v: x[1:2, ::3].y(*a, b=2, **c)(i for i in j)\n"
        "u: a ** -b ** (c ** d)\n");
    REQUIRE(c.error == "");
    std::vector<std::string> texts;
    for (const Constant& constant : c.code->constants)
        if (constant.kind == Constant::Kind::Str && constant.text.size() > 1) texts.push_back(constant.text);
    CHECK(texts == std::vector<std::string>{
                       "(a + b) * c | None", "Callable[[int, 'str'], dict[str, tuple[int, ...]]]",
                       "lambda a, *b, c=1, **d: [i for i in not a or b and -c if i is not None]",
                       "f'{a!r:>{b}}x' if x < y <= 1e+100 else {1: 2, **m}",
                       "x[1:2, ::3].y(*a, b=2, **c)(i for i in j)", "a ** (-b ** c ** d)"});
    CHECK((c.code->flags & kFutureAnnotations) != 0);
}
