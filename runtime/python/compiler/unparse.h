// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "python/syntax/ast.h"

namespace loopscope::python {

/// Source text of an expression, as annotations become under `from __future__ import annotations` (CPython's
/// ast_unparse.c): one space around operators, single quotes, only necessary parentheses.
std::string unparse(const ast::ExprNode* node);

}  // namespace loopscope::python
