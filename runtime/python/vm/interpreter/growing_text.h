// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/frame.h"

/// Text that is built piece by piece (`s += piece`) grows in place, so that it takes linear time, as in CPython.
namespace loopscope::python {

/// `text + more` that the next instruction stores to the variable which `text` came from: that variable, if it and the
/// caller hold the only references. `op`: operand of BINARY_OP.
Value* growing_text(uint32_t op, Value text, Value more, const uint32_t* next, Frame* frame);
/// None stands in for the variable's value until it is stored to. `text` is the caller's reference.
Ref grow_text(Value* variable, Ref text, Value more);

}  // namespace loopscope::python
