// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "python/vm/objects.h"

namespace loopscope::python {

struct Generator;

/// warnings.warn: prints "FILE:LINE: Category: text\n  source line" once for each place, for the Python frame `stack_level`
/// below the running native (1: the caller). False: a filter turned it into an exception.
bool warn(Type& category, std::string_view message, int stack_level = 1);
/// warnings.warn_explicit: the same for a given place (SyntaxWarnings of the compiler).
bool warn_explicit(Type& category, std::string_view message, std::string_view filename, int line);
/// RuntimeWarning "coroutine 'qualname' was never awaited", as CPython's _warn_unawaited_coroutine; never raises.
void warn_never_awaited(Generator* coroutine);
/// The same for what asend(), athrow(), aclose() of an async generator gave.
void warn_method_never_awaited(Generator* generator, std::string_view method);

}  // namespace loopscope::python
