// SPDX-License-Identifier: MIT
#include "python/syntax/tree_builder.h"

namespace loopscope::python {

using namespace ast;

/// Turns an expression that was read as a value into a target; false if it cannot be one.
bool TreeBuilder::to_target(ExprNode* node, ExprContext context, bool starred_allowed) {
    switch (node->kind) {
        case Kind::kName: as<Name>(node)->ctx = context; return true;
        case Kind::kAttribute: as<Attribute>(node)->ctx = context; return true;
        case Kind::kSubscript: as<Subscript>(node)->ctx = context; return true;
        case Kind::kStarred: {
            auto* starred = as<Starred>(node);
            if (!starred_allowed || context != ExprContext::kStore) return false;
            starred->ctx = context;
            return to_target(starred->value, context, false);
        }
        case Kind::kTuple:
        case Kind::kList: {
            Exprs elements = node->kind == Kind::kTuple ? as<Tuple>(node)->elts : as<List>(node)->elts;
            if (node->kind == Kind::kTuple) as<Tuple>(node)->ctx = context;
            else as<List>(node)->ctx = context;
            for (ExprNode* element : elements) {
                if (!to_target(element, context, true)) return false;
            }
            return true;
        }
        default: return false;
    }
}

bool TreeBuilder::is_single_target(const ExprNode* node) const {
    return node->kind == Kind::kName || node->kind == Kind::kAttribute || node->kind == Kind::kSubscript;
}

ExprNode* TreeBuilder::star_target() {
    ExprNode* target = is(K::kStar) ? star_expression() : binary(0);
    return target && to_target(target, ExprContext::kStore, true) ? target : nullptr;
}

/// `a`, `a, *b`, `(a, b), c` before `in`.
ExprNode* TreeBuilder::star_targets() {
    const Token& start = token();
    ExprNode* first = star_target();
    if (!first || !is(K::kComma)) return first;
    ExprNode* tuple = tuple_tail(first, start, &TreeBuilder::star_target);
    if (tuple) as<Tuple>(tuple)->ctx = ExprContext::kStore;
    return tuple;
}

}  // namespace loopscope::python
