// SPDX-License-Identifier: MIT
#include "python/compiler/unit.h"

#include <algorithm>
#include <cstring>

namespace loopscope::python {

namespace {

/// Equal for constants that may be one and the same object; never for two code objects.
void append_key(const Constant& value, std::string& key) {
    key += static_cast<char>(value.kind);
    auto bytes = [&](const void* data, size_t size) { key.append(static_cast<const char*>(data), size); };
    switch (value.kind) {
        case Constant::Kind::Int: bytes(&value.integer, sizeof value.integer); break;
        case Constant::Kind::Complex: bytes(&value.imaginary, sizeof value.imaginary); [[fallthrough]];
        case Constant::Kind::Float: bytes(&value.real, sizeof value.real); break;
        case Constant::Kind::BigInt:
        case Constant::Kind::Str:
        case Constant::Kind::Bytes: {
            const size_t size = value.text.size();
            bytes(&size, sizeof size);
            key += value.text;
            break;
        }
        case Constant::Kind::Tuple:
        case Constant::Kind::FrozenSet: {
            const size_t size = value.items.size();
            bytes(&size, sizeof size);
            for (const Constant& item : value.items) append_key(item, key);
            break;
        }
        case Constant::Kind::Code: {
            const Code* code = value.code.get();
            bytes(&code, sizeof code);
            break;
        }
        default: break;
    }
}

uint32_t flags_of(const Unit& unit, bool postponed_annotations) {
    const Scope& scope = *unit.scope;
    uint32_t flags = 0;
    if (scope.is_function_like()) {
        flags |= kNewLocals | kOptimized;
        if (scope.nested) flags |= kNested;
        if (scope.generator) flags |= scope.coroutine ? kAsyncGenerator : kGenerator;
        else if (scope.coroutine) flags |= kCoroutine;
        if (scope.varargs) flags |= kVarArgs;
        if (scope.varkeywords) flags |= kVarKeywords;
    }
    if (unit.docstring) flags |= kHasDocstring;
    if (postponed_annotations) flags |= kFutureAnnotations;
    return flags;
}

SlotLayout place_slots(const Unit& unit) {
    SlotLayout slots;
    slots.locals = unit.locals.size();
    uint32_t next = slots.locals;
    for (NameId cell : unit.cells.order()) {
        const int64_t local = unit.locals.find(cell);
        slots.cell_slots.push_back(local >= 0 ? static_cast<uint32_t>(local) : next++);
    }
    for (size_t i = 0; i < unit.frees.size(); ++i) slots.cell_slots.push_back(next++);
    return slots;
}

/// What every frame does before its first RESUME.
void add_prologue(Unit& unit, uint32_t flags) {
    const SourceRange at{unit.first_line, -1, unit.first_line, -1};
    InstructionList prologue;
    if (unit.frees.size() > 0) prologue.add(Op::COPY_FREE_VARS, unit.frees.size(), SourceRange{});
    // In slot order, as CPython does.
    const SlotLayout slots = place_slots(unit);
    std::vector<uint32_t> cells(unit.cells.size());
    for (uint32_t i = 0; i < cells.size(); ++i) cells[i] = i;
    auto by_slot = [&](uint32_t l, uint32_t r) { return slots.cell_slots[l] < slots.cell_slots[r]; };
    std::ranges::make_heap(cells, by_slot);  // std::sort is ten times the code of heap sort
    std::ranges::sort_heap(cells, by_slot);
    for (uint32_t cell : cells) prologue.add(Op::MAKE_CELL, cell, SourceRange{});
    if (flags & (kGenerator | kCoroutine | kAsyncGenerator)) {
        prologue.add(Op::RETURN_GENERATOR, 0u, at);
        prologue.add(Op::POP_TOP, 0u, at);
    }
    if (unit.stop_iteration_handler) prologue.add(Pseudo::SetupCleanup, unit.stop_iteration, at);
    const int32_t shift = static_cast<int32_t>(prologue.code.size());
    unit.list.code.insert(unit.list.code.begin(), prologue.code.begin(), prologue.code.end());
    for (int32_t& label : unit.list.labels)
        if (label >= 0) label += shift;
}

}  // namespace

uint32_t Unit::constant(const Constant& value) {
    std::string key;
    append_key(value, key);
    auto [at, added] = constant_index.try_emplace(std::move(key), static_cast<uint32_t>(constants.size()));
    if (added) constants.push_back(value);
    return at->second;
}

void Unit::append_constant(const Constant& value) {
    std::string key;
    append_key(value, key);
    constant_index.try_emplace(std::move(key), static_cast<uint32_t>(constants.size()));
    constants.push_back(value);
}

std::shared_ptr<Code> finish(Unit& unit, const NameTable& names, std::string_view filename, bool postponed_annotations) {
    auto code = std::make_shared<Code>();
    code->flags = flags_of(unit, postponed_annotations);
    add_prologue(unit, code->flags);
    const SlotLayout slots = place_slots(unit);
    if (!assemble(std::move(unit.list), slots, static_cast<uint32_t>(unit.scope->parameters.size()), *code)) return nullptr;

    code->name = names.text(unit.name);
    code->qualname = unit.qualname;
    code->filename = filename;
    code->first_line = static_cast<uint32_t>(unit.first_line);
    code->argcount = unit.argcount;
    code->posonly_argcount = unit.posonly_argcount;
    code->kwonly_argcount = unit.kwonly_argcount;
    for (NameId id : unit.locals.order()) {
        uint8_t kind = kLocal;
        if (unit.cells.find(id) >= 0) kind |= kCell;
        if (unit.hidden.contains(id)) kind |= kHidden;
        code->local_names.emplace_back(names.text(id));
        code->local_kinds.push_back(kind);
    }
    for (NameId id : unit.cells.order()) {
        if (unit.locals.find(id) >= 0) continue;
        code->local_names.emplace_back(names.text(id));
        code->local_kinds.push_back(kCell);
    }
    for (NameId id : unit.frees.order()) {
        code->local_names.emplace_back(names.text(id));
        code->local_kinds.push_back(kFree);
    }
    for (NameId id : unit.names.order()) code->names.emplace_back(names.text(id));
    code->constants = std::move(unit.constants);
    return code;
}

}  // namespace loopscope::python
