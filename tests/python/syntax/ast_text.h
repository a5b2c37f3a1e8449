// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "python/syntax/ast.h"

namespace loopscope::python {

/// The tree as text, in the shape of `ast.dump(tree, include_attributes=True, show_empty=True)`, except
/// that constants are written so that two languages agree on them without effort:
/// str'<hex of UTF-8>', bytes'<hex>', int'<hex digits>', float'<hex of the 64 bits>', complex'<same>'.
std::string ast_text(const ast::ModNode* tree);

}  // namespace loopscope::python
