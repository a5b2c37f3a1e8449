// SPDX-License-Identifier: MIT
#include "python/syntax/tree_builder.h"

namespace loopscope::python {

using namespace ast;

/// `match` is a keyword only if a whole `match subject:` line and a `case` follow.
StmtNode* TreeBuilder::match_statement(bool* matched) {
    const Token& start = token();
    *matched = false;
    switch (peek()) {
        case K::kEqual: case K::kDot: case K::kComma: case K::kNewline: case K::kColon: case K::kRightParen:
            return nullptr;
        default: break;
    }
    advance();
    const Token& subject_start = token();
    ExprNode* subject = starts_expression() ? star_named_expression() : nullptr;
    if (subject && is(K::kComma)) subject = tuple_tail(subject, subject_start, &TreeBuilder::star_named_expression);
    bool fits = subject && subject->kind != Kind::kStarred && accept(K::kColon) && accept(K::kNewline) &&
                accept(K::kIndent) && is_word("case");
    if (!fits) {
        if (!too_complex_) rewind(&start);
        return nullptr;
    }
    *matched = true;
    Scratch cases(*this);
    while (!is(K::kDedent)) {
        MatchCase* clause = is_word("case") ? match_case() : nullptr;
        if (!clause) return nullptr;
        cases.push(clause);
    }
    advance();
    auto* node = make<Match>(from(start));
    node->subject = subject;
    node->cases = finish<MatchCase>(cases);
    return node;
}

MatchCase* TreeBuilder::match_case() {
    auto* node = make<MatchCase>(token().range);
    advance();
    node->pattern = patterns();
    if (!node->pattern) return nullptr;
    if (accept(K::kIf) && !(node->guard = named_expression())) return nullptr;
    if (!block(&node->body)) return nullptr;
    node->range = from(node);
    return node;
}

/// `a, *b` without brackets, or a single pattern.
PatternNode* TreeBuilder::patterns() {
    const Token& start = token();
    PatternNode* first = maybe_star_pattern();
    if (!first) return nullptr;
    if (!is(K::kComma)) return first->kind == Kind::kMatchStar ? nullptr : first;
    Scratch items(*this);
    items.push(first);
    while (accept(K::kComma)) {
        if (is(K::kColon) || is(K::kIf)) break;
        PatternNode* item = maybe_star_pattern();
        if (!item) return nullptr;
        items.push(item);
    }
    auto* node = make<MatchSequence>(from(start));
    node->patterns = finish<PatternNode>(items);
    return node;
}

PatternNode* TreeBuilder::maybe_star_pattern() {
    if (!is(K::kStar)) return pattern();
    const Token& start = token();
    advance();
    bool wildcard = is_word("_");
    Identifier id = name();
    if (!id.data()) return nullptr;
    auto* node = make<MatchStar>(from(start));
    if (!wildcard) node->name = id;
    return node;
}

PatternNode* TreeBuilder::pattern() {
    const Token& start = token();
    Nesting nesting(*this);
    if (!nesting) return nullptr;
    PatternNode* inner = or_pattern();
    if (!inner || !accept(K::kAs)) return inner;
    if (is_word("_")) return nullptr;
    Identifier id = name();
    if (!id.data()) return nullptr;
    auto* node = make<MatchAs>(from(start));
    node->pattern = inner;
    node->name = id;
    return node;
}

PatternNode* TreeBuilder::or_pattern() {
    const Token& start = token();
    PatternNode* first = closed_pattern();
    if (!first || !is(K::kBar)) return first;
    Scratch items(*this);
    items.push(first);
    while (accept(K::kBar)) {
        PatternNode* item = closed_pattern();
        if (!item) return nullptr;
        items.push(item);
    }
    auto* node = make<MatchOr>(from(start));
    node->patterns = finish<PatternNode>(items);
    return node;
}

PatternNode* TreeBuilder::closed_pattern() {
    const Token& start = token();
    auto singleton = [&](ConstantKind value) {
        auto* node = make<MatchSingleton>(start.range);
        node->value = value;
        advance();
        return node;
    };
    switch (kind()) {
        case K::kNone: return singleton(ConstantKind::kNone);
        case K::kTrue: return singleton(ConstantKind::kTrue);
        case K::kFalse: return singleton(ConstantKind::kFalse);
        case K::kLeftBracket: return sequence_pattern(K::kRightBracket);
        case K::kLeftParen: return sequence_pattern(K::kRightParen);
        case K::kLeftBrace: return mapping_pattern();
        case K::kName: return name_pattern();
        default: {
            ExprNode* value = pattern_literal();
            if (!value) return nullptr;
            auto* node = make<MatchValue>(from(start));
            node->value = value;
            return node;
        }
    }
}

/// Capture, wildcard, dotted value or class pattern.
PatternNode* TreeBuilder::name_pattern() {
    const Token& start = token();
    bool wildcard = is_word("_");
    auto* first = make<Name>(start.range);
    first->id = name();
    ExprNode* value = first;
    while (accept(K::kDot)) {
        Identifier attr = name();
        if (!attr.data()) return nullptr;
        auto* node = make<Attribute>(from(start));
        node->value = value;
        node->attr = attr;
        value = node;
    }
    if (is(K::kLeftParen)) return class_pattern(value, start);
    if (value != first) {
        auto* node = make<MatchValue>(from(start));
        node->value = value;
        return node;
    }
    auto* node = make<MatchAs>(from(start));
    if (!wildcard) node->name = first->id;
    return node;
}

PatternNode* TreeBuilder::class_pattern(ExprNode* cls, const Token& start) {
    advance();
    Scratch positional(*this);
    std::vector<Identifier> attrs;
    std::vector<PatternNode*> keyword_patterns;
    while (!is(K::kRightParen)) {
        if (is(K::kName) && peek() == K::kEqual) {
            attrs.push_back(name());
            advance();
            PatternNode* item = pattern();
            if (!item) return nullptr;
            keyword_patterns.push_back(item);
        } else {
            PatternNode* item = attrs.empty() ? pattern() : nullptr;
            if (!item) return nullptr;
            positional.push(item);
        }
        if (!accept(K::kComma)) break;
    }
    if (!accept(K::kRightParen)) return nullptr;
    auto* node = make<MatchClass>(from(start));
    node->cls = cls;
    node->patterns = finish<PatternNode>(positional);
    node->kwd_attrs = arena_.copy(attrs.data(), attrs.size());
    node->kwd_patterns = arena_.copy(keyword_patterns.data(), keyword_patterns.size());
    return node;
}

/// `[...]` or `(...)`; the latter with one item and no comma is a group.
PatternNode* TreeBuilder::sequence_pattern(K close) {
    const Token& start = token();
    advance();
    Scratch items(*this);
    bool comma = false;
    while (!is(close)) {
        PatternNode* item = maybe_star_pattern();
        if (!item) return nullptr;
        items.push(item);
        comma = accept(K::kComma);
        if (!comma) break;
    }
    if (!accept(close)) return nullptr;
    if (close == K::kRightParen && items.size() == 1 && !comma) {
        auto* only = static_cast<PatternNode*>(items.items.back());
        return only->kind == Kind::kMatchStar ? nullptr : only;
    }
    auto* node = make<MatchSequence>(from(start));
    node->patterns = finish<PatternNode>(items);
    return node;
}

PatternNode* TreeBuilder::mapping_pattern() {
    const Token& start = token();
    advance();
    Scratch items(*this);
    std::vector<ExprNode*> keys;
    Identifier rest;
    while (!is(K::kRightBrace)) {
        if (rest.data()) return nullptr;
        if (accept(K::kDoubleStar)) {
            if (is_word("_")) return nullptr;
            rest = name();
            if (!rest.data()) return nullptr;
        } else {
            ExprNode* key = pattern_key();
            if (!key || !accept(K::kColon)) return nullptr;
            PatternNode* item = pattern();
            if (!item) return nullptr;
            keys.push_back(key);
            items.push(item);
        }
        if (!accept(K::kComma)) break;
    }
    if (!accept(K::kRightBrace)) return nullptr;
    auto* node = make<MatchMapping>(from(start));
    node->keys = arena_.copy(keys.data(), keys.size());
    node->patterns = finish<PatternNode>(items);
    node->rest = rest;
    return node;
}

ExprNode* TreeBuilder::pattern_key() {
    if (!is(K::kName)) {
        switch (kind()) {
            case K::kNone: return simple_constant(ConstantKind::kNone);
            case K::kTrue: return simple_constant(ConstantKind::kTrue);
            case K::kFalse: return simple_constant(ConstantKind::kFalse);
            default: return pattern_literal();
        }
    }
    const Token& start = token();
    if (peek() != K::kDot) return nullptr;
    auto* first = make<Name>(start.range);
    first->id = name();
    ExprNode* value = first;
    while (accept(K::kDot)) {
        Identifier attr = name();
        if (!attr.data()) return nullptr;
        auto* node = make<Attribute>(from(start));
        node->value = value;
        node->attr = attr;
        value = node;
    }
    return value;
}

ExprNode* TreeBuilder::signed_number() {
    const Token& start = token();
    if (!accept(K::kMinus)) return is(K::kNumber) ? number() : nullptr;
    ExprNode* operand = is(K::kNumber) ? number() : nullptr;
    if (!operand) return nullptr;
    auto* node = make<UnaryOp>(from(start));
    node->op = UnaryOperator::kUSub;
    node->operand = operand;
    return node;
}

/// A number (also `-1+2j`) or strings.
ExprNode* TreeBuilder::pattern_literal() {
    if (is(K::kString) || is(K::kFStringStart)) return strings();
    const Token& start = token();
    ExprNode* real = signed_number();
    if (!real || (!is(K::kPlus) && !is(K::kMinus))) return real;
    auto is_imaginary = [](const ExprNode* node) {
        if (const auto* unary = dyn<UnaryOp>(node)) node = unary->operand;
        return as<Constant>(node)->value_kind == ConstantKind::kImaginary;
    };
    Operator op = is(K::kPlus) ? Operator::kAdd : Operator::kSub;
    advance();
    ExprNode* imaginary = is(K::kNumber) ? number() : nullptr;
    if (!imaginary || is_imaginary(real) || !is_imaginary(imaginary)) return nullptr;
    auto* node = make<BinOp>(from(start));
    node->left = real;
    node->op = op;
    node->right = imaginary;
    return node;
}

}  // namespace loopscope::python
