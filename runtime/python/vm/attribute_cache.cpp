// SPDX-License-Identifier: MIT
#include "python/vm/exception.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"
#include "python/vm/super.h"

/// Slow paths of attribute and global access: do the work, and fill the instruction's cache when the next time can be quick.
///
/// Cache kinds for attributes: 1 found in the instance's dict at entry `index`, and nothing on the type goes before it;
/// 2 (LOAD_METHOD) a plain function of the type. Both hold as long as the type's version does.
namespace loopscope::python {

namespace {

Dict* dict_of(Value object, Type* type) {
  if (!type->dict_offset) return nullptr;
  return *reinterpret_cast<Dict**>(reinterpret_cast<char*>(object.object()) + type->dict_offset);
}

bool is_data_descriptor(Value v) { return v && type_of(v)->set; }

}  // namespace

Ref load_attr_slow(CodeObject*, Value object, Str* name, InlineCache& cache) {
  Type* type = type_of(object);
  if (type->getattr == generic_getattr) {
    if (Dict* dict = dict_of(object, type)) {
      int32_t i = dict_find(dict, name);
      if (i >= 0 && !is_data_descriptor(lookup_in_type(type, name))) {
        cache.version = type->version;
        cache.kind = 1;
        cache.index = i;
        return Ref::share(dict->entries[i].value);
      }
    }
  }
  return get_attr(object, name);
}

Ref load_method_slow(Value object, Str* name, InlineCache& cache, Value* self) {
  Type* type = type_of(object);
  *self = Value();
  if (type->getattr == generic_getattr) {
    Value found = lookup_in_type(type, name);
    if (found && type_of(found)->flags & kTypeMethodDescriptor) {
      Dict* dict = dict_of(object, type);
      if (!dict || dict_find(dict, name) < 0) {
        cache.version = type->version;
        cache.kind = 2;
        cache.value = found;
        *self = object;
        return Ref::share(found);
      }
    }
  }
  return get_attr(object, name);
}

bool store_attr_slow(Value object, Str* name, Value value, InlineCache& cache) {
  Type* type = type_of(object);
  if (type->setattr == generic_setattr && type->dict_offset && !object.is_small()) {
    if (!is_data_descriptor(lookup_in_type(type, name))) {
      Dict** slot = instance_dict_slot(object);
      if (slot) {
        if (!*slot) {
          *slot = make_dict().release();
          if (!*slot) return false;
        }
        if (!dict_set(*slot, name, value)) return false;
        cache.version = type->version;
        cache.kind = 1;
        cache.index = dict_find(*slot, name);
        return true;
      }
    }
  }
  return set_attr(object, name, value);
}

Ref load_global_slow(Frame* frame, Str* name, InlineCache& cache) {
  int32_t i = dict_find(frame->globals, name);
  if (i >= 0) {
    cache.version = frame->globals->version;
    cache.kind = 0;
    cache.index = i;
    return Ref::share(frame->globals->entries[i].value);
  }
  i = dict_find(frame->builtins, name);
  if (i >= 0) {
    cache.version = frame->globals->version;
    cache.version2 = frame->builtins->version;
    cache.kind = 1;
    cache.index = i;
    return Ref::share(frame->builtins->entries[i].value);
  }
  raise(exc::NameError, "name '%U' is not defined", name);
  if (pending()) assign(pending()->extra, name);
  return {};
}

Ref load_name(Frame* frame, Str* name) {
  Value mapping = frame->mapping;
  if (mapping) {
    if (is_exact(mapping, dict_type)) {
      if (Value v = dict_get(mapping.as<Dict>(), name)) return Ref::share(v);
    } else {
      Ref v = get_item(mapping, name);
      if (v) return v;
      if (!pending_is(exc::KeyError)) return {};
      clear_pending();
    }
  }
  if (Value v = dict_get(frame->globals, name)) return Ref::share(v);
  if (Value v = dict_get(frame->builtins, name)) return Ref::share(v);
  raise(exc::NameError, "name '%U' is not defined", name);
  if (pending()) assign(pending()->extra, name);
  return {};
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

Ref load_super_attr(Frame*, Value super_callable, Value cls, Value self, Str* name, uint32_t flags, Value* out_self) {
  *out_self = Value();
  if (super_callable == Value(&super_type)) {
    if (!has_type(cls, &type_type)) {
      return raise(exc::RuntimeError, "super(): __class__ is not a type (%T)", cls);
    }
    if (flags & 1) return super_lookup_method(static_cast<Type*>(cls.object()), self, name, out_self);
    return super_lookup(static_cast<Type*>(cls.object()), self, name);
  }
  Ref object = flags & 2 ? call(super_callable, cls, self) : call(super_callable);
  return object ? get_attr(object, name) : Ref();
}

}  // namespace loopscope::python
