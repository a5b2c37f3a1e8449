// SPDX-License-Identifier: MIT
#include "python/library/iterators.h"

#include "python/vm/gc.h"
#include "python/vm/iterator_state.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"

/// enumerate, zip, map, filter, reversed, and iter(callable, sentinel).
namespace loopscope::python {

namespace {

Ref identity(Value v) { return Ref::share(v); }

/// All of these hold a few values and an int.
struct Adapter : Object {
  Value a, b;
  int64_t n;
  bool strict;
};

void dealloc(Object* o) {
  Adapter* it = static_cast<Adapter*>(o);
  gc_untrack(o);
  clear(it->a);
  clear(it->b);
  free_object(o);
}
void traverse(Object* o, Visitor& visit) {
  Adapter* it = static_cast<Adapter*>(o);
  visit(it->a);
  visit(it->b);
}

Adapter* make(Type* type, Value a, Value b, int64_t n = 0) {
  Adapter* it = allocate_as<Adapter>(type);
  if (!it) return nullptr;
  it->a = Ref::share(a).release();
  it->b = Ref::share(b).release();
  it->n = n;
  gc_track(it);
  return it;
}
Ref owned(Adapter* it) { return Ref::steal(it); }

// ---- enumerate(iterable, start=0): a = iterator, b = next number -----------------------------------------------------

Ref new_enumerate(Type* type, const Args& args) {
  if (args.positional + args.keyword_count() == 0)
    return raise(exc::TypeError, "enumerate() missing required argument 'iterable'");
  for (uint32_t i = 0; i < args.keyword_count(); i++) {
    Str* key = args.names->items[i].as<Str>();
    if (!str_equals(key, "iterable") && !str_equals(key, "start"))
      return raise(exc::TypeError, "'%U' is an invalid keyword argument for enumerate()", key);
  }
  BoundArgs bound(*Signature::of("iterable, start=0"), {"enumerate"}, args);
  if (!bound) return {};
  Ref start = bound[1] ? index(bound[1]) : Ref::small(0);
  Ref it = start ? iterate(bound[0]) : Ref();
  return it ? owned(make(type, it, start)) : Ref();
}
Ref next_enumerate(Value v) {
  Adapter* it = v.as<Adapter>();
  Ref item = next_passing_on(it->a);
  if (!item) return {};
  Own<Tuple> pair = tuple_of(it->b, item);
  Ref following = int_binary(BinaryOp::add, it->b, Value::small(1));
  if (!following) return {};
  assign(it->b, following);
  return pair;
}

// ---- zip(*iterables, strict=False): a = tuple of iterators ------------------------------------------------------------

Ref new_zip(Type* type, const Args& args) {
  bool strict = false;
  for (uint32_t i = 0; i < args.keyword_count(); i++) {
    if (!str_equals(args.names->items[i].as<Str>(), "strict"))
      return raise(exc::TypeError, "zip() got an unexpected keyword argument '%S'", args.names->items[i]);
    int t = truth(args.data[args.positional + i]);
    if (t < 0) return {};
    strict = t;
  }
  Own<Tuple> iterators = make_tuple(args.positional);
  for (uint32_t i = 0; i < args.positional; i++) {
    Ref it = iterate(args[i]);
    if (!it) {
      if (pending_is(exc::TypeError) && !type_of(args[i])->iter && !type_of(args[i])->getitem) {
        clear_pending();
        raise(exc::TypeError, "'%T' object is not iterable", args[i]);
      }
      return {};
    }
    iterators->items[i] = it.release();
  }
  Adapter* z = make(type, iterators, Value());
  if (!z) return {};
  z->strict = strict;
  return owned(z);
}
Ref next_zip(Value v) {
  Adapter* z = v.as<Adapter>();
  Own<Tuple> iterators = Own<Tuple>::share(z->a.as<Tuple>());
  uint32_t n = iterators->size;
  if (!n) return {};
  Own<Tuple> row = make_tuple(n);
  for (uint32_t i = 0; row && i < n; i++) {
    Ref item = next_passing_on(iterators->items[i]);
    if (item) {
      row->items[i] = item.release();
      continue;
    }
    if (!z->strict || (failed() && !pending_is(exc::StopIteration))) return {};
    clear_pending();
    if (i) {
      const char* plural = i == 1 ? " " : "s 1-";
      return raise(exc::ValueError, "zip() argument %d is shorter than argument%s%d", static_cast<int>(i + 1), plural, static_cast<int>(i));
    }
    for (uint32_t k = 1; k < n; k++) {
      Ref extra = next(iterators->items[k]);
      if (extra) {
        const char* plural = k == 1 ? " " : "s 1-";
        return raise(exc::ValueError, "zip() argument %d is longer than argument%s%d", static_cast<int>(k + 1), plural, static_cast<int>(k));
      }
      if (failed()) return {};
    }
    return {};
  }
  return row;
}

// ---- map(function, *iterables): a = function, b = tuple of iterators --------------------------------------------------

Ref new_map(Type* type, const Args& args) {
  if (args.keyword_count() && type == &map_type) return raise(exc::TypeError, "map() takes no keyword arguments");
  if (args.positional < 2) return raise(exc::TypeError, "map() must have at least two arguments.");
  Own<Tuple> iterators = make_tuple(args.positional - 1);
  for (uint32_t i = 1; i < args.positional; i++) {
    Ref it = iterate(args[i]);
    if (!it) return {};
    iterators->items[i - 1] = it.release();
  }
  return owned(make(type, args[0], iterators));
}
Ref next_map(Value v) {
  Adapter* m = v.as<Adapter>();
  Own<Tuple> iterators = Own<Tuple>::share(m->b.as<Tuple>());
  if (iterators->size == 1) {
    Ref item = next_passing_on(iterators->items[0]);
    return item ? call(m->a, item) : Ref();
  }
  Own<Tuple> row = make_tuple(iterators->size);
  for (uint32_t i = 0; row && i < iterators->size; i++) {
    Ref item = next_passing_on(iterators->items[i]);
    if (!item) return {};
    row->items[i] = item.release();
  }
  return row ? call(m->a, Args{row->items, row->size, nullptr}) : Ref();
}

// ---- filter(function, iterable): a = function or None, b = iterator ---------------------------------------------------

Ref new_filter(Type* type, const Args& args) {
  if (args.keyword_count() && type == &filter_type) return raise(exc::TypeError, "filter() takes no keyword arguments");
  if (args.positional != 2)
    return raise(exc::TypeError, "filter expected 2 arguments, got %zd", static_cast<ptrdiff_t>(args.positional));
  Ref it = iterate(args[1]);
  return it ? owned(make(type, args[0], it)) : Ref();
}
Ref next_filter(Value v) {
  Adapter* f = v.as<Adapter>();
  for (;;) {
    Ref item = next_passing_on(f->b);
    if (!item) return {};
    Ref verdict = f->a == kNone || f->a == Value(&bool_type) ? item : call(f->a, item);
    int t = verdict ? truth(verdict) : -1;
    if (t < 0) return {};
    if (t) return item;
  }
}

// ---- reversed(sequence): a = sequence, n = next index -----------------------------------------------------------------

Ref new_reversed(Type* type, const Args& args) {
  if (args.positional != 1 || args.keyword_count())
    return raise(exc::TypeError, "reversed expected 1 argument, got %zd", static_cast<ptrdiff_t>(args.positional));
  Value v = args[0];
  Ref method = lookup_special(v, names::__reversed__);
  if (method) {
    if (method == kNone) return raise(exc::TypeError, "'%T' object is not reversible", v);
    return call(method);
  }
  if (failed()) return {};
  if (!type_of(v)->getitem || !type_of(v)->length || is_dict(v)) return raise(exc::TypeError, "'%T' object is not reversible", v);
  ptrdiff_t n = length(v);
  return n < 0 ? Ref() : owned(make(type, v, Value(), n - 1));
}
Ref next_reversed(Value v) {
  Adapter* r = v.as<Adapter>();
  if (!r->a || r->n < 0) return {};
  Ref item = get_item(r->a, make_int(r->n));
  if (item) {
    r->n--;
    return item;
  }
  if (pending_is(exc::IndexError) || pending_is(exc::StopIteration)) clear_pending();
  clear(r->a);
  return {};
}
Ref hint_reversed(Value v, const Value*) { return make_int(v.as<Adapter>()->n + 1); }
Ref reduce_reversed(Value v, const Value*) {
  Adapter* r = v.as<Adapter>();
  return r->a && r->n >= 0 ? Ref(tuple_of(Value(type_of(v)), Value(tuple_of(r->a)), make_int(r->n).get()))
                           : Ref(tuple_of(Value(type_of(v)), Value(tuple_of(Value(tuple_of())))));
}
Ref set_state_reversed(Value v, const Value* args) {
  Adapter* r = v.as<Adapter>();
  int64_t position;
  ptrdiff_t size = r->a ? length(r->a) : 0;
  if (size < 0 || !read_position(args[0], -1, size - 1, &position)) return {};
  r->n = position;
  return none();
}
constexpr NativeDef kReversedMethods[] = {
    {"__length_hint__", hint_reversed, ""},
    {"__reduce__", reduce_reversed, ""},
    {"__setstate__", set_state_reversed, "state, /"},
    {nullptr, nullptr, nullptr},
};

// ---- iter(callable, sentinel): a = callable (null when over), b = sentinel --------------------------------------------

Ref next_callable(Value v) {
  Adapter* c = v.as<Adapter>();
  if (!c->a) return {};
  Ref callable = Ref::share(c->a);
  Ref item = call(callable);
  if (!item) {
    if (pending_is(exc::StopIteration)) {
      clear_pending();
      clear(c->a);
    }
    return {};
  }
  int same = equal(item, c->b);
  if (same < 0) return {};
  if (!same) return item;
  clear(c->a);
  return {};
}

Ref reduce_callable(Value v, const Value*) {
  Adapter* c = v.as<Adapter>();
  if (!c->a) return reduce_to(tuple_of());
  Ref reduced = reduce_to(c->a);
  return reduced ? Ref(tuple_of(reduced.as<Tuple>()->items[0], Value(tuple_of(c->a, c->b)))) : Ref();
}
constexpr NativeDef kCallableMethods[] = {{"__reduce__", reduce_callable, ""}, {nullptr, nullptr, nullptr}};

// ---- what copy and pickle take ----------------------------------------------------------------------------------------

/// The type and its two arguments.
Ref reduce_pair(Value v, const Value*) {
  Adapter* it = v.as<Adapter>();
  return tuple_of(Value(type_of(v)), Value(tuple_of(it->a, it->b)));
}
constexpr NativeDef kPairMethods[] = {{"__reduce__", reduce_pair, ""}, {nullptr, nullptr, nullptr}};

Ref reduce_map(Value v, const Value*) {
  Adapter* it = v.as<Adapter>();
  Tuple* iterators = it->b.as<Tuple>();
  Own<Tuple> args = make_tuple(iterators->size + 1);
  if (!args) return {};
  args->items[0] = Ref::share(it->a).release();
  for (uint32_t i = 0; i < iterators->size; i++) args->items[i + 1] = Ref::share(iterators->items[i]).release();
  return tuple_of(Value(type_of(v)), Value(args));
}
constexpr NativeDef kMapMethods[] = {{"__reduce__", reduce_map, ""}, {nullptr, nullptr, nullptr}};

Ref reduce_zip(Value v, const Value*) {
  Adapter* it = v.as<Adapter>();
  if (!it->a) return tuple_of(Value(type_of(v)), Value(tuple_of()));
  return it->strict ? Ref(tuple_of(Value(type_of(v)), it->a, kTrue)) : Ref(tuple_of(Value(type_of(v)), it->a));
}
Ref set_state_zip(Value v, const Value* args) {
  int strict = truth(args[0]);
  if (strict < 0) return {};
  v.as<Adapter>()->strict = strict;
  return none();
}
constexpr NativeDef kZipMethods[] = {
    {"__reduce__", reduce_zip, ""}, {"__setstate__", set_state_zip, "state, /"}, {nullptr, nullptr, nullptr}};

constexpr Type definition(const char* name, Ref (*next)(Value), Ref (*new_)(Type*, const Args&), const NativeDef* methods = nullptr) {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = name;
  t.basic_size = sizeof(Adapter);
  t.flags = kTypeGc | (new_ ? kTypeBase : kTypeNoInstantiate);
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.iter = identity;
  t.next = next;
  t.new_ = new_;
  t.methods = methods;
  return t;
}

constinit Type callable_iterator_type = definition("callable_iterator", next_callable, nullptr, kCallableMethods);

}  // namespace

constinit Type enumerate_type = definition("enumerate", next_enumerate, new_enumerate, kPairMethods);
constinit Type zip_type = definition("zip", next_zip, new_zip, kZipMethods);
constinit Type map_type = definition("map", next_map, new_map, kMapMethods);
constinit Type filter_type = definition("filter", next_filter, new_filter, kPairMethods);
constinit Type reversed_type = definition("reversed", next_reversed, new_reversed, kReversedMethods);

Ref make_callable_iterator(Value callable, Value sentinel) {
  return owned(make(&callable_iterator_type, callable, sentinel));
}

void ready_iterator_types() {
  for (Type* t : {&enumerate_type, &zip_type, &map_type, &filter_type, &reversed_type, &callable_iterator_type}) ready_type(t);
}

}  // namespace loopscope::python
