// SPDX-License-Identifier: MIT
#include "python/vm/str.h"
#include "python/vm/unicode.h"

namespace loopscope::python {

namespace {

void add_escape(StrBuilder& out, char32_t c) {
  static const char kDigits[] = "0123456789abcdef";
  int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
  out.add(U'\\');
  out.add(static_cast<char32_t>(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U'));
  for (int i = digits - 1; i >= 0; i--) out.add(static_cast<char32_t>(kDigits[c >> (4 * i) & 15]));
}

}  // namespace

Own<Str> str_repr(const Str* s) {
  bool single = false, twice = false;
  for (uint32_t i = 0; i < s->length; i++) {
    char32_t c = s->at(i);
    single |= c == '\'';
    twice |= c == '"';
  }
  char32_t quote = single && !twice ? '"' : '\'';
  StrBuilder out;
  out.add(quote);
  uint32_t plain = 0;  // start of what can be copied as it is
  for (uint32_t i = 0; i < s->length; i++) {
    char32_t c = s->at(i);
    bool ordinary = c < 127 ? c >= 32 && c != quote && c != '\\' : unicode::is_printable(c);
    if (ordinary) continue;
    out.add(s, plain, i);
    plain = i + 1;
    switch (c) {
      case '\n': out.add("\\n"); break;
      case '\r': out.add("\\r"); break;
      case '\t': out.add("\\t"); break;
      default:
        if (c == quote || c == '\\') {
          out.add(U'\\');
          out.add(c);
        } else {
          add_escape(out, c);
        }
    }
  }
  out.add(s, plain, s->length);
  out.add(quote);
  return out.finish();
}

Own<Str> str_ascii(const Str* s) {
  if (s->ascii) return exact_str(const_cast<Str*>(s));
  StrBuilder out;
  for (uint32_t i = 0; i < s->length; i++) {
    if (s->at(i) < 128) out.add(s->at(i));
    else add_escape(out, s->at(i));
  }
  return out.finish();
}

}  // namespace loopscope::python
