// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "python/library/sre/subject.h"

namespace loopscope::python::sre {

/// Finds one match after another in one text: what Pattern.scanner() makes, and what finditer() calls.
struct ScannerObject : Object {
  Value pattern;
  std::shared_ptr<const Subject>* subject;  // owned
  int32_t place;      // where to go on, or -1: at the end
  bool must_advance;  // the last match was empty
};
extern Type scanner_type;

Own<ScannerObject> make_scanner(Value pattern, Value string, int64_t from, int64_t end);

}  // namespace loopscope::python::sre
