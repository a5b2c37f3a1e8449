// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// The dict table beyond objects.h: for dict's own methods, its views, and subclasses in C++.
namespace loopscope::python {

/// An instance of dict or of a subclass of it (defaultdict, OrderedDict, Counter's base).
Own<Dict> make_dict_of(Type* type, uint32_t expected = 0);
/// Deletes the live entry number `i`.
void dict_delete_entry(Dict* d, int32_t i);
enum class DictPart : uint8_t { keys, values, items };
/// d.keys(), d.values(), d.items().
Ref dict_view(Value dict, DictPart part);
/// An iterator over one part; RuntimeError when the dict changes size meanwhile.
Ref dict_iterate(Value dict, DictPart part, bool reversed);
void dict_dealloc(Object* o);
void dict_traverse(Object* o, Visitor& visit);

}  // namespace loopscope::python
