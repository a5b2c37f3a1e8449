// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"
#include "python/vm/recursion.h"

namespace loopscope::python {

extern Type enumerate_type, zip_type, map_type, filter_type, reversed_type;
/// iter(callable, sentinel)
Ref make_callable_iterator(Value callable, Value sentinel);
void ready_iterator_types();
/// As next(), but a StopIteration in Python stays pending at the end: an iterator over another passes on what it carries.
inline Ref next_passing_on(Value iterator) {
  NativeRecursion recursion("while calling a Python object", 3);
  return recursion ? type_of(iterator)->next(iterator) : Ref();
}

}  // namespace loopscope::python
