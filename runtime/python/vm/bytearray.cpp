// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstring>

#include "python/vm/bytes.h"
#include "python/vm/int.h"
#include "python/vm/memory.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"

/// The type `bytearray`: slots and constructor. Its methods beyond bytes' own: bytearray_methods.cpp.
namespace loopscope::python {

int bytes_contains(Value v, Value item);
Ref bytes_compare(Value a, Value b, CompareOp op);

Own<ByteArray> make_bytearray(const void* data, size_t length, Type* type) {
  auto b = allocate_as<ByteArray>(type);
  if (!b) return nullptr;
  Own<ByteArray> owner = Own<ByteArray>::steal(b);
  if (length > 0) {
    if (!bytearray_resize(b, length)) return nullptr;
    if (data) std::memcpy(b->data, data, length);
    else std::memset(b->data, 0, length);
  }
  return owner;
}

bool bytearray_resize(ByteArray* b, size_t length) {
  if (length == b->length) return true;
  if (b->exports > 0) return raise(exc::BufferError, "Existing exports of data: object cannot be re-sized"), false;
  if (length > kMaxStrLength) return raise(exc::MemoryError, ""), false;
  if (length > b->capacity || length < b->capacity / 4) {
    size_t capacity = length > b->capacity && b->capacity ? length + length / 8 + 8 : length;
    void* block = buffer_resize(b->data, capacity);
    if (!block) return false;
    b->data = static_cast<uint8_t*>(block);
    b->capacity = static_cast<uint32_t>(capacity);
  }
  b->length = static_cast<uint32_t>(length);
  return true;
}

namespace {

void dealloc(Object* object) {
  auto b = static_cast<ByteArray*>(object);
  buffer_free(b->data);
  free_object(b);
}

Ref slot_repr(Value v) {
  auto b = v.as<ByteArray>();
  // A subclass shows under its own name.
  std::string prefix = (v.object()->type == &bytearray_type ? "bytearray" : to_utf8(v.object()->type->name_object)) + "(b";
  return bytes_repr(b->data, b->length, prefix.c_str(), ")", true);
}

ptrdiff_t slot_length(Value v) { return static_cast<ptrdiff_t>(v.as<ByteArray>()->length); }

bool in_range(ByteArray* self, int64_t* i) {
  if (*i < 0) *i += self->length;
  if (*i < 0 || *i >= self->length) return raise(exc::IndexError, "bytearray index out of range"), false;
  return true;
}

bool read_index(Value key, int64_t* out) {
  if (!type_of(key)->index) {
    return raise(exc::TypeError, "bytearray indices must be integers or slices, not %T", key), false;
  }
  return to_int64(key, out, OnOverflow::subscript);
}

Ref slot_getitem(Value v, Value key) {
  auto self = v.as<ByteArray>();
  if (is_exact(key, slice_type)) {
    ptrdiff_t start, stop, step, count;
    if (!slice_indices(key.as<Slice>(), self->length, &start, &stop, &step, &count)) return nullptr;
    BytesBuilder out;
    for (ptrdiff_t i = 0; i < count; i++) out.add(self->data[start + i * step]);
    return out.finish(true);
  }
  int64_t i;
  return read_index(key, &i) && in_range(self, &i) ? Ref::small(self->data[i]) : nullptr;
}

/// Replaces self[start, end) by `content`.
bool splice(ByteArray* self, size_t start, size_t end, const uint8_t* content, size_t length) {
  size_t old_length = self->length, tail = old_length - end, new_length = start + length + tail;
  if (new_length > old_length && !bytearray_resize(self, new_length)) return false;
  if (new_length < old_length && self->exports > 0) {
    return raise(exc::BufferError, "Existing exports of data: object cannot be re-sized"), false;
  }
  if (tail) std::memmove(self->data + start + length, self->data + end, tail);
  if (length) std::memcpy(self->data + start, content, length);
  return new_length >= old_length || bytearray_resize(self, new_length);
}

bool set_slice(ByteArray* self, Slice* slice, Value value) {
  ptrdiff_t start, stop, step, count;
  if (!slice_indices(slice, self->length, &start, &stop, &step, &count)) return false;
  Ref content;
  // Anything but another bytearray is copied first, and the slice is then read anew, as in CPython.
  if (value && is_bytearray(value) && value.object() != self) {
    content = make_bytes(value.as<ByteArray>()->data, value.as<ByteArray>()->length);
    if (!content) return false;
  } else if (value) {
    if (is_int(value) || is_str(value)) return raise(exc::TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)"), false;
    content = to_bytes_object(value);
    if (!content || !slice_indices(slice, self->length, &start, &stop, &step, &count)) return false;
  }
  const uint8_t* data = content ? content.as<Bytes>()->data : nullptr;
  size_t length = content ? content.as<Bytes>()->length : 0;
  if (step == 1) return splice(self, static_cast<size_t>(start), static_cast<size_t>(start + count), data, length);
  if (length == 0) {  // assigning nothing to a slice with a step deletes it, as in CPython
    std::string kept;
    for (ptrdiff_t i = 0; i < static_cast<ptrdiff_t>(self->length); i++) {
      ptrdiff_t offset = i - start;
      bool removed = offset % step == 0 && offset / step >= 0 && offset / step < count;
      if (!removed) kept += static_cast<char>(self->data[i]);
    }
    return splice(self, 0, self->length, reinterpret_cast<const uint8_t*>(kept.data()), kept.size());
  }
  if (static_cast<ptrdiff_t>(length) != count) {
    return raise(exc::ValueError, "attempt to assign bytes of size %zd to extended slice of size %zd",
                 static_cast<ptrdiff_t>(length), count),
           false;
  }
  for (ptrdiff_t i = 0; i < count; i++) self->data[start + i * step] = data[i];
  return true;
}

bool slot_setitem(Value v, Value key, Value value) {
  auto self = v.as<ByteArray>();
  if (is_exact(key, slice_type)) return set_slice(self, key.as<Slice>(), value);
  int64_t i;
  uint8_t byte;
  // The value before the range, which its __index__ may change.
  if (!read_index(key, &i) || (value && !to_byte(value, &byte)) || !in_range(self, &i)) return false;
  if (!value) return splice(self, static_cast<size_t>(i), static_cast<size_t>(i + 1), nullptr, 0);
  self->data[i] = byte;
  return true;
}

Ref slot_concat(Value a, Value b) {
  BytesView x, y;
  if (!read_bytes(a, &x) || !read_bytes(b, &y)) return raise(exc::TypeError, "can't concat %T to %T", b, a);
  BytesBuilder out;
  out.add(x.data, x.length);
  out.add(y.data, y.length);
  return out.finish(true);
}

Ref slot_inplace_concat(Value a, Value b) {
  BytesView view;
  if (!read_bytes(b, &view)) return raise(exc::TypeError, "can't concat %T to %T", b, a);
  // Held, so that adding it to itself is the BufferError that CPython has there.
  HeldBytes added;
  auto self = a.as<ByteArray>();
  if (!added.acquire(b) || !splice(self, self->length, self->length, added.view().data, added.view().length)) return nullptr;
  return Ref::share(a);
}

Ref repeated(ByteArray* self, Value times) {
  int64_t count;
  if (!repeat_count(times, &count)) return nullptr;
  if (self->length && count > kMaxStrLength / self->length) return raise(exc::MemoryError, "");
  BytesBuilder out;
  for (int64_t i = 0; self->length && i < count; i++) out.add(self->data, self->length);
  return out.finish(true);
}

Ref slot_repeat(Value v, Value times) { return repeated(v.as<ByteArray>(), times); }

Ref slot_inplace_repeat(Value v, Value times) {
  Ref result = repeated(v.as<ByteArray>(), times);
  if (!result) return nullptr;
  auto content = result.as<ByteArray>();
  if (!splice(v.as<ByteArray>(), 0, v.as<ByteArray>()->length, content->data, content->length)) return nullptr;
  return Ref::share(v);
}

Ref slot_remainder(Value a, Value b) {
  if (!is_bytearray(a)) return not_implemented();
  HeldBytes format;  // arguments' methods may try to change it
  return format.acquire(a) ? bytes_percent(format.view(), b, true) : nullptr;
}

Ref slot_new(Type* type, const Args&) { return make_bytearray(nullptr, 0, type); }

bool slot_init(Value v, const Args& args) {
  Own<Bytes> content = construct_bytes("bytearray", args);
  if (!content) return false;
  auto self = v.as<ByteArray>();
  return splice(self, 0, self->length, content->data, content->length);
}

constexpr Type describe() {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = "bytearray";
  t.flags = kTypeBase;
  t.basic_size = sizeof(ByteArray);
  t.dealloc = dealloc;
  t.repr = slot_repr;
  t.compare = bytes_compare;
  t.iter = bytes_iterate;
  t.new_ = slot_new;
  t.init = slot_init;
  t.binary[static_cast<int>(BinaryOp::remainder)] = slot_remainder;
  t.length = slot_length;
  t.getitem = slot_getitem;
  t.setitem = slot_setitem;
  t.contains = bytes_contains;
  t.concat = slot_concat;
  t.repeat = slot_repeat;
  t.inplace_concat = slot_inplace_concat;
  t.inplace_repeat = slot_inplace_repeat;
  t.methods = kByteArrayMethods;
  t.doc = "A mutable sequence of bytes; arguments as for bytes.";
  return t;
}

}  // namespace

constinit Type bytearray_type = describe();

}  // namespace loopscope::python
