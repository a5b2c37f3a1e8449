// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

namespace loopscope::python::names {

/// Interned strings the runtime itself looks up. Add what you need; sorted by kind. `names::__init__` is a Str*.
#define LOOPSCOPE_NAMES(X)                                                                                           \
  X(__init__) X(__new__) X(__del__) X(__call__) X(__repr__) X(__str__) X(__bytes__) X(__format__) X(__hash__)        \
  X(__bool__) X(__len__) X(__length_hint__) X(__getitem__) X(__setitem__) X(__delitem__) X(__missing__)              \
  X(__contains__) X(__iter__) X(__next__) X(__reversed__) X(__getattr__) X(__getattribute__) X(__setattr__)          \
  X(__delattr__) X(__dir__) X(__get__) X(__set__) X(__delete__) X(__set_name__) X(__init_subclass__)                 \
  X(__class_getitem__) X(__instancecheck__) X(__subclasscheck__) X(__subclasshook__) X(__prepare__)                  \
  X(__mro_entries__) X(__enter__) X(__exit__) X(__aenter__) X(__aexit__) X(__await__) X(__aiter__) X(__anext__)      \
  X(__lt__) X(__le__) X(__eq__) X(__ne__) X(__gt__) X(__ge__)                                                        \
  X(__add__) X(__radd__) X(__iadd__) X(__sub__) X(__rsub__) X(__isub__) X(__mul__) X(__rmul__) X(__imul__)           \
  X(__truediv__) X(__rtruediv__) X(__itruediv__) X(__floordiv__) X(__rfloordiv__) X(__ifloordiv__)                   \
  X(__mod__) X(__rmod__) X(__imod__) X(__divmod__) X(__rdivmod__) X(__pow__) X(__rpow__) X(__ipow__)                 \
  X(__matmul__) X(__rmatmul__) X(__imatmul__) X(__lshift__) X(__rlshift__) X(__ilshift__)                            \
  X(__rshift__) X(__rrshift__) X(__irshift__) X(__and__) X(__rand__) X(__iand__) X(__or__) X(__ror__) X(__ior__)     \
  X(__xor__) X(__rxor__) X(__ixor__) X(__neg__) X(__pos__) X(__abs__) X(__invert__) X(__index__) X(__int__)          \
  X(__float__) X(__round__) X(__trunc__) X(__floor__) X(__ceil__)                                     \
  X(__class__) X(__dict__) X(__weakref__) X(__slots__) X(__name__) X(__qualname__) X(__module__) X(__doc__)          \
  X(__bases__) X(__mro__) X(__annotations__) X(__classcell__) X(__match_args__) X(__abstractmethods__)               \
  X(__isabstractmethod__) X(__wrapped__) X(__self__) X(__file__) X(__path__) X(__package__)              \
  X(__spec__) X(__loader__) X(__builtins__) X(__main__) X(__all__) X(__import__) X(__build_class__)                  \
  X(__cause__) X(__context__) X(__traceback__) X(__suppress_context__) X(__notes__) X(__type_params__)               \
  X(__reduce__) X(__reduce_ex__) X(__getstate__) X(__setstate__) X(__copy__) X(__deepcopy__) X(__sizeof__)           \
  X(args) X(name) X(value) X(code) X(msg) X(send) X(close) X(key) X(reverse) X(keys) X(items) X(values) X(get)       \
  X(update) X(append) X(write) X(flush) X(end) X(sep) X(file) X(encoding) X(errors) X(strict) X(metaclass)           \
  X(builtins) X(sys) X(asyncio) X(self) X(obj) X(exceptions) X(message) X(strerror) X(filename)             \
  X(lineno) X(offset) X(text) X(end_lineno) X(end_offset) X(path) X(print) X(cancel)                     \
  X(_asyncio_future_blocking) X(add_done_callback) X(result) X(exception) X(get_loop)

#define LOOPSCOPE_DECLARE_NAME(n) extern Str* n;
LOOPSCOPE_NAMES(LOOPSCOPE_DECLARE_NAME)
#undef LOOPSCOPE_DECLARE_NAME
/// Names that C++ or its headers keep for themselves.
#define LOOPSCOPE_NAMES_AS(X) \
  X(throw_, "throw") X(errno_, "errno") X(default_, "default") X(dunder_complex, "__complex__") X(dunder_func, "__func__")
#define LOOPSCOPE_DECLARE_NAME(n, text) extern Str* n;
LOOPSCOPE_NAMES_AS(LOOPSCOPE_DECLARE_NAME)
#undef LOOPSCOPE_DECLARE_NAME

/// Called once at start-up, after str is ready.
void initialize();

}  // namespace loopscope::python::names
