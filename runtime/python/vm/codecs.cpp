// SPDX-License-Identifier: MIT
#include "python/vm/codecs.h"

#include <cstring>

#include "python/vm/bytes.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"
#include "python/vm/vm.h"

/// Names of encodings and error handlers; the entries that str and bytes use.
namespace loopscope::python {

CodecFallback codec_fallback = nullptr;

namespace {

struct Alias {
  const char* name;
  Encoding encoding;
};

constexpr Alias kAliases[] = {
    {"utf_8", Encoding::utf8},           {"utf8", Encoding::utf8},           {"u8", Encoding::utf8},
    {"utf", Encoding::utf8},             {"utf8_ucs2", Encoding::utf8},      {"utf8_ucs4", Encoding::utf8},
    {"cp65001", Encoding::utf8},         {"utf_8_sig", Encoding::utf8_signature},
    {"utf_16", Encoding::utf16},         {"utf16", Encoding::utf16},         {"u16", Encoding::utf16},
    {"utf_16_le", Encoding::utf16_le},   {"utf_16le", Encoding::utf16_le},   {"unicodelittleunmarked", Encoding::utf16_le},
    {"utf16_le", Encoding::utf16_le},    {"utf16_be", Encoding::utf16_be},   {"utf_16_be", Encoding::utf16_be},
    {"utf_16be", Encoding::utf16_be},    {"unicodebigunmarked", Encoding::utf16_be},
    {"utf_32", Encoding::utf32},         {"utf32", Encoding::utf32},         {"u32", Encoding::utf32},
    {"utf_32_le", Encoding::utf32_le},   {"utf_32le", Encoding::utf32_le},   {"utf_32_be", Encoding::utf32_be},
    {"utf_32be", Encoding::utf32_be},    {"ascii", Encoding::ascii},         {"us_ascii", Encoding::ascii},
    {"646", Encoding::ascii},            {"us", Encoding::ascii},            {"iso646_us", Encoding::ascii},
    {"ansi_x3.4_1968", Encoding::ascii}, {"cp367", Encoding::ascii},         {"ibm367", Encoding::ascii},
    {"latin_1", Encoding::latin1},       {"latin1", Encoding::latin1},       {"latin", Encoding::latin1},
    {"l1", Encoding::latin1},            {"iso_8859_1", Encoding::latin1},   {"iso8859_1", Encoding::latin1},
    {"iso8859", Encoding::latin1},       {"8859", Encoding::latin1},         {"cp819", Encoding::latin1},
    {"ibm819", Encoding::latin1},        {"iso_8859_1_1987", Encoding::latin1},
    {"unicode_escape", Encoding::unicode_escape},
};

Dict* custom_handlers = nullptr;

std::nullptr_t raise_unicode_error(Type& type, const char* encoding, Value object, size_t start, size_t end,
                                   const char* reason) {
  Own<Str> name = make_str(encoding), why = make_str(reason);
  Own<Tuple> args = tuple_of(name.get(), object, Value::small(static_cast<intptr_t>(start)),
                             Value::small(static_cast<intptr_t>(end)), why.get());
  Ref error = call_with(&type, args.get(), nullptr);
  return error ? raise_value(error) : nullptr;
}

}  // namespace

Encoding find_encoding(const Str* name) {
  if (!name) return Encoding::utf8;
  std::string plain;
  for (uint32_t i = 0; i < name->length; i++) {
    char32_t c = name->at(i);
    if (c >= 128) return Encoding::unknown;
    if (c >= 'A' && c <= 'Z') c += 32;
    bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
    if (word) plain += static_cast<char>(c);
    else if (!plain.empty() && plain.back() != '_') plain += '_';
  }
  for (const Alias& alias : kAliases)
    if (plain == alias.name) return alias.encoding;
  return Encoding::unknown;
}

bool find_error_handler(const Str* name, ErrorHandler* out, Ref* custom) {
  static constexpr const char* kNames[] = {"strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace",
                                           "surrogateescape", "surrogatepass"};
  *out = ErrorHandler::strict;
  if (!name) return true;
  if (custom_handlers) {
    *custom = Ref::share(dict_get(custom_handlers, const_cast<Str*>(name)));
    if (*custom) {
      *out = ErrorHandler::custom;
      return true;
    }
  }
  for (int i = 0; i < 7; i++) {
    if (str_equals(name, kNames[i])) {
      *out = static_cast<ErrorHandler>(i);
      return true;
    }
  }
  // The one handler that wants the names of characters is in a module, which registers it.
  if (str_equals(name, "namereplace")) {
    if (!import_module("_codecs")) return false;
    *custom = Ref::share(custom_handlers ? dict_get(custom_handlers, const_cast<Str*>(name)) : Value());
    if (*custom) return *out = ErrorHandler::custom, true;
  }
  return raise(exc::LookupError, "unknown error handler name '%U'", name), false;
}

bool register_error_handler(Str* name, Value handler) {
  if (!custom_handlers) custom_handlers = make_dict().release();
  return dict_set(custom_handlers, name, handler);
}

std::nullptr_t raise_encode_error(const char* encoding, Str* text, uint32_t start, uint32_t end, const char* reason) {
  return raise_unicode_error(exc::UnicodeEncodeError, encoding, text, start, end, reason);
}

std::nullptr_t raise_decode_error(const char* encoding, const uint8_t* data, size_t length, size_t start, size_t end,
                                  const char* reason) {
  Own<Bytes> object = make_bytes(data, length);
  if (!object) return nullptr;
  return raise_unicode_error(exc::UnicodeDecodeError, encoding, object, start, end, reason);
}

Ref encode_str(Str* s, const Str* encoding, const Str* errors) {
  Encoding known = find_encoding(encoding);
  if (known != Encoding::unknown) return encode_text(s, known, errors);
  if (codec_fallback) return codec_fallback(s, const_cast<Str*>(encoding), const_cast<Str*>(errors), true);
  return raise(exc::LookupError, "unknown encoding: %U", encoding);
}

Ref decode_bytes(Value source, const uint8_t* data, size_t length, const Str* encoding, const Str* errors) {
  Encoding known = find_encoding(encoding);
  if (known != Encoding::unknown) return decode_text(data, length, known, errors);
  if (codec_fallback) return codec_fallback(source, const_cast<Str*>(encoding), const_cast<Str*>(errors), false);
  return raise(exc::LookupError, "unknown encoding: %U", encoding);
}

}  // namespace loopscope::python
