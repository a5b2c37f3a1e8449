// SPDX-License-Identifier: MIT
#include "python/number/hex_text.h"
#include "python/vm/bytes.h"
#include "python/vm/codecs.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"

namespace loopscope::python {

namespace {

class Decoder {
 public:
  Decoder(const uint8_t* data, size_t length, const Str* errors) : data_(data), length_(length), errors_(errors) {}

  Ref run(Encoding encoding) {
    bool done = false;
    switch (encoding) {
      case Encoding::ascii: done = ascii(); break;
      case Encoding::utf16:
      case Encoding::utf16_le:
      case Encoding::utf16_be: done = utf16(encoding); break;
      case Encoding::utf32:
      case Encoding::utf32_le:
      case Encoding::utf32_be: done = utf32(encoding); break;
      case Encoding::unicode_escape: done = unicode_escape(); break;
      default: done = utf8(encoding == Encoding::utf8_signature);
    }
    return done ? Ref(out_.finish()) : nullptr;
  }

 private:
  bool ascii() {
    name_ = "ascii";
    while (at_ < length_) {
      if (data_[at_] < 128) out_.add(static_cast<char32_t>(data_[at_++]));
      else if (!error(at_ + 1, "ordinal not in range(128)")) return false;
    }
    return true;
  }

  bool utf8(bool signature) {
    name_ = "utf-8";
    if (signature && length_ >= 3 && data_[0] == 0xef && data_[1] == 0xbb && data_[2] == 0xbf) at_ = 3;
    while (at_ < length_) {
      uint8_t b = data_[at_];
      if (b < 0x80) {
        out_.add(static_cast<char32_t>(b));
        at_++;
        continue;
      }
      int size = b >= 0xc2 && b < 0xe0 ? 2 : (b & 0xf0) == 0xe0 ? 3 : b >= 0xf0 && b < 0xf5 ? 4 : 0;
      if (size == 0) {
        if (!error(at_ + 1, "invalid start byte")) return false;
        continue;
      }
      // The second byte's range keeps out overlong forms, surrogates and what is beyond U+10FFFF.
      uint8_t low = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
      uint8_t high = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
      int good = 1;
      char32_t c = b & (size == 2 ? 0x1fu : size == 3 ? 0x0fu : 0x07u);
      while (good < size && at_ + static_cast<size_t>(good) < length_) {
        uint8_t next = data_[at_ + static_cast<size_t>(good)];
        if (next < low || next > high) break;
        c = c << 6 | (next & 0x3f);
        low = 0x80;
        high = 0xbf;
        good++;
      }
      if (good == size) {
        out_.add(c);
        at_ += static_cast<size_t>(size);
        continue;
      }
      size_t end = at_ + static_cast<size_t>(good);
      if (!error(end, end == length_ ? "unexpected end of data" : "invalid continuation byte")) return false;
    }
    return true;
  }

  uint32_t unit(size_t at, int bytes, bool big_endian) const {
    uint32_t value = 0;
    for (int i = 0; i < bytes; i++) {
      int shift = 8 * (big_endian ? bytes - 1 - i : i);
      value |= static_cast<uint32_t>(data_[at + static_cast<size_t>(i)]) << shift;
    }
    return value;
  }

  bool utf16(Encoding encoding) {
    bool big = encoding == Encoding::utf16_be;
    if (encoding == Encoding::utf16 && length_ >= 2) {
      uint32_t mark = unit(0, 2, false);
      big = mark == 0xfffe;
      if (big || mark == 0xfeff) at_ = 2;
    }
    name_ = big ? "utf-16-be" : "utf-16-le";
    while (at_ < length_) {
      bool ok = true;
      if (at_ + 2 > length_) {
        ok = error(length_, "truncated data");
      } else {
        uint32_t c = unit(at_, 2, big);
        if (c < 0xd800 || c >= 0xe000) {
          out_.add(static_cast<char32_t>(c));
          at_ += 2;
        } else if (c >= 0xdc00) {
          ok = error(at_ + 2, "illegal encoding");
        } else if (at_ + 4 > length_) {
          ok = error(length_, "unexpected end of data");
        } else {
          uint32_t low = unit(at_ + 2, 2, big);
          if (low >= 0xdc00 && low < 0xe000) {
            out_.add(static_cast<char32_t>(0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00)));
            at_ += 4;
          } else {
            ok = error(at_ + 2, "illegal UTF-16 surrogate");
          }
        }
      }
      if (!ok) return false;
    }
    return true;
  }

  bool utf32(Encoding encoding) {
    bool big = encoding == Encoding::utf32_be;
    if (encoding == Encoding::utf32 && length_ >= 4) {
      uint32_t mark = unit(0, 4, false);
      big = mark == 0xfffe0000;
      if (big || mark == 0xfeff) at_ = 4;
    }
    name_ = big ? "utf-32-be" : "utf-32-le";
    while (at_ < length_) {
      bool ok = true;
      if (at_ + 4 > length_) {
        ok = error(length_, "truncated data");
      } else {
        uint32_t c = unit(at_, 4, big);
        if (c >= 0xd800 && c < 0xe000) {
          ok = error(at_ + 4, "code point in surrogate code point range(0xd800, 0xe000)");
        } else if (c > 0x10ffff) {
          ok = error(at_ + 4, "code point not in range(0x110000)");
        } else {
          out_.add(static_cast<char32_t>(c));
          at_ += 4;
        }
      }
      if (!ok) return false;
    }
    return true;
  }

  bool unicode_escape() {
    name_ = "unicodeescape";
    while (at_ < length_) {
      uint8_t b = data_[at_];
      if (b != '\\') {
        out_.add(static_cast<char32_t>(b));
        at_++;
        continue;
      }
      if (at_ + 1 >= length_) {
        if (!error(length_, "\\ at end of string")) return false;
        continue;
      }
      uint8_t kind = data_[at_ + 1];
      static constexpr char kLetters[] = "\\'\"abfnrtv", kMeanings[] = "\\'\"\a\b\f\n\r\t\v";
      bool simple = kind == '\n';
      for (int i = 0; kLetters[i] && !simple; i++) {
        if (kLetters[i] == static_cast<char>(kind)) {
          out_.add(static_cast<char32_t>(kMeanings[i]));
          simple = true;
        }
      }
      if (simple) {
        at_ += 2;
      } else if (kind >= '0' && kind <= '7') {
        char32_t c = 0;
        size_t i = at_ + 1;
        for (; i < at_ + 4 && i < length_ && data_[i] >= '0' && data_[i] <= '7'; i++) c = c * 8 + (data_[i] - '0');
        out_.add(c);
        at_ = i;
      } else if (kind == 'x' || kind == 'u' || kind == 'U') {
        if (!hex_escape(kind == 'x' ? 2 : kind == 'u' ? 4 : 8)) return false;
      } else {
        out_.add(U'\\');
        at_++;
      }
    }
    return true;
  }

  bool hex_escape(size_t digits) {
    uint32_t c = 0;
    size_t i = at_ + 2, end = at_ + 2 + digits;
    for (; i < end && i < length_; i++) {
      int d = data_[i] >= '0' && data_[i] <= '9' ? data_[i] - '0'
              : (data_[i] | 0x20) >= 'a' && (data_[i] | 0x20) <= 'f' ? (data_[i] | 0x20) - 'a' + 10 : -1;
      if (d < 0) break;
      c = c << 4 | static_cast<uint32_t>(d);
    }
    if (i < end) {
      return error(i, digits == 2 ? "truncated \\xXX escape" : digits == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape");
    }
    if (c > 0x10ffff) return error(i, "illegal Unicode character");
    out_.add(static_cast<char32_t>(c));
    at_ = i;
    return true;
  }

  bool fail(size_t end, const char* reason) { return raise_decode_error(name_, data_, length_, at_, end, reason), false; }

  /// data_[at_, end) is wrong; goes on behind what the handler took care of.
  bool error(size_t end, const char* reason) {
    if (!looked_up_ && !find_error_handler(errors_, &handler_, &custom_)) return false;
    looked_up_ = true;
    switch (handler_) {
      case ErrorHandler::strict: return fail(end, reason);
      case ErrorHandler::ignore: break;
      case ErrorHandler::replace: out_.add(U'\ufffd'); break;
      case ErrorHandler::backslashreplace:
        for (size_t i = at_; i < end; i++) out_.add(escape_text(data_[i]));
        break;
      case ErrorHandler::surrogateescape: {
        size_t i = at_;
        for (; i < end && data_[i] >= 128; i++) out_.add(static_cast<char32_t>(0xdc00 + data_[i]));
        if (i == at_) return fail(end, reason);
        end = i;
        break;
      }
      case ErrorHandler::surrogatepass: {
        size_t size;
        char32_t c = surrogate_here(&size);
        if (c < 0xd800 || c > 0xdfff) return fail(end, reason);
        out_.add(c);
        end = at_ + size;
        break;
      }
      case ErrorHandler::xmlcharrefreplace:
        return raise(exc::TypeError, "don't know how to handle UnicodeDecodeError in error callback"), false;
      case ErrorHandler::custom: return call_custom(end, reason);
    }
    at_ = end;
    return true;
  }

  /// What the next `*size` bytes would be if surrogates could be encoded; 0 if there are too few or they make no sense.
  char32_t surrogate_here(size_t* size) const {
    std::string_view name = name_;
    bool big = name.ends_with("be");
    *size = name.starts_with("utf-8") ? 3 : name.starts_with("utf-16") ? 2 : 4;
    if (at_ + *size > length_ || name == "ascii") return 0;
    if (*size != 3) return static_cast<char32_t>(unit(at_, static_cast<int>(*size), big));
    const uint8_t* p = data_ + at_;
    if (p[0] != 0xed || (p[1] & 0xe0) != 0xa0 || (p[2] & 0xc0) != 0x80) return 0;
    return static_cast<char32_t>(0xd000 | (p[1] & 0x3f) << 6 | (p[2] & 0x3f));
  }

  bool call_custom(size_t end, const char* reason) {
    fail(end, reason);
    Ref problem = take_pending();
    Ref answer = call(custom_, problem);
    if (!answer) return false;
    bool pair = is_tuple(answer) && answer.as<Tuple>()->size == 2 && is_str(answer.as<Tuple>()->items[0]) &&
                is_int(answer.as<Tuple>()->items[1]);
    if (!pair) return raise(exc::TypeError, "decoding error handler must return (str, int) tuple"), false;
    int64_t position;
    if (!int_fits(answer.as<Tuple>()->items[1], &position)) position = -1;
    if (position < 0) position += static_cast<int64_t>(length_);
    if (position < 0 || position > static_cast<int64_t>(length_)) {
      return raise(exc::IndexError, "position %lld from error handler out of bounds", static_cast<long long>(position)), false;
    }
    out_.add(answer.as<Tuple>()->items[0].as<Str>());
    at_ = static_cast<size_t>(position);
    return true;
  }

  const uint8_t* data_;
  size_t length_;
  const Str* errors_;
  const char* name_ = "utf-8";
  size_t at_ = 0;
  StrBuilder out_;
  bool looked_up_ = false;
  ErrorHandler handler_ = ErrorHandler::strict;
  Ref custom_;
};

}  // namespace

Ref decode_text(const uint8_t* data, size_t length, Encoding encoding, const Str* errors) {
  if (encoding == Encoding::latin1) return make_latin1(data, length);
  if (encoding == Encoding::utf8 || encoding == Encoding::ascii) {
    size_t i = 0;
    while (i < length && data[i] < 128) i++;
    if (i == length) return make_latin1(data, length);
  }
  return Decoder(data, length, errors).run(encoding);
}

}  // namespace loopscope::python
