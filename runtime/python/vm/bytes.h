// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// What bytes, bytearray and memoryview share.
namespace loopscope::python {

/// The content of a bytes-like object, borrowed: valid while nobody runs who might resize it.
struct BytesView {
  const uint8_t* data = nullptr;
  size_t length = 0;
};
/// bytes, bytearray, memoryview (and array-like types that register). False, no exception: not bytes-like.
bool read_bytes(Value v, BytesView* out);
/// A type of the library that is bytes-like (array.array).
struct BytesLike {
  Type* type;
  bool (*read)(Value v, BytesView* out);
  /// The rest is for memoryviews of it; all null: unsigned bytes that nobody may write.
  uint32_t* (*exports)(Value v) = nullptr;  // counts the views: while there are any it must not be resized
  char (*format)(Value v, uint32_t* item_size) = nullptr;
};
void register_bytes_like(const BytesLike& like);
/// What was registered for the type of `v`, or null.
const BytesLike* bytes_like(Value v);
/// As read_bytes; TypeError "a bytes-like object is required, not '%T'".
bool require_bytes(Value v, BytesView* out);

/// Uninitialised content. MemoryError.
Own<Bytes> new_bytes(size_t length, Type* type = &bytes_type);
Own<ByteArray> make_bytearray(const void* data, size_t length, Type* type = &bytearray_type);
/// Changes the length, keeping content; BufferError while a memoryview looks at it.
bool bytearray_resize(ByteArray* b, size_t length);

/// The content of a bytes-like object, held: while it is, resizing the object is a BufferError. For where Python code runs
/// between reading an argument and using it.
class HeldBytes {
 public:
  HeldBytes() = default;
  ~HeldBytes();
  HeldBytes(const HeldBytes&) = delete;
  /// False: not bytes-like; the TypeError is require_bytes'.
  bool acquire(Value v);
  const BytesView& view() const { return view_; }

 private:
  Ref owner_;
  uint32_t* exports_ = nullptr;
  BytesView view_;
};
/// Where a resizable object counts those who look at its memory; null: it never moves.
uint32_t* exports_of(Value owner);

/// bytes(v) where a conversion is meant: bytes-like, __bytes__, an iterable of ints; TypeError "cannot convert '%T' object
/// to bytes". The result is exactly bytes.
Ref to_bytes_object(Value v);
/// Arguments (source, encoding, errors) of bytes() and bytearray(); `name` is the type's.
Own<Bytes> construct_bytes(const char* name, const Args& args);
/// An int in range(256); ValueError "byte must be in range(0, 256)" (or "bytes must..." with `plural`).
bool to_byte(Value v, uint8_t* out, bool plural = false);
Ref bytes_iterate(Value v);
extern Type bytes_iterator_type, bytearray_iterator_type;
inline bool is_bytearray(Value v) { return v.is_object() && has_type(v, &bytearray_type); }
/// memoryview(v).
Ref make_memoryview(Value v);

extern const NativeDef kBytesMethods[], kByteArrayMethods[], kMemoryViewMethods[];

/// Append-only bytes; MemoryError at finish.
class BytesBuilder {
 public:
  BytesBuilder() = default;
  ~BytesBuilder();
  BytesBuilder(const BytesBuilder&) = delete;
  void add(uint8_t byte);
  void add(const void* data, size_t length);
  void pad(uint8_t byte, size_t count);
  size_t length() const { return length_; }
  const uint8_t* data() const { return data_; }
  Own<Bytes> finish();
  /// bytes or bytearray.
  Ref finish(bool as_bytearray);

 private:
  bool reserve(size_t extra);
  uint8_t* data_ = nullptr;
  size_t length_ = 0, capacity_ = 0;
  bool failed_ = false;
};

/// "b'...'" with Python's quoting; bytearray's escapes single quotes even where it need not.
Own<Str> bytes_repr(const uint8_t* data, size_t length, const char* prefix = "b", const char* suffix = "",
                    bool escape_single = false);
/// bytes % arguments.
Ref bytes_percent(BytesView format, Value arguments, bool as_bytearray);

}  // namespace loopscope::python
