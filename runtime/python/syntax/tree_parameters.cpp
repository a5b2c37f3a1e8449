// SPDX-License-Identifier: MIT
#include "python/syntax/tree_builder.h"

namespace loopscope::python {

using namespace ast;

Arg* TreeBuilder::parameter(bool annotated, bool star_annotation) {
    const Token& start = token();
    Identifier id = name();
    if (!id.data()) return nullptr;
    ExprNode* annotation = nullptr;
    if (annotated && accept(K::kColon)) {
        annotation = star_annotation ? star_expression() : expression();
        if (!annotation) return nullptr;
    }
    auto* node = make<Arg>(from(start));
    node->arg = id;
    node->annotation = annotation;
    return node;
}

/// Up to (not including) the token `end`.
Arguments* TreeBuilder::parameters(K end, bool annotated) {
    const Token& start = token();
    Scratch positional(*this);
    std::vector<Arg*> keyword_only;
    std::vector<ExprNode*> defaults, keyword_defaults;
    auto* node = make<Arguments>({});
    enum { kPositional, kKeywordOnly, kFinished } state = kPositional;
    bool bare_star = false;
    while (!is(end)) {
        if (state == kFinished) return nullptr;
        if (accept(K::kSlash)) {
            if (state != kPositional || positional.size() == 0 || !node->posonlyargs.empty()) return nullptr;
            node->posonlyargs = finish<Arg>(positional);
            positional.items.resize(positional.base);
        } else if (accept(K::kStar)) {
            if (state != kPositional) return nullptr;
            state = kKeywordOnly;
            if (is(K::kComma)) {
                bare_star = true;
            } else if (!(node->vararg = parameter(annotated, true))) {
                return nullptr;
            }
        } else if (accept(K::kDoubleStar)) {
            if (!(node->kwarg = parameter(annotated, false))) return nullptr;
            state = kFinished;
        } else {
            Arg* arg = parameter(annotated, false);
            if (!arg) return nullptr;
            ExprNode* value = nullptr;
            if (accept(K::kEqual) && !(value = expression())) return nullptr;
            if (state == kKeywordOnly) {
                keyword_only.push_back(arg);
                keyword_defaults.push_back(value);
            } else {
                if (value) defaults.push_back(value);
                else if (!defaults.empty()) return nullptr;
                positional.push(arg);
            }
        }
        if (!accept(K::kComma)) break;
    }
    if (!is(end) || (bare_star && keyword_only.empty())) return nullptr;
    node->args = finish<Arg>(positional);
    node->kwonlyargs = arena_.copy(keyword_only.data(), keyword_only.size());
    node->kw_defaults = arena_.copy(keyword_defaults.data(), keyword_defaults.size());
    node->defaults = arena_.copy(defaults.data(), defaults.size());
    node->range = &token() == &start ? SourceRange{start.range.line, start.range.column, start.range.line, start.range.column}
                                     : from(start);
    return node;
}

}  // namespace loopscope::python
