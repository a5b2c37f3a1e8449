// SPDX-License-Identifier: MIT
#include "python/vm/type_attributes.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/slots.h"
#include "python/vm/type_internal.h"

namespace loopscope::python {

Ref type_module(Type* type) {
  if (type->flags & kTypeHeap) {
    Value module = type->dict ? dict_get(type->dict, names::__module__) : Value();
    return module ? Ref::share(module) : Ref();
  }
  const char* dot = std::strrchr(type->name, '.');
  return dot ? Ref(make_str(std::string_view(type->name, static_cast<size_t>(dot - type->name))))
             : Ref::share(names::builtins);
}

std::string full_type_name(Type* type) {
  Ref module = type_module(type);
  std::string name = to_utf8(type->qualname);
  if (!module || !is_str(module) || str_equals(module.as<Str>(), "builtins")) return name;
  return to_utf8(module.as<Str>()) + "." + name;
}

namespace {

Type* self_type(Value v) { return v.as<Type>(); }

bool is_mutable(Type* type, const char* attribute, Value value) {
  if (!(type->flags & kTypeHeap)) {
    raise(exc::TypeError, "cannot set '%s' attribute of immutable type '%N'", attribute, type);
    return false;
  }
  if (!value) {
    raise(exc::TypeError, "cannot delete '%s' attribute of immutable type '%N'", attribute, type);
    return false;
  }
  return true;
}

Ref get_name(Value v) { return Ref::share(self_type(v)->name_object); }
bool set_name(Value v, Value value) {
  Type* type = self_type(v);
  if (!is_mutable(type, "__name__", value)) return false;
  if (!is_str(value)) {
    raise(exc::TypeError, "can only assign string to %N.__name__, not '%T'", type, value);
    return false;
  }
  if (to_utf8(value.as<Str>()).find('\0') != std::string::npos) {
    raise(exc::ValueError, "type name must not contain null characters");
    return false;
  }
  // The old one goes last: a subclass of str may have a __del__, which may come here again.
  Own<Str> old = Own<Str>::steal(type->name_object);
  incref(value);
  type->name_object = value.as<Str>();
  return true;
}

Ref get_qualname(Value v) { return Ref::share(self_type(v)->qualname); }
bool set_qualname(Value v, Value value) {
  Type* type = self_type(v);
  if (!is_mutable(type, "__qualname__", value)) return false;
  if (!is_str(value)) {
    raise(exc::TypeError, "can only assign string to %N.__qualname__, not '%T'", type, value);
    return false;
  }
  Own<Str> old = Own<Str>::steal(type->qualname);
  incref(value);
  type->qualname = value.as<Str>();
  return true;
}

Ref get_module(Value v) {
  Ref module = type_module(self_type(v));
  return module ? module : raise_no_attribute(v, names::__module__);
}
bool set_module(Value v, Value value) {
  return is_mutable(self_type(v), "__module__", value) && set_type_attr(self_type(v), names::__module__, value);
}

Ref get_doc(Value v) {
  Type* type = self_type(v);
  if (!(type->flags & kTypeHeap)) return type->doc ? Ref(make_str(type->doc)) : none();
  Ref doc = Ref::share(dict_get(type->dict, names::__doc__));
  if (!doc) return none();
  Type* kind = type_of(doc);
  return kind->get ? kind->get(doc, Value(), type) : doc;
}
bool set_doc(Value v, Value value) {
  return is_mutable(self_type(v), "__doc__", value) && set_type_attr(self_type(v), names::__doc__, value);
}

Ref get_bases(Value v) { return Ref::share(self_type(v)->bases); }

bool set_bases(Value v, Value value) {
  return is_mutable(self_type(v), "__bases__", value) && set_type_bases(self_type(v), value);
}

Ref get_base(Value v) { return self_type(v)->base ? Ref::share(self_type(v)->base) : none(); }
Ref get_mro(Value v) { return self_type(v)->mro ? Ref::share(self_type(v)->mro) : none(); }  // None: within mro()
Ref get_dict(Value v) { return make_mappingproxy(Value(self_type(v)->dict)); }

Ref get_abstract(Value v) {
  Value found = v == Value(&type_type) ? Value() : dict_get(self_type(v)->dict, names::__abstractmethods__);
  return found ? Ref::share(found) : raise_attribute_error(v, names::__abstractmethods__, "__abstractmethods__");
}
bool set_abstract(Value v, Value value) {
  Type* type = self_type(v);
  int any = value ? truth(value) : 0;
  if (any < 0 || !set_type_attr(type, names::__abstractmethods__, value)) return false;
  if (any)
    type->flags |= kTypeAbstract;
  else
    type->flags &= ~static_cast<uint32_t>(kTypeAbstract);
  return true;
}

Ref get_annotations(Value v) {
  Type* type = self_type(v);
  if (!(type->flags & kTypeHeap))
    return raise_attribute_error(v, names::__annotations__, "type object '%N' has no attribute '__annotations__'", type);
  if (Value found = dict_get(type->dict, names::__annotations__)) return Ref::share(found);
  Own<Dict> made = make_dict();
  if (!set_type_attr(type, names::__annotations__, made)) return {};
  return made;
}
bool set_annotations(Value v, Value value) {
  Type* type = self_type(v);
  if (!(type->flags & kTypeHeap)) return is_mutable(type, "__annotations__", value);
  return set_type_attr(type, names::__annotations__, value);
}

Ref get_type_params(Value v) {
  Value found = v == Value(&type_type) ? Value() : dict_get(self_type(v)->dict, names::__type_params__);
  return found ? Ref::share(found) : Ref(make_tuple(0u));
}
bool set_type_params(Value v, Value value) {
  return is_mutable(self_type(v), "__type_params__", value) && set_type_attr(self_type(v), names::__type_params__, value);
}

/// Bits as CPython documents them for __flags__, where programs look at them.
Ref get_flags(Value v) {
  Type* type = self_type(v);
  int64_t flags = (1 << 12) | (1 << 18);  // ready, type version
  if (type->flags & kTypeHeap) flags |= 1 << 9;
  if (type->flags & kTypeBase) flags |= 1 << 10;
  if (type->flags & kTypeGc) flags |= 1 << 14;
  if (type->flags & kTypeAbstract) flags |= 1 << 20;
  return make_int(flags);
}
Ref get_basicsize(Value v) { return make_int(self_type(v)->basic_size); }
Ref get_itemsize(Value v) { return make_int(has_type(v, &tuple_type) ? sizeof(Value) : 0); }
Ref get_dictoffset(Value v) { return make_int(self_type(v)->dict_offset); }
Ref get_weakrefoffset(Value v) { return make_int(self_type(v)->weaklist_offset); }

}  // namespace

const GetSetDef kTypeGetSet[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__module__", get_module, set_module},
    {"__doc__", get_doc, set_doc},
    {"__bases__", get_bases, set_bases},
    {"__base__", get_base,
     [](Value, Value) {
       raise(exc::AttributeError, "readonly attribute");
       return false;
     }},
    {"__mro__", get_mro},
    {"__dict__", get_dict},
    {"__abstractmethods__", get_abstract, set_abstract},
    {"__annotations__", get_annotations, set_annotations},
    {"__type_params__", get_type_params, set_type_params},
    {"__flags__", get_flags},
    {"__basicsize__", get_basicsize},
    {"__itemsize__", get_itemsize},
    {"__dictoffset__", get_dictoffset},
    {"__weakrefoffset__", get_weakrefoffset},
    {"__text_signature__", [](Value) { return none(); }},
    {nullptr, nullptr},
};

}  // namespace loopscope::python
