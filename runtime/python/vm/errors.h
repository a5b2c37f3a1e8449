// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/value.h"

namespace loopscope::python {

struct Exception;
struct Str;

/// Built-in exception classes, `exc::TypeError` etc. (Type objects; table in exception_types.h).
#define LOOPSCOPE_EXCEPTION_TYPES(X)                                                                             \
  X(BaseException, nullptr) X(Exception, BaseException) X(BaseExceptionGroup, BaseException)                     \
  X(ExceptionGroup, Exception) X(GeneratorExit, BaseException) X(KeyboardInterrupt, BaseException)               \
  X(SystemExit, BaseException) X(CancelledError, BaseException) X(ArithmeticError, Exception)                    \
  X(FloatingPointError, ArithmeticError) X(OverflowError, ArithmeticError) X(ZeroDivisionError, ArithmeticError) \
  X(AssertionError, Exception) X(AttributeError, Exception) X(BufferError, Exception) X(EOFError, Exception)     \
  X(ImportError, Exception) X(ModuleNotFoundError, ImportError) X(LookupError, Exception)                        \
  X(IndexError, LookupError) X(KeyError, LookupError) X(MemoryError, Exception) X(NameError, Exception)          \
  X(UnboundLocalError, NameError) X(OSError, Exception) X(BlockingIOError, OSError)                              \
  X(ChildProcessError, OSError) X(ConnectionError, OSError) X(BrokenPipeError, ConnectionError)                  \
  X(ConnectionAbortedError, ConnectionError) X(ConnectionRefusedError, ConnectionError)                          \
  X(ConnectionResetError, ConnectionError) X(FileExistsError, OSError) X(FileNotFoundError, OSError)             \
  X(InterruptedError, OSError) X(IsADirectoryError, OSError) X(NotADirectoryError, OSError)                      \
  X(PermissionError, OSError) X(ProcessLookupError, OSError) X(TimeoutError, OSError)                            \
  X(ReferenceError, Exception) X(RuntimeError, Exception) X(NotImplementedError, RuntimeError)                   \
  X(RecursionError, RuntimeError) X(PythonFinalizationError, RuntimeError) X(StopAsyncIteration, Exception)      \
  X(StopIteration, Exception) X(SyntaxError, Exception) X(IndentationError, SyntaxError)                         \
  X(TabError, IndentationError) X(SystemError, Exception) X(TypeError, Exception) X(ValueError, Exception)       \
  X(UnicodeError, ValueError) X(UnicodeDecodeError, UnicodeError) X(UnicodeEncodeError, UnicodeError)            \
  X(UnicodeTranslateError, UnicodeError) X(Warning, Exception) X(BytesWarning, Warning)                          \
  X(DeprecationWarning, Warning) X(EncodingWarning, Warning) X(FutureWarning, Warning)                           \
  X(ImportWarning, Warning) X(PendingDeprecationWarning, Warning) X(ResourceWarning, Warning)                    \
  X(RuntimeWarning, Warning) X(SyntaxWarning, Warning) X(UnicodeWarning, Warning) X(UserWarning, Warning)

namespace exc {
#define LOOPSCOPE_DECLARE_EXCEPTION(name, base) extern Type name;
LOOPSCOPE_EXCEPTION_TYPES(LOOPSCOPE_DECLARE_EXCEPTION)
#undef LOOPSCOPE_DECLARE_EXCEPTION
}  // namespace exc

/// Raises `type(message)`; printf-like with extra conversions: %T the type name of a Value argument, %N the
/// name of a Type*, %S str() of a Value, %R repr() of a Value, %U a Str*; plus %s %d %zd %lld %g %c %%.
/// A null format: no arguments. Always returns null, so: `return raise(exc::TypeError, "...")`.
std::nullptr_t raise(Type& type, const char* format, ...);
/// Raises an exception instance or class (borrowed), setting __context__ to the exception being handled.
std::nullptr_t raise_value(Value exception);
/// Raises `type(value)` with one argument that is not a message (KeyError(key), StopIteration(value)).
std::nullptr_t raise_with(Type& type, Value argument);

/// The exception in flight (borrowed), or null.
Exception* pending();
bool failed();
/// Is one in flight and an instance of `type`?
bool pending_is(Type& type);
/// Takes the exception in flight away from the thread: owned; null if none.
Ref take_pending();
/// Puts it back (steals). Does not touch context or traceback.
void restore_pending(Ref exception);
void clear_pending();
/// Where an exception cannot be raised (in dealloc, __del__): prints "Exception ignored in: ..." as CPython.
void write_unraisable(const char* where_format, Value object);

}  // namespace loopscope::python
