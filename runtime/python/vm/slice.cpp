// SPDX-License-Identifier: MIT
#include "python/vm/gc.h"
#include "python/vm/protocol.h"
#include "python/vm/startup.h"

namespace loopscope::python {

Own<Slice> make_slice(Value start, Value stop, Value step) {
  Slice* s = allocate_as<Slice>(&slice_type);
  if (!s) return {};
  s->start = Ref::share(start).release();
  s->stop = Ref::share(stop).release();
  s->step = Ref::share(step).release();
  gc_track(s);
  return Own<Slice>::steal(s);
}

namespace {

bool bound(Value v, ptrdiff_t* out) {
  if (!v.is_small() && !type_of(v)->index) {
    raise(exc::TypeError, "slice indices must be integers or None or have an __index__ method");
    return false;
  }
  return to_ssize(v, out, true);
}

}  // namespace

bool unpack_slice(Slice* s, ptrdiff_t* start, ptrdiff_t* stop, ptrdiff_t* step) {
  *step = 1;
  if (s->step != kNone) {
    if (!bound(s->step, step)) return false;
    if (*step == 0) {
      raise(exc::ValueError, "slice step cannot be zero");
      return false;
    }
    if (*step < -PTRDIFF_MAX) *step = -PTRDIFF_MAX;
  }
  bool back = *step < 0;
  *start = back ? PTRDIFF_MAX : 0;
  *stop = back ? PTRDIFF_MIN : PTRDIFF_MAX;
  return (s->start == kNone || bound(s->start, start)) && (s->stop == kNone || bound(s->stop, stop));
}

ptrdiff_t clamp_slice(ptrdiff_t length, ptrdiff_t* start, ptrdiff_t* stop, ptrdiff_t step) {
  bool back = step < 0;
  for (ptrdiff_t* v : {start, stop}) {
    if (*v < 0) {
      *v += length;
      if (*v < 0) *v = back ? -1 : 0;
    } else if (*v >= length) {
      *v = back ? length - 1 : length;
    }
  }
  if (back) return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
  return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
}

namespace {

/// A bound of a slice as an int of any size: null with an exception if it is none.
Ref big_bound(Value v) {
  if (v.is_small() || type_of(v)->index) return index(v);
  return raise(exc::TypeError, "slice indices must be integers or None or have an __index__ method");
}

/// Limits a bound to [low, high], counting negative ones from the end.
Ref clamp_big(Value v, Value length, Value low, Value high) {
  Ref n = big_bound(v);
  if (!n) return {};
  if (less(n, Value::small(0)) == 1) {
    n = int_binary(BinaryOp::add, n, length);
    return !n || less(n, low) != 1 ? n : Ref::share(low);
  }
  return less(high, n) == 1 ? Ref::share(high) : n;
}

}  // namespace

bool slice_indices(Slice* s, Value length, Ref* start, Ref* stop, Ref* step) {
  *step = s->step == kNone ? Ref::small(1) : big_bound(s->step);
  if (!*step) return false;
  int zero = equal(*step, Value::small(0));
  if (zero) {
    if (zero > 0) raise(exc::ValueError, "slice step cannot be zero");
    return false;
  }
  bool back = less(*step, Value::small(0)) == 1;
  Ref low = Ref::small(back ? -1 : 0);
  Ref high = back ? int_binary(BinaryOp::add, length, Value::small(-1)) : Ref::share(length);
  if (!high) return false;
  *start = s->start == kNone ? (back ? high : low) : clamp_big(s->start, length, low, high);
  if (!*start) return false;
  *stop = s->stop == kNone ? (back ? low : high) : clamp_big(s->stop, length, low, high);
  return static_cast<bool>(*stop);
}

namespace {

Slice* self_of(Value v) { return v.as<Slice>(); }

void dealloc(Object* o) {
  Slice* s = static_cast<Slice*>(o);
  gc_untrack(o);
  decref(s->start);
  decref(s->stop);
  decref(s->step);
  free_object(o);
}
void traverse(Object* o, Visitor& visit) {
  Slice* s = static_cast<Slice*>(o);
  visit(s->start);
  visit(s->stop);
  visit(s->step);
}
Own<Tuple> parts(Value v) { return tuple_of(self_of(v)->start, self_of(v)->stop, self_of(v)->step); }
Ref repr_slice(Value v) {
  Own<Tuple> t = parts(v);
  Ref text = repr(t);
  if (!text) return {};
  return make_str("slice" + to_utf8(text.as<Str>()));
}
Ref compare_slice(Value a, Value b, CompareOp op) {
  if (!is_exact(a, slice_type) || !is_exact(b, slice_type)) return not_implemented();
  return compare(parts(a), parts(b), op);
}
bool hash_slice(Value v, int64_t* out) { return hash(parts(v), out); }
Ref new_slice(Type*, const Args& args) {
  if (args.keyword_count()) return raise(exc::TypeError, "slice() takes no keyword arguments");
  if (args.positional < 1) return raise(exc::TypeError, "slice expected at least 1 argument, got 0");
  if (args.positional > 3)
    return raise(exc::TypeError, "slice expected at most 3 arguments, got %zd", static_cast<ptrdiff_t>(args.positional));
  if (args.positional == 1) return make_slice(kNone, args[0], kNone);
  return make_slice(args[0], args[1], args.positional == 3 ? args[2] : kNone);
}
Ref indices(Value self, const Value* args) {
  Ref length = index(args[0]), start, stop, step;
  if (!length) return {};
  if (less(length, Value::small(0)) == 1) return raise(exc::ValueError, "length should not be negative");
  if (!slice_indices(self_of(self), length, &start, &stop, &step)) return {};
  return tuple_of(start.get(), stop.get(), step.get());
}
Ref get_start(Value v) { return Ref::share(self_of(v)->start); }
Ref get_stop(Value v) { return Ref::share(self_of(v)->stop); }
Ref get_step(Value v) { return Ref::share(self_of(v)->step); }

Ref reduce(Value self, const Value*) { return tuple_of(Value(&slice_type), parts(self)); }

constexpr NativeDef kMethods[] = {{"__reduce__", reduce, ""}, {"indices", indices, "len, /"}, {nullptr, nullptr, nullptr}};
constexpr GetSetDef kAttributes[] = {{"start", get_start}, {"stop", get_stop}, {"step", get_step}, {nullptr, nullptr}};

constexpr Type definition() {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = "slice";
  t.basic_size = sizeof(Slice);
  t.flags = kTypeGc;
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.repr = repr_slice;
  t.compare = compare_slice;
  t.hash = hash_slice;
  t.new_ = new_slice;
  t.methods = kMethods;
  t.getset = kAttributes;
  return t;
}

}  // namespace

constinit Type slice_type = definition();

void ready_slice_type() { ready_type(&slice_type); }

}  // namespace loopscope::python
