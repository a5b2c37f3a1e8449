// SPDX-License-Identifier: MIT
#pragma once

#include "python/syntax/diagnostic.h"
#include "python/syntax/lexer.h"
#include "python/syntax/parser.h"

namespace loopscope::python {

/// Finds what CPython 3.13 would say about a program that is known not to parse.
Diagnostic diagnose(const Lexer& lexer, ParseMode mode);

}  // namespace loopscope::python
