// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/errors.h"
#include "python/vm/objects.h"

namespace loopscope::python {

/// Arguments of a built-in type's constructor that takes up to `max` positional ones; the rest of `out` stays null.
/// TypeError "float expected at most 1 argument, got 2", "float() takes no keyword arguments".
inline bool read_positional(const char* name, const Args& args, uint32_t max, Value* out) {
  if (args.keyword_count() > 0) return raise(exc::TypeError, "%s() takes no keyword arguments", name), false;
  if (args.positional > max) {
    return raise(exc::TypeError, "%s expected at most %d argument%s, got %d", name, static_cast<int>(max),
                 max == 1 ? "" : "s", static_cast<int>(args.positional)),
           false;
  }
  for (uint32_t i = 0; i < args.positional; i++) out[i] = args[i];
  return true;
}

}  // namespace loopscope::python
