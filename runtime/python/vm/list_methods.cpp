// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstring>

#include "python/vm/generic_alias.h"
#include "python/vm/list.h"
#include "python/vm/protocol.h"

namespace loopscope::python {

Ref compare_sizes(size_t a, size_t b, CompareOp op) {
  switch (op) {
    case CompareOp::lt: return boolean(a < b);
    case CompareOp::le: return boolean(a <= b);
    case CompareOp::eq: return boolean(a == b);
    case CompareOp::ne: return boolean(a != b);
    case CompareOp::gt: return boolean(a > b);
    case CompareOp::ge: return boolean(a >= b);
  }
  return {};
}

bool subscript_index(Value key, const char* type_name, ptrdiff_t* out) {
  if (key.is_small()) {
    *out = key.small_value();
    return true;
  }
  if (!type_of(key)->index) {
    raise(exc::TypeError, "%s indices must be integers or slices, not %T", type_name, key);
    return false;
  }
  Ref n = index(key);
  if (!n) return false;
  int64_t v;
  if (!int_fits(n, &v)) {
    raise(exc::IndexError, "cannot fit '%T' into an index-sized integer", key);
    return false;
  }
  *out = static_cast<ptrdiff_t>(v);
  return true;
}

namespace {

List* self_of(Value v) { return v.as<List>(); }

Ref append(Value self, const Value* args) { return list_append(self_of(self), args[0]) ? none() : Ref(); }

Ref extend(Value self, const Value* args) { return list_extend(self_of(self), args[0]) ? none() : Ref(); }

Ref insert(Value self, const Value* args) {
  List* list = self_of(self);
  ptrdiff_t i;
  if (!to_ssize(args[0], &i, true)) return {};
  ptrdiff_t n = list->size;
  if (i < 0) i = i + n < 0 ? 0 : i + n;
  if (i > n) i = n;
  if (!list_reserve(list, list->size + 1)) return {};
  std::memmove(list->items + i + 1, list->items + i, static_cast<size_t>(n - i) * sizeof(Value));
  incref(args[1]);
  list->items[i] = args[1];
  list->size++;
  return none();
}

Ref pop(Value self, const Value* args) {
  List* list = self_of(self);
  ptrdiff_t i = -1;
  if (args[0] && !to_ssize(args[0], &i)) return {};
  if (!list->size) return raise(exc::IndexError, "pop from empty list");
  if (i < 0) i += list->size;
  if (i < 0 || i >= static_cast<ptrdiff_t>(list->size)) return raise(exc::IndexError, "pop index out of range");
  Ref item = Ref::steal(list->items[i]);
  list->size--;
  std::memmove(list->items + i, list->items + i + 1, (list->size - static_cast<size_t>(i)) * sizeof(Value));
  return item;
}

/// Position of the first equal item in [start, stop), -1 none, -2 error.
ptrdiff_t find(List* list, Value v, ptrdiff_t start, ptrdiff_t stop) {
  for (ptrdiff_t i = start; i < stop && i < static_cast<ptrdiff_t>(list->size); i++) {
    Ref held = Ref::share(list->items[i]);
    int same = equal(held, v);
    if (same < 0) return -2;
    if (same) return i;
  }
  return -1;
}

Ref remove(Value self, const Value* args) {
  List* list = self_of(self);
  ptrdiff_t i = find(list, args[0], 0, list->size);
  if (i == -2) return {};
  if (i == -1) return raise(exc::ValueError, "list.remove(x): x not in list");
  // An __eq__ that has emptied the list took the item with it.
  if (i >= static_cast<ptrdiff_t>(list->size)) return none();
  return list_replace(list, i, i + 1, nullptr, 0) ? none() : Ref();
}

Ref index_method(Value self, const Value* args) {
  List* list = self_of(self);
  ptrdiff_t start = 0, stop = PTRDIFF_MAX;
  if (args[1] && !to_ssize(args[1], &start, true)) return {};
  if (args[2] && !to_ssize(args[2], &stop, true)) return {};
  const ptrdiff_t n = list->size;  // only now: an __index__ may have changed it
  if (start < 0) start = start + n < 0 ? 0 : start + n;
  if (stop < 0) stop += n;
  ptrdiff_t i = find(list, args[0], start, stop);
  if (i == -2) return {};
  if (i == -1) return raise(exc::ValueError, "%R is not in list", args[0]);
  return make_int(i);
}

Ref count_method(Value self, const Value* args) {
  List* list = self_of(self);
  int64_t n = 0;
  for (uint32_t i = 0; i < list->size; i++) {
    Ref held = Ref::share(list->items[i]);
    int same = equal(held, args[0]);
    if (same < 0) return {};
    n += same;
  }
  return make_int(n);
}

Ref clear_method(Value self, const Value*) {
  list_clear(self_of(self));
  return none();
}

Ref copy(Value self, const Value*) {
  List* list = self_of(self);
  Own<List> result = make_list(list->size);
  if (!result || !list_extend(result.get(), make_tuple(list->items, list->size))) return {};
  return result;
}

Ref reverse(Value self, const Value*) {
  List* list = self_of(self);
  std::reverse(list->items, list->items + list->size);
  return none();
}

Ref sort(Value self, const Value* args) {
  int reversed = args[1] ? truth(args[1]) : 0;
  if (reversed < 0) return {};
  return list_sort(self_of(self), args[0], reversed) ? none() : Ref();
}


Ref reversed_method(Value self, const Value*) { return list_reversed(self); }

}  // namespace

const NativeDef kListMethods[] = {
    {"append", append, "object, /"},
    {"extend", extend, "iterable, /"},
    {"insert", insert, "index, object, /"},
    {"pop", pop, "index=-1, /"},
    {"remove", remove, "value, /"},
    {"index", index_method, "value, start=0, stop=9223372036854775807, /"},
    {"count", count_method, "value, /"},
    {"clear", clear_method, ""},
    {"copy", copy, ""},
    {"reverse", reverse, ""},
    {"sort", sort, "*, key=None, reverse=False"},
    {"__reversed__", reversed_method, ""},
    {"__class_getitem__", class_getitem, "item, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};

}  // namespace loopscope::python
