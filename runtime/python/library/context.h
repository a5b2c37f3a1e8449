// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/value.h"

namespace loopscope::python {

/// context.copy(), of a contextvars.Context: tasks and callbacks run in a copy of what was current when they were made.
Ref copy_context(Value context);

}  // namespace loopscope::python
