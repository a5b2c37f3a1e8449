// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

namespace loopscope::python {

/// heapq.heappush and heappop on a list that is a heap already. Comparisons may run Python code.
bool heap_push(List* heap, Value item);
Ref heap_pop(List* heap);

}  // namespace loopscope::python
