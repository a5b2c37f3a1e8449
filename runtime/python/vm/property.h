// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

namespace loopscope::python {

/// The getter of a `property`, if it is a function in Python: who calls it need not recurse. Else null.
Function* getter_of_property(Value attribute);

}  // namespace loopscope::python
