// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstring>

#include "python/vm/bytes_methods.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"

/// What bytearray can do and bytes cannot.
namespace loopscope::python {

namespace {

ByteArray* array(Value v) { return v.as<ByteArray>(); }

Ref append(Value self, const Value* args) {
  uint8_t byte;
  if (!to_byte(args[0], &byte)) return nullptr;
  auto b = array(self);
  if (!bytearray_resize(b, static_cast<size_t>(b->length) + 1)) return nullptr;
  b->data[b->length - 1] = byte;
  return none();
}

Ref extend(Value self, const Value* args) {
  BytesBuilder added;
  BytesView view;
  if (read_bytes(args[0], &view)) {
    added.add(view.data, view.length);
  } else {
    if (is_str(args[0])) return raise(exc::TypeError, "expected iterable of integers; got: 'str'");
    if (!type_of(args[0])->iter && !type_of(args[0])->getitem) {
      return raise(exc::TypeError, "can't extend bytearray with %T", args[0]);
    }
    bool ok = for_each(args[0], [&](Value item) {
      uint8_t byte;
      if (!to_byte(item, &byte)) return false;
      const size_t before = added.length();
      added.add(byte);
      return added.length() > before;  // no room: the iterable may be endless
    });
    if (!ok) return failed() ? Ref() : added.finish(false);
  }
  auto b = array(self);
  size_t old = b->length;
  if (!bytearray_resize(b, old + added.length())) return nullptr;
  if (added.length()) std::memcpy(b->data + old, added.data(), added.length());
  return none();
}

Ref insert(Value self, const Value* args) {
  int64_t at;
  uint8_t byte;
  if (!to_int64(args[0], &at, OnOverflow::error) || !to_byte(args[1], &byte)) return nullptr;
  auto b = array(self);
  int64_t n = b->length;
  if (at < 0) at = std::max<int64_t>(0, at + n);
  at = std::min(at, n);
  if (!bytearray_resize(b, static_cast<size_t>(n) + 1)) return nullptr;
  std::memmove(b->data + at + 1, b->data + at, static_cast<size_t>(n - at));
  b->data[at] = byte;
  return none();
}

bool remove_at(ByteArray* b, size_t at) {
  if (b->exports > 0) return raise(exc::BufferError, "Existing exports of data: object cannot be re-sized"), false;
  std::memmove(b->data + at, b->data + at + 1, b->length - at - 1);
  return bytearray_resize(b, b->length - 1u);
}

Ref pop(Value self, const Value* args) {
  int64_t at = -1;
  if (args[0] && !to_int64(args[0], &at, OnOverflow::error)) return nullptr;
  auto b = array(self);
  if (b->length == 0) return raise(exc::IndexError, "pop from empty bytearray");
  if (at < 0) at += b->length;
  if (at < 0 || at >= b->length) return raise(exc::IndexError, "pop index out of range");
  intptr_t value = b->data[at];
  return remove_at(b, static_cast<size_t>(at)) ? Ref::small(value) : nullptr;
}

Ref remove(Value self, const Value* args) {
  uint8_t byte;
  if (!to_byte(args[0], &byte)) return nullptr;
  auto b = array(self);
  auto found = static_cast<uint8_t*>(b->length ? std::memchr(b->data, byte, b->length) : nullptr);
  if (!found) return raise(exc::ValueError, "value not found in bytearray");
  return remove_at(b, static_cast<size_t>(found - b->data)) ? none() : nullptr;
}

Ref clear_all(Value self, const Value*) { return bytearray_resize(array(self), 0) ? none() : nullptr; }
Ref copy(Value self, const Value*) { return make_bytearray(array(self)->data, array(self)->length); }
Ref reverse(Value self, const Value*) {
  std::reverse(array(self)->data, array(self)->data + array(self)->length);
  return none();
}
Ref alloc(Value self, const Value*) { return make_int(array(self)->length ? array(self)->length + 1 : 0); }
Ref size_of(Value self, const Value*) { return make_int(56 + (array(self)->length ? array(self)->length + 1 : 0)); }

Ref reduce(Value self, const Value*) {
  auto text = bytes_methods::content(self);
  Ref content = make_bytes(text.data(), text.size());
  if (!content) return nullptr;
  return tuple_of(Value(type_of(self)), tuple_of(content.get()).get());
}

}  // namespace

extern constexpr NativeDef kByteArrayMethods[] = {
    LOOPSCOPE_BYTES_TABLE,
    {"append", append, "item, /"},
    {"extend", extend, "iterable_of_ints, /"},
    {"insert", insert, "index, item, /"},
    {"pop", pop, "index=-1, /"},
    {"remove", remove, "value, /"},
    {"clear", clear_all, ""},
    {"copy", copy, ""},
    {"reverse", reverse, ""},
    {"__alloc__", alloc, ""},
    {"__sizeof__", size_of, ""},
    {"__reduce__", reduce, ""},
    {nullptr, nullptr, nullptr},
};

}  // namespace loopscope::python
