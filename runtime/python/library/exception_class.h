// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

namespace loopscope::python {

/// An exception class of a native module, as `class NAME(base): pass` there; `module` gets it as an attribute too. Null:
/// an exception is set.
Type* make_exception_class(Module* module, const char* name, Type& base);

}  // namespace loopscope::python
