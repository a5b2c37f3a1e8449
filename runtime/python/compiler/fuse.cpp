// SPDX-License-Identifier: MIT
#include "python/compiler/flow.h"

namespace loopscope::python {

namespace {

uint8_t number(Op op) { return static_cast<uint8_t>(op); }
uint32_t pair(uint32_t a, uint32_t b) { return a | b << 12; }

/// Walks the instructions once and replaces sequences. Only within a stretch that is entered at its start and covered by
/// one handler. The fused instruction has the position of its one part that can raise.
class Fuser {
public:
    explicit Fuser(FlowResult& flow) : flow_(flow), entered_(flow.code.size() + 1, false) {
        for (const Instruction& instruction : flow.code)
            if (instruction.label >= 0) entered_[flow.labels[instruction.label]] = true;
        for (const Protection& protection : flow.handler)
            if (protection.label >= 0) entered_[flow.labels[protection.label]] = true;
    }

    void run() {
        reorder_swapped_stores();
        std::vector<Instruction> code;
        std::vector<Protection> handler;
        std::vector<int32_t> moved(flow_.code.size() + 1, 0);
        code.reserve(flow_.code.size());
        handler.reserve(flow_.code.size());
        for (size_t i = 0; i < flow_.code.size();) {
            Instruction fused;
            const int taken = match(i, fused);
            for (int k = 0; k < taken; ++k) moved[i + k] = static_cast<int32_t>(code.size());
            code.push_back(fused);
            handler.push_back(flow_.handler[i]);
            i += taken;
        }
        moved[flow_.code.size()] = static_cast<int32_t>(code.size());
        for (int32_t& label : flow_.labels)
            if (label >= 0) label = moved[label];
        flow_.code = std::move(code);
        flow_.handler = std::move(handler);
    }

private:
    /// The instruction `distance` after `i` if it can be joined to those before it, else null.
    const Instruction* at(size_t i, size_t distance) const {
        if (i + distance >= flow_.code.size()) return nullptr;
        if (distance > 0 && (entered_[i + distance] || flow_.handler[i + distance] != flow_.handler[i])) return nullptr;
        return &flow_.code[i + distance];
    }

    static bool half(const Instruction& instruction) { return instruction.arg <= kMaxHalf; }
    static bool conditional(const Instruction* instruction) {
        return instruction && (instruction->is(Op::POP_JUMP_IF_FALSE) || instruction->is(Op::POP_JUMP_IF_TRUE));
    }
    static uint32_t sense(const Instruction& compare, const Instruction& jump) {
        return compare.arg | (jump.is(Op::POP_JUMP_IF_TRUE) ? 8u : 0u);
    }

    /// How many instructions from `i` on `out` stands for.
    int match(size_t i, Instruction& out) const {
        const Instruction& first = flow_.code[i];
        out = first;
        const Instruction* second = at(i, 1);
        if (!second) return 1;
        const Instruction* third = at(i, 2);
        switch (first.opcode()) {
            case Op::LOAD_FAST: return after_load_fast(i, out, *second, third);
            case Op::LOAD_CONST:
                if (second->is(Op::RETURN_VALUE)) {
                    out.op = number(Op::RETURN_CONST);
                    return 2;
                }
                if (second->is(Op::BINARY_OP) && half(first)) {
                    out = *second;
                    out.op = number(Op::BINARY_OP_CONST);
                    out.arg = pair(second->arg, first.arg);
                    return 2;
                }
                return 1;
            case Op::COMPARE_OP:
                if (!conditional(second)) return 1;
                out.op = number(Op::COMPARE_OP_JUMP);
                out.arg = sense(first, *second);
                out.label = second->label;
                return 2;
            case Op::LOAD_GLOBAL:
                if (!second->is(Op::PUSH_NULL)) return 1;
                out.arg |= 1;
                return 2;
            case Op::FOR_ITER:
                if (!second->is(Op::STORE_FAST)) return 1;
                out.op = number(Op::FOR_ITER_STORE_FAST);
                out.arg = second->arg;
                return 2;
            case Op::STORE_FAST:
                if (!half(first) || !half(*second) || first.range.line != second->range.line) return 1;
                if (second->is(Op::STORE_FAST)) {
                    out.op = number(Op::STORE_FAST_STORE_FAST);
                } else if (second->is(Op::LOAD_FAST)) {
                    Instruction longer;
                    if (match(i + 1, longer) > 1) return 1;
                    out.op = number(Op::STORE_FAST_LOAD_FAST);
                } else {
                    return 1;
                }
                out.arg = pair(first.arg, second->arg);
                return 2;
            default: return 1;
        }
    }

    int after_load_fast(size_t i, Instruction& out, const Instruction& second, const Instruction* third) const {
        const Instruction& first = flow_.code[i];
        if (second.is(Op::RETURN_VALUE)) {
            out.op = number(Op::RETURN_FAST);
            return 2;
        }
        if (!half(first) || !half(second)) return 1;
        if (second.is(Op::LOAD_ATTR)) {
            out = second;
            out.op = number(Op::LOAD_FAST_LOAD_ATTR);
            out.arg = pair(first.arg, second.arg);
            return 2;
        }
        const bool constant = second.is(Op::LOAD_CONST);
        if (!constant && !second.is(Op::LOAD_FAST)) return 1;
        const uint32_t arg = pair(first.arg, second.arg);
        if (third && third->is(Op::BINARY_OP)) {
            out = *third;
            out.op = number(constant ? Op::BINARY_OP_FAST_CONST : Op::BINARY_OP_FAST_FAST);
            out.arg = arg;
            out.extra = third->arg;
            return 3;
        }
        if (third && third->is(Op::COMPARE_OP)) {
            const Instruction* fourth = at(i, 3);
            if (conditional(fourth)) {
                out = *third;
                out.op = number(constant ? Op::COMPARE_FAST_CONST_JUMP : Op::COMPARE_FAST_FAST_JUMP);
                out.arg = arg;
                out.extra = sense(*third, *fourth);
                out.label = fourth->label;
                return 4;
            }
        }
        if (!constant && third) {
            // Better joined to what follows than to what comes before.
            Instruction longer;
            const int taken = match(i + 1, longer);
            if (taken > 2 || (taken == 2 && longer.is(Op::LOAD_FAST_LOAD_ATTR))) return 1;
        }
        out.op = number(constant ? Op::LOAD_FAST_LOAD_CONST : Op::LOAD_FAST_LOAD_FAST);
        out.arg = arg;
        return 2;
    }

    /// `a, b = b, a`: SWAP n before n stores into different locals is the same as storing in the other order.
    void reorder_swapped_stores() {
        for (size_t i = 0; i < flow_.code.size(); ++i) {
            Instruction& swap = flow_.code[i];
            if (!swap.is(Op::SWAP) || swap.arg < 2 || swap.arg > 3) continue;
            const size_t count = swap.arg;
            bool good = true;
            for (size_t k = 1; good && k <= count; ++k) {
                const Instruction* store = at(i, k);
                good = store && store->is(Op::STORE_FAST) && store->range.line == swap.range.line;
                for (size_t j = 1; good && j < k; ++j) good = flow_.code[i + j].arg != store->arg;
            }
            if (!good) continue;
            std::swap(flow_.code[i + 1], flow_.code[i + count]);
            swap.op = number(Op::NOP);
        }
        drop_nops_of_swaps();
    }

    void drop_nops_of_swaps() {
        size_t kept = 0;
        std::vector<int32_t> moved(flow_.code.size() + 1);
        std::vector<bool> entered(flow_.code.size() + 1, false);
        for (size_t i = 0; i < flow_.code.size(); ++i) {
            moved[i] = static_cast<int32_t>(kept);
            const bool dropped = flow_.code[i].is(Op::NOP) && flow_.code[i].arg != 0;
            if (entered_[i]) entered[kept] = true;
            if (dropped) continue;
            flow_.code[kept] = flow_.code[i];
            flow_.handler[kept] = flow_.handler[i];
            ++kept;
        }
        moved[flow_.code.size()] = static_cast<int32_t>(kept);
        flow_.code.resize(kept);
        flow_.handler.resize(kept);
        for (int32_t& label : flow_.labels)
            if (label >= 0) label = moved[label];
        entered_ = std::move(entered);
    }

    FlowResult& flow_;
    std::vector<bool> entered_;  ///< by a jump or an exception
};

}  // namespace

void fuse(FlowResult& flow) { Fuser(flow).run(); }

}  // namespace loopscope::python
