// SPDX-License-Identifier: MIT
#include <algorithm>

#include "python/vm/bytes_methods.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"

/// Padding, ASCII case and classes, hex, decoding.
namespace loopscope::python::bytes_methods {

namespace {

using View = std::string_view;

Ref padded(Value self, int64_t left, int64_t right, char fill) {
  if (left <= 0 && right <= 0) return unchanged(self);
  if (left > kMaxStrLength || right > kMaxStrLength) return raise(exc::MemoryError, "");
  View text = content(self);
  BytesBuilder out;
  out.pad(static_cast<uint8_t>(fill), static_cast<size_t>(left > 0 ? left : 0));
  out.add(text.data(), text.size());
  out.pad(static_cast<uint8_t>(fill), static_cast<size_t>(right > 0 ? right : 0));
  return out.finish(is_bytearray(self));
}

/// Reads (width, fillchar=b' '); *margin is how much wider than self.
bool width_arguments(Value self, const Value* args, const char* method, int64_t* width, int64_t* margin, char* fill) {
  if (!to_int64(args[0], width, OnOverflow::error)) return false;
  *width = std::max<int64_t>(*width, 0);
  *margin = *width - static_cast<int64_t>(content(self).size());
  *fill = ' ';
  if (!args[1]) return true;
  if ((!is_bytes(args[1]) && !is_bytearray(args[1])) || content(args[1]).size() != 1) {
    return raise(exc::TypeError, "%s() argument 2 must be a byte string of length 1, not %T", method, args[1]), false;
  }
  *fill = content(args[1])[0];
  return true;
}

template <class Map>
Ref mapped(Value self, Map&& map) {
  std::string out(content(self));
  for (char& c : out) c = map(c);
  return like(self, out);
}

template <class Test>
Ref all_and_some(Value self, Test&& test) {
  View text = content(self);
  for (char c : text)
    if (!test(c)) return boolean(false);
  return boolean(!text.empty());
}

char lowered(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }
char uppered(char c) { return is_lower(c) ? static_cast<char>(c - 32) : c; }

}  // namespace

Ref center(Value self, const Value* args) {
  int64_t width, margin;
  char fill;
  if (!width_arguments(self, args, "center", &width, &margin, &fill)) return nullptr;
  int64_t left = margin / 2 + (margin & width & 1);
  return padded(self, margin > 0 ? left : 0, margin > 0 ? margin - left : 0, fill);
}

Ref ljust(Value self, const Value* args) {
  int64_t width, margin;
  char fill;
  if (!width_arguments(self, args, "ljust", &width, &margin, &fill)) return nullptr;
  return padded(self, 0, margin, fill);
}

Ref rjust(Value self, const Value* args) {
  int64_t width, margin;
  char fill;
  if (!width_arguments(self, args, "rjust", &width, &margin, &fill)) return nullptr;
  return padded(self, margin, 0, fill);
}

Ref zfill(Value self, const Value* args) {
  int64_t width;
  if (!to_int64(args[0], &width, OnOverflow::error)) return nullptr;
  View text = content(self);
  int64_t zeros = width < 0 ? 0 : width - static_cast<int64_t>(text.size());
  if (zeros <= 0) return unchanged(self);
  if (zeros > kMaxStrLength) return raise(exc::MemoryError, "");
  size_t sign = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  BytesBuilder out;
  out.add(text.data(), sign);
  out.pad('0', static_cast<size_t>(zeros));
  out.add(text.data() + sign, text.size() - sign);
  return out.finish(is_bytearray(self));
}

Ref expandtabs(Value self, const Value* args) {
  int64_t size = 8, column = 0;
  if (args[0] && !to_int64(args[0], &size, OnOverflow::error)) return nullptr;
  if (size > kMaxStrLength) return raise(exc::OverflowError, "Python int too large to convert to C int");
  BytesBuilder out;
  for (char c : content(self)) {
    if (c == '\t') {
      if (size <= 0) continue;
      int64_t step = size - column % size;
      out.pad(' ', static_cast<size_t>(step));
      column += step;
    } else {
      out.add(static_cast<uint8_t>(c));
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
  }
  return out.finish(is_bytearray(self));
}

Ref lower(Value self, const Value*) { return mapped(self, lowered); }
Ref upper(Value self, const Value*) { return mapped(self, uppered); }
Ref swapcase(Value self, const Value*) {
  return mapped(self, [](char c) { return is_alpha(c) ? static_cast<char>(c ^ 0x20) : c; });
}
Ref title(Value self, const Value*) {
  bool in_word = false;
  return mapped(self, [&](char c) {
    char result = in_word ? lowered(c) : uppered(c);
    in_word = is_alpha(c);
    return result;
  });
}
Ref capitalize(Value self, const Value*) {
  bool first = true;
  return mapped(self, [&](char c) {
    char result = first ? uppered(c) : lowered(c);
    first = false;
    return result;
  });
}

Ref isalpha(Value self, const Value*) { return all_and_some(self, is_alpha); }
Ref isdigit(Value self, const Value*) { return all_and_some(self, is_digit); }
Ref isspace(Value self, const Value*) { return all_and_some(self, is_space); }
Ref isalnum(Value self, const Value*) {
  return all_and_some(self, [](char c) { return is_alpha(c) || is_digit(c); });
}
Ref isascii(Value self, const Value*) {
  for (char c : content(self))
    if (static_cast<unsigned char>(c) >= 128) return boolean(false);
  return boolean(true);
}
Ref islower(Value self, const Value*) {
  bool found = false;
  for (char c : content(self)) {
    if (is_upper(c)) return boolean(false);
    found |= is_lower(c);
  }
  return boolean(found);
}
Ref isupper(Value self, const Value*) {
  bool found = false;
  for (char c : content(self)) {
    if (is_lower(c)) return boolean(false);
    found |= is_upper(c);
  }
  return boolean(found);
}
Ref istitle(Value self, const Value*) {
  bool found = false, in_word = false;
  for (char c : content(self)) {
    if (is_upper(c) ? in_word : is_lower(c) && !in_word) return boolean(false);
    in_word = is_alpha(c);
    found |= in_word;
  }
  return boolean(found);
}

Ref hex(Value self, const Value* args) {
  int64_t group = 1;
  if (args[1] && !to_int64(args[1], &group, OnOverflow::error)) return nullptr;
  if (group != static_cast<int32_t>(group)) return raise(exc::OverflowError, "Python int too large to convert to C int");
  char separator = 0;
  if (args[0] && args[0] != kNone) {
    ptrdiff_t size = length(args[0]);
    if (size < 0) return nullptr;
    if (size != 1) return raise(exc::ValueError, "sep must be length 1.");
    if (is_str(args[0])) {
      if (!args[0].as<Str>()->ascii) return raise(exc::ValueError, "sep must be ASCII.");
      separator = args[0].as<Str>()->ascii_view()[0];
    } else if (is_bytes(args[0]) || is_bytearray(args[0])) {
      separator = content(args[0])[0];
    } else {
      return raise(exc::TypeError, "sep must be str or bytes.");
    }
  }
  if (!separator) group = 0;
  View text = content(self);  // only now: an __index__ may have changed it
  auto n = static_cast<int64_t>(text.size());
  std::string out;
  for (int64_t i = 0; i < n; i++) {
    bool boundary = i > 0 && group != 0 && (group > 0 ? (n - i) % group == 0 : i % -group == 0);
    if (boundary) out += separator;
    auto byte = static_cast<uint8_t>(text[static_cast<size_t>(i)]);
    out += "0123456789abcdef"[byte >> 4];
    out += "0123456789abcdef"[byte & 15];
  }
  return make_str(out);
}

Ref fromhex(Value cls, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "fromhex() argument must be str, not %T", args[0]);
  auto text = args[0].as<Str>();
  auto digit = [text](uint32_t i) {
    char32_t c = i < text->length ? text->at(i) : 0;
    if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? static_cast<int>(c - 'a' + 10) : -1;
  };
  BytesBuilder out;
  for (uint32_t i = 0; i < text->length;) {
    if (text->at(i) < 128 && is_space(static_cast<char>(text->at(i)))) {
      i++;
      continue;
    }
    int high = digit(i), low = high < 0 ? -1 : digit(i + 1);
    if (high < 0 || low < 0) {
      return raise(exc::ValueError, "non-hexadecimal number found in fromhex() arg at position %d",
                   static_cast<int>(high < 0 ? i : i + 1));
    }
    out.add(static_cast<uint8_t>(high << 4 | low));
    i += 2;
  }
  bool as_bytearray = is_subtype(cls.as<Type>(), &bytearray_type);
  Ref result = out.finish(as_bytearray);
  bool exact = cls == Value(&bytes_type) || cls == Value(&bytearray_type);
  return !result || exact ? result : call(cls, result);
}

Ref decode(Value self, const Value* args) {
  static constexpr const char* kNames[] = {"encoding", "errors"};
  for (int i = 0; i < 2; i++) {
    if (args[i] && !is_str(args[i])) {
      return raise(exc::TypeError, "decode() argument '%s' must be str, not %T", kNames[i], args[i]);
    }
  }
  HeldBytes held;  // an error handler may try to change it
  return !held.acquire(self) ? Ref() : decode_bytes(self, held.view().data, held.view().length,
                      args[0] ? args[0].as<Str>() : nullptr, args[1] ? args[1].as<Str>() : nullptr);
}

}  // namespace loopscope::python::bytes_methods

namespace loopscope::python {

namespace {

Ref itself(Value self, const Value*) { return bytes_methods::unchanged(self); }
Ref getnewargs(Value self, const Value*) {
  auto text = bytes_methods::content(self);
  return tuple_of(make_bytes(text.data(), text.size()).get());
}
Ref size_of(Value self, const Value*) { return make_int(33 + static_cast<int64_t>(self.as<Bytes>()->length)); }

}  // namespace

extern constexpr NativeDef kBytesMethods[] = {
    LOOPSCOPE_BYTES_TABLE,
    {"__bytes__", itself, ""},
    {"__getnewargs__", getnewargs, ""},
    {"__sizeof__", size_of, ""},
    {nullptr, nullptr, nullptr},
};

}  // namespace loopscope::python
