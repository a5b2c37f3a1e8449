// SPDX-License-Identifier: MIT
#include <cstring>

#include "python/vm/dict.h"
#include "python/vm/gc.h"
#include "python/vm/memory.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"

/// The table behind dict: entries in insertion order, and an open-addressed index into them in the same block.
namespace loopscope::python {

namespace {

constexpr int32_t kEmpty = -1, kDeleted = -2;
constexpr uint32_t kMinIndex = 8;

uint32_t last_version = 0;
void touch(Dict* d) { d->version = ++last_version; }

uint32_t usable(uint32_t index_size) { return index_size * 2 / 3; }

/// A probe sequence that visits every place of a power-of-two table.
struct Probe {
  uint32_t place;
  uint64_t perturb;
  uint32_t mask;
  Probe(int64_t hash, uint32_t m)
      : place(static_cast<uint32_t>(static_cast<uint64_t>(hash)) & m), perturb(static_cast<uint64_t>(hash)), mask(m) {}
  void next() {
    perturb >>= 5;
    place = (place * 5 + 1 + static_cast<uint32_t>(perturb)) & mask;
  }
};

void put_index(int32_t* index, uint32_t mask, int64_t hash, int32_t entry) {
  Probe p(hash, mask);
  while (index[p.place] >= 0) p.next();
  index[p.place] = entry;
}

/// Rebuilds for at least `wanted` live entries, dropping deleted ones.
bool resize(Dict* d, uint32_t wanted) {
  uint32_t size = kMinIndex;
  while (usable(size) < wanted) size *= 2;
  uint32_t capacity = usable(size);
  void* block = buffer_allocate(size_t{capacity} * sizeof(DictEntry) + size_t{size} * sizeof(int32_t));
  if (!block) return false;
  DictEntry* entries = static_cast<DictEntry*>(block);
  int32_t* index = reinterpret_cast<int32_t*>(entries + capacity);
  std::memset(index, 0xFF, size * sizeof(int32_t));
  uint32_t count = 0;
  for (uint32_t i = 0; i < d->count; i++) {
    if (!d->entries[i].key) continue;
    entries[count] = d->entries[i];
    put_index(index, size - 1, entries[count].hash, static_cast<int32_t>(count));
    count++;
  }
  if (d->entries) buffer_free(d->entries);
  d->entries = entries;
  d->index = index;
  d->count = count;
  d->capacity = capacity;
  d->mask = size - 1;
  touch(d);
  return true;
}

bool same_text(Value a, Str* b) {
  Str* s = a.as<Str>();
  return !(s->interned && b->interned) && str_equal(s, b);
}

inline int64_t hash_of(Str* key) { return key->hash != -1 ? key->hash : str_hash(key); }

/// Entry of a str key; -1 absent. Needs no Python code if all keys are str.
int32_t find_str(Dict* d, Str* key) {
  if (!d->entries) return -1;
  int64_t hash = hash_of(key);
  if (!(d->str_bits & str_bit(key))) return -1;
  for (Probe p(hash, d->mask);; p.next()) {
    int32_t i = d->index[p.place];
    if (i == kEmpty) return -1;
    if (i == kDeleted) continue;
    DictEntry& e = d->entries[i];
    if (e.key == Value(key)) return i;
    if (e.hash == hash && is_str(e.key) && same_text(e.key, key)) return i;
  }
}

/// -1 absent, -2 error. `hash` is the key's.
int32_t find(Dict* d, Value key, int64_t hash) {
  if (is_exact(key, str_type) && d->plain_keys) return find_str(d, key.as<Str>());
restart:
  if (!d->entries) return -1;
  const DictEntry* entries = d->entries;
  const uint32_t mask = d->mask;
  for (Probe p(hash, d->mask);; p.next()) {
    int32_t i = d->index[p.place];
    if (i == kEmpty) return -1;
    if (i == kDeleted) continue;
    DictEntry& e = d->entries[i];
    if (e.key == key) return i;
    if (e.hash != hash) continue;
    if (e.key.is_small() && key.is_small()) continue;
    Ref held = Ref::share(e.key);
    int same = equal(held, key);
    if (same < 0) return -2;
    // Only if the place is another's now, as in CPython: an __eq__ that adds a key each time must not search for ever.
    if (d->entries != entries || d->mask != mask || d->entries[i].key != held) goto restart;
    if (same) return i;
  }
}

bool insert_new(Dict* d, Value key, int64_t hash, Value value) {
  if (d->count >= d->capacity && !resize(d, d->used < 4 ? 5 : d->used * 2)) return false;
  int32_t i = static_cast<int32_t>(d->count++);
  incref(key);
  incref(value);
  d->entries[i] = {hash, key, value};
  put_index(d->index, d->mask, hash, i);
  d->used++;
  if (is_exact(key, str_type)) {
    d->str_bits |= str_bit(key.as<Str>());
  } else {
    d->plain_keys = false;
    if (is_str(key)) d->str_bits = ~uint64_t{0};  // it may have a hash of its own
  }
  touch(d);
  return true;
}

bool set_with_hash(Dict* d, Value key, int64_t hash, Value value) {
  int32_t i = find(d, key, hash);
  if (i == -2) return false;
  if (i >= 0) {
    assign(d->entries[i].value, value);
    return true;
  }
  return insert_new(d, key, hash, value);
}

}  // namespace

Own<Dict> make_dict(uint32_t expected) { return make_dict_of(&dict_type, expected); }

Own<Dict> make_dict_of(Type* type, uint32_t expected) {
  Dict* d = allocate_as<Dict>(type);
  if (!d) return {};
  d->plain_keys = true;
  d->str_bits = 0;
  if (expected && !resize(d, expected)) {
    d->entries = nullptr;
    free_object(d);
    return {};
  }
  gc_track(d);
  return Own<Dict>::steal(d);
}

Value dict_get(Dict* d, Str* key) {
  int32_t i = find_str(d, key);
  return i < 0 ? Value() : d->entries[i].value;
}

Value dict_get(Dict* d, Value key) {
  int64_t h;
  if (!hash(key, &h)) return {};
  int32_t i = find(d, key, h);
  return i < 0 ? Value() : d->entries[i].value;
}

int32_t dict_find(Dict* d, Str* key) { return find_str(d, key); }

int32_t dict_store(Dict* d, Str* key, Value value) {
  int64_t hash = hash_of(key);
  int32_t i = d->str_bits & str_bit(key) ? find_str(d, key) : -1;
  if (i >= 0) {
    assign(d->entries[i].value, value);
    return i;
  }
  return insert_new(d, key, hash, value) ? static_cast<int32_t>(d->count) - 1 : -1;
}

bool dict_set(Dict* d, Str* key, Value value) { return dict_store(d, key, value) >= 0; }

bool dict_set(Dict* d, Value key, Value value) {
  int64_t h;
  return hash(key, &h) && set_with_hash(d, key, h, value);
}

int dict_delete(Dict* d, Value key) {
  int64_t h;
  if (!hash(key, &h)) return -1;
  int32_t i = find(d, key, h);
  if (i < 0) return i == -2 ? -1 : 0;
  dict_delete_entry(d, i);
  return 1;
}

void dict_delete_entry(Dict* d, int32_t i) {
  DictEntry entry = d->entries[i];
  Probe p(entry.hash, d->mask);
  while (d->index[p.place] != i) p.next();
  d->index[p.place] = kDeleted;
  d->entries[i].key = Value();
  d->entries[i].value = Value();
  d->used--;
  touch(d);
  decref(entry.key);
  decref(entry.value);
}

void dict_trim(Dict* d) {
  // The places of forgotten entries stay "deleted", so those entries are not to be had again before a resize: the index
  // must always keep empty places, at which searches end.
  while (d->count && !d->entries[d->count - 1].key) {
    d->count--;
    d->capacity--;
  }
  if (d->index && !d->count) {
    std::memset(d->index, 0xFF, (size_t{d->mask} + 1) * sizeof(int32_t));
    d->capacity = usable(d->mask + 1);
  }
}

int dict_contains(Dict* d, Value key) {
  int64_t h;
  if (!hash(key, &h)) return -1;
  int32_t i = find(d, key, h);
  return i == -2 ? -1 : i >= 0;
}

bool dict_next(Dict* d, uint32_t* position, Value* key, Value* value) {
  while (*position < d->count) {
    DictEntry& e = d->entries[(*position)++];
    if (!e.key) continue;
    if (key) *key = e.key;
    if (value) *value = e.value;
    return true;
  }
  return false;
}

Own<Dict> dict_copy(Dict* d) {
  Own<Dict> copy = make_dict(d->used);
  if (!copy) return {};
  for (uint32_t i = 0; i < d->count; i++) {
    DictEntry& e = d->entries[i];
    if (e.key && !insert_new(copy.get(), e.key, e.hash, e.value)) return {};
  }
  return copy;
}

void dict_clear(Dict* d) {
  DictEntry* entries = d->entries;
  uint32_t count = d->count;
  d->entries = nullptr;
  d->index = nullptr;
  d->count = d->used = d->capacity = d->mask = 0;
  d->plain_keys = true;
  d->str_bits = 0;
  touch(d);
  for (uint32_t i = 0; i < count; i++) {
    if (!entries[i].key) continue;
    decref(entries[i].key);
    decref(entries[i].value);
  }
  if (entries) buffer_free(entries);
}

Value dict_get_hashed(Dict* d, Value key, int64_t hash) {
  int32_t i = find(d, key, hash);
  return i < 0 ? Value() : d->entries[i].value;
}

int dict_contains_hashed(Dict* d, Value key, int64_t hash) {
  int32_t i = find(d, key, hash);
  return i == -2 ? -1 : i >= 0;
}

Value dict_set_default(Dict* d, Value key, Value value) {
  int64_t h;
  if (!hash(key, &h)) return {};
  int32_t i = find(d, key, h);
  if (i == -2) return {};
  if (i >= 0) return d->entries[i].value;
  return insert_new(d, key, h, value) ? value : Value();
}

Ref dict_pop(Dict* d, Value key) {
  int64_t h;
  if (!d->used || !hash(key, &h)) return {};
  int32_t i = find(d, key, h);
  if (i < 0) return {};
  Ref value = Ref::share(d->entries[i].value);
  dict_delete_entry(d, i);
  return value;
}

bool dict_update(Dict* d, Value source) {
  if (is_exact(source, dict_type)) {
    Dict* other = source.as<Dict>();
    if (other == d) return true;
    for (uint32_t i = 0; i < other->count; i++) {
      DictEntry e = other->entries[i];
      if (!e.key) continue;
      Ref key = Ref::share(e.key), value = Ref::share(e.value);
      uint32_t version = other->version;
      if (!set_with_hash(d, key, e.hash, value)) return false;
      if (other->version != version) {
        raise(exc::RuntimeError, "dict mutated during update");
        return false;
      }
    }
    return true;
  }
  Ref keys = get_attr_or_null(source, names::keys);
  if (failed()) return false;
  if (keys) {
    Ref list = call(keys);
    return list && for_each(list, [&](Value key) {
             Ref v = get_item(source, key);
             return v && dict_set(d, key, v);
           });
  }
  ptrdiff_t n = 0;
  return for_each(source, [&](Value pair) {
    Own<Tuple> items;
    if (!type_of(pair)->iter && !type_of(pair)->getitem) {
      raise(exc::TypeError, "cannot convert dictionary update sequence element #%zd to a sequence", n);
      return false;
    }
    items = to_tuple(pair);
    if (!items) return false;
    if (items->size != 2) {
      raise(exc::ValueError, "dictionary update sequence element #%zd has length %d; 2 is required", n,
            static_cast<int>(items->size));
      return false;
    }
    n++;
    return dict_set(d, items->items[0], items->items[1]);
  });
}

void dict_dealloc(Object* o) {
  Dict* d = static_cast<Dict*>(o);
  gc_untrack(o);
  dict_clear(d);
  free_object(o);
}

void dict_traverse(Object* o, Visitor& visit) {
  Dict* d = static_cast<Dict*>(o);
  for (uint32_t i = 0; i < d->count; i++) {
    visit(d->entries[i].key);
    visit(d->entries[i].value);
  }
}

}  // namespace loopscope::python
