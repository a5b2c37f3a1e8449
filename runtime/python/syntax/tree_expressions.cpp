// SPDX-License-Identifier: MIT
#include "python/syntax/tree_builder.h"

namespace loopscope::python {

using namespace ast;

bool TreeBuilder::starts_expression() const {
    switch (kind()) {
        case K::kName: case K::kNumber: case K::kString: case K::kFStringStart: case K::kLeftParen:
        case K::kLeftBracket: case K::kLeftBrace: case K::kEllipsis: case K::kPlus: case K::kMinus:
        case K::kTilde: case K::kStar: case K::kNot: case K::kLambda: case K::kAwait: case K::kNone:
        case K::kTrue: case K::kFalse:
            return true;
        default:
            return false;
    }
}

/// After `first` when a comma is current: the rest of a tuple without parentheses.
ExprNode* TreeBuilder::tuple_tail(ExprNode* first, const Token& start, ExprNode* (TreeBuilder::*item)()) {
    Scratch elements(*this);
    elements.push(first);
    while (accept(K::kComma)) {
        if (!starts_expression()) break;
        ExprNode* element = (this->*item)();
        if (!element) return nullptr;
        elements.push(element);
    }
    auto* tuple = make<Tuple>(from(start));
    tuple->elts = finish<ExprNode>(elements);
    return tuple;
}

ExprNode* TreeBuilder::star_expressions() {
    const Token& start = token();
    ExprNode* first = star_expression();
    if (!first || !is(K::kComma)) return first;
    return tuple_tail(first, start, &TreeBuilder::star_expression);
}

ExprNode* TreeBuilder::expressions() {
    const Token& start = token();
    ExprNode* first = expression();
    if (!first || !is(K::kComma)) return first;
    return tuple_tail(first, start, &TreeBuilder::expression);
}

ExprNode* TreeBuilder::star_expression() {
    if (!is(K::kStar)) return expression();
    const Token& start = token();
    advance();
    ExprNode* value = binary(0);
    if (!value) return nullptr;
    auto* node = make<Starred>(from(start));
    node->value = value;
    return node;
}

ExprNode* TreeBuilder::star_named_expression() {
    return is(K::kStar) ? star_expression() : named_expression();
}

ExprNode* TreeBuilder::named_expression() {
    if (!is(K::kName) || peek() != K::kColonEqual) return expression();
    const Token& start = token();
    Nesting nesting(*this);
    if (!nesting) return nullptr;
    auto* target = make<Name>(start.range);
    target->id = name();
    target->ctx = ExprContext::kStore;
    advance();
    ExprNode* value = expression();
    if (!value) return nullptr;
    auto* node = make<NamedExpr>(from(start));
    node->target = target;
    node->value = value;
    return node;
}

ExprNode* TreeBuilder::expression() {
    Nesting nesting(*this);
    if (!nesting) return nullptr;
    if (is(K::kLambda)) return lambda();
    const Token& start = token();
    ExprNode* body = disjunction();
    if (!body || !is(K::kIf)) return body;
    advance();
    ExprNode* test = disjunction();
    if (!test || !accept(K::kElse)) return nullptr;
    ExprNode* orelse = expression();
    if (!orelse) return nullptr;
    auto* node = make<IfExp>(from(start));
    node->test = test;
    node->body = body;
    node->orelse = orelse;
    return node;
}

ExprNode* TreeBuilder::lambda() {
    const Token& start = token();
    advance();
    Arguments* args = parameters(K::kColon, false);
    if (!args || !accept(K::kColon)) return nullptr;
    ExprNode* body = expression();
    if (!body) return nullptr;
    auto* node = make<Lambda>(from(start));
    node->args = args;
    node->body = body;
    return node;
}

ExprNode* TreeBuilder::disjunction() {
    const Token& start = token();
    ExprNode* first = conjunction();
    if (!first || !is(K::kOr)) return first;
    Scratch values(*this);
    values.push(first);
    while (accept(K::kOr)) {
        ExprNode* value = conjunction();
        if (!value) return nullptr;
        values.push(value);
    }
    auto* node = make<BoolOp>(from(start));
    node->op = BoolOperator::kOr;
    node->values = finish<ExprNode>(values);
    return node;
}

ExprNode* TreeBuilder::conjunction() {
    const Token& start = token();
    ExprNode* first = inversion();
    if (!first || !is(K::kAnd)) return first;
    Scratch values(*this);
    values.push(first);
    while (accept(K::kAnd)) {
        ExprNode* value = inversion();
        if (!value) return nullptr;
        values.push(value);
    }
    auto* node = make<BoolOp>(from(start));
    node->op = BoolOperator::kAnd;
    node->values = finish<ExprNode>(values);
    return node;
}

ExprNode* TreeBuilder::inversion() {
    if (!is(K::kNot)) return comparison();
    const Token& start = token();
    Nesting nesting(*this);
    if (!nesting) return nullptr;
    advance();
    ExprNode* operand = inversion();
    if (!operand) return nullptr;
    auto* node = make<UnaryOp>(from(start));
    node->op = UnaryOperator::kNot;
    node->operand = operand;
    return node;
}

bool TreeBuilder::comparison_operator(CompareOperator* op) {
    switch (kind()) {
        case K::kEqualEqual: *op = CompareOperator::kEq; break;
        case K::kNotEqual: *op = CompareOperator::kNotEq; break;
        case K::kLess: *op = CompareOperator::kLt; break;
        case K::kLessEqual: *op = CompareOperator::kLtE; break;
        case K::kGreater: *op = CompareOperator::kGt; break;
        case K::kGreaterEqual: *op = CompareOperator::kGtE; break;
        case K::kIn: *op = CompareOperator::kIn; break;
        case K::kIs:
            *op = CompareOperator::kIs;
            if (peek() == K::kNot) {
                *op = CompareOperator::kIsNot;
                advance();
            }
            break;
        case K::kNot:
            if (peek() != K::kIn) return false;
            *op = CompareOperator::kNotIn;
            advance();
            break;
        default: return false;
    }
    advance();
    return true;
}

ExprNode* TreeBuilder::comparison() {
    const Token& start = token();
    ExprNode* left = binary(0);
    CompareOperator op;
    if (!left || !comparison_operator(&op)) return left;
    Scratch comparators(*this);
    CompareOperator few[8];
    std::vector<CompareOperator> many;
    size_t count = 0;
    do {
        ExprNode* right = binary(0);
        if (!right) return nullptr;
        comparators.push(right);
        if (count < 8) {
            few[count] = op;
        } else {
            if (count == 8) many.assign(few, few + 8);
            many.push_back(op);
        }
        count++;
    } while (comparison_operator(&op));
    auto* node = make<Compare>(from(start));
    node->left = left;
    node->ops = arena_.copy(count <= 8 ? few : many.data(), count);
    node->comparators = finish<ExprNode>(comparators);
    return node;
}

namespace {

/// How tightly a binary operator binds: 0 for `|` ... 5 for `*`; -1 if it is none.
int binding(TokenKind kind, Operator* op) {
    using K = TokenKind;
    switch (kind) {
        case K::kBar: *op = Operator::kBitOr; return 0;
        case K::kCircumflex: *op = Operator::kBitXor; return 1;
        case K::kAmper: *op = Operator::kBitAnd; return 2;
        case K::kLeftShift: *op = Operator::kLShift; return 3;
        case K::kRightShift: *op = Operator::kRShift; return 3;
        case K::kPlus: *op = Operator::kAdd; return 4;
        case K::kMinus: *op = Operator::kSub; return 4;
        case K::kStar: *op = Operator::kMult; return 5;
        case K::kSlash: *op = Operator::kDiv; return 5;
        case K::kDoubleSlash: *op = Operator::kFloorDiv; return 5;
        case K::kPercent: *op = Operator::kMod; return 5;
        case K::kAt: *op = Operator::kMatMult; return 5;
        default: return -1;
    }
}

}  // namespace

/// The operators from `|` to `*`, by precedence climbing.
ExprNode* TreeBuilder::binary(int minimum) {
    const Token& start = token();
    ExprNode* left = factor();
    if (!left) return nullptr;
    for (;;) {
        Operator op = Operator::kAdd;
        int tightness = binding(kind(), &op);
        if (tightness < minimum) return left;
        advance();
        ExprNode* right = binary(tightness + 1);
        if (!right) return nullptr;
        auto* node = make<BinOp>(from(start));
        node->left = left;
        node->op = op;
        node->right = right;
        left = node;
    }
}

ExprNode* TreeBuilder::factor() {
    UnaryOperator op;
    switch (kind()) {
        case K::kMinus: op = UnaryOperator::kUSub; break;
        case K::kPlus: op = UnaryOperator::kUAdd; break;
        case K::kTilde: op = UnaryOperator::kInvert; break;
        default: return power();
    }
    const Token& start = token();
    Nesting nesting(*this);
    if (!nesting) return nullptr;
    advance();
    ExprNode* operand = factor();
    if (!operand) return nullptr;
    auto* node = make<UnaryOp>(from(start));
    node->op = op;
    node->operand = operand;
    return node;
}

ExprNode* TreeBuilder::power() {
    const Token& start = token();
    ExprNode* left = await_primary();
    if (!left || !is(K::kDoubleStar)) return left;
    Nesting nesting(*this);
    if (!nesting) return nullptr;
    advance();
    ExprNode* right = factor();
    if (!right) return nullptr;
    auto* node = make<BinOp>(from(start));
    node->left = left;
    node->op = Operator::kPow;
    node->right = right;
    return node;
}

ExprNode* TreeBuilder::await_primary() {
    if (!is(K::kAwait)) return primary();
    const Token& start = token();
    advance();
    ExprNode* value = primary();
    if (!value) return nullptr;
    auto* node = make<Await>(from(start));
    node->value = value;
    return node;
}

ExprNode* TreeBuilder::yield_expression() {
    const Token& start = token();
    advance();
    if (accept(K::kFrom)) {
        ExprNode* value = expression();
        if (!value) return nullptr;
        auto* node = make<YieldFrom>(from(start));
        node->value = value;
        return node;
    }
    ExprNode* value = nullptr;
    if (starts_expression()) {
        value = star_expressions();
        if (!value) return nullptr;
    }
    auto* node = make<Yield>(from(start));
    node->value = value;
    return node;
}

ExprNode* TreeBuilder::yield_or_star_expressions() {
    return is(K::kYield) ? yield_expression() : star_expressions();
}

}  // namespace loopscope::python
