// SPDX-License-Identifier: MIT
#include "python/vm/exception.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"

/// Slow paths of attribute access: do the work, and fill the instruction's cache when the next time can be quick.
///
/// Cache kinds for attributes: 1 found in the instance's (or module's) dict at entry `index`, and nothing on the type goes
/// before it; 2 (LOAD_METHOD) a plain function of the type. Both hold as long as the type's version does.
namespace loopscope::python {

namespace {

Dict* dict_of(Value object, Type* type) {
  if (!type->dict_offset) return nullptr;
  return *reinterpret_cast<Dict**>(reinterpret_cast<char*>(object.object()) + type->dict_offset);
}

bool is_data_descriptor(Value v) { return v && type_of(v)->set; }

/// Attributes are found as object.__getattribute__ does; a module has more to say only about what that does not find.
bool is_generic(Type* type) { return type->getattr == generic_getattr || type == &module_type; }

/// Remembers where the instance's dict has the attribute, if nothing of the type goes before it; null: it does not.
Value find_in_instance(Value object, Type* type, Str* name, InlineCache& cache) {
  Dict* dict = dict_of(object, type);
  int32_t i = dict ? dict_find(dict, name) : -1;
  if (i < 0 || is_data_descriptor(lookup_in_type(type, name))) return {};
  cache.version = type->version;
  cache.kind = 1;
  cache.index = i;
  return dict->entries[i].value;
}

}  // namespace

Ref load_attr_slow(Value object, Str* name, InlineCache& cache) {
  Type* type = type_of(object);
  if (is_generic(type))
    if (Value v = find_in_instance(object, type, name, cache)) return Ref::share(v);
  return get_attr(object, name);
}

Ref load_method_slow(Value object, Str* name, InlineCache& cache, Value* self) {
  Type* type = type_of(object);
  *self = Value();
  if (is_generic(type)) {
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
    if (Value v = find_in_instance(object, type, name, cache)) return Ref::share(v);
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

}  // namespace loopscope::python
