// SPDX-License-Identifier: MIT
#include "python/vm/dict.h"
#include "python/vm/gc.h"
#include "python/vm/iterator_state.h"
#include "python/vm/protocol.h"
#include "python/vm/set.h"
#include "python/vm/startup.h"
#include "python/vm/type_internal.h"

/// dict_keys, dict_values, dict_items and their iterators.
namespace loopscope::python {

namespace {

struct DictView : Object {
  Value dict;
  DictPart part;
};
struct DictIterator : Object {
  Value dict;  // null when exhausted
  DictPart part;
  bool reversed;
  uint32_t position;  // reversed: entries still to look at
  uint32_t used;
  uint32_t left;  // entries not yet seen
};

Type* view_types[3];
Type* iterator_types[3];
Type* reverse_iterator_types[3];

Ref identity(Value v) { return Ref::share(v); }

// ---- iterators ------------------------------------------------------------------------------------------------------

void dealloc_iterator(Object* o) {
  gc_untrack(o);
  clear(static_cast<DictIterator*>(o)->dict);
  free_object(o);
}
void traverse_iterator(Object* o, Visitor& visit) { visit(static_cast<DictIterator*>(o)->dict); }

Ref next_slot(Value v) {
  DictIterator* it = v.as<DictIterator>();
  if (!it->dict) return {};
  Dict* d = it->dict.as<Dict>();
  if (d->used != it->used) {
    it->used = UINT32_MAX;
    return raise(exc::RuntimeError, "dictionary changed size during iteration");
  }
  DictEntry* entry = nullptr;
  if (it->reversed) {
    if (it->position > d->count) it->position = d->count;
    while (it->position > 0 && !entry) {
      DictEntry* e = &d->entries[--it->position];
      if (e->key) entry = e;
    }
  } else {
    while (it->position < d->count && !entry) {
      DictEntry* e = &d->entries[it->position++];
      if (e->key) entry = e;
    }
  }
  if (!entry) {
    clear(it->dict);
    return {};
  }
  if (!it->reversed && it->left-- == 0) {
    it->used = UINT32_MAX;
    return raise(exc::RuntimeError, "dictionary keys changed during iteration");
  }
  switch (it->part) {
    case DictPart::keys: return Ref::share(entry->key);
    case DictPart::values: return Ref::share(entry->value);
    case DictPart::items: return tuple_of(entry->key, entry->value);
  }
  return {};
}

Ref length_hint(Value v, const Value*) {
  DictIterator* it = v.as<DictIterator>();
  if (!it->dict) return Ref::small(0);
  Dict* d = it->dict.as<Dict>();
  int64_t n = 0;
  for (uint32_t i = it->reversed ? 0 : it->position; i < (it->reversed ? it->position : d->count); i++) n += !!d->entries[i].key;
  return make_int(n);
}

/// What is left becomes a list; the iterator itself stays where it is.
Ref reduce(Value v, const Value*) {
  DictIterator* it = v.as<DictIterator>();
  DictIterator* twin = allocate_as<DictIterator>(type_of(v));
  if (!twin) return {};
  twin->dict = it->dict ? Ref::share(it->dict).release() : Value();
  twin->part = it->part;
  twin->reversed = it->reversed;
  twin->position = it->position;
  twin->used = it->used;
  twin->left = it->left;
  gc_track(twin);
  Ref keep = Ref::steal(twin);
  Own<List> rest = to_list(keep);
  return rest ? reduce_to(Value(rest)) : Ref();
}

constexpr NativeDef kIteratorMethods[] = {{"__length_hint__", length_hint, ""}, {"__reduce__", reduce, ""}, {nullptr, nullptr, nullptr}};

constexpr Type iterator_definition(const char* name) {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = name;
  t.basic_size = sizeof(DictIterator);
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.dealloc = dealloc_iterator;
  t.traverse = traverse_iterator;
  t.iter = identity;
  t.next = next_slot;
  t.methods = kIteratorMethods;
  return t;
}

// ---- views ---------------------------------------------------------------------------------------------------------

void dealloc_view(Object* o) {
  gc_untrack(o);
  clear(static_cast<DictView*>(o)->dict);
  free_object(o);
}
void traverse_view(Object* o, Visitor& visit) { visit(static_cast<DictView*>(o)->dict); }

Dict* dict_of(Value view) { return view.as<DictView>()->dict.as<Dict>(); }

Ref repr_view(Value self) {
  ReprGuard guard(self);
  if (guard.nested()) return make_str("...");
  Own<List> all = to_list(self);
  Ref text = all ? repr(all) : Ref();
  if (!text) return {};
  return make_str(std::string(type_of(self)->name) + "(" + to_utf8(text.as<Str>()) + ")");
}
Ref iterate_view(Value v) { return dict_iterate(v.as<DictView>()->dict, v.as<DictView>()->part, false); }
Ref reversed_view(Value v, const Value*) { return dict_iterate(v.as<DictView>()->dict, v.as<DictView>()->part, true); }
ptrdiff_t length_view(Value v) { return dict_of(v)->used; }

int contains_view(Value self, Value v) {
  Dict* d = dict_of(self);
  switch (self.as<DictView>()->part) {
    case DictPart::keys: return dict_contains(d, v);
    case DictPart::items: {
      if (!is_tuple(v) || v.as<Tuple>()->size != 2) return 0;
      Ref found = Ref::share(dict_get(d, v.as<Tuple>()->items[0]));
      if (!found) return failed() ? -1 : 0;
      return equal(found, v.as<Tuple>()->items[1]);
    }
    case DictPart::values: break;
  }
  bool hit = false;
  bool ok = for_each(self, [&](Value item) {
    if (hit) return true;
    int same = equal(item, v);
    hit |= same == 1;
    return same >= 0;
  });
  return ok ? hit : -1;
}

bool is_set_like(Value v) { return is_set(v) || type_of(v) == view_types[0] || type_of(v) == view_types[2]; }

template <Ref (*operation)(Set*, Value, Type*)>
Ref set_operation(Value a, Value b) {
  if (!is_set_like(a)) {
    if (!is_set_like(b)) return not_implemented();
  }
  Own<Set> left = make_set(a);
  if (!left) return {};
  if (is_set(b)) return operation(left.get(), b, &set_type);
  Own<Set> right = make_set(b);
  return right ? operation(left.get(), right, &set_type) : Ref();
}
Ref union_of(Set* a, Value other, Type*) {
  Own<Set> result = make_set();
  return set_merge(result.get(), a) && set_update(result.get(), other) ? Ref(result) : Ref();
}
Ref intersection_of(Set* a, Value other, Type* t) { return set_intersection(a, other, t); }

/// Is every element of `a` in `b`? 1, 0, -1.
int all_in(Value a, Value b) {
  int all = 1;
  bool ok = for_each(a, [&](Value item) {
    if (all) all = contains(b, item);
    return all >= 0;
  });
  return ok ? all : -1;
}
Ref compare_view(Value a, Value b, CompareOp op) {
  if (!is_set_like(b)) return not_implemented();
  ptrdiff_t x = length(a), y = length(b);
  if (x < 0 || y < 0) return {};
  int result = 0;
  switch (op) {
    case CompareOp::eq:
    case CompareOp::ne: result = x == y ? all_in(a, b) : 0; break;
    case CompareOp::lt: result = x < y ? all_in(a, b) : 0; break;
    case CompareOp::le: result = x <= y ? all_in(a, b) : 0; break;
    case CompareOp::gt: result = y < x ? all_in(b, a) : 0; break;
    case CompareOp::ge: result = y <= x ? all_in(b, a) : 0; break;
  }
  if (result < 0) return {};
  return boolean(op == CompareOp::ne ? !result : result != 0);
}

Ref isdisjoint(Value self, const Value* args) {
  Own<Set> mine = make_set(self);
  Ref common = mine ? set_intersection(mine.get(), args[0], &set_type) : Ref();
  return common ? boolean(common.as<Set>()->used == 0) : Ref();
}

constexpr NativeDef kSetViewMethods[] = {
    {"__reversed__", reversed_view, ""}, {"isdisjoint", isdisjoint, "other, /"}, {nullptr, nullptr, nullptr}};
constexpr NativeDef kViewMethods[] = {{"__reversed__", reversed_view, ""}, {nullptr, nullptr, nullptr}};

/// A read-only proxy, so that the mapping behind the view is not changed through it.
Ref get_mapping(Value self) { return make_mappingproxy(self.as<DictView>()->dict); }
constexpr GetSetDef kViewAttributes[] = {{"mapping", get_mapping}, {nullptr, nullptr}};

constexpr Type view_definition(const char* name, bool set_like) {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = name;
  t.basic_size = sizeof(DictView);
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.dealloc = dealloc_view;
  t.traverse = traverse_view;
  t.repr = repr_view;
  t.iter = iterate_view;
  t.length = length_view;
  t.contains = contains_view;
  t.methods = set_like ? kSetViewMethods : kViewMethods;
  t.getset = kViewAttributes;
  if (set_like) {
    t.compare = compare_view;
    t.binary[static_cast<int>(BinaryOp::or_)] = set_operation<union_of>;
    t.binary[static_cast<int>(BinaryOp::and_)] = set_operation<intersection_of>;
    t.binary[static_cast<int>(BinaryOp::subtract)] = set_operation<set_difference>;
    t.binary[static_cast<int>(BinaryOp::xor_)] = set_operation<set_symmetric_difference>;
  }
  return t;
}

constinit Type keys_type = view_definition("dict_keys", true);
constinit Type values_type = view_definition("dict_values", false);
constinit Type items_type = view_definition("dict_items", true);
constinit Type key_iterator_type = iterator_definition("dict_keyiterator");
constinit Type value_iterator_type = iterator_definition("dict_valueiterator");
constinit Type item_iterator_type = iterator_definition("dict_itemiterator");
constinit Type reverse_key_iterator_type = iterator_definition("dict_reversekeyiterator");
constinit Type reverse_value_iterator_type = iterator_definition("dict_reversevalueiterator");
constinit Type reverse_item_iterator_type = iterator_definition("dict_reverseitemiterator");

}  // namespace

Ref dict_view(Value dict, DictPart part) {
  DictView* v = allocate_as<DictView>(view_types[static_cast<int>(part)]);
  if (!v) return {};
  v->dict = Ref::share(dict).release();
  v->part = part;
  gc_track(v);
  return Ref::steal(v);
}

Ref dict_iterate(Value dict, DictPart part, bool reversed) {
  DictIterator* it =
      allocate_as<DictIterator>(reversed ? reverse_iterator_types[static_cast<int>(part)] : iterator_types[static_cast<int>(part)]);
  if (!it) return {};
  Dict* d = dict.as<Dict>();
  it->dict = Ref::share(dict).release();
  it->part = part;
  it->reversed = reversed;
  it->position = reversed ? d->count : 0;
  it->used = it->left = d->used;
  gc_track(it);
  return Ref::steal(it);
}

void ready_dict_types() {
  Type* views[] = {&keys_type, &values_type, &items_type};
  Type* iterators[] = {&key_iterator_type, &value_iterator_type, &item_iterator_type};
  Type* reversed[] = {&reverse_key_iterator_type, &reverse_value_iterator_type, &reverse_item_iterator_type};
  ready_type(&dict_type);
  for (int i = 0; i < 3; i++) {
    view_types[i] = views[i];
    iterator_types[i] = iterators[i];
    reverse_iterator_types[i] = reversed[i];
    ready_type(views[i]);
    ready_type(iterators[i]);
    ready_type(reversed[i]);
  }
}

}  // namespace loopscope::python
