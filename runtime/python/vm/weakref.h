// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

namespace loopscope::python {

extern Type weakref_proxy_type, weakref_callable_proxy_type;

/// Takes it out of its target's list: it is dead from now on. Its callback is left alone.
void weakref_detach(WeakRef* reference);
/// weakref.proxy(target, callback).
Ref make_weakref_proxy(Value target, Value callback = {});
/// Head of an object's list of weak references, or null if it cannot have any.
WeakRef** weakref_list(Object* object);
/// The proxy's target as a new reference; ReferenceError when it is dead. Any other value gives itself.
Ref weakref_unwrap(Value v);

}  // namespace loopscope::python
