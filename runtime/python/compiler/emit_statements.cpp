// SPDX-License-Identifier: MIT
#include "python/compiler/emitter.h"
#include "python/compiler/operators.h"
#include "python/compiler/unparse.h"

namespace loopscope::python {

using namespace ast;

namespace {

SourceRange nowhere() { return {}; }

}  // namespace

/// Module or class body: annotations dictionary, docstring, statements.
void Emitter::module_body(const Stmts& body) {
    if (unit().scope->annotations_used) emit(Op::SETUP_ANNOTATIONS, body.empty() ? nowhere() : body[0]->range);
    std::string text;
    size_t first = 0;
    if (!interactive_ && docstring_of(body, text)) {
        if (options_.optimize < 2) {
            load_text(text, body[0]->range);
            store("__doc__", nowhere());
        }
        first = 1;
    }
    for (size_t i = first; i < body.size() && !failed(); ++i) statement(body[i]);
}

void Emitter::statements(const Stmts& body) {
    for (StmtNode* node : body) {
        if (failed()) return;
        statement(node);
    }
}

void Emitter::statement(const StmtNode* node) {
    if (++depth_ > kMaxNesting) {
        failed_ = true;
        error_ = too_deep(node->range);
    } else {
        dispatch(node);
    }
    --depth_;
}

void Emitter::dispatch(const StmtNode* node) {
    const SourceRange& at = node->range;
    switch (node->kind) {
        case Kind::kFunctionDef: return function(as<FunctionDef>(node), false);
        case Kind::kAsyncFunctionDef: return function(as<AsyncFunctionDef>(node), true);
        case Kind::kClassDef: return class_definition(as<ClassDef>(node));
        case Kind::kReturn: return return_statement(as<Return>(node));
        case Kind::kDelete:
            for (ExprNode* target : as<Delete>(node)->targets) delete_target(target);
            return;
        case Kind::kAssign: return assign(as<Assign>(node));
        case Kind::kTypeAlias: return type_alias(as<TypeAlias>(node));
        case Kind::kAugAssign: return augmented_assign(as<AugAssign>(node));
        case Kind::kAnnAssign: return annotated_assign(as<AnnAssign>(node));
        case Kind::kFor: return for_statement(as<For>(node));
        case Kind::kAsyncFor: return async_for_statement(as<AsyncFor>(node));
        case Kind::kWhile: return while_statement(as<While>(node));
        case Kind::kIf: return if_statement(as<If>(node));
        case Kind::kWith: return with_statement(as<With>(node), 0, false);
        case Kind::kAsyncWith: return with_statement(as<AsyncWith>(node), 0, true);
        case Kind::kMatch: return match_statement(as<Match>(node));
        case Kind::kRaise: {
            auto* s = as<Raise>(node);
            uint32_t count = 0;
            if (s->exc) {
                expression(s->exc);
                ++count;
                if (s->cause) {
                    expression(s->cause);
                    ++count;
                }
            }
            return emit(Op::RAISE_VARARGS, at, count);
        }
        case Kind::kTry: return try_statement(as<Try>(node), false);
        case Kind::kTryStar: return try_statement(as<TryStar>(node), true);
        case Kind::kAssert: return assert_statement(as<Assert>(node));
        case Kind::kImport: return import_statement(as<Import>(node));
        case Kind::kImportFrom: return import_from(as<ImportFrom>(node));
        case Kind::kGlobal:
        case Kind::kNonlocal: return;
        case Kind::kExpr: return expression_statement(as<Expr>(node));
        case Kind::kPass: return emit(Op::NOP, at);
        case Kind::kBreak: return break_statement(at);
        case Kind::kContinue: return continue_statement(at);
        default: return;
    }
}

void Emitter::expression_statement(const Expr* s) {
    if (interactive_ && units_.size() == 1) {
        expression(s->value);
        return emit(Op::PRINT_EXPR, s->range);
    }
    if (s->value->kind == Kind::kConstant) return emit(Op::NOP, s->range);
    expression(s->value);
    emit(Op::POP_TOP, nowhere());
}

void Emitter::assign(const Assign* s) {
    expression(s->value);
    for (size_t i = 0; i < s->targets.size(); ++i) {
        if (i + 1 < s->targets.size()) emit(Op::COPY, s->range, 1);
        expression(s->targets[i]);
    }
}

void Emitter::delete_target(const ExprNode* node) { expression(node); }

void Emitter::augmented_assign(const AugAssign* s) {
    const SourceRange& target_at = s->target->range;
    const uint32_t op = static_cast<uint32_t>(operator_of(s->op)) + kInplaceOffset;
    switch (s->target->kind) {
        case Kind::kAttribute: {
            auto* target = as<Attribute>(s->target);
            expression(target->value);
            emit(Op::COPY, target_at, 1);
            const SourceRange at = attribute_position(target_at, target);
            emit(Op::LOAD_ATTR, at, attribute_index(target->attr));
            expression(s->value);
            emit(Op::BINARY_OP, s->range, op);
            emit(Op::SWAP, at, 2);
            return emit(Op::STORE_ATTR, at, attribute_index(target->attr));
        }
        case Kind::kSubscript: {
            auto* target = as<Subscript>(s->target);
            expression(target->value);
            const bool slice = slice_bounds(target->slice);
            if (slice) {
                for (int i = 0; i < 3; ++i) emit(Op::COPY, target_at, 3);
                emit(Op::BINARY_SLICE, target_at);
            } else {
                expression(target->slice);
                emit(Op::COPY, target_at, 2);
                emit(Op::COPY, target_at, 2);
                emit(Op::BINARY_SUBSCR, target_at);
            }
            expression(s->value);
            emit(Op::BINARY_OP, s->range, op);
            if (slice) {
                emit(Op::SWAP, target_at, 4);
                emit(Op::SWAP, target_at, 3);
                emit(Op::SWAP, target_at, 2);
                return emit(Op::STORE_SLICE, target_at);
            }
            emit(Op::SWAP, target_at, 3);
            emit(Op::SWAP, target_at, 2);
            return emit(Op::STORE_SUBSCR, target_at);
        }
        default: {
            auto* target = as<Name>(s->target);
            name(target->id, Context::kLoad, target_at);
            expression(s->value);
            emit(Op::BINARY_OP, s->range, op);
            return store(target->id, target_at);
        }
    }
}

void Emitter::annotated_assign(const AnnAssign* s) {
    const SourceRange& at = s->range;
    const bool evaluated = unit().kind == UnitKind::Module || unit().kind == UnitKind::Class;
    if (s->value) {
        expression(s->value);
        expression(s->target);
    }
    switch (s->target->kind) {
        case Kind::kName: {
            auto* target = as<Name>(s->target);
            if (!assignable(target->id, Context::kStore, at)) return;
            if (!s->simple || !evaluated) break;
            annotation_value(s->annotation);
            emit(Op::LOAD_NAME, at, unit().names.get(names_.dunder_annotations));
            load_text(names_.text(mangled(target->id)), at);
            emit(Op::STORE_SUBSCR, at);
            return;
        }
        case Kind::kAttribute: {
            auto* target = as<Attribute>(s->target);
            if (!assignable(target->attr, Context::kStore, at)) return;
            if (!s->value) {
                expression(target->value);
                emit(Op::POP_TOP, at);
            }
            break;
        }
        case Kind::kSubscript: {
            auto* target = as<Subscript>(s->target);
            if (!s->value) {
                expression(target->value);
                emit(Op::POP_TOP, at);
                evaluate_subscript_annotation(target->slice);
            }
            break;
        }
        default: break;
    }
    if (!s->simple && evaluated && !options_.postponed_annotations) {
        expression(s->annotation);
        emit(Op::POP_TOP, at);
    }
}

/// `x[a:b]: int` evaluates a and b though nothing is stored.
void Emitter::evaluate_subscript_annotation(const ExprNode* node) {
    auto discard = [&](const ExprNode* part) {
        if (!part) return;
        expression(part);
        emit(Op::POP_TOP, part->range);
    };
    if (auto* s = dyn<Slice>(node)) {
        discard(s->lower);
        discard(s->upper);
        discard(s->step);
    } else if (auto* t = dyn<Tuple>(node)) {
        for (ExprNode* item : t->elts) evaluate_subscript_annotation(item);
    } else {
        discard(node);
    }
}

void Emitter::return_statement(const Return* s) {
    SourceRange at = s->range;
    if (!unit().scope->is_function_like()) return fail("'return' outside function", at);
    if (s->value && unit().scope->coroutine && unit().scope->generator)
        return fail("'return' with value in async generator", at);
    const Constant* constant = s->value ? folder_.fold(s->value) : nullptr;
    const bool value_on_top = s->value && !constant;
    if (value_on_top) expression(s->value);
    else if (s->value) emit(Op::NOP, s->value->range);
    if (!s->value || s->value->range.line != at.line) emit(Op::NOP, at);
    if (!unwind_blocks(at, value_on_top, nullptr)) return;
    if (!s->value) load_none(at);
    else if (constant) load(*constant, at);
    emit(Op::RETURN_VALUE, at);
}

void Emitter::break_statement(const SourceRange& range) {
    SourceRange at = range;
    emit(Op::NOP, at);
    const FrameBlock* loop = nullptr;
    if (!unwind_blocks(at, false, &loop)) return;
    if (!loop) return fail("'break' outside loop", range);
    const FrameBlock left = *loop;
    unwind_block(at, left, false);
    emit_jump(Op::JUMP, left.exit, at);
}

void Emitter::continue_statement(const SourceRange& range) {
    SourceRange at = range;
    emit(Op::NOP, at);
    const FrameBlock* loop = nullptr;
    if (!unwind_blocks(at, false, &loop)) return;
    if (!loop) return fail("'continue' not properly in loop", range);
    emit_jump(Op::JUMP, loop->start, at);
}

void Emitter::if_statement(const If* first) {
    const Label end = label();
    for (const If* s = first;;) {
        const bool has_else = !s->orelse.empty();
        const Label next = has_else ? label() : end;
        jump_if(s->test, next, false);
        statements(s->body);
        if (!has_else) break;
        emit_jump(Op::JUMP, end, nowhere());
        bind(next);
        const If* chained = s->orelse.size() == 1 ? dyn<If>(s->orelse[0]) : nullptr;
        if (!chained) {
            statements(s->orelse);
            break;
        }
        s = chained;
    }
    bind(end);
}

void Emitter::while_statement(const While* s) {
    const Label loop = label(), end = label(), otherwise = label();
    bind(loop);
    push_block({FrameBlock::Kind::WhileLoop, loop, end, s->range});
    jump_if(s->test, otherwise, false);
    statements(s->body);
    emit_jump(Op::JUMP, loop, s->range);
    pop_block();
    bind(otherwise);
    statements(s->orelse);
    bind(end);
}

/// A list or set display that is only iterated over need not be made anew each time.
void Emitter::for_iterable(const ExprNode* node) {
    const Exprs* items = nullptr;
    Constant::Kind kind = Constant::Kind::Tuple;
    if (auto* list = dyn<List>(node)) items = &list->elts;
    else if (auto* set = dyn<Set>(node)) items = &set->elts, kind = Constant::Kind::FrozenSet;
    if (items) {
        if (const Constant* all = folder_.fold_all(*items, kind)) return load(*all, node->range);
        bool starred = false;
        for (ExprNode* item : *items) starred |= item->kind == Kind::kStarred;
        if (kind == Constant::Kind::Tuple && !starred)
            return display(*items, Op::BUILD_TUPLE, Op::LIST_APPEND, Op::LIST_EXTEND, true, node->range);
    }
    expression(node);
}

void Emitter::for_statement(const For* s) {
    const Label start = label(), cleanup = label(), end = label();
    const SourceRange& at = s->iter->range;
    push_block({FrameBlock::Kind::ForLoop, start, end, s->range});
    for_iterable(s->iter);
    emit(Op::GET_ITER, at);
    bind(start);
    emit_jump(Op::FOR_ITER, cleanup, at);
    expression(s->target);
    statements(s->body);
    emit_jump(Op::JUMP, start, nowhere());
    pop_block();
    bind(cleanup);
    statements(s->orelse);
    bind(end);
}

void Emitter::async_for_statement(const AsyncFor* s) {
    if (unit().kind != UnitKind::AsyncFunction) return fail("'async for' outside async function", s->range);
    const Label start = label(), except = label(), end = label();
    const SourceRange& at = s->range;
    expression(s->iter);
    emit(Op::GET_AITER, s->iter->range);
    bind(start);
    push_block({FrameBlock::Kind::ForLoop, start, end, s->range});
    emit_setup(Pseudo::SetupFinally, except, at);
    emit(Op::GET_ANEXT, at);
    load_none(at);
    drive(true, at);
    emit_pop_block();
    expression(s->target);
    statements(s->body);
    emit_jump(Op::JUMP, start, nowhere());
    pop_block();
    bind(except);
    emit(Op::END_ASYNC_FOR, s->iter->range);
    statements(s->orelse);
    bind(end);
}

void Emitter::assert_statement(const Assert* s) {
    if (auto* tuple = dyn<Tuple>(s->test); tuple && !tuple->elts.empty())
        warn("assertion is always true, perhaps remove parentheses?", s->range);
    if (options_.optimize > 0) return;
    const Label end = label();
    jump_if(s->test, end, true);
    emit(Op::LOAD_ASSERTION_ERROR, s->range);
    if (s->msg) {
        expression(s->msg);
        emit(Op::CALL, s->range, 0);
    }
    emit(Op::RAISE_VARARGS, s->test->range, 1);
    bind(end);
}

void Emitter::import_statement(const Import* s) {
    const SourceRange& at = s->range;
    for (Alias* alias : s->names) {
        load(int_constant(0), at);
        load_none(at);
        emit(Op::IMPORT_NAME, at, unit().names.get(mangled(alias->name)));
        if (!alias->asname.data()) {
            store(alias->name.substr(0, alias->name.find('.')), at);
            continue;
        }
        // `import a.b.c as d` binds the innermost module.
        size_t dot = alias->name.find('.');
        if (dot == std::string_view::npos) {
            store(alias->asname, at);
            continue;
        }
        while (dot != std::string_view::npos) {
            const size_t begin = dot + 1;
            dot = alias->name.find('.', begin);
            const std::string_view part = alias->name.substr(begin, dot == std::string_view::npos ? dot : dot - begin);
            emit(Op::IMPORT_FROM, at, unit().names.get(mangled(part)));
            if (dot != std::string_view::npos) {
                emit(Op::SWAP, at, 2);
                emit(Op::POP_TOP, at);
            }
        }
        store(alias->asname, at);
        emit(Op::POP_TOP, at);
    }
}

void Emitter::import_from(const ImportFrom* s) {
    const SourceRange& at = s->range;
    const std::string_view module = s->module.data() ? s->module : std::string_view("");
    if (module == "__future__" && s->level == 0 && at.line > last_future_line_)
        return fail("from __future__ imports must occur at the beginning of the file", at);
    load(int_constant(s->level), at);
    std::vector<Constant> fromlist;
    for (Alias* alias : s->names) fromlist.push_back(str_constant(alias->name));
    load(tuple_constant(std::move(fromlist)), at);
    emit(Op::IMPORT_NAME, at, unit().names.get(mangled(module)));
    for (Alias* alias : s->names) {
        if (alias->name == "*") return emit(Op::IMPORT_STAR, at);
        emit(Op::IMPORT_FROM, at, unit().names.get(mangled(alias->name)));
        store(alias->asname.data() ? alias->asname : alias->name, at);
    }
    emit(Op::POP_TOP, at);
}

}  // namespace loopscope::python
