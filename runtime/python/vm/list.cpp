// SPDX-License-Identifier: MIT
#include "python/vm/list.h"

#include <cstring>

#include "python/vm/gc.h"
#include "python/vm/memory.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"

/// The storage behind list, and its slots. Methods are in list_methods.cpp, sorting in sort.cpp.
namespace loopscope::python {

/// Grows as CPython's lists do, since programs print their sizes.
bool list_reserve(List* list, uint32_t capacity) {
  if (capacity <= list->capacity) return true;
  uint32_t grown = (capacity + (capacity >> 3) + 6) & ~3u;
  if (capacity - list->size > grown - capacity) grown = (capacity + 3) & ~3u;
  if (!list->capacity && capacity > 1) grown = (capacity + 1) & ~1u;
  Value* items = static_cast<Value*>(list->items ? buffer_resize(list->items, size_t{grown} * sizeof(Value))
                                                 : buffer_allocate(size_t{grown} * sizeof(Value)));
  if (!items) return false;
  list->items = items;
  list->capacity = grown;
  return true;
}

Own<List> make_list(uint32_t capacity) { return make_list_of(&list_type, capacity); }

Own<List> make_list_of(Type* type, uint32_t capacity) {
  List* list = allocate_as<List>(type);
  if (!list) return {};
  if (capacity) {
    list->items = static_cast<Value*>(buffer_allocate(size_t{capacity} * sizeof(Value)));
    if (!list->items) {
      free_object(list);
      return {};
    }
    list->capacity = capacity;
  }
  gc_track(list);
  return Own<List>::steal(list);
}

bool list_append(List* list, Value item) {
  if (list->size == list->capacity && !list_reserve(list, list->size + 1)) return false;
  incref(item);
  list->items[list->size++] = item;
  return true;
}

bool list_extend(List* list, Value iterable) {
  if (is_exact(iterable, list_type) || is_exact(iterable, tuple_type)) {
    bool from_list = is_exact(iterable, list_type);
    uint32_t n = from_list ? iterable.as<List>()->size : iterable.as<Tuple>()->size;
    if (!list_reserve(list, list->size + n)) return false;
    Value* items = from_list ? iterable.as<List>()->items : iterable.as<Tuple>()->items;
    for (uint32_t i = 0; i < n; i++) {
      incref(items[i]);
      list->items[list->size + i] = items[i];
    }
    list->size += n;
    return true;
  }
  // A built-in container says how long it is; a program's own __len__ is asked, but what it says is not relied on.
  Type* type = type_of(iterable);
  if (type->flags & kTypeHeap) {
    Ref iterator = iterate(iterable);
    if (!iterator || length_hint(iterable, 0) < 0) return false;
    while (Ref item = next(iterator))
      if (!list_append(list, item)) return false;
    return !failed();
  }
  if (!list->capacity && type->length && !(type->flags & kTypeHeap)) {
    ptrdiff_t n = type->length(iterable);
    if (n < 0) clear_pending();
    else if (n > 0 && n < (1 << 26) && !list_reserve(list, static_cast<uint32_t>(n))) return false;
  }
  return for_each(iterable, [&](Value item) { return list_append(list, item); });
}

void list_clear(List* list) {
  Value* items = list->items;
  uint32_t size = list->size;
  list->items = nullptr;
  list->size = list->capacity = 0;
  for (uint32_t i = size; i-- > 0;) xdecref(items[i]);
  if (items) buffer_free(items);
}

bool list_replace(List* list, ptrdiff_t begin, ptrdiff_t end, const Value* items, uint32_t count) {
  uint32_t removed = static_cast<uint32_t>(end - begin);
  // `items` may be the list's own: hold what goes in first.
  Own<Tuple> incoming = make_tuple(items, count);
  Own<Tuple> outgoing = make_tuple(removed);
  if (!incoming || !outgoing || !list_reserve(list, list->size - removed + count)) return false;
  for (uint32_t i = 0; i < removed; i++) outgoing->items[i] = list->items[begin + i];
  if (list->size > end) std::memmove(list->items + begin + count, list->items + end, (list->size - static_cast<size_t>(end)) * sizeof(Value));
  for (uint32_t i = 0; i < count; i++) {
    list->items[begin + i] = incoming->items[i];
    incref(incoming->items[i]);
  }
  list->size = list->size - removed + count;
  return true;
}

namespace {

List* self_of(Value v) { return v.as<List>(); }

void dealloc(Object* o) {
  gc_untrack(o);
  list_clear(static_cast<List*>(o));
  free_object(o);
}
void traverse(Object* o, Visitor& visit) {
  List* list = static_cast<List*>(o);
  for (uint32_t i = list->size; i-- > 0;) visit(list->items[i]);
}
void clear_slot(Object* o) { list_clear(static_cast<List*>(o)); }

Ref repr_list(Value self) {
  List* list = self_of(self);
  if (!list->size) return make_str("[]");
  ReprGuard guard(self);
  if (guard.nested()) return make_str("[...]");
  StrBuilder text;
  text.add(U'[');
  for (uint32_t i = 0; i < list->size; i++) {
    if (i) text.add(", ");
    Ref held = Ref::share(list->items[i]);
    Ref item = repr(held);
    if (!item) return {};
    text.add(item.as<Str>());
  }
  text.add(U']');
  return text.finish();
}

Ref compare_list(Value a, Value b, CompareOp op) {
  if (!is_list(a) || !is_list(b)) return not_implemented();
  List *x = self_of(a), *y = self_of(b);
  if (x->size != y->size && (op == CompareOp::eq || op == CompareOp::ne)) return boolean(op == CompareOp::ne);
  for (uint32_t i = 0; i < x->size && i < y->size; i++) {
    Ref p = Ref::share(x->items[i]), q = Ref::share(y->items[i]);
    int same = equal(p, q);
    if (same < 0) return {};
    if (same) continue;
    if (i >= x->size || i >= y->size) break;  // __eq__ has shortened one of them
    if (op == CompareOp::eq || op == CompareOp::ne) return boolean(op == CompareOp::ne);
    return compare(p, q, op);
  }
  return compare_sizes(x->size, y->size, op);
}

ptrdiff_t length_list(Value self) { return self_of(self)->size; }

int contains_list(Value self, Value item) {
  List* list = self_of(self);
  for (uint32_t i = 0; i < list->size; i++) {
    Ref held = Ref::share(list->items[i]);
    int same = equal(held, item);
    if (same) return same;
  }
  return 0;
}

Ref getitem(Value self, Value key) {
  List* list = self_of(self);
  if (is_exact(key, slice_type)) {
    ptrdiff_t start, stop, step, count;
    if (!slice_indices(key.as<Slice>(), list->size, &start, &stop, &step, &count)) return {};
    Own<List> result = make_list(static_cast<uint32_t>(count));
    if (!result) return {};
    for (ptrdiff_t i = 0; i < count; i++) {
      Value v = list->items[start + i * step];
      incref(v);
      result->items[result->size++] = v;
    }
    return result;
  }
  ptrdiff_t i;
  if (!subscript_index(key, "list", &i)) return {};
  if (i < 0) i += list->size;
  if (i < 0 || i >= static_cast<ptrdiff_t>(list->size)) return raise(exc::IndexError, "list index out of range");
  return Ref::share(list->items[i]);
}

bool set_slice(List* list, Slice* slice, Value v) {
  ptrdiff_t start, stop, step;
  if (!unpack_slice(slice, &start, &stop, &step)) return false;
  Own<List> items;
  if (v) {
    if (!type_of(v)->iter && !type_of(v)->getitem) {
      raise(exc::TypeError, "must assign iterable to extended slice");
      return false;
    }
    items = to_list(v);
    if (!items) return false;
  }
  // Only now: making the items may have changed the list, and so may the bounds.
  const ptrdiff_t count = clamp_slice(list->size, &start, &stop, step);
  if (step == 1) {
    if (!v && count == 0) return true;
    return list_replace(list, start, start + count, items ? items->items : nullptr, items ? items->size : 0);
  }
  if (!v) {  // deletion
    if (count == 0) return true;
    Own<List> kept = make_list(list->size);
    if (!kept) return false;
    if (step < 0) {
      start += step * (count - 1);
      step = -step;
    }
    for (ptrdiff_t i = 0; i < static_cast<ptrdiff_t>(list->size); i++) {
      bool goes = i >= start && (i - start) % step == 0 && (i - start) / step < count;
      if (!goes) list_append(kept.get(), list->items[i]);
    }
    std::swap(list->items, kept->items);
    std::swap(list->size, kept->size);
    std::swap(list->capacity, kept->capacity);
    return true;
  }
  if (static_cast<ptrdiff_t>(items->size) != count) {
    raise(exc::ValueError, "attempt to assign sequence of size %zd to extended slice of size %zd",
          static_cast<ptrdiff_t>(items->size), count);
    return false;
  }
  // The old items go last: what their __del__ does must not meet the list half changed.
  for (ptrdiff_t i = 0; i < count; i++) std::swap(list->items[start + i * step], items->items[i]);
  return true;
}

bool setitem(Value self, Value key, Value v) {
  List* list = self_of(self);
  if (is_exact(key, slice_type)) return set_slice(list, key.as<Slice>(), v);
  ptrdiff_t i;
  if (!subscript_index(key, "list", &i)) return false;
  if (i < 0) i += list->size;
  if (i < 0 || i >= static_cast<ptrdiff_t>(list->size)) {
    raise(exc::IndexError, v ? "list assignment index out of range" : "list assignment index out of range");
    return false;
  }
  if (!v) return list_replace(list, i, i + 1, nullptr, 0);
  assign(list->items[i], v);
  return true;
}

Ref concat(Value self, Value other) {
  if (!is_list(other)) return raise(exc::TypeError, "can only concatenate list (not \"%T\") to list", other);
  List *a = self_of(self), *b = other.as<List>();
  Own<List> result = make_list(a->size + b->size);
  if (!result || !list_extend(result.get(), make_tuple(a->items, a->size)) ||
      !list_extend(result.get(), make_tuple(b->items, b->size)))
    return {};
  return result;
}

Ref repeat(Value self, Value count) {
  int64_t n;
  if (!repeat_count(count, &n)) return {};
  List* list = self_of(self);
  if (list->size && static_cast<uint64_t>(n) > (1u << 28) / list->size) return raise(exc::MemoryError, nullptr);
  Own<List> result = make_list(static_cast<uint32_t>(n) * list->size);
  if (!result) return {};
  for (int64_t k = 0; list->size && k < n; k++)
    for (uint32_t i = 0; i < list->size; i++) {
      incref(list->items[i]);
      result->items[result->size++] = list->items[i];
    }
  return result;
}

Ref inplace_concat(Value self, Value other) {
  if (!list_extend(self_of(self), other)) return {};
  return Ref::share(self);
}

Ref inplace_repeat(Value self, Value count) {
  Ref repeated = repeat(self, count);
  if (!repeated) return {};
  List *list = self_of(self), *other = repeated.as<List>();
  std::swap(list->items, other->items);
  std::swap(list->size, other->size);
  std::swap(list->capacity, other->capacity);
  return Ref::share(self);
}

Ref new_list(Type* type, const Args&) { return make_list_of(type); }

bool init_list(Value self, const Args& args) {
  if (args.keyword_count() && type_of(self)->new_ == list_type.new_) {
    raise(exc::TypeError, "list() takes no keyword arguments");
    return false;
  }
  if (args.positional > 1) {
    raise(exc::TypeError, "list expected at most 1 argument, got %zd", static_cast<ptrdiff_t>(args.positional));
    return false;
  }
  list_clear(self_of(self));
  return args.positional == 0 || list_extend(self_of(self), args[0]);
}

constexpr Type list_definition() {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = "list";
  t.basic_size = sizeof(List);
  t.flags = kTypeBase | kTypeGc | kTypeListSubclass | kTypeSequencePattern;
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.clear = clear_slot;
  t.repr = repr_list;
  t.compare = compare_list;
  t.iter = list_iterate;
  t.length = length_list;
  t.contains = contains_list;
  t.getitem = getitem;
  t.setitem = setitem;
  t.concat = concat;
  t.repeat = repeat;
  t.inplace_concat = inplace_concat;
  t.inplace_repeat = inplace_repeat;
  t.new_ = new_list;
  t.init = init_list;
  t.methods = kListMethods;
  t.doc = "Built-in mutable sequence.";
  return t;
}

}  // namespace

constinit Type list_type = list_definition();

}  // namespace loopscope::python
