// SPDX-License-Identifier: MIT
#include "python/compiler/emitter.h"
#include "python/compiler/operators.h"

namespace loopscope::python {

using namespace ast;

namespace {

bool has_unpacking(const Exprs& args, const Seq<Keyword*>& keywords) {
    for (ExprNode* arg : args)
        if (arg->kind == Kind::kStarred) return true;
    for (Keyword* keyword : keywords)
        if (!keyword->arg.data()) return true;
    return false;
}

/// Type of the value, where the syntax alone tells; else null.
const char* evident_type(const ExprNode* node) {
    switch (node->kind) {
        case Kind::kTuple: return "tuple";
        case Kind::kList:
        case Kind::kListComp: return "list";
        case Kind::kDict:
        case Kind::kDictComp: return "dict";
        case Kind::kSet:
        case Kind::kSetComp: return "set";
        case Kind::kGeneratorExp: return "generator";
        case Kind::kLambda: return "function";
        case Kind::kJoinedStr:
        case Kind::kFormattedValue: return "str";
        case Kind::kConstant:
            switch (as<ast::Constant>(node)->value_kind) {
                case ConstantKind::kNone: return "NoneType";
                case ConstantKind::kTrue:
                case ConstantKind::kFalse: return "bool";
                case ConstantKind::kEllipsis: return "ellipsis";
                case ConstantKind::kInt: return "int";
                case ConstantKind::kFloat: return "float";
                case ConstantKind::kImaginary: return "complex";
                case ConstantKind::kStr: return "str";
                case ConstantKind::kBytes: return "bytes";
            }
            return nullptr;
        default: return nullptr;
    }
}

}  // namespace

// ---- warnings about what cannot work ----

void Emitter::check_callable(const ExprNode* node) {
    if (node->kind == Kind::kLambda) return;
    if (const char* type = evident_type(node))
        warn("'" + std::string(type) + "' object is not callable; perhaps you missed a comma?", node->range);
}

void Emitter::check_subscript(const Subscript* e) {
    const ExprNode* value = e->value;
    bool subscriptable = true, sequence = false;
    switch (value->kind) {
        case Kind::kConstant: {
            const ConstantKind kind = as<ast::Constant>(value)->value_kind;
            sequence = kind == ConstantKind::kStr || kind == ConstantKind::kBytes;
            subscriptable = sequence;
            break;
        }
        case Kind::kSet:
        case Kind::kSetComp:
        case Kind::kGeneratorExp:
        case Kind::kLambda: subscriptable = false; break;
        case Kind::kTuple:
        case Kind::kList:
        case Kind::kListComp:
        case Kind::kJoinedStr:
        case Kind::kFormattedValue: sequence = true; break;
        default: return;
    }
    if (!subscriptable)
        return warn("'" + std::string(evident_type(value)) + "' object is not subscriptable; perhaps you missed a comma?",
                    value->range);
    const char* index = sequence ? evident_type(e->slice) : nullptr;
    if (!index || std::string_view(index) == "int" || std::string_view(index) == "bool") return;
    warn(std::string(evident_type(value)) + " indices must be integers or slices, not " + index +
             "; perhaps you missed a comma?",
         value->range);
}

bool Emitter::check_keywords(const Seq<Keyword*>& keywords) {
    for (size_t i = 0; i < keywords.size(); ++i) {
        const Keyword* keyword = keywords[i];
        if (!keyword->arg.data()) continue;
        if (!assignable(keyword->arg, Context::kStore, keyword->range)) return false;
        for (size_t j = i + 1; j < keywords.size(); ++j) {
            if (!keywords[j]->arg.data() || keywords[j]->arg != keyword->arg) continue;
            fail("keyword argument repeated: " + std::string(keyword->arg), keywords[j]->range);
            return false;
        }
    }
    return true;
}

// ---- calls ----

void Emitter::call(const Call* e) {
    if (!check_keywords(e->keywords)) return;
    if (method_call(e)) return;
    check_callable(e->func);
    expression(e->func);
    emit(Op::PUSH_NULL, e->func->range);
    call_with(e->range, 0, e->args, e->keywords);
}

/// `obj.name(...)` without the bound method. False (and nothing emitted) if the call is of another shape.
bool Emitter::method_call(const Call* e) {
    auto* method = dyn<Attribute>(e->func);
    if (!method || method->ctx != Context::kLoad || has_unpacking(e->args, e->keywords)) return false;
    const SourceRange at = attribute_position(method->range, method);
    if (super_call(method)) {
        emit(Op::LOAD_SUPER_ATTR, method->range,
             attribute_index(method->attr) << 2 | 1u | (as<Call>(method->value)->args.empty() ? 0u : 2u));
    } else {
        expression(method->value);
        emit(Op::LOAD_METHOD, at, attribute_index(method->attr));
    }
    call_with(attribute_position(e->range, method), 0, e->args, e->keywords);
    return true;
}

/// For `super().name` and `super(cls, self).name`: emits super, class and self. False (and nothing emitted) otherwise.
bool Emitter::super_call(const Attribute* e) {
    auto* inner = dyn<Call>(e->value);
    auto* called = inner ? dyn<Name>(inner->func) : nullptr;
    if (!called || called->id != "super" || !inner->keywords.empty()) return false;
    if (e->attr == "__class__") return false;  // that of the super object, not of what it stands for
    Unit& u = unit();
    if (u.scope->resolution_of(names_.super) != Resolution::GlobalImplicit) return false;
    const Symbol* global = scopes_.root()->find(names_.super);
    if (global && scopes_.root() != u.scope && global->flags != 0) return false;
    if (inner->args.size() == 2) {
        for (ExprNode* arg : inner->args)
            if (arg->kind == Kind::kStarred) return false;
    } else if (!inner->args.empty() || u.argcount == 0 || u.frees.find(names_.dunder_class) < 0) {
        return false;
    }
    load_super_arguments(inner);
    return true;
}

void Emitter::load_super_arguments(const Call* e) {
    name(names_.super, Context::kLoad, e->func->range);
    if (!e->args.empty()) {
        expression(e->args[0]);
        expression(e->args[1]);
        return;
    }
    emit(Op::LOAD_DEREF, e->range, unit().deref_index(names_.dunder_class));
    name(unit().scope->parameters[0], Context::kLoad, e->range);
}

void Emitter::call_with(const SourceRange& at, uint32_t pushed, const Exprs& args, const Seq<Keyword*>& keywords,
                        bool generic_base) {
    if (has_unpacking(args, keywords)) return call_unpacking(at, pushed, args, keywords, generic_base);
    for (ExprNode* arg : args) expression(arg);
    uint32_t count = pushed + static_cast<uint32_t>(args.size());
    if (generic_base) {
        name(names_.generic_base, Context::kLoad, at);
        ++count;
    }
    if (keywords.empty()) return emit(Op::CALL, at, count);
    std::vector<Constant> keys;
    for (Keyword* keyword : keywords) {
        expression(keyword->value);
        keys.push_back(str_constant(keyword->arg));
    }
    unit().list.add(Op::CALL_KW, count + static_cast<uint32_t>(keywords.size()), at,
                    unit().constant(tuple_constant(std::move(keys))));
}

void Emitter::call_unpacking(const SourceRange& at, uint32_t pushed, const Exprs& args, const Seq<Keyword*>& keywords,
                             bool generic_base) {
    if (pushed == 0 && !generic_base && args.size() == 1 && args[0]->kind == Kind::kStarred) {
        expression(as<Starred>(args[0])->value);
    } else if (generic_base) {
        // [pushed.. ] then the bases then the hidden one, as a list that becomes a tuple.
        emit(Op::BUILD_LIST, at, pushed);
        for (ExprNode* arg : args) {
            auto* star = dyn<Starred>(arg);
            expression(star ? star->value : arg);
            emit(star ? Op::LIST_EXTEND : Op::LIST_APPEND, at, 1);
        }
        name(names_.generic_base, Context::kLoad, at);
        emit(Op::LIST_APPEND, at, 1);
        emit(Op::LIST_TO_TUPLE, at);
    } else {
        display(args, Op::BUILD_TUPLE, Op::LIST_APPEND, Op::LIST_EXTEND, true, at, pushed);
    }
    if (keywords.empty()) return emit(Op::CALL_FUNCTION_EX, at, 0);
    bool have_dict = false;
    size_t begin = 0;
    auto flush = [&](size_t end) {
        if (begin == end) return;
        keyword_group(keywords, begin, end, at);
        if (have_dict) emit(Op::DICT_MERGE, at, 1);
        have_dict = true;
    };
    for (size_t i = 0; i < keywords.size(); ++i) {
        if (keywords[i]->arg.data()) continue;
        flush(i);
        begin = i + 1;
        if (!have_dict) emit(Op::BUILD_MAP, at, 0);
        have_dict = true;
        expression(keywords[i]->value);
        emit(Op::DICT_MERGE, at, 1);
    }
    flush(keywords.size());
    emit(Op::CALL_FUNCTION_EX, at, 1);
}

void Emitter::keyword_group(const Seq<Keyword*>& keywords, size_t begin, size_t end, const SourceRange& at) {
    for (size_t i = begin; i < end; ++i) {
        load_text(keywords[i]->arg, at);
        expression(keywords[i]->value);
    }
    emit(Op::BUILD_MAP, at, static_cast<uint32_t>(end - begin));
}

}  // namespace loopscope::python
