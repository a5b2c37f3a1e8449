// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// The dict table beyond objects.h: for dict's own methods, its views, and subclasses in C++.
namespace loopscope::python {

/// An instance of dict or of a subclass of it (defaultdict, OrderedDict, Counter's base).
Own<Dict> make_dict_of(Type* type, uint32_t expected = 0);
/// Deletes the live entry number `i`.
void dict_delete_entry(Dict* d, int32_t i);
void dict_dealloc(Object* o);
void dict_traverse(Object* o, Visitor& visit);

}  // namespace loopscope::python
