// SPDX-License-Identifier: MIT
#include "python/vm/gc.h"
#include "python/vm/generic_alias.h"
#include "python/vm/list.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"
#include "python/vm/tuple.h"

namespace loopscope::python {

Own<Tuple> make_tuple_of(Type* type, uint32_t size) {
  Tuple* t = allocate_as<Tuple>(type, size_t{size} * sizeof(Value));
  if (!t) return {};
  t->size = size;
  t->items = reinterpret_cast<Value*>(reinterpret_cast<char*>(t) + type->basic_size);
  for (uint32_t i = 0; i < size; i++) t->items[i] = Value();
  gc_track(t);
  return Own<Tuple>::steal(t);
}

Tuple* empty_tuple() {
  static Tuple* empty = make_tuple_of(&tuple_type, 0).release();
  return empty;
}

Own<Tuple> make_tuple(uint32_t size) {
  return size ? make_tuple_of(&tuple_type, size) : Own<Tuple>::share(empty_tuple());
}

Own<Tuple> make_tuple(const Value* items, uint32_t size) {
  Own<Tuple> t = make_tuple(size);
  for (uint32_t i = 0; t && i < size; i++) {
    incref(items[i]);
    t->items[i] = items[i];
  }
  return t;
}

namespace {

Tuple* self_of(Value v) { return v.as<Tuple>(); }

void dealloc(Object* o) {
  Tuple* t = static_cast<Tuple*>(o);
  gc_untrack(o);
  for (uint32_t i = t->size; i-- > 0;) xdecref(t->items[i]);
  free_object(o);
}
void traverse(Object* o, Visitor& visit) {
  Tuple* t = static_cast<Tuple*>(o);
  for (uint32_t i = t->size; i-- > 0;) visit(t->items[i]);
}

Ref repr_tuple(Value self) {
  Tuple* t = self_of(self);
  if (!t->size) return make_str("()");
  ReprGuard guard(self);
  if (guard.nested()) return make_str("(...)");
  StrBuilder text;
  text.add(U'(');
  for (uint32_t i = 0; i < t->size; i++) {
    if (i) text.add(", ");
    Ref item = repr(t->items[i]);
    if (!item) return {};
    text.add(item.as<Str>());
  }
  text.add(t->size == 1 ? ",)" : ")");
  return text.finish();
}

/// xxHash-like mixing, as CPython's: equal hashes give its set order.
bool hash_tuple(Value self, int64_t* out) {
  constexpr uint64_t p1 = 11400714785074694791u, p2 = 14029467366897019727u, p5 = 2870177450012600261u;
  Tuple* t = self_of(self);
  uint64_t acc = p5;
  for (uint32_t i = 0; i < t->size; i++) {
    int64_t lane;
    if (!hash(t->items[i], &lane)) return false;
    acc += static_cast<uint64_t>(lane) * p2;
    acc = (acc << 31) | (acc >> 33);
    acc *= p1;
  }
  acc += t->size ^ (p5 ^ 3527539u);
  *out = acc == UINT64_MAX ? 1546275796 : static_cast<int64_t>(acc);
  return true;
}

Ref compare_tuple(Value a, Value b, CompareOp op) {
  if (!is_tuple(a) || !is_tuple(b)) return not_implemented();
  Tuple *x = self_of(a), *y = self_of(b);
  for (uint32_t i = 0; i < x->size && i < y->size; i++) {
    int same = equal(x->items[i], y->items[i]);
    if (same < 0) return {};
    if (same) continue;
    if (op == CompareOp::eq || op == CompareOp::ne) return boolean(op == CompareOp::ne);
    return compare(x->items[i], y->items[i], op);
  }
  return compare_sizes(x->size, y->size, op);
}

ptrdiff_t length_tuple(Value self) { return self_of(self)->size; }

int contains_tuple(Value self, Value item) {
  Tuple* t = self_of(self);
  for (uint32_t i = 0; i < t->size; i++) {
    if (t->items[i] == item) return 1;
    if (item.is_small() && t->items[i].is_small()) continue;
    int same = equal(t->items[i], item);
    if (same) return same;
  }
  return 0;
}

Ref getitem(Value self, Value key) {
  Tuple* t = self_of(self);
  if (is_exact(key, slice_type)) {
    ptrdiff_t start, stop, step, count;
    if (!slice_indices(key.as<Slice>(), t->size, &start, &stop, &step, &count)) return {};
    if (count == static_cast<ptrdiff_t>(t->size) && step == 1 && is_exact(self, tuple_type)) return Ref::share(self);
    Own<Tuple> result = make_tuple(static_cast<uint32_t>(count));
    for (ptrdiff_t i = 0; result && i < count; i++) result->items[i] = Ref::share(t->items[start + i * step]).release();
    return result;
  }
  ptrdiff_t i;
  if (!subscript_index(key, "tuple", &i)) return {};
  if (i < 0) i += t->size;
  if (i < 0 || i >= static_cast<ptrdiff_t>(t->size)) return raise(exc::IndexError, "tuple index out of range");
  return Ref::share(t->items[i]);
}

Ref concat(Value self, Value other) {
  if (!is_tuple(other)) return raise(exc::TypeError, "can only concatenate tuple (not \"%T\") to tuple", other);
  Tuple *a = self_of(self), *b = self_of(other);
  if (!b->size && is_exact(self, tuple_type)) return Ref::share(self);
  if (!a->size && is_exact(other, tuple_type)) return Ref::share(other);
  Own<Tuple> result = make_tuple(a->size + b->size);
  if (!result) return {};
  for (uint32_t i = 0; i < a->size; i++) result->items[i] = Ref::share(a->items[i]).release();
  for (uint32_t i = 0; i < b->size; i++) result->items[a->size + i] = Ref::share(b->items[i]).release();
  return result;
}

Ref repeat(Value self, Value count) {
  int64_t n;
  if (!repeat_count(count, &n)) return {};
  Tuple* t = self_of(self);
  if (n == 1 && is_exact(self, tuple_type)) return Ref::share(self);
  if (t->size && static_cast<uint64_t>(n) > (1u << 28) / t->size) return raise(exc::MemoryError, nullptr);
  Own<Tuple> result = make_tuple(static_cast<uint32_t>(n) * t->size);
  if (!result) return {};
  for (uint32_t i = 0; i < result->size; i++) result->items[i] = Ref::share(t->items[i % t->size]).release();
  return result;
}

Ref new_tuple(Type* type, const Args& args) {
  if (args.keyword_count() && type->init == tuple_type.init) return raise(exc::TypeError, "tuple() takes no keyword arguments");
  if (args.positional > 1)
    return raise(exc::TypeError, "tuple expected at most 1 argument, got %zd", static_cast<ptrdiff_t>(args.positional));
  Own<Tuple> items = args.positional ? to_tuple(args[0]) : Own<Tuple>::share(empty_tuple());
  if (!items || type == &tuple_type) return items;
  Own<Tuple> result = make_tuple_of(type, items->size);
  for (uint32_t i = 0; result && i < items->size; i++) result->items[i] = Ref::share(items->items[i]).release();
  return result;
}

Ref index_method(Value self, const Value* args) {
  Tuple* t = self_of(self);
  ptrdiff_t start = 0, stop = t->size;
  if (args[1] && !to_ssize(args[1], &start, true)) return {};
  if (args[2] && !to_ssize(args[2], &stop, true)) return {};
  if (start < 0) start = start + t->size < 0 ? 0 : start + t->size;
  if (stop < 0) stop += t->size;
  for (ptrdiff_t i = start; i < stop && i < static_cast<ptrdiff_t>(t->size); i++) {
    int same = equal(t->items[i], args[0]);
    if (same < 0) return {};
    if (same) return make_int(i);
  }
  return raise(exc::ValueError, "tuple.index(x): x not in tuple");
}

Ref count_method(Value self, const Value* args) {
  Tuple* t = self_of(self);
  int64_t n = 0;
  for (uint32_t i = 0; i < t->size; i++) {
    int same = equal(t->items[i], args[0]);
    if (same < 0) return {};
    n += same;
  }
  return make_int(n);
}

Ref getnewargs(Value self, const Value*) {
  Tuple* t = self_of(self);
  return tuple_of(make_tuple(t->items, t->size));
}


constexpr NativeDef kMethods[] = {
    {"index", index_method, "value, start=0, stop=9223372036854775807, /"},
    {"count", count_method, "value, /"},
    {"__getnewargs__", getnewargs, ""},
    {"__class_getitem__", class_getitem, "item, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};

constexpr Type tuple_definition() {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = "tuple";
  t.basic_size = sizeof(Tuple);
  t.flags = kTypeBase | kTypeGc | kTypeTupleSubclass | kTypeSequencePattern;
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.repr = repr_tuple;
  t.hash = hash_tuple;
  t.compare = compare_tuple;
  t.iter = tuple_iterate;
  t.length = length_tuple;
  t.contains = contains_tuple;
  t.getitem = getitem;
  t.concat = concat;
  t.repeat = repeat;
  t.new_ = new_tuple;
  t.methods = kMethods;
  t.doc = "Built-in immutable sequence.";
  return t;
}

}  // namespace

constinit Type tuple_type = tuple_definition();

}  // namespace loopscope::python
