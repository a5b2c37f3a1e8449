// SPDX-License-Identifier: MIT
#include <cstdarg>

#include "python/vm/exception.h"
#include "python/vm/memory.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/slots.h"
#include "python/vm/type_internal.h"

namespace loopscope::python {

std::nullptr_t raise_attribute_error(Value object, Str* name, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  raise_formatted(exc::AttributeError, format, arguments);
  va_end(arguments);
  if (Exception* e = pending()) {
    assign(e->extra, Value(name));
    assign(e->extra2, object);
  }
  return nullptr;
}

void complete_attribute_error(Value object, Str* name) {
  if (!pending_is(exc::AttributeError)) return;
  Exception* e = pending();
  auto absent = [](Value v) { return !v || v == kNone; };
  if (!absent(e->extra) || !absent(e->extra2)) return;
  assign(e->extra, Value(name));
  assign(e->extra2, object);
}

std::nullptr_t raise_no_attribute(Value object, Str* name) {
  return raise_attribute_error(object, name, "'%T' object has no attribute '%U'", object, name);
}

Dict** instance_dict_slot(Value v) {
  Type* type = type_of(v);
  if (!type->dict_offset || v.is_small()) return nullptr;
  return reinterpret_cast<Dict**>(reinterpret_cast<char*>(v.object()) + type->dict_offset);
}

namespace {

/// `quiet`: a missing attribute is no error, and neither is an AttributeError of a descriptor.
inline Ref find_attribute(Value self, Str* name, bool quiet) {
  Type* type = type_of(self);
  Value attribute = lookup_in_type(type, name);
  Type* kind = nullptr;
  if (attribute) {
    kind = type_of(attribute);
    if (kind->set && kind->get) {
      Ref keep = Ref::share(attribute);
      Ref result = kind->get(attribute, self, type);
      if (!result && quiet && pending_is(exc::AttributeError)) clear_pending();
      return result;
    }
  }
  if (Dict** slot = instance_dict_slot(self); slot && *slot) {
    if (Value found = dict_get(*slot, name)) return Ref::share(found);
  }
  if (attribute) {
    if (!kind->get) return Ref::share(attribute);
    Ref keep = Ref::share(attribute);
    Ref result = kind->get(attribute, self, type);
    if (!result && quiet && pending_is(exc::AttributeError)) clear_pending();
    return result;
  }
  if (!quiet) raise_no_attribute(self, name);
  return {};
}

}  // namespace

Ref generic_getattr(Value self, Str* name) { return find_attribute(self, name, false); }
Ref generic_getattr_or_null(Value self, Str* name) { return find_attribute(self, name, true); }

bool generic_setattr(Value self, Str* name, Value value) {
  Type* type = type_of(self);
  Value attribute = lookup_in_type(type, name);
  if (attribute && type_of(attribute)->set) {
    Ref keep = Ref::share(attribute);
    return type_of(attribute)->set(attribute, self, value);
  }
  Dict** slot = instance_dict_slot(self);
  if (!slot) {
    if (attribute)
      raise_attribute_error(self, name, "'%T' object attribute '%U' is read-only", self, name);
    else if (type->setattr == generic_setattr)
      raise_attribute_error(self, name, "'%T' object has no attribute '%U' and no __dict__ for setting new attributes",
                            self, name);
    else
      raise_no_attribute(self, name);
    return false;
  }
  if (value) {
    if (!*slot) {
      *slot = make_dict().release();
      if (!*slot) return false;
    }
    return dict_set(*slot, name, value);
  }
  int deleted = *slot ? dict_delete(*slot, Value(name)) : 0;
  if (deleted == 0) raise_no_attribute(self, name);
  return deleted > 0;
}

Ref get_attr(Value v, Str* name) {
  Type* type = type_of(v);
  if (type->getattr == generic_getattr) return find_attribute(v, name, false);
  return type->getattr(v, name);
}

Ref get_attr_or_null(Value v, Str* name) {
  auto* getattr = type_of(v)->getattr;
  if (getattr == generic_getattr) return find_attribute(v, name, true);
  if (getattr == slot_getattr_hook) return slot_getattr_or_null(v, name);
  if (getattr == type_getattr) return type_getattr_or_null(v, name);
  Ref result = getattr(v, name);
  if (!result && pending_is(exc::AttributeError)) clear_pending();
  return result;
}

bool set_attr(Value v, Str* name, Value value) { return type_of(v)->setattr(v, name, value); }

Ref lookup_special(Value v, Str* name) {
  Type* type = type_of(v);
  Ref attribute = Ref::share(lookup_in_type(type, name));
  if (!attribute) return {};
  Type* kind = type_of(attribute);
  return kind->get ? kind->get(attribute, v, type) : attribute;
}

}  // namespace loopscope::python
