// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "python/vm/args.h"

/// Standard input as the host gives it, line by line. In a page a line may not be there yet: what reads must then be able
/// to wait without the C++ stack, so it asks first.
namespace loopscope::python::files {

/// What a reader needs before it can go on.
enum class InputNeed { line, text, everything };

/// Is it there? `count`: how many characters (text). Takes what the host has, never waits.
bool input_has(InputNeed need, size_t count = 0);
/// Up to `count` bytes, of one line only; none: the end. False: the host has no line yet.
bool take_input(char* out, size_t count, size_t* got);
/// `go_on(self, args)`, `arguments` of them, as soon as standard input has what it needs: at once, or from a frame
/// that waits (then the result is kFramePushed).
Ref when_input_has(InputNeed need, size_t count, NativeFn go_on, Value self, const Value* args, uint32_t arguments);

}  // namespace loopscope::python::files
