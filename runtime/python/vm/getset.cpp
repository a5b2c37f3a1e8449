// SPDX-License-Identifier: MIT
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/type_internal.h"

/// Descriptors of computed attributes (getset_descriptor) and of __slots__ (member_descriptor).
namespace loopscope::python {
namespace {

struct GetSetDescriptor : Object {
  const GetSetDef* def;
  Type* owner;  // owned
};

struct MemberDescriptor : Object {
  Str* name;    // interned, lives for ever
  Type* owner;  // owned
  uint32_t offset;
};

GetSetDescriptor* getset(Value v) { return v.as<GetSetDescriptor>(); }
MemberDescriptor* member(Value v) { return v.as<MemberDescriptor>(); }

template <class D>
void descriptor_dealloc(Object* object) {
  auto* d = static_cast<D*>(object);
  gc_untrack(object);
  decref(static_cast<Object*>(d->owner));
  free_object(object);
}

template <class D>
void descriptor_traverse(Object* object, Visitor& visit) {
  visit(Value(static_cast<D*>(object)->owner));
}

bool fits(Type* owner, Value instance) { return type_of(instance) == owner || is_subtype(type_of(instance), owner); }

std::nullptr_t raise_unfit(const char* name, Type* owner, Value instance) {
  return raise(exc::TypeError, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", name, owner, instance);
}

Ref getset_get(Value v, Value instance, Type*) {
  if (!instance) return Ref::share(v);
  auto* d = getset(v);
  if (!fits(d->owner, instance)) return raise_unfit(d->def->name, d->owner, instance);
  if (!d->def->get)
    return raise(exc::AttributeError, "attribute '%s' of '%N' objects is not readable", d->def->name, d->owner);
  return d->def->get(instance);
}

bool getset_set(Value v, Value instance, Value value) {
  auto* d = getset(v);
  if (!fits(d->owner, instance)) return raise_unfit(d->def->name, d->owner, instance), false;
  if (!d->def->set) {
    raise(exc::AttributeError, "attribute '%s' of '%N' objects is not writable", d->def->name, d->owner);
    return false;
  }
  return d->def->set(instance, value);
}

Ref getset_repr(Value v) {
  auto* d = getset(v);
  return make_str("<attribute '" + std::string(d->def->name) + "' of '" + to_utf8(d->owner->name_object) + "' objects>");
}

Value& word(Value v, Value instance) {
  return *reinterpret_cast<Value*>(reinterpret_cast<char*>(instance.object()) + member(v)->offset);
}

Ref member_get(Value v, Value instance, Type*) {
  if (!instance) return Ref::share(v);
  auto* d = member(v);
  if (!fits(d->owner, instance)) return raise_unfit(to_utf8(d->name).c_str(), d->owner, instance);
  Value found = word(v, instance);
  if (!found) return raise_no_attribute(instance, d->name);
  return Ref::share(found);
}

bool member_set(Value v, Value instance, Value value) {
  auto* d = member(v);
  if (!fits(d->owner, instance)) return raise_unfit(to_utf8(d->name).c_str(), d->owner, instance), false;
  Value& slot = word(v, instance);
  if (!value && !slot) {
    raise(exc::AttributeError, "%U", d->name);
    return false;
  }
  assign(slot, value);
  return true;
}

Ref member_repr(Value v) {
  auto* d = member(v);
  return make_str("<member '" + to_utf8(d->name) + "' of '" + to_utf8(d->owner->name_object) + "' objects>");
}

Ref getset_doc(Value v) {
  if (getset(v)->def == &kDictGetSet) return make_str("dictionary for instance variables");
  if (getset(v)->def == &kWeakrefGetSet) return make_str("list of weak references to the object");
  return none();
}

const GetSetDef kGetSetGetSet[] = {
    {"__name__", [](Value v) { return Ref(make_str(getset(v)->def->name)); }},
    {"__qualname__",
     [](Value v) { return Ref(make_str(to_utf8(getset(v)->owner->qualname) + "." + getset(v)->def->name)); }},
    {"__objclass__", [](Value v) { return Ref::share(getset(v)->owner); }},
    {"__doc__", getset_doc},
    {nullptr, nullptr},
};

const GetSetDef kMemberGetSet[] = {
    {"__name__", [](Value v) { return Ref::share(member(v)->name); }},
    {"__qualname__",
     [](Value v) { return Ref(make_str(to_utf8(member(v)->owner->qualname) + "." + to_utf8(member(v)->name))); }},
    {"__objclass__", [](Value v) { return Ref::share(member(v)->owner); }},
    {"__doc__", [](Value) { return none(); }},
    {nullptr, nullptr},
};

template <class D>
Type make_type(const char* name) {
  Type t;
  t.name = name;
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.basic_size = sizeof(D);
  t.dealloc = descriptor_dealloc<D>;
  t.traverse = descriptor_traverse<D>;
  return t;
}

Type make_getset_type() {
  Type t = make_type<GetSetDescriptor>("getset_descriptor");
  t.get = getset_get;
  t.set = getset_set;
  t.repr = getset_repr;
  t.getset = kGetSetGetSet;
  return t;
}

Type make_member_type() {
  Type t = make_type<MemberDescriptor>("member_descriptor");
  t.get = member_get;
  t.set = member_set;
  t.repr = member_repr;
  t.getset = kMemberGetSet;
  return t;
}

// ---- __dict__ and __weakref__ of instances ---------------------------------------------------------------------------

Ref get_dict(Value self) {
  Dict** slot = instance_dict_slot(self);
  if (!slot) return raise_no_attribute(self, names::__dict__);
  if (!*slot) *slot = make_dict().release();
  return Ref::share(*slot);
}

bool set_dict(Value self, Value value) {
  Dict** slot = instance_dict_slot(self);
  if (value && !is_dict(value)) {
    raise(exc::TypeError, "__dict__ must be set to a dictionary, not a '%T'", value);
    return false;
  }
  if (!slot) {
    raise(exc::AttributeError, "This object has no __dict__");
    return false;
  }
  xincref(value);
  Dict* old = *slot;
  *slot = value ? value.as<Dict>() : nullptr;  // deleted: whoever asks gets a new one
  if (old) decref(static_cast<Object*>(old));
  return true;
}

Ref get_weakref(Value self) {
  uint32_t offset = type_of(self)->weaklist_offset;
  auto* first = *reinterpret_cast<WeakRef**>(reinterpret_cast<char*>(self.object()) + offset);
  return first ? Ref::share(first) : none();
}

}  // namespace

Type getset_descriptor_type = make_getset_type();
Type member_descriptor_type = make_member_type();
const GetSetDef kDictGetSet{"__dict__", get_dict, set_dict};
const GetSetDef kWeakrefGetSet{"__weakref__", get_weakref};

Ref make_getset_descriptor(Type* owner, const GetSetDef* def) {
  auto* d = allocate_as<GetSetDescriptor>(&getset_descriptor_type);
  if (!d) return {};
  d->def = def;
  incref(static_cast<Object*>(owner));
  d->owner = owner;
  gc_track(d);
  return Ref::steal(d);
}

Str* member_name(Type* owner, uint32_t offset) {
  uint32_t position = 0;
  Value key, value;
  while (dict_next(owner->dict, &position, &key, &value)) {
    if (!is_exact(value, member_descriptor_type) || !is_str(key)) continue;
    auto* d = value.as<MemberDescriptor>();
    if (d->owner == owner && d->offset == offset) return key.as<Str>();
  }
  return nullptr;
}

Ref make_member_descriptor(Type* owner, Str* name, uint32_t offset) {
  auto* d = allocate_as<MemberDescriptor>(&member_descriptor_type);
  if (!d) return {};
  d->name = name;
  incref(static_cast<Object*>(owner));
  d->owner = owner;
  d->offset = offset;
  gc_track(d);
  return Ref::steal(d);
}

}  // namespace loopscope::python
