// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/args.h"

namespace loopscope::python {

/// `type`'s own attributes: __name__, __bases__, __dict__...
extern const GetSetDef kTypeGetSet[];

}  // namespace loopscope::python
