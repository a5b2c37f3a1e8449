// SPDX-License-Identifier: MIT
#include "python/bytecode/verify.h"

#include "python/bytecode/opcodes.h"

namespace loopscope::python {

namespace {

class Verifier {
public:
    explicit Verifier(const Code& code) : code_(code), depth_(code.instructions.size(), -1) {}

    std::string run() {
        if (code_.local_kinds.size() != code_.local_names.size()) return say(0, "local kinds and names differ in number");
        if (!mark_starts() || !check_operands() || !check_tables()) return error_;
        reach(0, 0);
        while (!work_.empty() && error_.empty()) {
            const uint32_t at = work_.back();
            work_.pop_back();
            follow(at);
        }
        if (!error_.empty()) return error_;
        for (const Constant& constant : code_.constants)
            if (constant.kind == Constant::Kind::Code)
                if (std::string inner = verify(*constant.code); !inner.empty()) return inner;
        return {};
    }

private:
    std::string say(uint32_t at, std::string what) {
        if (error_.empty()) error_ = code_.filename + ": " + code_.qualname + " +" + std::to_string(at) + ": " + what;
        return error_;
    }
    bool fail(uint32_t at, std::string what) {
        say(at, std::move(what));
        return false;
    }

    bool mark_starts() {
        const size_t size = code_.instructions.size();
        start_.assign(size + 1, false);
        for (uint32_t at = 0; at < size;) {
            const uint32_t number = code_.instructions[at] & 0xFF;
            if (number >= kOpcodeCount) return fail(at, "no such opcode");
            start_[at] = true;
            at += static_cast<uint32_t>(length_of(static_cast<Op>(number)));
            if (at > size) return fail(at, "cut off");
        }
        return true;
    }

    bool is_start(uint32_t at) const { return at < code_.instructions.size() && start_[at]; }

    bool target_of(uint32_t at, uint32_t& target) const {
        const uint32_t word = code_.instructions[at];
        const OpInfo& info = info_of(op_of(word));
        if (info.operand == Operand::Jump) return target = arg_of(word), true;
        if (info.extra == Extra::Jump) return target = code_.instructions[at + 1], true;
        if (info.extra == Extra::CompareJump) return target = code_.instructions[at + 1] >> 8, true;
        return false;
    }

    bool check_operands() {
        const uint32_t locals = static_cast<uint32_t>(code_.local_names.size());
        const uint32_t constants = static_cast<uint32_t>(code_.constants.size());
        const uint32_t names = static_cast<uint32_t>(code_.names.size());
        std::vector<bool> cache_used(code_.cache_count, false);
        for (uint32_t at = 0; at < code_.instructions.size(); ++at) {
            if (!start_[at]) continue;
            const uint32_t word = code_.instructions[at], arg = arg_of(word), a = a_of(word), b = b_of(word);
            const OpInfo& info = info_of(op_of(word));
            bool good = true;
            switch (info.operand) {
                case Operand::None: good = arg == 0; break;
                case Operand::Const: good = arg < constants; break;
                case Operand::Name: good = arg < names; break;
                case Operand::NameFlag: good = arg >> 1 < names; break;
                case Operand::SuperName: good = arg >> 2 < names; break;
                case Operand::Local: good = arg < locals; break;
                case Operand::LocalLocal: good = a < locals && b < locals; break;
                case Operand::LocalConst: good = a < locals && b < constants; break;
                case Operand::LocalName: good = a < locals && b < names; break;
                case Operand::BinaryOp: good = arg < 2 * kInplaceOffset; break;
                case Operand::BinaryOpConst: good = a < 2 * kInplaceOffset && b < constants; break;
                case Operand::CompareOp: good = arg < 6; break;
                case Operand::CompareSense: good = (arg & 7) < 6 && arg < 16; break;
                case Operand::Conversion: good = arg >= 1 && arg <= 3; break;
                case Operand::Flag: good = arg < 2; break;
                default: break;
            }
            if (!good) return fail(at, std::string(info.name) + ": operand out of range");
            uint32_t target = 0;
            if (target_of(at, target)) {
                if (!is_start(target)) return fail(at, std::string(info.name) + ": jumps into nothing");
                const Op op = op_of(word);
                const bool backward = op == Op::JUMP_BACKWARD || op == Op::JUMP_BACKWARD_NO_INTERRUPT;
                if ((target <= at) != backward) return fail(at, std::string(info.name) + ": jumps the wrong way");
            }
            if (info.extra == Extra::Const && code_.instructions[at + 1] >= constants) return fail(at, "constant out of range");
            if (info.extra == Extra::Cache) {
                const uint32_t slot = code_.instructions[at + 1];
                if (slot >= code_.cache_count || cache_used[slot]) return fail(at, "cache slot out of range or shared");
                cache_used[slot] = true;
            }
        }
        return true;
    }

    bool check_tables() {
        uint32_t last = 0;
        for (const ExceptionEntry& entry : code_.exceptions) {
            if (entry.start < last || entry.start >= entry.end || entry.end > code_.instructions.size())
                return fail(entry.start, "exception table out of order");
            if (!is_start(entry.handler)) return fail(entry.start, "no handler");
            last = entry.end;
        }
        for (size_t i = 1; i < code_.positions.size(); ++i)
            if (code_.positions[i - 1].start >= code_.positions[i].start) return fail(0, "positions out of order");
        return true;
    }

    void reach(uint32_t at, int depth) {
        if (at >= depth_.size()) {
            say(at, "falls off the end");
            return;
        }
        if (depth_[at] == depth) return;
        if (depth_[at] >= 0) {
            say(at, "reached with depth " + std::to_string(depth_[at]) + " and " + std::to_string(depth));
            return;
        }
        if (depth < 0 || depth > static_cast<int>(code_.stacksize)) {
            say(at, "depth " + std::to_string(depth) + " is not within stacksize");
            return;
        }
        depth_[at] = depth;
        work_.push_back(at);
    }

    void follow(uint32_t at) {
        const uint32_t word = code_.instructions[at];
        const Op op = op_of(word);
        const StackEffect effect = stack_effect(op, arg_of(word));
        const int depth = depth_[at];
        if (effect.pops > depth) {
            say(at, std::string(info_of(op).name) + ": pops more than there is");
            return;
        }
        if (const ExceptionEntry* entry = code_.handler_at(at)) {
            if (entry->depth > depth) {
                say(at, std::string(info_of(op).name) + ": handler wants depth " + std::to_string(entry->depth));
                return;
            }
            reach(entry->handler, entry->depth + 1 + (entry->lasti ? 1 : 0));
        }
        uint32_t target = 0;
        if (target_of(at, target)) reach(target, depth + effect.jump);
        if (!is_terminator(op)) reach(at + static_cast<uint32_t>(length_of(op)), depth - effect.pops + effect.pushes);
    }

    const Code& code_;
    std::vector<bool> start_;
    std::vector<int> depth_;
    std::vector<uint32_t> work_;
    std::string error_;
};

}  // namespace

std::string verify(const Code& code) { return Verifier(code).run(); }

}  // namespace loopscope::python
