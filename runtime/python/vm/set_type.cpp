// SPDX-License-Identifier: MIT
#include "python/vm/gc.h"
#include "python/vm/generic_alias.h"
#include "python/vm/iterator_state.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/set.h"
#include "python/vm/startup.h"

/// set and frozenset: slots, operators, methods, iterator.
namespace loopscope::python {

namespace {

Set* self_of(Value v) { return v.as<Set>(); }

void dealloc(Object* o) {
  gc_untrack(o);
  if (static_cast<Set*>(o)->weaklist) clear_weakrefs(o);
  set_clear(static_cast<Set*>(o));
  free_object(o);
}
void traverse(Object* o, Visitor& visit) {
  uint32_t position = 0;
  Value key;
  while (set_next(static_cast<Set*>(o), &position, &key)) visit(key);
}
void clear_slot(Object* o) { set_clear(static_cast<Set*>(o)); }

Type* result_type(Value v) { return has_type(v, &frozenset_type) ? &frozenset_type : &set_type; }

Ref repr_set(Value self) {
  Set* s = self_of(self);
  Type* type = type_of(self);
  std::string name = to_utf8(type->name_object);
  if (!s->used) return make_str(name + "()");
  ReprGuard guard(self);
  if (guard.nested()) return make_str(name + "(...)");
  StrBuilder text;
  bool plain = type == &set_type;
  if (!plain) text.add(name + "(");
  text.add(U'{');
  Own<List> items = to_list(self);
  if (!items) return {};
  for (uint32_t i = 0; i < items->size; i++) {
    if (i) text.add(", ");
    Ref item = repr(items->items[i]);
    if (!item) return {};
    text.add(item.as<Str>());
  }
  text.add(U'}');
  if (!plain) text.add(U')');
  return text.finish();
}

bool hash_frozenset(Value self, int64_t* out) {
  Set* s = self_of(self);
  if (s->hash != -1) return *out = s->hash, true;
  auto shuffle = [](uint64_t h) { return ((h ^ 89869747u) ^ (h << 16)) * 3644798167u; };
  uint64_t h = 0;
  for (uint32_t i = 0; i <= s->mask; i++) {
    SetEntry& e = s->table[i];
    uint32_t one = i;
    SetEntry live;
    if (e.key && set_next_entry(s, &one, &live) && one == i + 1) h ^= shuffle(static_cast<uint64_t>(live.hash));
  }
  h ^= (static_cast<uint64_t>(s->used) + 1) * 1927868237u;
  h ^= (h >> 11) ^ (h >> 25);
  h = h * 69069u + 907133923u;
  if (h == UINT64_MAX) h = 590923713u;
  s->hash = static_cast<int64_t>(h);
  *out = s->hash;
  return true;
}

Ref compare_set(Value a, Value b, CompareOp op) {
  if (!is_set(a) || !is_set(b)) return not_implemented();
  Set *x = self_of(a), *y = self_of(b);
  int t;
  switch (op) {
    case CompareOp::eq:
    case CompareOp::ne:
      t = x->used == y->used ? set_is_subset(x, y) : 0;
      if (t < 0) return {};
      return boolean(t == (op == CompareOp::eq));
    case CompareOp::le: t = set_is_subset(x, y); break;
    case CompareOp::ge: t = set_is_subset(y, x); break;
    case CompareOp::lt: t = x->used < y->used ? set_is_subset(x, y) : 0; break;
    case CompareOp::gt: t = y->used < x->used ? set_is_subset(y, x) : 0; break;
    default: return {};
  }
  return t < 0 ? Ref() : boolean(t);
}

ptrdiff_t length_set(Value self) { return self_of(self)->used; }
/// A set that is no frozenset is looked up as the frozenset it equals.
template <int (*operation)(Set*, Value)>
int as_element(Set* s, Value v) {
  int outcome = operation(s, v);
  if (outcome >= 0 || !is_set(v) || has_type(v, &frozenset_type) || !pending_is(exc::TypeError)) return outcome;
  clear_pending();
  Own<Set> frozen = make_set(v, true);
  return frozen ? operation(s, frozen) : -1;
}
int contains_slot(Value self, Value v) { return as_element<set_contains>(self_of(self), v); }

// ---- iterator -------------------------------------------------------------------------------------------------------

struct SetIterator : Object {
  Value set;
  uint32_t position, used;
};
void dealloc_iterator(Object* o) {
  gc_untrack(o);
  clear(static_cast<SetIterator*>(o)->set);
  free_object(o);
}
void traverse_iterator(Object* o, Visitor& visit) { visit(static_cast<SetIterator*>(o)->set); }
Ref identity(Value v) { return Ref::share(v); }
Ref next_slot(Value v) {
  SetIterator* it = v.as<SetIterator>();
  if (!it->set) return {};
  Set* s = it->set.as<Set>();
  if (s->used != it->used) {
    it->used = UINT32_MAX;
    return raise(exc::RuntimeError, "Set changed size during iteration");
  }
  Value key;
  if (set_next(s, &it->position, &key)) return Ref::share(key);
  clear(it->set);
  return {};
}
Ref length_hint(Value v, const Value*) {
  SetIterator* it = v.as<SetIterator>();
  if (!it->set || it->used != it->set.as<Set>()->used) return Ref::small(0);
  Set* s = it->set.as<Set>();
  int64_t left = 0;
  uint32_t position = it->position;
  Value key;
  while (set_next(s, &position, &key)) left++;
  return make_int(left);
}
Ref reduce_rest(Value v, const Value*) {
  SetIterator* it = v.as<SetIterator>();
  Own<List> rest = make_list();
  uint32_t position = it->position;
  Value key;
  while (rest && it->set && it->used == it->set.as<Set>()->used && set_next(it->set.as<Set>(), &position, &key))
    if (!list_append(rest.get(), key)) return {};
  return rest ? reduce_to(Value(rest)) : Ref();
}
constexpr NativeDef kIteratorMethods[] = {
    {"__length_hint__", length_hint, ""}, {"__reduce__", reduce_rest, ""}, {nullptr, nullptr, nullptr}};
constexpr Type iterator_definition() {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = "set_iterator";
  t.basic_size = sizeof(SetIterator);
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.dealloc = dealloc_iterator;
  t.traverse = traverse_iterator;
  t.iter = identity;
  t.next = next_slot;
  t.methods = kIteratorMethods;
  return t;
}
constinit Type set_iterator_type = iterator_definition();

Ref iterate_set(Value v) {
  SetIterator* it = allocate_as<SetIterator>(&set_iterator_type);
  if (!it) return {};
  it->set = Ref::share(v).release();
  it->used = self_of(v)->used;
  gc_track(it);
  return Ref::steal(it);
}

// ---- operators -----------------------------------------------------------------------------------------------------

template <Ref (*operation)(Set*, Value, Type*)>
Ref binary(Value a, Value b) {
  if (!is_set(a) || !is_set(b)) return not_implemented();
  return operation(self_of(a), b, result_type(a));
}
Ref set_union(Set* a, Value other, Type* type) {
  Own<Set> result = make_set_of(type);
  if (!result || !set_merge(result.get(), a) || !set_update(result.get(), other)) return {};
  return result;
}
template <Ref (*operation)(Set*, Value, Type*)>
Ref inplace(Value a, Value b) {
  if (!is_set(b)) return not_implemented();
  Ref r = operation(self_of(a), b, &set_type);
  if (!r) return {};
  set_swap(self_of(a), r.as<Set>());
  return Ref::share(a);
}
Ref inplace_or(Value a, Value b) {
  if (!is_set(b)) return not_implemented();
  return set_update(self_of(a), b) ? Ref::share(a) : Ref();
}

// ---- methods --------------------------------------------------------------------------------------------------------

Ref copy(Value self, const Value*) {
  if (is_exact(self, frozenset_type)) return Ref::share(self);
  return set_union(self_of(self), empty_tuple(), result_type(self));
}
/// f(*others): applies one after the other.
template <Ref (*operation)(Set*, Value, Type*)>
Ref over_all(Value self, const Value* args) {
  Tuple* others = args[0].as<Tuple>();
  Ref result = copy(self, nullptr);
  for (uint32_t i = 0; result && i < others->size; i++) result = operation(result.as<Set>(), others->items[i], result_type(self));
  return result;
}
template <Ref (*operation)(Set*, Value, Type*)>
Ref one(Value self, const Value* args) {
  return operation(self_of(self), args[0], result_type(self));
}
template <Ref (*operation)(Set*, Value, Type*)>
Ref update_all(Value self, const Value* args) {
  Tuple* others = args[0].as<Tuple>();
  for (uint32_t i = 0; i < others->size; i++) {
    Ref r = operation(self_of(self), others->items[i], &set_type);
    if (!r) return {};
    set_swap(self_of(self), r.as<Set>());
  }
  return none();
}
Ref update(Value self, const Value* args) {
  Tuple* others = args[0].as<Tuple>();
  for (uint32_t i = 0; i < others->size; i++)
    if (!set_update(self_of(self), others->items[i])) return {};
  return none();
}
Ref symmetric_difference_update(Value self, const Value* args) {
  Ref r = set_symmetric_difference(self_of(self), args[0], &set_type);
  if (!r) return {};
  set_swap(self_of(self), r.as<Set>());
  return none();
}
Own<Set> as_set(Value v) { return is_set(v) ? Own<Set>::share(v.as<Set>()) : make_set(v); }
Ref issubset(Value self, const Value* args) {
  Own<Set> other = as_set(args[0]);
  int t = other ? set_is_subset(self_of(self), other.get()) : -1;
  return t < 0 ? Ref() : boolean(t);
}
Ref issuperset(Value self, const Value* args) {
  Own<Set> other = as_set(args[0]);
  int t = other ? set_is_subset(other.get(), self_of(self)) : -1;
  return t < 0 ? Ref() : boolean(t);
}
Ref isdisjoint(Value self, const Value* args) {
  Ref common = set_intersection(self_of(self), args[0], &set_type);
  return common ? boolean(common.as<Set>()->used == 0) : Ref();
}
Ref add(Value self, const Value* args) { return set_add(self_of(self), args[0]) ? none() : Ref(); }
Ref discard(Value self, const Value* args) { return as_element<set_discard>(self_of(self), args[0]) < 0 ? Ref() : none(); }
Ref remove(Value self, const Value* args) {
  int gone = as_element<set_discard>(self_of(self), args[0]);
  if (gone < 0) return {};
  return gone ? none() : Ref(raise_with(exc::KeyError, args[0]));
}
Ref pop(Value self, const Value*) {
  Set* s = self_of(self);
  uint32_t position = 0;
  SetEntry e;
  if (!set_next_entry(s, &position, &e)) return raise(exc::KeyError, "pop from an empty set");
  Ref key = Ref::share(e.key);
  return set_discard_hashed(s, key, e.hash) < 0 ? Ref() : key;
}
Ref clear_method(Value self, const Value*) {
  set_clear(self_of(self));
  return none();
}
/// For copy and pickle: the class, its argument, the attributes of an instance of a subclass.
Ref reduce(Value self, const Value*) {
  Own<List> items = to_list(self);
  Ref state = items ? call_method(self, names::__getstate__) : Ref();
  return state ? Ref(tuple_of(Value(type_of(self)), tuple_of(Value(items)), state.get())) : Ref();
}

#define LOOPSCOPE_COMMON_SET_METHODS                                                               \
  {"copy", copy, ""}, {"union", over_all<set_union>, "*others"},                                   \
      {"intersection", over_all<set_intersection>, "*others"},                                     \
      {"difference", over_all<set_difference>, "*others"},                                         \
      {"symmetric_difference", one<set_symmetric_difference>, "other, /"},                         \
      {"issubset", issubset, "other, /"}, {"issuperset", issuperset, "other, /"},                  \
      {"isdisjoint", isdisjoint, "other, /"}, {"__reduce__", reduce, ""}, {"__class_getitem__", class_getitem, "item, /", kNativeClass}

constexpr NativeDef kSetMethods[] = {
    LOOPSCOPE_COMMON_SET_METHODS,
    {"add", add, "object, /"},
    {"discard", discard, "object, /"},
    {"remove", remove, "object, /"},
    {"pop", pop, ""},
    {"clear", clear_method, ""},
    {"update", update, "*others"},
    {"intersection_update", update_all<set_intersection>, "*others"},
    {"difference_update", update_all<set_difference>, "*others"},
    {"symmetric_difference_update", symmetric_difference_update, "other, /"},
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kFrozensetMethods[] = {LOOPSCOPE_COMMON_SET_METHODS, {nullptr, nullptr, nullptr}};

Ref new_set(Type* type, const Args&) { return make_set_of(type); }
bool init_set(Value self, const Args& args) {
  if (args.keyword_count()) {
    raise(exc::TypeError, "set() takes no keyword arguments");
    return false;
  }
  if (args.positional > 1) {
    raise(exc::TypeError, "set expected at most 1 argument, got %zd", static_cast<ptrdiff_t>(args.positional));
    return false;
  }
  set_clear(self_of(self));
  return !args.positional || set_update(self_of(self), args[0]);
}
Ref new_frozenset(Type* type, const Args& args) {
  if (type->init == frozenset_type.init && args.keyword_count()) return raise(exc::TypeError, "frozenset() takes no keyword arguments");
  if (args.positional > 1)
    return raise(exc::TypeError, "frozenset expected at most 1 argument, got %zd", static_cast<ptrdiff_t>(args.positional));
  if (type == &frozenset_type && args.positional && is_exact(args[0], frozenset_type)) return Ref::share(args[0]);
  Own<Set> s = make_set_of(type);
  if (!s || (args.positional && !set_update(s.get(), args[0]))) return {};
  return s;
}

constexpr Type definition(bool frozen) {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = frozen ? "frozenset" : "set";
  t.basic_size = sizeof(Set);
  t.weaklist_offset = offsetof(Set, weaklist);
  t.flags = kTypeBase | kTypeGc | kTypeSetSubclass;
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.clear = clear_slot;
  t.repr = repr_set;
  if (frozen) t.hash = hash_frozenset;
  t.compare = compare_set;
  t.iter = iterate_set;
  t.length = length_set;
  t.contains = contains_slot;
  t.binary[static_cast<int>(BinaryOp::or_)] = binary<set_union>;
  t.binary[static_cast<int>(BinaryOp::and_)] = binary<set_intersection>;
  t.binary[static_cast<int>(BinaryOp::subtract)] = binary<set_difference>;
  t.binary[static_cast<int>(BinaryOp::xor_)] = binary<set_symmetric_difference>;
  if (!frozen) {
    t.inplace[static_cast<int>(BinaryOp::or_)] = inplace_or;
    t.inplace[static_cast<int>(BinaryOp::and_)] = inplace<set_intersection>;
    t.inplace[static_cast<int>(BinaryOp::subtract)] = inplace<set_difference>;
    t.inplace[static_cast<int>(BinaryOp::xor_)] = inplace<set_symmetric_difference>;
    t.init = init_set;
  }
  t.new_ = frozen ? new_frozenset : new_set;
  t.methods = frozen ? kFrozensetMethods : kSetMethods;
  return t;
}

}  // namespace

constinit Type set_type = definition(false);
constinit Type frozenset_type = definition(true);

void ready_set_types() {
  for (Type* t : {&set_type, &frozenset_type, &set_iterator_type}) ready_type(t);
}

}  // namespace loopscope::python
