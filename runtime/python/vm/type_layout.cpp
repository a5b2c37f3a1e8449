// SPDX-License-Identifier: MIT
#include <vector>

#include "python/vm/protocol.h"
#include "python/vm/type_attributes.h"
#include "python/vm/type_internal.h"

/// Whether instances of one class can become instances of another: for assignments to `__class__` and `__bases__`.
namespace loopscope::python {
namespace {

bool adds_nothing(const Type* type) {
  const Type* base = type->base;
  return base && type->basic_size == base->basic_size && type->dict_offset == base->dict_offset &&
         type->weaklist_offset == base->weaklist_offset && !((type->flags ^ base->flags) & kTypeGc);
}

/// The names that `__slots__` gave a class, in the order of their places.
std::vector<Str*> slot_names(Type* type) {
  std::vector<Str*> names;
  for (uint32_t at = type->base->basic_size; at < type->slots_end; at += sizeof(Value)) names.push_back(member_name(type, at));
  return names;
}

/// Do both add the same to the same base?
bool same_members(Type* a, Type* b) {
  if (!a->base || a->base != b->base || a->basic_size != b->basic_size || a->dict_offset != b->dict_offset ||
      a->weaklist_offset != b->weaklist_offset || (a->flags ^ b->flags) & kTypeGc)
    return false;
  if (!(a->flags & b->flags & kTypeHeap)) return false;
  std::vector<Str*> names = slot_names(a);
  for (Str* name : names)
    if (!name) return false;
  return names == slot_names(b);
}

/// CPython compares how memory is freed: one way for plain built-ins, another for classes and what the collector knows.
bool freed_plainly(const Type* type) { return !(type->flags & (kTypeGc | kTypeHeap)); }

}  // namespace

bool same_type_layout(Type* from, Type* to, const char* attribute) {
  if (freed_plainly(from) != freed_plainly(to)) {
    raise(exc::TypeError, "%s assignment: '%N' deallocator differs from '%N'", attribute, to, from);
    return false;
  }
  Type *a = from, *b = to;
  while (adds_nothing(a)) a = a->base;
  while (adds_nothing(b)) b = b->base;
  if (a == b || same_members(a, b)) return true;
  raise(exc::TypeError, "%s assignment: '%N' object layout differs from '%N'", attribute, to, from);
  return false;
}

}  // namespace loopscope::python
