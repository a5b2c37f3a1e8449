// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// The dict table beyond objects.h: for dict's own methods, its views, and subclasses in C++.
namespace loopscope::python {

/// An instance of dict or of a subclass of it (defaultdict, OrderedDict, Counter's base).
Own<Dict> make_dict_of(Type* type, uint32_t expected = 0);
/// d[key] = value; the number of the entry, -1: MemoryError.
int32_t dict_store(Dict* d, Str* key, Value value);
/// Deletes the live entry number `i`.
void dict_delete_entry(Dict* d, int32_t i);
/// Forgets deleted entries at the end, so that popitem() need not search through them again.
void dict_trim(Dict* d);
enum class DictPart : uint8_t { keys, values, items };
/// As dict_get, for a key whose hash is known.
Value dict_get_hashed(Dict* d, Value key, int64_t hash);
/// As dict_contains, for a key whose hash is known.
int dict_contains_hashed(Dict* d, Value key, int64_t hash);
/// d.setdefault(key, value): borrowed; null with an exception. Hashes and compares once.
Value dict_set_default(Dict* d, Value key, Value value);
/// d.pop(key): null without an exception if it is not there.
Ref dict_pop(Dict* d, Value key);
/// d.keys(), d.values(), d.items().
Ref dict_view(Value dict, DictPart part);
/// An iterator over one part; RuntimeError when the dict changes size meanwhile.
Ref dict_iterate(Value dict, DictPart part, bool reversed);
void dict_dealloc(Object* o);
void dict_traverse(Object* o, Visitor& visit);

}  // namespace loopscope::python
