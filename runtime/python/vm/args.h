// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/value.h"

namespace loopscope::python {

struct Tuple;
struct Dict;

/// Arguments of one call, borrowed: `positional` values, then one value for each name in `names`.
struct Args {
  const Value* data = nullptr;
  uint32_t positional = 0;
  Tuple* names = nullptr;  // tuple of str, or null

  uint32_t keyword_count() const;
  Value operator[](size_t i) const { return data[i]; }
};

/// A native function. Two kinds:
/// * with a signature: `args` is the bound parameters in declared order; an omitted optional one is null;
///   `*args` is a Tuple, `**kwargs` a Dict (never null). For methods `self` is the instance and not in `args`.
/// * without (raw): it reads `Args` itself.
/// A native may return kFramePushed (vm.h) when its result will come from a frame that it has pushed.
using NativeFn = Ref (*)(Value self, const Value* args);
using RawNativeFn = Ref (*)(Value self, const Args& args);

enum NativeFlags : uint8_t {
  kNativePlain = 0,
  kNativeStatic = 1,  // staticmethod in a type's methods
  kNativeClass = 2,   // classmethod: self is the class
  kNativePythonStyle = 4,  // errors worded as for a function written in Python, as CPython's asyncio is
  kNativeCoroutine = 8,    // returns a coroutine: iscoroutinefunction() says so
};

/// One row of a table of natives, ended by a row with a null name.
/// `signature` is Python's notation without parentheses and `self`: "iterable, /, *, key=None, reverse=False",
/// "*objects, sep=' '", "" (no arguments). Defaults are for help(); the function sees null for what was omitted.
/// Binding errors have CPython's texts. Positional-only signatures bind without copying.
struct NativeDef {
  const char* name;
  NativeFn fn;
  const char* signature;
  uint8_t flags = kNativePlain;
  RawNativeFn raw = nullptr;  // when set, fn and signature are unused
  /// Of a coroutine function: what awaiting it gives where it has nothing to wait for. Then `await f()` makes no coroutine. Null, and
  /// nothing has happened: it must be awaited. Never raises.
  NativeFn at_once = nullptr;
};
/// A row of a coroutine function, with its `at_once`.
inline constexpr NativeDef native_coroutine(const char* name, NativeFn fn, const char* signature, uint8_t flags, NativeFn at_once) {
  return {name, fn, signature, flags, nullptr, at_once};
}
inline constexpr NativeDef raw_native(const char* name, RawNativeFn fn, uint8_t flags = kNativePlain) {
  return {name, nullptr, nullptr, flags, fn};
}

/// A computed attribute of a built-in type; set may be null (read-only) and gets null to delete.
struct GetSetDef {
  const char* name;
  Ref (*get)(Value self);
  bool (*set)(Value self, Value value) = nullptr;
};

}  // namespace loopscope::python
