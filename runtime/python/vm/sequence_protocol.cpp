// SPDX-License-Identifier: MIT
#include "python/vm/generic_alias.h"
#include "python/vm/iterator_state.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/recursion.h"
#include "python/vm/slots.h"
#include "python/vm/type_internal.h"

/// Containers: length, items, membership.
namespace loopscope::python {

ptrdiff_t length(Value v) {
  if (auto* slot = type_of(v)->length) return slot(v);
  raise(exc::TypeError, "object of type '%T' has no len()", v);
  return -1;
}

ptrdiff_t length_hint(Value v, ptrdiff_t fallback) {
  auto swallow = [fallback]() -> ptrdiff_t {
    if (failed() && !pending_is(exc::TypeError)) return -1;
    if (failed()) clear_pending();
    return fallback;
  };
  if (auto* slot = type_of(v)->length) {
    ptrdiff_t n = slot(v);
    if (n >= 0 || swallow() == -1) return n;
  }
  Ref method = lookup_special(v, names::__length_hint__);
  Ref hint = method ? call(method) : Ref();
  if (!hint) return swallow();
  if (hint == kNotImplemented) return fallback;
  int64_t n;
  if (!is_int(hint)) {
    raise(exc::TypeError, "__length_hint__ must be an integer, not %T", hint.get());
    return -1;
  }
  if (int_fits(hint, &n) && n >= 0) return static_cast<ptrdiff_t>(n);
  raise(exc::ValueError, "__length_hint__() should return >= 0");
  return -1;
}

Ref get_item(Value v, Value key) {
  if (auto* slot = type_of(v)->getitem) return slot(v, key);
  if (has_type(v, &type_type)) {
    if (v == Value(&type_type)) return make_generic_alias(v, key);
    Ref method = get_attr_or_null(v, names::__class_getitem__);
    if (method && method.get() != kNone) return call(method, key);
    if (failed()) return {};
    return raise(exc::TypeError, "type '%N' is not subscriptable", v.as<Type>());
  }
  return raise(exc::TypeError, "'%T' object is not subscriptable", v);
}

bool set_item(Value v, Value key, Value value) {
  if (auto* slot = type_of(v)->setitem) return slot(v, key, value);
  raise(exc::TypeError, "'%T' object does not support item assignment", v);
  return false;
}

bool delete_item(Value v, Value key) {
  const Type* type = type_of(v);
  if (type->setitem) return type->setitem(v, key, {});
  // CPython asks sequences, which is what every Python class may be, in other words than the rest.
  bool sequence = type->flags & kTypeHeap || type->length || type->contains;
  bool as_sequence = sequence && type_of(key)->index;
  raise(exc::TypeError, as_sequence ? "'%T' object doesn't support item deletion" : "'%T' object does not support item deletion", v);
  return false;
}

int contains(Value container, Value item) {
  if (auto* slot = type_of(container)->contains) return slot(container, item);
  Type* type = type_of(container);
  if (!type->iter && !type->getitem) {
    raise(exc::TypeError, "argument of type '%T' is not iterable", container);
    return -1;
  }
  Ref iterator = iterate(container);
  if (!iterator) {
    if (pending_is(exc::TypeError)) {
      clear_pending();
      raise(exc::TypeError, "argument of type '%T' is not iterable", container);
    }
    return -1;
  }
  while (Ref found = next(iterator)) {
    int same = equal(found, item);
    if (same) return same;
  }
  return failed() ? -1 : 0;
}

Own<List> to_list(Value iterable) {
  if (is_exact(iterable, list_type)) {
    auto* from = iterable.as<List>();
    Own<List> copy = make_list(from->size);
    if (!copy) return {};
    for (uint32_t i = 0; i < from->size; i++) {
      incref(from->items[i]);
      copy->items[i] = from->items[i];
    }
    copy->size = from->size;
    return copy;
  }
  Own<List> list = make_list();
  if (!list || !list_extend(list.get(), iterable)) return {};
  return list;
}

Own<Tuple> to_tuple(Value iterable) {
  if (is_exact(iterable, tuple_type)) return Own<Tuple>::share(iterable.as<Tuple>());
  Own<List> list = is_exact(iterable, list_type) ? Own<List>::share(iterable.as<List>()) : to_list(iterable);
  if (!list) return {};
  return make_tuple(list->items, list->size);
}

// ---- iteration --------------------------------------------------------------------------------------------------------

namespace {

/// iter() of what only has __getitem__: 0, 1, 2... until IndexError.
struct SequenceIterator : Object {
  Value sequence;  // null: exhausted
  int64_t position;
};

SequenceIterator* as_iterator(Value v) { return v.as<SequenceIterator>(); }

void iterator_dealloc(Object* object) {
  gc_untrack(object);
  xdecref(static_cast<SequenceIterator*>(object)->sequence);
  free_object(object);
}

void iterator_traverse(Object* object, Visitor& visit) { visit(static_cast<SequenceIterator*>(object)->sequence); }

Ref iterator_next(Value v) {
  auto* it = as_iterator(v);
  if (!it->sequence) return {};
  Ref position = make_int(it->position++);
  Ref item = get_item(it->sequence, position);
  if (item) return item;
  if (pending_is(exc::IndexError) || pending_is(exc::StopIteration)) {
    clear_pending();
    clear(it->sequence);
  }
  return {};
}

Ref iterator_length_hint(Value v, const Value*) {
  auto* it = as_iterator(v);
  if (!it->sequence) return Ref::small(0);
  ptrdiff_t n = length(it->sequence);
  if (n < 0) return {};
  return make_int(n > it->position ? n - it->position : 0);
}

Ref iterator_reduce(Value v, const Value*) { return reduce_at(as_iterator(v)->sequence, as_iterator(v)->position); }

Ref iterator_set_state(Value v, const Value* args) {
  int64_t position;
  if (!read_position(args[0], 0, INT64_MAX, &position)) return {};
  if (as_iterator(v)->sequence) as_iterator(v)->position = position;
  return none();
}

const NativeDef kIteratorMethods[] = {
    {"__length_hint__", iterator_length_hint, ""},
    {"__reduce__", iterator_reduce, ""},
    {"__setstate__", iterator_set_state, "state, /"},
    {nullptr, nullptr, nullptr},
};

Type make_iterator_type() {
  Type t;
  t.name = "iterator";
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.basic_size = sizeof(SequenceIterator);
  t.dealloc = iterator_dealloc;
  t.traverse = iterator_traverse;
  t.iter = [](Value v) { return Ref::share(v); };
  t.next = iterator_next;
  t.methods = kIteratorMethods;
  return t;
}

}  // namespace

Type sequence_iterator_type = make_iterator_type();

Ref iterate(Value v) {
  Type* type = type_of(v);
  if (type->iter) {
    Ref iterator = type->iter(v);
    if (iterator && !type_of(iterator)->next)
      return raise(exc::TypeError, "iter() returned non-iterator of type '%T'", iterator.get());
    return iterator;
  }
  if (!type->getitem || is_dict(v)) return raise(exc::TypeError, "'%T' object is not iterable", v);
  auto* it = allocate_as<SequenceIterator>(&sequence_iterator_type);
  if (!it) return {};
  incref(v);
  it->sequence = v;
  gc_track(it);
  return Ref::steal(it);
}

Ref next(Value iterator) {
  auto* slot = type_of(iterator)->next;
  if (!slot) return raise(exc::TypeError, "'%T' object is not an iterator", iterator);
  NativeRecursion recursion("while calling a Python object", 3);  // iterators over iterators over iterators
  if (!recursion) return {};
  Ref item = slot(iterator);
  if (!item && pending_is(exc::StopIteration)) clear_pending();
  return item;
}

}  // namespace loopscope::python
