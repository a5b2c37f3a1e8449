// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/asyncio/objects.h"

namespace loopscope::python {

/// A function of CPython's asyncio that is native here: stands in the stacks that debug mode keeps.
struct LibraryPlace {
  const char* file;  // below the library's folder
  uint16_t line;
  const char* function;
};

/// How much of a stack is kept: of a handle's ten calls (asyncio.format_helpers.extract_stack), of a future's all.
enum class StackDepth { ten, all };
/// In a loop's debug mode, where something was created: (file, line, function, source) of the innermost calls, the newest
/// last. Null (no exception) when the loop is not in debug mode.
Ref creation_stack(LoopObject* loop, StackDepth depth, const LibraryPlace* innermost = nullptr);
/// " created at FILE:LINE", or nothing.
std::string creation_text(Value stack);

}  // namespace loopscope::python
