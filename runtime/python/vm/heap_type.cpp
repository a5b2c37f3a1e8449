// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/slots.h"
#include "python/vm/super.h"
#include "python/vm/type_internal.h"
#include "python/vm/unicode.h"

namespace loopscope::python {
namespace {

bool str_is_identifier(Str* s) {
  for (uint32_t i = 0; i < s->length; i++) {
    char32_t c = s->at(i);
    bool good = c == '_' || (i > 0 && unicode::decimal_value(c) >= 0) || unicode::is_alpha(c) ||
                (i > 0 && c >= 0x300 && !unicode::is_space(c));
    if (!good) return false;
  }
  return s->length > 0;
}

/// `__name` in class C is `_C__name`.
Str* mangle(Str* class_name, Str* name) {
  std::string text = to_utf8(name), owner = to_utf8(class_name);
  if (!text.starts_with("__") || text.ends_with("__") || text.find('.') != std::string::npos) return intern(name);
  size_t start = owner.find_first_not_of('_');
  if (start == std::string::npos) return intern(name);
  return intern("_" + owner.substr(start) + text);
}

/// What __slots__ asks for.
struct Layout {
  std::vector<Str*> members;
  bool dict = false, weaklist = false;
};

bool is_variable_size(Type* type) {
  return type->flags & (kTypeIntSubclass | kTypeTupleSubclass | kTypeBytesSubclass);
}

bool add_slot_name(Type* base, Str* class_name, Dict* ns, Value item, Layout* layout) {
  if (!is_str(item)) {
    raise(exc::TypeError, "__slots__ items must be strings, not '%T'", item);
    return false;
  }
  Str* name = item.as<Str>();
  if (!str_is_identifier(name)) {
    raise(exc::TypeError, "__slots__ must be identifiers");
    return false;
  }
  name = intern(name);
  if (name == names::__dict__ || name == names::__weakref__) {
    bool is_dict = name == names::__dict__;
    bool& wanted = is_dict ? layout->dict : layout->weaklist;
    if (wanted || (is_dict ? base->dict_offset : base->weaklist_offset)) {
      raise(exc::TypeError, "%U slot disallowed: we already got one", name);
      return false;
    }
    wanted = true;
    return true;
  }
  name = mangle(class_name, name);
  if (name != names::__qualname__ && name != names::__classcell__ && dict_get(ns, name)) {
    raise(exc::ValueError, "'%U' in __slots__ conflicts with class variable", name);
    return false;
  }
  layout->members.push_back(name);
  return true;
}

bool read_layout(Type* base, Tuple* bases, Str* class_name, Dict* ns, Layout* layout) {
  Value slots = dict_get(ns, names::__slots__);
  if (!slots) {
    // A class has its namespace for a __dict__, whatever its metaclass.
    layout->dict = !base->dict_offset && !(base->flags & kTypeTypeSubclass);
    layout->weaklist = !base->weaklist_offset && !is_variable_size(base);
    return true;
  }
  if (is_str(slots)) {
    if (!add_slot_name(base, class_name, ns, slots, layout)) return false;
  } else if (!for_each(slots, [&](Value item) { return add_slot_name(base, class_name, ns, item, layout); })) {
    return false;
  }
  if (!layout->members.empty() && is_variable_size(base)) {
    raise(exc::TypeError, "nonempty __slots__ not supported for subtype of '%N'", base);
    return false;
  }
  // Sorted as in CPython: classes of the same names have the same layout. There are few: each is put in its place.
  auto before = [](Str* a, Str* b) { return to_utf8(a) < to_utf8(b); };
  auto first = layout->members.begin();
  for (auto at = first; at != layout->members.end(); ++at) std::rotate(std::upper_bound(first, at, *at, before), at, at + 1);
  for (uint32_t i = 0; i < bases->size; i++) {
    Type* other = bases->items[i].as<Type>();
    if (other->dict_offset && !base->dict_offset) layout->dict = true;
    if (other->weaklist_offset && !base->weaklist_offset) layout->weaklist = true;
  }
  return true;
}

void apply_layout(Type* type, Type* base, const Layout& layout) {
  uint32_t at = base->basic_size;
  for (Str* name : layout.members) {
    dict_set(type->dict, name, make_member_descriptor(type, name, at));
    at += sizeof(Value);
  }
  type->slots_end = at;
  type->dict_offset = base->dict_offset;
  type->weaklist_offset = base->weaklist_offset;
  if (layout.dict) {
    type->dict_offset = at;
    at += sizeof(Value);
    dict_set(type->dict, names::__dict__, make_getset_descriptor(type, &kDictGetSet));
  }
  if (layout.weaklist) {
    type->weaklist_offset = at;
    at += sizeof(Value);
    dict_set(type->dict, names::__weakref__, make_getset_descriptor(type, &kWeakrefGetSet));
  }
  type->basic_size = at;
  if (!layout.members.empty() || layout.dict || (base->flags & kTypeGc)) type->flags |= kTypeGc;
}

/// Entries that mean something to the class statement.
bool fix_namespace(Type* type) {
  Dict* dict = type->dict;
  if (!dict_get(dict, names::__module__)) {
    if (Value module = calling_module_name()) dict_set(dict, names::__module__, module);
  }
  if (Value qualname = dict_get(dict, names::__qualname__)) {
    if (!is_str(qualname)) {
      raise(exc::TypeError, "type __qualname__ must be a str, not %T", qualname);
      return false;
    }
    incref(qualname);
    Own<Str> old = Own<Str>::steal(type->qualname);
    type->qualname = qualname.as<Str>();
    dict_delete(dict, Value(names::__qualname__));
  }
  if (!dict_get(dict, names::__doc__)) dict_set(dict, names::__doc__, kNone);
  auto wrap = [&](Str* name, Ref (*make)(Value)) {
    Value function = dict_get(dict, name);
    if (function && is_exact(function, function_type)) dict_set(dict, name, make(function));
  };
  wrap(names::__new__, make_staticmethod);
  wrap(names::__init_subclass__, make_classmethod);
  wrap(names::__class_getitem__, make_classmethod);
  if (dict_get(dict, names::__eq__) && !dict_get(dict, names::__hash__)) dict_set(dict, names::__hash__, kNone);
  if (Value cell = dict_get(dict, names::__classcell__)) {
    if (!is_exact(cell, cell_type)) {
      raise(exc::TypeError, "type.__new__: __classcell__ must be a nonlocal cell, not <class '%T'>", cell);
      return false;
    }
    assign(cell.as<Cell>()->value, Value(type));
    dict_delete(dict, Value(names::__classcell__));
  }
  return true;
}

bool call_set_names(Type* type) {
  Own<Dict> copy = dict_copy(type->dict);
  uint32_t position = 0;
  Value key, value;
  while (dict_next(copy.get(), &position, &key, &value)) {
    if (!lookup_in_type(type_of(value), names::__set_name__)) continue;
    Value args[] = {Value(type), key};
    if (call_special(value, names::__set_name__, args, 2)) continue;
    Ref exception = take_pending();
    Ref key_text = repr(key);
    std::string note = "Error calling __set_name__ on '" + to_utf8(type_of(value)->name_object) + "' instance " +
                       (key_text ? to_utf8(key_text.as<Str>()) : "?") + " in '" + to_utf8(type->name_object) + "'";
    clear_pending();
    call_method(exception, intern("add_note"), make_str(note));
    clear_pending();
    restore_pending(std::move(exception));
    return false;
  }
  return true;
}

bool call_init_subclass(Type* type, const Args& kwargs) {
  Ref hook = super_lookup(type, Value(type), names::__init_subclass__);
  if (!hook) return false;
  uint32_t count = kwargs.keyword_count();
  return static_cast<bool>(call(hook, Args{kwargs.data + kwargs.positional, 0, count ? kwargs.names : nullptr}));
}

}  // namespace

Ref new_heap_type(Type* meta, Str* name, Tuple* bases, Dict* ns, const Args& kwargs) {
  for (uint32_t i = 0; i < name->length; i++)
    if (name->at(i) == 0) return raise(exc::ValueError, "type name must not contain null characters");
  Own<Tuple> all_bases = bases->size ? Own<Tuple>::share(bases) : tuple_of(&object_type);
  Type* base = best_base(all_bases.get());
  if (!base) return {};
  Layout layout;
  if (!read_layout(base, all_bases.get(), name, ns, &layout)) return {};

  Ref owned = Ref::steal(allocate(meta));
  if (!owned) return {};
  Type* type = owned.as<Type>();
  type->flags = kTypeHeap | kTypeBase | kTypeReady;
  for (uint32_t i = 0; i < all_bases->size; i++)
    type->flags |= all_bases->items[i].as<Type>()->flags & (kTypeSequencePattern | kTypeMappingPattern);
  type->flags |= base->flags & (kTypeGc | kTypeIntSubclass | kTypeStrSubclass | kTypeTupleSubclass | kTypeListSubclass |
                                kTypeDictSubclass | kTypeTypeSubclass | kTypeExceptionSubclass | kTypeBytesSubclass |
                                kTypeSetSubclass);
  incref(Value(name));
  type->name_object = name;
  incref(Value(name));
  type->qualname = name;
  incref(Value(base));
  type->base = base;
  type->dict = dict_copy(ns).release();
  if (!type->dict) return {};
  type->bases = all_bases.release();
  type->version = new_type_version();
  gc_track(type);
  Own<Tuple> order = method_resolution_order(type);
  if (!order) return {};
  const bool assigned = type->mro;  // mro() has assigned __bases__, which saw to all this
  if (!assigned) type->mro = order.release();
  base = type->base;
  apply_layout(type, base, layout);
  if (!fix_namespace(type)) return {};
  for (uint32_t i = 0; i < type->bases->size && !assigned; i++) add_subclass(type->bases->items[i].as<Type>(), type);

  type->dealloc = heap_instance_dealloc;
  type->traverse = heap_instance_traverse;
  type->clear = heap_instance_clear;
  for (Type* t = base; t && !type->send; t = t->base) type->send = t->send;
  type->version = new_type_version();
  update_slots(type, nullptr);
  if (!call_set_names(type) || !call_init_subclass(type, kwargs)) return {};
  return owned;
}

void clear_heap_type(Type* type) {
  if (type->bases)
    for (uint32_t i = 0; i < type->bases->size; i++) remove_subclass(type->bases->items[i].as<Type>(), type);
  type->version = new_type_version();
  auto drop = [](auto*& member) {
    auto* old = member;
    member = nullptr;
    if (old) decref(static_cast<Object*>(old));
  };
  drop(type->dict);
  drop(type->bases);
  drop(type->mro);
}

}  // namespace loopscope::python
