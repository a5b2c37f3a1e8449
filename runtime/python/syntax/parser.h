// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "python/syntax/arena.h"
#include "python/syntax/diagnostic.h"

namespace loopscope::python {

namespace ast {
struct ModNode;
}

enum class ParseMode : uint8_t {
    kModule,      // compile(..., "exec") -> ast::Module
    kExpression,  // compile(..., "eval") -> ast::Expression
    kSingle,      // compile(..., "single") -> ast::Interactive
};

struct ParseResult {
    /// Null if there is an error.
    ast::ModNode* module = nullptr;
    /// At most one: like CPython we stop at the first mistake.
    std::vector<Diagnostic> errors;
    /// SyntaxWarnings (e.g. "invalid escape sequence '\d'"), in source order.
    std::vector<Diagnostic> warnings;

    bool ok() const { return module != nullptr; }
};

/// Parses UTF-8 `source` (a BOM is skipped). All nodes and texts live in `arena`;
/// `source` need not outlive the call.
ParseResult parse(std::string_view source, std::string_view filename, ParseMode mode, Arena& arena);

}  // namespace loopscope::python
