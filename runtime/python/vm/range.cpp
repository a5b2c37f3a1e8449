// SPDX-License-Identifier: MIT
#include "python/vm/gc.h"
#include "python/vm/iterator_state.h"
#include "python/vm/protocol.h"
#include "python/vm/sequence_iterator.h"
#include "python/vm/startup.h"

namespace loopscope::python {

namespace {

/// For ranges with an int that is not small.
struct LongRangeIterator : Object {
  Value value, step, left;
};

Range* self_of(Value v) { return v.as<Range>(); }


Ref add(Value a, Value b) { return int_binary(BinaryOp::add, a, b); }
Ref subtract(Value a, Value b) { return int_binary(BinaryOp::subtract, a, b); }
Ref multiply(Value a, Value b) { return int_binary(BinaryOp::multiply, a, b); }
int sign(Value v) {
  if (v.is_small()) return (v.small_value() > 0) - (v.small_value() < 0);
  return less(v, Value::small(0)) == 1 ? -1 : 1;
}

/// max(0, ceil((stop - start) / step))
Ref range_length(Value start, Value stop, Value step) {
  bool up = sign(step) > 0;
  Ref span = up ? subtract(stop, start) : subtract(start, stop);
  if (!span) return {};
  if (sign(span) <= 0) return Ref::small(0);
  Ref magnitude = up ? Ref::share(step) : subtract(Value::small(0), step);
  Ref less_one = subtract(span, Value::small(1));
  Ref quotient = int_binary(BinaryOp::floor_divide, less_one, magnitude);
  return quotient ? add(quotient, Value::small(1)) : Ref();
}

Ref make_range(Value start, Value stop, Value step) {
  Ref n = range_length(start, stop, step);
  if (!n) return {};
  Range* r = allocate_as<Range>(&range_type);
  if (!r) return {};
  r->start = Ref::share(start).release();
  r->stop = Ref::share(stop).release();
  r->step = Ref::share(step).release();
  r->length = n.release();
  return Ref::steal(r);
}

void dealloc(Object* o) {
  Range* r = static_cast<Range*>(o);
  decref(r->start);
  decref(r->stop);
  decref(r->step);
  decref(r->length);
  free_object(o);
}

Ref new_range(Type*, const Args& args) {
  if (args.keyword_count()) return raise(exc::TypeError, "range() takes no keyword arguments");
  if (args.positional < 1) return raise(exc::TypeError, "range expected at least 1 argument, got 0");
  if (args.positional > 3)
    return raise(exc::TypeError, "range expected at most 3 arguments, got %zd", static_cast<ptrdiff_t>(args.positional));
  Ref v[3];
  for (uint32_t i = 0; i < args.positional; i++) {
    v[i] = index(args[i]);
    if (!v[i]) return {};
    if (!v[i].is_small()) v[i] = add(v[i], Value::small(0));  // True is 1 here
  }
  if (args.positional == 1) return make_range(Value::small(0), v[0], Value::small(1));
  if (args.positional == 2) return make_range(v[0], v[1], Value::small(1));
  if (sign(v[2]) == 0) return raise(exc::ValueError, "range() arg 3 must not be zero");
  return make_range(v[0], v[1], v[2]);
}

Ref repr_range(Value self) {
  Range* r = self_of(self);
  std::string text = "range(" + int_to_text(r->start) + ", " + int_to_text(r->stop);
  if (r->step != Value::small(1)) text += ", " + int_to_text(r->step);
  return make_str(text + ")");
}

ptrdiff_t length_range(Value self) {
  int64_t n;
  if (!int_fits(self_of(self)->length, &n) || n > PTRDIFF_MAX) {
    raise(exc::OverflowError, "Python int too large to convert to C ssize_t");
    return -1;
  }
  return static_cast<ptrdiff_t>(n);
}
int truth_range(Value self) { return sign(self_of(self)->length) != 0; }

Ref item_at(Range* r, Value i) {
  Ref offset = multiply(i, r->step);
  return offset ? add(r->start, offset) : Ref();
}

Ref getitem(Value self, Value key) {
  Range* r = self_of(self);
  if (is_exact(key, slice_type)) {
    Ref start, stop, step;
    if (!slice_indices(key.as<Slice>(), r->length, &start, &stop, &step)) return {};
    Ref first = item_at(r, start), last = item_at(r, stop);
    Ref by = multiply(r->step, step);
    return first && last && by ? make_range(first, last, by) : Ref();
  }
  if (!key.is_small() && !type_of(key)->index)
    return raise(exc::TypeError, "range indices must be integers or slices, not %T", key);
  Ref i = index(key);
  if (!i) return {};
  if (sign(i) < 0) i = add(i, r->length);
  if (sign(i) < 0 || less(i, r->length) != 1) return raise(exc::IndexError, "range object index out of range");
  return item_at(r, i);
}

/// Position of an int in the range, null without exception: not in it.
Ref position_of(Range* r, Value v) {
  Ref offset = subtract(v, r->start);
  if (!offset) return {};
  Ref rest = int_binary(BinaryOp::remainder, offset, r->step);
  if (!rest || sign(rest) != 0) return {};
  Ref i = int_binary(BinaryOp::floor_divide, offset, r->step);
  if (!i || sign(i) < 0 || less(i, r->length) != 1) return {};
  return i;
}

int contains_range(Value self, Value v) {
  if (v.is_small() || type_of(v) == &int_type || type_of(v) == &bool_type) {
    Ref i = position_of(self_of(self), v);
    return i ? 1 : failed() ? -1 : 0;
  }
  bool hit = false;
  bool ok = for_each(self, [&](Value item) {
    int same = hit ? 0 : equal(item, v);
    hit |= same == 1;
    return same >= 0;
  });
  return ok ? hit : -1;
}

Ref compare_range(Value a, Value b, CompareOp op) {
  if (!is_exact(b, range_type) || (op != CompareOp::eq && op != CompareOp::ne)) return not_implemented();
  Range *x = self_of(a), *y = self_of(b);
  int same = equal(x->length, y->length);
  if (same == 1 && sign(x->length) != 0) {
    same = equal(x->start, y->start);
    if (same == 1 && x->length != Value::small(1)) same = equal(x->step, y->step);
  }
  return same < 0 ? Ref() : boolean(same == (op == CompareOp::eq));
}

bool hash_range(Value self, int64_t* out) {
  Range* r = self_of(self);
  bool empty = sign(r->length) == 0, single = r->length == Value::small(1);
  Own<Tuple> t = tuple_of(r->length, empty ? kNone : r->start, empty || single ? kNone : r->step);
  return hash(t, out);
}

// ---- iterators ------------------------------------------------------------------------------------------------------

void dealloc_plain(Object* o) { free_object(o); }
void dealloc_long(Object* o) {
  LongRangeIterator* it = static_cast<LongRangeIterator*>(o);
  decref(it->value);
  decref(it->step);
  decref(it->left);
  free_object(o);
}
Ref identity(Value v) { return Ref::share(v); }
Ref next_plain(Value v) {
  RangeIterator* it = v.as<RangeIterator>();
  if (!it->left) return {};
  it->left--;
  intptr_t n = it->value;
  it->value += it->step;
  return Ref::small(n);
}
Ref next_long(Value v) {
  LongRangeIterator* it = v.as<LongRangeIterator>();
  if (sign(it->left) <= 0) return {};
  Ref current = Ref::share(it->value);
  Ref following = add(it->value, it->step), left = subtract(it->left, Value::small(1));
  if (!following || !left) return {};
  assign(it->value, following);
  assign(it->left, left);
  return current;
}
Ref hint_plain(Value v, const Value*) { return make_int_unsigned(v.as<RangeIterator>()->left); }
Ref hint_long(Value v, const Value*) { return Ref::share(v.as<LongRangeIterator>()->left); }

Ref reduce_rest(Value start, Value step, Value left) {
  Ref way = multiply(step, left);
  Ref stop = way ? add(start, way) : Ref();
  Ref rest = stop ? make_range(start, stop, step) : Ref();
  Ref reduced = rest ? reduce_to(rest) : Ref();
  return reduced ? Ref(tuple_of(reduced.as<Tuple>()->items[0], reduced.as<Tuple>()->items[1], kNone)) : Ref();
}
Ref reduce_plain(Value v, const Value*) {
  auto* it = v.as<RangeIterator>();
  return reduce_rest(Value::small(it->value), Value::small(it->step), make_int_unsigned(it->left));
}
Ref reduce_long(Value v, const Value*) {
  auto* it = v.as<LongRangeIterator>();
  return reduce_rest(it->value, it->step, it->left);
}
Ref set_state_plain(Value v, const Value* args) {
  auto* it = v.as<RangeIterator>();
  int64_t position;
  if (!read_position(args[0], 0, static_cast<int64_t>(it->left), &position)) return {};
  it->value += position * it->step;
  it->left -= static_cast<uint64_t>(position);
  return none();
}
Ref set_state_long(Value v, const Value* args) {
  auto* it = v.as<LongRangeIterator>();
  Ref position = index(args[0]);
  if (!position) return {};
  if (sign(position) < 0) position = Ref::small(0);
  int past = less(it->left, position);
  if (past < 0) return {};
  if (past) position = Ref::share(it->left);
  Ref way = multiply(it->step, position);
  Ref value = way ? add(it->value, way) : Ref(), left = subtract(it->left, position);
  if (!value || !left) return {};
  assign(it->value, value);
  assign(it->left, left);
  return none();
}

constexpr NativeDef kPlainMethods[] = {
    {"__length_hint__", hint_plain, ""},
    {"__reduce__", reduce_plain, ""},
    {"__setstate__", set_state_plain, "state, /"},
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kLongMethods[] = {
    {"__length_hint__", hint_long, ""},
    {"__reduce__", reduce_long, ""},
    {"__setstate__", set_state_long, "state, /"},
    {nullptr, nullptr, nullptr},
};

constexpr Type iterator_definition(bool is_long) {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = is_long ? "longrange_iterator" : "range_iterator";
  t.basic_size = is_long ? sizeof(LongRangeIterator) : sizeof(RangeIterator);
  t.flags = kTypeNoInstantiate;
  t.dealloc = is_long ? dealloc_long : dealloc_plain;
  t.iter = identity;
  t.next = is_long ? next_long : next_plain;
  t.methods = is_long ? kLongMethods : kPlainMethods;
  return t;
}
}  // namespace
constinit Type range_iterator_type = iterator_definition(false);
namespace {
constinit Type long_range_iterator_type = iterator_definition(true);

Ref iterate_from(Value start, Value step, Value length) {
  // Small values may step past the largest small one only after the last item.
  bool plain = start.is_small() && step.is_small() && length.is_small();
  if (plain && length.small_value() > 0) {
    Ref last = multiply(step, length);
    last = last ? add(start, last) : Ref();
    plain = last && last.is_small();
  }
  if (plain) {
    RangeIterator* it = allocate_as<RangeIterator>(&range_iterator_type);
    if (!it) return {};
    it->value = start.small_value();
    it->step = step.small_value();
    it->left = static_cast<uint64_t>(length.small_value());
    return Ref::steal(it);
  }
  LongRangeIterator* it = allocate_as<LongRangeIterator>(&long_range_iterator_type);
  if (!it) return {};
  it->value = Ref::share(start).release();
  it->step = Ref::share(step).release();
  it->left = Ref::share(length).release();
  return Ref::steal(it);
}

Ref iterate_range(Value self) {
  Range* r = self_of(self);
  return iterate_from(r->start, r->step, r->length);
}
Ref reversed_range(Value self, const Value*) {
  Range* r = self_of(self);
  Ref last_index = subtract(r->length, Value::small(1));
  Ref last = last_index ? item_at(r, last_index) : Ref();
  Ref step = subtract(Value::small(0), r->step);
  return last && step ? iterate_from(last, step, r->length) : Ref();
}

Ref index_method(Value self, const Value* args) {
  Range* r = self_of(self);
  if (is_int(args[0])) {
    if (Ref i = position_of(r, args[0])) return i;
    if (failed()) return {};
    return raise(exc::ValueError, "%R is not in range", args[0]);
  }
  int64_t n = 0, found = -1;
  bool ok = for_each(self, [&](Value item) {
    if (found >= 0) return true;
    int same = equal(item, args[0]);
    if (same == 1) found = n;
    n++;
    return same >= 0;
  });
  if (!ok) return {};
  if (found < 0) return raise(exc::ValueError, "sequence.index(x): x not in sequence");
  return make_int(found);
}
Ref count_method(Value self, const Value* args) {
  if (args[0].is_small() || type_of(args[0]) == &int_type || type_of(args[0]) == &bool_type) {
    int has = contains_range(self, args[0]);
    return has < 0 ? Ref() : make_int(has);
  }
  int64_t count = 0;
  bool ok = for_each(self, [&](Value item) {
    int same = equal(item, args[0]);
    count += same == 1;
    return same >= 0;
  });
  return ok ? make_int(count) : Ref();
}
Ref get_start(Value v) { return Ref::share(self_of(v)->start); }
Ref get_stop(Value v) { return Ref::share(self_of(v)->stop); }
Ref get_step(Value v) { return Ref::share(self_of(v)->step); }

Ref reduce(Value self, const Value*) {
  auto* r = self.as<Range>();
  return tuple_of(Value(&range_type), Value(tuple_of(r->start, r->stop, r->step)));
}

constexpr NativeDef kMethods[] = {{"__reduce__", reduce, ""},
                                  {"index", index_method, "value, /"},
                                  {"count", count_method, "value, /"},
                                  {"__reversed__", reversed_range, ""},
                                  {nullptr, nullptr, nullptr}};
constexpr GetSetDef kAttributes[] = {{"start", get_start}, {"stop", get_stop}, {"step", get_step}, {nullptr, nullptr}};

constexpr Type definition() {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = "range";
  t.basic_size = sizeof(Range);
  t.flags = kTypeSequencePattern;
  t.dealloc = dealloc;
  t.repr = repr_range;
  t.hash = hash_range;
  t.compare = compare_range;
  t.iter = iterate_range;
  t.length = length_range;
  t.truth = truth_range;
  t.contains = contains_range;
  t.getitem = getitem;
  t.new_ = new_range;
  t.methods = kMethods;
  t.getset = kAttributes;
  return t;
}

}  // namespace

constinit Type range_type = definition();

void ready_range_type() {
  ready_type(&range_type);
  ready_type(&range_iterator_type);
  ready_type(&long_range_iterator_type);
}

int64_t long_length(Value v) {
  int64_t n;
  if (is_exact(v, range_type) && int_fits(v.as<Range>()->length, &n)) return n;
  return length(v);
}

}  // namespace loopscope::python
