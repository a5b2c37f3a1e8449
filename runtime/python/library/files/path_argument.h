// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "python/vm/objects.h"

namespace loopscope::python::files {

/// A parameter that is a path: str, bytes or os.PathLike; names outside UTF-8 go through surrogateescape.
class PathArgument {
 public:
  enum Also : uint8_t { kNothing = 0, kDescriptor = 1, kNone = 2 };  // a number; None is "."
  /// TypeError "FUNCTION: PARAMETER should be string, bytes or os.PathLike, not X". Without a function as open() words it.
  bool read(Value v, const char* function = nullptr, const char* parameter = "path", uint8_t also = kNothing);

  const std::string& text() const { return text_; }
  bool is_bytes() const { return bytes_; }
  int descriptor() const { return descriptor_; }
  bool is_descriptor() const { return has_descriptor_; }
  /// What the program gave, for OSError.filename (a PathLike's text).
  Value shown() const { return shown_; }

 private:
  std::string text_;
  bool bytes_ = false, has_descriptor_ = false;
  int descriptor_ = -1;
  Ref shown_;
};

/// A name of the file system as the program sees it: str, or bytes when it asked in bytes.
Ref path_object(const std::string& name, bool as_bytes);
/// os.fspath(). TypeError "expected str, bytes or os.PathLike object, not X".
Ref file_system_path(Value v);

}  // namespace loopscope::python::files
