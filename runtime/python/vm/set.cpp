// SPDX-License-Identifier: MIT
#include "python/vm/set.h"

#include <cstring>

#include "python/vm/gc.h"
#include "python/vm/memory.h"
#include "python/vm/protocol.h"

/// The table behind set and frozenset: CPython's layout (linear probes within a window, then a perturbed jump; growth by
/// four while small), so that iteration shows the same order for the same hashes.
namespace loopscope::python {

namespace {

constexpr uint32_t kMinSize = 8;
constexpr uint32_t kLinearProbes = 9;

Object deleted_marker{kImmortalRefcount, &none_type};
const Value kDeleted{&deleted_marker};

bool is_live(const SetEntry& e) { return e.key && e.key != kDeleted; }

void insert_clean(SetEntry* table, uint32_t mask, Value key, int64_t hash) {
  uint64_t perturb = static_cast<uint64_t>(hash);
  size_t i = static_cast<size_t>(hash) & mask;
  for (;;) {
    uint32_t probes = i + kLinearProbes <= mask ? kLinearProbes : 0;
    for (uint32_t k = 0; k <= probes; k++)
      if (!table[i + k].key) {
        table[i + k] = {hash, key};
        return;
      }
    perturb >>= 5;
    i = (i * 5 + 1 + static_cast<size_t>(perturb)) & mask;
  }
}

bool resize(Set* s, uint32_t minused) {
  uint32_t size = kMinSize;
  while (size <= minused) size <<= 1;
  SetEntry* old = s->table;
  uint32_t old_mask = s->mask;
  SetEntry copy[kMinSize];
  bool was_small = old == s->small;
  SetEntry* table;
  if (size == kMinSize) {
    if (was_small) {
      std::memcpy(copy, old, sizeof copy);
      old = copy;
    }
    table = s->small;
  } else {
    table = static_cast<SetEntry*>(buffer_allocate(size_t{size} * sizeof(SetEntry)));
    if (!table) return false;
  }
  for (uint32_t i = 0; i < size; i++) table[i] = {0, Value()};
  s->table = table;
  s->mask = size - 1;
  s->fill = s->used;
  for (uint32_t i = 0; i <= old_mask; i++)
    if (is_live(old[i])) insert_clean(table, s->mask, old[i].key, old[i].hash);
  if (!was_small) buffer_free(old);
  return true;
}

/// Entry of an equal key, or null: absent (then *error says whether __eq__ raised).
SetEntry* find(Set* s, Value key, int64_t hash, bool* error) {
  *error = false;
restart:
  SetEntry* table = s->table;
  const uint32_t mask = s->mask;
  uint64_t perturb = static_cast<uint64_t>(hash);
  size_t i = static_cast<size_t>(hash) & mask;
  for (;;) {
    uint32_t probes = i + kLinearProbes <= mask ? kLinearProbes : 0;
    for (uint32_t k = 0; k <= probes; k++) {
      SetEntry* e = &table[i + k];
      if (!e->key) return nullptr;
      if (e->hash != hash || e->key == kDeleted) continue;
      if (e->key == key) return e;
      if (e->key.is_small() && key.is_small()) continue;
      Ref held = Ref::share(e->key);
      int same = equal(held, key);
      if (same < 0) {
        *error = true;
        return nullptr;
      }
      if (s->table != table || s->mask != mask || e->key != held.get()) goto restart;
      if (same) return e;
    }
    perturb >>= 5;
    i = (i * 5 + 1 + static_cast<size_t>(perturb)) & mask;
  }
}

/// The place where CPython puts a new key: a slot of the first window that ends the search.
SetEntry* free_entry(Set* s, int64_t hash) {
  uint64_t perturb = static_cast<uint64_t>(hash);
  size_t i = static_cast<size_t>(hash) & s->mask;
  for (;;) {
    uint32_t probes = i + kLinearProbes <= s->mask ? kLinearProbes : 0;
    for (uint32_t k = 0; k <= probes; k++)
      if (!s->table[i + k].key) return &s->table[i + k];
    perturb >>= 5;
    i = (i * 5 + 1 + static_cast<size_t>(perturb)) & s->mask;
  }
}

}  // namespace

Own<Set> make_set_of(Type* type) {
  Set* s = allocate_as<Set>(type);
  if (!s) return {};
  s->table = s->small;
  s->mask = kMinSize - 1;
  s->hash = -1;
  gc_track(s);
  return Own<Set>::steal(s);
}

Own<Set> make_set(Value iterable, bool frozen) {
  Own<Set> s = make_set_of(frozen ? &frozenset_type : &set_type);
  if (s && iterable && !set_update(s.get(), iterable)) return {};
  return s;
}

bool set_add_hashed(Set* s, Value key, int64_t hash) {
  bool error;
  if (find(s, key, hash, &error)) return true;
  if (error) return false;
  incref(key);
  *free_entry(s, hash) = {hash, key};
  s->fill++;
  s->used++;
  if (static_cast<uint64_t>(s->fill) * 5 < static_cast<uint64_t>(s->mask) * 3) return true;
  return resize(s, s->used > 50000 ? s->used * 2 : s->used * 4);
}

bool set_add(Set* s, Value v) {
  int64_t h;
  return hash(v, &h) && set_add_hashed(s, v, h);
}

int set_contains_hashed(Set* s, Value v, int64_t h) {
  bool error;
  SetEntry* e = find(s, v, h, &error);
  return error ? -1 : e != nullptr;
}

int set_contains(Set* s, Value v) {
  int64_t h;
  return hash(v, &h) ? set_contains_hashed(s, v, h) : -1;
}

int set_discard_hashed(Set* s, Value v, int64_t h) {
  bool error;
  SetEntry* e = find(s, v, h, &error);
  if (error) return -1;
  if (!e) return 0;
  Value key = e->key;
  e->key = kDeleted;
  e->hash = -1;
  s->used--;
  decref(key);
  return 1;
}

int set_discard(Set* s, Value v) {
  int64_t h;
  return hash(v, &h) ? set_discard_hashed(s, v, h) : -1;
}

bool set_next_entry(Set* s, uint32_t* position, SetEntry* entry) {
  while (*position <= s->mask) {
    const SetEntry& e = s->table[(*position)++];
    if (!is_live(e)) continue;
    *entry = e;
    return true;
  }
  return false;
}

bool set_next(Set* s, uint32_t* position, Value* key) {
  SetEntry e;
  if (!set_next_entry(s, position, &e)) return false;
  *key = e.key;
  return true;
}

void set_clear(Set* s) {
  SetEntry copy[kMinSize];
  SetEntry* old = s->table;
  uint32_t mask = s->mask;
  bool was_small = old == s->small;
  if (was_small) {
    std::memcpy(copy, old, sizeof copy);
    old = copy;
  }
  for (SetEntry& e : s->small) e = {0, Value()};
  s->table = s->small;
  s->mask = kMinSize - 1;
  s->fill = s->used = 0;
  for (uint32_t i = 0; i <= mask; i++)
    if (is_live(old[i])) decref(old[i].key);
  if (!was_small) buffer_free(old);
}

/// Adds all of another set, as CPython's merge: into an empty one entries go in table order without searching.
bool set_merge(Set* s, Set* other) {
  if (s == other || !other->used) return true;
  if (static_cast<uint64_t>(s->fill + other->used) * 5 >= static_cast<uint64_t>(s->mask) * 3)
    if (!resize(s, (s->used + other->used) * 2)) return false;
  if (s->fill == 0 && s->mask == other->mask && other->fill == other->used) {
    for (uint32_t i = 0; i <= other->mask; i++) {
      s->table[i] = other->table[i];
      if (s->table[i].key) incref(s->table[i].key);
    }
    s->fill = other->fill;
    s->used = other->used;
    return true;
  }
  bool empty = s->fill == 0;
  uint32_t position = 0;
  SetEntry e;
  while (set_next_entry(other, &position, &e)) {
    if (empty) {
      incref(e.key);
      insert_clean(s->table, s->mask, e.key, e.hash);
      s->fill++;
      s->used++;
    } else {
      Ref held = Ref::share(e.key);
      if (!set_add_hashed(s, held, e.hash)) return false;
    }
  }
  return true;
}

bool set_update(Set* s, Value iterable) {
  if (is_set(iterable)) return set_merge(s, iterable.as<Set>());
  if (is_exact(iterable, dict_type)) {
    Dict* d = iterable.as<Dict>();
    uint32_t count = d->used;
    if (static_cast<uint64_t>(s->fill + count) * 5 >= static_cast<uint64_t>(s->mask) * 3 && !resize(s, (s->used + count) * 2))
      return false;
    for (uint32_t i = 0; i < d->count; i++) {
      if (!d->entries[i].key) continue;
      Ref key = Ref::share(d->entries[i].key);
      if (!set_add_hashed(s, key, d->entries[i].hash)) return false;
    }
    return true;
  }
  return for_each(iterable, [&](Value v) { return set_add(s, v); });
}

void set_swap(Set* a, Set* b) {
  bool a_small = a->table == a->small, b_small = b->table == b->small;
  std::swap(a->fill, b->fill);
  std::swap(a->used, b->used);
  std::swap(a->mask, b->mask);
  std::swap(a->table, b->table);
  for (uint32_t i = 0; i < kMinSize; i++) std::swap(a->small[i], b->small[i]);
  if (b_small) a->table = a->small;
  if (a_small) b->table = b->small;
}

}  // namespace loopscope::python
