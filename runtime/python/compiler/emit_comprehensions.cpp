// SPDX-License-Identifier: MIT
#include "python/compiler/emitter.h"

namespace loopscope::python {

using namespace ast;

namespace {

SourceRange nowhere() { return {}; }

const char* scope_name(ComprehensionKind kind) {
    switch (kind) {
        case ComprehensionKind::List: return "<listcomp>";
        case ComprehensionKind::Set: return "<setcomp>";
        case ComprehensionKind::Dict: return "<dictcomp>";
        default: return "<genexpr>";
    }
}

}  // namespace

/// What has to be put back after an inlined comprehension.
struct Emitter::InlinedComprehension {
    struct Pushed {
        NameId name;
        bool cell;  ///< the slot of a free variable, not that of a local
    };
    struct Overridden {
        NameId name;
        Resolution resolution;
    };
    std::vector<Pushed> pushed;          ///< saved on the value stack
    std::vector<Overridden> overridden;  ///< how the outer scope resolved these names
    std::vector<NameId> hidden;          ///< made slots for the time being
    Label cleanup;
    Label end;
};

void Emitter::comprehension_iterable(const Comprehension* generator) {
    if (generator->is_async) {
        expression(generator->iter);
        emit(Op::GET_AITER, generator->iter->range);
    } else {
        for_iterable(generator->iter);
        emit(Op::GET_ITER, generator->iter->range);
    }
}

/// The comprehension's own names take over in the current scope: what they hide is pushed, the iterator stays on top.
void Emitter::begin_inlined(Scope* inner, const SourceRange& at, InlinedComprehension& state) {
    Unit& u = unit();
    Scope& outer = *u.scope;
    const bool in_class = outer.kind == ScopeKind::Class && u.inlined_comprehensions == 0;
    ++u.inlined_comprehensions;
    for (const Symbol& symbol : inner->symbols) {
        if (symbol.flags & kParameter) continue;
        const bool bound_here = symbol.flags & kAssigned && !(symbol.flags & kNonlocalStatement);
        if (!bound_here && !in_class) continue;
        if (!outer.is_function_like() && bound_here && !u.active_hidden.contains(symbol.name)) {
            u.hidden.insert(symbol.name);
            u.active_hidden.insert(symbol.name);
            state.hidden.push_back(symbol.name);
        }
        const Resolution here = symbol.resolution;
        const Resolution outside = outer.resolution_of(symbol.name);
        const bool shares_free = here == Resolution::Cell && outside == Resolution::Free;
        if (in_class || (here != outside && here != Resolution::Free && !shares_free)) {
            state.overridden.push_back({symbol.name, outside});
            outer.get(symbol.name).resolution = here;
        }
        if (!bound_here) continue;
        if (shares_free) {
            const uint32_t cell = u.deref_index(symbol.name);
            unit().list.add(Pseudo::TakeCell, cell, at);
            emit(Op::MAKE_CELL, at, cell);
        } else {
            emit(Op::LOAD_FAST_AND_CLEAR, at, u.locals.get(symbol.name));
            if (here == Resolution::Cell) emit(Op::MAKE_CELL, at, u.deref_index(symbol.name));
        }
        state.pushed.push_back({symbol.name, shares_free});
    }
    if (state.pushed.empty()) return;
    emit(Op::SWAP, at, static_cast<uint32_t>(state.pushed.size()) + 1);
    state.cleanup = label();
    state.end = label();
    emit_setup(Pseudo::SetupFinally, state.cleanup, at);
}

void Emitter::restore_inlined_locals(const SourceRange& at, const InlinedComprehension& state) {
    emit(Op::SWAP, at, static_cast<uint32_t>(state.pushed.size()) + 1);
    for (size_t i = state.pushed.size(); i-- > 0;) {
        const auto& [name, cell] = state.pushed[i];
        if (cell) unit().list.add(Pseudo::PutCell, unit().deref_index(name), nowhere());
        else unit().list.add(Pseudo::StoreFastMaybeNull, unit().locals.get(name), nowhere());
    }
}

void Emitter::end_inlined(const SourceRange& at, InlinedComprehension& state) {
    Unit& u = unit();
    --u.inlined_comprehensions;
    if (!state.pushed.empty()) {
        emit_pop_block();
        emit_jump(Op::JUMP, state.end, nowhere());
        bind(state.cleanup);
        emit(Op::SWAP, nowhere(), 2);
        emit(Op::POP_TOP, nowhere());
        restore_inlined_locals(nowhere(), state);
        emit(Op::RERAISE, nowhere(), 0);
        bind(state.end);
        restore_inlined_locals(at, state);
    }
    for (const auto& [name, resolution] : state.overridden) u.scope->get(name).resolution = resolution;
    for (NameId id : state.hidden) u.active_hidden.erase(id);
}

void Emitter::comprehension(const ComprehensionParts& parts) {
    const SourceRange& at = parts.node->range;
    Scope* inner = scopes_.find(parts.node);
    const Comprehension* outermost = (*parts.generators)[0];
    const bool is_generator = parts.kind == ComprehensionKind::Generator;
    const bool is_async = inner->coroutine;
    if (is_async && !is_generator && unit().kind != UnitKind::AsyncFunction && unit().kind != UnitKind::Comprehension)
        return fail("asynchronous comprehension outside of an asynchronous function", at);

    const bool inlined = inner->inlined;
    InlinedComprehension state;
    if (inlined) {
        comprehension_iterable(outermost);
        begin_inlined(inner, at, state);
    } else {
        enter(UnitKind::Comprehension, names_.intern(scope_name(parts.kind)), inner, at.line, kNoName);
        unit().argcount = 1;
    }
    if (!is_generator) {
        const Op build = parts.kind == ComprehensionKind::List  ? Op::BUILD_LIST
                         : parts.kind == ComprehensionKind::Set ? Op::BUILD_SET
                                                                : Op::BUILD_MAP;
        emit(build, at, 0);
        if (inlined) emit(Op::SWAP, at, 2);
    }
    if (outermost->is_async) async_comprehension_generator(parts, 0, 0, inlined);
    else comprehension_generator(parts, 0, 0, inlined);
    if (inlined) return end_inlined(at, state);

    if (is_generator) load_none(at);
    emit(Op::RETURN_VALUE, at);
    if (is_generator) wrap_stop_iteration();
    make_function(leave(), 0, at);
    comprehension_iterable(outermost);
    emit(Op::CALL, at, 0);
    if (is_async && !is_generator) {
        emit(Op::GET_AWAITABLE, at, static_cast<uint32_t>(Awaited::Expression));
        load_none(at);
        drive(true, at);
    }
}

void Emitter::comprehension_generator(const ComprehensionParts& parts, size_t index, uint32_t depth, bool inlined) {
    const Comprehension* generator = (*parts.generators)[index];
    Label start, anchor;
    const Label skip = label();
    bool loops = true;
    if (index == 0) {
        if (!inlined) emit(Op::LOAD_FAST, parts.node->range, 0);
    } else {
        // `for y in [f(x)]` is an assignment.
        const Exprs* items = nullptr;
        if (auto* list = dyn<List>(generator->iter)) items = &list->elts;
        else if (auto* tuple = dyn<Tuple>(generator->iter)) items = &tuple->elts;
        if (items && items->size() == 1 && (*items)[0]->kind != Kind::kStarred) {
            expression((*items)[0]);
            loops = false;
        } else {
            comprehension_iterable(generator);
        }
    }
    if (loops) {
        ++depth;
        start = label();
        anchor = label();
        bind(start);
        emit_jump(Op::FOR_ITER, anchor, generator->iter->range);
    }
    expression(generator->target);
    comprehension_next(parts, index, depth, inlined, skip);
    bind(skip);
    if (loops) {
        emit_jump(Op::JUMP, start, parts.element->range);
        bind(anchor);
    }
}

/// Conditions, then the next `for` or, innermost, the element.
void Emitter::comprehension_next(const ComprehensionParts& parts, size_t index, uint32_t depth, bool inlined, Label skip) {
    const Comprehension* generator = (*parts.generators)[index];
    for (ExprNode* condition : generator->ifs) jump_if(condition, skip, false);
    if (index + 1 < parts.generators->size()) {
        if ((*parts.generators)[index + 1]->is_async) async_comprehension_generator(parts, index + 1, depth, inlined);
        else comprehension_generator(parts, index + 1, depth, inlined);
        return;
    }
    SourceRange at = parts.element->range;
    expression(parts.element);
    switch (parts.kind) {
        case ComprehensionKind::List: return emit(Op::LIST_APPEND, at, depth + 1);
        case ComprehensionKind::Set: return emit(Op::SET_ADD, at, depth + 1);
        case ComprehensionKind::Dict:
            expression(parts.value);
            at.end_line = parts.value->range.end_line;
            at.end_column = parts.value->range.end_column;
            return emit(Op::MAP_ADD, at, depth + 1);
        default:
            yield_value(at);
            return emit(Op::POP_TOP, at);
    }
}

void Emitter::async_comprehension_generator(const ComprehensionParts& parts, size_t index, uint32_t depth, bool inlined) {
    const SourceRange& at = parts.node->range;
    const Comprehension* generator = (*parts.generators)[index];
    const Label start = label(), except = label(), skip = label();
    if (index == 0) {
        if (!inlined) emit(Op::LOAD_FAST, at, 0);
    } else {
        comprehension_iterable(generator);
    }
    bind(start);
    push_block({FrameBlock::Kind::AsyncComprehension, start, {}, at});
    emit_setup(Pseudo::SetupFinally, except, at);
    emit(Op::GET_ANEXT, at);
    load_none(at);
    drive(true, at);
    emit_pop_block();
    expression(generator->target);
    ++depth;
    comprehension_next(parts, index, depth, inlined, skip);
    bind(skip);
    emit_jump(Op::JUMP, start, parts.element->range);
    pop_block();
    bind(except);
    emit(Op::END_ASYNC_FOR, at);
}

}  // namespace loopscope::python
