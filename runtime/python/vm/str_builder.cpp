// SPDX-License-Identifier: MIT
#include <cstring>

#include "python/vm/memory.h"
#include "python/vm/str.h"

namespace loopscope::python {

StrBuilder::~StrBuilder() {
  if (data_ != inline_) buffer_free(data_);
}

/// Room for `extra` more points, of the given width at least. Returns where they go; null when memory has run out.
void* StrBuilder::reserve(size_t extra, bool wide) {
  if (failed_) return nullptr;
  wide |= wide_;
  size_t needed = length_ + extra;
  if (wide == wide_ && needed <= capacity_) {
    return static_cast<char*>(data_) + static_cast<size_t>(length_) * (wide ? 4 : 1);
  }
  size_t unit = wide ? 4 : 1;
  size_t capacity = needed < kInlineBytes / unit ? kInlineBytes / unit : needed + needed / 2;
  void* block = needed > kMaxStrLength ? nullptr : buffer_allocate(capacity * unit);
  if (!block) {
    failed_ = true;
    return nullptr;
  }
  if (wide == wide_) {
    std::memcpy(block, data_, length_ * unit);
  } else {
    for (uint32_t i = 0; i < length_; i++) static_cast<char32_t*>(block)[i] = static_cast<uint8_t*>(data_)[i];
  }
  if (data_ != inline_) buffer_free(data_);
  data_ = block;
  capacity_ = static_cast<uint32_t>(capacity);
  wide_ = wide;
  return static_cast<char*>(block) + length_ * unit;
}

void StrBuilder::add(char32_t c) { pad(c, 1); }

void StrBuilder::pad(char32_t c, size_t count) {
  void* out = reserve(count, c >= 256);
  if (!out) return;
  if (wide_) {
    for (size_t i = 0; i < count; i++) static_cast<char32_t*>(out)[i] = c;
  } else {
    std::memset(out, static_cast<int>(c), count);
  }
  length_ += static_cast<uint32_t>(count);
}

void StrBuilder::add(std::string_view text) {
  for (char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      Own<Str> decoded = make_str(text);
      if (decoded) add(decoded.get());
      else failed_ = true;
      return;
    }
  }
  void* out = reserve(text.size(), false);
  if (!out) return;
  if (wide_) {
    for (size_t i = 0; i < text.size(); i++) static_cast<char32_t*>(out)[i] = static_cast<uint8_t>(text[i]);
  } else {
    std::memcpy(out, text.data(), text.size());
  }
  length_ += static_cast<uint32_t>(text.size());
}

void StrBuilder::add(const Str* s) { add(s, 0, s->length); }

void StrBuilder::add(const Str* s, uint32_t begin, uint32_t end) {
  if (begin >= end) return;
  uint32_t count = end - begin;
  bool wide = false;
  if (s->wide && !wide_) {  // a part of wide text may be narrow
    for (uint32_t i = begin; i < end && !wide; i++) wide = s->wide_data()[i] >= 256;
  }
  void* out = reserve(count, wide);
  if (!out) return;
  if (wide_ == s->wide) {
    size_t unit = wide_ ? 4 : 1;
    std::memcpy(out, static_cast<const char*>(s->data) + begin * unit, count * unit);
  } else if (wide_) {
    for (uint32_t i = 0; i < count; i++) static_cast<char32_t*>(out)[i] = s->narrow()[begin + i];
  } else {
    for (uint32_t i = 0; i < count; i++) static_cast<uint8_t*>(out)[i] = static_cast<uint8_t>(s->wide_data()[begin + i]);
  }
  length_ += count;
}

Own<Str> StrBuilder::finish() {
  Own<Str> result;
  if (failed_) {
    if (!failed()) raise(exc::MemoryError, "");
  } else if (wide_) {
    result = new_str(length_, true);
    if (result) std::memcpy(result->data, data_, static_cast<size_t>(length_) * 4);
  } else {
    result = make_latin1(static_cast<uint8_t*>(data_), length_);
  }
  if (data_ != inline_) buffer_free(data_);
  data_ = inline_;
  length_ = 0;
  capacity_ = kInlineBytes;
  wide_ = failed_ = false;
  return result;
}

}  // namespace loopscope::python
