// SPDX-License-Identifier: MIT
//
// Compiles, verifies and prints code objects for compare_with_cpython.py. Build it against the libraries of a native
// build: see there.
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include "python/bytecode/disassemble.h"
#include "python/bytecode/opcodes.h"
#include "python/bytecode/verify.h"
#include "python/compiler/compile.h"
#include "python/syntax/parser.h"

using namespace loopscope::python;

namespace {

/// "CODE" line with the object's attributes, then a line " NAME, position, operand" for every instruction.
void print(const Code& code) {
    std::string slots;
    for (size_t i = 0; i < code.local_names.size(); ++i)
        slots += code.local_names[i] + ":" + std::to_string(code.local_kinds[i]) + " ";
    std::printf("CODE %s\t%u\t%u\t%u,%u,%u\t%u\t%s\n", code.qualname.c_str(), code.first_line, code.flags & kVisibleFlags,
                code.argcount, code.posonly_argcount, code.kwonly_argcount, code.stacksize, slots.c_str());
    for (uint32_t at = 0; at < code.instructions.size(); at += length_of(op_of(code.instructions[at]))) {
        const Position p = code.position_at(at);
        std::printf(" %s\t%u,%u,%d,%d\t%s\n", info_of(op_of(code.instructions[at])).name, p.line, p.end_line, p.column,
                    p.end_column, operand_text(code, at).c_str());
    }
    for (const Constant& constant : code.constants)
        if (constant.kind == Constant::Kind::Code) print(*constant.code);
}

bool fail(const char* file, const char* stage, const std::string& message) {
    std::printf("FAIL %s\t%s\t%s\n", file, stage, message.c_str());
    return false;
}

bool dump(const char* file) {
    std::ifstream input(file, std::ios::binary);
    std::stringstream content;
    content << input.rdbuf();
    Arena arena;
    const ParseResult parsed = parse(content.str(), file, ParseMode::kModule, arena);
    if (!parsed.ok()) return fail(file, "parser", parsed.errors[0].message);
    const CompileResult compiled = compile(*parsed.module, file);
    if (!compiled.ok()) return fail(file, "compiler", compiled.errors[0].message);
    if (std::string finding = verify(*compiled.code); !finding.empty()) return fail(file, "verifier", finding);
    print(*compiled.code);
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    bool good = true;
    for (int i = 1; i < argc; ++i) good &= dump(argv[i]);
    return good ? 0 : 1;
}
