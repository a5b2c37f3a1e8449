// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

namespace loopscope::python {

/// builtins.__build_class__(body, name, *bases, metaclass=..., **keywords): what a class statement calls.
Ref build_class(Value self, const Args& args);

}  // namespace loopscope::python
