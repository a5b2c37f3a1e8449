// SPDX-License-Identifier: MIT
#pragma once

#include <cstdarg>
#include <initializer_list>
#include <string_view>

#include "python/vm/objects.h"

/// Exception instances. All built-in classes have the same C++ layout; what the fields `value`, `extra` and `extra2` hold:
///   StopIteration value; SystemExit code; in `value`
///   ImportError       value msg, extra name, extra2 path
///   NameError         extra name;  AttributeError: extra name, extra2 obj
///   OSError           value errno, extra strerror, extra2 filename (args alone when built from fewer than 2)
///   SyntaxError       value msg, extra tuple (filename, lineno, offset, text, end_lineno, end_offset)
///   Unicode*Error     extra tuple (encoding, object, start, end, reason)
///   exception groups  value message, extra tuple of exceptions
namespace loopscope::python {

/// What throw(), athrow() and raise accept: an instance (value must be None or null), or a class which is called with
/// `value` (a tuple spreads). TypeError "exceptions must be classes or instances deriving from BaseException, not X".
Ref normalize_exception(Value type_or_instance, Value value);

/// except*: the part of `group` whose leaves are in `leaves` (by identity), in its original shape; None if nothing is.
Ref exception_group_projection(Value group, Tuple* leaves);

/// Calls the class; the result is checked to be an exception.
Ref make_exception(Type& type, std::initializer_list<Value> arguments);
/// raise() with a va_list.
std::nullptr_t raise_formatted(Type& type, const char* format, va_list arguments);
/// The text raise() would give; false if a str() or repr() in it failed.
bool format_text(const char* format, va_list arguments, std::string* out);

/// OSError of the right subclass for `number` (FileNotFoundError...); filename may be null.
std::nullptr_t raise_os_error(int number, std::string_view message, Value filename = {});
/// Lines and columns as Python's: from 1, 0 = unknown. `text` is the source line, or empty for None.
std::nullptr_t raise_syntax_error(Type& type, std::string_view message, std::string_view filename, int line, int offset,
                                  std::string_view text, int end_line, int end_offset);
std::nullptr_t raise_import_error(Type& type, std::string_view message, Value name, Value path = {});

/// Sets `exception.__context__` as raising it while `handled` is being handled does; never makes a cycle.
void set_exception_context(Exception* exception, Value handled);

}  // namespace loopscope::python
