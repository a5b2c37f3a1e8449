// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// list beyond objects.h: shared by its own files, sorting and the sequence types like it.
namespace loopscope::python {

/// An instance of list or of a subclass.
Own<List> make_list_of(Type* type, uint32_t capacity = 0);
bool list_reserve(List* list, uint32_t capacity);
void list_clear(List* list);
/// list[begin:end] = items; begin <= end within the list.
bool list_replace(List* list, ptrdiff_t begin, ptrdiff_t end, const Value* items, uint32_t count);
Ref list_iterate(Value v);
Ref list_reversed(Value v);
extern const NativeDef kListMethods[];

/// Result of comparing sequences whose common part is equal.
Ref compare_sizes(size_t a, size_t b, CompareOp op);
/// An int subscript; TypeError "list indices must be integers or slices, not X".
bool subscript_index(Value key, const char* type_name, ptrdiff_t* out);

}  // namespace loopscope::python
