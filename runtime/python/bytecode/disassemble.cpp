// SPDX-License-Identifier: MIT
#include "python/bytecode/disassemble.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "python/bytecode/opcodes.h"
#include "python/number/float_text.h"

namespace loopscope::python {

namespace {

constexpr const char* kBinaryText[] = {"+",  "&",  "//",  "<<",  "@",  "*",  "%",  "|",  "**",  ">>",  "-",  "/",  "^",
                                       "+=", "&=", "//=", "<<=", "@=", "*=", "%=", "|=", "**=", ">>=", "-=", "/=", "^="};
constexpr const char* kCompareText[] = {"<", "<=", "==", "!=", ">", ">="};
constexpr const char* kConversionText[] = {"", "str", "repr", "ascii"};

std::string quoted(std::string_view text, bool bytes) {
    constexpr char kHex[] = "0123456789abcdef";
    const bool single = text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
    const char quote = single ? '"' : '\'';
    std::string out(1, quote);
    for (char c : text) {
        const unsigned char byte = static_cast<unsigned char>(c);
        if (c == quote || c == '\\') (out += '\\') += c;
        else if (c == '\n') out += "\\n";
        else if (c == '\r') out += "\\r";
        else if (c == '\t') out += "\\t";
        else if (byte < 0x20 || byte == 0x7F || (bytes && byte > 0x7F)) ((out += "\\x") += kHex[byte >> 4]) += kHex[byte & 15];
        else out += c;
    }
    return out + quote;
}

std::string joined(const std::vector<Constant>& items) {
    std::string out;
    for (size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += ", ";
        out += constant_text(items[i]);
    }
    return out;
}

template <size_t N>
std::string from(const char* const (&table)[N], uint32_t index) {
    return index < N ? table[index] : "?";
}

std::string local(const Code& code, uint32_t slot) {
    return slot < code.local_names.size() ? code.local_names[slot] : "?";
}

std::string name(const Code& code, uint32_t index) { return index < code.names.size() ? code.names[index] : "?"; }

std::string constant(const Code& code, uint32_t index) {
    return index < code.constants.size() ? constant_text(code.constants[index]) : "?";
}

bool jump_target(const Code& code, uint32_t offset, uint32_t& target) {
    const uint32_t word = code.instructions[offset];
    const OpInfo& info = info_of(op_of(word));
    if (info.operand == Operand::Jump) return target = arg_of(word), true;
    if (info.extra == Extra::Jump) return target = code.instructions[offset + 1], true;
    if (info.extra == Extra::CompareJump) return target = code.instructions[offset + 1] >> 8, true;
    return false;
}

void pad(std::string& out, size_t width) {
    if (out.size() < width) out.append(width - out.size(), ' ');
}

class Disassembler {
public:
    explicit Disassembler(const Code& code) : code_(code) {}

    std::string run() {
        find_labels();
        uint32_t last_line = 0;
        for (uint32_t at = 0; at < code_.instructions.size();) {
            const uint32_t word = code_.instructions[at];
            const Op op = op_of(word);
            const uint32_t line = code_.position_at(at).line;
            std::string row;
            if (line != last_line && line != 0) {
                if (last_line != 0) out_ += '\n';
                row = std::to_string(line);
                row.insert(0, row.size() < 4 ? 4 - row.size() : 0, ' ');
                last_line = line;
            }
            pad(row, 6);
            if (auto found = labels_.find(at); found != labels_.end()) row += "L" + std::to_string(found->second) + ":";
            pad(row, 12);
            row += info_of(op).name;
            const std::string text = operand(at);
            if (info_of(op).operand != Operand::None || !text.empty()) {
                pad(row, 40);
                if (info_of(op).operand != Operand::Jump) row += std::to_string(arg_of(word));
                if (!text.empty()) row += (row.back() == ' ' ? "" : " ") + ("(" + text + ")");
            }
            while (row.back() == ' ') row.pop_back();
            out_ += row + '\n';
            at += static_cast<uint32_t>(length_of(op));
        }
        if (!code_.exceptions.empty()) out_ += "ExceptionTable:\n";
        for (const ExceptionEntry& entry : code_.exceptions) {
            out_ += "  L" + std::to_string(labels_[entry.start]) + " to L" + std::to_string(labels_[entry.end]) + " -> L" +
                    std::to_string(labels_[entry.handler]) + " [" + std::to_string(entry.depth) + "]" +
                    (entry.lasti ? " lasti" : "") + "\n";
        }
        return std::move(out_);
    }

private:
    void find_labels() {
        for (uint32_t at = 0; at < code_.instructions.size(); at += static_cast<uint32_t>(length_of(op_of(code_.instructions[at])))) {
            uint32_t target = 0;
            if (jump_target(code_, at, target)) labels_[target] = 0;
        }
        for (const ExceptionEntry& entry : code_.exceptions) labels_[entry.start] = labels_[entry.end] = labels_[entry.handler] = 0;
        int next = 1;
        for (auto& [offset, number] : labels_) number = next++;
    }

    std::string operand(uint32_t at) {
        std::string text = operand_text(code_, at);
        uint32_t target = 0;
        if (!jump_target(code_, at, target)) return text;
        if (!text.empty()) text += ' ';
        return text + "to L" + std::to_string(labels_[target]);
    }

    const Code& code_;
    std::map<uint32_t, int> labels_;
    std::string out_;
};

}  // namespace

std::string constant_text(const Constant& value) {
    switch (value.kind) {
        case Constant::Kind::None: return "None";
        case Constant::Kind::True: return "True";
        case Constant::Kind::False: return "False";
        case Constant::Kind::Ellipsis: return "Ellipsis";
        case Constant::Kind::Int: return std::to_string(value.integer);
        case Constant::Kind::BigInt: return value.text;
        case Constant::Kind::Float: return float_repr(value.real);
        case Constant::Kind::Complex: {
            auto part = [](double number) {
                std::string text = float_repr(number);
                if (text.ends_with(".0")) text.resize(text.size() - 2);
                return text;
            };
            const std::string imaginary = part(value.imaginary) + "j";
            if (value.real == 0 && !std::signbit(value.real)) return imaginary;
            return "(" + part(value.real) + (imaginary[0] == '-' ? "" : "+") + imaginary + ")";
        }
        case Constant::Kind::Str: return quoted(value.text, false);
        case Constant::Kind::Bytes: return "b" + quoted(value.text, true);
        case Constant::Kind::Tuple: return "(" + joined(value.items) + (value.items.size() == 1 ? ",)" : ")");
        case Constant::Kind::FrozenSet: return "frozenset({" + joined(value.items) + "})";
        case Constant::Kind::Code:
            return "<code object " + value.code->name + ", file \"" + value.code->filename + "\", line " +
                   std::to_string(value.code->first_line) + ">";
    }
    return "?";
}

std::string operand_text(const Code& code, uint32_t offset) {
    const uint32_t word = code.instructions[offset];
    const OpInfo& info = info_of(op_of(word));
    const uint32_t arg = arg_of(word), a = a_of(word), b = b_of(word);
    std::string text;
    switch (info.operand) {
        case Operand::Const: text = constant(code, arg); break;
        case Operand::Name: text = name(code, arg); break;
        case Operand::NameFlag: text = name(code, arg >> 1) + (arg & 1 ? " + NULL" : ""); break;
        case Operand::SuperName: text = name(code, arg >> 2) + (arg & 1 ? " + NULL|self" : ""); break;
        case Operand::Local: text = local(code, arg); break;
        case Operand::LocalLocal: text = local(code, a) + ", " + local(code, b); break;
        case Operand::LocalConst: text = local(code, a) + ", " + constant(code, b); break;
        case Operand::LocalName: text = local(code, a) + ", " + name(code, b); break;
        case Operand::BinaryOp: text = from(kBinaryText, arg); break;
        case Operand::BinaryOpConst: text = from(kBinaryText, a) + " " + constant(code, b); break;
        case Operand::CompareOp: text = from(kCompareText, arg); break;
        case Operand::CompareSense: text = from(kCompareText, arg & 7) + (arg >> 3 ? " true" : " false"); break;
        case Operand::Conversion: text = from(kConversionText, arg); break;
        case Operand::Pair: text = std::to_string(a) + " before, " + std::to_string(b) + " after"; break;
        case Operand::FunctionAttribute:
            text = arg == 1 ? "defaults" : arg == 2 ? "kwdefaults" : arg == 4 ? "annotations" : "closure";
            break;
        default: break;
    }
    switch (info.extra) {
        case Extra::Const: text += constant(code, code.instructions[offset + 1]); break;
        case Extra::BinaryOp: text += " " + from(kBinaryText, code.instructions[offset + 1]); break;
        case Extra::CompareJump: {
            const uint32_t extra = code.instructions[offset + 1];
            text += " " + from(kCompareText, extra & 7) + (extra & 8 ? " true" : " false");
            break;
        }
        default: break;
    }
    return text;
}

std::string disassemble(const Code& code) {
    std::string out = Disassembler(code).run();
    for (const Constant& value : code.constants) {
        if (value.kind != Constant::Kind::Code) continue;
        out += "\nDisassembly of " + constant_text(value) + ":\n" + disassemble(*value.code);
    }
    return out;
}

}  // namespace loopscope::python
