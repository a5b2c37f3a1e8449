// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

namespace loopscope::python {

/// Iterator over a list or tuple.
struct SequenceIterator : Object {
  Value sequence;  // owned; null when exhausted
  int64_t position;
};
extern Type list_iterator_type;

/// Iterator over a range of small ints.
struct RangeIterator : Object {
  intptr_t value, step;
  uint64_t left;
};
extern Type range_iterator_type;

}  // namespace loopscope::python
