// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

namespace loopscope::python {

/// What throw(), athrow() and raise accept: an instance (value must be None or null), or a class which is called with
/// `value` (a tuple spreads). TypeError "exceptions must be classes or instances deriving from BaseException, not X".
Ref normalize_exception(Value type_or_instance, Value value);

/// except*: the part of `group` whose leaves are in `leaves` (by identity), in its original shape; None if nothing is.
Ref exception_group_projection(Value group, Tuple* leaves);

}  // namespace loopscope::python
