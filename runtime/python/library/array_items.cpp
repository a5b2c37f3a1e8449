// SPDX-License-Identifier: MIT
#include <cstring>

#include "python/library/array.h"
#include "python/vm/bytes.h"
#include "python/vm/int.h"
#include "python/vm/memory.h"
#include "python/vm/protocol.h"

/// array: its items and its storage.
namespace loopscope::python {

namespace {

const ItemType kUnicode[] = {{'u', ItemKind::character, 4}, {'w', ItemKind::character, 4}};

/// Each of CPython's converters has words of its own.
bool pack_array_int(const ItemType& type, uint8_t* p, Value v) {
  Ref n = index(v);
  if (!n) return false;
  bool is_signed = type.kind == ItemKind::signed_int;
  if (int_to_bytes(n, p, type.size, is_signed)) return true;
  int64_t small;
  bool fits_long = int_fits(n, &small);
  const bool negative = int_sign(n) < 0;
  const char* text = nullptr;
  auto bound = [&](const char* less, const char* more) { return negative ? less : more; };
  switch (type.code) {
    case 'q': text = "int too big to convert"; break;
    case 'Q': text = bound("can't convert negative int to unsigned", "int too big to convert"); break;
    case 'I':
    case 'L': {
      uint8_t wide[8];
      text = bound("can't convert negative value to unsigned int", int_to_bytes(n, wide, 8, false) ? "unsigned int is greater than maximum" : "Python int too large to convert to C unsigned long");
      break;
    }
    default:
      if (!fits_long) text = "Python int too large to convert to C long";
      else if (type.code == 'i') text = bound("signed integer is less than minimum", "signed integer is greater than maximum");
      else if (type.code == 'H') {
        if (small < INT32_MIN || small > INT32_MAX) text = bound("signed integer is less than minimum", "signed integer is greater than maximum");
        else text = bound("unsigned short is less than minimum", "unsigned short is greater than maximum");
      } else if (type.code == 'B') text = bound("unsigned byte integer is less than minimum", "unsigned byte integer is greater than maximum");
      else if (type.code == 'h' || small < INT16_MIN || small > INT16_MAX) text = bound("signed short integer is less than minimum", "signed short integer is greater than maximum");
      else text = bound("signed char is less than minimum", "signed char is greater than maximum");
  }
  return raise(exc::OverflowError, "%s", text), false;
}

bool pack_array_item(const ItemType& type, uint8_t* p, Value v) {
  switch (type.kind) {
    case ItemKind::character: {
      if (!is_str(v) || v.as<Str>()->length != 1) return raise(exc::TypeError, "array item must be unicode character"), false;
      char32_t c = v.as<Str>()->at(0);
      std::memcpy(p, &c, 4);
      return true;
    }
    case ItemKind::real: {
      double d;
      if (!to_double(v, &d)) return false;
      auto f = static_cast<float>(d);
      if (type.size == 4) std::memcpy(p, &f, 4);
      else std::memcpy(p, &d, 8);
      return true;
    }
    default: return pack_array_int(type, p, v);
  }
}

bool resizable(ArrayObject* a) {
  return !a->exports || (raise(exc::BufferError, "cannot resize an array that is exporting buffers"), false);
}

}  // namespace

const ItemType* find_array_item(char32_t code) {
  for (auto& t : kUnicode)
    if (code == static_cast<char32_t>(t.code)) return &t;
  for (const char* c = "bBhHiIlLqQfd"; *c; c++)
    if (code == static_cast<char32_t>(*c)) return find_item_type(*c, true);
  return nullptr;
}

Ref array_get(const ArrayObject* a, uint32_t i) {
  if (!a->is_text()) return unpack_item(*a->item, a->at(i), false);
  char32_t c;
  std::memcpy(&c, a->at(i), 4);
  return make_str_char(c);
}

bool array_set(ArrayObject* a, uint32_t i, Value v) {
  uint8_t packed[8];
  if (!pack_array_item(*a->item, packed, v)) return false;
  if (i >= a->length) return raise(exc::IndexError, "array assignment index out of range"), false;
  std::memcpy(a->at(i), packed, a->item->size);
  return true;
}

Own<ArrayObject> make_array(const ItemType* item, uint32_t length, Type* type) {
  auto a = Own<ArrayObject>::steal(allocate_as<ArrayObject>(type));
  if (!a) return nullptr;
  a->item = item;
  return length == 0 || array_resize(a.get(), length) ? std::move(a) : nullptr;
}

bool array_resize(ArrayObject* a, size_t length) {
  if (length == a->length) return true;
  if (!resizable(a)) return false;
  if (length > 0x3fffffff) return raise(exc::MemoryError, nullptr), false;
  if (length > a->capacity || length < a->capacity / 2) {
    size_t capacity = length ? length + (length >> 4) + (length < 8 ? 3 : 7) : 0;
    auto* data = static_cast<uint8_t*>(buffer_resize(a->data, capacity * a->item->size));
    if (!data) return false;
    a->data = data;
    a->capacity = static_cast<uint32_t>(capacity);
  }
  a->length = static_cast<uint32_t>(length);
  return true;
}

bool array_splice(ArrayObject* a, uint32_t begin, uint32_t end, uint32_t count) {
  const size_t size = a->item->size, tail = a->length - end, removed = end - begin;
  if (count < removed) {
    if (!resizable(a)) return false;
    std::memmove(a->at(begin + count), a->at(end), tail * size);
    return array_resize(a, a->length - removed + count);
  }
  if (!array_resize(a, a->length + (count - removed))) return false;
  if (tail && count > removed) std::memmove(a->at(begin + count), a->at(end), tail * size);
  return true;
}

bool array_insert(ArrayObject* a, uint32_t i, Value v) {
  uint8_t packed[8];
  if (!pack_array_item(*a->item, packed, v)) return false;
  if (i > a->length) i = a->length;
  if (!array_splice(a, i, i, 1)) return false;
  std::memcpy(a->at(i), packed, a->item->size);
  return true;
}

bool array_extend(ArrayObject* a, Value iterable) {
  if (is_array(iterable)) {
    ArrayObject* other = array_of(iterable);
    if (other->item != a->item) return raise(exc::TypeError, "can only extend with array of same kind"), false;
    const uint32_t old = a->length, count = other->length;
    if (!array_resize(a, old + size_t{count})) return false;
    if (count) std::memcpy(a->at(old), other->data, size_t{count} * a->item->size);
    return true;
  }
  return for_each(iterable, [&](Value v) { return array_insert(a, a->length, v); });
}

Ref array_text(const ArrayObject* a) {
  StrBuilder out;
  for (uint32_t i = 0; i < a->length; i++) {
    char32_t c;
    std::memcpy(&c, a->at(i), 4);
    if (c > 0x10FFFF) return raise(exc::ValueError, "character U+%x is not in range [U+0000; U+10ffff]", static_cast<unsigned>(c));
    out.add(c);
  }
  return out.finish();
}

bool array_add_text(ArrayObject* a, const Str* text) {
  const uint32_t old = a->length;
  if (!array_resize(a, old + size_t{text->length})) return false;
  for (uint32_t i = 0; i < text->length; i++) {
    char32_t c = text->at(i);
    std::memcpy(a->at(old + i), &c, 4);
  }
  return true;
}

bool array_add_bytes(ArrayObject* a, Value bytes) {
  BytesView in;
  if (!require_bytes(bytes, &in)) return false;
  if (in.length % a->item->size) return raise(exc::ValueError, "bytes length not a multiple of item size"), false;
  if (!in.length) return true;
  const uint32_t old = a->length;
  if (!array_resize(a, old + in.length / a->item->size)) return false;
  if (!read_bytes(bytes, &in)) return false;  // it may have been this array
  std::memcpy(a->at(old), in.data, (a->length - old) * size_t{a->item->size});
  return true;
}

}  // namespace loopscope::python
