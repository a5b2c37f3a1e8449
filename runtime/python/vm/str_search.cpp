// SPDX-License-Identifier: MIT
#include <cstring>

#include "python/vm/str.h"
#include "python/vm/two_way.h"

/// Finding text in text, for all pairings of widths.
namespace loopscope::python {

namespace {

template <class T>
struct Chars {
  const T* data;
  ptrdiff_t length;
};

template <class H, class N>
bool matches(const H* text, const N* needle, ptrdiff_t n) {
  if constexpr (sizeof(H) == sizeof(N)) {
    return std::memcmp(text, needle, static_cast<size_t>(n) * sizeof(H)) == 0;
  } else {
    for (ptrdiff_t i = 0; i < n; i++)
      if (text[i] != needle[i]) return false;
    return true;
  }
}

/// How much a simple search may compare in vain, beside the text's length, before the two-way search takes over.
constexpr ptrdiff_t kPatience = 2000;

template <class H, class N>
ptrdiff_t find_in(Chars<H> text, Chars<N> needle) {
  ptrdiff_t n = needle.length;
  ptrdiff_t last = text.length - n;
  if (last < 0) return -1;
  if (n == 0) return 0;
  auto first = static_cast<char32_t>(needle.data[0]);
  if (sizeof(H) == 1 && first >= 256) return -1;
  if (n > 4 && last > 64) {
    // Horspool: skip by the last unit of the window, hashed to a byte.
    uint32_t skip[256];
    for (uint32_t& s : skip) s = static_cast<uint32_t>(n);
    for (ptrdiff_t i = 0; i < n - 1; i++) skip[needle.data[i] & 0xff] = static_cast<uint32_t>(n - 1 - i);
    ptrdiff_t patience = kPatience + text.length;
    for (ptrdiff_t i = 0; i <= last; i += skip[text.data[i + n - 1] & 0xff]) {
      if (text.data[i + n - 1] != needle.data[n - 1]) continue;
      if (matches(text.data + i, needle.data, n)) return i;
      patience -= n;
      if (patience < 0) return two_way_find(ForwardUnits<H>{text.data, text.length}, ForwardUnits<N>{needle.data, n}, i + 1);
    }
    return -1;
  }
  for (ptrdiff_t i = 0; i <= last; i++) {
    if constexpr (sizeof(H) == 1) {
      auto hit = static_cast<const H*>(std::memchr(text.data + i, static_cast<int>(first), static_cast<size_t>(last - i + 1)));
      if (!hit) return -1;
      i = hit - text.data;
    } else {
      while (text.data[i] != first)
        if (++i > last) return -1;
    }
    if (matches(text.data + i, needle.data, n)) return i;
  }
  return -1;
}

template <class H, class N>
ptrdiff_t rfind_in(Chars<H> text, Chars<N> needle) {
  ptrdiff_t n = needle.length;
  if (n == 0) return text.length;
  ptrdiff_t patience = kPatience + text.length;
  for (ptrdiff_t i = text.length - n; i >= 0; i--) {
    if (text.data[i] != needle.data[0]) continue;
    if (matches(text.data + i, needle.data, n)) return i;
    patience -= n;
    if (patience >= 0) continue;
    const ptrdiff_t tried = text.length - n - i + 1;
    ptrdiff_t at = two_way_find(BackwardUnits<H>{text.data, text.length}, BackwardUnits<N>{needle.data, n}, tried);
    return at < 0 ? -1 : text.length - n - at;
  }
  return -1;
}

Chars<uint8_t> narrow(TextSpan s) { return {static_cast<const uint8_t*>(s.data), static_cast<ptrdiff_t>(s.length)}; }
Chars<char32_t> wide(TextSpan s) { return {static_cast<const char32_t*>(s.data), static_cast<ptrdiff_t>(s.length)}; }

}  // namespace

ptrdiff_t find_text(TextSpan text, TextSpan needle) {
  if (!text.wide) return needle.wide ? find_in(narrow(text), wide(needle)) : find_in(narrow(text), narrow(needle));
  return needle.wide ? find_in(wide(text), wide(needle)) : find_in(wide(text), narrow(needle));
}

ptrdiff_t rfind_text(TextSpan text, TextSpan needle) {
  if (!text.wide) return needle.wide ? rfind_in(narrow(text), wide(needle)) : rfind_in(narrow(text), narrow(needle));
  return needle.wide ? rfind_in(wide(text), wide(needle)) : rfind_in(wide(text), narrow(needle));
}

ptrdiff_t find_bytes(const uint8_t* text, size_t length, const uint8_t* needle, size_t needle_length) {
  return find_in(Chars<uint8_t>{text, static_cast<ptrdiff_t>(length)},
                 Chars<uint8_t>{needle, static_cast<ptrdiff_t>(needle_length)});
}

ptrdiff_t rfind_bytes(const uint8_t* text, size_t length, const uint8_t* needle, size_t needle_length) {
  return rfind_in(Chars<uint8_t>{text, static_cast<ptrdiff_t>(length)},
                  Chars<uint8_t>{needle, static_cast<ptrdiff_t>(needle_length)});
}

bool same_text(TextSpan a, TextSpan b) {
  if (a.length != b.length) return false;
  if (a.wide == b.wide) return std::memcmp(a.data, b.data, static_cast<size_t>(a.length) * (a.wide ? 4 : 1)) == 0;
  for (uint32_t i = 0; i < a.length; i++)
    if (a[i] != b[i]) return false;
  return true;
}

Own<Str> str_replace(Str* s, TextSpan old, TextSpan replacement, int64_t count) {
  if (count < 0) count = INT64_MAX;
  if (count == 0 || old.length > s->length) return exact_str(s);
  StrBuilder out;
  Own<Str> piece = replacement.wide ? make_str(static_cast<const char32_t*>(replacement.data), replacement.length)
                                    : make_latin1(static_cast<const uint8_t*>(replacement.data), replacement.length);
  if (!piece) return nullptr;
  // What cannot fit is not even begun with: there may be millions of places to go through.
  uint64_t added = 0;
  auto add_piece = [&] {
    out.add(piece.get());
    added += piece->length;
    return added <= kMaxStrLength || (raise(exc::MemoryError, nullptr), false);
  };
  uint32_t from = 0;
  if (old.length == 0) {  // between all characters
    for (uint32_t i = 0; i <= s->length && count > 0; i++, count--) {
      if (!add_piece()) return nullptr;
      if (i < s->length) out.add(s->at(i));
      from = i + 1;
    }
    if (from < s->length) out.add(s, from, s->length);
    return out.finish();
  }
  bool found = false;
  while (count-- > 0) {
    ptrdiff_t at = find_text(span(s).part(from, s->length), old);
    if (at < 0) break;
    found = true;
    out.add(s, from, from + static_cast<uint32_t>(at));
    if (!add_piece()) return nullptr;
    from += static_cast<uint32_t>(at) + old.length;
  }
  if (!found) return exact_str(s);
  out.add(s, from, s->length);
  return out.finish();
}

}  // namespace loopscope::python
