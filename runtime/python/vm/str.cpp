// SPDX-License-Identifier: MIT
#include <cstring>

#include "python/vm/memory.h"
#include "python/vm/str.h"

namespace loopscope::python {

namespace {

void* inline_data(const Str* s) { return const_cast<char*>(reinterpret_cast<const char*>(s)) + s->type->basic_size; }

bool all_ascii(const uint8_t* p, size_t n) {
  uint64_t seen = 0;
  for (; n >= 8; n -= 8, p += 8) {
    uint64_t word;
    std::memcpy(&word, p, 8);
    seen |= word;
  }
  for (; n > 0; n--, p++) seen |= *p;
  return !(seen & 0x8080808080808080u);
}

/// Decodes one point of WTF-8 at `p` (not ASCII); returns its length, or 0 when invalid.
int decode_point(const uint8_t* p, const uint8_t* end, char32_t* out) {
  auto continues = [&](int i) { return p + i < end && (p[i] & 0xc0) == 0x80; };
  uint8_t b = p[0];
  if (b >= 0xc2 && b < 0xe0 && continues(1)) {
    *out = static_cast<char32_t>((b & 0x1f) << 6 | (p[1] & 0x3f));
    return 2;
  }
  if ((b & 0xf0) == 0xe0 && continues(1) && continues(2)) {
    *out = static_cast<char32_t>((b & 0x0f) << 12 | (p[1] & 0x3f) << 6 | (p[2] & 0x3f));
    return *out >= 0x800 ? 3 : 0;
  }
  if (b >= 0xf0 && b < 0xf5 && continues(1) && continues(2) && continues(3)) {
    *out = static_cast<char32_t>((b & 0x07) << 18 | (p[1] & 0x3f) << 12 | (p[2] & 0x3f) << 6 | (p[3] & 0x3f));
    return *out >= 0x10000 && *out < 0x110000 ? 4 : 0;
  }
  return 0;
}

template <class Each>
void each_point(std::string_view utf8, Each&& each) {
  auto p = reinterpret_cast<const uint8_t*>(utf8.data());
  auto end = p + utf8.size();
  while (p < end) {
    char32_t c = *p;
    int n = 1;
    if (c >= 0x80) {
      n = decode_point(p, end, &c);
      if (n == 0) {
        c = 0xfffd;
        n = 1;
      }
    }
    each(c);
    p += n;
  }
}

}  // namespace

Own<Str> new_str(size_t length, bool wide, Type* type) {
  if (length > kMaxStrLength) return raise(exc::MemoryError, "");
  Str* s = allocate_as<Str>(type, length * (wide ? 4 : 1));
  if (!s) return nullptr;
  s->length = static_cast<uint32_t>(length);
  s->wide = wide;
  s->hash = -1;
  s->data = inline_data(s);
  return Own<Str>::steal(s);
}

Own<Str> str_filled(Own<Str> s) {
  if (!s || s->wide) return s;
  if (s->length == 0) return empty_str();
  if (s->length == 1) return make_str_char(s->at(0));
  s->ascii = all_ascii(s->narrow(), s->length);
  return s;
}

Own<Str> empty_str() {
  static Str* empty = intern(std::string_view());
  return Own<Str>::share(empty);
}

Own<Str> make_str_char(char32_t c) {
  static Str* cache[256];
  if (c < 256) {
    if (!cache[c]) {
      Own<Str> s = new_str(1, false);
      if (!s) return nullptr;
      *static_cast<uint8_t*>(s->data) = static_cast<uint8_t>(c);
      s->ascii = c < 128;
      cache[c] = intern(s.get());
    }
    return Own<Str>::share(cache[c]);
  }
  Own<Str> s = new_str(1, true);
  if (s) *static_cast<char32_t*>(s->data) = c;
  return s;
}

Own<Str> make_latin1(const uint8_t* data, size_t length) {
  if (length == 0) return empty_str();
  if (length == 1) return make_str_char(*data);
  Own<Str> s = new_str(length, false);
  if (!s) return s;
  std::memcpy(s->data, data, length);
  s->ascii = all_ascii(data, length);
  return s;
}

Own<Str> make_str(std::string_view utf8) {
  auto bytes = reinterpret_cast<const uint8_t*>(utf8.data());
  if (all_ascii(bytes, utf8.size())) return make_latin1(bytes, utf8.size());
  size_t length = 0;
  char32_t highest = 0;
  each_point(utf8, [&](char32_t c) {
    length++;
    if (c > highest) highest = c;
  });
  Own<Str> s = new_str(length, highest >= 256);
  if (!s) return s;
  if (s->wide) {
    auto out = static_cast<char32_t*>(s->data);
    each_point(utf8, [&](char32_t c) { *out++ = c; });
    return s;
  }
  auto out = static_cast<uint8_t*>(s->data);
  each_point(utf8, [&](char32_t c) { *out++ = static_cast<uint8_t>(c); });
  return str_filled(std::move(s));
}

Own<Str> make_str(const char32_t* points, size_t length) {
  char32_t seen = 0;
  for (size_t i = 0; i < length; i++) seen |= points[i];
  Own<Str> s = new_str(length, seen >= 256);
  if (!s) return s;
  if (s->wide) {
    std::memcpy(s->data, points, length * 4);
    return s;
  }
  auto out = static_cast<uint8_t*>(s->data);
  for (size_t i = 0; i < length; i++) out[i] = static_cast<uint8_t>(points[i]);
  return str_filled(std::move(s));
}

Own<Str> exact_str(Str* s) {
  if (s->type == &str_type) return Own<Str>::share(s);
  return s->wide ? make_str(s->wide_data(), s->length) : make_latin1(s->narrow(), s->length);
}

std::string to_utf8(const Str* s) {
  if (s->ascii) return std::string(s->ascii_view());
  std::string out;
  out.reserve(s->length + s->length / 2);
  for (uint32_t i = 0; i < s->length; i++) {
    char32_t c = s->at(i);
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x800) {
      out += static_cast<char>(0xc0 | c >> 6);
      out += static_cast<char>(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
      out += static_cast<char>(0xe0 | c >> 12);
      out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
      out += static_cast<char>(0x80 | (c & 0x3f));
    } else {
      out += static_cast<char>(0xf0 | c >> 18);
      out += static_cast<char>(0x80 | (c >> 12 & 0x3f));
      out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
      out += static_cast<char>(0x80 | (c & 0x3f));
    }
  }
  return out;
}

int64_t hash_bytes(const void* data, size_t length) {
  constexpr uint64_t kFactor = 0x9ddfea08eb382d69u;
  auto p = static_cast<const uint8_t*>(data);
  uint64_t h = 0x2545f4914f6cdd1du + length * kFactor;
  for (; length >= 8; length -= 8, p += 8) {
    uint64_t word;
    std::memcpy(&word, p, 8);
    h = (h ^ word) * kFactor;
    h ^= h >> 32;
  }
  uint64_t tail = 0;
  for (size_t i = 0; i < length; i++) tail |= static_cast<uint64_t>(p[i]) << (8 * i);
  h = (h ^ tail) * kFactor;
  h ^= h >> 29;
  h *= 0xbf58476d1ce4e5b9u;
  h ^= h >> 32;
  auto result = static_cast<int64_t>(h);
  return result == -1 ? -2 : result;
}

int64_t str_hash(Str* s) {
  if (s->hash == -1) s->hash = hash_bytes(s->data, static_cast<size_t>(s->length) * (s->wide ? 4 : 1));
  return s->hash;
}

bool str_equal(const Str* a, const Str* b) {
  if (a == b) return true;
  if (a->length != b->length || a->wide != b->wide || (a->interned && b->interned)) return false;
  if (a->hash != b->hash && a->hash != -1 && b->hash != -1) return false;
  return std::memcmp(a->data, b->data, static_cast<size_t>(a->length) * (a->wide ? 4 : 1)) == 0;
}

bool str_equals(const Str* a, std::string_view ascii) {
  return !a->wide && a->length == ascii.size() &&
         (ascii.empty() || std::memcmp(a->data, ascii.data(), ascii.size()) == 0);
}

Own<Str> str_concat(const Str* a, const Str* b) {
  if (a->length == 0) return exact_str(const_cast<Str*>(b));
  if (b->length == 0) return exact_str(const_cast<Str*>(a));
  Own<Str> s = new_str(static_cast<size_t>(a->length) + b->length, a->wide || b->wide);
  if (!s) return s;
  auto copy = [&](const Str* from, size_t at) {
    if (!s->wide) {
      std::memcpy(static_cast<uint8_t*>(s->data) + at, from->data, from->length);
    } else if (from->wide) {
      std::memcpy(static_cast<char32_t*>(s->data) + at, from->data, static_cast<size_t>(from->length) * 4);
    } else {
      auto out = static_cast<char32_t*>(s->data) + at;
      for (uint32_t i = 0; i < from->length; i++) out[i] = from->narrow()[i];
    }
  };
  copy(a, 0);
  copy(b, a->length);
  s->ascii = a->ascii && b->ascii;
  return s;
}

Own<Str> str_substring(Str* s, uint32_t begin, uint32_t end) {
  if (begin >= end) return empty_str();
  if (begin == 0 && end == s->length) return exact_str(s);
  if (s->wide) return end - begin == 1 ? make_str_char(s->at(begin)) : make_str(s->wide_data() + begin, end - begin);
  if (end - begin == 1) return make_str_char(s->narrow()[begin]);
  if (!s->ascii) return make_latin1(s->narrow() + begin, end - begin);
  Own<Str> part = new_str(end - begin, false);
  if (!part) return part;
  std::memcpy(part->data, s->narrow() + begin, end - begin);
  part->ascii = true;
  return part;
}

// Text kept outside its object is what str_append makes; its block always holds a power of two of bytes.
namespace {

size_t block_size(size_t bytes) {
  size_t size = 64;
  while (size < bytes) size *= 2;
  return size;
}

}  // namespace

bool str_append(Own<Str>& left, const Str* right) {
  Str* s = left.get();
  bool in_place = s->refcount == 1 && s->type == &str_type && !s->interned && s->length > 0 && s != right &&
                  (s->wide || !right->wide) && static_cast<size_t>(s->length) + right->length <= kMaxStrLength;
  size_t unit = s->wide ? 4 : 1;
  size_t total = (static_cast<size_t>(s->length) + right->length) * unit;
  if (!in_place || total < 64) {
    Own<Str> joined = str_concat(s, right);
    if (!joined) return false;
    left = std::move(joined);
    return true;
  }
  bool outside = s->data != inline_data(s);
  size_t present = outside ? block_size(s->length * unit) : 0;
  if (total > present) {
    void* block = buffer_resize(outside ? s->data : nullptr, block_size(total));
    if (!block) return false;
    if (!outside) std::memcpy(block, s->data, s->length * unit);
    s->data = block;
  }
  if (s->wide && !right->wide) {
    auto out = static_cast<char32_t*>(s->data) + s->length;
    for (uint32_t i = 0; i < right->length; i++) out[i] = right->narrow()[i];
  } else {
    std::memcpy(static_cast<char*>(s->data) + s->length * unit, right->data, right->length * unit);
  }
  s->length += right->length;
  s->ascii = s->ascii && right->ascii;
  s->hash = -1;
  return true;
}

void str_dealloc(Object* object) {
  auto s = static_cast<Str*>(object);
  if (s->data != inline_data(s)) buffer_free(s->data);
  free_object(object);
}

}  // namespace loopscope::python
