// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "python/vm/objects.h"

/// What the interpreter does through the module sys, so that a program can replace it: sys.stderr, sys.displayhook,
/// sys.excepthook, sys.unraisablehook.
namespace loopscope::python {

/// Writes to sys.stderr, whatever the program has put there; a failure of it is dropped.
void write_error_text(std::string_view utf8);
/// An expression statement of interactive code has this value. False: an exception is set.
bool display_value(Value v);
/// The exception ended a thread of control: sys.excepthook gets it, and sys.last_exc keeps it with all its frames.
void report_uncaught(Exception* exception);
/// Lets go of what sys keeps of a failure and of importing, when the program is over.
void forget_uncaught();
/// An exception that cannot be raised: sys.unraisablehook gets it. `message` may be empty ("Exception ignored in").
void report_unraisable(Exception* exception, std::string_view message, Value object);

/// What the hooks do if not replaced.
bool default_display(Value v);
void print_unraisable(Exception* exception, std::string_view message, Value object);

}  // namespace loopscope::python
