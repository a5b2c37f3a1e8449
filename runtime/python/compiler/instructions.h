// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "python/bytecode/code.h"
#include "python/bytecode/opcodes.h"
#include "python/syntax/source_range.h"

namespace loopscope::python {

/// A place in an InstructionList, to be bound once.
struct Label {
    int32_t id = -1;
    bool exists() const { return id >= 0; }
};

/// Not in the instruction set: they mark where protected regions begin and end, and vanish when the code is assembled.
/// Numbered above every real opcode.
enum class Pseudo : uint8_t {
    SetupFinally = 240,  ///< handler gets [exception]
    SetupCleanup,        ///< handler gets [lasti, exception]
    SetupWith,           ///< as SetupCleanup, and the top value (the result of __enter__) is dropped first
    PopBlock,
    LoadClosure,         ///< LOAD_FAST of the cell whose number is in arg
    StoreFastMaybeNull,  ///< STORE_FAST of what may be NULL: the local is then unbound
    TakeCell,            ///< LOAD_FAST_AND_CLEAR of the slot of the cell whose number is in arg: pushes the cell itself
    PutCell,             ///< STORE_FAST into the slot of the cell whose number is in arg
};

/// One instruction before layout. Cell operands are numbers in cells-then-free-variables, jumps are labels.
struct Instruction {
    uint8_t op = 0;
    uint32_t arg = 0;
    uint32_t extra = 0;
    int32_t label = -1;
    SourceRange range;

    bool is(Op other) const { return op == static_cast<uint8_t>(other); }
    bool is(Pseudo other) const { return op == static_cast<uint8_t>(other); }
    bool is_pseudo() const { return op >= static_cast<uint8_t>(Pseudo::SetupFinally); }
    bool is_setup() const { return is(Pseudo::SetupFinally) || is(Pseudo::SetupCleanup) || is(Pseudo::SetupWith); }
    Op opcode() const { return static_cast<Op>(op); }
};

/// Instructions with symbolic labels, in the order they were emitted.
class InstructionList {
public:
    Label new_label() {
        labels.push_back(-1);
        return {static_cast<int32_t>(labels.size()) - 1};
    }

    void bind(Label label) { labels[label.id] = static_cast<int32_t>(code.size()); }

    void add(Op op, uint32_t arg, const SourceRange& range, uint32_t extra = 0) {
        code.push_back({static_cast<uint8_t>(op), arg, extra, -1, range});
    }
    void add(Op op, Label target, const SourceRange& range) {
        code.push_back({static_cast<uint8_t>(op), 0, 0, target.id, range});
    }
    void add(Pseudo op, Label target, const SourceRange& range) {
        code.push_back({static_cast<uint8_t>(op), 0, 0, target.id, range});
    }
    void add(Pseudo op, uint32_t arg, const SourceRange& range) {
        code.push_back({static_cast<uint8_t>(op), arg, 0, -1, range});
    }

    std::vector<Instruction> code;
    std::vector<int32_t> labels;  ///< label -> index into code
};

/// Which slot every variable gets. Cell numbers count cells first, then free variables.
struct SlotLayout {
    uint32_t locals = 0;               ///< the first slots
    std::vector<uint32_t> cell_slots;  ///< slot of each cell and free variable
};

/// Turns `list` into words, exception table and positions of `code`, and finds its stack size. The list must start at
/// the frame's first instruction. Also drops unreachable instructions, threads jumps, decides LOAD_FAST against
/// LOAD_FAST_CHECK and fuses. `parameters`: how many first slots are bound on entry.
/// Returns false if the list is inconsistent (a mistake in the compiler) or too large for 24 bits.
bool assemble(InstructionList list, const SlotLayout& slots, uint32_t parameters, Code& code);

}  // namespace loopscope::python
