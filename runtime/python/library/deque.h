// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

namespace loopscope::python {

/// collections.deque: a ring buffer.
struct Deque : Object {
  Value* items;       // owned references in `size` places from `first`, wrapping round
  uint32_t capacity;  // a power of two, or 0
  uint32_t first, size;
  uint32_t version;   // changes when items come or go: iterators notice
  int64_t maximum;    // -1: no limit
  Object* weaklist;

  Value& at(uint32_t i) { return items[(first + i) & (capacity - 1)]; }
};
extern Type deque_type;
void ready_deque_types();
bool deque_append_slowly(Deque* deque, Value item);
inline bool deque_append(Deque* deque, Value item) {
  if (deque->size == deque->capacity || deque->maximum >= 0) return deque_append_slowly(deque, item);
  deque->at(deque->size++) = Ref::share(item).release();
  deque->version++;
  return true;
}
/// It must not be empty.
inline Ref deque_pop_left(Deque* deque) {
  Ref item = Ref::steal(deque->items[deque->first]);
  deque->first = (deque->first + 1) & (deque->capacity - 1);
  deque->size--;
  deque->version++;
  return item;
}

}  // namespace loopscope::python
