// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace loopscope::python {

/// A stretch of source text, as Python's `ast` gives it but with columns in code points.
/// Lines are 1-based, columns 0-based; the end is exclusive. `end_column` may be -1 in a
/// Diagnostic only: CPython then reports `end_offset` 0, "to be found out from the text".
struct SourceRange {
    int32_t line = 0;
    int32_t column = 0;
    int32_t end_line = 0;
    int32_t end_column = 0;
};

}  // namespace loopscope::python
