// SPDX-License-Identifier: MIT
#include "python/library/io/text_decoder.h"

#include <cstring>

#include "python/library/io/io.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"

namespace loopscope::python::io {

namespace {

/// How many bytes at the end are the beginning of a character.
size_t incomplete_tail(Encoding codec, bool big, const uint8_t* data, size_t n) {
  switch (codec) {
    case Encoding::utf8:
      for (size_t back = 1; back <= 3 && back <= n; back++) {
        uint8_t b = data[n - back];
        if ((b & 0xC0) == 0x80) continue;
        size_t size = b >= 0xF0 && b < 0xF5 ? 4 : b >= 0xE0 && b < 0xF0 ? 3 : b >= 0xC2 && b < 0xE0 ? 2 : 1;
        return size > back ? back : 0;
      }
      return 0;
    case Encoding::utf16_le:
    case Encoding::utf16_be: {
      size_t odd = n % 2;
      if (n - odd >= 2 && (data[n - odd - (big ? 2 : 1)] & 0xFC) == 0xD8) return odd + 2;
      return odd;
    }
    case Encoding::utf32_le:
    case Encoding::utf32_be: return n % 4;
    default: return 0;
  }
}

bool has_mark(Encoding codec) { return codec == Encoding::utf8_signature || codec == Encoding::utf16 || codec == Encoding::utf32; }

Encoding plain_codec(Encoding codec, bool big) {
  switch (codec) {
    case Encoding::utf8_signature: return Encoding::utf8;
    case Encoding::utf16: return big ? Encoding::utf16_be : Encoding::utf16_le;
    case Encoding::utf32: return big ? Encoding::utf32_be : Encoding::utf32_le;
    default: return codec;
  }
}

}  // namespace

Ref lookup_codec(Str* encoding) {
  Ref codecs = import_module("codecs");
  if (!codecs && pending_is(exc::ModuleNotFoundError)) {
    clear_pending();
    return raise(exc::LookupError, "unknown encoding: %U", encoding);
  }
  Ref lookup = codecs ? get_attr(codecs, intern("lookup")) : Ref();
  Ref info = lookup ? call(lookup, encoding) : Ref();
  if (!info) return {};
  Ref is_text = get_attr_or_null(info, intern("_is_text_encoding"));
  if (failed()) return {};
  if (is_text && is_text.get() == kFalse)
    return raise(exc::LookupError, "'%U' is not a text encoding; use codecs.open() to handle arbitrary codecs", encoding);
  return info;
}

ptrdiff_t TextDecoder::take_mark(const uint8_t* data, size_t length, bool final) {
  static constexpr uint8_t kMark8[] = {0xEF, 0xBB, 0xBF};
  if (codec == Encoding::utf8_signature) {
    size_t n = std::min<size_t>(length, 3);
    bool begins = !n || std::memcmp(data, kMark8, n) == 0;
    if (begins && n < 3 && !final) return -2;
    return begins && n == 3 ? 3 : 0;
  }
  size_t size = codec == Encoding::utf16 ? 2 : 4;
  if (length < size) return final ? 0 : -2;
  bool zeros = size == 2 || (data[2] == 0 && data[3] == 0);
  bool zeros_first = size == 2 || (data[0] == 0 && data[1] == 0);
  if (data[0] == 0xFF && data[1] == 0xFE && zeros) {
    big_ = false;
  } else if (data[size - 2] == 0xFE && data[size - 1] == 0xFF && zeros_first) {
    big_ = true;
  } else {
    raise(exc::UnicodeError, "UTF-%s stream does not start with BOM", size == 2 ? "16" : "32");
    return -1;
  }
  return static_cast<ptrdiff_t>(size);
}

Own<Str> TextDecoder::decode_known(const uint8_t* data, size_t length, bool final) {
  Own<Bytes> joined;
  if (held_count_) {
    joined = new_bytes(held_count_ + length);
    if (!joined) return {};
    std::memcpy(joined->data, held_, held_count_);
    if (length) std::memcpy(joined->data + held_count_, data, length);
    data = joined->data;
    length = joined->length;
    held_count_ = 0;
  }
  size_t keep = 0;
  if (!started_ && has_mark(codec)) {
    ptrdiff_t mark = take_mark(data, length, final);
    if (mark == -1) return {};
    if (mark == -2) {
      keep = length;
    } else {
      data += mark;
      length -= static_cast<size_t>(mark);
      started_ = length > 0 || mark > 0;
    }
  }
  Encoding plain = plain_codec(codec, big_);
  if (!final && !keep) keep = incomplete_tail(plain, big_, data, length);
  Ref text = decode_text(data, length - keep, plain, errors);
  if (!text) return {};
  if (keep) std::memcpy(held_, data + length - keep, keep);
  held_count_ = static_cast<uint8_t>(keep);
  return Own<Str>::share(text.as<Str>());
}

Own<Str> TextDecoder::decode(const uint8_t* data, size_t length, bool final) {
  Own<Str> text;
  if (codec != Encoding::unknown) {
    text = decode_known(data, length, final);
  } else {
    Ref answer = call_method(python, names::decode, make_bytes(data, length), boolean(final));
    if (!answer) return {};
    if (!is_str(answer)) {
      raise(exc::TypeError, "decoder should return a string result, not '%T'", answer.get());
      return {};
    }
    text = Own<Str>::share(answer.as<Str>());
  }
  return uniform ? newlines.decode(std::move(text), final) : text;
}

bool TextDecoder::get_state(Own<Bytes>* held, int64_t* flags) {
  if (codec != Encoding::unknown) {
    *held = make_bytes(held_, held_count_);
    *flags = !has_mark(codec) ? 0 : codec == Encoding::utf8_signature ? !started_ : !started_ ? 2 : big_;
  } else {
    Ref state = call_method(python, names::getstate);
    if (!state) return false;
    const Value* items = is_tuple(state) ? state.as<Tuple>()->items : nullptr;
    if (!items || state.as<Tuple>()->size != 2 || !is_bytes(items[0]) || !is_int(items[1]) || !int_fits(items[1], flags))
      return raise(exc::TypeError, "illegal decoder state"), false;
    *held = Own<Bytes>::share(items[0].as<Bytes>());
  }
  if (uniform) *flags = *flags << 1 | newlines.pending_cr;
  return static_cast<bool>(*held);
}

bool TextDecoder::set_state(const uint8_t* held, size_t length, int64_t flags) {
  if (uniform) {
    newlines.pending_cr = flags & 1;
    flags >>= 1;
  }
  if (codec == Encoding::unknown) {
    Own<Bytes> bytes = make_bytes(held, length);
    return bytes && call_method(python, names::setstate, tuple_of(Value(bytes), make_int(flags).get()));
  }
  held_count_ = static_cast<uint8_t>(std::min(length, sizeof held_));
  if (held_count_) std::memcpy(held_, held, held_count_);
  started_ = codec == Encoding::utf8_signature ? flags == 0 : flags != 2;
  big_ = flags == 1;
  return true;
}

bool TextDecoder::reset() {
  newlines.pending_cr = false;
  held_count_ = 0;
  started_ = big_ = false;
  return codec != Encoding::unknown || call_method(python, names::reset);
}

Ref TextEncoder::encode(Str* text) {
  if (codec == Encoding::unknown) {
    Ref bytes = call_method(python, names::encode, text);
    if (!bytes || is_bytes(bytes)) return bytes;
    return raise(exc::TypeError, "encoder should return a bytes object, not '%T'", bytes.get());
  }
  Encoding used = at_start ? codec : plain_codec(codec, false);
  if (text->length) at_start = false;
  return encode_text(text, used, errors);
}

bool TextEncoder::reset(bool to_start) {
  at_start = to_start;
  if (codec != Encoding::unknown) return true;
  if (to_start) return static_cast<bool>(call_method(python, names::reset));
  return static_cast<bool>(call_method(python, names::setstate, Value::small(0)));
}

}  // namespace loopscope::python::io
