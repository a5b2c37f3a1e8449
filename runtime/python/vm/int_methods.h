// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/args.h"

namespace loopscope::python {

extern const NativeDef kIntMethods[];
extern const GetSetDef kIntGetSet[];

}  // namespace loopscope::python
