// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <cstring>

#include "python/vm/str.h"

/// The table of canonical texts. Works before anything else is set up: it needs no type to be ready.
namespace loopscope::python {

namespace {

Str** table = nullptr;
uint32_t mask = 0;
uint32_t count = 0;

/// The slot of an equal text, or the empty one where it belongs.
template <class Same>
Str** find_slot(int64_t hash, Same&& same) {
  for (auto i = static_cast<uint32_t>(hash ^ (hash >> 32));; i++) {
    Str** slot = &table[i & mask];
    if (!*slot || ((*slot)->hash == hash && same(*slot))) return slot;
  }
}

void grow() {
  uint32_t old_size = table ? mask + 1 : 0;
  Str** old = table;
  uint32_t size = old_size ? old_size * 2 : 2048;
  table = static_cast<Str**>(std::calloc(size, sizeof(Str*)));
  if (!table) std::abort();
  mask = size - 1;
  for (uint32_t i = 0; i < old_size; i++) {
    if (old[i]) *find_slot(old[i]->hash, [](Str*) { return false; }) = old[i];
  }
  std::free(old);
}

void make_room() {
  if (!table || count * 4 >= mask * 3) grow();
}

Str* keep(Str** slot, Str* s) {
  incref(s);
  s->interned = true;
  *slot = s;
  count++;
  return s;
}

}  // namespace

Str* intern(Str* s) {
  if (s->interned) return s;
  make_room();
  int64_t hash = str_hash(s);
  Str** slot = find_slot(hash, [s](Str* other) { return str_equal(s, other); });
  if (*slot) return *slot;
  if (s->type == &str_type) return keep(slot, s);
  Own<Str> exact = exact_str(s);
  exact->hash = hash;
  return exact->interned ? exact.get() : keep(slot, exact.get());
}

Str* intern(std::string_view utf8) {
  make_room();
  bool ascii = true;
  for (char c : utf8) ascii &= static_cast<signed char>(c) >= 0;
  if (!ascii) return intern(make_str(utf8).get());
  int64_t hash = hash_bytes(utf8.data(), utf8.size());
  Str** slot = find_slot(hash, [utf8](Str* other) { return str_equals(other, utf8); });
  if (*slot) return *slot;
  Own<Str> s = new_str(utf8.size(), false);
  if (!s) std::abort();
  if (!utf8.empty()) std::memcpy(s->data, utf8.data(), utf8.size());
  s->ascii = true;
  s->hash = hash;
  return keep(slot, s.get());
}

}  // namespace loopscope::python
