// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "python/bytecode/code.h"

namespace loopscope::python {

/// Readable text of a code object and, after it, of every code object among its constants: line numbers, jump labels,
/// names and constants spelled out, exception table (the layout of CPython's dis).
std::string disassemble(const Code& code);

/// repr() of a constant; a code object is `<code object f, file "x.py", line 1>`.
std::string constant_text(const Constant& value);

/// "name", "x + y" ...: what an instruction's operand stands for; empty if the number says it all.
std::string operand_text(const Code& code, uint32_t offset);

}  // namespace loopscope::python
