// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// What the files that make up `str` share; other code wants objects.h.
namespace loopscope::python {

constexpr uint32_t kMaxStrLength = 0x3ffffff0;

/// Text of uninitialised content, to be filled before anyone sees it. `wide` only if a point >= 256 will be in it;
/// narrow text must then be passed to `str_filled`. MemoryError.
Own<Str> new_str(size_t length, bool wide, Type* type = &str_type);
/// Works out `ascii`, replaces by the shared object when there is one (empty, one Latin-1 character).
Own<Str> str_filled(Own<Str> s);
Own<Str> make_latin1(const uint8_t* data, size_t length);
Own<Str> empty_str();
/// The text as an object of exactly str: itself, or a copy if a subclass instance.
Own<Str> exact_str(Str* s);

/// Part of a text, for algorithms that do not care for the object.
struct TextSpan {
  const void* data;
  uint32_t length;
  bool wide;
  char32_t operator[](uint32_t i) const {
    return wide ? static_cast<const char32_t*>(data)[i] : static_cast<const uint8_t*>(data)[i];
  }
  TextSpan part(uint32_t begin, uint32_t end) const {
    return {static_cast<const char*>(data) + static_cast<size_t>(begin) * (wide ? 4 : 1), end - begin, wide};
  }
};
inline TextSpan span(const Str* s) { return {s->data, s->length, s->wide}; }

/// Offset of the first / last occurrence, or -1. An empty needle is found at 0 / length.
ptrdiff_t find_text(TextSpan text, TextSpan needle);
ptrdiff_t rfind_text(TextSpan text, TextSpan needle);
bool same_text(TextSpan a, TextSpan b);
/// The same for bytes.
ptrdiff_t find_bytes(const uint8_t* text, size_t length, const uint8_t* needle, size_t needle_length);
ptrdiff_t rfind_bytes(const uint8_t* text, size_t length, const uint8_t* needle, size_t needle_length);

/// 64-bit hash of bytes; deterministic, never -1.
int64_t hash_bytes(const void* data, size_t length);

/// A slice-like optional bound: null and None leave *out; else __index__, clamped.
bool slice_bound(Value v, int64_t* out);
/// Makes 0 <= start and end <= length as slicing does; start may exceed end.
void adjust_range(int64_t length, int64_t* start, int64_t* end);
/// The count of `sequence * count`: negative becomes 0. TypeError, OverflowError.
bool repeat_count(Value count, int64_t* out);

Own<Str> str_repr(const Str* s);
/// The text (usually a repr) with everything outside ASCII escaped.
Own<Str> str_ascii(const Str* s);
Own<Str> str_join(Str* separator, Value iterable);
Own<Str> str_replace(Str* s, TextSpan old, TextSpan replacement, int64_t count);
Ref str_iterate(Value v);
extern Type str_iterator_type, str_ascii_iterator_type;

/// `format % arguments`.
Ref str_percent(Value format, Value arguments);
/// str.format / format_map (mapping null: positional and keyword arguments of `args`).
Ref str_format(Str* format, const Args& args, Value mapping);
/// bytes -> str: str(b, encoding, errors) and bytes.decode.
Ref decode_bytes(Value source, const uint8_t* data, size_t length, const Str* encoding, const Str* errors);
Ref encode_str(Str* s, const Str* encoding, const Str* errors);

}  // namespace loopscope::python
