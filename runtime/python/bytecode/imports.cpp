// SPDX-License-Identifier: MIT
#include "python/bytecode/imports.h"

#include "python/bytecode/code.h"
#include "python/bytecode/opcodes.h"

namespace loopscope::python {

namespace {

class Finder {
public:
    Finder(std::string_view package, bool everywhere, Imports& out) : package_(package), everywhere_(everywhere), out_(out) {}

    void visit(const Code& code) {
        // The compiler writes LOAD_CONST level, LOAD_CONST fromlist, IMPORT_NAME name.
        out_.names.insert(code.names.begin(), code.names.end());
        const Constant* constants[2] = {nullptr, nullptr};
        for (uint32_t at = 0; at < code.instructions.size();) {
            const uint32_t word = code.instructions[at];
            const Op op = op_of(word);
            if (op == Op::LOAD_CONST) {
                constants[0] = constants[1];
                constants[1] = &code.constants[arg_of(word)];
            } else if (op == Op::IMPORT_NAME && constants[0]) {
                add(code.names[arg_of(word)], static_cast<int>(constants[0]->integer), *constants[1]);
            }
            at += static_cast<uint32_t>(length_of(op));
        }
        for (const Constant& constant : code.constants)
            if (constant.kind == Constant::Kind::Code && (everywhere_ || runs_at_once(*constant.code))) visit(*constant.code);
    }

private:
    /// A class body has no arguments and fills a namespace of its own.
    static bool runs_at_once(const Code& code) { return !(code.flags & kOptimized); }

    void add(const std::string& name, int level, const Constant& fromlist) {
        std::string module = name;
        if (level > 0) {
            std::string base(package_);
            for (int i = 1; i < level; i++) base.resize(base.rfind('.') == std::string::npos ? 0 : base.rfind('.'));
            module = name.empty() ? base : base + "." + name;
        }
        for (size_t dot = module.find('.'); dot != std::string::npos; dot = module.find('.', dot + 1)) out_.modules.insert(module.substr(0, dot));
        out_.modules.insert(module);
        for (const Constant& item : fromlist.items) {
            if (item.text == "*") {
                out_.names.insert(module + ".*");
                continue;
            }
            out_.modules.insert(module + "." + item.text);
            out_.names.insert(item.text);
        }
    }

    std::string_view package_;
    bool everywhere_;
    Imports& out_;
};

}  // namespace

Imports find_imports(const Code& code, std::string_view package, bool everywhere) {
    Imports found;
    Finder(package, everywhere, found).visit(code);
    return found;
}

}  // namespace loopscope::python
