// SPDX-License-Identifier: MIT
#include "python/vm/names.h"

namespace loopscope::python::names {

#define LOOPSCOPE_DEFINE(n, ...) Str* n = nullptr;
LOOPSCOPE_NAMES(LOOPSCOPE_DEFINE)
LOOPSCOPE_NAMES_AS(LOOPSCOPE_DEFINE)
#undef LOOPSCOPE_DEFINE

void initialize() {
  if (__init__) return;
  struct Row {
    Str** name;
    const char* text;
  };
#define LOOPSCOPE_ROW(n) {&n, #n},
#define LOOPSCOPE_ROW_AS(n, text) {&n, text},
  static constexpr Row kRows[] = {LOOPSCOPE_NAMES(LOOPSCOPE_ROW) LOOPSCOPE_NAMES_AS(LOOPSCOPE_ROW_AS)};
#undef LOOPSCOPE_ROW
#undef LOOPSCOPE_ROW_AS
  for (const Row& row : kRows) *row.name = intern(row.text);
}

}  // namespace loopscope::python::names
