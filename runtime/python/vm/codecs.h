// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "python/vm/objects.h"

/// Text encodings known without importing anything: utf-8 (and -sig), utf-16/32 in all byte orders, ascii, latin-1,
/// unicode_escape. Mirrors CPython's unicodeobject.c.
namespace loopscope::python {

enum class Encoding : uint8_t {
  unknown, utf8, utf8_signature, utf16, utf16_le, utf16_be, utf32, utf32_le, utf32_be, ascii, latin1, unicode_escape,
};
/// By any alias and spelling ("UTF 8", "l1"); null is utf-8.
Encoding find_encoding(const Str* name);

enum class ErrorHandler : uint8_t {
  strict, ignore, replace, backslashreplace, xmlcharrefreplace, surrogateescape, surrogatepass, custom,
};
/// Looks a handler's name up only when it is needed, as CPython does. False: LookupError.
bool find_error_handler(const Str* name, ErrorHandler* out, Ref* custom);
/// codecs.register_error / lookup_error for handlers that are Python callables.
bool register_error_handler(Str* name, Value handler);

/// UnicodeEncodeError / UnicodeDecodeError, made and raised.
std::nullptr_t raise_encode_error(const char* encoding, Str* text, uint32_t start, uint32_t end, const char* reason);
std::nullptr_t raise_decode_error(const char* encoding, const uint8_t* data, size_t length, size_t start, size_t end,
                                  const char* reason);

/// For encodings that are unknown here: a library module can install itself. Null result: exception set.
using CodecFallback = Ref (*)(Value object, Str* encoding, Str* errors, bool encode);
extern CodecFallback codec_fallback;

Ref encode_text(Str* text, Encoding encoding, const Str* errors);
Ref decode_text(const uint8_t* data, size_t length, Encoding encoding, const Str* errors);

}  // namespace loopscope::python
