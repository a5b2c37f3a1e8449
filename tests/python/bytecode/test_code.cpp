// SPDX-License-Identifier: MIT
#include <limits>

#include <catch2/catch.hpp>

#include "python/bytecode/code.h"
#include "python/bytecode/disassemble.h"
#include "python/bytecode/opcodes.h"
#include "python/bytecode/verify.h"

using namespace loopscope::python;

namespace {

Constant of(Constant::Kind kind) {
    Constant value;
    value.kind = kind;
    return value;
}

Constant text(const char* content, Constant::Kind kind = Constant::Kind::Str) {
    Constant value = of(kind);
    value.text = content;
    return value;
}

/// def f(x): while x < 10: x = x + 1 ... with every kind of constant and table.
Code sample() {
    Code code;
    code.name = "f";
    code.qualname = "C.f";
    code.filename = "a.py";
    code.first_line = 3;
    code.flags = kOptimized | kNewLocals;
    code.argcount = 1;
    code.stacksize = 2;
    code.cache_count = 1;
    code.local_names = {"x", "y"};
    code.local_kinds = {kLocal, kLocal | kCell};
    code.names = {"g"};
    Constant integer = of(Constant::Kind::Int);
    integer.integer = std::numeric_limits<int64_t>::min();
    Constant real = of(Constant::Kind::Float);
    real.real = -0.0;
    Constant complex = of(Constant::Kind::Complex);
    complex.real = 1.5;
    complex.imaginary = -2;
    Constant tuple = of(Constant::Kind::Tuple);
    tuple.items = {integer, text("a'b\n"), of(Constant::Kind::None)};
    Constant set = of(Constant::Kind::FrozenSet);
    set.items = {text("\xff", Constant::Kind::Bytes)};
    auto inner = std::make_shared<Code>();
    inner->name = inner->qualname = "<lambda>";
    inner->filename = "a.py";
    inner->constants = {of(Constant::Kind::Ellipsis)};
    inner->instructions = {encode(Op::RETURN_CONST, 0)};
    Constant nested = of(Constant::Kind::Code);
    nested.code = inner;
    code.constants = {integer, real, complex, tuple, set, nested, of(Constant::Kind::True), of(Constant::Kind::False),
                      text("123456789012345678901234567890", Constant::Kind::BigInt)};
    code.instructions = {encode(Op::RESUME, 0), encode(Op::COMPARE_FAST_CONST_JUMP, 0, 0), 0u | 7u << 8,
                         encode(Op::LOAD_GLOBAL, 1), 0, encode(Op::POP_TOP, 0), encode(Op::POP_TOP, 0),
                         encode(Op::RETURN_FAST, 0), encode(Op::PUSH_EXC_INFO, 0), encode(Op::RERAISE, 0)};
    code.exceptions = {{3, 5, 8, 0, false}};
    code.positions = {{0, 3, 0, 0, 0}, {1, 4, 0, 7, 12}, {3, 5, 2, kNoColumn, kNoColumn}, {8, 0, 0, kNoColumn, kNoColumn}};
    return code;
}

}  // namespace

TEST_CASE("positions and handlers are found by offset", "[bytecode]") {
    const Code code = sample();
    CHECK(code.position_at(0) == Position{3, 3, 0, 0});
    CHECK(code.position_at(2) == Position{4, 4, 7, 12});
    CHECK(code.position_at(7) == Position{5, 7, -1, -1});
    CHECK(code.position_at(9) == Position{});
    CHECK(code.handler_at(2) == nullptr);
    REQUIRE(code.handler_at(4));
    CHECK(code.handler_at(4)->handler == 8);
    CHECK(code.handler_at(5) == nullptr);
}

TEST_CASE("the binary form keeps everything", "[bytecode]") {
    const Code code = sample();
    const std::string bytes = serialize(code);
    const std::shared_ptr<const Code> again = deserialize(bytes);
    REQUIRE(again);
    CHECK(serialize(*again) == bytes);
    CHECK(disassemble(*again) == disassemble(code));
    for (size_t i = 0; i < code.constants.size(); ++i)
        if (code.constants[i].kind != Constant::Kind::Code) CHECK(again->constants[i].same(code.constants[i]));
    CHECK(again->position_at(7) == code.position_at(7));
    CHECK(deserialize(bytes, "lib/b.py")->constants[5].code->filename == "lib/b.py");
}

TEST_CASE("damaged bytes are refused, never trusted", "[bytecode]") {
    const std::string bytes = serialize(sample());
    CHECK_FALSE(deserialize(""));
    CHECK_FALSE(deserialize("LSPY"));
    CHECK_FALSE(deserialize(bytes + "x"));
    for (size_t cut = 0; cut < bytes.size(); ++cut) CHECK_FALSE(deserialize(bytes.substr(0, cut)));
    for (size_t at = 0; at < bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ 1 << bit);
            if (auto code = deserialize(damaged)) verify(*code);
        }
    }
}

TEST_CASE("the verifier accepts the sample and finds planted mistakes", "[bytecode]") {
    CHECK(verify(sample()) == "");
    auto broken = [](auto change) {
        Code code = sample();
        change(code);
        return verify(code);
    };
    CHECK(broken([](Code& c) { c.instructions[5] = encode(Op::NOP, 0); }) != "");                 // depth at the end
    CHECK(broken([](Code& c) { c.stacksize = 1; }) != "");
    CHECK(broken([](Code& c) { c.instructions[2] = 2u << 8; }) != "");                            // into the middle
    CHECK(broken([](Code& c) { c.instructions[7] = encode(Op::RETURN_FAST, 2); }) != "");          // no such local
    CHECK(broken([](Code& c) { c.instructions[4] = 1; }) != "");                                  // no such cache slot
    CHECK(broken([](Code& c) { c.instructions[0] = 255; }) != "");
    CHECK(broken([](Code& c) { c.instructions.pop_back(); }) != "");
    CHECK(broken([](Code& c) { c.exceptions[0].handler = 4; }) != "");
    CHECK(broken([](Code& c) { c.exceptions[0].depth = 3; }) != "");
}

TEST_CASE("constants read like Python", "[bytecode]") {
    const Code code = sample();
    CHECK(constant_text(code.constants[1]) == "-0.0");
    CHECK(constant_text(code.constants[2]) == "(1.5-2j)");
    CHECK(constant_text(code.constants[3]) == "(-9223372036854775808, \"a'b\\n\", None)");
    CHECK(constant_text(code.constants[4]) == "frozenset({b'\\xff'})");
    CHECK(constant_text(code.constants[5]) == "<code object <lambda>, file \"a.py\", line 1>");
    CHECK(operand_text(code, 1) == "x, -9223372036854775808 < false");
    CHECK(operand_text(code, 3) == "g + NULL");
}
