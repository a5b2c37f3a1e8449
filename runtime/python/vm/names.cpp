// SPDX-License-Identifier: MIT
#include "python/vm/names.h"

namespace loopscope::python::names {

#define LOOPSCOPE_DEFINE(n, ...) Str* n = nullptr;
LOOPSCOPE_NAMES(LOOPSCOPE_DEFINE)
LOOPSCOPE_NAMES_AS(LOOPSCOPE_DEFINE)
#undef LOOPSCOPE_DEFINE

void initialize() {
  if (__init__) return;
#define LOOPSCOPE_INTERN(n) n = intern(#n);
  LOOPSCOPE_NAMES(LOOPSCOPE_INTERN)
#undef LOOPSCOPE_INTERN
#define LOOPSCOPE_INTERN_AS(n, text) n = intern(text);
  LOOPSCOPE_NAMES_AS(LOOPSCOPE_INTERN_AS)
#undef LOOPSCOPE_INTERN_AS
}

}  // namespace loopscope::python::names
