// SPDX-License-Identifier: MIT
#include "python/vm/property.h"

#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/type_internal.h"

namespace loopscope::python {
namespace {

struct Property : Object {
  Value getter, setter, deleter;  // null: none
  Value doc;
  Value name;  // str, or null
  bool doc_from_getter;
};

Property* property(Value v) { return v.as<Property>(); }

void property_clear(Object* object) {
  auto* p = static_cast<Property*>(object);
  for (Value* member : {&p->getter, &p->setter, &p->deleter, &p->doc, &p->name}) clear(*member);
}

void property_dealloc(Object* object) {
  gc_untrack(object);
  property_clear(object);
  free_object(object);
}

void property_traverse(Object* object, Visitor& visit) {
  auto* p = static_cast<Property*>(object);
  for (Value v : {p->getter, p->setter, p->deleter, p->doc, p->name}) visit(v);
}

Ref property_new(Type* type, const Args&) {
  Object* object = allocate(type);
  if (object) gc_track(object);
  return Ref::steal(object);
}

Value or_null(Value v) { return v && v != kNone ? v : Value(); }

bool property_init(Value self, const Args& args) {
  BoundArgs bound(*Signature::of("fget=None, fset=None, fdel=None, doc=None"), {"property"}, args);
  if (!bound) return false;
  auto* p = property(self);
  assign(p->getter, or_null(bound[0]));
  assign(p->setter, or_null(bound[1]));
  assign(p->deleter, or_null(bound[2]));
  assign(p->doc, or_null(bound[3]));
  p->doc_from_getter = false;
  if (!p->doc && p->getter) {
    Ref doc = get_attr_or_null(p->getter, names::__doc__);
    if (!doc && failed()) return false;
    if (doc && doc.get() != kNone) {
      assign(p->doc, doc);
      p->doc_from_getter = true;
    }
  }
  return true;
}

/// "property 'x' of 'C' object has no setter"
std::nullptr_t raise_missing(Property* p, Value instance, const char* what) {
  Ref name = Ref::share(p->name);
  if (!name && p->getter) name = get_attr_or_null(p->getter, names::__name__);
  Ref qualname = get_attr(type_of(instance), names::__qualname__);
  if (!qualname) return nullptr;
  if (name) return raise(exc::AttributeError, "property %R of %R object has no %s", name.get(), qualname.get(), what);
  return raise(exc::AttributeError, "property of %R object has no %s", qualname.get(), what);
}

Ref property_get(Value self, Value instance, Type*) {
  if (!instance || instance == kNone) return Ref::share(self);
  auto* p = property(self);
  if (!p->getter) return raise_missing(p, instance, "getter");
  return call(p->getter, instance);
}

bool property_set(Value self, Value instance, Value value) {
  auto* p = property(self);
  Ref function = Ref::share(value ? p->setter : p->deleter);
  if (!function) {
    raise_missing(p, instance, value ? "setter" : "deleter");
    return false;
  }
  return static_cast<bool>(value ? call(function, instance, value) : call(function, instance));
}

Ref with(Value self, Value getter, Value setter, Value deleter) {
  auto* p = property(self);
  auto pick = [](Value given, Value own) { return given ? given : own ? own : kNone; };
  Value doc = p->doc_from_getter && getter ? kNone : p->doc ? p->doc : kNone;
  Value args[] = {pick(getter, p->getter), pick(setter, p->setter), pick(deleter, p->deleter), doc};
  Ref copy = call(Value(type_of(self)), Args{args, 4, nullptr});
  if (copy && has_type(copy, &property_type)) assign(property(copy)->name, p->name);
  return copy;
}

Ref set_name(Value self, const Value* args) {
  assign(property(self)->name, args[1]);
  return none();
}

const NativeDef kMethods[] = {
    {"getter", [](Value self, const Value* args) { return with(self, args[0], {}, {}); }, "fget, /"},
    {"setter", [](Value self, const Value* args) { return with(self, {}, args[0], {}); }, "fset, /"},
    {"deleter", [](Value self, const Value* args) { return with(self, {}, {}, args[0]); }, "fdel, /"},
    {"__set_name__", set_name, "owner, name, /"},
    {nullptr, nullptr, nullptr},
};

Ref share_or_none(Value v) { return v ? Ref::share(v) : none(); }

Ref get_abstract(Value v) {
  for (Value f : {property(v)->getter, property(v)->setter, property(v)->deleter}) {
    if (!f) continue;
    Ref flag = get_attr_or_null(f, names::__isabstractmethod__);
    if (!flag && failed()) return {};
    int yes = flag ? truth(flag) : 0;
    if (yes < 0) return {};
    if (yes) return boolean(true);
  }
  return boolean(false);
}

Ref get_name(Value v) {
  auto* p = property(v);
  if (p->name) return Ref::share(p->name);
  if (p->getter) {
    Ref name = get_attr_or_null(p->getter, names::__name__);
    if (name || failed()) return name;
  }
  return raise_attribute_error(v, names::__name__, "'%T' object has no attribute '__name__'", v);
}

const GetSetDef kGetSet[] = {
    {"fget", [](Value v) { return share_or_none(property(v)->getter); }},
    {"fset", [](Value v) { return share_or_none(property(v)->setter); }},
    {"fdel", [](Value v) { return share_or_none(property(v)->deleter); }},
    {"__doc__", [](Value v) { return share_or_none(property(v)->doc); },
     [](Value v, Value value) {
       assign(property(v)->doc, value);
       return true;
     }},
    {"__name__", get_name,
     [](Value v, Value value) {
       assign(property(v)->name, value);
       return true;
     }},
    {"__isabstractmethod__", get_abstract},
    {nullptr, nullptr},
};

Type make_property_type() {
  Type t;
  t.name = "property";
  t.flags = kTypeBase | kTypeGc;
  t.basic_size = sizeof(Property);
  t.dealloc = property_dealloc;
  t.traverse = property_traverse;
  t.clear = property_clear;
  t.new_ = property_new;
  t.init = property_init;
  t.get = property_get;
  t.set = property_set;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}

}  // namespace

Type property_type = make_property_type();

Function* property_function(Value attribute, PropertyFunction which) {
  if (!is_exact(attribute, property_type)) return nullptr;
  Property* p = property(attribute);
  Value f = which == PropertyFunction::getter ? p->getter : which == PropertyFunction::setter ? p->setter : p->deleter;
  return f && is_exact(f, function_type) ? f.as<Function>() : nullptr;
}

}  // namespace loopscope::python
