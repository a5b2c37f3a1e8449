// SPDX-License-Identifier: MIT
#include "python/compiler/emitter.h"
#include "python/compiler/operators.h"

namespace loopscope::python {

using namespace ast;

namespace {

SourceRange nowhere() { return {}; }

/// Longer displays are filled item by item, so that the value stack stays small.
constexpr size_t kMaxOnStack = 30;

bool any_starred(const Exprs& items) {
    for (ExprNode* item : items)
        if (item->kind == Kind::kStarred) return true;
    return false;
}

}  // namespace

void Emitter::expression(const ExprNode* node) {
    if (failed()) return;
    if (++depth_ > kMaxNesting) {
        failed_ = true;
        error_ = too_deep(node->range);
    } else if (const Constant* value = folder_.fold(node)) {
        load(*value, node->range);
    } else {
        dispatch(node);
    }
    --depth_;
}

void Emitter::dispatch(const ExprNode* node) {
    const SourceRange& at = node->range;
    switch (node->kind) {
        case Kind::kBoolOp: return bool_op(as<BoolOp>(node));
        case Kind::kNamedExpr: {
            auto* e = as<NamedExpr>(node);
            expression(e->value);
            emit(Op::COPY, at, 1);
            return expression(e->target);
        }
        case Kind::kBinOp: return binary(as<BinOp>(node));
        case Kind::kUnaryOp: {
            auto* e = as<UnaryOp>(node);
            if (e->op == UnaryOperator::kNot) {
                // `not a in b` and `not a is b` are the negated operators.
                auto* inner = dyn<Compare>(e->operand);
                if (inner && inner->ops.size() == 1) {
                    auto negated = [](ast::CompareOperator op) {
                        switch (op) {
                            case ast::CompareOperator::kIs: return ast::CompareOperator::kIsNot;
                            case ast::CompareOperator::kIsNot: return ast::CompareOperator::kIs;
                            case ast::CompareOperator::kIn: return ast::CompareOperator::kNotIn;
                            case ast::CompareOperator::kNotIn: return ast::CompareOperator::kIn;
                            default: return op;
                        }
                    };
                    const ast::CompareOperator op = negated(inner->ops[0]);
                    if (op != inner->ops[0]) {
                        check_compare(inner);
                        expression(inner->left);
                        compare_right(inner, 0);
                        return compare_op(op, inner->range);
                    }
                    // CPython lets the `not` that follows give its position to the comparison.
                    check_compare(inner);
                    expression(inner->left);
                    compare_right(inner, 0);
                    compare_op(op, at);
                    return emit(Op::UNARY_NOT, at);
                }
            }
            expression(e->operand);
            switch (e->op) {
                case UnaryOperator::kInvert: return emit(Op::UNARY_INVERT, at);
                case UnaryOperator::kNot: return emit(Op::UNARY_NOT, at);
                case UnaryOperator::kUAdd: return emit(Op::UNARY_POSITIVE, at);
                case UnaryOperator::kUSub: return emit(Op::UNARY_NEGATIVE, at);
            }
            return;
        }
        case Kind::kLambda: return lambda(as<Lambda>(node));
        case Kind::kIfExp: {
            auto* e = as<IfExp>(node);
            const Label end = label(), otherwise = label();
            jump_if(e->test, otherwise, false);
            expression(e->body);
            emit_jump(Op::JUMP, end, nowhere());
            bind(otherwise);
            expression(e->orelse);
            return bind(end);
        }
        case Kind::kDict: return dict(as<Dict>(node));
        case Kind::kSet: return display(as<Set>(node)->elts, Op::BUILD_SET, Op::SET_ADD, Op::SET_UPDATE, false, at);
        case Kind::kListComp: {
            auto* e = as<ListComp>(node);
            return comprehension({e, ComprehensionKind::List, &e->generators, e->elt, nullptr});
        }
        case Kind::kSetComp: {
            auto* e = as<SetComp>(node);
            return comprehension({e, ComprehensionKind::Set, &e->generators, e->elt, nullptr});
        }
        case Kind::kDictComp: {
            auto* e = as<DictComp>(node);
            return comprehension({e, ComprehensionKind::Dict, &e->generators, e->key, e->value});
        }
        case Kind::kGeneratorExp: {
            auto* e = as<GeneratorExp>(node);
            return comprehension({e, ComprehensionKind::Generator, &e->generators, e->elt, nullptr});
        }
        case Kind::kAwait: return await(as<Await>(node));
        case Kind::kYield: return yield(as<Yield>(node));
        case Kind::kYieldFrom: return yield_from(as<YieldFrom>(node));
        case Kind::kCompare: return compare(as<Compare>(node));
        case Kind::kCall: return call(as<Call>(node));
        case Kind::kFormattedValue: return formatted_value(as<FormattedValue>(node));
        case Kind::kJoinedStr: return joined_string(as<JoinedStr>(node));
        case Kind::kConstant: return;
        case Kind::kAttribute: return attribute(as<Attribute>(node));
        case Kind::kSubscript: return subscript(as<Subscript>(node));
        case Kind::kStarred:
            return fail(as<Starred>(node)->ctx == Context::kStore
                            ? "starred assignment target must be in a list or tuple"
                            : "can't use starred expression here",
                        at);
        case Kind::kName: return name(as<Name>(node)->id, as<Name>(node)->ctx, at);
        case Kind::kList:
        case Kind::kTuple: {
            const bool tuple = node->kind == Kind::kTuple;
            const Exprs& items = tuple ? as<Tuple>(node)->elts : as<List>(node)->elts;
            const Context context = tuple ? as<Tuple>(node)->ctx : as<List>(node)->ctx;
            if (context == Context::kStore) return unpack(items, at);
            if (context == Context::kDel) {
                for (ExprNode* item : items) expression(item);
                return;
            }
            return display(items, tuple ? Op::BUILD_TUPLE : Op::BUILD_LIST, Op::LIST_APPEND, Op::LIST_EXTEND, tuple, at);
        }
        case Kind::kSlice: return slice(as<Slice>(node));
        default: return;
    }
}

// ---- operators ----

/// Walks down the left spine, so that a long sum needs no deep recursion.
void Emitter::binary(const BinOp* e) {
    std::vector<const BinOp*> spine;
    const ExprNode* left = e;
    for (auto* inner = e; inner; inner = dyn<BinOp>(left)) {
        if (inner != e && folder_.fold(inner)) break;
        spine.push_back(inner);
        left = inner->left;
    }
    expression(left);
    for (size_t i = spine.size(); i-- > 0;) {
        expression(spine[i]->right);
        emit(Op::BINARY_OP, spine[i]->range, static_cast<uint32_t>(operator_of(spine[i]->op)));
    }
}

void Emitter::bool_op(const BoolOp* e) {
    const Label end = label();
    const Op op = e->op == BoolOperator::kAnd ? Op::JUMP_IF_FALSE_OR_POP : Op::JUMP_IF_TRUE_OR_POP;
    for (size_t i = 0; i + 1 < e->values.size(); ++i) {
        expression(e->values[i]);
        emit_jump(op, end, e->range);
    }
    expression(e->values.back());
    bind(end);
}

void Emitter::compare_op(ast::CompareOperator op, const SourceRange& at) {
    auto plain = [&](python::CompareOperator which) { emit(Op::COMPARE_OP, at, static_cast<uint32_t>(which)); };
    switch (op) {
        case ast::CompareOperator::kEq: return plain(python::CompareOperator::Equal);
        case ast::CompareOperator::kNotEq: return plain(python::CompareOperator::NotEqual);
        case ast::CompareOperator::kLt: return plain(python::CompareOperator::Less);
        case ast::CompareOperator::kLtE: return plain(python::CompareOperator::LessEqual);
        case ast::CompareOperator::kGt: return plain(python::CompareOperator::Greater);
        case ast::CompareOperator::kGtE: return plain(python::CompareOperator::GreaterEqual);
        case ast::CompareOperator::kIs: return emit(Op::IS_OP, at, 0);
        case ast::CompareOperator::kIsNot: return emit(Op::IS_OP, at, 1);
        case ast::CompareOperator::kIn: return emit(Op::CONTAINS_OP, at, 0);
        case ast::CompareOperator::kNotIn: return emit(Op::CONTAINS_OP, at, 1);
    }
}

/// `x in [1, 2]` looks into a constant tuple, `x in {1, 2}` into a constant frozenset.
void Emitter::compare_right(const Compare* e, size_t i) {
    const ExprNode* right = e->comparators[i];
    if (e->ops[i] == ast::CompareOperator::kIn || e->ops[i] == ast::CompareOperator::kNotIn) {
        const Constant* all = nullptr;
        if (auto* list = dyn<List>(right)) all = folder_.fold_all(list->elts, Constant::Kind::Tuple);
        else if (auto* set = dyn<Set>(right)) all = folder_.fold_all(set->elts, Constant::Kind::FrozenSet);
        if (all) return load(*all, right->range);
    }
    expression(right);
}

void Emitter::check_compare(const Compare* e) {
    auto literal = [](const ExprNode* node) -> const char* {
        if (node->kind == Kind::kTuple) return "tuple";
        auto* constant = dyn<ast::Constant>(node);
        if (!constant) return nullptr;
        switch (constant->value_kind) {
            case ConstantKind::kInt: return "int";
            case ConstantKind::kFloat: return "float";
            case ConstantKind::kImaginary: return "complex";
            case ConstantKind::kStr: return "str";
            case ConstantKind::kBytes: return "bytes";
            default: return nullptr;
        }
    };
    const char* left = literal(e->left);
    for (size_t i = 0; i < e->ops.size(); ++i) {
        const char* right = literal(e->comparators[i]);
        const bool is = e->ops[i] == ast::CompareOperator::kIs;
        if ((is || e->ops[i] == ast::CompareOperator::kIsNot) && (left || right)) {
            warn(std::string(is ? "\"is\"" : "\"is not\"") + " with '" + (left ? left : right) +
                     "' literal. Did you mean \"" + (is ? "==" : "!=") + "\"?",
                 e->range);
            return;
        }
        left = right;
    }
}

void Emitter::compare(const Compare* e) {
    const SourceRange& at = e->range;
    check_compare(e);
    expression(e->left);
    if (e->ops.size() == 1) {
        compare_right(e, 0);
        return compare_op(e->ops[0], at);
    }
    const Label cleanup = label(), end = label();
    const size_t last = e->ops.size() - 1;
    for (size_t i = 0; i < last; ++i) {
        compare_right(e, i);
        emit(Op::SWAP, at, 2);
        emit(Op::COPY, at, 2);
        compare_op(e->ops[i], at);
        emit_jump(Op::JUMP_IF_FALSE_OR_POP, cleanup, at);
    }
    compare_right(e, last);
    compare_op(e->ops[last], at);
    emit_jump(Op::JUMP, end, nowhere());
    bind(cleanup);
    emit(Op::SWAP, at, 2);
    emit(Op::POP_TOP, at);
    bind(end);
}

void Emitter::jump_if(const ExprNode* node, Label target, bool when) {
    if (const Constant* value = folder_.fold(node)) {
        if (node->range.line > 0) emit(Op::NOP, node->range);
        if (is_true(*value) == when) emit_jump(Op::JUMP, target, node->range);
        return;
    }
    if (depth_ > kMaxNesting) {
        failed_ = true;
        error_ = too_deep(node->range);
        return;
    }
    ++depth_;
    switch (node->kind) {
        case Kind::kUnaryOp:
            if (as<UnaryOp>(node)->op != UnaryOperator::kNot) break;
            jump_if(as<UnaryOp>(node)->operand, target, !when);
            --depth_;
            return;
        case Kind::kBoolOp: {
            auto* e = as<BoolOp>(node);
            const bool is_or = e->op == BoolOperator::kOr;
            const Label past = label();
            const Label shortcut = is_or == when ? target : past;
            for (size_t i = 0; i + 1 < e->values.size(); ++i) jump_if(e->values[i], shortcut, is_or);
            jump_if(e->values.back(), target, when);
            bind(past);
            --depth_;
            return;
        }
        case Kind::kIfExp: {
            auto* e = as<IfExp>(node);
            const Label end = label(), otherwise = label();
            jump_if(e->test, otherwise, false);
            jump_if(e->body, target, when);
            emit_jump(Op::JUMP, end, nowhere());
            bind(otherwise);
            jump_if(e->orelse, target, when);
            bind(end);
            --depth_;
            return;
        }
        case Kind::kCompare: {
            auto* e = as<Compare>(node);
            const SourceRange& at = e->range;
            if (e->ops.size() == 1) {
                // `x is None` has jumps of its own.
                auto* right = dyn<ast::Constant>(e->comparators[0]);
                const bool is = e->ops[0] == ast::CompareOperator::kIs;
                if ((is || e->ops[0] == ast::CompareOperator::kIsNot) && right &&
                    right->value_kind == ConstantKind::kNone) {
                    check_compare(e);
                    expression(e->left);
                    emit_jump(is == when ? Op::POP_JUMP_IF_NONE : Op::POP_JUMP_IF_NOT_NONE, target, at);
                    --depth_;
                    return;
                }
                break;
            }
            check_compare(e);
            const Label cleanup = label(), end = label();
            expression(e->left);
            const size_t last = e->ops.size() - 1;
            for (size_t i = 0; i < last; ++i) {
                compare_right(e, i);
                emit(Op::SWAP, at, 2);
                emit(Op::COPY, at, 2);
                compare_op(e->ops[i], at);
                emit_jump(Op::POP_JUMP_IF_FALSE, cleanup, at);
            }
            compare_right(e, last);
            compare_op(e->ops[last], at);
            emit_jump(when ? Op::POP_JUMP_IF_TRUE : Op::POP_JUMP_IF_FALSE, target, at);
            emit_jump(Op::JUMP, end, nowhere());
            bind(cleanup);
            emit(Op::POP_TOP, at);
            if (!when) emit_jump(Op::JUMP, target, nowhere());
            bind(end);
            --depth_;
            return;
        }
        default: break;
    }
    --depth_;
    expression(node);
    emit_jump(when ? Op::POP_JUMP_IF_TRUE : Op::POP_JUMP_IF_FALSE, target, node->range);
}

// ---- displays ----

/// List, set or tuple display, also with stars; `pushed` items are on the stack already.
void Emitter::display(const Exprs& items, Op build, Op append, Op extend, bool tuple, const SourceRange& at, uint32_t pushed) {
    const size_t count = items.size();
    const Constant::Kind kind = build == Op::BUILD_SET ? Constant::Kind::FrozenSet : Constant::Kind::Tuple;
    if (count > 2 && pushed == 0) {
        if (const Constant* all = folder_.fold_all(items, kind)) {
            if (tuple) return load(*all, at);
            emit(build, at, 0);
            load(*all, at);
            return emit(extend, at, 1);
        }
    }
    const bool big = count + pushed > kMaxOnStack;
    if (!big && !any_starred(items)) {
        for (ExprNode* item : items) expression(item);
        return emit(build, at, static_cast<uint32_t>(count) + pushed);
    }
    const Op collect = tuple ? Op::BUILD_LIST : build;
    bool collecting = big;
    if (big) emit(collect, at, pushed);
    for (size_t i = 0; i < count; ++i) {
        if (auto* star = dyn<Starred>(items[i])) {
            if (!collecting) emit(collect, at, static_cast<uint32_t>(i) + pushed);
            collecting = true;
            expression(star->value);
            emit(extend, at, 1);
        } else {
            expression(items[i]);
            if (collecting) emit(append, at, 1);
        }
    }
    if (tuple) emit(Op::LIST_TO_TUPLE, at);
}

void Emitter::dict(const Dict* e) {
    const SourceRange& at = e->range;
    constexpr size_t kChunk = 17;
    size_t pending = 0;
    bool have_dict = false;
    auto flush = [&] {
        if (have_dict && pending == 0) return;
        emit(Op::BUILD_MAP, at, static_cast<uint32_t>(pending));
        if (have_dict) emit(Op::DICT_UPDATE, at, 1);
        have_dict = true;
        pending = 0;
    };
    for (size_t i = 0; i < e->values.size(); ++i) {
        if (!e->keys[i]) {
            flush();
            expression(e->values[i]);
            emit(Op::DICT_UPDATE, at, 1);
            continue;
        }
        if (have_dict && pending == 0 && e->values.size() > kChunk) {
            // A long display grows pair by pair.
            expression(e->keys[i]);
            expression(e->values[i]);
            emit(Op::MAP_ADD, at, 1);
            continue;
        }
        expression(e->keys[i]);
        expression(e->values[i]);
        if (++pending == kChunk && !have_dict) flush();
    }
    flush();
}

void Emitter::unpack(const Exprs& targets, const SourceRange& at) {
    bool seen = false;
    const size_t count = targets.size();
    for (size_t i = 0; i < count; ++i) {
        if (targets[i]->kind != Kind::kStarred) continue;
        if (seen) return fail("multiple starred expressions in assignment", at);
        seen = true;
        if (i > kMaxHalf || count - i - 1 > kMaxHalf) return fail("too many expressions in star-unpacking assignment", at);
        emit(Op::UNPACK_EX, at, static_cast<uint32_t>(i | (count - i - 1) << 12));
    }
    if (!seen) {
        // `a, b = x, y` needs no tuple: the values only change places.
        std::vector<Instruction>& code = unit().list.code;
        const bool exchange = !code.empty() && code.back().is(Op::BUILD_TUPLE) && code.back().arg == count &&
                              count >= 1 && count <= 3;
        bool entered = false;
        for (int32_t bound : unit().list.labels) entered |= exchange && bound == static_cast<int32_t>(code.size());
        if (exchange && !entered) {
            code.pop_back();
            if (count > 1) emit(Op::SWAP, at, static_cast<uint32_t>(count));
        } else {
            emit(Op::UNPACK_SEQUENCE, at, static_cast<uint32_t>(count));
        }
    }
    for (ExprNode* target : targets) {
        auto* star = dyn<Starred>(target);
        expression(star ? star->value : target);
    }
}

// ---- attributes and items ----

void Emitter::attribute(const Attribute* e) {
    if (e->ctx == Context::kLoad && super_call(e)) {
        emit(Op::LOAD_SUPER_ATTR, attribute_position(e->range, e),
             attribute_index(e->attr) << 2 | (as<Call>(e->value)->args.empty() ? 0u : 2u));
        return;
    }
    expression(e->value);
    const SourceRange at = attribute_position(e->range, e);
    switch (e->ctx) {
        case Context::kLoad: return emit(Op::LOAD_ATTR, at, attribute_index(e->attr));
        case Context::kStore:
            if (!assignable(e->attr, e->ctx, e->range)) return;
            if (auto* self = dyn<Name>(e->value); self && self->id == "self") {
                for (size_t i = units_.size(); i-- > 0;) {
                    if (units_[i]->kind != UnitKind::Class) continue;
                    units_[i]->static_attributes.get(names_.intern(e->attr));
                    break;
                }
            }
            return emit(Op::STORE_ATTR, at, attribute_index(e->attr));
        case Context::kDel: return emit(Op::DELETE_ATTR, at, attribute_index(e->attr));
    }
}

/// Emits start and stop of a two-part slice; false (and nothing emitted) for everything else.
bool Emitter::slice_bounds(const ExprNode* node) {
    auto* s = dyn<Slice>(node);
    if (!s || s->step) return false;
    for (const ExprNode* bound : {s->lower, s->upper}) {
        if (bound) expression(bound);
        else load_none(s->range);
    }
    return true;
}

void Emitter::slice(const Slice* e) {
    for (const ExprNode* bound : {e->lower, e->upper}) {
        if (bound) expression(bound);
        else load_none(e->range);
    }
    if (e->step) expression(e->step);
    emit(Op::BUILD_SLICE, e->range, e->step ? 3 : 2);
}

void Emitter::subscript(const Subscript* e) {
    const SourceRange& at = e->range;
    if (e->ctx == Context::kLoad) check_subscript(e);
    expression(e->value);
    if (e->ctx != Context::kDel && slice_bounds(e->slice))
        return emit(e->ctx == Context::kLoad ? Op::BINARY_SLICE : Op::STORE_SLICE, at);
    expression(e->slice);
    switch (e->ctx) {
        case Context::kLoad: return emit(Op::BINARY_SUBSCR, at);
        case Context::kStore: return emit(Op::STORE_SUBSCR, at);
        case Context::kDel: return emit(Op::DELETE_SUBSCR, at);
    }
}

// ---- f-strings ----

void Emitter::joined_string(const JoinedStr* e) {
    if (e->values.empty()) return load_text("", e->range);
    for (ExprNode* part : e->values) expression(part);
    if (e->values.size() > 1 || e->values[0]->kind == Kind::kJoinedStr)
        emit(Op::BUILD_STRING, e->range, static_cast<uint32_t>(e->values.size()));
}

void Emitter::formatted_value(const FormattedValue* e) {
    const SourceRange& at = e->range;
    expression(e->value);
    switch (e->conversion) {
        case 's': emit(Op::CONVERT_VALUE, at, static_cast<uint32_t>(Conversion::Str)); break;
        case 'r': emit(Op::CONVERT_VALUE, at, static_cast<uint32_t>(Conversion::Repr)); break;
        case 'a': emit(Op::CONVERT_VALUE, at, static_cast<uint32_t>(Conversion::Ascii)); break;
        default: break;
    }
    if (!e->format_spec) return emit(Op::FORMAT_SIMPLE, at);
    expression(e->format_spec);
    emit(Op::FORMAT_WITH_SPEC, at);
}

// ---- generators and coroutines ----

void Emitter::yield_value(const SourceRange& at) {
    const Scope& scope = *unit().scope;
    if (scope.generator && scope.coroutine) emit(Op::ASYNC_GEN_WRAP, at);
    emit(Op::YIELD_VALUE, at, 0);
    emit(Op::RESUME, at, 1);
}

void Emitter::yield(const Yield* e) {
    if (!unit().scope->is_function_like()) return fail("'yield' outside function", e->range);
    if (e->value) expression(e->value);
    else load_none(e->range);
    yield_value(e->range);
}

void Emitter::yield_from(const YieldFrom* e) {
    if (!unit().scope->is_function_like()) return fail("'yield from' outside function", e->range);
    if (unit().kind == UnitKind::AsyncFunction) return fail("'yield from' inside async function", e->range);
    expression(e->value);
    emit(Op::GET_YIELD_FROM_ITER, e->range);
    load_none(e->range);
    drive(false, e->range);
}

void Emitter::await(const Await* e) {
    if (!unit().scope->is_function_like()) return fail("'await' outside function", e->range);
    if (unit().kind != UnitKind::AsyncFunction && unit().kind != UnitKind::Comprehension)
        return fail("'await' outside async function", e->range);
    expression(e->value);
    emit(Op::GET_AWAITABLE, e->range, static_cast<uint32_t>(Awaited::Expression));
    load_none(e->range);
    drive(true, e->range);
}

void Emitter::drive(bool awaiting, const SourceRange& at) {
    const Label send = label(), thrown = label(), done = label();
    bind(send);
    emit_jump(Op::SEND, done, at);
    emit_setup(Pseudo::SetupFinally, thrown, at);
    emit(Op::YIELD_VALUE, at, 1);
    emit_pop_block();
    emit(Op::RESUME, at, awaiting ? 3 : 2);
    emit_jump(Op::JUMP_BACKWARD_NO_INTERRUPT, send, at);
    bind(thrown);
    emit(Op::CLEANUP_THROW, at);
    bind(done);
    emit(Op::END_SEND, at);
}

}  // namespace loopscope::python
