// SPDX-License-Identifier: MIT
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "python/bytecode/opcodes.h"

using namespace loopscope::python;

TEST_CASE("the table is consistent", "[bytecode]") {
    std::set<std::string> names;
    for (int i = 0; i < kOpcodeCount; ++i) {
        const Op op = static_cast<Op>(i);
        const OpInfo& info = info_of(op);
        CAPTURE(info.name);
        CHECK(names.insert(info.name).second);
        CHECK(length_of(op) == (info.extra == Extra::None ? 1 : 2));
        for (uint32_t arg : {0u, 1u, 5u}) {
            const StackEffect effect = stack_effect(op, arg);
            CHECK(effect.pops >= 0);
            CHECK(effect.pushes >= 0);
        }
        const bool jumps = info.operand == Operand::Jump || info.extra == Extra::Jump || info.extra == Extra::CompareJump;
        if (!jumps) CHECK(stack_effect(op, 0).jump == 0);
    }
}

TEST_CASE("every instruction says what it does", "[bytecode]") {
#define LOOPSCOPE_X(name, operand, extra, pops, pushes, jump, meaning) CHECK(std::string(meaning).size() > 10);
    LOOPSCOPE_PYTHON_OPCODES(LOOPSCOPE_X)
#undef LOOPSCOPE_X
}

TEST_CASE("words are taken apart as they were put together", "[bytecode]") {
    const uint32_t word = encode(Op::LOAD_FAST_LOAD_CONST, 7, 4095);
    CHECK(op_of(word) == Op::LOAD_FAST_LOAD_CONST);
    CHECK(a_of(word) == 7);
    CHECK(b_of(word) == 4095);
    CHECK(arg_of(encode(Op::JUMP, kMaxArg)) == kMaxArg);
    CHECK(op_of(encode(Op::JUMP, kMaxArg)) == Op::JUMP);
}

TEST_CASE("stack effects that depend on the operand", "[bytecode]") {
    CHECK(stack_effect(Op::CALL, 3).pops == 5);
    CHECK(stack_effect(Op::LOAD_GLOBAL, 6 << 1 | 1).pushes == 2);
    CHECK(stack_effect(Op::UNPACK_EX, 2 | 3 << 12).pushes == 6);
    CHECK(stack_effect(Op::FOR_ITER, 0).jump == -1);
    CHECK(stack_effect(Op::BUILD_CONST_KEY_MAP, 4).pops == 5);
}
