// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// list[int] (types.GenericAlias) and int | str (types.UnionType).
namespace loopscope::python {

extern Type generic_alias_type, union_type;

/// `origin[parameters]`; a tuple is several parameters.
/// `type`: a subclass of types.GenericAlias; null for itself.
Ref make_generic_alias(Value origin, Value parameters, Type* type = nullptr);
/// Row for the method tables of generic built-in types:
///   {"__class_getitem__", class_getitem, "key, /", kNativeClass}
Ref class_getitem(Value cls, const Value* args);

/// Flattens nested unions and drops duplicates; a union of one is that one.
Ref make_union(Value a, Value b);
/// May it stand in a union? Classes, None, aliases, unions, type variables.
bool is_unionable(Value v);
Tuple* union_args(Value v);

}  // namespace loopscope::python
