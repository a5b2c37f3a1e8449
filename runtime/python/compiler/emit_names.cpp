// SPDX-License-Identifier: MIT
#include "python/compiler/emitter.h"

namespace loopscope::python {

namespace {

enum class Storage { Fast, Global, Deref, Name };

}  // namespace

NameId Emitter::mangled(std::string_view text) { return mangled(names_.intern(text)); }

NameId Emitter::mangled(NameId name) {
    const Scope& scope = *unit().scope;
    if (scope.generic_class && !scope.selectively_mangled.contains(name)) return name;
    return names_.mangle(unit().private_class, name);
}

bool Emitter::assignable(std::string_view text, Context context, const SourceRange& at) {
    if (context == Context::kLoad || text != "__debug__") return true;
    fail(context == Context::kDel ? "cannot delete __debug__" : "cannot assign to __debug__", at);
    return false;
}

void Emitter::name(std::string_view text, Context context, const SourceRange& at) {
    if (assignable(text, context, at)) name(names_.intern(text), context, at);
}

void Emitter::name(NameId plain, Context context, const SourceRange& at) {
    Unit& u = unit();
    const Scope& scope = *u.scope;
    const NameId id = mangled(plain);
    const Resolution resolution = scope.resolution_of(id);
    Storage storage = Storage::Name;
    switch (resolution) {
        case Resolution::Free:
        case Resolution::Cell: storage = Storage::Deref; break;
        case Resolution::Local:
            if (scope.is_function_like() || u.active_hidden.contains(id)) storage = Storage::Fast;
            break;
        case Resolution::GlobalImplicit:
            if (scope.is_function_like()) storage = Storage::Global;
            break;
        case Resolution::GlobalExplicit: storage = Storage::Global; break;
        case Resolution::Unknown: break;
    }
    switch (storage) {
        case Storage::Fast: {
            const uint32_t slot = u.locals.get(id);
            emit(context == Context::kLoad ? Op::LOAD_FAST : context == Context::kStore ? Op::STORE_FAST : Op::DELETE_FAST,
                 at, slot);
            return;
        }
        case Storage::Deref: {
            const uint32_t cell = u.deref_index(id);
            if (context == Context::kStore) return emit(Op::STORE_DEREF, at, cell);
            if (context == Context::kDel) return emit(Op::DELETE_DEREF, at, cell);
            if (scope.kind == ScopeKind::Class && u.inlined_comprehensions == 0) {
                emit(Op::LOAD_LOCALS, at);
                emit(Op::LOAD_FROM_DICT_OR_DEREF, at, cell);
            } else if (scope.sees_class_scope && u.inlined_comprehensions == 0) {
                emit(Op::LOAD_DEREF, at, u.deref_index(names_.dunder_classdict));
                emit(Op::LOAD_FROM_DICT_OR_DEREF, at, cell);
            } else {
                emit(Op::LOAD_DEREF, at, cell);
            }
            return;
        }
        case Storage::Global: {
            const uint32_t index = u.names.get(id);
            if (context == Context::kStore) return emit(Op::STORE_GLOBAL, at, index);
            if (context == Context::kDel) return emit(Op::DELETE_GLOBAL, at, index);
            if (scope.sees_class_scope && resolution == Resolution::GlobalImplicit) {
                emit(Op::LOAD_DEREF, at, u.deref_index(names_.dunder_classdict));
                emit(Op::LOAD_FROM_DICT_OR_GLOBALS, at, index);
            } else {
                emit(Op::LOAD_GLOBAL, at, index << 1);
            }
            return;
        }
        case Storage::Name: {
            const uint32_t index = u.names.get(id);
            if (context == Context::kStore) return emit(Op::STORE_NAME, at, index);
            if (context == Context::kDel) return emit(Op::DELETE_NAME, at, index);
            // An inlined comprehension does not see the class body's names.
            if (scope.kind == ScopeKind::Class && u.inlined_comprehensions > 0) emit(Op::LOAD_GLOBAL, at, index << 1);
            else emit(Op::LOAD_NAME, at, index);
            return;
        }
    }
}

void Emitter::make_function(std::shared_ptr<Code> code, uint32_t attributes, const SourceRange& at) {
    if (!code) return;
    const size_t cells = code->local_names.size();
    uint32_t frees = 0;
    for (size_t i = 0; i < cells; ++i) {
        if (!(code->local_kinds[i] & kFree)) continue;
        const NameId id = names_.intern(code->local_names[i]);
        unit().list.add(Pseudo::LoadClosure, unit().deref_index(id), at);
        ++frees;
    }
    if (frees > 0) {
        attributes |= static_cast<uint32_t>(FunctionAttribute::Closure);
        emit(Op::BUILD_TUPLE, at, frees);
    }
    Constant constant;
    constant.kind = Constant::Kind::Code;
    constant.code = std::move(code);
    load(constant, at);
    emit(Op::MAKE_FUNCTION, at);
    for (FunctionAttribute attribute : {FunctionAttribute::Closure, FunctionAttribute::Annotations,
                                        FunctionAttribute::KeywordDefaults, FunctionAttribute::Defaults})
        if (attributes & static_cast<uint32_t>(attribute))
            emit(Op::SET_FUNCTION_ATTRIBUTE, at, static_cast<uint32_t>(attribute));
}

}  // namespace loopscope::python
