// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/sre/machine.h"
#include "python/vm/objects.h"

namespace loopscope::python::sre {

struct PatternObject;

/// What a pattern is matched with: str, or anything bytes-like. While it is one the characters stay where they are:
/// a bytearray cannot be resized, and the content of other buffers is copied.
class Subject {
 public:
  Subject() = default;
  Subject(const Subject&) = delete;
  ~Subject();
  /// False: TypeError (not text, or bytes for a str pattern or the other way round). `pattern` may be null.
  bool open(const PatternObject* pattern, Value string, int64_t from = 0, int64_t end = INT64_MAX);

  Value string() const { return string_; }
  bool is_bytes() const { return is_bytes_; }
  const Text& text() const { return text_; }
  int32_t from() const { return from_; }
  Ref slice(int32_t begin, int32_t end) const;

 private:
  Ref string_, copy_;
  Text text_;
  int32_t from_ = 0;
  bool is_bytes_ = false, exported_ = false;
};

/// Is it something to match? Then `*is_bytes` says what. Never fails.
bool is_text(Value v, bool* is_bytes);
/// A part of any text as str or bytes; bounds beyond what it is now are cut.
Ref text_slice(Value string, int32_t begin, int32_t end);

}  // namespace loopscope::python::sre
