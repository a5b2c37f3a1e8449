// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/io/newlines.h"
#include "python/vm/codecs.h"

namespace loopscope::python::io {

/// Bytes to text, chunk by chunk: encodings that the VM knows here, others through a decoder of the codecs module; then
/// line ends. Its state can be taken and given back, as tell() and seek() need.
struct TextDecoder {
  Encoding codec = Encoding::unknown;
  Value python;   // owned: the incremental decoder when `codec` is unknown
  Str* errors;    // interned
  bool uniform;   // line ends go through `newlines`
  NewlineState newlines;

  Own<Str> decode(const uint8_t* data, size_t length, bool final);
  bool get_state(Own<Bytes>* held, int64_t* flags);
  bool set_state(const uint8_t* held, size_t length, int64_t flags);
  bool reset();

 private:
  Own<Str> decode_known(const uint8_t* data, size_t length, bool final);
  /// Looks for the byte order mark. -1: exception; else how many bytes it takes, -2: more are needed.
  ptrdiff_t take_mark(const uint8_t* data, size_t length, bool final);
  uint8_t held_[8];  // the beginning of a character
  uint8_t held_count_;
  bool started_;     // behind the place of a byte order mark
  bool big_;
};

/// Text to bytes. A byte order mark is written only at the start of a stream.
struct TextEncoder {
  Encoding codec = Encoding::unknown;
  Value python;  // owned
  Str* errors;
  bool at_start;

  Ref encode(Str* text);
  /// After a seek.
  bool reset(bool to_start);
};

/// CodecInfo of an encoding that the VM does not know. LookupError.
Ref lookup_codec(Str* encoding);

}  // namespace loopscope::python::io
