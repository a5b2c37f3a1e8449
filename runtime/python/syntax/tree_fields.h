// SPDX-License-Identifier: MIT
#pragma once

#include "python/syntax/ast.h"

/// The fields of every node in the order of CPython's Parser/Python.asdl, for code that treats all nodes alike: a visitor
/// is called as `visit(field, field...)`. What the parser never fills (type comments) is left out.
namespace loopscope::python::ast {

#define LOOPSCOPE_AST_NODES(X)                                                                                                \
    X(Module) X(Interactive) X(Expression) X(FunctionDef) X(AsyncFunctionDef) X(ClassDef) X(Return) X(Delete) X(Assign)      \
    X(TypeAlias) X(AugAssign) X(AnnAssign) X(For) X(AsyncFor) X(While) X(If) X(With) X(AsyncWith) X(Match) X(Raise) X(Try)   \
    X(TryStar) X(Assert) X(Import) X(ImportFrom) X(Global) X(Nonlocal) X(Expr) X(Pass) X(Break) X(Continue) X(BoolOp)        \
    X(NamedExpr) X(BinOp) X(UnaryOp) X(Lambda) X(IfExp) X(Dict) X(Set) X(ListComp) X(SetComp) X(DictComp) X(GeneratorExp)    \
    X(Await) X(Yield) X(YieldFrom) X(Compare) X(Call) X(FormattedValue) X(JoinedStr) X(Constant) X(Attribute) X(Subscript)   \
    X(Starred) X(Name) X(List) X(Tuple) X(Slice) X(MatchValue) X(MatchSingleton) X(MatchSequence) X(MatchMapping)            \
    X(MatchClass) X(MatchStar) X(MatchAs) X(MatchOr) X(TypeVar) X(ParamSpec) X(TypeVarTuple) X(Comprehension)                \
    X(ExceptHandler) X(Arguments) X(Arg) X(Keyword) X(Alias) X(WithItem) X(MatchCase)

/// Whether CPython's node has lineno, col_offset, end_lineno, end_col_offset.
constexpr bool has_position(Kind kind) {
    return kind != Kind::kModule && kind != Kind::kInteractive && kind != Kind::kExpression && kind != Kind::kComprehension &&
           kind != Kind::kArguments && kind != Kind::kWithItem && kind != Kind::kMatchCase;
}

#define LOOPSCOPE_FIELDS(Type, ...)       \
    template <class V>                    \
    void visit_fields(V& visit, Type& n) { \
        visit(__VA_ARGS__);               \
    }

LOOPSCOPE_FIELDS(Module, n.body)
LOOPSCOPE_FIELDS(Interactive, n.body)
LOOPSCOPE_FIELDS(Expression, n.body)
LOOPSCOPE_FIELDS(FunctionNode, n.name, n.args, n.body, n.decorator_list, n.returns, n.type_params)
LOOPSCOPE_FIELDS(ClassDef, n.name, n.bases, n.keywords, n.body, n.decorator_list, n.type_params)
LOOPSCOPE_FIELDS(Return, n.value)
LOOPSCOPE_FIELDS(Delete, n.targets)
LOOPSCOPE_FIELDS(Assign, n.targets, n.value)
LOOPSCOPE_FIELDS(TypeAlias, n.name, n.type_params, n.value)
LOOPSCOPE_FIELDS(AugAssign, n.target, n.op, n.value)
LOOPSCOPE_FIELDS(AnnAssign, n.target, n.annotation, n.value, n.simple)
LOOPSCOPE_FIELDS(ForNode, n.target, n.iter, n.body, n.orelse)
LOOPSCOPE_FIELDS(While, n.test, n.body, n.orelse)
LOOPSCOPE_FIELDS(If, n.test, n.body, n.orelse)
LOOPSCOPE_FIELDS(WithNode, n.items, n.body)
LOOPSCOPE_FIELDS(Match, n.subject, n.cases)
LOOPSCOPE_FIELDS(Raise, n.exc, n.cause)
LOOPSCOPE_FIELDS(TryNode, n.body, n.handlers, n.orelse, n.finalbody)
LOOPSCOPE_FIELDS(Assert, n.test, n.msg)
LOOPSCOPE_FIELDS(Import, n.names)
LOOPSCOPE_FIELDS(ImportFrom, n.module, n.names, n.level)
LOOPSCOPE_FIELDS(Global, n.names)
LOOPSCOPE_FIELDS(Nonlocal, n.names)
LOOPSCOPE_FIELDS(Expr, n.value)
LOOPSCOPE_FIELDS(Pass)
LOOPSCOPE_FIELDS(Break)
LOOPSCOPE_FIELDS(Continue)
LOOPSCOPE_FIELDS(BoolOp, n.op, n.values)
LOOPSCOPE_FIELDS(NamedExpr, n.target, n.value)
LOOPSCOPE_FIELDS(BinOp, n.left, n.op, n.right)
LOOPSCOPE_FIELDS(UnaryOp, n.op, n.operand)
LOOPSCOPE_FIELDS(Lambda, n.args, n.body)
LOOPSCOPE_FIELDS(IfExp, n.test, n.body, n.orelse)
LOOPSCOPE_FIELDS(Dict, n.keys, n.values)
LOOPSCOPE_FIELDS(Set, n.elts)
LOOPSCOPE_FIELDS(ComprehensionNode, n.elt, n.generators)
LOOPSCOPE_FIELDS(DictComp, n.key, n.value, n.generators)
LOOPSCOPE_FIELDS(Await, n.value)
LOOPSCOPE_FIELDS(Yield, n.value)
LOOPSCOPE_FIELDS(YieldFrom, n.value)
LOOPSCOPE_FIELDS(Compare, n.left, n.ops, n.comparators)
LOOPSCOPE_FIELDS(Call, n.func, n.args, n.keywords)
LOOPSCOPE_FIELDS(FormattedValue, n.value, n.conversion, n.format_spec)
LOOPSCOPE_FIELDS(JoinedStr, n.values)
LOOPSCOPE_FIELDS(Constant, n.value_kind, n.base, n.number, n.text, n.u_prefix)
LOOPSCOPE_FIELDS(Attribute, n.value, n.attr, n.ctx)
LOOPSCOPE_FIELDS(Subscript, n.value, n.slice, n.ctx)
LOOPSCOPE_FIELDS(Starred, n.value, n.ctx)
LOOPSCOPE_FIELDS(Name, n.id, n.ctx)
LOOPSCOPE_FIELDS(List, n.elts, n.ctx)
LOOPSCOPE_FIELDS(Tuple, n.elts, n.ctx)
LOOPSCOPE_FIELDS(Slice, n.lower, n.upper, n.step)
LOOPSCOPE_FIELDS(MatchValue, n.value)
LOOPSCOPE_FIELDS(MatchSingleton, n.value)
LOOPSCOPE_FIELDS(MatchSequence, n.patterns)
LOOPSCOPE_FIELDS(MatchMapping, n.keys, n.patterns, n.rest)
LOOPSCOPE_FIELDS(MatchClass, n.cls, n.patterns, n.kwd_attrs, n.kwd_patterns)
LOOPSCOPE_FIELDS(MatchStar, n.name)
LOOPSCOPE_FIELDS(MatchAs, n.pattern, n.name)
LOOPSCOPE_FIELDS(MatchOr, n.patterns)
LOOPSCOPE_FIELDS(TypeVar, n.name, n.bound, n.default_value)
LOOPSCOPE_FIELDS(ParamSpec, n.name, n.default_value)
LOOPSCOPE_FIELDS(TypeVarTuple, n.name, n.default_value)
LOOPSCOPE_FIELDS(Comprehension, n.target, n.iter, n.ifs, n.is_async)
LOOPSCOPE_FIELDS(ExceptHandler, n.type, n.name, n.body)
LOOPSCOPE_FIELDS(Arguments, n.posonlyargs, n.args, n.vararg, n.kwonlyargs, n.kw_defaults, n.kwarg, n.defaults)
LOOPSCOPE_FIELDS(Arg, n.arg, n.annotation)
LOOPSCOPE_FIELDS(Keyword, n.arg, n.value)
LOOPSCOPE_FIELDS(Alias, n.name, n.asname)
LOOPSCOPE_FIELDS(WithItem, n.context_expr, n.optional_vars)
LOOPSCOPE_FIELDS(MatchCase, n.pattern, n.guard, n.body)

#undef LOOPSCOPE_FIELDS

}  // namespace loopscope::python::ast
