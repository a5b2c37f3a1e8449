// SPDX-License-Identifier: MIT
#include "python/vm/dict.h"
#include "python/vm/protocol.h"
#include "python/vm/set.h"

/// Intersection, difference and the rest, element by element in the order in which CPython adds them.
namespace loopscope::python {

namespace {
/// A copy of `s` as `type`.
Own<Set> copy_as(Set* s, Type* type) {
  Own<Set> result = make_set_of(type);
  if (result && !set_merge(result.get(), s)) return {};
  return result;
}
/// Takes the elements of a set or dict out of `s`, with the hashes that are known.
bool discard_all(Set* s, Value other) {
  if (is_dict(other)) {
    Dict* d = other.as<Dict>();
    for (uint32_t i = 0; i < d->count; i++) {
      DictEntry e = d->entries[i];
      if (!e.key) continue;
      Ref held = Ref::share(e.key);
      if (set_discard_hashed(s, held, e.hash) < 0) return false;
    }
    return true;
  }
  uint32_t position = 0;
  SetEntry e;
  while (set_next_entry(other.as<Set>(), &position, &e)) {
    Ref held = Ref::share(e.key);
    if (set_discard_hashed(s, held, e.hash) < 0) return false;
  }
  return true;
}
}  // namespace

Ref set_intersection(Set* a, Value other, Type* type) {
  if (Value(a) == other) return copy_as(a, type);
  Own<Set> result = make_set_of(type);
  if (!result) return {};
  if (is_set(other)) {
    Set *small = a, *large = other.as<Set>();
    if (large->used < small->used) std::swap(small, large);
    uint32_t position = 0;
    SetEntry e;
    while (set_next_entry(small, &position, &e)) {
      Ref held = Ref::share(e.key);
      int has = set_contains_hashed(large, held, e.hash);
      if (has < 0 || (has && !set_add_hashed(result.get(), held, e.hash))) return {};
    }
    return result;
  }
  bool ok = for_each(other, [&](Value v) {
    int has = set_contains(a, v);
    return has >= 0 && (!has || set_add(result.get(), v));
  });
  return ok ? Ref(result) : Ref();
}

Ref set_difference(Set* a, Value other, Type* type) {
  if (!is_set(other) && !is_dict(other)) {
    Own<Set> result = copy_as(a, type);
    bool ok = result && for_each(other, [&](Value v) { return set_discard(result.get(), v) >= 0; });
    return ok ? Ref(result) : Ref();
  }
  uint32_t other_size = is_set(other) ? other.as<Set>()->used : other.as<Dict>()->used;
  if ((a->used >> 2) > other_size) {
    Own<Set> result = copy_as(a, type);
    bool ok = result && discard_all(result.get(), other);
    return ok ? Ref(result) : Ref();
  }
  Own<Set> result = make_set_of(type);
  uint32_t position = 0;
  SetEntry e;
  while (result && set_next_entry(a, &position, &e)) {
    Ref held = Ref::share(e.key);
    int has = is_set(other) ? set_contains_hashed(other.as<Set>(), held, e.hash) : dict_contains_hashed(other.as<Dict>(), held, e.hash);
    if (has < 0 || (!has && !set_add_hashed(result.get(), held, e.hash))) return {};
  }
  return result;
}

Ref set_symmetric_difference(Set* a, Value other, Type* type) {
  Own<Set> right = is_set(other) ? copy_as(other.as<Set>(), type) : make_set_of(type);
  if (!right || (!is_set(other) && !set_update(right.get(), other))) return {};
  uint32_t position = 0;
  SetEntry e;
  while (set_next_entry(a, &position, &e)) {
    Ref held = Ref::share(e.key);
    int gone = set_discard_hashed(right.get(), held, e.hash);
    if (gone < 0 || (!gone && !set_add_hashed(right.get(), held, e.hash))) return {};
  }
  return right;
}

int set_is_subset(Set* a, Set* b) {
  if (a->used > b->used) return 0;
  uint32_t position = 0;
  SetEntry e;
  while (set_next_entry(a, &position, &e)) {
    Ref held = Ref::share(e.key);
    int has = set_contains_hashed(b, held, e.hash);
    if (has <= 0) return has;
  }
  return 1;
}

}  // namespace loopscope::python
