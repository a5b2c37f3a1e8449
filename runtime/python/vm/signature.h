// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "python/vm/objects.h"

namespace loopscope::python {

/// The parameters of a native function, parsed from NativeDef::signature.
class Signature {
 public:
  struct Parameter {
    Str* name;
    std::string_view default_text;  // for help()
    bool required;
    bool is_positional, is_keyword;  // may be given so
  };

  /// One for each distinct text pointer; parsed at the first call and kept for ever.
  static const Signature* of(const char* text);

  /// Length of the array that a native gets.
  uint32_t count() const { return static_cast<uint32_t>(parameters_.size()) + (star_ >= 0) + (double_star_ >= 0); }
  /// No *args, no keywords: exactly count() positional values are the bound array as they stand.
  bool is_plain() const { return plain_; }
  /// Positional parameters, and how many of them are required.
  uint32_t positional() const { return positional_; }
  uint32_t required() const { return required_; }
  const char* text() const { return text_; }

 private:
  friend class BoundArgs;
  friend class SignatureError;
  const char* text_ = nullptr;
  std::vector<Parameter> parameters_;  // without *args and **kwargs
  int star_ = -1;                      // place of *args in the bound array
  int double_star_ = -1;
  uint32_t positional_ = 0;      // parameters that may be positional
  uint32_t positional_only_ = 0;
  uint32_t required_positional_only_ = 0;
  uint32_t required_ = 0;        // of the positional ones
  bool any_keyword_ = false;
  bool plain_ = false;
};

/// How a native is called in error texts.
struct NativeName {
  const char* name;                          // "append"
  const NativeFunction* function = nullptr;  // what it belongs to ("list.append()") and its style
  bool python_init = false;                  // a constructor worded as a Python class's: `name` is "Lock.__init__"
};

/// Binds the arguments of one call. Constructors use it directly:
///   BoundArgs bound(*Signature::of("x=0, /, base=10"), {"int"}, args);
///   if (!bound) return {};
///   ... bound[0], null if omitted
class BoundArgs {
 public:
  BoundArgs(const Signature& signature, const NativeName& name, const Args& args);
  ~BoundArgs();
  BoundArgs(const BoundArgs&) = delete;
  explicit operator bool() const { return data_ != nullptr; }
  const Value* data() const { return data_; }
  Value operator[](uint32_t i) const { return data_[i]; }

 private:
  bool bind_slow(const Signature& s, const NativeName& name, const Args& args);
  static constexpr uint32_t kInline = 12;
  const Value* data_ = nullptr;  // null: exception set
  Value* own_ = nullptr;         // the copy, if one was needed
  Value inline_[kInline];
  Ref star_, double_star_;
};

/// "list." for a method, "time." for a function of a module other than builtins, else empty.
std::string native_qualifier(const NativeFunction* function);

/// Calls `function` with `self` (instance, class, module or null) already split off and checked.
Ref call_native(const NativeFunction* function, Value self, const Args& args);

/// `callable` is a NativeFunction of any of its three types; args as Python sees them (a method_descriptor's first one is
/// the receiver, checked here).
Ref call_native_function(Value callable, const Args& args);

}  // namespace loopscope::python
