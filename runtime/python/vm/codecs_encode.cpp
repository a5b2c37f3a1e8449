// SPDX-License-Identifier: MIT
#include "python/number/hex_text.h"
#include "python/vm/bytes.h"
#include "python/vm/codecs.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"

namespace loopscope::python {

namespace {

bool is_surrogate(char32_t c) { return c >= 0xd800 && c < 0xe000; }

class Encoder {
 public:
  Encoder(Str* text, Encoding encoding, const Str* errors) : text_(text), encoding_(encoding), errors_(errors) {}

  Ref run() {
    if (encoding_ == Encoding::utf8_signature) out_.add("\xef\xbb\xbf", 3);
    if (encoding_ == Encoding::utf16 || encoding_ == Encoding::utf32) add_point(0xfeff);
    for (uint32_t i = 0; i < text_->length;) {
      if (encodable(text_->at(i))) {
        add_point(text_->at(i++));
        continue;
      }
      uint32_t end = i + 1;
      bool one_by_one = encoding_ >= Encoding::utf16 && encoding_ <= Encoding::utf32_be;
      while (!one_by_one && end < text_->length && !encodable(text_->at(end))) end++;
      if (!handle_error(i, end, &i)) return nullptr;
    }
    return out_.finish();
  }

 private:
  bool single_byte() const { return encoding_ == Encoding::ascii || encoding_ == Encoding::latin1; }

  bool encodable(char32_t c) const {
    switch (encoding_) {
      case Encoding::ascii: return c < 128;
      case Encoding::latin1: return c < 256;
      case Encoding::unicode_escape: return true;
      default: return !is_surrogate(c);
    }
  }

  void unit(uint32_t value, int bytes, bool big_endian) {
    for (int i = 0; i < bytes; i++) {
      int shift = 8 * (big_endian ? bytes - 1 - i : i);
      out_.add(static_cast<uint8_t>(value >> shift));
    }
  }

  void add_point(char32_t c) {
    switch (encoding_) {
      case Encoding::ascii:
      case Encoding::latin1: out_.add(static_cast<uint8_t>(c)); return;
      case Encoding::utf16:
      case Encoding::utf16_le:
      case Encoding::utf16_be: {
        bool big = encoding_ == Encoding::utf16_be;
        if (c >= 0x10000) {
          unit(0xd800 + ((c - 0x10000) >> 10), 2, big);
          c = 0xdc00 + (c & 0x3ff);
        }
        unit(c, 2, big);
        return;
      }
      case Encoding::utf32:
      case Encoding::utf32_le:
      case Encoding::utf32_be: unit(c, 4, encoding_ == Encoding::utf32_be); return;
      case Encoding::unicode_escape: add_escape(c); return;
      default: break;
    }
    if (c < 0x80) {
      out_.add(static_cast<uint8_t>(c));
    } else if (c < 0x800) {
      out_.add(static_cast<uint8_t>(0xc0 | c >> 6));
      out_.add(static_cast<uint8_t>(0x80 | (c & 0x3f)));
    } else {
      if (c < 0x10000) {
        out_.add(static_cast<uint8_t>(0xe0 | c >> 12));
      } else {
        out_.add(static_cast<uint8_t>(0xf0 | c >> 18));
        out_.add(static_cast<uint8_t>(0x80 | (c >> 12 & 0x3f)));
      }
      out_.add(static_cast<uint8_t>(0x80 | (c >> 6 & 0x3f)));
      out_.add(static_cast<uint8_t>(0x80 | (c & 0x3f)));
    }
  }

  void add_escape(char32_t c) {
    std::string text;
    switch (c) {
      case '\\': text = "\\\\"; break;
      case '\n': text = "\\n"; break;
      case '\r': text = "\\r"; break;
      case '\t': text = "\\t"; break;
      default: text = c >= 32 && c < 127 ? std::string(1, static_cast<char>(c)) : escape_text(c);
    }
    out_.add(text.data(), text.size());
  }

  bool fail(uint32_t begin, uint32_t end) {
    const char* reason = encoding_ == Encoding::ascii    ? "ordinal not in range(128)"
                         : encoding_ == Encoding::latin1 ? "ordinal not in range(256)"
                                                         : "surrogates not allowed";
    return raise_encode_error(name(), text_, begin, end, reason), false;
  }

  const char* name() const {
    switch (encoding_) {
      case Encoding::ascii: return "ascii";
      case Encoding::latin1: return "latin-1";
      case Encoding::utf16: return "utf-16";
      case Encoding::utf16_le: return "utf-16-le";
      case Encoding::utf16_be: return "utf-16-be";
      case Encoding::utf32: return "utf-32";
      case Encoding::utf32_le: return "utf-32-le";
      case Encoding::utf32_be: return "utf-32-be";
      default: return "utf-8";
    }
  }

  /// text_[begin, end) cannot be encoded. Sets where to go on.
  bool handle_error(uint32_t begin, uint32_t end, uint32_t* next) {
    *next = end;
    if (!looked_up_ && !find_error_handler(errors_, &handler_, &custom_)) return false;
    looked_up_ = true;
    switch (handler_) {
      case ErrorHandler::strict: return fail(begin, end);
      case ErrorHandler::ignore: return true;
      case ErrorHandler::custom: return call_custom(begin, end, next);
      default: break;
    }
    for (uint32_t i = begin; i < end; i++) {
      char32_t c = text_->at(i);
      std::string text;
      switch (handler_) {
        case ErrorHandler::replace: text = "?"; break;
        case ErrorHandler::backslashreplace: text = escape_text(c); break;
        case ErrorHandler::xmlcharrefreplace: text = "&#" + std::to_string(static_cast<uint32_t>(c)) + ";"; break;
        case ErrorHandler::surrogateescape:
          if (c < 0xdc80 || c > 0xdcff) return fail(begin, end);
          out_.add(static_cast<uint8_t>(c - 0xdc00));
          break;
        default:  // surrogatepass
          if (single_byte() || !is_surrogate(c)) return fail(begin, end);
          add_point(c);
      }
      for (char t : text) add_point(static_cast<unsigned char>(t));
    }
    return true;
  }

  bool call_custom(uint32_t begin, uint32_t end, uint32_t* next) {
    fail(begin, end);
    Ref error = take_pending();
    Ref answer = call(custom_, error);
    if (!answer) return false;
    bool pair = is_tuple(answer) && answer.as<Tuple>()->size == 2 && is_int(answer.as<Tuple>()->items[1]);
    if (!pair) return raise(exc::TypeError, "encoding error handler must return (str/bytes, int) tuple"), false;
    Value replacement = answer.as<Tuple>()->items[0];
    int64_t position;
    if (!int_fits(answer.as<Tuple>()->items[1], &position)) position = -1;
    if (position < 0) position += text_->length;
    if (position < 0 || position > text_->length) {
      return raise(exc::IndexError, "position %lld from error handler out of bounds", static_cast<long long>(position)), false;
    }
    if (is_bytes(replacement)) {
      out_.add(replacement.as<Bytes>()->data, replacement.as<Bytes>()->length);
    } else if (is_str(replacement)) {
      auto s = replacement.as<Str>();
      for (uint32_t i = 0; i < s->length; i++) {
        if (!encodable(s->at(i))) return fail(begin, end);
        add_point(s->at(i));
      }
    } else {
      return raise(exc::TypeError, "encoding error handler must return (str/bytes, int) tuple"), false;
    }
    *next = static_cast<uint32_t>(position);
    return true;
  }

  Str* text_;
  Encoding encoding_;
  const Str* errors_;
  BytesBuilder out_;
  bool looked_up_ = false;
  ErrorHandler handler_ = ErrorHandler::strict;
  Ref custom_;
};

}  // namespace

Ref encode_text(Str* text, Encoding encoding, const Str* errors) {
  bool as_it_is = text->ascii && (encoding == Encoding::utf8 || encoding == Encoding::ascii || encoding == Encoding::latin1);
  if (as_it_is || (!text->wide && encoding == Encoding::latin1)) return make_bytes(text->narrow(), text->length);
  return Encoder(text, encoding, errors).run();
}

}  // namespace loopscope::python
