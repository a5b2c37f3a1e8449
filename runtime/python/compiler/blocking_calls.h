// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "python/syntax/ast.h"
#include "python/syntax/source_range.h"

namespace loopscope::python {

/// A call in a coroutine that holds up the whole event loop until it returns.
struct BlockingCall {
    SourceRange range;
    /// What is called, by its full name: "time.sleep".
    std::string name;
    /// What does the same without blocking, as one would write it: "await asyncio.sleep(...)".
    std::string_view instead;
};

/// Advice for learners, not a mistake: what `async def`s of this module call directly although it blocks. Names are followed
/// through imports and through variables that hold a session or a client; calls in nested functions are left alone, since
/// they may well run in a thread.
std::vector<BlockingCall> find_blocking_calls(ast::ModNode& module);

}  // namespace loopscope::python
