// SPDX-License-Identifier: MIT
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/type_internal.h"
#include "python/vm/vm.h"

/// classmethod and staticmethod.
namespace loopscope::python {
namespace {

struct MethodHolder : Object {
  Value function;
  Dict* dict;
};

MethodHolder* holder(Value v) { return v.as<MethodHolder>(); }

void holder_clear(Object* object) {
  auto* h = static_cast<MethodHolder*>(object);
  clear(h->function);
  Dict* dict = h->dict;
  h->dict = nullptr;
  if (dict) decref(static_cast<Object*>(dict));
}

void holder_dealloc(Object* object) {
  gc_untrack(object);
  holder_clear(object);
  free_object(object);
}

void holder_traverse(Object* object, Visitor& visit) {
  visit(static_cast<MethodHolder*>(object)->function);
  visit(Value(static_cast<MethodHolder*>(object)->dict));
}

Ref holder_new(Type* type, const Args&) {
  Object* object = allocate(type);
  if (object) gc_track(object);
  return Ref::steal(object);
}

/// Makes it look like what it wraps (functools.wraps).
bool copy_attributes(Value self, Value function) {
  for (Str* name : {names::__module__, names::__name__, names::__qualname__, names::__doc__, names::__annotations__}) {
    Ref found = get_attr_or_null(function, name);
    if (!found && failed()) return false;
    if (found && !generic_setattr(self, name, found)) return false;
  }
  return generic_setattr(self, names::__wrapped__, function);
}

bool holder_init(Value self, const Args& args) {
  const char* name = is_subtype(type_of(self), &classmethod_type) ? "classmethod" : "staticmethod";
  if (args.keyword_count()) {
    raise(exc::TypeError, "%s() takes no keyword arguments", name);
    return false;
  }
  if (args.positional != 1) {
    raise(exc::TypeError, "%s expected 1 argument, got %d", name, static_cast<int>(args.positional));
    return false;
  }
  assign(holder(self)->function, args[0]);
  return copy_attributes(self, args[0]);
}

Ref classmethod_get(Value self, Value instance, Type* owner) {
  return make_bound_method(holder(self)->function, Value(owner ? owner : type_of(instance)));
}

Ref staticmethod_get(Value self, Value, Type*) { return Ref::share(holder(self)->function); }

Ref staticmethod_call(Value self, const Args& args) { return tail_call(holder(self)->function, args); }

Ref holder_repr(Value v) {
  Ref inner = repr(holder(v)->function);
  if (!inner) return {};
  return make_str("<" + to_utf8(type_of(v)->name_object) + "(" + to_utf8(inner.as<Str>()) + ")>");
}

Ref get_abstract(Value v) {
  Ref flag = get_attr_or_null(holder(v)->function, names::__isabstractmethod__);
  if (!flag) return failed() ? Ref() : boolean(false);
  int yes = truth(flag);
  return yes < 0 ? Ref() : boolean(yes);
}

const GetSetDef kGetSet[] = {
    {"__func__", [](Value v) { return Ref::share(holder(v)->function); }},
    {"__isabstractmethod__", get_abstract},
    {nullptr, nullptr},
};

Type make_type(const char* name) {
  Type t;
  t.name = name;
  t.flags = kTypeBase | kTypeGc;
  t.basic_size = sizeof(MethodHolder);
  t.dict_offset = offsetof(MethodHolder, dict);
  t.dealloc = holder_dealloc;
  t.traverse = holder_traverse;
  t.clear = holder_clear;
  t.new_ = holder_new;
  t.init = holder_init;
  t.repr = holder_repr;
  t.getset = kGetSet;
  return t;
}

Type make_classmethod_type() {
  Type t = make_type("classmethod");
  t.get = classmethod_get;
  return t;
}

Type make_staticmethod_type() {
  Type t = make_type("staticmethod");
  t.get = staticmethod_get;
  t.call = staticmethod_call;
  return t;
}

Ref make_holder(Type* type, Value function) {
  auto* h = allocate_as<MethodHolder>(type);
  if (!h) return {};
  incref(function);
  h->function = function;
  gc_track(h);
  return Ref::steal(h);
}

}  // namespace

Type classmethod_type = make_classmethod_type();
Type staticmethod_type = make_staticmethod_type();

Ref make_classmethod(Value function) { return make_holder(&classmethod_type, function); }
Ref make_staticmethod(Value function) { return make_holder(&staticmethod_type, function); }

}  // namespace loopscope::python
