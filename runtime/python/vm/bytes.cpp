// SPDX-License-Identifier: MIT
#include "python/vm/bytes.h"

#include <cstring>

#include "python/number/hex_text.h"
#include "python/vm/int.h"
#include "python/vm/memory.h"
#include "python/vm/memoryview.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"

/// Making, reading and building bytes. The type: bytes_type.cpp.
namespace loopscope::python {

Own<Bytes> new_bytes(size_t length, Type* type) {
  if (length > kMaxStrLength) return raise(exc::MemoryError, "");
  auto b = allocate_as<Bytes>(type, length);
  if (!b) return nullptr;
  b->length = static_cast<uint32_t>(length);
  b->hash = -1;
  b->data = reinterpret_cast<uint8_t*>(b) + type->basic_size;
  return Own<Bytes>::steal(b);
}

Own<Bytes> make_bytes(const void* data, size_t length) {
  static Bytes* empty = new_bytes(0).release();
  if (length == 0) return Own<Bytes>::share(empty);
  Own<Bytes> b = new_bytes(length);
  if (b) std::memcpy(b->data, data, length);
  return b;
}

namespace {

BytesLike others[8];
int other_count = 0;

}  // namespace

void register_bytes_like(const BytesLike& like) {
  if (other_count < 8) others[other_count++] = like;
}

const BytesLike* bytes_like(Value v) {
  for (int i = 0; i < other_count; i++)
    if (has_type(v, others[i].type)) return &others[i];
  return nullptr;
}

bool read_bytes(Value v, BytesView* out) {
  if (is_bytes(v)) {
    *out = {v.as<Bytes>()->data, v.as<Bytes>()->length};
    return true;
  }
  if (is_bytearray(v)) {
    *out = {v.as<ByteArray>()->data, v.as<ByteArray>()->length};
    return true;
  }
  if (is_exact(v, memoryview_type)) return read_memoryview(v.as<MemoryView>(), out);
  const BytesLike* like = bytes_like(v);
  return like && like->read(v, out);
}

bool require_bytes(Value v, BytesView* out) {
  return read_bytes(v, out) || (raise(exc::TypeError, "a bytes-like object is required, not '%T'", v), false);
}

uint32_t* exports_of(Value owner) {
  if (is_bytearray(owner)) return &owner.as<ByteArray>()->exports;
  const BytesLike* like = bytes_like(owner);
  return like && like->exports ? like->exports(owner) : nullptr;
}

bool HeldBytes::acquire(Value v) {
  if (!require_bytes(v, &view_)) return false;
  owner_ = Ref::share(is_exact(v, memoryview_type) ? v.as<MemoryView>()->owner : v);
  exports_ = exports_of(owner_);
  if (exports_) ++*exports_;
  return true;
}

HeldBytes::~HeldBytes() {
  if (exports_) --*exports_;
}

bool to_byte(Value v, uint8_t* out, bool plural) {
  int64_t n;
  if (!to_int64(v, &n, OnOverflow::clamp)) return false;
  if (n < 0 || n > 255) {
    return raise(exc::ValueError, plural ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)"), false;
  }
  *out = static_cast<uint8_t>(n);
  return true;
}

namespace {

/// From a bytes-like object or an iterable of ints.
Own<Bytes> gather(const char* name, Value v) {
  BytesView view;
  if (read_bytes(v, &view)) return make_bytes(view.data, view.length);
  if (is_exact(v, memoryview_type)) return memoryview_bytes(v.as<MemoryView>());
  Type* type = type_of(v);
  if (is_str(v) || (!type->iter && !type->getitem)) {
    return raise(exc::TypeError, "cannot convert '%T' object to %s", v, name);
  }
  BytesBuilder out;
  bool plural = std::strcmp(name, "bytes") == 0;
  bool ok = for_each(v, [&](Value item) {
    uint8_t byte;
    if (!to_byte(item, &byte, plural)) return false;
    const size_t before = out.length();
    out.add(byte);
    return out.length() > before;  // no room: the iterable may be endless
  });
  return ok || !failed() ? out.finish() : nullptr;
}

/// v.__bytes__(), or null without exception.
Ref by_method(Value v) {
  Ref method = lookup_special(v, names::__bytes__);
  if (!method) return nullptr;
  Ref result = call(method);
  if (result && !is_bytes(result)) return raise(exc::TypeError, "__bytes__ returned non-bytes (type %T)", result.get());
  return result;
}

Own<Bytes> as_bytes(Ref v) { return v ? Own<Bytes>::steal(v.release().as<Bytes>()) : nullptr; }

}  // namespace

Ref to_bytes_object(Value v) {
  if (is_exact(v, bytes_type)) return Ref::share(v);
  Ref result = by_method(v);
  if (result || failed()) return result;
  return gather("bytes", v);
}

Own<Bytes> construct_bytes(const char* name, const Args& args) {
  Value parts[3] = {};
  static constexpr const char* kNames[] = {"source", "encoding", "errors"};
  uint32_t total = args.positional + args.keyword_count();
  if (total > 3) return raise(exc::TypeError, "%s() takes at most 3 arguments (%d given)", name, static_cast<int>(total));
  for (uint32_t i = 0; i < args.positional; i++) parts[i] = args[i];
  for (uint32_t k = 0; k < args.keyword_count(); k++) {
    auto key = args.names->items[k].as<Str>();
    int at = -1;
    for (int i = 0; i < 3; i++)
      if (str_equals(key, kNames[i])) at = i;
    if (at < 0) return raise(exc::TypeError, "%s() got an unexpected keyword argument '%U'", name, key);
    if (parts[at]) return raise(exc::TypeError, "argument for %s() given by name ('%U') and position (%d)", name, key, at + 1);
    parts[at] = args[args.positional + k];
  }
  for (int i = 1; i < 3; i++) {
    if (parts[i] && !is_str(parts[i])) {
      return raise(exc::TypeError, "%s() argument '%s' must be str, not %T", name, kNames[i], parts[i]);
    }
  }
  Value source = parts[0];
  if (!source) {
    if (parts[1]) return raise(exc::TypeError, "encoding without a string argument");
    if (parts[2]) return raise(exc::TypeError, "errors without a string argument");
    return make_bytes(nullptr, 0);
  }
  if (is_str(source)) {
    if (!parts[1]) return raise(exc::TypeError, "string argument without an encoding");
    return as_bytes(encode_str(source.as<Str>(), parts[1].as<Str>(), parts[2] ? parts[2].as<Str>() : nullptr));
  }
  if (parts[1]) return raise(exc::TypeError, "encoding without a string argument");
  if (parts[2]) return raise(exc::TypeError, "errors without a string argument");
  if (std::strcmp(name, "bytes") == 0) {
    Ref made = by_method(source);
    if (made || failed()) return as_bytes(std::move(made));
  }
  if (type_of(source)->index && !is_bytes(source)) {
    int64_t count;
    if (!to_int64(source, &count, OnOverflow::repeat)) return nullptr;
    if (count < 0) return raise(exc::ValueError, "negative count");
    if (count > kMaxStrLength) return raise(exc::MemoryError, "");
    Own<Bytes> zeros = new_bytes(static_cast<size_t>(count));
    if (zeros) std::memset(zeros->data, 0, zeros->length);
    return zeros;
  }
  return gather(name, source);
}

BytesBuilder::~BytesBuilder() { buffer_free(data_); }

bool BytesBuilder::reserve(size_t extra) {
  if (failed_) return false;
  if (length_ + extra <= capacity_ && data_) return true;
  size_t capacity = (length_ + extra) * 3 / 2 + 16;
  void* block = length_ + extra > kMaxStrLength ? nullptr : buffer_resize(data_, capacity);
  if (!block) {
    failed_ = true;
    return false;
  }
  data_ = static_cast<uint8_t*>(block);
  capacity_ = capacity;
  return true;
}

void BytesBuilder::add(uint8_t byte) {
  if (reserve(1)) data_[length_++] = byte;
}

void BytesBuilder::add(const void* data, size_t length) {
  if (length == 0 || !reserve(length)) return;
  std::memcpy(data_ + length_, data, length);
  length_ += length;
}

void BytesBuilder::pad(uint8_t byte, size_t count) {
  if (count == 0 || !reserve(count)) return;
  std::memset(data_ + length_, byte, count);
  length_ += count;
}

Own<Bytes> BytesBuilder::finish() {
  if (failed_) {
    if (!failed()) raise(exc::MemoryError, "");
    return nullptr;
  }
  return make_bytes(data_, length_);
}

Ref BytesBuilder::finish(bool as_bytearray) {
  if (failed_) return finish();
  if (as_bytearray) return make_bytearray(data_, length_);
  return make_bytes(data_, length_);
}

Own<Str> bytes_repr(const uint8_t* data, size_t length, const char* prefix, const char* suffix, bool escape_single) {
  bool single = length && std::memchr(data, '\'', length), twice = length && std::memchr(data, '"', length);
  char quote = single && !twice ? '"' : '\'';
  StrBuilder out;
  out.add(std::string_view(prefix));
  out.add(static_cast<char32_t>(quote));
  for (size_t i = 0; i < length; i++) {
    uint8_t b = data[i];
    if (b == quote || b == '\\' || (escape_single && b == '\'')) {
      out.add(U'\\');
      out.add(static_cast<char32_t>(b));
    } else if (b == '\t' || b == '\n' || b == '\r') {
      out.add(b == '\t' ? "\\t" : b == '\n' ? "\\n" : "\\r");
    } else if (b < 32 || b >= 127) {
      out.add(escape_text(b));
    } else {
      out.add(static_cast<char32_t>(b));
    }
  }
  out.add(static_cast<char32_t>(quote));
  out.add(std::string_view(suffix));
  return out.finish();
}

}  // namespace loopscope::python
