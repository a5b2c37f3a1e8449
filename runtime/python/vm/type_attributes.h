// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/args.h"

namespace loopscope::python {

/// `type`'s own attributes: __name__, __bases__, __dict__...
extern const GetSetDef kTypeGetSet[];
/// type.__bases__ = value (type_bases.cpp).
bool set_type_bases(Type* type, Value value);
/// Whether what is a `from` can become a `to`: TypeError "ATTRIBUTE assignment: ..." if not (type_layout.cpp).
bool same_type_layout(Type* from, Type* to, const char* attribute);

}  // namespace loopscope::python
