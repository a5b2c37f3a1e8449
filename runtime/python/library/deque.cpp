// SPDX-License-Identifier: MIT
#include <algorithm>

#include "python/library/deque.h"

#include "python/vm/gc.h"
#include "python/vm/generic_alias.h"
#include "python/vm/int.h"
#include "python/vm/list.h"
#include "python/vm/memory.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/slots.h"
#include "python/vm/str.h"

namespace loopscope::python {

namespace {

Deque* deque_of(Value v) { return v.as<Deque>(); }

bool reserve(Deque* d, uint32_t size) {
  if (size <= d->capacity) return true;
  uint32_t capacity = d->capacity ? d->capacity : 8;
  while (capacity < size) capacity *= 2;
  auto* items = static_cast<Value*>(buffer_allocate(capacity * sizeof(Value)));
  if (!items) return false;
  for (uint32_t i = 0; i < d->size; i++) items[i] = d->at(i);
  buffer_free(d->items);
  d->items = items;
  d->capacity = capacity;
  d->first = 0;
  return true;
}

Ref take_first(Deque* d) { return deque_pop_left(d); }
Ref take_last(Deque* d) {
  Ref item = Ref::steal(d->at(d->size - 1));
  d->size--;
  d->version++;
  return item;
}
bool add_last(Deque* d, Value item) {
  if (d->maximum == 0) return true;
  if (!reserve(d, d->size + 1)) return false;
  d->size++;
  d->at(d->size - 1) = Ref::share(item).release();
  d->version++;
  if (d->maximum >= 0 && d->size > d->maximum) take_first(d);
  return true;
}
bool add_first(Deque* d, Value item) {
  if (d->maximum == 0) return true;
  if (!reserve(d, d->size + 1)) return false;
  d->first = (d->first - 1) & (d->capacity - 1);
  d->size++;
  d->at(0) = Ref::share(item).release();
  d->version++;
  if (d->maximum >= 0 && d->size > d->maximum) take_last(d);
  return true;
}
void clear_deque(Deque* d) {
  while (d->size) take_last(d);
}

/// Adds every item; a deque may be extended by itself.
bool extend_with(Deque* d, Value iterable, bool (*add)(Deque*, Value)) {
  if (iterable == Value(d)) {
    Own<List> copy = to_list(iterable);
    return copy && extend_with(d, copy, add);
  }
  Ref it = iterate(iterable);
  if (!it) return false;
  while (Ref item = next(it))
    if (!add(d, item)) return false;
  return !failed();
}

void dealloc(Object* o) {
  clear_weakrefs(o);
  gc_untrack(o);
  auto* d = static_cast<Deque*>(o);
  clear_deque(d);
  buffer_free(d->items);
  free_object(o);
}
void traverse(Object* o, Visitor& visit) {
  auto* d = static_cast<Deque*>(o);
  for (uint32_t i = 0; i < d->size; i++) visit(d->at(i));
}
void clear_object(Object* o) { clear_deque(static_cast<Deque*>(o)); }

Own<Deque> make_deque(Type* type, int64_t maximum) {
  auto* d = allocate_as<Deque>(type);
  if (!d) return {};
  d->maximum = maximum;
  gc_track(d);
  return Own<Deque>::steal(d);
}
Ref new_deque(Type* type, const Args&) { return make_deque(type, -1); }
bool init_deque(Value self, const Args& args) {
  BoundArgs bound(*Signature::of("iterable=(), maxlen=None"), {"deque"}, args);
  if (!bound) return false;
  int64_t maximum = -1;
  if (bound[1] && bound[1] != kNone) {
    if (!is_int(bound[1])) return raise(exc::TypeError, "an integer is required"), false;
    maximum = int_clamped(bound[1]);
    if (maximum < 0) return raise(exc::ValueError, "maxlen must be non-negative"), false;
  }
  clear_deque(deque_of(self));
  deque_of(self)->maximum = maximum;
  return !bound[0] || extend_with(deque_of(self), bound[0], add_last);
}

Ref copy_of(Value self) {
  Deque* d = deque_of(self);
  if (is_exact(self, deque_type)) {
    Own<Deque> copy = make_deque(&deque_type, d->maximum);
    if (!copy || !reserve(copy.get(), d->size)) return {};
    for (uint32_t i = 0; i < d->size; i++) add_last(copy.get(), d->at(i));
    return copy;
  }
  Ref maximum = d->maximum < 0 ? Ref() : make_int(d->maximum);
  Value type(type_of(self));
  Ref copy = maximum ? call(type, self, maximum) : call(type, self);
  if (copy && !has_type(copy, &deque_type))
    return raise(exc::TypeError, "%N() must return a deque, not %T", type_of(self), copy.get());
  return copy;
}

// ---- methods ----------------------------------------------------------------------------------------------------------

Ref append(Value self, const Value* args) { return add_last(deque_of(self), args[0]) ? none() : Ref(); }
Ref appendleft(Value self, const Value* args) { return add_first(deque_of(self), args[0]) ? none() : Ref(); }
Ref extend(Value self, const Value* args) { return extend_with(deque_of(self), args[0], add_last) ? none() : Ref(); }
Ref extendleft(Value self, const Value* args) { return extend_with(deque_of(self), args[0], add_first) ? none() : Ref(); }
Ref pop(Value self, const Value*) {
  return deque_of(self)->size ? take_last(deque_of(self)) : Ref(raise(exc::IndexError, "pop from an empty deque"));
}
Ref popleft(Value self, const Value*) {
  return deque_of(self)->size ? take_first(deque_of(self)) : Ref(raise(exc::IndexError, "pop from an empty deque"));
}
Ref clear_method(Value self, const Value*) {
  clear_deque(deque_of(self));
  return none();
}
Ref copy(Value self, const Value*) { return copy_of(self); }

/// Place of `v` from `start` on: size if absent, -1 on error.
int64_t find(Deque* d, Value v, int64_t start, int64_t stop) {
  uint32_t version = d->version;
  for (int64_t i = start; i < stop && i < d->size; i++) {
    Ref item = Ref::share(d->at(static_cast<uint32_t>(i)));
    int same = equal(item, v);
    if (same < 0) return -1;
    if (same) return i;
    if (version != d->version) return raise(exc::RuntimeError, "deque mutated during iteration"), -1;
  }
  return d->size;
}
Ref count(Value self, const Value* args) {
  Deque* d = deque_of(self);
  int64_t n = 0, at = 0;
  while (at < d->size) {
    at = find(d, args[0], at, d->size);
    if (at < 0) return {};
    n += at < d->size;
    at++;
  }
  return make_int(n);
}
Ref index_of(Value self, const Value* args) {
  Deque* d = deque_of(self);
  int64_t start = 0, stop = INT64_MAX;
  if (!slice_bound(args[1], &start) || !slice_bound(args[2], &stop)) return {};
  if (start < 0) start = start + d->size < 0 ? 0 : start + d->size;
  if (stop < 0) stop = stop + d->size;
  int64_t at = find(d, args[0], start, stop);
  if (at < 0) return {};
  if (at >= d->size) return raise(exc::ValueError, "%R is not in deque", args[0]);
  return make_int(at);
}
void rotate_by(Deque* d, int64_t n) {
  if (d->size < 2) return;
  n %= d->size;
  if (n < 0) n += d->size;
  if (n <= d->size / 2) {
    for (; n > 0; n--) {
      Ref item = take_last(d);
      d->first = (d->first - 1) & (d->capacity - 1);
      d->size++;
      d->at(0) = item.release();
    }
  } else {
    for (n = d->size - n; n > 0; n--) {
      Ref item = take_first(d);
      d->size++;
      d->at(d->size - 1) = item.release();
    }
  }
}
void remove_at(Deque* d, uint32_t i) {
  Ref gone = Ref::steal(d->at(i));
  if (i < d->size / 2) {
    for (uint32_t k = i; k > 0; k--) d->at(k) = d->at(k - 1);
    d->first = (d->first + 1) & (d->capacity - 1);
  } else {
    for (uint32_t k = i; k + 1 < d->size; k++) d->at(k) = d->at(k + 1);
  }
  d->size--;
  d->version++;
}
Ref insert(Value self, const Value* args) {
  Deque* d = deque_of(self);
  int64_t at;
  if (!to_int64(args[0], &at, OnOverflow::clamp)) return {};
  if (d->maximum >= 0 && d->size >= d->maximum) return raise(exc::IndexError, "deque already at its maximum size");
  if (at < 0) at = at + d->size < 0 ? 0 : at + d->size;
  if (at >= d->size) return add_last(d, args[1]) ? none() : Ref();
  if (!add_first(d, args[1])) return {};
  Value inserted = d->at(0);
  for (uint32_t i = 0; i < at; i++) d->at(i) = d->at(i + 1);
  d->at(static_cast<uint32_t>(at)) = inserted;
  return none();
}
Ref remove(Value self, const Value* args) {
  Deque* d = deque_of(self);
  int64_t at = find(d, args[0], 0, d->size);
  if (at < 0) {
    if (pending_is(exc::RuntimeError)) {
      clear_pending();
      raise(exc::IndexError, "deque mutated during remove().");
    }
    return {};
  }
  if (at >= d->size) return raise(exc::ValueError, "%R is not in deque", args[0]);
  remove_at(d, static_cast<uint32_t>(at));
  return none();
}
Ref reverse(Value self, const Value*) {
  Deque* d = deque_of(self);
  for (uint32_t i = 0; i < d->size / 2; i++) std::swap(d->at(i), d->at(d->size - 1 - i));
  return none();
}
Ref rotate(Value self, const Value* args) {
  int64_t n = 1;
  if (args[0] && !to_int64(args[0], &n, OnOverflow::clamp)) return {};
  rotate_by(deque_of(self), n);
  return none();
}
Ref reduce(Value self, const Value*) {
  Deque* d = deque_of(self);
  Own<Tuple> args = d->maximum < 0 ? tuple_of() : tuple_of(Value(tuple_of()), make_int(d->maximum));
  Ref items = iterate(self);
  Ref state = items ? call_method(self, names::__getstate__) : Ref();
  return state ? Ref(tuple_of(Value(type_of(self)), Value(args), state.get(), items.get())) : Ref();
}

// ---- iterators --------------------------------------------------------------------------------------------------------

struct DequeIterator : Object {
  Value deque;
  uint32_t at, version;
  bool backwards;
};
extern Type iterator_type, reverse_iterator_type;
void iterator_dealloc(Object* o) {
  gc_untrack(o);
  clear(static_cast<DequeIterator*>(o)->deque);
  free_object(o);
}
void iterator_traverse(Object* o, Visitor& visit) { visit(static_cast<DequeIterator*>(o)->deque); }
Ref make_iterator(Type* type, Value self) {
  auto* it = allocate_as<DequeIterator>(type);
  if (!it) return {};
  assign(it->deque, self);
  it->version = deque_of(self)->version;
  it->backwards = type == &reverse_iterator_type;
  gc_track(it);
  return Ref::steal(it);
}
Ref iterator_next(Value v) {
  auto* it = v.as<DequeIterator>();
  if (!it->deque) return {};
  Deque* d = deque_of(it->deque);
  if (it->version != d->version) {
    clear(it->deque);
    return raise(exc::RuntimeError, "deque mutated during iteration");
  }
  if (it->at >= d->size) {
    clear(it->deque);
    return {};
  }
  uint32_t i = it->at++;
  return Ref::share(d->at(it->backwards ? d->size - 1 - i : i));
}
Ref iterator_hint(Value v, const Value*) {
  auto* it = v.as<DequeIterator>();
  return make_int(it->deque ? deque_of(it->deque)->size - it->at : 0);
}
const NativeDef kIteratorMethods[] = {{"__length_hint__", iterator_hint, ""}, {nullptr, nullptr, nullptr}};
Type make_iterator_type(const char* name) {
  Type t;
  t.name = name;
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.basic_size = sizeof(DequeIterator);
  t.dealloc = iterator_dealloc;
  t.traverse = iterator_traverse;
  t.iter = [](Value v) { return Ref::share(v); };
  t.next = iterator_next;
  t.methods = kIteratorMethods;
  return t;
}
Type iterator_type = make_iterator_type("_collections._deque_iterator");
Type reverse_iterator_type = make_iterator_type("_collections._deque_reverse_iterator");

Ref iterate_deque(Value self) { return make_iterator(&iterator_type, self); }
Ref reversed_deque(Value self, const Value*) { return make_iterator(&reverse_iterator_type, self); }

// ---- slots ------------------------------------------------------------------------------------------------------------

ptrdiff_t length_of(Value self) { return deque_of(self)->size; }
int contains_item(Value self, Value v) {
  int64_t at = find(deque_of(self), v, 0, deque_of(self)->size);
  return at < 0 ? -1 : at < deque_of(self)->size;
}
/// -1: exception set.
int64_t place(Value self, Value key) {
  if (!is_int(key) && !type_of(key)->index)
    return raise(exc::TypeError, "sequence index must be integer, not '%T'", key), -1;
  int64_t i;
  if (!to_int64(key, &i, OnOverflow::subscript)) return -1;
  if (i < 0) i += deque_of(self)->size;
  if (i < 0 || i >= deque_of(self)->size) return raise(exc::IndexError, "deque index out of range"), -1;
  return i;
}
Ref getitem(Value self, Value key) {
  int64_t i = place(self, key);
  return i < 0 ? Ref() : Ref::share(deque_of(self)->at(static_cast<uint32_t>(i)));
}
bool setitem(Value self, Value key, Value v) {
  int64_t i = place(self, key);
  if (i < 0) return false;
  if (v) assign(deque_of(self)->at(static_cast<uint32_t>(i)), v);
  else remove_at(deque_of(self), static_cast<uint32_t>(i));
  return true;
}
Ref repr_deque(Value self) {
  ReprGuard guard(self);
  if (guard.nested()) return make_str("[...]");
  Own<List> items = to_list(self);
  Ref text = items ? repr(items) : Ref();
  if (!text) return {};
  StrBuilder out;
  out.add(type_of(self)->name_object);
  out.add("(");
  out.add(text.as<Str>());
  if (deque_of(self)->maximum >= 0) out.add(", maxlen=" + std::to_string(deque_of(self)->maximum));
  out.add(")");
  return out.finish();
}
Ref compare_deques(Value a, Value b, CompareOp op) {
  if (!has_type(b, &deque_type)) return not_implemented();
  Deque *x = deque_of(a), *y = deque_of(b);
  if (x->size != y->size && (op == CompareOp::eq || op == CompareOp::ne)) return boolean(op == CompareOp::ne);
  for (uint32_t i = 0; i < x->size && i < y->size; i++) {
    Ref p = Ref::share(x->at(i)), q = Ref::share(y->at(i));
    int same = equal(p, q);
    if (same < 0) return {};
    if (!same) return op == CompareOp::eq ? boolean(false) : op == CompareOp::ne ? boolean(true) : compare(p, q, op);
  }
  return compare_sizes(x->size, y->size, op);
}
Ref concatenate(Value a, Value b) {
  if (!has_type(b, &deque_type)) return raise(exc::TypeError, "can only concatenate deque (not \"%T\") to deque", b);
  Ref result = copy_of(a);
  return result && extend_with(deque_of(result), b, add_last) ? result : Ref();
}
Ref inplace_concatenate(Value a, Value b) { return extend_with(deque_of(a), b, add_last) ? Ref::share(a) : Ref(); }
Ref inplace_repeat(Value a, Value n) {
  int64_t times;
  if (!repeat_count(n, &times)) return {};
  Deque* d = deque_of(a);
  if (times == 0 || d->size == 0) {
    clear_deque(d);
    return Ref::share(a);
  }
  // Of a limited deque only the last items stay: no more rounds than fill it.
  const int64_t size = d->size;
  if (d->maximum >= 0) times = std::min(times, (d->maximum + size - 1) / size);
  if (times > INT64_MAX / size || times * size > kMaxStrLength) return raise(exc::MemoryError, nullptr);
  Own<List> items = times > 1 ? to_list(a) : Own<List>();
  if (times > 1 && !items) return {};
  for (; times > 1; times--)
    if (!extend_with(d, items, add_last)) return {};
  return Ref::share(a);
}
Ref repeat(Value a, Value n) {
  Ref copy = copy_of(a);
  return copy ? inplace_repeat(copy, n) : Ref();
}

const NativeDef kMethods[] = {
    {"append", append, "item, /"},
    {"appendleft", appendleft, "item, /"},
    {"clear", clear_method, ""},
    {"__copy__", copy, ""},
    {"copy", copy, ""},
    {"count", count, "value, /"},
    {"extend", extend, "iterable, /"},
    {"extendleft", extendleft, "iterable, /"},
    {"index", index_of, "value, start=0, stop=sys.maxsize, /"},
    {"insert", insert, "index, value, /"},
    {"pop", pop, ""},
    {"popleft", popleft, ""},
    {"__reduce__", reduce, ""},
    {"remove", remove, "value, /"},
    {"__reversed__", reversed_deque, ""},
    {"reverse", reverse, ""},
    {"rotate", rotate, "n=1, /"},
    {"__class_getitem__", class_getitem, "item, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kGetSet[] = {
    {"maxlen", [](Value v) { return deque_of(v)->maximum < 0 ? none() : make_int(deque_of(v)->maximum); }}, {nullptr, nullptr}};

Type make_deque_type() {
  Type t;
  t.name = "collections.deque";
  t.flags = kTypeGc | kTypeBase | kTypeSequencePattern;
  t.basic_size = sizeof(Deque);
  t.weaklist_offset = offsetof(Deque, weaklist);
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.clear = clear_object;
  t.new_ = new_deque;
  t.init = init_deque;
  t.repr = repr_deque;
  t.hash = hash_not_implemented;
  t.compare = compare_deques;
  t.iter = iterate_deque;
  t.length = length_of;
  t.contains = contains_item;
  t.getitem = getitem;
  t.setitem = setitem;
  t.concat = concatenate;
  t.repeat = repeat;
  t.inplace_concat = inplace_concatenate;
  t.inplace_repeat = inplace_repeat;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}

}  // namespace

Type deque_type = make_deque_type();

bool deque_append_slowly(Deque* deque, Value item) { return add_last(deque, item); }

void ready_deque_types() {
  for (Type* t : {&deque_type, &iterator_type, &reverse_iterator_type}) ready_type(t);
}

}  // namespace loopscope::python
