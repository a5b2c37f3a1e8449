// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "python/bytecode/code.h"

namespace loopscope::python {

/// Checks a code object and those among its constants against the opcode table: operands in range, jumps on
/// instructions, every path with one stack depth within stacksize, exception table sorted and matching the depths.
/// Empty if all is well, else the first finding. For tests and debug builds; trusts nothing.
std::string verify(const Code& code);

}  // namespace loopscope::python
