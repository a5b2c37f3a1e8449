// SPDX-License-Identifier: MIT
#include <cstring>

#include "python/vm/bytes.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/startup.h"
#include "python/vm/str.h"

/// The type `bytes`: slots and constructor.
namespace loopscope::python {

int bytes_contains(Value v, Value item) {
  BytesView self, needle;
  if (type_of(item)->index && !is_bytes(item)) {
    uint8_t byte;
    if (!to_byte(item, &byte)) return -1;
    read_bytes(v, &self);  // only now: an __index__ may have changed it
    return self.length > 0 && std::memchr(self.data, byte, self.length) != nullptr;
  }
  if (!require_bytes(item, &needle)) return -1;
  read_bytes(v, &self);
  return find_bytes(self.data, self.length, needle.data, needle.length) >= 0;
}

Ref bytes_compare(Value a, Value b, CompareOp op) {
  BytesView x, y;
  // bytes know only bytes; bytearrays look at whatever is bytes-like, on either side.
  if (!is_bytearray(a) && !(is_bytes(a) && is_bytes(b))) return not_implemented();
  if (!read_bytes(a, &x) || !read_bytes(b, &y)) return not_implemented();
  size_t n = x.length < y.length ? x.length : y.length;
  int order = n ? std::memcmp(x.data, y.data, n) : 0;
  if (order == 0) order = x.length < y.length ? -1 : x.length > y.length;
  switch (op) {
    case CompareOp::eq: return boolean(order == 0);
    case CompareOp::ne: return boolean(order != 0);
    case CompareOp::lt: return boolean(order < 0);
    case CompareOp::le: return boolean(order <= 0);
    case CompareOp::gt: return boolean(order > 0);
    case CompareOp::ge: return boolean(order >= 0);
  }
  return not_implemented();
}

namespace {

Ref slot_repr(Value v) { return bytes_repr(v.as<Bytes>()->data, v.as<Bytes>()->length); }

bool slot_hash(Value v, int64_t* out) {
  auto b = v.as<Bytes>();
  if (b->hash == -1) b->hash = hash_bytes(b->data, b->length);
  *out = b->hash;
  return true;
}

ptrdiff_t slot_length(Value v) { return static_cast<ptrdiff_t>(v.as<Bytes>()->length); }

Ref slot_getitem(Value v, Value key) {
  auto self = v.as<Bytes>();
  if (is_exact(key, slice_type)) {
    ptrdiff_t start, stop, step, count;
    if (!slice_indices(key.as<Slice>(), self->length, &start, &stop, &step, &count)) return nullptr;
    if (step == 1) {
      if (count == self->length && is_exact(v, bytes_type)) return Ref::share(v);
      return make_bytes(self->data + start, static_cast<size_t>(count > 0 ? count : 0));
    }
    Own<Bytes> part = new_bytes(static_cast<size_t>(count > 0 ? count : 0));
    if (!part) return nullptr;
    for (ptrdiff_t i = 0; i < count; i++) part->data[i] = self->data[start + i * step];
    return part;
  }
  if (!type_of(key)->index) return raise(exc::TypeError, "byte indices must be integers or slices, not %T", key);
  int64_t i;
  if (!to_int64(key, &i, OnOverflow::subscript)) return nullptr;
  if (i < 0) i += self->length;
  if (i < 0 || i >= self->length) return raise(exc::IndexError, "index out of range");
  return Ref::small(self->data[i]);
}

Ref slot_concat(Value a, Value b) {
  BytesView x, y;
  if (!read_bytes(a, &x) || !read_bytes(b, &y)) return raise(exc::TypeError, "can't concat %T to %T", b, a);
  if (y.length == 0 && is_exact(a, bytes_type)) return Ref::share(a);
  Own<Bytes> result = new_bytes(x.length + y.length);
  if (!result) return nullptr;
  if (x.length) std::memcpy(result->data, x.data, x.length);
  if (y.length) std::memcpy(result->data + x.length, y.data, y.length);
  return result;
}

Ref slot_repeat(Value v, Value times) {
  auto self = v.as<Bytes>();
  int64_t count;
  if (!repeat_count(times, &count)) return nullptr;
  if (count == 1 && is_exact(v, bytes_type)) return Ref::share(v);
  if (self->length && count > INT64_MAX / static_cast<int64_t>(self->length))
    return raise(exc::OverflowError, "repeated bytes are too long");
  if (self->length && count > kMaxStrLength / self->length) return raise(exc::MemoryError, "");
  Own<Bytes> result = new_bytes(static_cast<size_t>(count) * self->length);
  if (!result) return nullptr;
  for (int64_t i = 0; self->length && i < count; i++) std::memcpy(result->data + i * self->length, self->data, self->length);
  return result;
}

Ref slot_remainder(Value a, Value b) {
  if (!is_bytes(a)) return not_implemented();
  return bytes_percent({a.as<Bytes>()->data, a.as<Bytes>()->length}, b, false);
}

Ref slot_new(Type* type, const Args& args) {
  Own<Bytes> content = construct_bytes("bytes", args);
  if (!content || (type == &bytes_type && content->type == &bytes_type)) return content;
  Own<Bytes> result = new_bytes(content->length, type);
  if (result && content->length) std::memcpy(result->data, content->data, content->length);
  return result;
}

constexpr Type describe() {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = "bytes";
  t.flags = kTypeBase | kTypeBytesSubclass;
  t.basic_size = sizeof(Bytes);
  t.dealloc = free_object;
  t.repr = slot_repr;
  t.hash = slot_hash;
  t.compare = bytes_compare;
  t.iter = bytes_iterate;
  t.new_ = slot_new;
  t.binary[static_cast<int>(BinaryOp::remainder)] = slot_remainder;
  t.length = slot_length;
  t.getitem = slot_getitem;
  t.contains = bytes_contains;
  t.concat = slot_concat;
  t.repeat = slot_repeat;
  t.methods = kBytesMethods;
  t.doc =
      "bytes(iterable_of_ints) -> bytes\n"
      "bytes(string, encoding[, errors]) -> bytes\n"
      "bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\n"
      "bytes(int) -> that many zero bytes\n"
      "bytes() -> empty bytes object";
  return t;
}

}  // namespace

constinit Type bytes_type = describe();

void ready_bytes_types() {
  ready_type(&bytes_type);
  ready_type(&bytearray_type);
  ready_type(&memoryview_type);
  ready_type(&bytes_iterator_type);
  ready_type(&bytearray_iterator_type);
}

}  // namespace loopscope::python
