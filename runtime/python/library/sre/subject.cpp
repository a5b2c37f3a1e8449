// SPDX-License-Identifier: MIT
#include "python/library/sre/subject.h"

#include <algorithm>

#include "python/library/sre/pattern.h"
#include "python/vm/bytes.h"

namespace loopscope::python::sre {

Subject::~Subject() {
  if (exported_) string_.as<ByteArray>()->exports--;
}

bool is_text(Value v, bool* is_bytes) {
  if (is_str(v)) return *is_bytes = false, true;
  BytesView view;
  *is_bytes = true;
  return read_bytes(v, &view);
}

bool Subject::open(const PatternObject* pattern, Value string, int64_t from, int64_t end) {
  int64_t length;
  string_ = Ref::share(string);
  if (is_str(string)) {
    auto* s = string.as<Str>();
    text_ = {s->data, 0, s->wide};
    length = s->length;
  } else {
    BytesView view;
    if (!read_bytes(string, &view)) {
      return raise(exc::TypeError, "expected string or bytes-like object, got '%T'", string), false;
    }
    is_bytes_ = true;
    length = static_cast<int64_t>(view.length);
    if (length > INT32_MAX) return raise(exc::OverflowError, "string too long to match"), false;
    if (is_bytearray(string)) {
      string.as<ByteArray>()->exports++;
      exported_ = true;
    } else if (!python::is_bytes(string)) {
      copy_ = make_bytes(view.data, view.length);
      if (!copy_) return false;
      view.data = copy_.as<Bytes>()->data;
    }
    text_ = {view.data, 0, false};
  }
  if (pattern && pattern->pattern != kNone && pattern->is_bytes != is_bytes_) {
    return raise(exc::TypeError, is_bytes_ ? "cannot use a string pattern on a bytes-like object"
                                           : "cannot use a bytes pattern on a string-like object"),
           false;
  }
  from_ = static_cast<int32_t>(std::clamp<int64_t>(from, 0, length));
  text_.end = static_cast<int32_t>(std::clamp<int64_t>(end, 0, length));
  return true;
}

Ref Subject::slice(int32_t begin, int32_t end) const { return text_slice(string_, begin, end); }

Ref text_slice(Value string, int32_t begin, int32_t end) {
  if (is_str(string)) return str_substring(string.as<Str>(), static_cast<uint32_t>(begin), static_cast<uint32_t>(end));
  BytesView view;
  if (!require_bytes(string, &view)) return {};
  size_t first = std::min(static_cast<size_t>(begin), view.length), last = std::min(static_cast<size_t>(end), view.length);
  if (is_exact(string, bytes_type) && first == 0 && last == view.length) return Ref::share(string);
  return make_bytes(view.data + first, last > first ? last - first : 0);
}

}  // namespace loopscope::python::sre
