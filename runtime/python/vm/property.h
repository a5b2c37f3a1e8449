// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

namespace loopscope::python {

/// A function of a `property`, if that is one in Python: who calls it need not recurse. Else null.
enum class PropertyFunction : uint8_t { getter, setter, deleter };
Function* property_function(Value attribute, PropertyFunction which);

}  // namespace loopscope::python
