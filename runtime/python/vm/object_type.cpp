// SPDX-License-Identifier: MIT
#include <string>

#include "python/number/hex_text.h"
#include "python/vm/names.h"
#include "python/vm/object_methods.h"
#include "python/vm/protocol.h"
#include "python/vm/type_internal.h"

/// `object`: what every class inherits.
namespace loopscope::python {
namespace {

bool has_arguments(const Args& args) { return args.positional != 0 || args.keyword_count() != 0; }

std::nullptr_t raise_abstract(Type* type) {
  Value missing = dict_get(type->dict, names::__abstractmethods__);
  Own<List> sorted = missing ? to_list(missing) : make_list();
  if (!sorted || !list_sort(sorted.get(), {}, false)) return nullptr;
  std::string text;
  for (uint32_t i = 0; i < sorted->size; i++) {
    Ref name = str(sorted->items[i]);
    if (!name) return nullptr;
    text += (i ? ", '" : "'") + to_utf8(name.as<Str>()) + "'";
  }
  return raise(exc::TypeError, "Can't instantiate abstract class %N without an implementation for abstract method%s %s",
               type, sorted->size == 1 ? "" : "s", text.c_str());
}

}  // namespace

Ref object_new(Type* type, const Args& args) {
  if (has_arguments(args)) {
    if (type->new_ != object_new)
      return raise(exc::TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
    if (type->init == object_init) return raise(exc::TypeError, "%N() takes no arguments", type);
  }
  if (type->flags & kTypeAbstract) return raise_abstract(type);
  Object* object = allocate(type);
  if (!object) return {};
  if (type->flags & kTypeGc) gc_track(object);
  return Ref::steal(object);
}

bool object_init(Value self, const Args& args) {
  if (!has_arguments(args)) return true;
  Type* type = type_of(self);
  if (type->init != object_init) {
    raise(exc::TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
    return false;
  }
  if (type->new_ == object_new) {
    raise(exc::TypeError, "%N.__init__() takes exactly one argument (the instance to initialize)", type);
    return false;
  }
  return true;
}

Ref object_repr(Value self) {
  return make_str("<" + full_type_name(type_of(self)) + " object at " +
                  address_text(self.is_small() ? nullptr : self.object()) + ">");
}

Ref object_str(Value self) { return type_of(self)->repr(self); }

bool object_hash(Value self, int64_t* out) {
  uintptr_t bits = self.bits();
  constexpr int kWidth = sizeof(uintptr_t) * 8;
  *out = static_cast<int64_t>((bits >> 4) | (bits << (kWidth - 4)));
  if (*out == -1) *out = -2;
  return true;
}

Ref object_compare(Value a, Value b, CompareOp op) {
  if (op == CompareOp::eq) return a == b ? boolean(true) : not_implemented();
  if (op != CompareOp::ne) return not_implemented();
  auto* compare = type_of(a)->compare;
  if (!compare || compare == object_compare) return a == b ? boolean(false) : not_implemented();
  Ref equal = compare(a, b, CompareOp::eq);
  if (!equal || equal.get() == kNotImplemented) return equal;
  int result = truth(equal);
  return result < 0 ? Ref() : boolean(!result);
}

namespace {
void object_dealloc(Object* object) { free_object(object); }

Type make_object_type() {
  Type t;
  t.name = "object";
  t.flags = kTypeBase;
  t.basic_size = sizeof(Object);
  t.dealloc = object_dealloc;
  t.repr = object_repr;
  t.str = object_str;
  t.hash = object_hash;
  t.compare = object_compare;
  t.getattr = generic_getattr;
  t.setattr = generic_setattr;
  t.new_ = object_new;
  t.init = object_init;
  t.methods = kObjectMethods;
  t.getset = kObjectGetSet;
  t.doc =
      "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\n"
      "instance that has no instance attributes and cannot be given any.\n";
  return t;
}
}  // namespace

Type object_type = make_object_type();

}  // namespace loopscope::python
