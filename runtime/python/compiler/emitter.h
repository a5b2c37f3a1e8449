// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "python/compiler/compile.h"
#include "python/compiler/constant_fold.h"
#include "python/compiler/unit.h"
#include "python/syntax/ast.h"

namespace loopscope::python {

/// Walks the tree and emits instructions into a stack of units. The first mistake sticks (`failed()`); what is emitted
/// after it does not matter. Split over emit_*.cpp by part of the language.
class Emitter {
public:
    Emitter(NameTable& names, ScopeTree& scopes, std::string_view filename, const CompileOptions& options,
            int32_t last_future_line, std::vector<Diagnostic>& warnings);

    /// Null after a mistake.
    std::shared_ptr<const Code> run(const ast::ModNode& module);

    const Diagnostic& error() const { return error_; }

private:
    using ExprNode = ast::ExprNode;
    using StmtNode = ast::StmtNode;
    using Context = ast::ExprContext;
    using Constant = python::Constant;  // here never ast::Constant

    // ---- emitter.cpp: units, instructions, errors ----
    Unit& unit() { return *units_.back(); }
    void enter(UnitKind kind, NameId name, Scope* scope, int32_t first_line, NameId private_class);
    /// Closes the current unit; null after a mistake.
    std::shared_ptr<Code> leave();
    std::string qualified_name(NameId name);
    void fail(std::string message, const SourceRange& at);
    void warn(std::string message, const SourceRange& at);
    bool failed() const { return failed_; }
    // Out of line, and ranges by reference: they are called a thousand times.
    void emit(Op op, const SourceRange& at, uint32_t arg = 0);
    void emit_jump(Op op, Label target, const SourceRange& at);
    void emit_setup(Pseudo op, Label handler, const SourceRange& at);
    void emit_pop_block();
    Label label() { return unit().list.new_label(); }
    void bind(Label label) { unit().list.bind(label); }
    void load(const Constant& value, const SourceRange& at);
    void load_none(const SourceRange& at);
    void load_text(std::string_view text, const SourceRange& at);
    void push_block(const FrameBlock& block);
    void pop_block() { unit().blocks.pop_back(); }

    // ---- emit_names.cpp ----
    NameId mangled(std::string_view text);
    NameId mangled(NameId name);
    void name(std::string_view text, Context context, const SourceRange& at);
    void name(NameId plain, Context context, const SourceRange& at);
    void store(std::string_view text, const SourceRange& at) { name(text, Context::kStore, at); }
    /// False (and an error) for __debug__, which cannot be bound or deleted.
    bool assignable(std::string_view text, Context context, const SourceRange& at);
    uint32_t attribute_index(std::string_view text) { return unit().names.get(mangled(text)); }
    /// Makes a function of `code`, with its closure; `attributes` (defaults etc.) are on the stack already.
    void make_function(std::shared_ptr<Code> code, uint32_t attributes, const SourceRange& at);

    // ---- emit_statements.cpp ----
    void module_body(const ast::Stmts& body);
    void statements(const ast::Stmts& body);
    void statement(const StmtNode* node);
    void dispatch(const StmtNode* node);
    void assign(const ast::Assign* s);
    void augmented_assign(const ast::AugAssign* s);
    void annotated_assign(const ast::AnnAssign* s);
    void evaluate_subscript_annotation(const ExprNode* node);
    void delete_target(const ExprNode* node);
    void return_statement(const ast::Return* s);
    void break_statement(const SourceRange& at);
    void continue_statement(const SourceRange& at);
    void if_statement(const ast::If* s);
    void while_statement(const ast::While* s);
    void for_statement(const ast::For* s);
    void async_for_statement(const ast::AsyncFor* s);
    void import_statement(const ast::Import* s);
    void import_from(const ast::ImportFrom* s);
    void assert_statement(const ast::Assert* s);
    void expression_statement(const ast::Expr* s);
    void for_iterable(const ExprNode* node);

    // ---- emit_try.cpp ----
    void try_statement(const ast::TryNode* s, bool star);
    void try_finally(const ast::TryNode* s, bool star);
    void try_except(const ast::Try* s);
    void try_except_star(const ast::TryStar* s);
    void with_statement(const ast::WithNode* s, size_t item, bool is_async);
    void call_exit_with_nones(const SourceRange& at);
    void with_except_finish(Label cleanup, Label exit);
    void pop_except_and_reraise(const SourceRange& at);
    void unbind_caught(NameId name, const SourceRange& at);
    /// Emits what leaves one block. `at` becomes "nowhere" once code from elsewhere has run.
    void unwind_block(SourceRange& at, const FrameBlock& block, bool value_on_top);
    /// Leaves blocks from the innermost on, up to and without the first loop if `loop` is given.
    bool unwind_blocks(SourceRange& at, bool value_on_top, const FrameBlock** loop);

    // ---- emit_functions.cpp ----
    void function(const ast::FunctionNode* s, bool is_async);
    void function_body(const ast::FunctionNode* s, bool is_async, uint32_t attributes, int32_t first_line);
    void lambda(const ast::Lambda* e);
    void class_definition(const ast::ClassDef* s);
    void class_body(const ast::ClassDef* s, int32_t first_line);
    void type_alias(const ast::TypeAlias* s);
    void type_parameters(const Seq<ast::TypeParamNode*>& list);
    void type_variable_part(const ast::TypeParamNode* node, const ExprNode* value, ScopeRole role, NameId name);
    void enter_type_parameters(const StmtNode* s, std::string_view name, int32_t first_line);
    void declare_parameters(const ast::Arguments* args);
    uint32_t default_arguments(const ast::Arguments* args, const SourceRange& at);
    uint32_t annotations(const ast::FunctionNode* s);
    void annotation_value(const ExprNode* node);
    void decorators(const ast::Exprs& list);
    void apply_decorators(const ast::Exprs& list);
    void wrap_stop_iteration();
    /// The cleaned docstring of a body, if it starts with one.
    bool docstring_of(const ast::Stmts& body, std::string& text) const;

    // ---- emit_expressions.cpp ----
    void expression(const ExprNode* node);
    void dispatch(const ExprNode* node);
    void binary(const ast::BinOp* e);
    void bool_op(const ast::BoolOp* e);
    void compare(const ast::Compare* e);
    void compare_right(const ast::Compare* e, size_t i);
    void compare_op(ast::CompareOperator op, const SourceRange& at);
    void check_compare(const ast::Compare* e);
    void jump_if(const ExprNode* node, Label target, bool when);
    void display(const ast::Exprs& items, Op build, Op append, Op extend, bool tuple, const SourceRange& at, uint32_t pushed = 0);
    void dict(const ast::Dict* e);
    void unpack(const ast::Exprs& targets, const SourceRange& at);
    void attribute(const ast::Attribute* e);
    void subscript(const ast::Subscript* e);
    bool slice_bounds(const ExprNode* node);
    void slice(const ast::Slice* e);
    void joined_string(const ast::JoinedStr* e);
    void formatted_value(const ast::FormattedValue* e);
    void yield(const ast::Yield* e);
    void yield_value(const SourceRange& at);
    void yield_from(const ast::YieldFrom* e);
    void await(const ast::Await* e);
    /// Drives the iterator under the value to send: [it, None] -> [result].
    void drive(bool awaiting, const SourceRange& at);
    void check_subscript(const ast::Subscript* e);

    // ---- emit_calls.cpp ----
    void call(const ast::Call* e);
    bool method_call(const ast::Call* e);
    bool super_call(const ast::Attribute* e);
    void load_super_arguments(const ast::Call* e);
    /// Arguments and the call itself; `pushed` positional arguments are on the stack already. `generic_base`: the class
    /// statement's hidden last base.
    void call_with(const SourceRange& at, uint32_t pushed, const ast::Exprs& args, const Seq<ast::Keyword*>& keywords,
                   bool generic_base = false);
    void call_unpacking(const SourceRange& at, uint32_t pushed, const ast::Exprs& args,
                        const Seq<ast::Keyword*>& keywords, bool generic_base);
    void keyword_group(const Seq<ast::Keyword*>& keywords, size_t begin, size_t end, const SourceRange& at);
    bool check_keywords(const Seq<ast::Keyword*>& keywords);
    void check_callable(const ExprNode* node);

    // ---- emit_comprehensions.cpp ----
    struct InlinedComprehension;
    struct ComprehensionParts {
        const ExprNode* node;
        ComprehensionKind kind;
        const Seq<ast::Comprehension*>* generators;
        const ExprNode* element;  ///< or key
        const ExprNode* value;
    };
    void comprehension(const ComprehensionParts& parts);
    void comprehension_generator(const ComprehensionParts& parts, size_t index, uint32_t depth, bool inlined);
    void async_comprehension_generator(const ComprehensionParts& parts, size_t index, uint32_t depth, bool inlined);
    void comprehension_next(const ComprehensionParts& parts, size_t index, uint32_t depth, bool inlined, Label skip);
    void comprehension_iterable(const ast::Comprehension* generator);
    void begin_inlined(Scope* inner, const SourceRange& at, InlinedComprehension& state);
    void end_inlined(const SourceRange& at, InlinedComprehension& state);
    void restore_inlined_locals(const SourceRange& at, const InlinedComprehension& state);

    // ---- emit_match.cpp ----
    struct PatternContext;
    void match_statement(const ast::Match* s);
    void pattern(const ast::PatternNode* p, PatternContext& pc);
    void dispatch(const ast::PatternNode* p, PatternContext& pc);
    void sub_pattern(const ast::PatternNode* p, PatternContext& pc);
    void pattern_as(const ast::MatchAs* p, PatternContext& pc);
    void pattern_sequence(const ast::MatchSequence* p, PatternContext& pc);
    void sequence_by_unpacking(const Seq<ast::PatternNode*>& patterns, const SourceRange& at, PatternContext& pc);
    void sequence_by_subscript(const Seq<ast::PatternNode*>& patterns, const SourceRange& at, size_t star, PatternContext& pc);
    void pattern_mapping(const ast::MatchMapping* p, PatternContext& pc);
    void pattern_class(const ast::MatchClass* p, PatternContext& pc);
    void pattern_or(const ast::MatchOr* p, PatternContext& pc);
    void pattern_value(const ast::MatchValue* p, PatternContext& pc);
    void pattern_store(NameId name, const SourceRange& at, PatternContext& pc);
    void jump_to_fail(PatternContext& pc, Op op, const SourceRange& at);
    void bind_fail_labels(PatternContext& pc, const SourceRange& at);

    NameTable& names_;
    ScopeTree& scopes_;
    const std::string filename_;
    const CompileOptions options_;
    const int32_t last_future_line_;
    std::vector<Diagnostic>& warnings_;
    ConstantFolder folder_;
    std::vector<std::unique_ptr<Unit>> units_;
    bool interactive_ = false;
    bool failed_ = false;
    int depth_ = 0;
    Diagnostic error_;
};

}  // namespace loopscope::python
