// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// set beyond objects.h: for its own methods and dict views.
namespace loopscope::python {

inline bool is_set(Value v) { return v.is_object() && (v.object()->type->flags & kTypeSetSubclass); }
/// An empty instance of set, frozenset or a subclass.
Own<Set> make_set_of(Type* type);
bool set_add_hashed(Set* s, Value key, int64_t hash);
int set_contains_hashed(Set* s, Value v, int64_t hash);
int set_discard_hashed(Set* s, Value v, int64_t hash);
bool set_next_entry(Set* s, uint32_t* position, SetEntry* entry);
void set_clear(Set* s);
bool set_merge(Set* s, Set* other);
bool set_update(Set* s, Value iterable);
void set_swap(Set* a, Set* b);
/// Set operators and methods (set_operations.cpp). Results are of `type`.
Ref set_intersection(Set* a, Value other, Type* type);
Ref set_difference(Set* a, Value other, Type* type);
Ref set_symmetric_difference(Set* a, Value other, Type* type);
/// Is every element of a in b?
int set_is_subset(Set* a, Set* b);

}  // namespace loopscope::python
