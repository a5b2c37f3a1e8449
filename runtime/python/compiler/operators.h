// SPDX-License-Identifier: MIT
#pragma once

#include "python/bytecode/opcodes.h"
#include "python/syntax/ast.h"

namespace loopscope::python {

BinaryOperator operator_of(ast::Operator op);

/// In a chain over several lines the traceback shows the line of the attribute's own name.
SourceRange attribute_position(SourceRange whole, const ast::Attribute* attribute);

}  // namespace loopscope::python
