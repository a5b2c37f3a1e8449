// SPDX-License-Identifier: MIT
#include "python/syntax/ast_text.h"

#include <cstring>
#include <vector>

namespace loopscope::python {

using namespace ast;

namespace {

class Writer {
public:
    std::string out;

    void node(const Node* n);

private:
    bool first_ = true;

    void open(const char* name) {
        out += name;
        out += '(';
        first_ = true;
    }
    void key(const char* name) {
        if (!first_) out += ", ";
        first_ = false;
        out += name;
        out += '=';
    }
    void raw(const char* name, const std::string& value) {
        key(name);
        out += value;
    }
    void number(const char* name, long value) { raw(name, std::to_string(value)); }
    void id(const char* name, Identifier value) {
        if (value.data()) raw(name, "'" + std::string(value) + "'");
    }
    void ids(const char* name, Seq<Identifier> values) {
        key(name);
        out += '[';
        for (size_t i = 0; i < values.size(); i++) out += (i ? ", '" : "'") + std::string(values[i]) + "'";
        out += ']';
    }
    void child(const char* name, const Node* n) {
        if (!n) return;
        key(name);
        nested(n);
    }
    void nested(const Node* n) {
        if (n) node(n);
        else out += "None";
        first_ = false;
    }
    template <class T>
    void list(const char* name, Seq<T*> values) {
        key(name);
        out += '[';
        for (size_t i = 0; i < values.size(); i++) {
            if (i) out += ", ";
            nested(values[i]);
        }
        out += ']';
    }
    void close(const Node* n) {
        number("lineno", n->range.line);
        number("col_offset", n->range.column);
        number("end_lineno", n->range.end_line);
        number("end_col_offset", n->range.end_column);
        out += ')';
    }
    void ctx(ExprContext c) {
        static const char* const names[] = {"Load()", "Store()", "Del()"};
        raw("ctx", names[static_cast<int>(c)]);
    }
    void function(const FunctionNode* n, const char* name) {
        open(name);
        id("name", n->name);
        child("args", n->args);
        list("body", n->body);
        list("decorator_list", n->decorator_list);
        child("returns", n->returns);
        list("type_params", n->type_params);
        close(n);
    }
    void loop(const ForNode* n, const char* name) {
        open(name);
        child("target", n->target);
        child("iter", n->iter);
        list("body", n->body);
        list("orelse", n->orelse);
        close(n);
    }
    void with(const WithNode* n, const char* name) {
        open(name);
        list("items", n->items);
        list("body", n->body);
        close(n);
    }
    void try_(const TryNode* n, const char* name) {
        open(name);
        list("body", n->body);
        list("handlers", n->handlers);
        list("orelse", n->orelse);
        list("finalbody", n->finalbody);
        close(n);
    }
    void comprehension(const ComprehensionNode* n, const char* name) {
        open(name);
        child("elt", n->elt);
        list("generators", n->generators);
        close(n);
    }
    void constant(const Constant* n);
    void statement(const Node* n);
    void expression(const Node* n);
    void pattern(const Node* n);
    void other(const Node* n);
};

const char* const kOperators[] = {"Add()", "Sub()", "Mult()", "MatMult()", "Div()", "Mod()", "Pow()", "LShift()",
                                  "RShift()", "BitOr()", "BitXor()", "BitAnd()", "FloorDiv()"};
const char* const kUnary[] = {"Invert()", "Not()", "UAdd()", "USub()"};
const char* const kCompare[] = {"Eq()", "NotEq()", "Lt()", "LtE()", "Gt()", "GtE()", "Is()", "IsNot()", "In()", "NotIn()"};

std::string hex(std::string_view bytes) {
    static const char digits[] = "0123456789abcdef";
    std::string text;
    for (char c : bytes) {
        text += digits[static_cast<unsigned char>(c) >> 4];
        text += digits[c & 15];
    }
    return text;
}

std::string integer_hex(std::string_view digits, unsigned base) {
    std::vector<uint32_t> limbs;  // little-endian, 28 bits each
    for (char c : digits) {
        uint64_t carry = static_cast<uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
        for (uint32_t& limb : limbs) {
            carry += static_cast<uint64_t>(limb) * base;
            limb = carry & 0xFFFFFFF;
            carry >>= 28;
        }
        if (carry) limbs.push_back(static_cast<uint32_t>(carry));
    }
    std::string text;
    for (size_t i = limbs.size(); i-- > 0;) {
        char piece[16];
        snprintf(piece, sizeof piece, text.empty() ? "%x" : "%07x", limbs[i]);
        text += piece;
    }
    return text.empty() ? "0" : text;
}

std::string double_hex(double value) {
    uint64_t bits;
    std::memcpy(&bits, &value, 8);
    char text[24];
    snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(bits));
    return text;
}

void Writer::constant(const Constant* n) {
    open("Constant");
    switch (n->value_kind) {
        case ConstantKind::kNone: raw("value", "None"); break;
        case ConstantKind::kTrue: raw("value", "True"); break;
        case ConstantKind::kFalse: raw("value", "False"); break;
        case ConstantKind::kEllipsis: raw("value", "Ellipsis"); break;
        case ConstantKind::kInt: {
            std::string text = integer_hex(n->text, n->base);
            if (n->fits_int64) {
                char direct[24];
                snprintf(direct, sizeof direct, "%llx", static_cast<long long>(n->integer));
                if (text != direct) text = "mismatch";
            }
            raw("value", "int'" + text + "'");
            break;
        }
        case ConstantKind::kFloat: raw("value", "float'" + double_hex(n->number) + "'"); break;
        case ConstantKind::kImaginary: raw("value", "complex'" + double_hex(n->number) + "'"); break;
        case ConstantKind::kStr: raw("value", "str'" + hex(n->text) + "'"); break;
        case ConstantKind::kBytes: raw("value", "bytes'" + hex(n->text) + "'"); break;
    }
    if (n->u_prefix) raw("kind", "'u'");
    close(n);
}

void Writer::statement(const Node* n) {
    switch (n->kind) {
        case Kind::kFunctionDef: return function(as<FunctionDef>(n), "FunctionDef");
        case Kind::kAsyncFunctionDef: return function(as<AsyncFunctionDef>(n), "AsyncFunctionDef");
        case Kind::kClassDef: {
            auto* s = as<ClassDef>(n);
            open("ClassDef");
            id("name", s->name);
            list("bases", s->bases);
            list("keywords", s->keywords);
            list("body", s->body);
            list("decorator_list", s->decorator_list);
            list("type_params", s->type_params);
            break;
        }
        case Kind::kReturn: open("Return"); child("value", as<Return>(n)->value); break;
        case Kind::kDelete: open("Delete"); list("targets", as<Delete>(n)->targets); break;
        case Kind::kAssign:
            open("Assign");
            list("targets", as<Assign>(n)->targets);
            child("value", as<Assign>(n)->value);
            break;
        case Kind::kTypeAlias:
            open("TypeAlias");
            child("name", as<TypeAlias>(n)->name);
            list("type_params", as<TypeAlias>(n)->type_params);
            child("value", as<TypeAlias>(n)->value);
            break;
        case Kind::kAugAssign:
            open("AugAssign");
            child("target", as<AugAssign>(n)->target);
            raw("op", kOperators[static_cast<int>(as<AugAssign>(n)->op)]);
            child("value", as<AugAssign>(n)->value);
            break;
        case Kind::kAnnAssign:
            open("AnnAssign");
            child("target", as<AnnAssign>(n)->target);
            child("annotation", as<AnnAssign>(n)->annotation);
            child("value", as<AnnAssign>(n)->value);
            number("simple", as<AnnAssign>(n)->simple);
            break;
        case Kind::kFor: return loop(as<For>(n), "For");
        case Kind::kAsyncFor: return loop(as<AsyncFor>(n), "AsyncFor");
        case Kind::kWhile:
            open("While");
            child("test", as<While>(n)->test);
            list("body", as<While>(n)->body);
            list("orelse", as<While>(n)->orelse);
            break;
        case Kind::kIf:
            open("If");
            child("test", as<If>(n)->test);
            list("body", as<If>(n)->body);
            list("orelse", as<If>(n)->orelse);
            break;
        case Kind::kWith: return with(as<With>(n), "With");
        case Kind::kAsyncWith: return with(as<AsyncWith>(n), "AsyncWith");
        case Kind::kMatch:
            open("Match");
            child("subject", as<Match>(n)->subject);
            list("cases", as<Match>(n)->cases);
            break;
        case Kind::kRaise:
            open("Raise");
            child("exc", as<Raise>(n)->exc);
            child("cause", as<Raise>(n)->cause);
            break;
        case Kind::kTry: return try_(as<Try>(n), "Try");
        case Kind::kTryStar: return try_(as<TryStar>(n), "TryStar");
        case Kind::kAssert:
            open("Assert");
            child("test", as<Assert>(n)->test);
            child("msg", as<Assert>(n)->msg);
            break;
        case Kind::kImport: open("Import"); list("names", as<Import>(n)->names); break;
        case Kind::kImportFrom:
            open("ImportFrom");
            id("module", as<ImportFrom>(n)->module);
            list("names", as<ImportFrom>(n)->names);
            number("level", as<ImportFrom>(n)->level);
            break;
        case Kind::kGlobal: open("Global"); ids("names", as<Global>(n)->names); break;
        case Kind::kNonlocal: open("Nonlocal"); ids("names", as<Nonlocal>(n)->names); break;
        case Kind::kExpr: open("Expr"); child("value", as<Expr>(n)->value); break;
        case Kind::kPass: open("Pass"); break;
        case Kind::kBreak: open("Break"); break;
        default: open("Continue"); break;
    }
    close(n);
}

void Writer::expression(const Node* n) {
    switch (n->kind) {
        case Kind::kBoolOp:
            open("BoolOp");
            raw("op", as<BoolOp>(n)->op == BoolOperator::kAnd ? "And()" : "Or()");
            list("values", as<BoolOp>(n)->values);
            break;
        case Kind::kNamedExpr:
            open("NamedExpr");
            child("target", as<NamedExpr>(n)->target);
            child("value", as<NamedExpr>(n)->value);
            break;
        case Kind::kBinOp:
            open("BinOp");
            child("left", as<BinOp>(n)->left);
            raw("op", kOperators[static_cast<int>(as<BinOp>(n)->op)]);
            child("right", as<BinOp>(n)->right);
            break;
        case Kind::kUnaryOp:
            open("UnaryOp");
            raw("op", kUnary[static_cast<int>(as<UnaryOp>(n)->op)]);
            child("operand", as<UnaryOp>(n)->operand);
            break;
        case Kind::kLambda:
            open("Lambda");
            child("args", as<Lambda>(n)->args);
            child("body", as<Lambda>(n)->body);
            break;
        case Kind::kIfExp:
            open("IfExp");
            child("test", as<IfExp>(n)->test);
            child("body", as<IfExp>(n)->body);
            child("orelse", as<IfExp>(n)->orelse);
            break;
        case Kind::kDict:
            open("Dict");
            list("keys", as<Dict>(n)->keys);
            list("values", as<Dict>(n)->values);
            break;
        case Kind::kSet: open("Set"); list("elts", as<Set>(n)->elts); break;
        case Kind::kListComp: return comprehension(as<ListComp>(n), "ListComp");
        case Kind::kSetComp: return comprehension(as<SetComp>(n), "SetComp");
        case Kind::kGeneratorExp: return comprehension(as<GeneratorExp>(n), "GeneratorExp");
        case Kind::kDictComp:
            open("DictComp");
            child("key", as<DictComp>(n)->key);
            child("value", as<DictComp>(n)->value);
            list("generators", as<DictComp>(n)->generators);
            break;
        case Kind::kAwait: open("Await"); child("value", as<Await>(n)->value); break;
        case Kind::kYield: open("Yield"); child("value", as<Yield>(n)->value); break;
        case Kind::kYieldFrom: open("YieldFrom"); child("value", as<YieldFrom>(n)->value); break;
        case Kind::kCompare: {
            auto* e = as<Compare>(n);
            open("Compare");
            child("left", e->left);
            key("ops");
            out += '[';
            for (size_t i = 0; i < e->ops.size(); i++) out += std::string(i ? ", " : "") + kCompare[static_cast<int>(e->ops[i])];
            out += ']';
            list("comparators", e->comparators);
            break;
        }
        case Kind::kCall:
            open("Call");
            child("func", as<Call>(n)->func);
            list("args", as<Call>(n)->args);
            list("keywords", as<Call>(n)->keywords);
            break;
        case Kind::kFormattedValue:
            open("FormattedValue");
            child("value", as<FormattedValue>(n)->value);
            number("conversion", as<FormattedValue>(n)->conversion);
            child("format_spec", as<FormattedValue>(n)->format_spec);
            break;
        case Kind::kJoinedStr: open("JoinedStr"); list("values", as<JoinedStr>(n)->values); break;
        case Kind::kConstant: return constant(as<Constant>(n));
        case Kind::kAttribute:
            open("Attribute");
            child("value", as<Attribute>(n)->value);
            id("attr", as<Attribute>(n)->attr);
            ctx(as<Attribute>(n)->ctx);
            break;
        case Kind::kSubscript:
            open("Subscript");
            child("value", as<Subscript>(n)->value);
            child("slice", as<Subscript>(n)->slice);
            ctx(as<Subscript>(n)->ctx);
            break;
        case Kind::kStarred: open("Starred"); child("value", as<Starred>(n)->value); ctx(as<Starred>(n)->ctx); break;
        case Kind::kName: open("Name"); id("id", as<Name>(n)->id); ctx(as<Name>(n)->ctx); break;
        case Kind::kList: open("List"); list("elts", as<List>(n)->elts); ctx(as<List>(n)->ctx); break;
        case Kind::kTuple: open("Tuple"); list("elts", as<Tuple>(n)->elts); ctx(as<Tuple>(n)->ctx); break;
        default:
            open("Slice");
            child("lower", as<Slice>(n)->lower);
            child("upper", as<Slice>(n)->upper);
            child("step", as<Slice>(n)->step);
            break;
    }
    close(n);
}

void Writer::pattern(const Node* n) {
    switch (n->kind) {
        case Kind::kMatchValue: open("MatchValue"); child("value", as<MatchValue>(n)->value); break;
        case Kind::kMatchSingleton: {
            ConstantKind value = as<MatchSingleton>(n)->value;
            open("MatchSingleton");
            raw("value", value == ConstantKind::kNone ? "None" : value == ConstantKind::kTrue ? "True" : "False");
            break;
        }
        case Kind::kMatchSequence: open("MatchSequence"); list("patterns", as<MatchSequence>(n)->patterns); break;
        case Kind::kMatchMapping:
            open("MatchMapping");
            list("keys", as<MatchMapping>(n)->keys);
            list("patterns", as<MatchMapping>(n)->patterns);
            id("rest", as<MatchMapping>(n)->rest);
            break;
        case Kind::kMatchClass:
            open("MatchClass");
            child("cls", as<MatchClass>(n)->cls);
            list("patterns", as<MatchClass>(n)->patterns);
            ids("kwd_attrs", as<MatchClass>(n)->kwd_attrs);
            list("kwd_patterns", as<MatchClass>(n)->kwd_patterns);
            break;
        case Kind::kMatchStar: open("MatchStar"); id("name", as<MatchStar>(n)->name); break;
        case Kind::kMatchAs:
            open("MatchAs");
            child("pattern", as<MatchAs>(n)->pattern);
            id("name", as<MatchAs>(n)->name);
            break;
        default: open("MatchOr"); list("patterns", as<MatchOr>(n)->patterns); break;
    }
    close(n);
}

void Writer::other(const Node* n) {
    switch (n->kind) {
        case Kind::kModule: open("Module"); list("body", as<Module>(n)->body); out += ", type_ignores=[])"; return;
        case Kind::kInteractive: open("Interactive"); list("body", as<Interactive>(n)->body); out += ')'; return;
        case Kind::kExpression: open("Expression"); child("body", as<Expression>(n)->body); out += ')'; return;
        case Kind::kTypeVar:
            open("TypeVar");
            id("name", as<TypeVar>(n)->name);
            child("bound", as<TypeVar>(n)->bound);
            child("default_value", as<TypeVar>(n)->default_value);
            break;
        case Kind::kParamSpec:
            open("ParamSpec");
            id("name", as<ParamSpec>(n)->name);
            child("default_value", as<ParamSpec>(n)->default_value);
            break;
        case Kind::kTypeVarTuple:
            open("TypeVarTuple");
            id("name", as<TypeVarTuple>(n)->name);
            child("default_value", as<TypeVarTuple>(n)->default_value);
            break;
        case Kind::kComprehension:
            open("comprehension");
            child("target", as<Comprehension>(n)->target);
            child("iter", as<Comprehension>(n)->iter);
            list("ifs", as<Comprehension>(n)->ifs);
            number("is_async", as<Comprehension>(n)->is_async);
            out += ')';
            return;
        case Kind::kExceptHandler:
            open("ExceptHandler");
            child("type", as<ExceptHandler>(n)->type);
            id("name", as<ExceptHandler>(n)->name);
            list("body", as<ExceptHandler>(n)->body);
            break;
        case Kind::kArguments: {
            auto* a = as<Arguments>(n);
            open("arguments");
            list("posonlyargs", a->posonlyargs);
            list("args", a->args);
            child("vararg", a->vararg);
            list("kwonlyargs", a->kwonlyargs);
            list("kw_defaults", a->kw_defaults);
            child("kwarg", a->kwarg);
            list("defaults", a->defaults);
            out += ')';
            return;
        }
        case Kind::kArg: open("arg"); id("arg", as<Arg>(n)->arg); child("annotation", as<Arg>(n)->annotation); break;
        case Kind::kKeyword: open("keyword"); id("arg", as<Keyword>(n)->arg); child("value", as<Keyword>(n)->value); break;
        case Kind::kAlias: open("alias"); id("name", as<Alias>(n)->name); id("asname", as<Alias>(n)->asname); break;
        case Kind::kWithItem:
            open("withitem");
            child("context_expr", as<WithItem>(n)->context_expr);
            child("optional_vars", as<WithItem>(n)->optional_vars);
            out += ')';
            return;
        default:
            open("match_case");
            child("pattern", as<MatchCase>(n)->pattern);
            child("guard", as<MatchCase>(n)->guard);
            list("body", as<MatchCase>(n)->body);
            out += ')';
            return;
    }
    close(n);
}

void Writer::node(const Node* n) {
    if (n->kind >= Kind::kFunctionDef && n->kind <= Kind::kContinue) return statement(n);
    if (n->kind >= Kind::kBoolOp && n->kind <= Kind::kSlice) return expression(n);
    if (n->kind >= Kind::kMatchValue && n->kind <= Kind::kMatchOr) return pattern(n);
    other(n);
}

}  // namespace

std::string ast_text(const ModNode* tree) {
    Writer writer;
    writer.node(tree);
    return std::move(writer.out);
}

}  // namespace loopscope::python
