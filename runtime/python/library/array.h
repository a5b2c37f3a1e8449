// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/struct_format.h"

/// What the files of `array` share.
namespace loopscope::python {

struct ArrayObject : Object {
  Object* weaklist;
  const ItemType* item;
  uint8_t* data;
  uint32_t length, capacity;  // items
  uint32_t exports;           // memoryviews that look at it

  uint8_t* at(uint32_t i) const { return data + static_cast<size_t>(i) * item->size; }
  bool is_text() const { return item->code == 'u' || item->code == 'w'; }
};
extern Type array_type;
extern const NativeDef kArrayMethods[];

inline ArrayObject* array_of(Value v) { return v.as<ArrayObject>(); }
inline bool is_array(Value v) { return has_type(v, &array_type); }

/// The item types of array: those of struct's native formats, and text.
const ItemType* find_array_item(char32_t code);

Ref array_get(const ArrayObject* a, uint32_t i);
/// Converts before it touches `a`, as conversion may run code; then `i` must still be within it (IndexError).
bool array_set(ArrayObject* a, uint32_t i, Value v);
/// Contents of `length` uninitialised items.
Own<ArrayObject> make_array(const ItemType* item, uint32_t length, Type* type = &array_type);
/// BufferError while a memoryview looks at it; new items are uninitialised.
bool array_resize(ArrayObject* a, size_t length);
/// Opens (or, with end > begin and a smaller count, closes) a gap: items [begin, end) become `count` uninitialised ones.
bool array_splice(ArrayObject* a, uint32_t begin, uint32_t end, uint32_t count);
bool array_insert(ArrayObject* a, uint32_t i, Value v);
bool array_extend(ArrayObject* a, Value iterable);
Ref array_text(const ArrayObject* a);
bool array_add_text(ArrayObject* a, const Str* text);
bool array_add_bytes(ArrayObject* a, Value bytes);

}  // namespace loopscope::python
