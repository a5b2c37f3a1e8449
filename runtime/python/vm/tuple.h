// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

namespace loopscope::python {

/// An instance of tuple or of a subclass (named tuples); items null as in make_tuple.
Own<Tuple> make_tuple_of(Type* type, uint32_t size);
Ref tuple_iterate(Value v);

}  // namespace loopscope::python
