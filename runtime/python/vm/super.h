// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

namespace loopscope::python {

/// `super(cls, self).name`, where self may also be a subclass of cls (class methods). For LOAD_SUPER_ATTR.
/// TypeError if self is not an instance or subtype of cls.
Ref super_lookup(Type* cls, Value self, Str* name);
/// The same for a method call: if the attribute is a plain function it comes back unbound and *receiver is self
/// (borrowed); otherwise *receiver is null and the result is ready to be called.
Ref super_lookup_method(Type* cls, Value self, Str* name, Value* receiver);

}  // namespace loopscope::python
