// SPDX-License-Identifier: MIT
#include "python/vm/exception.h"
#include "python/vm/interpreter/instruction.h"
#include "python/vm/names.h"

/// Local, global and free variables: what the loop does not do itself.
namespace loopscope::python {

namespace {

std::nullptr_t raise_undefined(Str* name) {
  raise(exc::NameError, "name '%U' is not defined", name);
  if (pending()) assign(pending()->extra, name);
  return nullptr;
}

/// mapping[name]. Null: absent, or (if `failed()`) an error.
Ref get_from_namespace(Value mapping, Str* name) {
  if (is_exact(mapping, dict_type)) return Ref::share(dict_get(mapping.as<Dict>(), name));
  Ref v = get_item(mapping, name);
  if (!v && pending_is(exc::KeyError)) clear_pending();
  return v;
}

/// Globals, then builtins.
Ref get_global(Frame* frame, Str* name) {
  if (Value v = dict_get(frame->globals, name)) return Ref::share(v);
  if (Value v = dict_get(frame->builtins, name)) return Ref::share(v);
  return raise_undefined(name);
}

std::nullptr_t raise_unbound_local(CodeObject* code, uint32_t slot) {
  Str* name = code->local_names[slot];
  if (slot >= code->local_count - code->free_count) {
    raise(exc::NameError, "cannot access free variable '%U' where it is not associated with a value in enclosing scope", name);
    if (pending()) assign(pending()->extra, name);
  } else {
    raise(exc::UnboundLocalError, "cannot access local variable '%U' where it is not associated with a value", name);
  }
  return nullptr;
}

/// Remembers in which dict and where the name is as long as no name comes or goes.
Ref load_global_slow(Frame* frame, Str* name, InlineCache& cache) {
  if (!is_exact(Value(frame->globals), dict_type)) [[unlikely]] {  // a subclass, given to exec or eval: it is asked each time
    Ref v = get_from_namespace(Value(frame->globals), name);
    if (v || failed()) return v;
    Value built_in = dict_get(frame->builtins, name);
    return built_in ? Ref::share(built_in) : Ref(raise_undefined(name));
  }
  int32_t i = dict_find(frame->globals, name);
  if (i >= 0) {
    cache.version = frame->globals->version;
    cache.kind = kCacheGlobal;
    cache.index = i;
    return Ref::share(frame->globals->entries[i].value);
  }
  i = dict_find(frame->builtins, name);
  if (i >= 0) {
    cache.version = frame->globals->version;
    cache.version2 = frame->builtins->version;
    cache.kind = kCacheBuiltin;
    cache.index = i;
    return Ref::share(frame->builtins->entries[i].value);
  }
  return raise_undefined(name);
}

/// mapping[name] = v, remembering the same.
bool store_in_namespace(Value mapping, Str* name, Value v, InlineCache& cache) {
  if (!is_exact(mapping, dict_type)) return set_item(mapping, name, v);
  Dict* dict = mapping.as<Dict>();
  if (!dict_set(dict, name, v)) return false;
  cache.version = dict->version;
  cache.index = dict_find(dict, name);
  return true;
}

Outcome unbound_local(Frame* frame, uint32_t word) {
  raise_unbound_local(frame->code, arg_of(word));
  return Outcome::failed;
}

Outcome load_name(Frame* frame, uint32_t word) {
  InlineCache& cache = frame->code->caches[*frame->ip++];
  Str* name = frame->code->names[arg_of(word)];
  if (frame->mapping == Value(frame->globals)) return push(frame, load_global_slow(frame, name, cache));
  Ref v = frame->mapping ? get_from_namespace(frame->mapping, name) : Ref();
  if (failed()) return Outcome::failed;
  return push(frame, v ? std::move(v) : get_global(frame, name));
}

Outcome load_global(Frame* frame, uint32_t word) {
  InlineCache& cache = frame->code->caches[*frame->ip++];
  Outcome outcome = push(frame, load_global_slow(frame, frame->code->names[arg_of(word) >> 1], cache));
  if (outcome == Outcome::next && arg_of(word) & 1) *frame->sp++ = Value();
  return outcome;
}

Outcome store_into(Frame* frame, uint32_t word, Value mapping) {
  InlineCache& cache = frame->code->caches[*frame->ip++];
  if (!store_in_namespace(mapping, frame->code->names[arg_of(word)], frame->sp[-1], cache)) return Outcome::failed;
  decref(*--frame->sp);
  return Outcome::next;
}
Outcome store_name(Frame* frame, uint32_t word) { return store_into(frame, word, frame->mapping); }
Outcome store_global(Frame* frame, uint32_t word) { return store_into(frame, word, frame->globals); }

Outcome store_fast_store_fast(Frame* frame, uint32_t word) {
  for (uint32_t slot : {a_of(word), b_of(word)}) {
    Value& local = frame->locals()[slot];
    Value old = local;
    local = *--frame->sp;
    xdecref(old);
  }
  return Outcome::next;
}

Outcome delete_fast(Frame* frame, uint32_t word) {
  Value& local = frame->locals()[arg_of(word)];
  Value old = local;
  if (!old) return raise_unbound_local(frame->code, arg_of(word)), Outcome::failed;
  local = Value();
  decref(old);
  return Outcome::next;
}

Outcome make_cell_for(Frame* frame, uint32_t word) {
  Value& local = frame->locals()[arg_of(word)];
  Own<Cell> cell = make_cell(local);
  if (!cell) return Outcome::failed;
  Value old = local;
  local = cell.release();
  xdecref(old);
  return Outcome::next;
}

Outcome delete_deref(Frame* frame, uint32_t word) {
  Cell* cell = frame->locals()[arg_of(word)].as<Cell>();
  Value old = cell->value;
  if (!old) return raise_unbound_local(frame->code, arg_of(word)), Outcome::failed;
  cell->value = Value();
  decref(old);
  return Outcome::next;
}

Outcome delete_name(Frame* frame, uint32_t word) {
  Str* name = frame->code->names[arg_of(word)];
  if (!is_exact(frame->mapping, dict_type)) {
    if (delete_item(frame->mapping, name)) return Outcome::next;
    if (!pending_is(exc::KeyError)) return Outcome::failed;
    clear_pending();
    raise_undefined(name);
    return Outcome::failed;
  }
  int deleted = dict_delete(frame->mapping.as<Dict>(), name);
  if (deleted == 0) raise_undefined(name);
  return next_if(deleted == 1);
}

Outcome delete_global(Frame* frame, uint32_t word) {
  Str* name = frame->code->names[arg_of(word)];
  int deleted = dict_delete(frame->globals, Value(name));
  if (deleted == 0) raise_undefined(name);
  return next_if(deleted == 1);
}

Outcome load_locals(Frame* frame, uint32_t) {
  return push(frame, frame->mapping ? Ref::share(frame->mapping) : frame_locals(frame));
}

Outcome load_from_dict_or_deref(Frame* frame, uint32_t word) {
  Ref v = get_from_namespace(frame->sp[-1], frame->code->local_names[arg_of(word)]);
  if (failed()) return Outcome::failed;
  if (!v) v = Ref::share(frame->locals()[arg_of(word)].as<Cell>()->value);
  if (!v) raise_unbound_local(frame->code, arg_of(word));
  return replace_top(frame, std::move(v));
}

Outcome load_from_dict_or_globals(Frame* frame, uint32_t word) {
  Str* name = frame->code->names[arg_of(word)];
  Ref v = get_from_namespace(frame->sp[-1], name);
  if (failed()) return Outcome::failed;
  if (!v) v = get_global(frame, name);
  return replace_top(frame, std::move(v));
}

Outcome load_build_class(Frame* frame, uint32_t) {
  Ref v = Ref::share(dict_get(frame->builtins, names::__build_class__));
  if (!v) raise(exc::NameError, "__build_class__ not found");
  return push(frame, std::move(v));
}

Outcome load_assertion_error(Frame* frame, uint32_t) { return push(frame, Ref::share(&exc::AssertionError)); }

Outcome setup_annotations(Frame* frame, uint32_t) {
  Value mapping = frame->mapping ? frame->mapping : Value(frame->globals);
  int has = contains(mapping, names::__annotations__);
  if (has != 0) return next_if(has > 0);
  Own<Dict> empty = make_dict();
  return next_if(empty && set_item(mapping, names::__annotations__, empty));
}

}  // namespace

const InstructionDef kNameInstructions[] = {
    {Op::LOAD_FAST_CHECK, unbound_local},
    {Op::LOAD_DEREF, unbound_local},
    {Op::LOAD_NAME, load_name},
    {Op::STORE_NAME, store_name},
    {Op::LOAD_GLOBAL, load_global},
    {Op::STORE_GLOBAL, store_global},
    {Op::STORE_FAST_STORE_FAST, store_fast_store_fast},
    {Op::DELETE_FAST, delete_fast},
    {Op::MAKE_CELL, make_cell_for},
    {Op::DELETE_DEREF, delete_deref},
    {Op::DELETE_NAME, delete_name},
    {Op::DELETE_GLOBAL, delete_global},
    {Op::LOAD_LOCALS, load_locals},
    {Op::LOAD_FROM_DICT_OR_DEREF, load_from_dict_or_deref},
    {Op::LOAD_FROM_DICT_OR_GLOBALS, load_from_dict_or_globals},
    {Op::LOAD_BUILD_CLASS, load_build_class},
    {Op::LOAD_ASSERTION_ERROR, load_assertion_error},
    {Op::SETUP_ANNOTATIONS, setup_annotations},
    {},
};

}  // namespace loopscope::python
