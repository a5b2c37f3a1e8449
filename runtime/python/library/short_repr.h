// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

namespace loopscope::python {

/// reprlib.repr: long text is cut in its middle, containers show their first items. Always a Str.
Ref short_repr(Value v);

}  // namespace loopscope::python
