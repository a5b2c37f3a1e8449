// SPDX-License-Identifier: MIT
#include "python/bytecode/opcodes.h"

namespace loopscope::python {

const OpInfo kOpInfo[] = {
#define LOOPSCOPE_X(name, operand, extra, ...) {#name, Operand::operand, Extra::extra},
    LOOPSCOPE_PYTHON_OPCODES(LOOPSCOPE_X)
#undef LOOPSCOPE_X
};

StackEffect stack_effect(Op op, uint32_t word_arg) {
    [[maybe_unused]] const int arg = static_cast<int>(word_arg);
    [[maybe_unused]] const int a = static_cast<int>(word_arg & kMaxHalf);
    [[maybe_unused]] const int b = static_cast<int>(word_arg >> 12);
    switch (op) {
#define LOOPSCOPE_X(name, operand, extra, pops, pushes, jump, meaning) \
    case Op::name: return {pops, pushes, jump};
        LOOPSCOPE_PYTHON_OPCODES(LOOPSCOPE_X)
#undef LOOPSCOPE_X
    }
    return {0, 0, 0};
}

}  // namespace loopscope::python
