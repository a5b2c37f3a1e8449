// SPDX-License-Identifier: MIT
#include <vector>

#include "python/library/iterators.h"
#include "python/library/standard_modules.h"
#include "python/vm/generic_alias.h"
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/vm.h"

/// `itertools`. All its iterators share one layout and differ in `next`; those that walk combinations keep a vector of
/// indices besides.
namespace loopscope::python {

namespace {

struct Iterator : Object {
  Value a, b, c, d, e;
  int64_t n, m, step;
  bool flag, started;
  std::vector<uint32_t>* indices;
  std::vector<uint32_t>* cycles;
};
Iterator* it_of(Value v) { return v.as<Iterator>(); }

void clear_iterator(Object* o) {
  auto* it = static_cast<Iterator*>(o);
  for (Value* member : {&it->a, &it->b, &it->c, &it->d, &it->e}) clear(*member);
}
void dealloc(Object* o) {
  auto* it = static_cast<Iterator*>(o);
  gc_untrack(o);
  clear_iterator(o);
  delete it->indices;
  delete it->cycles;
  free_object(o);
}
void traverse(Object* o, Visitor& visit) {
  auto* it = static_cast<Iterator*>(o);
  for (Value v : {it->a, it->b, it->c, it->d, it->e}) visit(v);
}
Ref identity(Value v) { return Ref::share(v); }

Own<Iterator> make(Type* type, Value a = {}, Value b = {}, Value c = {}, Value d = {}) {
  auto* it = allocate_as<Iterator>(type);
  if (!it) return {};
  assign(it->a, a);
  assign(it->b, b);
  assign(it->c, c);
  assign(it->d, d);
  gc_track(it);
  return Own<Iterator>::steal(it);
}

bool no_keywords(const Args& args, const char* name) {
  if (!args.keyword_count()) return true;
  raise(exc::TypeError, "%s() takes no keyword arguments", name);
  return false;
}

// ---- count(start=0, step=1): a = next, b = step; small ones in n, m ---------------------------------------------------

Ref new_count(Type* type, const Args& args) {
  BoundArgs bound(*Signature::of("start=0, step=1"), {"count"}, args);
  if (!bound) return {};
  auto is_number = [](Value v) { return is_int(v) || is_float(v) || type_of(v)->to_float || type_of(v)->index || is_exact(v, complex_type); };
  Ref start = bound[0] ? Ref::share(bound[0]) : Ref::small(0), step = bound[1] ? Ref::share(bound[1]) : Ref::small(1);
  if (!is_number(start) || !is_number(step)) return raise(exc::TypeError, "a number is required");
  return make(type, start, step);
}
Ref next_count(Value v) {
  Iterator* c = it_of(v);
  Ref value = Ref::share(c->a);
  if (c->a.is_small() && c->b.is_small()) {
    int64_t n = static_cast<int64_t>(c->a.small_value()) + c->b.small_value();
    if (fits_small(n)) {
      c->a = Value::small(static_cast<intptr_t>(n));
      return value;
    }
  }
  Ref following = binary_op(BinaryOp::add, c->a, c->b);
  if (!following) return {};
  assign(c->a, following);
  return value;
}
Ref repr_count(Value v) {
  Iterator* c = it_of(v);
  Ref start = repr(c->a), step = repr(c->b);
  if (!start || !step) return {};
  std::string text = "count(" + to_utf8(start.as<Str>());
  if (!(c->b == Value::small(1))) text += ", " + to_utf8(step.as<Str>());
  return make_str(text + ")");
}

// ---- cycle(iterable): a = iterator or null, b = saved, n = place ------------------------------------------------------

Ref new_cycle(Type* type, const Args& args) {
  BoundArgs bound(*Signature::of("iterable, /"), {"cycle"}, args);
  if (!bound) return {};
  Ref it = iterate(bound[0]);
  return it ? Ref(make(type, it, make_list())) : Ref();
}
Ref next_cycle(Value v) {
  Iterator* c = it_of(v);
  if (c->a) {
    Ref keep = Ref::share(c->a);
    Ref item = next(keep);
    if (item) return list_append(c->b.as<List>(), item) ? item : Ref();
    if (failed()) return {};
    clear(c->a);
  }
  List* saved = c->b.as<List>();
  if (!saved->size) return {};
  Ref item = Ref::share(saved->items[c->n]);
  if (++c->n >= saved->size) c->n = 0;
  return item;
}

// ---- repeat(object[, times]): a, n = left, flag = for ever ------------------------------------------------------------

Ref new_repeat(Type* type, const Args& args) {
  BoundArgs bound(*Signature::of("object, times=<unrepresentable>"), {"repeat"}, args);
  if (!bound) return {};
  int64_t n = 0;
  if (bound[1] && !to_int64(bound[1], &n, OnOverflow::error)) return {};
  Own<Iterator> it = make(type, bound[0]);
  if (!it) return {};
  it->n = n < 0 ? 0 : n;
  it->flag = !bound[1];
  return it;
}
Ref next_repeat(Value v) {
  Iterator* r = it_of(v);
  if (!r->flag && r->n-- <= 0) return r->n = 0, Ref();
  return Ref::share(r->a);
}
Ref repr_repeat(Value v) {
  Iterator* r = it_of(v);
  Ref text = repr(r->a);
  if (!text) return {};
  return make_str("repeat(" + to_utf8(text.as<Str>()) + (r->flag ? "" : ", " + std::to_string(r->n)) + ")");
}
Ref hint_repeat(Value v, const Value*) {
  if (it_of(v)->flag) return raise(exc::TypeError, "len() of unsized object");
  return make_int(it_of(v)->n);
}
const NativeDef kRepeatMethods[] = {{"__length_hint__", hint_repeat, ""}, {nullptr, nullptr, nullptr}};

// ---- chain(*iterables): a = iterator of iterables, b = the present one ------------------------------------------------

Ref new_chain(Type* type, const Args& args) {
  if (!no_keywords(args, "chain")) return {};
  Own<Tuple> all = make_tuple(args.data, args.positional);
  Ref it = iterate(all);
  return it ? Ref(make(type, it)) : Ref();
}
Ref chain_from_iterable(Value cls, const Value* args) {
  Ref it = iterate(args[0]);
  return it ? Ref(make(cls.as<Type>(), it)) : Ref();
}
Ref next_chain(Value v) {
  Iterator* c = it_of(v);
  while (c->a) {
    if (!c->b) {
      Ref keep = Ref::share(c->a);
      Ref following = next(keep);
      if (!following) {
        if (!failed()) clear(c->a);
        return {};
      }
      Ref it = iterate(following);
      if (!it) {
        clear(c->a);
        return {};
      }
      assign(c->b, it);
    }
    Ref keep = Ref::share(c->b);
    Ref item = next(keep);
    if (item || failed()) return item;
    clear(c->b);
  }
  return {};
}
const NativeDef kChainMethods[] = {
    {"from_iterable", chain_from_iterable, "iterable, /", kNativeClass},
    {"__class_getitem__", class_getitem, "key, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};

// ---- accumulate(iterable, func=None, *, initial=None): a = iterator, b = function, c = total, d = initial -------------

Ref new_accumulate(Type* type, const Args& args) {
  BoundArgs bound(*Signature::of("iterable, func=None, *, initial=None"), {"accumulate"}, args);
  if (!bound) return {};
  Ref it = iterate(bound[0]);
  auto given = [](Value v) { return v && v != kNone ? v : Value(); };
  return it ? Ref(make(type, it, given(bound[1]), Value(), given(bound[2]))) : Ref();
}
Ref next_accumulate(Value v) {
  Iterator* a = it_of(v);
  if (a->d) {
    assign(a->c, a->d);
    clear(a->d);
    return Ref::share(a->c);
  }
  Ref item = next_passing_on(a->a);
  if (!item) return {};
  if (a->c) {
    Ref total = Ref::share(a->c), function = Ref::share(a->b);  // what is called may ask for the next
    item = function ? call(function, total, item) : binary_op(BinaryOp::add, total, item);
    if (!item) return {};
  }
  assign(a->c, item);
  return item;
}

// ---- batched(iterable, n, *, strict=False) ----------------------------------------------------------------------------

Ref new_batched(Type* type, const Args& args) {
  BoundArgs bound(*Signature::of("iterable, n, *, strict=False"), {"batched"}, args);
  if (!bound) return {};
  int64_t n;
  if (!to_int64(bound[1], &n, OnOverflow::error)) return {};
  int strict = bound[2] ? truth(bound[2]) : 0;
  if (strict < 0) return {};
  if (n < 1) return raise(exc::ValueError, "n must be at least one");
  Ref iterator = iterate(bound[0]);
  Own<Iterator> it = iterator ? make(type, iterator) : Own<Iterator>();
  if (!it) return {};
  it->n = n;
  it->flag = strict;
  return it;
}
Ref next_batched(Value v) {
  Iterator* b = it_of(v);
  if (!b->a) return {};
  Own<List> items = make_list();
  Ref source = Ref::share(b->a);
  while (items && items->size < b->n) {
    Ref item = next(source);
    if (!item) {
      if (failed()) {
        clear(b->a);
        return {};
      }
      clear(b->a);
      if (!items->size) return {};
      if (b->flag) return raise(exc::ValueError, "batched(): incomplete batch");
      break;
    }
    if (!list_append(items.get(), item)) return {};
  }
  return to_tuple(items);
}

// ---- selecting --------------------------------------------------------------------------------------------------------

template <int which>
Ref new_with_function(Type* type, const Args& args) {
  static const char* const names[] = {"takewhile", "dropwhile", "filterfalse", "starmap"};
  static const char* const signatures[] = {"predicate, iterable, /", "predicate, iterable, /", "function, iterable, /", "function, iterable, /"};
  BoundArgs bound(*Signature::of(signatures[which]), {names[which]}, args);
  if (!bound) return {};
  Ref it = iterate(bound[1]);
  return it ? Ref(make(type, bound[0], it)) : Ref();
}
int verdict_of(Value function, Value item) {
  if (function == kNone || function == Value(&bool_type)) return truth(item);
  Ref verdict = call(function, item);
  return verdict ? truth(verdict) : -1;
}
Ref next_takewhile(Value v) {
  Iterator* t = it_of(v);
  if (t->flag) return {};
  Ref item = next_passing_on(t->b);
  if (!item) return {};
  Ref verdict = call(t->a, item);
  int ok = verdict ? truth(verdict) : -1;
  if (ok == 1) return item;
  if (ok == 0) t->flag = true;
  return {};
}
Ref next_dropwhile(Value v) {
  Iterator* t = it_of(v);
  for (;;) {
    Ref item = next_passing_on(t->b);
    if (!item || t->flag) return item;
    Ref verdict = call(t->a, item);
    int ok = verdict ? truth(verdict) : -1;
    if (ok < 0) return {};
    if (!ok) {
      t->flag = true;
      return item;
    }
  }
}
Ref next_filterfalse(Value v) {
  Iterator* t = it_of(v);
  for (;;) {
    Ref item = next_passing_on(t->b);
    if (!item) return {};
    int ok = verdict_of(t->a, item);
    if (ok < 0) return {};
    if (!ok) return item;
  }
}
Ref next_starmap(Value v) {
  Iterator* s = it_of(v);
  Ref item = next_passing_on(s->b);
  if (!item) return {};
  Own<Tuple> args = to_tuple(item);
  return args ? call(s->a, Args{args->items, args->size, nullptr}) : Ref();
}

Ref new_compress(Type* type, const Args& args) {
  BoundArgs bound(*Signature::of("data, selectors"), {"compress"}, args);
  if (!bound) return {};
  Ref data = iterate(bound[0]);
  Ref selectors = data ? iterate(bound[1]) : Ref();
  return selectors ? Ref(make(type, data, selectors)) : Ref();
}
Ref next_compress(Value v) {
  Iterator* c = it_of(v);
  for (;;) {
    Ref item = next_passing_on(c->a);
    if (!item) return {};
    Ref selector = next_passing_on(c->b);
    if (!selector) return {};
    int ok = truth(selector);
    if (ok < 0) return {};
    if (ok) return item;
  }
}

Ref new_pairwise(Type* type, const Args& args) {
  BoundArgs bound(*Signature::of("iterable, /"), {"pairwise"}, args);
  if (!bound) return {};
  Ref it = iterate(bound[0]);
  return it ? Ref(make(type, it)) : Ref();
}
Ref next_pairwise(Value v) {
  Iterator* p = it_of(v);
  if (!p->a) return {};
  Ref source = Ref::share(p->a);
  if (!p->b) {
    Ref first = next_passing_on(source);
    if (!first) {
      if (!failed() || pending_is(exc::StopIteration)) clear(p->a);
      return {};
    }
    assign(p->b, first);
  }
  Ref second = next_passing_on(source);
  if (!second) {
    if (!failed() || pending_is(exc::StopIteration)) {
      clear(p->a);
      clear(p->b);
    }
    return {};
  }
  Own<Tuple> pair = tuple_of(p->b, second);
  assign(p->b, second);
  return pair;
}

// ---- islice(iterable, [start,] stop[, step]): n = next wanted, m = stop or -1, d unused; c counts in place ------------

Ref new_islice(Type* type, const Args& args) {
  if (type->flags & kTypeHeap ? false : !no_keywords(args, "islice")) return {};
  if (args.positional < 2) return raise(exc::TypeError, "islice expected at least 2 arguments, got %d", static_cast<int>(args.positional));
  if (args.positional > 4) return raise(exc::TypeError, "islice expected at most 4 arguments, got %d", static_cast<int>(args.positional));
  auto bound_of = [](Value v, int64_t absent, int64_t* out) {
    *out = absent;
    if (v == kNone) return true;
    if (!type_of(v)->index && !is_int(v)) return false;
    Ref n = index(v);
    if (!n) return clear_pending(), false;
    return int_fits(n, out) && *out >= 0;
  };
  /// CPython takes -1 for "no number" and words it otherwise than the numbers below it.
  auto bad_stop = [](int64_t stop) {
    return raise(exc::ValueError, stop < -1 ? "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
                                            : "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  };
  int64_t start = 0, stop = -1, step = 1;
  if (args.positional == 2) {
    if (!bound_of(args[1], -1, &stop)) return bad_stop(stop);
  } else {
    if (!bound_of(args[2], -1, &stop)) return bad_stop(stop);
    if (!bound_of(args[1], 0, &start))
      return raise(exc::ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    if (args.positional == 4 && (!bound_of(args[3], 1, &step) || step < 1))
      return raise(exc::ValueError, "Step for islice() must be a positive integer or None.");
  }
  Ref source = iterate(args[0]);
  Own<Iterator> it = source ? make(type, source) : Own<Iterator>();
  if (!it) return {};
  it->n = start;
  it->m = stop;
  it->step = step;
  it->b = Value::small(0);  // items taken from the source
  return it;
}
Ref next_islice(Value v) {
  Iterator* s = it_of(v);
  if (!s->a) return {};
  Ref source = Ref::share(s->a);
  int64_t taken = s->b.small_value();
  Ref item;
  int64_t wanted = s->m >= 0 && s->n >= s->m ? s->m : s->n + 1;
  bool past = s->m >= 0 && s->n >= s->m;
  while (taken < wanted) {
    item = next_passing_on(source);
    if (!item) {
      if (!failed() || pending_is(exc::StopIteration)) clear(s->a);
      return {};
    }
    s->b = Value::small(static_cast<intptr_t>(++taken));
  }
  if (past) {
    clear(s->a);
    return {};
  }
  int64_t following = s->n + s->step;
  s->n = following < s->n || (s->m >= 0 && following > s->m) ? s->m : following;
  return item;
}

// ---- zip_longest(*iterables, fillvalue=None): a = tuple of iterators (None when over), b = fill, n = active -----------

Ref new_zip_longest(Type* type, const Args& args) {
  Value fill = kNone;
  for (uint32_t i = 0; i < args.keyword_count(); i++) {
    if (!str_equals(args.names->items[i].as<Str>(), "fillvalue"))
      return raise(exc::TypeError, "zip_longest() got an unexpected keyword argument");
    fill = args.data[args.positional + i];
  }
  Own<Tuple> iterators = make_tuple(args.positional);
  for (uint32_t i = 0; i < args.positional; i++) {
    Ref it = iterate(args[i]);
    if (!it) {
      for (; i < args.positional; i++) iterators->items[i] = none().release();
      return {};
    }
    iterators->items[i] = it.release();
  }
  Own<Iterator> z = make(type, iterators, fill);
  if (z) z->n = args.positional;
  return z;
}
Ref next_zip_longest(Value v) {
  Iterator* z = it_of(v);
  Own<Tuple> iterators = Own<Tuple>::share(z->a.as<Tuple>());
  if (!iterators->size || !z->n) return {};
  Own<List> row = make_list(iterators->size);
  for (uint32_t i = 0; row && i < iterators->size; i++) {
    Ref item;
    if (iterators->items[i] == kNone) {
      item = Ref::share(z->b);
    } else {
      item = next(iterators->items[i]);
      if (!item) {
        if (failed()) {
          z->n = 0;
          return {};
        }
        if (--z->n == 0) return {};
        item = Ref::share(z->b);
        assign(iterators->items[i], kNone);
      }
    }
    if (!list_append(row.get(), item)) return {};
  }
  return to_tuple(row);
}

// ---- product, permutations, combinations: a = pool(s), indices, n = length --------------------------------------------

Ref new_product(Type* type, const Args& args) {
  int64_t repeat = 1;
  for (uint32_t i = 0; i < args.keyword_count(); i++) {
    if (!str_equals(args.names->items[i].as<Str>(), "repeat"))
      return raise(exc::TypeError, "product() got an unexpected keyword argument '%S'", args.names->items[i]);
    if (!to_int64(args.data[args.positional + i], &repeat, OnOverflow::error)) return {};
    if (repeat < 0) return raise(exc::ValueError, "repeat argument cannot be negative");
  }
  Own<List> pools = make_list();
  for (uint32_t i = 0; i < args.positional && repeat; i++) {
    Own<Tuple> pool = to_tuple(args[i]);
    if (!pool || !list_append(pools.get(), pool)) return {};
  }
  uint32_t each = pools->size;
  for (int64_t r = 1; r < repeat; r++)
    for (uint32_t i = 0; i < each; i++)
      if (!list_append(pools.get(), pools->items[i])) return {};
  Own<Tuple> all = to_tuple(pools);
  Own<Iterator> it = all ? make(type, all) : Own<Iterator>();
  if (!it) return {};
  it->indices = new std::vector<uint32_t>(all->size);
  for (uint32_t i = 0; i < all->size; i++) it->flag |= all->items[i].as<Tuple>()->size == 0;
  return it;
}
Ref next_product(Value v) {
  Iterator* p = it_of(v);
  if (p->flag) return {};
  Tuple* pools = p->a.as<Tuple>();
  std::vector<uint32_t>& at = *p->indices;
  if (p->started) {
    size_t i = at.size();
    for (;;) {
      if (i == 0) {
        p->flag = true;
        return {};
      }
      i--;
      if (++at[i] < pools->items[i].as<Tuple>()->size) break;
      at[i] = 0;
    }
  }
  p->started = true;
  Own<Tuple> row = make_tuple(pools->size);
  for (uint32_t i = 0; row && i < pools->size; i++) row->items[i] = Ref::share(pools->items[i].as<Tuple>()->items[at[i]]).release();
  return row;
}

Own<Iterator> new_combinatoric(Type* type, Value iterable, Value length, bool is_optional, bool repeats) {
  Own<Tuple> pool = to_tuple(iterable);
  if (!pool) return {};
  int64_t r = pool->size;
  if (!is_optional || (length && length != kNone)) {
    if (is_optional && !is_int(length)) return raise(exc::TypeError, "Expected int as r");
    if (!to_int64(length, &r, OnOverflow::error)) return {};
    if (r < 0) return raise(exc::ValueError, "r must be non-negative");
  }
  Own<Iterator> it = make(type, pool);
  if (!it) return {};
  it->n = r;
  it->flag = repeats ? pool->size == 0 && r > 0 : r > pool->size;
  it->indices = new std::vector<uint32_t>(it->flag ? 0 : is_optional ? pool->size : r);
  if (!repeats)
    for (size_t i = 0; i < it->indices->size(); i++) (*it->indices)[i] = static_cast<uint32_t>(i);
  return it;
}
Ref row_of(Iterator* it) {
  Own<Tuple> row = make_tuple(static_cast<uint32_t>(it->n));
  for (uint32_t i = 0; row && i < it->n; i++) row->items[i] = Ref::share(it->a.as<Tuple>()->items[(*it->indices)[i]]).release();
  return row;
}

Ref new_permutations(Type* type, const Args& args) {
  BoundArgs bound(*Signature::of("iterable, r=None"), {"permutations"}, args);
  if (!bound) return {};
  Own<Iterator> it = new_combinatoric(type, bound[0], bound[1], true, false);
  if (it && !it->flag) {
    it->cycles = new std::vector<uint32_t>(it->n);
    for (uint32_t i = 0; i < it->n; i++) (*it->cycles)[i] = it->a.as<Tuple>()->size - i;
  }
  return it;
}
Ref next_permutations(Value v) {
  Iterator* p = it_of(v);
  if (p->flag) return {};
  if (p->started) {
    std::vector<uint32_t>&at = *p->indices, &cycles = *p->cycles;
    size_t n = at.size();
    int64_t i = p->n - 1;
    for (; i >= 0; i--) {
      if (--cycles[i]) {
        std::swap(at[i], at[n - cycles[i]]);
        break;
      }
      uint32_t first = at[i];
      for (size_t k = i; k + 1 < n; k++) at[k] = at[k + 1];
      at[n - 1] = first;
      cycles[i] = static_cast<uint32_t>(n - i);
    }
    if (i < 0) {
      p->flag = true;
      return {};
    }
  }
  p->started = true;
  return row_of(p);
}

Ref new_combinations(Type* type, const Args& args) {
  BoundArgs bound(*Signature::of("iterable, r"), {"combinations"}, args);
  return bound ? Ref(new_combinatoric(type, bound[0], bound[1], false, false)) : Ref();
}
Ref next_combinations(Value v) {
  Iterator* c = it_of(v);
  if (c->flag) return {};
  if (c->started) {
    std::vector<uint32_t>& at = *c->indices;
    int64_t n = c->a.as<Tuple>()->size, i = c->n - 1;
    while (i >= 0 && at[i] == i + n - c->n) i--;
    if (i < 0) {
      c->flag = true;
      return {};
    }
    at[i]++;
    for (int64_t k = i + 1; k < c->n; k++) at[k] = at[k - 1] + 1;
  }
  c->started = true;
  return row_of(c);
}

Ref new_with_replacement(Type* type, const Args& args) {
  BoundArgs bound(*Signature::of("iterable, r"), {"combinations_with_replacement"}, args);
  return bound ? Ref(new_combinatoric(type, bound[0], bound[1], false, true)) : Ref();
}
Ref next_with_replacement(Value v) {
  Iterator* c = it_of(v);
  if (c->flag) return {};
  if (c->started) {
    std::vector<uint32_t>& at = *c->indices;
    uint32_t n = c->a.as<Tuple>()->size;
    int64_t i = c->n - 1;
    while (i >= 0 && at[i] == n - 1) i--;
    if (i < 0) {
      c->flag = true;
      return {};
    }
    uint32_t value = at[i] + 1;
    for (int64_t k = i; k < c->n; k++) at[k] = value;
  }
  c->started = true;
  return row_of(c);
}

// ---- groupby: a = iterator, b = key function, c, d = item fetched and its key, e = key of the group, n = its number ---

extern Type grouper_type;

Ref new_groupby(Type* type, const Args& args) {
  BoundArgs bound(*Signature::of("iterable, key=None"), {"groupby"}, args);
  if (!bound) return {};
  Ref it = iterate(bound[0]);
  return it ? Ref(make(type, it, bound[1] && bound[1] != kNone ? bound[1] : Value())) : Ref();
}
/// 1: c and d are the next item; 0: exhausted; -1.
int groupby_step(Iterator* g) {
  Ref item = next(g->a);
  if (!item) return failed() ? -1 : 0;
  Ref key = g->b ? call(g->b, item) : item;
  if (!key) return -1;
  assign(g->c, key);
  assign(g->d, item);
  return 1;
}
Ref next_groupby(Value v) {
  Iterator* g = it_of(v);
  g->n++;  // groups handed out before are over
  while (!g->c || g->e) {
    if (g->c) {
      int same = equal(g->e, g->c);
      if (same < 0) return {};
      if (!same) break;
    }
    if (groupby_step(g) <= 0) return {};
  }
  assign(g->e, g->c);
  Own<Iterator> group = make(&grouper_type, v, g->c);
  if (!group) return {};
  group->n = g->n;
  return tuple_of(g->c, Value(group));
}
Ref next_grouper(Value v) {
  Iterator* group = it_of(v);
  Iterator* g = it_of(group->a);
  if (group->n != g->n) return {};
  if (!g->d && groupby_step(g) <= 0) return {};
  int same = equal(group->b, g->c);
  if (same <= 0) return {};
  Ref item = Ref::share(g->d);
  clear(g->d);
  return item;
}

// ---- tee: a = node of a shared chain of fetched items, b = iterator ---------------------------------------------------

struct TeeNode : Object {
  Value item, next;
};
void dealloc_node(Object* o) {
  gc_untrack(o);
  auto* node = static_cast<TeeNode*>(o);
  clear(node->item);
  Ref rest = Ref::steal(node->next);
  node->next = {};
  while (rest && rest.get().object()->refcount == 1) {
    auto* following = rest.as<TeeNode>();
    Ref after = Ref::steal(following->next);
    following->next = {};
    rest = std::move(after);
  }
  free_object(o);
}
void traverse_node(Object* o, Visitor& visit) {
  visit(static_cast<TeeNode*>(o)->item);
  visit(static_cast<TeeNode*>(o)->next);
}
Type make_node_type() {
  Type t;
  t.name = "itertools._tee_dataobject";
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.basic_size = sizeof(TeeNode);
  t.dealloc = dealloc_node;
  t.traverse = traverse_node;
  return t;
}
Type tee_node_type = make_node_type();
extern Type tee_type;

Ref make_node() {
  auto* node = allocate_as<TeeNode>(&tee_node_type);
  if (node) gc_track(node);
  return Ref::steal(node);
}
Ref tee_copy(Value v, const Value*) { return make(&tee_type, it_of(v)->a, it_of(v)->b); }
Ref next_tee(Value v) {
  Iterator* t = it_of(v);
  Ref node = Ref::share(t->a);
  auto* n = node.as<TeeNode>();
  if (!n->item) {
    if (t->flag) return {};
    Ref item = next(t->b);
    if (!item) return {};
    Ref following = make_node();
    if (!following) return {};
    assign(n->item, item);
    assign(n->next, following);
  }
  assign(t->a, n->next);
  return Ref::share(n->item);
}
Ref new_tee(Type*, const Args& args) {
  BoundArgs bound(*Signature::of("iterable, /"), {"_tee"}, args);
  if (!bound) return {};
  Ref it = iterate(bound[0]);
  Ref node = it ? make_node() : Ref();
  return node ? Ref(make(&tee_type, node, it)) : Ref();
}
Ref tee_(Value, const Value* args) {
  int64_t n = 2;
  if (args[1] && !to_int64(args[1], &n, OnOverflow::error)) return {};
  if (n < 0) return raise(exc::ValueError, "n must be >= 0");
  Own<Tuple> result = make_tuple(static_cast<uint32_t>(n));
  if (!result || n == 0) return result;
  Ref it = iterate(args[0]);
  Ref first;
  if (it && is_exact(it, tee_type)) {
    first = Ref::share(it);
  } else if (it) {
    Ref node = make_node();
    first = node ? Ref(make(&tee_type, node, it)) : Ref();
  }
  for (int64_t i = 0; i < n; i++) {
    Ref copy = first ? (i ? tee_copy(first, nullptr) : first) : Ref();
    result->items[i] = copy ? copy.release() : none().release();
  }
  return first ? Ref(result) : Ref();
}
const NativeDef kTeeMethods[] = {{"__copy__", tee_copy, ""}, {nullptr, nullptr, nullptr}};

Type definition(const char* name, Ref (*next)(Value), Ref (*new_)(Type*, const Args&), Ref (*repr)(Value) = nullptr, const NativeDef* methods = nullptr) {
  Type t;
  t.name = name;
  t.basic_size = sizeof(Iterator);
  t.flags = kTypeGc | (new_ ? kTypeBase : kTypeNoInstantiate);
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.clear = nullptr;
  t.iter = identity;
  t.next = next;
  t.new_ = new_;
  t.repr = repr;
  t.methods = methods;
  return t;
}

Type grouper_type = definition("itertools._grouper", next_grouper, nullptr);
Type tee_type = definition("itertools._tee", next_tee, new_tee, nullptr, kTeeMethods);

Type types[] = {
    definition("itertools.count", next_count, new_count, repr_count),
    definition("itertools.cycle", next_cycle, new_cycle),
    definition("itertools.repeat", next_repeat, new_repeat, repr_repeat, kRepeatMethods),
    definition("itertools.chain", next_chain, new_chain, nullptr, kChainMethods),
    definition("itertools.accumulate", next_accumulate, new_accumulate),
    definition("itertools.batched", next_batched, new_batched),
    definition("itertools.takewhile", next_takewhile, new_with_function<0>),
    definition("itertools.dropwhile", next_dropwhile, new_with_function<1>),
    definition("itertools.filterfalse", next_filterfalse, new_with_function<2>),
    definition("itertools.starmap", next_starmap, new_with_function<3>),
    definition("itertools.compress", next_compress, new_compress),
    definition("itertools.pairwise", next_pairwise, new_pairwise),
    definition("itertools.islice", next_islice, new_islice),
    definition("itertools.zip_longest", next_zip_longest, new_zip_longest),
    definition("itertools.product", next_product, new_product),
    definition("itertools.permutations", next_permutations, new_permutations),
    definition("itertools.combinations", next_combinations, new_combinations),
    definition("itertools.combinations_with_replacement", next_with_replacement, new_with_replacement),
    definition("itertools.groupby", next_groupby, new_groupby),
};

const NativeDef kFunctions[] = {{"tee", tee_, "iterable, n=2, /"}, {nullptr, nullptr, nullptr}};

bool initialize(Module* m) {
  for (Type* t : {&grouper_type, &tee_type, &tee_node_type}) ready_type(t);
  for (Type& t : types) {
    ready_type(&t);
    if (!module_add(m, t.name + sizeof("itertools.") - 1, &t)) return false;
  }
  return module_add(m, kFunctions) && module_add(m, "_tee", &tee_type) && module_add(m, "_grouper", &grouper_type);
}

}  // namespace

void register_itertools_module() { register_native_module("itertools", initialize); }

}  // namespace loopscope::python
