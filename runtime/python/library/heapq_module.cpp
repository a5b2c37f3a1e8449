// SPDX-License-Identifier: MIT
#include "python/library/heapq.h"
#include "python/library/standard_modules.h"
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/vm.h"

/// `heapq`: a list kept as a binary heap. The comparisons made, and so the order among equals, are CPython's: sift to a
/// leaf along the smaller children, then back up.
namespace loopscope::python {

namespace {

const char kChanged[] = "list changed size during iteration";

List* heap_of(Value v, const char* function, const char* which = "") {
  if (is_list(v)) return v.as<List>();
  raise(exc::TypeError, "%s() argument%s must be list, not %T", function, which, v);
  return nullptr;
}

/// a before b; `max` turns the order round. Comparison may run Python code, so both are held.
int before(Value a, Value b, bool max) {
  if (a.is_small() && b.is_small()) return max ? b.small_value() < a.small_value() : a.small_value() < b.small_value();
  Ref x = Ref::share(a), y = Ref::share(b);
  return max ? less(y, x) : less(x, y);
}

bool sift_down(List* heap, uint32_t start, uint32_t at, bool max) {
  uint32_t size = heap->size;
  while (at > start) {
    uint32_t parent = (at - 1) / 2;
    int first = before(heap->items[at], heap->items[parent], max);
    if (first < 0) return false;
    if (size != heap->size) return raise(exc::RuntimeError, kChanged), false;
    if (!first) break;
    std::swap(heap->items[at], heap->items[parent]);
    at = parent;
  }
  return true;
}

bool sift_up(List* heap, uint32_t at, bool max) {
  uint32_t start = at, size = heap->size;
  while (at < size / 2) {
    uint32_t child = 2 * at + 1;
    if (child + 1 < size) {
      int first = before(heap->items[child], heap->items[child + 1], max);
      if (first < 0) return false;
      if (size != heap->size) return raise(exc::RuntimeError, kChanged), false;
      child += !first;
    }
    std::swap(heap->items[at], heap->items[child]);
    at = child;
  }
  return sift_down(heap, start, at, max);
}

Ref push(List* heap, Value item, bool max) {
  return list_append(heap, item) && sift_down(heap, 0, heap->size - 1, max) ? none() : Ref();
}
Ref pop(List* heap, bool max) {
  if (!heap->size) return raise(exc::IndexError, "index out of range");
  Ref last = Ref::steal(heap->items[--heap->size]);
  if (!heap->size) return last;
  Ref top = Ref::steal(heap->items[0]);
  heap->items[0] = last.release();
  return sift_up(heap, 0, max) ? top : Ref();
}
Ref replace(List* heap, Value item, bool max) {
  if (!heap->size) return raise(exc::IndexError, "index out of range");
  Ref top = Ref::steal(heap->items[0]);
  heap->items[0] = Ref::share(item).release();
  return sift_up(heap, 0, max) ? top : Ref();
}
bool heapify_list(List* heap, bool max) {
  for (uint32_t i = heap->size / 2; i-- > 0;)
    if (!sift_up(heap, i, max)) return false;
  return true;
}

Ref heappush(Value, const Value* args) {
  List* heap = heap_of(args[0], "heappush", " 1");
  return heap ? push(heap, args[1], false) : Ref();
}
Ref heappop(Value, const Value* args) {
  List* heap = heap_of(args[0], "heappop");
  return heap ? pop(heap, false) : Ref();
}
Ref heapreplace(Value, const Value* args) {
  List* heap = heap_of(args[0], "heapreplace", " 1");
  return heap ? replace(heap, args[1], false) : Ref();
}
Ref heappushpop(Value, const Value* args) {
  List* heap = heap_of(args[0], "heappushpop", " 1");
  if (!heap) return {};
  if (!heap->size) return Ref::share(args[1]);
  int first = before(heap->items[0], args[1], false);
  if (first < 0) return {};
  if (!first) return Ref::share(args[1]);
  return replace(heap, args[1], false);
}
Ref heapify(Value, const Value* args) {
  List* heap = heap_of(args[0], "heapify");
  return heap && heapify_list(heap, false) ? none() : Ref();
}
Ref heappop_max(Value, const Value* args) {
  List* heap = heap_of(args[0], "_heappop_max");
  return heap ? pop(heap, true) : Ref();
}
Ref heapify_max(Value, const Value* args) {
  List* heap = heap_of(args[0], "_heapify_max");
  return heap && heapify_list(heap, true) ? none() : Ref();
}
Ref heapreplace_max(Value, const Value* args) {
  List* heap = heap_of(args[0], "_heapreplace_max", " 1");
  return heap ? replace(heap, args[1], true) : Ref();
}

/// A stable sort, then the first n: what nlargest and nsmallest are defined to equal.
Ref best(const Value* args, bool largest) {
  int64_t n;
  if (!to_int64(args[0], &n, OnOverflow::clamp)) return {};
  Own<List> list = to_list(args[1]);
  Value key = args[2] && args[2] != kNone ? args[2] : Value();
  if (!list) return {};
  if (n <= 0) return make_list();
  if (!list_sort(list.get(), key, largest)) return {};
  if (n >= list->size) return list;
  Own<List> result = make_list(static_cast<uint32_t>(n));
  for (int64_t i = 0; result && i < n; i++)
    if (!list_append(result.get(), list->items[i])) return {};
  return result;
}
Ref nlargest(Value, const Value* args) { return best(args, true); }
Ref nsmallest(Value, const Value* args) { return best(args, false); }

// ---- merge: a heap of lists [key, order, value, iterator] -------------------------------------------------------------

struct Merge : Object {
  Value entries, key;  // list; function or null
  bool reverse, started;
};
Merge* merge_of(Value v) { return v.as<Merge>(); }
void merge_dealloc(Object* o) {
  gc_untrack(o);
  clear(static_cast<Merge*>(o)->entries);
  clear(static_cast<Merge*>(o)->key);
  free_object(o);
}
void merge_traverse(Object* o, Visitor& visit) {
  visit(static_cast<Merge*>(o)->entries);
  visit(static_cast<Merge*>(o)->key);
}

/// 1: the entry holds its iterator's next item; 0: exhausted; -1.
int advance(Merge* m, List* entry) {
  Ref item = next(entry->items[3]);
  if (!item) return failed() ? -1 : 0;
  Ref key = m->key ? call(m->key, item) : item;
  if (!key) return -1;
  assign(entry->items[0], key);
  assign(entry->items[2], item);
  return 1;
}
Ref merge_next(Value v) {
  Merge* m = merge_of(v);
  Own<List> heap = Own<List>::share(m->entries.as<List>());
  if (!m->started) {
    m->started = true;
    Own<List> sources = make_list();
    for (uint32_t i = 0; i < heap->size; i++) {
      Own<List> entry = make_list(4);
      Ref order = make_int(m->reverse ? -static_cast<int64_t>(i) : i);
      for (Value part : {kNone, order.get(), kNone, heap->items[i]}) list_append(entry.get(), part);
      int ok = advance(m, entry.get());
      if (ok < 0) return {};
      if (ok && !list_append(sources.get(), entry)) return {};
    }
    assign(m->entries, sources);
    heap = std::move(sources);
    if (!heapify_list(heap.get(), m->reverse)) return {};
  } else if (heap->size) {
    Own<List> entry = Own<List>::share(heap->items[0].as<List>());
    int ok = advance(m, entry.get());
    if (ok < 0) return {};
    if (ok ? !sift_up(heap.get(), 0, m->reverse) : !pop(heap.get(), m->reverse)) return {};
  }
  return heap->size ? Ref::share(heap->items[0].as<List>()->items[2]) : Ref();
}
Type make_merge_type() {
  Type t;
  t.name = "heapq.merge";
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.basic_size = sizeof(Merge);
  t.dealloc = merge_dealloc;
  t.traverse = merge_traverse;
  t.iter = [](Value v) { return Ref::share(v); };
  t.next = merge_next;
  return t;
}
Type merge_type = make_merge_type();

Ref merge(Value, const Value* args) {
  int reverse = args[2] ? truth(args[2]) : 0;
  if (reverse < 0) return {};
  Own<List> iterators = make_list();
  Tuple* sources = args[0].as<Tuple>();
  for (uint32_t i = 0; i < sources->size; i++) {
    Ref it = iterate(sources->items[i]);
    if (!it || !list_append(iterators.get(), it)) return {};
  }
  auto* m = allocate_as<Merge>(&merge_type);
  if (!m) return {};
  assign(m->entries, iterators);
  if (args[1] && args[1] != kNone) assign(m->key, args[1]);
  m->reverse = reverse;
  gc_track(m);
  return Ref::steal(m);
}

const NativeDef kFunctions[] = {
    {"heappush", heappush, "heap, item, /"},
    {"heappop", heappop, "heap, /"},
    {"heapify", heapify, "heap, /"},
    {"heapreplace", heapreplace, "heap, item, /"},
    {"heappushpop", heappushpop, "heap, item, /"},
    {"_heappop_max", heappop_max, "heap, /"},
    {"_heapify_max", heapify_max, "heap, /"},
    {"_heapreplace_max", heapreplace_max, "heap, item, /"},
    {"nlargest", nlargest, "n, iterable, key=None", kNativePythonStyle},
    {"nsmallest", nsmallest, "n, iterable, key=None", kNativePythonStyle},
    {"merge", merge, "*iterables, key=None, reverse=False", kNativePythonStyle},
    {nullptr, nullptr, nullptr},
};

bool initialize(Module* m) {
  ready_type(&merge_type);
  return module_add(m, kFunctions);
}

// ---- bisect -----------------------------------------------------------------------------------------------------------

/// Where to put x into the sorted sequence; -1 on error.
int64_t insertion_point(const Value* args, bool right) {
  int64_t low = 0, high = -1;
  if (args[2] && !to_int64(args[2], &low, OnOverflow::clamp)) return -1;
  if (low < 0) return raise(exc::ValueError, "lo must be non-negative"), -1;
  if (args[3] && args[3] != kNone && !to_int64(args[3], &high, OnOverflow::clamp)) return -1;
  Value key = args[4] && args[4] != kNone ? args[4] : Value();
  if (high < 0) {
    high = long_length(args[0]);
    if (high < 0) return -1;
  }
  while (low < high) {
    int64_t middle = low + (high - low) / 2;
    Ref item = get_item(args[0], make_int(middle));
    if (item && key) item = call(key, item);
    if (!item) return -1;
    int t = right ? less(args[1], item) : less(item, args[1]);
    if (t < 0) return -1;
    if (right ? t : !t) high = middle;
    else low = middle + 1;
  }
  return low;
}
template <bool right>
Ref bisect(Value, const Value* args) {
  int64_t at = insertion_point(args, right);
  return at < 0 ? Ref() : make_int(at);
}
template <bool right>
Ref insort(Value, const Value* args) {
  Ref x = Ref::share(args[1]);
  if (args[4] && args[4] != kNone) {
    x = call(args[4], args[1]);
    if (!x) return {};
  }
  const Value with_key[] = {args[0], x, args[2], args[3], args[4]};
  int64_t at = insertion_point(with_key, right);
  return at < 0 || !call_method(args[0], intern("insert"), make_int(at), args[1]) ? Ref() : none();
}
const NativeDef kBisectFunctions[] = {
    {"bisect_right", bisect<true>, "a, x, lo=0, hi=None, *, key=None"},
    {"bisect", bisect<true>, "a, x, lo=0, hi=None, *, key=None"},
    {"bisect_left", bisect<false>, "a, x, lo=0, hi=None, *, key=None"},
    {"insort_right", insort<true>, "a, x, lo=0, hi=None, *, key=None"},
    {"insort", insort<true>, "a, x, lo=0, hi=None, *, key=None"},
    {"insort_left", insort<false>, "a, x, lo=0, hi=None, *, key=None"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

bool heap_push(List* heap, Value item) { return static_cast<bool>(push(heap, item, false)); }
Ref heap_pop(List* heap) { return pop(heap, false); }

void register_heapq_module() { register_native_module("heapq", initialize); }
void register_bisect_module() {
  register_native_module("bisect", [](Module* m) { return module_add(m, kBisectFunctions); });
}

}  // namespace loopscope::python
