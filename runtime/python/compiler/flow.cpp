// SPDX-License-Identifier: MIT
#include "python/compiler/flow.h"

#include <algorithm>

namespace loopscope::python {

namespace {

bool jumps(const Instruction& instruction) {
    return !instruction.is_pseudo() && info_of(instruction.opcode()).operand == Operand::Jump;
}

bool uses_cell_number(const Instruction& instruction) {
    if (instruction.is(Pseudo::LoadClosure) || instruction.is(Pseudo::TakeCell) || instruction.is(Pseudo::PutCell))
        return true;
    if (instruction.is_pseudo()) return false;
    switch (instruction.opcode()) {
        case Op::MAKE_CELL:
        case Op::LOAD_DEREF:
        case Op::STORE_DEREF:
        case Op::DELETE_DEREF:
        case Op::LOAD_FROM_DICT_OR_DEREF: return true;
        default: return false;
    }
}

/// The real instruction that a pseudo-instruction which stays becomes.
Op meaning(const Instruction& instruction) {
    switch (static_cast<Pseudo>(instruction.op)) {
        case Pseudo::LoadClosure: return Op::LOAD_FAST;
        case Pseudo::TakeCell: return Op::LOAD_FAST_AND_CLEAR;
        default: return Op::STORE_FAST;
    }
}

class FlowAnalysis {
public:
    FlowAnalysis(InstructionList list, const SlotLayout& slots, uint32_t parameters)
        : code_(std::move(list.code)), labels_(std::move(list.labels)), slots_(slots), parameters_(parameters) {}

    bool run(FlowResult& result) {
        resolve_cells();
        for (Instruction& instruction : code_) simplify(instruction);
        if (!walk()) return false;
        check_locals();
        compact(result);
        result.stacksize = static_cast<uint32_t>(max_depth_);
        return true;
    }

private:
    struct Region {
        int32_t parent;
        Protection protection;
    };
    struct Start {
        int32_t index;
        int32_t depth;
        int32_t region;
    };

    int32_t target(const Instruction& instruction) const { return labels_[instruction.label]; }

    void resolve_cells() {
        for (Instruction& instruction : code_)
            if (uses_cell_number(instruction)) instruction.arg = slots_.cell_slots[instruction.arg];
    }

    /// A forward jump to a forward jump goes there directly. Backward jumps stay: only JUMP_BACKWARD may be one, since
    /// the budget is checked there.
    void simplify(Instruction& instruction) {
        if (!jumps(instruction) || instruction.is(Op::JUMP_BACKWARD_NO_INTERRUPT)) return;
        const int32_t from = static_cast<int32_t>(&instruction - code_.data());
        for (int hops = 0; hops < 8; ++hops) {
            int32_t at = target(instruction);
            while (at < static_cast<int32_t>(code_.size()) && code_[at].is(Op::NOP)) ++at;
            if (at >= static_cast<int32_t>(code_.size()) || at <= from || !code_[at].is(Op::JUMP)) return;
            const bool forward = target(code_[at]) > at;
            if (!forward && !instruction.is(Op::JUMP)) return;
            if (instruction.is(Op::FOR_ITER) || instruction.is(Op::SEND)) return;
            instruction.label = code_[at].label;
            if (!forward) return;
        }
    }

    bool walk() {
        depth_.assign(code_.size() + 1, -1);
        region_.assign(code_.size() + 1, -1);
        work_.push_back({0, 0, -1});
        while (!work_.empty()) {
            Start start = work_.back();
            work_.pop_back();
            if (!follow(start.index, start.depth, start.region)) return false;
        }
        return true;
    }

    bool follow(int32_t index, int32_t depth, int32_t region) {
        for (;; ++index) {
            if (index >= static_cast<int32_t>(code_.size())) return false;  // fell off the end
            if (depth_[index] >= 0) return depth_[index] == depth;
            depth_[index] = depth;
            region_[index] = region;
            const Instruction& instruction = code_[index];
            if (instruction.is_setup()) {
                const bool with = instruction.is(Pseudo::SetupWith);
                const Protection protection{instruction.label, depth - (with ? 1 : 0),
                                            !instruction.is(Pseudo::SetupFinally)};
                const int32_t entry = protection.depth + 1 + (protection.lasti ? 1 : 0);
                max_depth_ = std::max(max_depth_, entry);
                work_.push_back({target(instruction), entry, region});
                regions_.push_back({region, protection});
                region = static_cast<int32_t>(regions_.size()) - 1;
                continue;
            }
            if (instruction.is(Pseudo::PopBlock)) {
                if (region < 0) return false;
                region = regions_[region].parent;
                continue;
            }
            if (instruction.is(Pseudo::LoadClosure) || instruction.is(Pseudo::TakeCell)) {
                max_depth_ = std::max(max_depth_, ++depth);
                continue;
            }
            if (instruction.is(Pseudo::StoreFastMaybeNull) || instruction.is(Pseudo::PutCell)) {
                if (--depth < 0) return false;
                continue;
            }
            const StackEffect effect = stack_effect(instruction.opcode(), instruction.arg);
            if (effect.pops > depth) return false;
            if (jumps(instruction)) {
                const int32_t there = depth + effect.jump;
                max_depth_ = std::max(max_depth_, there);
                work_.push_back({target(instruction), there, region});
            }
            depth += effect.pushes - effect.pops;
            max_depth_ = std::max(max_depth_, depth);
            if (is_terminator(instruction.opcode())) return true;
        }
    }

    // ---- definitely bound locals ----

    /// Slots are looked at 64 at a time, so that a set is one word.
    void check_locals() {
        find_leaders();
        for (uint32_t first = 0; first < slots_.locals; first += 64) check_locals_from(first);
    }

    void find_leaders() {
        leader_.assign(code_.size() + 1, false);
        leader_[0] = true;
        for (size_t i = 0; i < code_.size(); ++i) {
            if (depth_[i] < 0) continue;
            if (jumps(code_[i]) || code_[i].is_setup()) leader_[target(code_[i])] = true;
        }
    }

    void check_locals_from(uint32_t first) {
        const uint32_t count = std::min<uint32_t>(slots_.locals - first, 64);
        uint64_t unbound = count == 64 ? ~uint64_t{0} : (uint64_t{1} << count) - 1;
        for (uint32_t slot = first; slot < first + count; ++slot)
            if (slot < parameters_) unbound &= ~(uint64_t{1} << (slot - first));
        // Cells are never loaded as plain values.
        for (uint32_t slot : slots_.cell_slots)
            if (slot >= first && slot < first + count) unbound &= ~(uint64_t{1} << (slot - first));

        std::vector<uint64_t> entry(code_.size() + 1, 0);
        std::vector<bool> seen(code_.size() + 1, false);
        std::vector<int32_t> work;
        auto join = [&](int32_t at, uint64_t mask) {
            if (seen[at] && (entry[at] | mask) == entry[at]) return;
            entry[at] |= mask;
            seen[at] = true;
            work.push_back(at);
        };
        join(0, unbound);
        while (!work.empty()) {
            int32_t at = work.back();
            work.pop_back();
            uint64_t mask = entry[at];
            for (;; ++at) {
                Instruction& instruction = code_[at];
                if (region_[at] >= 0) join(labels_[regions_[region_[at]].protection.label], mask);
                const uint64_t bit =
                    instruction.arg >= first && instruction.arg < first + count ? uint64_t{1} << (instruction.arg - first) : 0;
                if (instruction.is(Pseudo::StoreFastMaybeNull)) {
                    mask |= bit;
                    if (region_[at] >= 0) join(labels_[regions_[region_[at]].protection.label], mask);
                }
                if (!instruction.is_pseudo()) {
                    switch (instruction.opcode()) {
                        case Op::LOAD_FAST:
                            if (mask & bit) instruction.op = static_cast<uint8_t>(Op::LOAD_FAST_CHECK);
                            mask &= ~bit;
                            break;
                        case Op::LOAD_FAST_CHECK:
                        case Op::STORE_FAST: mask &= ~bit; break;
                        case Op::DELETE_FAST:
                        case Op::LOAD_FAST_AND_CLEAR: mask |= bit; break;
                        default: break;
                    }
                    // A handler entered from here may find the local as it is now.
                    if (region_[at] >= 0 && (mask & bit)) join(labels_[regions_[region_[at]].protection.label], mask);
                    if (jumps(instruction)) join(target(instruction), mask);
                    if (is_terminator(instruction.opcode())) break;
                }
                if (leader_[at + 1]) {
                    join(at + 1, mask);
                    break;
                }
            }
        }
    }

    // ---- result ----

    bool keep(int32_t index) const {
        const Instruction& instruction = code_[index];
        return depth_[index] >= 0 && !instruction.is_setup() && !instruction.is(Pseudo::PopBlock);
    }

    void compact(FlowResult& result) {
        const int32_t count = static_cast<int32_t>(code_.size());
        // next[i]: the first instruction at or after i that stays.
        std::vector<int32_t> next(code_.size() + 1);
        std::vector<bool> stays(code_.size(), false);
        next[count] = count;
        for (int32_t i = count - 1; i >= 0; --i) {
            bool stay = keep(i);
            if (stay && code_[i].is(Op::NOP)) stay = carries_a_line(i, next[i + 1]);
            if (stay && code_[i].is(Op::JUMP) && target(code_[i]) > i && next[target(code_[i])] == next[i + 1])
                stay = false;
            stays[i] = stay;
            next[i] = stay ? i : next[i + 1];
        }
        std::vector<int32_t> moved(code_.size() + 1, 0);
        for (int32_t i = 0; i < count; ++i) {
            moved[i] = static_cast<int32_t>(result.code.size());
            if (!stays[i]) continue;
            Instruction instruction = code_[i];
            if (instruction.is_pseudo()) instruction.op = static_cast<uint8_t>(meaning(instruction));
            const int32_t region = region_[i];
            if (instruction.is(Op::RESUME) && region >= 0 && regions_[region].parent < 0)
                instruction.arg |= kResumeOutermost;
            if (instruction.range.line <= 0 && !result.code.empty()) instruction.range = result.code.back().range;
            result.code.push_back(instruction);
            result.handler.push_back(region < 0 ? Protection{} : regions_[region].protection);
        }
        moved[count] = static_cast<int32_t>(result.code.size());
        result.labels.resize(labels_.size());
        for (size_t i = 0; i < labels_.size(); ++i) result.labels[i] = labels_[i] < 0 ? -1 : moved[labels_[i]];
    }

    /// A NOP stays only where a line would otherwise have no instruction at all.
    bool carries_a_line(int32_t index, int32_t next) const {
        const int32_t line = code_[index].range.line;
        if (line <= 0) return false;
        if (next < static_cast<int32_t>(code_.size()) && code_[next].range.line == line) return false;
        return index == 0 || !keep(index - 1) || code_[index - 1].range.line != line;
    }

    std::vector<Instruction> code_;
    std::vector<int32_t> labels_;
    const SlotLayout& slots_;
    const uint32_t parameters_;
    std::vector<int32_t> depth_;   ///< before the instruction; -1: not reachable
    std::vector<int32_t> region_;  ///< index into regions_; -1: unprotected
    std::vector<Region> regions_;
    std::vector<bool> leader_;
    std::vector<Start> work_;
    int32_t max_depth_ = 0;
};

}  // namespace

bool analyze_flow(InstructionList list, const SlotLayout& slots, uint32_t parameters, FlowResult& result) {
    return FlowAnalysis(std::move(list), slots, parameters).run(result);
}

}  // namespace loopscope::python
