// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "python/vm/value.h"

namespace loopscope::python {

/// The `__doc__` that the slot of a special method has in CPython (typeobject.c), which help() prints; None for others.
Ref slot_doc(std::string_view name);
/// Its `__text_signature__`.
Ref slot_signature(std::string_view name);

}  // namespace loopscope::python
