// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/args.h"

namespace loopscope::python {

extern const NativeDef kFloatMethods[];
extern const GetSetDef kFloatGetSet[];

}  // namespace loopscope::python
