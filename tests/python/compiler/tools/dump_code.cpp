#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include "python/bytecode/disassemble.h"
#include "python/bytecode/opcodes.h"
#include "python/bytecode/verify.h"
#include "python/compiler/compile.h"
#include "python/syntax/parser.h"
using namespace loopscope::python;
static void dump(const Code& c) {
    std::cout << "CODE " << c.qualname << "\t" << c.first_line << "\t" << c.flags << "\t" << c.argcount<<","<<c.posonly_argcount<<","<<c.kwonly_argcount << "\t" << c.stacksize << "\t";
    for (size_t i = 0; i < c.local_names.size(); ++i) std::cout << c.local_names[i] << ":" << (int)c.local_kinds[i] << " ";
    std::cout << "\n";
    for (uint32_t at = 0; at < c.instructions.size();) {
        Op op = op_of(c.instructions[at]); Position p = c.position_at(at);
        std::cout << " " << info_of(op).name << "\t" << p.line << "," << p.end_line << "," << p.column << "," << p.end_column << "\t" << operand_text(c, at) << "\n";
        at += length_of(op);
    }
    for (auto& k : c.constants) if (k.kind == Constant::Kind::Code) dump(*k.code);
}
int main(int argc, char** argv) {
    std::string mode = argv[1];
    int bad = 0; size_t total = 0;
    for (int i = 2; i < argc; ++i) {
        std::ifstream f(argv[i], std::ios::binary); std::stringstream ss; ss << f.rdbuf(); std::string src = ss.str();
        Arena arena;
        ParseResult r = parse(src, argv[i], ParseMode::kModule, arena);
        auto diag = [&](const Diagnostic& d) { std::cout << diagnostic_class_name(d.kind) << "\t" << d.message << "\t" << d.range.line << "\t" << d.range.column + 1 << "\t" << d.range.end_line << "\t" << d.range.end_column + 1 << "\n"; };
        if (!r.ok()) { std::cout << "PARSE " << argv[i] << "\t"; diag(r.errors[0]); ++bad; continue; }
        CompileResult c = compile(*r.module, argv[i]);
        if (!c.ok()) { std::cout << "COMPILE " << argv[i] << "\t"; diag(c.errors[0]); ++bad; continue; }
        if (auto v = verify(*c.code); !v.empty()) { std::cout << "VERIFY " << v << "\n"; ++bad; }
        if (mode == "ser") { auto s = serialize(*c.code); auto d = deserialize(s); if (!d || serialize(*d) != s || disassemble(*d) != disassemble(*c.code)) { std::cout << "SERIAL " << argv[i] << "\n"; ++bad; } total += s.size(); for (size_t k = 0; k < s.size(); k += 1 + s.size() / 50) { auto t = s; t[k] ^= 0x55; if (auto x = deserialize(t)) verify(*x); deserialize(std::string_view(s).substr(0, k)); } }
        if (mode == "warn") for (auto& w : c.warnings) diag(w);
        if (mode == "dis") std::cout << disassemble(*c.code);
        if (mode == "dump") dump(*c.code);
    }
    if (total) std::cout << total << " bytes\n";
    return bad ? 1 : 0;
}
