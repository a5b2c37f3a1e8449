// SPDX-License-Identifier: MIT
#include "python/library/io/newlines.h"

#include <cstring>

#include "python/vm/errors.h"
#include "python/vm/protocol.h"

namespace loopscope::python::io {

bool NewlineMode::read(Value newline) {
  *this = {};
  if (!newline || newline == kNone) return true;
  if (!is_str(newline)) return raise(exc::TypeError, "illegal newline type: %T", newline), false;
  Str* text = newline.as<Str>();
  translate = false;
  if (!text->length) return true;
  bool known = str_equals(text, "\n") || str_equals(text, "\r") || str_equals(text, "\r\n");
  if (!known) return raise(exc::ValueError, "illegal newline value: %U", text), false;
  universal = false;
  end = intern(text);
  written = text->at(0) == '\r' ? end : nullptr;
  return true;
}

Own<Str> NewlineState::decode(Own<Str> text, bool final) {
  if (!text) return text;
  if (pending_cr && (final || text->length)) {
    StrBuilder joined;
    joined.add(U'\r');
    joined.add(text.get());
    pending_cr = false;
    text = joined.finish();
    if (!text) return text;
  }
  if (!final && text->length && text->at(text->length - 1) == '\r') {
    pending_cr = true;
    text = str_substring(text.get(), 0, text->length - 1);
    if (!text) return text;
  }
  if (!text->wide && !std::memchr(text->data, '\r', text->length)) {
    if (seen & 2 || std::memchr(text->data, '\n', text->length)) seen |= 2;
    return text;
  }
  bool found_cr = false;
  for (uint32_t i = 0; i < text->length; i++) {
    char32_t c = text->at(i);
    if (c == '\n') seen |= 2;
    if (c != '\r') continue;
    found_cr = true;
    bool pair = i + 1 < text->length && text->at(i + 1) == '\n';
    seen |= pair ? 4 : 1;
    i += pair;
  }
  if (!translate || !found_cr) return text;
  StrBuilder out;
  uint32_t begin = 0;
  for (uint32_t i = 0; i < text->length; i++) {
    if (text->at(i) != '\r') continue;
    out.add(text.get(), begin, i);
    out.add(U'\n');
    if (i + 1 < text->length && text->at(i + 1) == '\n') i++;
    begin = i + 1;
  }
  out.add(text.get(), begin, text->length);
  return out.finish();
}

Ref NewlineState::newlines() const {
  static const char* const kEnds[] = {"\r", "\n", "\r\n"};
  Own<List> found = make_list();
  for (int i = 0; i < 3; i++)
    if (seen >> i & 1) list_append(found.get(), make_str(kEnds[i]));
  if (found->size == 0) return none();
  if (found->size == 1) return Ref::share(found->items[0]);
  return to_tuple(found);
}

ptrdiff_t find_line_end(const Str* text, uint32_t from, bool universal, const Str* end) {
  TextSpan rest = span(text).part(from, text->length);
  if (universal) {
    for (uint32_t i = 0; i < rest.length; i++) {
      char32_t c = rest[i];
      if (c == '\n') return from + i + 1;
      if (c == '\r') return from + i + (i + 1 < rest.length && rest[i + 1] == '\n' ? 2 : 1);
    }
    return -1;
  }
  if (end && end->length > 1) {
    ptrdiff_t at = find_text(rest, span(end));
    return at < 0 ? -1 : static_cast<ptrdiff_t>(from) + at + 2;
  }
  char32_t wanted = end ? end->at(0) : U'\n';
  if (!rest.wide) {
    const void* at = rest.length ? std::memchr(rest.data, static_cast<int>(wanted), rest.length) : nullptr;
    return at ? static_cast<const char*>(at) - static_cast<const char*>(text->data) + 1 : -1;
  }
  for (uint32_t i = 0; i < rest.length; i++)
    if (rest[i] == wanted) return from + i + 1;
  return -1;
}

}  // namespace loopscope::python::io
