// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "python/bytecode/code.h"
#include "python/syntax/diagnostic.h"

namespace loopscope::python {

namespace ast {
struct ModNode;
}

struct CompileOptions {
    /// 0: asserts and docstrings stay, __debug__ is True. 1: no asserts (python -O). 2: no docstrings either (-OO).
    int optimize = 0;
    /// `from __future__ import annotations` is inherited from the code that calls compile().
    bool postponed_annotations = false;
};

struct CompileResult {
    /// Null if there is an error.
    std::shared_ptr<const Code> code;
    /// At most one: like CPython we stop at the first mistake.
    std::vector<Diagnostic> errors;
    /// SyntaxWarnings ('"is" with 'int' literal...'), in source order.
    std::vector<Diagnostic> warnings;

    bool ok() const { return code != nullptr; }
};

/// Compiles an ast::Module, ast::Interactive (expression statements go to sys.displayhook) or ast::Expression (its value is
/// returned). The tree must be as the parser makes it and outlive the call, the result keeps nothing of it.
CompileResult compile(const ast::ModNode& module, std::string_view filename, const CompileOptions& options = {});

}  // namespace loopscope::python
