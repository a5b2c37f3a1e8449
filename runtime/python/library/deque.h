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
bool deque_append(Deque* deque, Value item);
/// It must not be empty.
Ref deque_pop_left(Deque* deque);

}  // namespace loopscope::python
