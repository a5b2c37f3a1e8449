// SPDX-License-Identifier: MIT
#include "python/syntax/tree_builder.h"

namespace loopscope::python {

using namespace ast;

/// `matched` tells whether a compound statement starts here at all.
StmtNode* TreeBuilder::compound_statement(bool* matched) {
    const Token& start = token();
    *matched = true;
    switch (kind()) {
        case K::kIf: return if_statement();
        case K::kWhile: return while_statement();
        case K::kFor: return for_statement<For>(start);
        case K::kWith: return with_statement<With>(start);
        case K::kTry: return try_statement();
        case K::kDef: return function<FunctionDef>(start, {});
        case K::kClass: return class_definition({});
        case K::kAt: return decorated();
        case K::kAsync:
            advance();
            if (is(K::kDef)) return function<AsyncFunctionDef>(start, {});
            if (is(K::kFor)) return for_statement<AsyncFor>(start);
            if (is(K::kWith)) return with_statement<AsyncWith>(start);
            return nullptr;
        case K::kName:
            if (is_word("match")) return match_statement(matched);
            [[fallthrough]];
        default: *matched = false; return nullptr;
    }
}

bool TreeBuilder::block(Stmts* body) {
    if (!accept(K::kColon)) return false;
    Nesting nesting(*this);
    if (!nesting) return false;
    Scratch statements(*this);
    if (!accept(K::kNewline)) {
        if (!simple_statements(statements)) return false;
    } else {
        if (!accept(K::kIndent)) return false;
        do {
            if (!statement(statements)) return false;
        } while (!is(K::kDedent) && !is(K::kEndMarker));
        if (!accept(K::kDedent)) return false;
    }
    *body = finish<StmtNode>(statements);
    return true;
}

bool TreeBuilder::else_block(Stmts* body) { return !accept(K::kElse) || block(body); }

/// An elif is an If in the orelse of the one before; built without recursion, then closed back to front.
StmtNode* TreeBuilder::if_statement() {
    Scratch links(*this);
    do {
        auto* node = make<If>(token().range);
        advance();
        node->test = named_expression();
        if (!node->test || !block(&node->body)) return nullptr;
        links.push(node);
    } while (is(K::kElif));
    Stmts orelse;
    if (!else_block(&orelse)) return nullptr;
    If* node = nullptr;
    for (size_t i = links.size(); i-- > 0;) {
        node = static_cast<If*>(links.items[links.base + i]);
        node->orelse = orelse;
        node->range = from(node);
        StmtNode* link = node;
        orelse = arena_.copy(&link, 1);
    }
    return node;
}

StmtNode* TreeBuilder::while_statement() {
    auto* node = make<While>(token().range);
    advance();
    node->test = named_expression();
    if (!node->test || !block(&node->body) || !else_block(&node->orelse)) return nullptr;
    node->range = from(node);
    return node;
}

template <class T>
StmtNode* TreeBuilder::for_statement(const Token& start) {
    auto* node = make<T>(start.range);
    advance();
    node->target = star_targets();
    if (!node->target || !accept(K::kIn)) return nullptr;
    node->iter = star_expressions();
    if (!node->iter || !block(&node->body) || !else_block(&node->orelse)) return nullptr;
    node->range = from(start);
    return node;
}

WithItem* TreeBuilder::with_item() {
    auto* item = make<WithItem>(token().range);
    item->context_expr = expression();
    if (!item->context_expr) return nullptr;
    if (accept(K::kAs)) {
        item->optional_vars = star_target();
        if (!item->optional_vars) return nullptr;
    }
    item->range = from(item);
    return item;
}

template <class T>
StmtNode* TreeBuilder::with_statement(const Token& start) {
    auto* node = make<T>(start.range);
    advance();
    Scratch items(*this);
    // Parentheses may hold the items or begin the first expression: only the colon behind them tells.
    if (is(K::kLeftParen)) {
        const Token* open = at_;
        advance();
        bool fine = !is(K::kRightParen);
        while (fine) {
            WithItem* item = with_item();
            if (!item) fine = false;
            else items.push(item);
            if (!fine || !accept(K::kComma) || is(K::kRightParen)) break;
        }
        fine = fine && accept(K::kRightParen) && is(K::kColon);
        if (!fine) {
            rewind(open);
            items.items.resize(items.base);
        }
    }
    if (items.size() == 0) {
        do {
            WithItem* item = with_item();
            if (!item) return nullptr;
            items.push(item);
        } while (accept(K::kComma));
    }
    node->items = finish<WithItem>(items);
    if (!block(&node->body)) return nullptr;
    node->range = from(start);
    return node;
}

ExceptHandler* TreeBuilder::except_handler(bool* is_star) {
    auto* handler = make<ExceptHandler>(token().range);
    advance();
    *is_star = accept(K::kStar);
    if (*is_star || !is(K::kColon)) {
        handler->type = expression();
        if (!handler->type) return nullptr;
        if (accept(K::kAs)) {
            handler->name = name();
            if (!handler->name.data()) return nullptr;
        }
    }
    if (!block(&handler->body)) return nullptr;
    handler->range = from(handler);
    return handler;
}

StmtNode* TreeBuilder::try_statement() {
    const Token& start = token();
    advance();
    Stmts body, orelse, finalbody;
    if (!block(&body)) return nullptr;
    Scratch handlers(*this);
    bool any_star = false;
    while (is(K::kExcept)) {
        bool is_star;
        ExceptHandler* handler = except_handler(&is_star);
        if (!handler || (handlers.size() > 0 && is_star != any_star)) return nullptr;
        any_star = is_star;
        handlers.push(handler);
    }
    if (handlers.size() > 0 && !else_block(&orelse)) return nullptr;
    bool has_finally = accept(K::kFinally);
    if (has_finally && !block(&finalbody)) return nullptr;
    if (handlers.size() == 0 && !has_finally) return nullptr;
    auto fill = [&](TryNode* node) {
        node->body = body;
        node->handlers = finish<ExceptHandler>(handlers);
        node->orelse = orelse;
        node->finalbody = finalbody;
        return node;
    };
    return any_star ? fill(make<TryStar>(from(start))) : fill(make<Try>(from(start)));
}

StmtNode* TreeBuilder::decorated() {
    Scratch decorators(*this);
    while (accept(K::kAt)) {
        ExprNode* decorator = named_expression();
        if (!decorator || !accept(K::kNewline)) return nullptr;
        decorators.push(decorator);
    }
    Exprs list = finish<ExprNode>(decorators);
    const Token& start = token();
    if (is(K::kClass)) return class_definition(list);
    if (is(K::kDef)) return function<FunctionDef>(start, list);
    if (accept(K::kAsync) && is(K::kDef)) return function<AsyncFunctionDef>(start, list);
    return nullptr;
}

/// `def` is current; `start` is it or the `async` before.
template <class T>
StmtNode* TreeBuilder::function(const Token& start, Exprs decorators) {
    auto* node = make<T>(start.range);
    advance();
    node->name = name();
    if (!node->name.data() || !type_parameters(&node->type_params)) return nullptr;
    if (!accept(K::kLeftParen)) return nullptr;
    node->args = parameters(K::kRightParen, true);
    if (!node->args || !accept(K::kRightParen)) return nullptr;
    if (accept(K::kArrow) && !(node->returns = expression())) return nullptr;
    if (!block(&node->body)) return nullptr;
    node->decorator_list = decorators;
    node->range = from(start);
    return node;
}

StmtNode* TreeBuilder::class_definition(Exprs decorators) {
    auto* node = make<ClassDef>(token().range);
    advance();
    node->name = name();
    if (!node->name.data() || !type_parameters(&node->type_params)) return nullptr;
    if (accept(K::kLeftParen)) {
        if (!call_arguments(&node->bases, &node->keywords, false) || !accept(K::kRightParen)) return nullptr;
    }
    if (!block(&node->body)) return nullptr;
    node->decorator_list = decorators;
    node->range = from(node);
    return node;
}

bool TreeBuilder::type_parameters(Seq<TypeParamNode*>* out) {
    if (!accept(K::kLeftBracket)) return true;
    Scratch params(*this);
    do {
        if (params.size() > 0 && is(K::kRightBracket)) break;
        TypeParamNode* param = type_parameter();
        if (!param) return false;
        params.push(param);
    } while (accept(K::kComma));
    *out = finish<TypeParamNode>(params);
    return accept(K::kRightBracket);
}

TypeParamNode* TreeBuilder::type_parameter() {
    const Token& start = token();
    bool tuple = accept(K::kStar);
    bool spec = !tuple && accept(K::kDoubleStar);
    Identifier id = name();
    if (!id.data()) return nullptr;
    ExprNode* bound = nullptr;
    ExprNode* fallback = nullptr;
    if (!tuple && !spec && accept(K::kColon) && !(bound = expression())) return nullptr;
    if (accept(K::kEqual) && !(fallback = tuple ? star_expression() : expression())) return nullptr;
    if (tuple) {
        auto* node = make<TypeVarTuple>(from(start));
        node->name = id;
        node->default_value = fallback;
        return node;
    }
    if (spec) {
        auto* node = make<ParamSpec>(from(start));
        node->name = id;
        node->default_value = fallback;
        return node;
    }
    auto* node = make<TypeVar>(from(start));
    node->name = id;
    node->bound = bound;
    node->default_value = fallback;
    return node;
}

}  // namespace loopscope::python
