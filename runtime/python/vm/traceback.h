// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "python/vm/frame.h"

namespace loopscope::python {

/// Adds `frame` at its current instruction to the pending exception's traceback.
void add_traceback(Frame* frame);
/// Prints to stderr in CPython's format: traceback with ranges, causes and contexts, groups, notes, suggestions.
void print_exception(Exception* exception);
std::string format_exception(Exception* exception);
/// Makes the text of a file known to tracebacks and warnings.
void register_source(std::string_view filename, std::string_view text);
/// Its whole text, borrowed; null if the file is unknown.
const std::string* source_text(std::string_view filename);
/// Line `number` (from 1) without its newline; false if the file or line is unknown.
bool source_line(std::string_view filename, int number, std::string* line);

}  // namespace loopscope::python
