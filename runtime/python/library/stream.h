// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// The host's text streams: sys.stdin (0), sys.stdout (1), sys.stderr (2).
namespace loopscope::python {

/// A TextIOWrapper over a buffer over a FileIO, as CPython has it, whose output reaches the host at once.
Ref make_host_stream(int number);
/// 1 or 2 if `file` is sys.stdout or sys.stderr as they were made, with nothing changed about them and nothing waiting in
/// their buffers: text may go to write_plain directly. Else 0.
int plain_stream(Value file);
/// Writes text to such a stream. False: UnicodeEncodeError.
bool write_plain(int stream, Str* text);
/// Writes out what a print() further out has put together so far, so that what is about to be written comes after it.
void finish_print_in_progress();

/// builtins.print and builtins.input.
Ref builtin_print(Value, const Value* args);
Ref builtin_input(Value, const Value* args);
extern const char* const kPrintSignature;
/// file.write(text).
bool write_to(Value file, Str* text);

}  // namespace loopscope::python
