// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/args.h"

namespace loopscope::python {

/// Named methods and attributes of `object` (its slots are in object_type.cpp).
extern const NativeDef kObjectMethods[];
extern const GetSetDef kObjectGetSet[];

}  // namespace loopscope::python
