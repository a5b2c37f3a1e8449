// SPDX-License-Identifier: MIT
#pragma once

#include "python/syntax/diagnostic.h"
#include "python/syntax/lexer.h"
#include "python/syntax/parser.h"

namespace loopscope::python {

/// Finds what CPython 3.13 says about a program that does not parse. `first_token` may skip statements
/// at the beginning that are known to be right.
Diagnostic diagnose(const Lexer& lexer, ParseMode mode, size_t first_token);

}  // namespace loopscope::python
