// SPDX-License-Identifier: MIT
#include <algorithm>

#include "python/compiler/flow.h"
#include "python/compiler/instructions.h"

namespace loopscope::python {

namespace {

class Layout {
public:
    Layout(const FlowResult& flow, Code& code) : flow_(flow), code_(code) {}

    bool run() {
        place();
        if (offsets_.back() > kMaxArg) return false;
        for (size_t i = 0; i < flow_.code.size(); ++i)
            if (!write(flow_.code[i], offsets_[i])) return false;
        for (size_t i = 0; i < flow_.code.size(); ++i) {
            position(flow_.code[i].range, offsets_[i]);
            exception(flow_.handler[i], offsets_[i], offsets_[i + 1]);
        }
        return true;
    }

private:
    void place() {
        uint32_t offset = 0;
        for (const Instruction& instruction : flow_.code) {
            offsets_.push_back(offset);
            offset += static_cast<uint32_t>(length_of(instruction.opcode()));
        }
        offsets_.push_back(offset);
    }

    uint32_t target(const Instruction& instruction) const { return offsets_[flow_.labels[instruction.label]]; }

    bool write(const Instruction& instruction, uint32_t offset) {
        Op op = instruction.opcode();
        const OpInfo& info = info_of(op);
        uint32_t arg = instruction.arg;
        if (info.operand == Operand::Jump) arg = target(instruction);
        if (op == Op::JUMP && arg <= offset) op = Op::JUMP_BACKWARD;
        if (arg > kMaxArg) return false;
        code_.instructions.push_back(encode(op, arg));
        switch (info.extra) {
            case Extra::None: break;
            case Extra::Cache: code_.instructions.push_back(code_.cache_count++); break;
            case Extra::Const:
            case Extra::BinaryOp: code_.instructions.push_back(instruction.extra); break;
            case Extra::Jump: code_.instructions.push_back(target(instruction)); break;
            case Extra::CompareJump: code_.instructions.push_back(instruction.extra | target(instruction) << 8); break;
        }
        return true;
    }

    static uint16_t clamp_column(int32_t column) {
        return column < 0 || column >= kNoColumn ? kNoColumn : static_cast<uint16_t>(column);
    }

    void position(const SourceRange& range, uint32_t offset) {
        PositionEntry entry{offset, 0, 0, kNoColumn, kNoColumn};
        if (range.line > 0) {
            entry.line = static_cast<uint32_t>(range.line);
            entry.line_count = static_cast<uint16_t>(std::clamp(range.end_line - range.line, 0, 0xFFFF));
            entry.column = clamp_column(range.column);
            entry.end_column = clamp_column(range.end_column);
        }
        auto same = [&](const PositionEntry& last) {
            return last.line == entry.line && last.line_count == entry.line_count && last.column == entry.column &&
                   last.end_column == entry.end_column;
        };
        if (code_.positions.empty() || !same(code_.positions.back())) code_.positions.push_back(entry);
    }

    void exception(const Protection& protection, uint32_t start, uint32_t end) {
        if (protection.label < 0) return;
        const uint32_t handler = offsets_[flow_.labels[protection.label]];
        const uint16_t depth = static_cast<uint16_t>(protection.depth);
        if (!code_.exceptions.empty()) {
            ExceptionEntry& last = code_.exceptions.back();
            if (last.end == start && last.handler == handler && last.depth == depth && last.lasti == protection.lasti) {
                last.end = end;
                return;
            }
        }
        code_.exceptions.push_back({start, end, handler, depth, protection.lasti});
    }

    const FlowResult& flow_;
    Code& code_;
    std::vector<uint32_t> offsets_;
};

}  // namespace

bool assemble(InstructionList list, const SlotLayout& slots, uint32_t parameters, Code& code) {
    FlowResult flow;
    if (!analyze_flow(std::move(list), slots, parameters, flow)) return false;
    fuse(flow);
    code.stacksize = flow.stacksize;
    return Layout(flow, code).run();
}

}  // namespace loopscope::python
