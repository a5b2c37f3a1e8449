// SPDX-License-Identifier: MIT
#include "python/syntax/literals.h"
#include "python/syntax/tree_builder.h"

namespace loopscope::python {

using namespace ast;

ExprNode* TreeBuilder::simple_constant(ConstantKind constant_kind) {
    auto* node = make<Constant>(token().range);
    node->value_kind = constant_kind;
    advance();
    return node;
}

ExprNode* TreeBuilder::number() {
    auto* node = make<Constant>(token().range);
    size_t digits;
    if (!parse_number(text(token()), arena_, *node, &digits)) return nullptr;
    advance();
    return node;
}

ExprNode* TreeBuilder::atom() {
    switch (kind()) {
        case K::kName: {
            auto* node = make<Name>(token().range);
            node->id = identifier(token());
            advance();
            return node;
        }
        case K::kNumber: return number();
        case K::kString:
        case K::kFStringStart: return strings();
        case K::kLeftParen: return parenthesised();
        case K::kLeftBracket: return bracketed();
        case K::kLeftBrace: return braced();
        case K::kNone: return simple_constant(ConstantKind::kNone);
        case K::kTrue: return simple_constant(ConstantKind::kTrue);
        case K::kFalse: return simple_constant(ConstantKind::kFalse);
        case K::kEllipsis: return simple_constant(ConstantKind::kEllipsis);
        default: return nullptr;
    }
}

ExprNode* TreeBuilder::primary() {
    const Token& start = token();
    ExprNode* left = atom();
    while (left) {
        if (accept(K::kDot)) {
            Identifier attr = name();
            if (!attr.data()) return nullptr;
            auto* node = make<Attribute>(from(start));
            node->value = left;
            node->attr = attr;
            left = node;
        } else if (accept(K::kLeftParen)) {
            Exprs arguments;
            Seq<Keyword*> keywords;
            if (!call_arguments(&arguments, &keywords, true) || !accept(K::kRightParen)) return nullptr;
            auto* node = make<Call>(from(start));
            node->func = left;
            node->args = arguments;
            node->keywords = keywords;
            left = node;
        } else if (accept(K::kLeftBracket)) {
            ExprNode* index = subscript();
            if (!index || !accept(K::kRightBracket)) return nullptr;
            auto* node = make<Subscript>(from(start));
            node->value = left;
            node->slice = index;
            left = node;
        } else {
            break;
        }
    }
    return left;
}

/// After "(" up to ")". A class header takes no bare generator expression.
bool TreeBuilder::call_arguments(Exprs* arguments, Seq<Keyword*>* keywords, bool allow_generator) {
    Scratch positional(*this);
    std::vector<Keyword*> named;
    bool double_starred = false;
    const Token& open = at_[-1];
    while (!is(K::kRightParen)) {
        const Token& start = token();
        if (accept(K::kDoubleStar)) {
            ExprNode* value = expression();
            if (!value) return false;
            auto* keyword = make<Keyword>(from(start));
            keyword->value = value;
            named.push_back(keyword);
            double_starred = true;
        } else if (accept(K::kStar)) {
            if (double_starred) return false;
            ExprNode* value = expression();
            if (!value) return false;
            auto* starred = make<Starred>(from(start));
            starred->value = value;
            positional.push(starred);
        } else if (is(K::kName) && peek() == K::kEqual) {
            Identifier arg = name();
            advance();
            ExprNode* value = expression();
            if (!value) return false;
            auto* keyword = make<Keyword>(from(start));
            keyword->arg = arg;
            keyword->value = value;
            named.push_back(keyword);
        } else {
            if (!named.empty()) return false;
            ExprNode* value = named_expression();
            if (!value) return false;
            if (at_comprehension()) {
                if (!allow_generator || positional.size() > 0) return false;
                Seq<Comprehension*> clauses;
                if (!comprehension_clauses(&clauses) || !is(K::kRightParen)) return false;
                SourceRange range = {open.range.line, open.range.column, token().range.end_line,
                                     token().range.end_column};
                auto* generator = make<GeneratorExp>(range);
                generator->elt = value;
                generator->generators = clauses;
                positional.push(generator);
                break;
            }
            positional.push(value);
        }
        if (!accept(K::kComma)) break;
    }
    *arguments = finish<ExprNode>(positional);
    *keywords = arena_.copy(named.data(), named.size());
    return true;
}

/// Between "[" and "]" of a subscript.
ExprNode* TreeBuilder::subscript() {
    const Token& start = token();
    ExprNode* first = is(K::kStar) ? star_expression() : slice();
    if (!first) return nullptr;
    if (!is(K::kComma) && first->kind != Kind::kStarred) return first;
    Scratch elements(*this);
    elements.push(first);
    while (accept(K::kComma)) {
        if (is(K::kRightBracket)) break;
        ExprNode* element = is(K::kStar) ? star_expression() : slice();
        if (!element) return nullptr;
        elements.push(element);
    }
    auto* tuple = make<Tuple>(from(start));
    tuple->elts = finish<ExprNode>(elements);
    return tuple;
}

ExprNode* TreeBuilder::slice() {
    const Token& start = token();
    ExprNode* lower = nullptr;
    if (!is(K::kColon)) {
        bool named = is(K::kName) && peek() == K::kColonEqual;
        lower = named_expression();
        if (!lower || named || !is(K::kColon)) return lower;
    }
    advance();
    auto part_follows = [this] {
        return !is(K::kColon) && !is(K::kComma) && !is(K::kRightBracket);
    };
    ExprNode* upper = nullptr;
    ExprNode* step = nullptr;
    if (part_follows() && !(upper = expression())) return nullptr;
    if (accept(K::kColon) && part_follows() && !(step = expression())) return nullptr;
    auto* node = make<Slice>(from(start));
    node->lower = lower;
    node->upper = upper;
    node->step = step;
    return node;
}

bool TreeBuilder::comprehension_clauses(Seq<Comprehension*>* clauses) {
    Scratch items(*this);
    while (at_comprehension()) {
        const Token& start = token();
        bool is_async = accept(K::kAsync);
        advance();
        ExprNode* target = star_targets();
        if (!target || !accept(K::kIn)) return false;
        ExprNode* iter = disjunction();
        if (!iter) return false;
        Exprs ifs;
        if (!comprehension_conditions(&ifs)) return false;
        auto* node = make<Comprehension>(from(start));
        node->target = target;
        node->iter = iter;
        node->ifs = ifs;
        node->is_async = is_async;
        items.push(node);
    }
    *clauses = finish<Comprehension>(items);
    return true;
}

bool TreeBuilder::comprehension_conditions(Exprs* ifs) {
    Scratch conditions(*this);
    while (accept(K::kIf)) {
        ExprNode* condition = disjunction();
        if (!condition) return false;
        conditions.push(condition);
    }
    *ifs = finish<ExprNode>(conditions);
    return true;
}

ExprNode* TreeBuilder::parenthesised() {
    const Token& start = token();
    advance();
    if (accept(K::kRightParen)) return make<Tuple>(from(start));
    if (is(K::kYield)) {
        ExprNode* value = yield_expression();
        return value && accept(K::kRightParen) ? value : nullptr;
    }
    ExprNode* first = star_named_expression();
    if (!first) return nullptr;
    if (is(K::kComma)) {
        Scratch elements(*this);
        elements.push(first);
        while (accept(K::kComma)) {
            if (is(K::kRightParen)) break;
            ExprNode* element = star_named_expression();
            if (!element) return nullptr;
            elements.push(element);
        }
        if (!accept(K::kRightParen)) return nullptr;
        auto* tuple = make<Tuple>(from(start));
        tuple->elts = finish<ExprNode>(elements);
        return tuple;
    }
    if (first->kind == Kind::kStarred) return nullptr;
    if (at_comprehension()) {
        Seq<Comprehension*> clauses;
        if (!comprehension_clauses(&clauses) || !accept(K::kRightParen)) return nullptr;
        auto* generator = make<GeneratorExp>(from(start));
        generator->elt = first;
        generator->generators = clauses;
        return generator;
    }
    return accept(K::kRightParen) ? first : nullptr;
}

ExprNode* TreeBuilder::bracketed() {
    const Token& start = token();
    advance();
    Scratch elements(*this);
    while (!is(K::kRightBracket)) {
        ExprNode* element = star_named_expression();
        if (!element) return nullptr;
        elements.push(element);
        if (elements.size() == 1 && at_comprehension()) {
            if (element->kind == Kind::kStarred) return nullptr;
            Seq<Comprehension*> clauses;
            if (!comprehension_clauses(&clauses) || !accept(K::kRightBracket)) return nullptr;
            auto* comprehension = make<ListComp>(from(start));
            comprehension->elt = element;
            comprehension->generators = clauses;
            return comprehension;
        }
        if (!accept(K::kComma)) break;
    }
    if (!accept(K::kRightBracket)) return nullptr;
    auto* list = make<List>(from(start));
    list->elts = finish<ExprNode>(elements);
    return list;
}

ExprNode* TreeBuilder::braced() {
    const Token& start = token();
    advance();
    if (accept(K::kRightBrace)) return make<Dict>(from(start));
    if (is(K::kDoubleStar)) return dict_rest(start, nullptr);
    bool named = is(K::kName) && peek() == K::kColonEqual;
    ExprNode* first = star_named_expression();
    if (!first) return nullptr;
    if (is(K::kColon) && first->kind != Kind::kStarred && !named) {
        return dict_rest(start, first);
    }
    Scratch elements(*this);
    elements.push(first);
    if (at_comprehension()) {
        if (first->kind == Kind::kStarred) return nullptr;
        Seq<Comprehension*> clauses;
        if (!comprehension_clauses(&clauses) || !accept(K::kRightBrace)) return nullptr;
        auto* comprehension = make<SetComp>(from(start));
        comprehension->elt = first;
        comprehension->generators = clauses;
        return comprehension;
    }
    while (accept(K::kComma)) {
        if (is(K::kRightBrace)) break;
        ExprNode* element = star_named_expression();
        if (!element) return nullptr;
        elements.push(element);
    }
    if (!accept(K::kRightBrace)) return nullptr;
    auto* set = make<Set>(from(start));
    set->elts = finish<ExprNode>(elements);
    return set;
}

/// A dict display or comprehension whose first key is read already, or that starts with `**`.
ExprNode* TreeBuilder::dict_rest(const Token& start, ExprNode* key) {
    std::vector<ExprNode*> keys;
    Scratch values(*this);
    for (;;) {
        ExprNode* value;
        if (!key && accept(K::kDoubleStar)) {
            value = binary(0);
        } else {
            if (!key) key = expression();
            if (!key || !accept(K::kColon)) return nullptr;
            value = expression();
            if (value && keys.empty() && at_comprehension()) {
                Seq<Comprehension*> clauses;
                if (!comprehension_clauses(&clauses) || !accept(K::kRightBrace)) return nullptr;
                auto* comprehension = make<DictComp>(from(start));
                comprehension->key = key;
                comprehension->value = value;
                comprehension->generators = clauses;
                return comprehension;
            }
        }
        if (!value) return nullptr;
        keys.push_back(key);
        values.push(value);
        key = nullptr;
        if (!accept(K::kComma) || is(K::kRightBrace)) break;
    }
    if (!accept(K::kRightBrace)) return nullptr;
    auto* dict = make<Dict>(from(start));
    dict->keys = arena_.copy(keys.data(), keys.size());
    dict->values = finish<ExprNode>(values);
    return dict;
}

}  // namespace loopscope::python
