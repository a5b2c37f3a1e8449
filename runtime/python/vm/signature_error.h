// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/signature.h"

namespace loopscope::python {

/// CPython's TypeErrors for a call that does not fit. Which of its several wordings applies follows from the shape of the
/// signature, as there. Every function raises and returns false.
class SignatureError {
 public:
  SignatureError(const Signature& signature, const NativeName& name, const Args& args)
      : s_(signature), name_(name), args_(args) {
    python_style_ = name.python_init || (name.function && name.function->def->flags & kNativePythonStyle);
  }

  bool is_python_style() const { return python_style_; }
  bool too_many();
  bool too_few_positional();
  bool no_keywords();
  bool unexpected_keyword(Str* key);
  bool given_twice(uint32_t parameter);
  bool missing(uint32_t parameter, const Value* bound);

 private:
  bool fail(const std::string& text);
  std::string qualified() const;  // "list.append()"
  std::string simple() const;     // "append()"
  int place(uint32_t i) const { return static_cast<int>(s_.star_ >= 0 && i >= static_cast<uint32_t>(s_.star_) ? i + 1 : i); }
  const Signature& s_;
  const NativeName& name_;
  const Args& args_;
  bool python_style_ = false;
  bool is_method() const {
    if (!name_.function) return name_.python_init;
    return name_.function->owner && !(name_.function->def->flags & kNativeStatic);
  }
};

}  // namespace loopscope::python
