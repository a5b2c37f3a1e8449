// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "python/bytecode/code.h"
#include "python/bytecode/disassemble.h"
#include "python/bytecode/opcodes.h"
#include "python/bytecode/verify.h"
#include "python/compiler/compile.h"
#include "python/syntax/parser.h"

namespace loopscope::python::testing {

/// Parses and compiles; the first mistake of either as "message@line:column-line:column", columns counted from 1.
struct Compiled {
    explicit Compiled(std::string_view source, const CompileOptions& options = {}, ParseMode mode = ParseMode::kModule) {
        Arena arena;
        ParseResult parsed = parse(source, "test.py", mode, arena);
        if (!parsed.ok()) {
            take(parsed.errors[0]);
            return;
        }
        CompileResult result = compile(*parsed.module, "test.py", options);
        for (const Diagnostic& warning : result.warnings) warnings.push_back(warning.message);
        if (!result.ok()) {
            take(result.errors[0]);
            return;
        }
        code = result.code;
        const std::string finding = verify(*code);
        if (!finding.empty()) error = "verify: " + finding;
    }

    void take(const Diagnostic& diagnostic) {
        message = diagnostic.message;
        error = diagnostic.message + "@" + std::to_string(diagnostic.range.line) + ":" +
                std::to_string(diagnostic.range.column + 1) + "-" + std::to_string(diagnostic.range.end_line) + ":" +
                std::to_string(diagnostic.range.end_column + 1);
    }

    std::shared_ptr<const Code> code;
    std::string message;
    std::string error;
    std::vector<std::string> warnings;
};

/// The code object with this name, looked for everywhere inside; null if there is none.
inline const Code* find_code(const Code& code, std::string_view name) {
    if (code.name == name) return &code;
    for (const Constant& constant : code.constants)
        if (constant.kind == Constant::Kind::Code)
            if (const Code* found = find_code(*constant.code, name)) return found;
    return nullptr;
}

/// "NAME operand" of every instruction, in order.
inline std::vector<std::string> instructions_of(const Code& code) {
    std::vector<std::string> out;
    for (uint32_t at = 0; at < code.instructions.size(); at += length_of(op_of(code.instructions[at]))) {
        std::string text = info_of(op_of(code.instructions[at])).name;
        if (std::string operand = operand_text(code, at); !operand.empty()) text += " " + operand;
        out.push_back(text);
    }
    return out;
}

inline size_t count_of(const Code& code, std::string_view op) {
    size_t count = 0;
    for (const std::string& text : instructions_of(code)) count += text.substr(0, text.find(' ')) == op;
    return count;
}

/// Position of the first instruction of this name, as "line:column-line:column" with columns from 0.
inline std::string position_of(const Code& code, std::string_view op) {
    for (uint32_t at = 0; at < code.instructions.size(); at += length_of(op_of(code.instructions[at]))) {
        if (info_of(op_of(code.instructions[at])).name != op) continue;
        const Position p = code.position_at(at);
        return std::to_string(p.line) + ":" + std::to_string(p.column) + "-" + std::to_string(p.end_line) + ":" +
               std::to_string(p.end_column);
    }
    return "none";
}

}  // namespace loopscope::python::testing
