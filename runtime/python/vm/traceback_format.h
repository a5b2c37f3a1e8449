// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "python/vm/traceback_object.h"

namespace loopscope::python {

/// The "File ..., line ..., in ..." lines of a whole traceback, each ended by a newline. `with_marks`: ^^^^ under the
/// guilty part, and all lines of a statement.
enum class SourceShown : uint8_t { none, lines, marked };
std::string format_frames(Traceback* traceback, SourceShown shown = SourceShown::marked);
/// "module.Type: message", without the suggestions and notes that whole tracebacks have.
std::string format_exception_line(Exception* exception);
/// Columns that the first `bytes` bytes take in a terminal: East Asian wide characters take two.
size_t display_width(std::string_view utf8);
/// " Did you mean: 'x'?" and its like, or empty. Runs no handlers of its own: never leaves an exception.
std::string suggestion_for(Exception* exception);

}  // namespace loopscope::python
