// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/errors.h"

namespace loopscope::python {

/// One level of recursion on the C++ stack: a repr within a repr, a comparison within a comparison. Test it before going
/// deeper; if it is false, RecursionError is set.
class NativeRecursion {
 public:
  /// `where` ends the message: "in comparison". `times` as deep as usual: for what takes little of the stack.
  explicit NativeRecursion(const char* where, int times = 1) : allowed_(++depth_ <= kLimit * times) {
    if (!allowed_) raise(exc::RecursionError, "maximum recursion depth exceeded %s", where);
  }
  ~NativeRecursion() { --depth_; }
  NativeRecursion(const NativeRecursion&) = delete;
  explicit operator bool() const { return allowed_; }

 private:
  // A browser's worker has half a megabyte of stack, and a sanitizer's frames are large.
#if defined(__wasm__) || defined(__SANITIZE_ADDRESS__) || (defined(__has_feature) && __has_feature(address_sanitizer))
  static constexpr int kLimit = 520;
#else
  static constexpr int kLimit = 4000;
#endif
  inline static int depth_ = 0;
  bool allowed_;
};

}  // namespace loopscope::python
