// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/type.h"

/// The cycle collector. Reference counting frees almost everything at once; this finds the rest: groups of objects that
/// only refer to each other. Generations and finalisation order are CPython's (weak references, finalizers, clear).
/// It runs only where somebody calls it, never inside an allocation, so natives may hold borrowed values.
namespace loopscope::python {

/// Lies before every object whose type has kTypeGc (never before statics). Objects are in the doubly linked list of
/// their generation; `bits` is the previous head, or while a collection runs the object's number, plus two flags.
struct GcHead {
  GcHead* next;
  uintptr_t bits;
};
constexpr uintptr_t kGcFinalized = 1;   // finalize has run
constexpr uintptr_t kGcCollecting = 2;  // `bits` holds a number
constexpr uintptr_t kGcFlags = 3;

inline GcHead* gc_head(Object* object) { return reinterpret_cast<GcHead*>(object) - 1; }
inline Object* gc_object(GcHead* head) { return reinterpret_cast<Object*>(head + 1); }
/// Does it have a GcHead? (Static types are instances of a collected type but have none.)
inline bool gc_has_head(Object* object) {
  uint32_t flags = object->type->flags;
  if (!(flags & kTypeGc)) return false;
  return !(flags & kTypeTypeSubclass) || (static_cast<Type*>(object)->flags & kTypeHeap);
}
bool gc_is_tracked(Object* object);

/// Set when enough objects were made: call gc_collect_if_due at the next place where any Python code may run.
extern bool gc_due;
void gc_collect_if_due();
/// Collects that generation (0..2) and all younger ones; the number of unreachable objects found.
ptrdiff_t gc_collect(int generation);
/// What there is by now stays: the VM has started. Only full collections look at it.
void gc_settle();

constexpr int kGenerations = 3;
struct GcSettings {
  bool enabled = true;
  int threshold[kGenerations] = {2000, 10, 10};
  int count[kGenerations] = {};
  struct {
    uint64_t collections, collected;
  } stats[kGenerations] = {};
};
extern GcSettings gc_settings;
/// Calls `each` for every tracked object of a generation, or of all for -1. Must not allocate collected objects.
void gc_each(int generation, void (*each)(Object*, void*), void* context);

}  // namespace loopscope::python
