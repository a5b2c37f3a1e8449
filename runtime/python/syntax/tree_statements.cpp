// SPDX-License-Identifier: MIT
#include "python/syntax/tree_builder.h"

namespace loopscope::python {

using namespace ast;

bool TreeBuilder::statement(Scratch& out) {
    bool matched = false;
    StmtNode* compound = compound_statement(&matched);
    if (!matched) return simple_statements(out);
    if (!compound) return false;
    out.push(compound);
    return true;
}

bool TreeBuilder::simple_statements(Scratch& out) {
    do {
        if (is(K::kNewline)) break;
        StmtNode* node = simple_statement();
        if (!node) return false;
        out.push(node);
    } while (accept(K::kSemicolon));
    // A line that is only `;` or starts with one is refused by simple_statement().
    return accept(K::kNewline);
}

StmtNode* TreeBuilder::simple_statement() {
    const Token& start = token();
    switch (kind()) {
        case K::kReturn: return return_statement();
        case K::kImport: return import_name();
        case K::kFrom: return import_from();
        case K::kRaise: return raise_statement();
        case K::kPass: advance(); return make<Pass>(start.range);
        case K::kBreak: advance(); return make<Break>(start.range);
        case K::kContinue: advance(); return make<Continue>(start.range);
        case K::kDel: return del_statement();
        case K::kAssert: return assert_statement();
        case K::kGlobal: return name_list<Global>();
        case K::kNonlocal: return name_list<Nonlocal>();
        case K::kName:
            if (peek() == K::kName && is_word("type")) return type_alias();
            [[fallthrough]];
        default: return expression_statement();
    }
}

namespace {

bool augmented_operator(TokenKind kind, Operator* op) {
    using K = TokenKind;
    switch (kind) {
        case K::kPlusEqual: *op = Operator::kAdd; return true;
        case K::kMinusEqual: *op = Operator::kSub; return true;
        case K::kStarEqual: *op = Operator::kMult; return true;
        case K::kAtEqual: *op = Operator::kMatMult; return true;
        case K::kSlashEqual: *op = Operator::kDiv; return true;
        case K::kPercentEqual: *op = Operator::kMod; return true;
        case K::kAmperEqual: *op = Operator::kBitAnd; return true;
        case K::kBarEqual: *op = Operator::kBitOr; return true;
        case K::kCircumflexEqual: *op = Operator::kBitXor; return true;
        case K::kLeftShiftEqual: *op = Operator::kLShift; return true;
        case K::kRightShiftEqual: *op = Operator::kRShift; return true;
        case K::kDoubleStarEqual: *op = Operator::kPow; return true;
        case K::kDoubleSlashEqual: *op = Operator::kFloorDiv; return true;
        default: return false;
    }
}

}  // namespace

/// An expression, or any of the assignments, which all start as one.
StmtNode* TreeBuilder::expression_statement() {
    const Token& start = token();
    ExprNode* first = yield_or_star_expressions();
    if (!first) return nullptr;
    Operator op;
    if (is(K::kEqual)) {
        Scratch targets(*this);
        ExprNode* value = first;
        while (accept(K::kEqual)) {
            if (!to_target(value, ExprContext::kStore, true)) return nullptr;
            targets.push(value);
            value = yield_or_star_expressions();
            if (!value) return nullptr;
        }
        auto* node = make<Assign>(from(start));
        node->targets = finish<ExprNode>(targets);
        node->value = value;
        return node;
    }
    if (is(K::kColon)) return annotated_assignment(first, start);
    if (augmented_operator(kind(), &op)) {
        if (!is_single_target(first)) return nullptr;
        to_target(first, ExprContext::kStore, false);
        advance();
        ExprNode* value = yield_or_star_expressions();
        if (!value) return nullptr;
        auto* node = make<AugAssign>(from(start));
        node->target = first;
        node->op = op;
        node->value = value;
        return node;
    }
    auto* node = make<Expr>(from(start));
    node->value = first;
    return node;
}

StmtNode* TreeBuilder::annotated_assignment(ExprNode* target, const Token& start) {
    if (!is_single_target(target)) return nullptr;
    to_target(target, ExprContext::kStore, false);
    advance();
    ExprNode* annotation = expression();
    if (!annotation) return nullptr;
    ExprNode* value = nullptr;
    if (accept(K::kEqual) && !(value = yield_or_star_expressions())) return nullptr;
    auto* node = make<AnnAssign>(from(start));
    node->target = target;
    node->annotation = annotation;
    node->value = value;
    node->simple = target->kind == Kind::kName && start.kind == K::kName;
    return node;
}

StmtNode* TreeBuilder::return_statement() {
    const Token& start = token();
    advance();
    ExprNode* value = nullptr;
    if (starts_expression() && !(value = star_expressions())) return nullptr;
    auto* node = make<Return>(from(start));
    node->value = value;
    return node;
}

StmtNode* TreeBuilder::raise_statement() {
    const Token& start = token();
    advance();
    ExprNode* exc = nullptr;
    ExprNode* cause = nullptr;
    if (starts_expression()) {
        exc = expression();
        if (!exc) return nullptr;
        if (accept(K::kFrom) && !(cause = expression())) return nullptr;
    }
    auto* node = make<Raise>(from(start));
    node->exc = exc;
    node->cause = cause;
    return node;
}

StmtNode* TreeBuilder::assert_statement() {
    const Token& start = token();
    advance();
    ExprNode* test = expression();
    if (!test) return nullptr;
    ExprNode* msg = nullptr;
    if (accept(K::kComma) && !(msg = expression())) return nullptr;
    auto* node = make<Assert>(from(start));
    node->test = test;
    node->msg = msg;
    return node;
}

StmtNode* TreeBuilder::del_statement() {
    const Token& start = token();
    advance();
    Scratch targets(*this);
    do {
        if (targets.size() > 0 && (is(K::kNewline) || is(K::kSemicolon))) break;
        ExprNode* target = primary();
        if (!target || !to_target(target, ExprContext::kDel, false)) return nullptr;
        targets.push(target);
    } while (accept(K::kComma));
    if (!is(K::kNewline) && !is(K::kSemicolon)) return nullptr;
    auto* node = make<Delete>(from(start));
    node->targets = finish<ExprNode>(targets);
    return node;
}

template <class T>
StmtNode* TreeBuilder::name_list() {
    const Token& start = token();
    advance();
    std::vector<Identifier> names;
    do {
        names.push_back(name());
        if (!names.back().data()) return nullptr;
    } while (accept(K::kComma));
    auto* node = make<T>(from(start));
    node->names = arena_.copy(names.data(), names.size());
    return node;
}

Identifier TreeBuilder::dotted_name() {
    Identifier first = name();
    if (!first.data() || !is(K::kDot)) return first;
    std::string dotted(first);
    while (accept(K::kDot)) {
        Identifier part = name();
        if (!part.data()) return {};
        dotted += '.';
        dotted += part;
    }
    return arena_.intern(dotted);
}

Alias* TreeBuilder::import_alias(bool dotted) {
    const Token& start = token();
    Identifier imported = dotted ? dotted_name() : name();
    if (!imported.data()) return nullptr;
    Identifier asname;
    if (accept(K::kAs)) {
        asname = name();
        if (!asname.data()) return nullptr;
    }
    auto* node = make<Alias>(from(start));
    node->name = imported;
    node->asname = asname;
    return node;
}

StmtNode* TreeBuilder::import_name() {
    const Token& start = token();
    advance();
    Scratch names(*this);
    do {
        Alias* alias = import_alias(true);
        if (!alias) return nullptr;
        names.push(alias);
    } while (accept(K::kComma));
    auto* node = make<Import>(from(start));
    node->names = finish<Alias>(names);
    return node;
}

StmtNode* TreeBuilder::import_from() {
    const Token& start = token();
    advance();
    int32_t level = 0;
    while (is(K::kDot) || is(K::kEllipsis)) {
        level += is(K::kDot) ? 1 : 3;
        advance();
    }
    Identifier module;
    if (level == 0 || is(K::kName)) {
        module = dotted_name();
        if (!module.data()) return nullptr;
    }
    if (!accept(K::kImport)) return nullptr;
    Scratch names(*this);
    if (is(K::kStar)) {
        auto* alias = make<Alias>(token().range);
        alias->name = arena_.intern("*");
        names.push(alias);
        advance();
    } else {
        bool parenthesised = accept(K::kLeftParen);
        do {
            if (parenthesised && names.size() > 0 && is(K::kRightParen)) break;
            Alias* alias = import_alias(false);
            if (!alias) return nullptr;
            names.push(alias);
        } while (accept(K::kComma));
        if (parenthesised && !accept(K::kRightParen)) return nullptr;
    }
    auto* node = make<ImportFrom>(from(start));
    node->module = module;
    node->names = finish<Alias>(names);
    node->level = level;
    return node;
}

/// `type X[T] = ...`: two names in a row are never anything else.
StmtNode* TreeBuilder::type_alias() {
    const Token& start = token();
    advance();
    auto* alias = make<Name>(token().range);
    alias->id = name();
    alias->ctx = ExprContext::kStore;
    Seq<TypeParamNode*> params;
    if (!type_parameters(&params) || !accept(K::kEqual)) return nullptr;
    ExprNode* value = expression();
    if (!value) return nullptr;
    auto* node = make<TypeAlias>(from(start));
    node->name = alias;
    node->type_params = params;
    node->value = value;
    return node;
}

}  // namespace loopscope::python
