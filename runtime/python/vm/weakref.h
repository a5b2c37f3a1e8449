// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "python/vm/objects.h"

namespace loopscope::python {

extern Type weakref_proxy_type, weakref_callable_proxy_type;

inline bool is_weakref_proxy(const Object* o) { return o->type == &weakref_proxy_type || o->type == &weakref_callable_proxy_type; }
/// Puts it into the target's list, where CPython has it: the reference without callback that everybody shares, the proxy
/// of that kind, then the others, newest first.
void weakref_attach(WeakRef* reference, Object* target);
/// How a weak reference's repr names the type of what it refers to: with its module.
std::string weakref_target_name(Object* target);
/// Takes it out of its target's list: it is dead from now on. Its callback is left alone.
void weakref_detach(WeakRef* reference);
/// weakref.proxy(target, callback).
Ref make_weakref_proxy(Value target, Value callback = {});
/// Head of an object's list of weak references, or null if it cannot have any.
WeakRef** weakref_list(Object* object);
/// The proxy's target as a new reference; ReferenceError when it is dead. Any other value gives itself.
Ref weakref_unwrap(Value v);

}  // namespace loopscope::python
