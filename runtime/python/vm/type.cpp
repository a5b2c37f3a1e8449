// SPDX-License-Identifier: MIT
#include "python/vm/type.h"

#include <cstdlib>
#include <cstring>

#include "python/vm/names.h"
#include "python/vm/slots.h"
#include "python/vm/type_internal.h"

namespace loopscope::python {
namespace {

constexpr uint32_t kInheritedFlags = kTypeGc | kTypeIntSubclass | kTypeStrSubclass | kTypeTupleSubclass |
                                     kTypeListSubclass | kTypeDictSubclass | kTypeTypeSubclass |
                                     kTypeExceptionSubclass | kTypeBytesSubclass | kTypeSetSubclass |
                                     kTypeSequencePattern | kTypeMappingPattern;

/// Results of lookup_in_type, "absent" included. An entry is right as long as the type still has that version.
struct MethodCacheEntry {
  uint32_t version;
  Str* name;
  Value value;
};
constexpr uint32_t kMethodCacheSize = 4096;
MethodCacheEntry method_cache[kMethodCacheSize];
uint32_t last_version = 0;

MethodCacheEntry& cache_entry(Type* type, Str* name) {
  uint32_t h = (type->version * 0x9E3779B1u) ^ static_cast<uint32_t>(reinterpret_cast<uintptr_t>(name) >> 3);
  return method_cache[(h ^ (h >> 12)) % kMethodCacheSize];
}

Value lookup_uncached(Type* type, Str* name) {
  Tuple* mro = type->mro;
  if (!mro) return {};
  for (uint32_t i = 0; i < mro->size; i++) {
    Dict* dict = mro->items[i].as<Type>()->dict;
    if (!dict) continue;
    if (Value found = dict_get(dict, name)) return found;
  }
  return {};
}

void add_methods(Type* type) {
  for (const NativeDef* def = type->methods; def && def->name; def++) {
    Ref method;
    if (def->flags & kNativeStatic)
      method = make_staticmethod(make_native_function(def, Value(type), {}));
    else if (def->flags & kNativeClass)
      method = make_classmethod_descriptor(type, def);
    else
      method = make_method_descriptor(type, def);
    dict_set(type->dict, intern(def->name), method);
  }
  for (const GetSetDef* def = type->getset; def && def->name; def++)
    dict_set(type->dict, intern(def->name), make_getset_descriptor(type, def));
}

}  // namespace

uint32_t new_type_version() { return ++last_version; }

bool is_subtype(Type* type, Type* base) {
  if (type == base) return true;
  Tuple* mro = type->mro;
  if (!mro) {  // during start-up
    for (Type* t = type; t; t = t->base)
      if (t == base) return true;
    return base == &object_type;
  }
  for (uint32_t i = 0; i < mro->size; i++)  // a mro() may have put it anywhere
    if (mro->items[i] == Value(base)) return true;
  return false;
}

Value lookup_in_type(Type* type, Str* name) {
  if (!name->interned) return lookup_uncached(type, name);
  MethodCacheEntry& entry = cache_entry(type, name);
  if (entry.version == type->version && entry.name == name) return entry.value;
  Value found = lookup_uncached(type, name);
  entry = {type->version, name, found};
  return found;
}

void invalidate_type(Type* type) {
  type->version = new_type_version();
  for (uint32_t i = 0; i < type->subclass_count; i++) invalidate_type(type->subclasses[i]);
}

namespace {
void update_slots_below(Type* type, Str* name) {
  if (type->flags & kTypeHeap) update_slots(type, name);
  for (uint32_t i = 0; i < type->subclass_count; i++) update_slots_below(type->subclasses[i], name);
}

bool is_dunder(Str* name) {
  return name->length > 4 && name->at(0) == '_' && name->at(1) == '_' && name->at(name->length - 1) == '_';
}
}  // namespace

bool set_type_attr(Type* type, Str* name, Value value) {
  Ref old = Ref::share(dict_get(type->dict, name));  // kept until the caches are right again
  if (value) {
    if (!dict_set(type->dict, name, value)) return false;
  } else {
    int deleted = dict_delete(type->dict, Value(name));
    if (deleted < 0) return false;
    if (deleted == 0) {
      raise_attribute_error(Value(type), name, "type object '%N' has no attribute '%U'", type, name);
      return false;
    }
  }
  invalidate_type(type);
  if (is_dunder(name)) update_slots_below(type, name);
  return true;
}

void add_subclass(Type* base, Type* type) {
  if (base->subclass_count == base->subclass_capacity) {
    base->subclass_capacity = base->subclass_capacity ? base->subclass_capacity * 2 : 4;
    base->subclasses =
        static_cast<Type**>(std::realloc(base->subclasses, base->subclass_capacity * sizeof(Type*)));
  }
  base->subclasses[base->subclass_count++] = type;
}

void remove_subclass(Type* base, Type* type) {
  for (uint32_t i = 0; i < base->subclass_count; i++) {
    if (base->subclasses[i] != type) continue;
    std::memmove(base->subclasses + i, base->subclasses + i + 1, (base->subclass_count - i - 1) * sizeof(Type*));
    base->subclass_count--;
    return;
  }
}

void ready_type(Type* type) {
  if (type->flags & kTypeReady) return;
  type->flags |= kTypeReady;
  type->refcount = kImmortalRefcount;
  type->Object::type = &type_type;  // what a definition left there is not a value
  if (!type->base && type != &object_type) type->base = &object_type;
  Type* base = type->base;
  if (base) {
    ready_type(base);
    type->flags |= base->flags & kInheritedFlags;
    if (type->basic_size < base->basic_size) type->basic_size = base->basic_size;
  }
  type->version = new_type_version();

  const char* dot = std::strrchr(type->name, '.');
  type->name_object = intern(dot ? dot + 1 : type->name);
  type->qualname = type->name_object;
  type->dict = make_dict().release();
  if (!type->bases) type->bases = base ? tuple_of(base).release() : make_tuple(0).release();
  type->mro = compute_mro(type, type->bases).release();
  for (uint32_t i = 0; i < type->bases->size; i++) add_subclass(type->bases->items[i].as<Type>(), type);

  // In the order in which CPython shows them. A method of the same name as a slot replaces its wrapper.
  if (type->new_) dict_set(type->dict, names::__new__, make_new_wrapper(type));
  add_slot_wrappers(type);
  add_methods(type);
  if (type->dict_offset && !(base && base->dict_offset) && !dict_get(type->dict, names::__dict__))
    dict_set(type->dict, names::__dict__, make_getset_descriptor(type, &kDictGetSet));
  if (!dict_get(type->dict, names::__doc__))
    dict_set(type->dict, names::__doc__, type->doc ? Ref(make_str(type->doc)) : none());
  if (base) {
    if (!type->dict_offset) type->dict_offset = base->dict_offset;
    if (!type->weaklist_offset) type->weaklist_offset = base->weaklist_offset;
    inherit_slots(type);
  }
  type->version = new_type_version();
}

}  // namespace loopscope::python
