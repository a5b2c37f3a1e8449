// SPDX-License-Identifier: MIT
#include "python/vm/generic_alias.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/recursion.h"
#include "python/vm/slots.h"
#include "python/vm/type_internal.h"

/// isinstance() and issubclass().
namespace loopscope::python {
namespace {

/// Is __instancecheck__ / __subclasscheck__ the one of `type` itself?
bool is_plain_metaclass(Type* meta, Str* hook) {
  return meta == &type_type || lookup_in_type(meta, hook) == dict_get(type_type.dict, hook);
}

int call_hook(Value classinfo, Str* hook, Value argument) {
  Ref result = call_special(classinfo, hook, &argument, 1);
  return result ? truth(result) : -1;
}

int plain_instance(Value v, Type* type) {
  if (has_type(v, type)) return 1;
  if (type_of(v)->getattr == generic_getattr &&
      lookup_in_type(type_of(v), names::__class__) == dict_get(object_type.dict, names::__class__))
    return 0;
  Ref claimed = get_attr_or_null(v, names::__class__);  // proxies
  if (!claimed) return failed() ? -1 : 0;
  return has_type(claimed, &type_type) && is_subtype(claimed.as<Type>(), type);
}

/// Old-style class-likes: anything with a tuple in __bases__.
int has_bases(Value v) {
  Ref bases = get_attr_or_null(v, names::__bases__);
  return bases ? is_tuple(bases) : failed() ? -1 : 0;
}

/// Does following __bases__ lead from `derived` to `cls`? What has no tuple there leads nowhere.
int bases_lead_to(Value derived, Value cls) {
  if (derived == cls) return 1;
  NativeRecursion recursion("in __issubclass__");
  if (!recursion) return -1;
  Ref bases = get_attr_or_null(derived, names::__bases__);
  if (!bases) return failed() ? -1 : 0;
  if (!is_tuple(bases)) return 0;
  for (uint32_t i = 0; i < bases.as<Tuple>()->size; i++) {
    int result = bases_lead_to(bases.as<Tuple>()->items[i], cls);
    if (result) return result;
  }
  return 0;
}

}  // namespace

int is_instance(Value v, Value classinfo) {
  if (Value(type_of(v)) == classinfo) return 1;
  if (is_tuple(classinfo)) {
    NativeRecursion recursion("in __instancecheck__");
    if (!recursion) return -1;
    Tuple* tuple = classinfo.as<Tuple>();
    for (uint32_t i = 0; i < tuple->size; i++) {
      int result = is_instance(v, tuple->items[i]);
      if (result) return result;
    }
    return 0;
  }
  Type* meta = type_of(classinfo);
  if (has_type(classinfo, &type_type) && is_plain_metaclass(meta, names::__instancecheck__))
    return plain_instance(v, classinfo.as<Type>());
  if (lookup_in_type(meta, names::__instancecheck__)) return call_hook(classinfo, names::__instancecheck__, v);
  int class_like = has_bases(classinfo);
  if (class_like < 0) return -1;
  if (!class_like) {
    raise(exc::TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union");
    return -1;
  }
  Ref cls = get_attr_or_null(v, names::__class__);
  return cls ? bases_lead_to(cls, classinfo) : failed() ? -1 : 0;
}

int is_subclass(Value cls, Value classinfo) {
  if (is_tuple(classinfo)) {
    NativeRecursion recursion("in __subclasscheck__");
    if (!recursion) return -1;
    Tuple* tuple = classinfo.as<Tuple>();
    for (uint32_t i = 0; i < tuple->size; i++) {
      int result = is_subclass(cls, tuple->items[i]);
      if (result) return result;
    }
    return 0;
  }
  Type* meta = type_of(classinfo);
  if (has_type(classinfo, &type_type) && is_plain_metaclass(meta, names::__subclasscheck__)) {
    if (has_type(cls, &type_type)) return is_subtype(cls.as<Type>(), classinfo.as<Type>());
  } else if (lookup_in_type(meta, names::__subclasscheck__)) {
    return call_hook(classinfo, names::__subclasscheck__, cls);
  }
  int class_like = has_type(cls, &type_type) ? 1 : has_bases(cls);
  if (class_like < 0) return -1;
  if (!class_like) {
    raise(exc::TypeError, "issubclass() arg 1 must be a class");
    return -1;
  }
  class_like = has_type(classinfo, &type_type) ? 1 : has_bases(classinfo);
  if (class_like < 0) return -1;
  if (!class_like) {
    raise(exc::TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
    return -1;
  }
  return bases_lead_to(cls, classinfo);
}

}  // namespace loopscope::python
