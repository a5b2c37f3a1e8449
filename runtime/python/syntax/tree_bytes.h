// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "python/syntax/arena.h"

/// Syntax trees as bytes: how they cross to the module `_ast`, whose nodes are Python objects, and back. A node is its Kind,
/// its position where CPython's has one, and its fields in the order of tree_fields.h; modules/_ast_tree.py is the other end.
namespace loopscope::python {

namespace ast {
struct ModNode;
}

/// `source` is what was parsed: columns become offsets in UTF-8 as in CPython's nodes.
std::string tree_to_bytes(ast::ModNode& tree, std::string_view source);

/// Null if `bytes` are not such a tree. It is as well-formed as what wrote it: _ast_tree.py checks as CPython's validator.
ast::ModNode* tree_from_bytes(std::string_view bytes, Arena& arena);

}  // namespace loopscope::python
