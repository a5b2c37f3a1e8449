// SPDX-License-Identifier: MIT
#include "python/compiler/emitter.h"

namespace loopscope::python {

using namespace ast;

namespace {

SourceRange nowhere() { return {}; }

}  // namespace

// ---- leaving blocks ----

void Emitter::unwind_block(SourceRange& at, const FrameBlock& block, bool value_on_top) {
    using BlockKind = FrameBlock::Kind;
    switch (block.kind) {
        case BlockKind::WhileLoop:
        case BlockKind::ExceptionHandler:
        case BlockKind::ExceptionGroupHandler:
        case BlockKind::AsyncComprehension:
        case BlockKind::StopIteration: return;
        case BlockKind::ForLoop:
        case BlockKind::PopValue:
            if (value_on_top) emit(Op::SWAP, at, 2);
            emit(Op::POP_TOP, at);
            return;
        case BlockKind::TryExcept: emit_pop_block(); return;
        case BlockKind::FinallyTry: {
            emit_pop_block();
            if (value_on_top) push_block({BlockKind::PopValue, {}, {}, at});
            statements(*block.final_body);
            if (value_on_top) pop_block();
            at = nowhere();
            return;
        }
        case BlockKind::FinallyEnd:
            if (value_on_top) emit(Op::SWAP, at, 2);
            emit(Op::POP_TOP, at);
            if (value_on_top) emit(Op::SWAP, at, 2);
            emit_pop_block();
            emit(Op::POP_EXCEPT, at);
            return;
        case BlockKind::With:
        case BlockKind::AsyncWith:
            at = block.range;
            emit_pop_block();
            if (value_on_top) emit(Op::SWAP, at, 2);
            call_exit_with_nones(at);
            if (block.kind == BlockKind::AsyncWith) {
                emit(Op::GET_AWAITABLE, at, static_cast<uint32_t>(Awaited::AsyncExit));
                load_none(at);
                drive(true, at);
            }
            emit(Op::POP_TOP, at);
            at = nowhere();
            return;
        case BlockKind::HandlerCleanup:
            if (block.caught != kNoName) emit_pop_block();
            if (value_on_top) emit(Op::SWAP, at, 2);
            emit_pop_block();
            emit(Op::POP_EXCEPT, at);
            if (block.caught != kNoName) unbind_caught(block.caught, at);
            return;
    }
}

bool Emitter::unwind_blocks(SourceRange& at, bool value_on_top, const FrameBlock** loop) {
    std::vector<FrameBlock>& blocks = unit().blocks;
    std::vector<FrameBlock> left;
    bool good = true;
    while (!blocks.empty()) {
        const FrameBlock top = blocks.back();
        if (top.kind == FrameBlock::Kind::ExceptionGroupHandler) {
            fail("'break', 'continue' and 'return' cannot appear in an except* block", at);
            good = false;
            break;
        }
        if (loop && (top.kind == FrameBlock::Kind::WhileLoop || top.kind == FrameBlock::Kind::ForLoop)) break;
        // While its own exit code is emitted, a block is not around it.
        left.push_back(top);
        blocks.pop_back();
        unwind_block(at, top, value_on_top);
    }
    const size_t found = blocks.size();
    while (!left.empty()) {
        blocks.push_back(left.back());
        left.pop_back();
    }
    if (loop && good && found > 0) *loop = &blocks[found - 1];
    return good && !failed();
}

void Emitter::unbind_caught(NameId caught, const SourceRange& at) {
    load_none(at);
    name(caught, Context::kStore, at);
    name(caught, Context::kDel, at);
}

/// Handler of a handler: [previous, lasti, exc] -> .
void Emitter::pop_except_and_reraise(const SourceRange& at) {
    emit(Op::COPY, at, 3);
    emit(Op::POP_EXCEPT, at);
    emit(Op::RERAISE, at, 1);
}

// ---- try ----

void Emitter::try_statement(const TryNode* s, bool star) {
    if (!s->finalbody.empty()) return try_finally(s, star);
    if (star) try_except_star(static_cast<const TryStar*>(s));
    else try_except(static_cast<const Try*>(s));
}

void Emitter::try_finally(const TryNode* s, bool star) {
    const Label body = label(), handler = label(), exit = label(), cleanup = label();
    emit_setup(Pseudo::SetupFinally, handler, s->range);
    bind(body);
    push_block({FrameBlock::Kind::FinallyTry, body, handler, s->range, &s->finalbody});
    if (s->handlers.empty()) statements(s->body);
    else if (star) try_except_star(static_cast<const TryStar*>(s));
    else try_except(static_cast<const Try*>(s));
    emit_pop_block();
    pop_block();
    statements(s->finalbody);
    emit_jump(Op::JUMP, exit, nowhere());

    bind(handler);
    push_block({FrameBlock::Kind::FinallyEnd, handler, {}, s->range});
    emit_setup(Pseudo::SetupCleanup, cleanup, nowhere());
    emit(Op::PUSH_EXC_INFO, nowhere());
    statements(s->finalbody);
    emit(Op::RERAISE, nowhere(), 0);
    pop_block();
    bind(cleanup);
    pop_except_and_reraise(nowhere());
    bind(exit);
}

void Emitter::try_except(const Try* s) {
    const Label body = label(), except = label(), end = label(), cleanup = label();
    emit_setup(Pseudo::SetupFinally, except, s->range);
    bind(body);
    push_block({FrameBlock::Kind::TryExcept, body, {}, s->range});
    statements(s->body);
    pop_block();
    emit_pop_block();
    statements(s->orelse);
    emit_jump(Op::JUMP, end, nowhere());

    bind(except);
    emit_setup(Pseudo::SetupCleanup, cleanup, nowhere());
    emit(Op::PUSH_EXC_INFO, nowhere());
    push_block({FrameBlock::Kind::ExceptionHandler, {}, {}, s->range});
    for (size_t i = 0; i < s->handlers.size(); ++i) {
        const ExceptHandler* handler = s->handlers[i];
        const SourceRange& at = handler->range;
        if (!handler->type && i + 1 < s->handlers.size()) return fail("default 'except:' must be last", at);
        const Label next = label();
        if (handler->type) {
            expression(handler->type);
            emit(Op::CHECK_EXC_MATCH, at);
            emit_jump(Op::POP_JUMP_IF_FALSE, next, at);
        }
        const Label body_label = label();
        if (handler->name.data()) {
            const Label cleanup_end = label();
            store(handler->name, at);
            emit_setup(Pseudo::SetupCleanup, cleanup_end, at);
            bind(body_label);
            const NameId caught = names_.intern(handler->name);
            push_block({FrameBlock::Kind::HandlerCleanup, body_label, {}, at, nullptr, caught});
            statements(handler->body);
            pop_block();
            emit_pop_block();
            emit_pop_block();
            emit(Op::POP_EXCEPT, nowhere());
            unbind_caught(caught, nowhere());
            emit_jump(Op::JUMP, end, nowhere());
            bind(cleanup_end);
            unbind_caught(caught, nowhere());
            emit(Op::RERAISE, nowhere(), 1);
        } else {
            emit(Op::POP_TOP, at);
            bind(body_label);
            push_block({FrameBlock::Kind::HandlerCleanup, body_label, {}, at});
            statements(handler->body);
            pop_block();
            emit_pop_block();
            emit(Op::POP_EXCEPT, nowhere());
            emit_jump(Op::JUMP, end, nowhere());
        }
        bind(next);
    }
    // The regions that the handlers closed on their own paths are still open on this one. Nobody wanted the exception: the
    // frame was last at the last clause that was asked.
    emit(Op::RERAISE, s->handlers.back()->type ? s->handlers.back()->range : nowhere(), 0);
    pop_block();
    bind(cleanup);
    pop_except_and_reraise(nowhere());
    bind(end);
}

/// Stack while the handlers run: [previous, original, list of raised, what is left to match].
void Emitter::try_except_star(const TryStar* s) {
    const Label body = label(), except = label(), end = label(), cleanup = label(), or_else = label();
    const Label reraise_star = label();
    emit_setup(Pseudo::SetupFinally, except, s->range);
    bind(body);
    push_block({FrameBlock::Kind::TryExcept, body, or_else, s->range});
    statements(s->body);
    pop_block();
    emit_pop_block();
    emit_jump(Op::JUMP, or_else, nowhere());

    bind(except);
    emit_setup(Pseudo::SetupCleanup, cleanup, nowhere());
    emit(Op::PUSH_EXC_INFO, nowhere());
    push_block({FrameBlock::Kind::ExceptionGroupHandler, {}, {}, s->range});
    const size_t count = s->handlers.size();
    for (size_t i = 0; i < count; ++i) {
        const ExceptHandler* handler = s->handlers[i];
        const SourceRange& at = handler->range;
        const Label next = label(), handle_match = label(), no_match = label(), except_with_error = label();
        if (i == 0) {
            emit(Op::COPY, at, 1);
            emit(Op::BUILD_LIST, at, 0);
            emit(Op::SWAP, at, 2);
        }
        if (handler->type) {
            expression(handler->type);
            emit(Op::CHECK_EG_MATCH, at);
            emit(Op::COPY, at, 1);
            emit_jump(Op::POP_JUMP_IF_NONE, no_match, at);
        }
        bind(handle_match);
        const Label cleanup_end = label(), body_label = label();
        if (handler->name.data()) store(handler->name, at);
        else emit(Op::POP_TOP, at);
        emit_setup(Pseudo::SetupCleanup, cleanup_end, at);
        bind(body_label);
        const NameId caught = handler->name.data() ? names_.intern(handler->name) : kNoName;
        push_block({FrameBlock::Kind::HandlerCleanup, body_label, {}, at, nullptr, caught});
        statements(handler->body);
        pop_block();
        emit_pop_block();
        if (caught != kNoName) unbind_caught(caught, nowhere());
        emit_jump(Op::JUMP, next, nowhere());

        bind(cleanup_end);  // the handler's body raised: [.., list, rest, lasti, exc]
        if (caught != kNoName) unbind_caught(caught, nowhere());
        emit(Op::LIST_APPEND, nowhere(), 3);
        emit(Op::POP_TOP, nowhere());
        emit_jump(Op::JUMP, except_with_error, nowhere());

        bind(next);
        emit(Op::NOP, at);
        bind(except_with_error);
        if (i + 1 == count) {
            emit(Op::LIST_APPEND, nowhere(), 1);
            emit_jump(Op::JUMP, reraise_star, nowhere());
        } else {
            const Label next_handler = label();
            emit_jump(Op::JUMP, next_handler, nowhere());
            bind(no_match);
            emit(Op::POP_TOP, at);
            bind(next_handler);
            continue;
        }
        bind(no_match);
        emit(Op::POP_TOP, at);
        emit(Op::LIST_APPEND, nowhere(), 1);
        emit_jump(Op::JUMP, reraise_star, nowhere());
    }
    pop_block();
    const Label reraise = label();
    bind(reraise_star);
    emit(Op::PREP_RERAISE_STAR, nowhere());
    emit(Op::COPY, nowhere(), 1);
    emit_jump(Op::POP_JUMP_IF_NOT_NONE, reraise, nowhere());
    emit(Op::POP_TOP, nowhere());
    emit_pop_block();
    emit(Op::POP_EXCEPT, nowhere());
    emit_jump(Op::JUMP, end, nowhere());

    // The region is still open on this path.
    bind(reraise);
    emit_pop_block();
    emit(Op::SWAP, nowhere(), 2);
    emit(Op::POP_EXCEPT, nowhere());
    emit(Op::RERAISE, nowhere(), 0);
    bind(cleanup);
    pop_except_and_reraise(nowhere());
    bind(or_else);
    statements(s->orelse);
    bind(end);
}

// ---- with ----

/// [exit] -> [result of exit(None, None, None)]; the first None fills the `self` place.
void Emitter::call_exit_with_nones(const SourceRange& at) {
    for (int i = 0; i < 3; ++i) load_none(at);
    emit(Op::CALL, at, 2);
}

/// Handler of with, after WITH_EXCEPT_START: [exit, lasti, previous, exc, result].
void Emitter::with_except_finish(Label cleanup, Label exit) {
    const Label suppress = label();
    emit_jump(Op::POP_JUMP_IF_TRUE, suppress, nowhere());
    emit(Op::RERAISE, nowhere(), 2);
    bind(suppress);
    emit(Op::POP_TOP, nowhere());
    emit_pop_block();
    emit(Op::POP_EXCEPT, nowhere());
    emit(Op::POP_TOP, nowhere());
    emit(Op::POP_TOP, nowhere());
    emit_jump(Op::JUMP, exit, nowhere());
    bind(cleanup);
    pop_except_and_reraise(nowhere());
}

void Emitter::with_statement(const WithNode* s, size_t index, bool is_async) {
    if (is_async && unit().kind != UnitKind::AsyncFunction)
        return fail("'async with' outside async function", s->range);
    const WithItem* item = s->items[index];
    const SourceRange& at = item->context_expr->range;
    const Label block = label(), final = label(), exit = label(), cleanup = label();
    expression(item->context_expr);
    emit(is_async ? Op::BEFORE_ASYNC_WITH : Op::BEFORE_WITH, at);
    if (is_async) {
        emit(Op::GET_AWAITABLE, at, static_cast<uint32_t>(Awaited::AsyncEnter));
        load_none(at);
        drive(true, at);
    }
    emit_setup(Pseudo::SetupWith, final, at);
    bind(block);
    push_block({is_async ? FrameBlock::Kind::AsyncWith : FrameBlock::Kind::With, block, final, at});
    if (item->optional_vars) expression(item->optional_vars);
    else emit(Op::POP_TOP, at);
    if (index + 1 == s->items.size()) statements(s->body);
    else with_statement(s, index + 1, is_async);
    pop_block();
    emit_pop_block();

    call_exit_with_nones(at);
    if (is_async) {
        emit(Op::GET_AWAITABLE, at, static_cast<uint32_t>(Awaited::AsyncExit));
        load_none(at);
        drive(true, at);
    }
    emit(Op::POP_TOP, at);
    emit_jump(Op::JUMP, exit, at);

    bind(final);
    emit_setup(Pseudo::SetupCleanup, cleanup, at);
    emit(Op::PUSH_EXC_INFO, at);
    emit(Op::WITH_EXCEPT_START, at);
    if (is_async) {
        emit(Op::GET_AWAITABLE, at, static_cast<uint32_t>(Awaited::AsyncExit));
        load_none(at);
        drive(true, at);
    }
    with_except_finish(cleanup, exit);
    bind(exit);
}

}  // namespace loopscope::python
