// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "python/syntax/ast.h"
#include "python/syntax/diagnostic.h"
#include "python/syntax/token.h"

namespace loopscope::python {

/// The recursive-descent parser: tokens in, tree out. It is made for correct programs and tells only *that*
/// one is wrong (a null result); why is found out by diagnose() in syntax_errors.h, which then takes its time.
///
/// One method for each construct of the grammar; it is called with the construct's first token current, and
/// leaves the first token after it current. Null means failure, which callers pass on at once.
class TreeBuilder {
public:
    TreeBuilder(std::string_view text, const std::vector<Token>& tokens, Arena& arena);

    ast::ModNode* module();
    ast::ModNode* expression_input();
    ast::ModNode* single_input();

    /// It gave up because expressions nest too deeply, not because of a mistake.
    bool too_complex() const { return too_complex_; }
    /// Index of the token at which the first top-level statement starts that could not be read.
    size_t first_wrong_statement() const { return static_cast<size_t>(statement_ - first_); }
    /// After single_input(): is there anything else in the source? And the last token that was read.
    bool more_follows() const;
    SourceRange last_range() const { return at_[-1].range; }
    std::vector<Diagnostic>& warnings() { return warnings_; }

private:
    using K = TokenKind;
    using Stmts = ast::Stmts;
    using Exprs = ast::Exprs;

    /// A sequence under construction, on one stack that all share: only the innermost living one may grow.
    struct Scratch {
        explicit Scratch(TreeBuilder& builder) : items(builder.scratch_), base(items.size()) {}
        ~Scratch() { items.resize(base); }
        void push(void* item) { items.push_back(item); }
        size_t size() const { return items.size() - base; }
        std::vector<void*>& items;
        size_t base;
    };
    template <class T>
    Seq<T*> finish(const Scratch& scratch) {
        return arena_.copy(reinterpret_cast<T* const*>(scratch.items.data()) + scratch.base, scratch.size());
    }

    /// Counts nesting; converts to false when it is too deep.
    struct Nesting {
        explicit Nesting(TreeBuilder& b) : builder(b) {
            if (++b.depth_ > kMaxDepth) b.too_complex_ = true;
        }
        ~Nesting() { builder.depth_--; }
        explicit operator bool() const { return !builder.too_complex_; }
        TreeBuilder& builder;
    };
    static constexpr int kMaxDepth = 1000;

    // ---- tokens ----
    const Token& token() const { return *at_; }
    K kind() const { return at_->kind; }
    K peek(int ahead = 1) const;
    bool is(K kind) const { return at_->kind == kind; }
    void advance();
    bool accept(K kind) {
        if (at_->kind != kind) return false;
        advance();
        return true;
    }
    std::string_view text(const Token& token) const { return text_.substr(token.start, token.end - token.start); }
    bool is_word(const char* word) const { return is(K::kName) && text(*at_) == word; }
    ast::Identifier identifier(const Token& token);
    /// A NAME as identifier; data() is null (and nothing consumed) if there is none.
    ast::Identifier name();
    SourceRange from(const Token& start) const;
    SourceRange from(const ast::Node* start) const;
    template <class T>
    T* make(const SourceRange& range) {
        T* node = arena_.make<T>();
        node->kind = T::kKind;
        node->range = range;
        return node;
    }
    void rewind(const Token* to);

    // ---- expressions (tree_expressions.cpp) ----
    ast::ExprNode* star_expressions();
    ast::ExprNode* star_expression();
    ast::ExprNode* star_named_expression();
    ast::ExprNode* named_expression();
    ast::ExprNode* expression();
    ast::ExprNode* expressions();
    ast::ExprNode* disjunction();
    ast::ExprNode* conjunction();
    ast::ExprNode* inversion();
    ast::ExprNode* comparison();
    ast::ExprNode* binary(int minimum);
    ast::ExprNode* factor();
    ast::ExprNode* power();
    ast::ExprNode* await_primary();
    ast::ExprNode* lambda();
    ast::ExprNode* yield_expression();
    ast::ExprNode* yield_or_star_expressions();
    ast::ExprNode* tuple_tail(ast::ExprNode* first, const Token& start, ast::ExprNode* (TreeBuilder::*item)());
    bool starts_expression() const;
    bool comparison_operator(ast::CompareOperator* op);

    // ---- atoms and what follows them (tree_atoms.cpp) ----
    ast::ExprNode* primary();
    ast::ExprNode* atom();
    ast::ExprNode* number();
    ast::ExprNode* parenthesised();
    ast::ExprNode* bracketed();
    ast::ExprNode* braced();
    ast::ExprNode* dict_rest(const Token& start, ast::ExprNode* key);
    ast::ExprNode* subscript();
    ast::ExprNode* slice();
    ast::ExprNode* simple_constant(ast::ConstantKind kind);
    bool call_arguments(Exprs* arguments, Seq<ast::Keyword*>* keywords, bool allow_generator);
    bool comprehension_clauses(Seq<ast::Comprehension*>* clauses);
    bool comprehension_conditions(Exprs* ifs);
    bool at_comprehension() const { return is(K::kFor) || (is(K::kAsync) && peek() == K::kFor); }

    // ---- strings (tree_strings.cpp) ----
    struct StringPieces;
    ast::ExprNode* strings();
    bool string_token(StringPieces& pieces);
    bool fstring(StringPieces& pieces);
    bool fstring_text(bool raw, StringPieces& pieces);
    bool replacement_field(StringPieces& pieces);
    ast::ExprNode* format_spec();
    std::string text_without_comments(const Token* open, const Token* after) const;
    void warn_escape(std::string_view escape, const Token& token);

    // ---- targets (tree_targets.cpp) ----
    bool to_target(ast::ExprNode* node, ast::ExprContext context, bool starred_allowed);
    bool is_single_target(const ast::ExprNode* node) const;
    ast::ExprNode* star_target();
    ast::ExprNode* star_targets();

    // ---- statements (tree_statements.cpp, tree_compound.cpp) ----
    bool statement(Scratch& out);
    bool simple_statements(Scratch& out);
    ast::StmtNode* simple_statement();
    ast::StmtNode* expression_statement();
    ast::StmtNode* annotated_assignment(ast::ExprNode* target, const Token& start);
    ast::StmtNode* return_statement();
    ast::StmtNode* raise_statement();
    ast::StmtNode* assert_statement();
    ast::StmtNode* del_statement();
    ast::StmtNode* import_name();
    ast::StmtNode* import_from();
    ast::Alias* import_alias(bool dotted);
    ast::Identifier dotted_name();
    ast::StmtNode* type_alias();
    template <class T>
    ast::StmtNode* name_list();
    bool block(Stmts* body);
    bool else_block(Stmts* body);
    ast::StmtNode* compound_statement(bool* matched);
    ast::StmtNode* if_statement();
    ast::StmtNode* while_statement();
    template <class T>
    ast::StmtNode* for_statement(const Token& start);
    template <class T>
    ast::StmtNode* with_statement(const Token& start);
    ast::WithItem* with_item();
    ast::StmtNode* try_statement();
    ast::ExceptHandler* except_handler(bool* is_star);
    ast::StmtNode* decorated();
    template <class T>
    ast::StmtNode* function(const Token& start, Exprs decorators);
    ast::StmtNode* class_definition(Exprs decorators);
    bool type_parameters(Seq<ast::TypeParamNode*>* out);
    ast::TypeParamNode* type_parameter();

    // ---- parameters (tree_parameters.cpp) ----
    ast::Arguments* parameters(K end, bool annotated);
    ast::Arg* parameter(bool annotated, bool star_annotation);

    // ---- match (tree_patterns.cpp) ----
    ast::StmtNode* match_statement(bool* matched);
    ast::MatchCase* match_case();
    ast::PatternNode* patterns();
    ast::PatternNode* pattern();
    ast::PatternNode* or_pattern();
    ast::PatternNode* closed_pattern();
    ast::PatternNode* maybe_star_pattern();
    ast::PatternNode* sequence_pattern(K close);
    ast::PatternNode* mapping_pattern();
    ast::PatternNode* class_pattern(ast::ExprNode* cls, const Token& start);
    ast::PatternNode* name_pattern();
    ast::ExprNode* pattern_literal();
    ast::ExprNode* pattern_key();
    ast::ExprNode* signed_number();

    std::string_view text_;
    const Token* first_;
    const Token* statement_;
    const Token* at_;
    /// End of the last consumed token that is not layout.
    const Token* last_;
    Arena& arena_;
    std::vector<void*> scratch_;
    std::vector<Diagnostic> warnings_;
    int depth_ = 0;
    bool too_complex_ = false;
};

}  // namespace loopscope::python
