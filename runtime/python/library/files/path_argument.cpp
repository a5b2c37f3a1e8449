// SPDX-License-Identifier: MIT
#include "python/library/files/path_argument.h"

#include "python/vm/codecs.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"

namespace loopscope::python::files {

namespace {

/// str, bytes, or what __fspath__ gives; null without an exception: none of these.
Ref path_or_null(Value v) {
  if (is_str(v) || is_bytes(v)) return Ref::share(v);
  static Str* const name = intern("__fspath__");
  Ref method = lookup_special(v, name);
  if (!method) return {};
  Ref path = call(method);
  if (!path || is_str(path) || is_bytes(path)) return path;
  return raise(exc::TypeError, "expected %T.__fspath__() to return str or bytes, not %T", v, path.get());
}

Str* escape() {
  static Str* const name = intern("surrogateescape");
  return name;
}

}  // namespace

Ref file_system_path(Value v) {
  Ref path = path_or_null(v);
  if (path || failed()) return path;
  return raise(exc::TypeError, "expected str, bytes or os.PathLike object, not %T", v);
}

bool PathArgument::read(Value v, const char* function, const char* parameter, uint8_t also) {
  if (also & kNone && (!v || v == python::kNone)) {
    text_ = ".";
    return true;
  }
  Ref path = path_or_null(v);
  if (!path && failed()) return false;
  if (!path) {
    if (also & kDescriptor && (is_int(v) || type_of(v)->index)) {
      int64_t number;
      if (!to_int64(v, &number, OnOverflow::clamp)) return false;
      if (number > INT32_MAX) return raise(exc::OverflowError, "fd is greater than maximum"), false;
      if (number < INT32_MIN) return raise(exc::OverflowError, "fd is less than minimum"), false;
      descriptor_ = static_cast<int>(number);
      shown_ = Ref::share(v);
      return has_descriptor_ = true;
    }
    if (!function) return raise(exc::TypeError, "expected str, bytes or os.PathLike object, not %T", v), false;
    static const char* const kKinds[] = {"string, bytes or os.PathLike", "string, bytes, os.PathLike or integer",
                                         "string, bytes, os.PathLike or None", "string, bytes, os.PathLike, integer or None"};
    return raise(exc::TypeError, "%s: %s should be %s, not %T", function, parameter, kKinds[also], v), false;
  }
  shown_ = path;
  if (python::is_bytes(path)) {
    bytes_ = true;
    text_.assign(reinterpret_cast<const char*>(path.as<Bytes>()->data), path.as<Bytes>()->length);
  } else {
    Ref encoded = encode_text(path.as<Str>(), Encoding::utf8, escape());
    if (!encoded) return false;
    text_.assign(reinterpret_cast<const char*>(encoded.as<Bytes>()->data), encoded.as<Bytes>()->length);
  }
  if (text_.find('\0') == std::string::npos) return true;
  if (!function) return raise(exc::ValueError, "embedded null byte"), false;
  return raise(exc::ValueError, "%s: embedded null character in %s", function, parameter), false;
}

Ref path_object(const std::string& name, bool as_bytes) {
  if (as_bytes) return make_bytes(name.data(), name.size());
  return decode_text(reinterpret_cast<const uint8_t*>(name.data()), name.size(), Encoding::utf8, escape());
}

}  // namespace loopscope::python::files
