// SPDX-License-Identifier: MIT
#include "python/syntax/tree_builder.h"

#include "python/syntax/identifiers.h"

namespace loopscope::python {

TreeBuilder::TreeBuilder(std::string_view text, const std::vector<Token>& tokens, Arena& arena)
    : text_(text), first_(tokens.data()), statement_(first_), at_(tokens.data()), last_(tokens.data()), arena_(arena) {}

TokenKind TreeBuilder::peek(int ahead) const {
    const Token* at = at_;
    for (; ahead > 0; ahead--) {
        if (at->kind == K::kEndMarker || at->kind == K::kError) break;
        at++;
    }
    return at->kind;
}

void TreeBuilder::advance() {
    K kind = at_->kind;
    if (kind == K::kEndMarker || kind == K::kError) return;
    if (kind != K::kNewline && kind != K::kIndent && kind != K::kDedent) last_ = at_;
    at_++;
}

void TreeBuilder::rewind(const Token* to) {
    at_ = to;
    last_ = to;
    while (last_ > first_) {
        last_--;
        if (last_->kind != K::kNewline && last_->kind != K::kIndent && last_->kind != K::kDedent) break;
    }
}

ast::Identifier TreeBuilder::identifier(const Token& token) {
    std::string_view spelling = text(token);
    for (char c : spelling) {
        if (static_cast<unsigned char>(c) >= 0x80) return arena_.intern(normalise_identifier(spelling));
    }
    return arena_.intern(spelling);
}

ast::Identifier TreeBuilder::name() {
    if (!is(K::kName)) return {};
    ast::Identifier result = identifier(*at_);
    advance();
    return result;
}

SourceRange TreeBuilder::from(const Token& start) const {
    return {start.range.line, start.range.column, last_->range.end_line, last_->range.end_column};
}

SourceRange TreeBuilder::from(const ast::Node* start) const {
    return {start->range.line, start->range.column, last_->range.end_line, last_->range.end_column};
}

ast::ModNode* TreeBuilder::module() {
    Scratch body(*this);
    while (!is(K::kEndMarker)) {
        statement_ = at_;
        if (!statement(body)) return nullptr;
    }
    auto* node = make<ast::Module>({});
    node->body = finish<ast::StmtNode>(body);
    return node;
}

ast::ModNode* TreeBuilder::expression_input() {
    ast::ExprNode* body = expressions();
    if (!body) return nullptr;
    while (accept(K::kNewline)) {
    }
    if (!is(K::kEndMarker)) return nullptr;
    auto* node = make<ast::Expression>({});
    node->body = body;
    return node;
}

ast::ModNode* TreeBuilder::single_input() {
    Scratch body(*this);
    auto* node = make<ast::Interactive>({});
    if (is(K::kNewline)) {
        body.push(make<ast::Pass>(at_->range));
    } else {
        bool matched = false;
        ast::StmtNode* compound = compound_statement(&matched);
        if (matched) {
            if (!compound) return nullptr;
            body.push(compound);
            // The end of the input counts as the line that ends the block, but the block's own line must be whole.
            if (!is(K::kNewline) && (!is(K::kEndMarker) || text_.back() != '\n')) return nullptr;
        } else if (!simple_statements(body)) {
            return nullptr;
        }
    }
    node->body = finish<ast::StmtNode>(body);
    return node;
}

bool TreeBuilder::more_follows() const {
    for (const Token* token = at_; token->kind != K::kEndMarker; token++) {
        if (token->kind != K::kNewline && token->kind != K::kIndent && token->kind != K::kDedent) return true;
    }
    return false;
}

}  // namespace loopscope::python
