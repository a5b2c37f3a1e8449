// SPDX-License-Identifier: MIT

#include "python/number/hex_text.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/recursion.h"
#include "python/vm/slot_docs.h"
#include "python/vm/slots.h"

namespace loopscope::python {
namespace {

/// A built-in slot bound to its receiver.
struct MethodWrapper : Object {
  SlotWrapper* wrapper;  // owned
  Value self;            // owned
};

SlotWrapper* wrapper_of(Value v) { return v.as<SlotWrapper>(); }
MethodWrapper* bound(Value v) { return v.as<MethodWrapper>(); }

void wrapper_dealloc(Object* object) {
  auto* w = static_cast<SlotWrapper*>(object);
  decref(static_cast<Object*>(w->owner));
  free_object(object);
}

Ref wrapper_repr(Value v) {
  auto* w = wrapper_of(v);
  std::string text = "<slot wrapper '" + to_utf8(*w->def->name) + "' of '" + to_utf8(w->owner->name_object) + "' objects>";
  return make_str(text);
}

bool check_receiver(SlotWrapper* w, Value self) {
  if (is_subtype(type_of(self), w->owner)) return true;
  raise(exc::TypeError, "descriptor '%U' requires a '%N' object but received a '%T'", *w->def->name, w->owner, self);
  return false;
}

Ref wrapper_call(Value v, const Args& args) {
  auto* w = wrapper_of(v);
  if (args.positional == 0)
    return raise(exc::TypeError, "descriptor '%U' of '%N' object needs an argument", *w->def->name, w->owner);
  Value self = args[0];
  if (!check_receiver(w, self)) return {};
  NativeRecursion recursion("while calling a Python object");
  if (!recursion) return {};
  return w->def->call(*w->def, w->function, self, Args{args.data + 1, args.positional - 1, args.names});
}

Ref wrapper_get(Value v, Value instance, Type*) {
  if (!instance) return Ref::share(v);
  auto* w = wrapper_of(v);
  if (!check_receiver(w, instance)) return {};
  auto* result = allocate_as<MethodWrapper>(&method_wrapper_type);
  if (!result) return {};
  incref(static_cast<Object*>(w));
  result->wrapper = w;
  incref(instance);
  result->self = instance;
  gc_track(result);
  return Ref::steal(result);
}

Ref wrapper_qualname(Value v) {
  auto* w = wrapper_of(v);
  return make_str(to_utf8(w->owner->qualname) + "." + to_utf8(*w->def->name));
}

const GetSetDef kWrapperGetSet[] = {
    {"__name__", [](Value v) { return Ref::share(*wrapper_of(v)->def->name); }},
    {"__qualname__", wrapper_qualname},
    {"__objclass__", [](Value v) { return Ref::share(wrapper_of(v)->owner); }},
    {"__doc__", [](Value v) { return slot_doc(to_utf8(*wrapper_of(v)->def->name)); }},
    {"__text_signature__", [](Value v) { return slot_signature(to_utf8(*wrapper_of(v)->def->name)); }},
    {nullptr, nullptr},
};

// ---- method-wrapper ---------------------------------------------------------------------------------------------------

void bound_dealloc(Object* object) {
  auto* m = static_cast<MethodWrapper*>(object);
  gc_untrack(object);
  decref(static_cast<Object*>(m->wrapper));
  xdecref(m->self);
  free_object(object);
}

void bound_traverse(Object* object, Visitor& visit) {
  visit(static_cast<MethodWrapper*>(object)->self);
}

Ref bound_repr(Value v) {
  auto* m = bound(v);
  return make_str("<method-wrapper '" + to_utf8(*m->wrapper->def->name) + "' of " +
                  to_utf8(type_of(m->self)->name_object) + " object at " +
                  address_text(m->self.is_object() ? m->self.object() : nullptr) + ">");
}

Ref bound_call(Value v, const Args& args) {
  auto* m = bound(v);
  Own<SlotWrapper> wrapper = Own<SlotWrapper>::share(m->wrapper);
  Ref self = Ref::share(m->self);
  NativeRecursion recursion("while calling a Python object");
  if (!recursion) return {};
  return wrapper->def->call(*wrapper->def, wrapper->function, self, args);
}

Ref bound_compare(Value a, Value b, CompareOp op) {
  if ((op != CompareOp::eq && op != CompareOp::ne) || !is_exact(b, method_wrapper_type)) return not_implemented();
  bool same = bound(a)->wrapper == bound(b)->wrapper && bound(a)->self == bound(b)->self;
  return boolean(same == (op == CompareOp::eq));
}

bool bound_hash(Value v, int64_t* out) {
  *out = static_cast<int64_t>((bound(v)->self.bits() >> 3) ^ (reinterpret_cast<uintptr_t>(bound(v)->wrapper) >> 4));
  if (*out == -1) *out = -2;
  return true;
}

const GetSetDef kBoundGetSet[] = {
    {"__self__", [](Value v) { return Ref::share(bound(v)->self); }},
    {"__name__", [](Value v) { return Ref::share(*bound(v)->wrapper->def->name); }},
    {"__qualname__", [](Value v) { return wrapper_qualname(bound(v)->wrapper); }},
    {"__objclass__", [](Value v) { return Ref::share(bound(v)->wrapper->owner); }},
    {"__doc__", [](Value v) { return slot_doc(to_utf8(*bound(v)->wrapper->def->name)); }},
    {"__text_signature__", [](Value v) { return slot_signature(to_utf8(*bound(v)->wrapper->def->name)); }},
    {nullptr, nullptr},
};

Type make_wrapper_type() {
  Type t;
  t.name = "wrapper_descriptor";
  t.flags = kTypeMethodDescriptor | kTypeNoInstantiate;
  t.basic_size = sizeof(SlotWrapper);
  t.dealloc = wrapper_dealloc;
  t.repr = wrapper_repr;
  t.call = wrapper_call;
  t.get = wrapper_get;
  t.getset = kWrapperGetSet;
  return t;
}

Type make_bound_type() {
  Type t;
  t.name = "method-wrapper";
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.basic_size = sizeof(MethodWrapper);
  t.dealloc = bound_dealloc;
  t.traverse = bound_traverse;
  t.repr = bound_repr;
  t.call = bound_call;
  t.compare = bound_compare;
  t.hash = bound_hash;
  t.getset = kBoundGetSet;
  return t;
}

}  // namespace

Type slot_wrapper_type = make_wrapper_type();
Type method_wrapper_type = make_bound_type();

void add_slot_wrappers(Type* type) {
  for (const SlotDef* def = kSlotDefs; def->name; def++) {
    SlotFunction function = get_slot(type, *def);
    if (!function || !def->call || dict_get(type->dict, *def->name)) continue;
    if (function == reinterpret_cast<SlotFunction>(hash_not_implemented)) continue;
    auto* wrapper = allocate_as<SlotWrapper>(&slot_wrapper_type);
    wrapper->def = def;
    incref(static_cast<Object*>(type));
    wrapper->owner = type;
    wrapper->function = function;
    dict_set(type->dict, *def->name, Value(wrapper));
    decref(static_cast<Object*>(wrapper));
  }
  bool unhashable = type->hash ? type->hash == hash_not_implemented : type->compare != nullptr;
  if (unhashable && !dict_get(type->dict, names::__hash__)) dict_set(type->dict, names::__hash__, kNone);
}

}  // namespace loopscope::python
