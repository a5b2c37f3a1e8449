// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <cstdint>
#include <string_view>

#include "python/syntax/arena.h"
#include "python/syntax/source_range.h"

/// The abstract syntax of Python 3.13, node for node and field for field as in CPython's `ast`
/// module (docs: library/ast). All nodes are plain structs in one Arena; walk them by
/// `switch (node->kind)` and `as<BinOp>(node)`.
///
/// An optional node is a null pointer, an optional identifier has `data() == nullptr`.
/// The ASDL base types `mod`, `stmt`, `expr`, `pattern`, `type_param` are ModNode, StmtNode, ExprNode,
/// PatternNode, TypeParamNode, because `Expr` and `Expression` are nodes of their own.
namespace loopscope::python::ast {

/// Interned in the arena, NFKC-normalised; within one parse equality is equality of data().
using Identifier = std::string_view;

enum class Kind : uint8_t {
    // mod
    kModule, kInteractive, kExpression,
    // stmt
    kFunctionDef, kAsyncFunctionDef, kClassDef, kReturn, kDelete, kAssign, kTypeAlias, kAugAssign,
    kAnnAssign, kFor, kAsyncFor, kWhile, kIf, kWith, kAsyncWith, kMatch, kRaise, kTry, kTryStar,
    kAssert, kImport, kImportFrom, kGlobal, kNonlocal, kExpr, kPass, kBreak, kContinue,
    // expr
    kBoolOp, kNamedExpr, kBinOp, kUnaryOp, kLambda, kIfExp, kDict, kSet, kListComp, kSetComp,
    kDictComp, kGeneratorExp, kAwait, kYield, kYieldFrom, kCompare, kCall, kFormattedValue,
    kJoinedStr, kConstant, kAttribute, kSubscript, kStarred, kName, kList, kTuple, kSlice,
    // pattern
    kMatchValue, kMatchSingleton, kMatchSequence, kMatchMapping, kMatchClass, kMatchStar, kMatchAs,
    kMatchOr,
    // type_param
    kTypeVar, kParamSpec, kTypeVarTuple,
    // the rest
    kComprehension, kExceptHandler, kArguments, kArg, kKeyword, kAlias, kWithItem, kMatchCase,
};

enum class ExprContext : uint8_t { kLoad, kStore, kDel };
enum class BoolOperator : uint8_t { kAnd, kOr };
enum class Operator : uint8_t {
    kAdd, kSub, kMult, kMatMult, kDiv, kMod, kPow, kLShift, kRShift, kBitOr, kBitXor, kBitAnd,
    kFloorDiv,
};
enum class UnaryOperator : uint8_t { kInvert, kNot, kUAdd, kUSub };
enum class CompareOperator : uint8_t {
    kEq, kNotEq, kLt, kLtE, kGt, kGtE, kIs, kIsNot, kIn, kNotIn,
};

/// Every node. Positions are exactly CPython's (columns in code points, see SourceRange).
/// Comprehension, Arguments, WithItem and MatchCase have positions too, though CPython gives them none.
struct Node {
    Kind kind;
    SourceRange range;
};

struct ModNode : Node {};
struct StmtNode : Node {};
struct ExprNode : Node {};
struct PatternNode : Node {};
struct TypeParamNode : Node {};

template <class T>
T* as(Node* node) {
    assert(node && node->kind == T::kKind);
    return static_cast<T*>(node);
}
template <class T>
const T* as(const Node* node) {
    assert(node && node->kind == T::kKind);
    return static_cast<const T*>(node);
}
/// Null when `node` is null or of another kind.
template <class T>
T* dyn(Node* node) {
    return node && node->kind == T::kKind ? static_cast<T*>(node) : nullptr;
}
template <class T>
const T* dyn(const Node* node) {
    return node && node->kind == T::kKind ? static_cast<const T*>(node) : nullptr;
}

using Stmts = Seq<StmtNode*>;
using Exprs = Seq<ExprNode*>;

struct Arg;
struct Keyword;

// ---- auxiliary nodes ----

/// `def f(posonlyargs, /, args, *vararg, kwonlyargs, **kwarg)`. `defaults` belong to the last
/// posonlyargs + args; `kw_defaults` is parallel to kwonlyargs with null for "required".
struct Arguments : Node {
    static constexpr Kind kKind = Kind::kArguments;
    Seq<Arg*> posonlyargs, args;
    Arg* vararg = nullptr;
    Seq<Arg*> kwonlyargs;
    Exprs kw_defaults;
    Arg* kwarg = nullptr;
    Exprs defaults;
};

struct Arg : Node {
    static constexpr Kind kKind = Kind::kArg;
    Identifier arg;
    ExprNode* annotation = nullptr;
};

/// In a call or a class header; `arg` is absent for `**value`.
struct Keyword : Node {
    static constexpr Kind kKind = Kind::kKeyword;
    Identifier arg;
    ExprNode* value = nullptr;
};

/// `import a.b as c`: `name` is the dotted name, or "*".
struct Alias : Node {
    static constexpr Kind kKind = Kind::kAlias;
    Identifier name, asname;
};

struct WithItem : Node {
    static constexpr Kind kKind = Kind::kWithItem;
    ExprNode* context_expr = nullptr;
    ExprNode* optional_vars = nullptr;
};

struct Comprehension : Node {
    static constexpr Kind kKind = Kind::kComprehension;
    ExprNode* target = nullptr;
    ExprNode* iter = nullptr;
    Exprs ifs;
    bool is_async = false;
};

struct ExceptHandler : Node {
    static constexpr Kind kKind = Kind::kExceptHandler;
    ExprNode* type = nullptr;
    Identifier name;
    Stmts body;
};

struct MatchCase : Node {
    static constexpr Kind kKind = Kind::kMatchCase;
    PatternNode* pattern = nullptr;
    ExprNode* guard = nullptr;
    Stmts body;
};

// ---- mod ----

struct Module : ModNode {
    static constexpr Kind kKind = Kind::kModule;
    Stmts body;
};
struct Interactive : ModNode {
    static constexpr Kind kKind = Kind::kInteractive;
    Stmts body;
};
struct Expression : ModNode {
    static constexpr Kind kKind = Kind::kExpression;
    ExprNode* body = nullptr;
};

// ---- stmt ----

/// Common shape of FunctionDef and AsyncFunctionDef (both derive from it).
struct FunctionNode : StmtNode {
    Identifier name;
    Arguments* args = nullptr;
    Stmts body;
    Exprs decorator_list;
    ExprNode* returns = nullptr;
    Seq<TypeParamNode*> type_params;
};
struct FunctionDef : FunctionNode {
    static constexpr Kind kKind = Kind::kFunctionDef;
};
struct AsyncFunctionDef : FunctionNode {
    static constexpr Kind kKind = Kind::kAsyncFunctionDef;
};
struct ClassDef : StmtNode {
    static constexpr Kind kKind = Kind::kClassDef;
    Identifier name;
    Exprs bases;
    Seq<Keyword*> keywords;
    Stmts body;
    Exprs decorator_list;
    Seq<TypeParamNode*> type_params;
};
struct Return : StmtNode {
    static constexpr Kind kKind = Kind::kReturn;
    ExprNode* value = nullptr;
};
struct Delete : StmtNode {
    static constexpr Kind kKind = Kind::kDelete;
    Exprs targets;
};
struct Assign : StmtNode {
    static constexpr Kind kKind = Kind::kAssign;
    Exprs targets;
    ExprNode* value = nullptr;
};
struct TypeAlias : StmtNode {
    static constexpr Kind kKind = Kind::kTypeAlias;
    ExprNode* name = nullptr;
    Seq<TypeParamNode*> type_params;
    ExprNode* value = nullptr;
};
struct AugAssign : StmtNode {
    static constexpr Kind kKind = Kind::kAugAssign;
    ExprNode* target = nullptr;
    Operator op = Operator::kAdd;
    ExprNode* value = nullptr;
};
struct AnnAssign : StmtNode {
    static constexpr Kind kKind = Kind::kAnnAssign;
    ExprNode* target = nullptr;
    ExprNode* annotation = nullptr;
    ExprNode* value = nullptr;
    bool simple = false;  // a bare, unparenthesised name
};
/// Common shape of For and AsyncFor.
struct ForNode : StmtNode {
    ExprNode* target = nullptr;
    ExprNode* iter = nullptr;
    Stmts body, orelse;
};
struct For : ForNode {
    static constexpr Kind kKind = Kind::kFor;
};
struct AsyncFor : ForNode {
    static constexpr Kind kKind = Kind::kAsyncFor;
};
struct While : StmtNode {
    static constexpr Kind kKind = Kind::kWhile;
    ExprNode* test = nullptr;
    Stmts body, orelse;
};
struct If : StmtNode {
    static constexpr Kind kKind = Kind::kIf;
    ExprNode* test = nullptr;
    Stmts body, orelse;
};
/// Common shape of With and AsyncWith.
struct WithNode : StmtNode {
    Seq<WithItem*> items;
    Stmts body;
};
struct With : WithNode {
    static constexpr Kind kKind = Kind::kWith;
};
struct AsyncWith : WithNode {
    static constexpr Kind kKind = Kind::kAsyncWith;
};
struct Match : StmtNode {
    static constexpr Kind kKind = Kind::kMatch;
    ExprNode* subject = nullptr;
    Seq<MatchCase*> cases;
};
struct Raise : StmtNode {
    static constexpr Kind kKind = Kind::kRaise;
    ExprNode* exc = nullptr;
    ExprNode* cause = nullptr;
};
/// Common shape of Try and TryStar.
struct TryNode : StmtNode {
    Stmts body;
    Seq<ExceptHandler*> handlers;
    Stmts orelse, finalbody;
};
struct Try : TryNode {
    static constexpr Kind kKind = Kind::kTry;
};
struct TryStar : TryNode {
    static constexpr Kind kKind = Kind::kTryStar;
};
struct Assert : StmtNode {
    static constexpr Kind kKind = Kind::kAssert;
    ExprNode* test = nullptr;
    ExprNode* msg = nullptr;
};
struct Import : StmtNode {
    static constexpr Kind kKind = Kind::kImport;
    Seq<Alias*> names;
};
struct ImportFrom : StmtNode {
    static constexpr Kind kKind = Kind::kImportFrom;
    Identifier module;  // absent in `from . import x`
    Seq<Alias*> names;
    int32_t level = 0;
};
struct Global : StmtNode {
    static constexpr Kind kKind = Kind::kGlobal;
    Seq<Identifier> names;
};
struct Nonlocal : StmtNode {
    static constexpr Kind kKind = Kind::kNonlocal;
    Seq<Identifier> names;
};
struct Expr : StmtNode {
    static constexpr Kind kKind = Kind::kExpr;
    ExprNode* value = nullptr;
};
struct Pass : StmtNode {
    static constexpr Kind kKind = Kind::kPass;
};
struct Break : StmtNode {
    static constexpr Kind kKind = Kind::kBreak;
};
struct Continue : StmtNode {
    static constexpr Kind kKind = Kind::kContinue;
};

// ---- expr ----

struct BoolOp : ExprNode {
    static constexpr Kind kKind = Kind::kBoolOp;
    BoolOperator op = BoolOperator::kAnd;
    Exprs values;
};
struct NamedExpr : ExprNode {
    static constexpr Kind kKind = Kind::kNamedExpr;
    ExprNode* target = nullptr;  // a Name
    ExprNode* value = nullptr;
};
struct BinOp : ExprNode {
    static constexpr Kind kKind = Kind::kBinOp;
    ExprNode* left = nullptr;
    Operator op = Operator::kAdd;
    ExprNode* right = nullptr;
};
struct UnaryOp : ExprNode {
    static constexpr Kind kKind = Kind::kUnaryOp;
    UnaryOperator op = UnaryOperator::kNot;
    ExprNode* operand = nullptr;
};
struct Lambda : ExprNode {
    static constexpr Kind kKind = Kind::kLambda;
    Arguments* args = nullptr;
    ExprNode* body = nullptr;
};
struct IfExp : ExprNode {
    static constexpr Kind kKind = Kind::kIfExp;
    ExprNode* test = nullptr;
    ExprNode* body = nullptr;
    ExprNode* orelse = nullptr;
};
/// `keys[i]` is null for `**values[i]`.
struct Dict : ExprNode {
    static constexpr Kind kKind = Kind::kDict;
    Exprs keys, values;
};
struct Set : ExprNode {
    static constexpr Kind kKind = Kind::kSet;
    Exprs elts;
};
/// Common shape of ListComp, SetComp and GeneratorExp.
struct ComprehensionNode : ExprNode {
    ExprNode* elt = nullptr;
    Seq<Comprehension*> generators;
};
struct ListComp : ComprehensionNode {
    static constexpr Kind kKind = Kind::kListComp;
};
struct SetComp : ComprehensionNode {
    static constexpr Kind kKind = Kind::kSetComp;
};
struct GeneratorExp : ComprehensionNode {
    static constexpr Kind kKind = Kind::kGeneratorExp;
};
struct DictComp : ExprNode {
    static constexpr Kind kKind = Kind::kDictComp;
    ExprNode* key = nullptr;
    ExprNode* value = nullptr;
    Seq<Comprehension*> generators;
};
struct Await : ExprNode {
    static constexpr Kind kKind = Kind::kAwait;
    ExprNode* value = nullptr;
};
struct Yield : ExprNode {
    static constexpr Kind kKind = Kind::kYield;
    ExprNode* value = nullptr;
};
struct YieldFrom : ExprNode {
    static constexpr Kind kKind = Kind::kYieldFrom;
    ExprNode* value = nullptr;
};
struct Compare : ExprNode {
    static constexpr Kind kKind = Kind::kCompare;
    ExprNode* left = nullptr;
    Seq<CompareOperator> ops;
    Exprs comparators;
};
struct Call : ExprNode {
    static constexpr Kind kKind = Kind::kCall;
    ExprNode* func = nullptr;
    Exprs args;
    Seq<Keyword*> keywords;
};
struct FormattedValue : ExprNode {
    static constexpr Kind kKind = Kind::kFormattedValue;
    ExprNode* value = nullptr;
    int32_t conversion = -1;          // -1, 's', 'r' or 'a'
    ExprNode* format_spec = nullptr;  // a JoinedStr
};
/// An f-string: Constants (strings) and FormattedValues, adjacent Constants already merged.
struct JoinedStr : ExprNode {
    static constexpr Kind kKind = Kind::kJoinedStr;
    Exprs values;
};

enum class ConstantKind : uint8_t {
    kNone, kTrue, kFalse, kEllipsis, kInt, kFloat, kImaginary, kStr, kBytes,
};
struct Constant : ExprNode {
    static constexpr Kind kKind = Kind::kConstant;
    ConstantKind value_kind = ConstantKind::kNone;
    bool u_prefix = false;    // the node's `kind` field: 'u' or None
    bool fits_int64 = false;  // kInt: `integer` holds the value
    uint8_t base = 10;        // kInt: 2, 8, 10 or 16
    int64_t integer = 0;
    double number = 0;  // kFloat, kImaginary
    /// kInt: digits in `base`, lower case, without prefix, underscores or leading zeros.
    /// kStr: generalised UTF-8, i.e. each surrogate of an escape such as "\ud800" is its own
    /// 3-byte sequence, pairs are not joined. kBytes: the bytes.
    std::string_view text;
};
struct Attribute : ExprNode {
    static constexpr Kind kKind = Kind::kAttribute;
    ExprNode* value = nullptr;
    Identifier attr;
    ExprContext ctx = ExprContext::kLoad;
};
struct Subscript : ExprNode {
    static constexpr Kind kKind = Kind::kSubscript;
    ExprNode* value = nullptr;
    ExprNode* slice = nullptr;
    ExprContext ctx = ExprContext::kLoad;
};
struct Starred : ExprNode {
    static constexpr Kind kKind = Kind::kStarred;
    ExprNode* value = nullptr;
    ExprContext ctx = ExprContext::kLoad;
};
struct Name : ExprNode {
    static constexpr Kind kKind = Kind::kName;
    Identifier id;
    ExprContext ctx = ExprContext::kLoad;
};
struct List : ExprNode {
    static constexpr Kind kKind = Kind::kList;
    Exprs elts;
    ExprContext ctx = ExprContext::kLoad;
};
struct Tuple : ExprNode {
    static constexpr Kind kKind = Kind::kTuple;
    Exprs elts;
    ExprContext ctx = ExprContext::kLoad;
};
/// Only inside Subscript::slice (or a Tuple there).
struct Slice : ExprNode {
    static constexpr Kind kKind = Kind::kSlice;
    ExprNode* lower = nullptr;
    ExprNode* upper = nullptr;
    ExprNode* step = nullptr;
};

// ---- pattern ----

struct MatchValue : PatternNode {
    static constexpr Kind kKind = Kind::kMatchValue;
    ExprNode* value = nullptr;
};
struct MatchSingleton : PatternNode {
    static constexpr Kind kKind = Kind::kMatchSingleton;
    ConstantKind value = ConstantKind::kNone;  // kNone, kTrue or kFalse
};
struct MatchSequence : PatternNode {
    static constexpr Kind kKind = Kind::kMatchSequence;
    Seq<PatternNode*> patterns;
};
/// `{keys[i]: patterns[i], **rest}`
struct MatchMapping : PatternNode {
    static constexpr Kind kKind = Kind::kMatchMapping;
    Exprs keys;
    Seq<PatternNode*> patterns;
    Identifier rest;
};
struct MatchClass : PatternNode {
    static constexpr Kind kKind = Kind::kMatchClass;
    ExprNode* cls = nullptr;
    Seq<PatternNode*> patterns;
    Seq<Identifier> kwd_attrs;
    Seq<PatternNode*> kwd_patterns;
};
/// `*name`, or `*_` when absent.
struct MatchStar : PatternNode {
    static constexpr Kind kKind = Kind::kMatchStar;
    Identifier name;
};
/// `pattern as name`; without pattern a capture; without both the wildcard `_`.
struct MatchAs : PatternNode {
    static constexpr Kind kKind = Kind::kMatchAs;
    PatternNode* pattern = nullptr;
    Identifier name;
};
struct MatchOr : PatternNode {
    static constexpr Kind kKind = Kind::kMatchOr;
    Seq<PatternNode*> patterns;
};

// ---- type_param (PEP 695, defaults PEP 696) ----

struct TypeVar : TypeParamNode {
    static constexpr Kind kKind = Kind::kTypeVar;
    Identifier name;
    ExprNode* bound = nullptr;
    ExprNode* default_value = nullptr;
};
struct ParamSpec : TypeParamNode {
    static constexpr Kind kKind = Kind::kParamSpec;
    Identifier name;
    ExprNode* default_value = nullptr;
};
struct TypeVarTuple : TypeParamNode {
    static constexpr Kind kKind = Kind::kTypeVarTuple;
    Identifier name;
    ExprNode* default_value = nullptr;
};

}  // namespace loopscope::python::ast
