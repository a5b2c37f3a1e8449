// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/sre/program.h"
#include "python/vm/objects.h"

namespace loopscope::python::sre {

/// re.Pattern
struct PatternObject : Object {
  Program* program;    // owned
  Value pattern;       // str, bytes-like or None
  Dict* group_index;   // name -> number
  Tuple* group_names;  // by number; None for those without
  uint32_t flags, groups;
  bool is_bytes;
  Object* weaklist;
};
extern Type pattern_type;

inline PatternObject* pattern_of(Value v) { return v.as<PatternObject>(); }

/// _sre.compile
Ref compile_pattern(Value, const Value* args);
/// The number of the group that `index` (a number or a name) means, or -1: IndexError.
int64_t group_number(PatternObject* pattern, Value index);

}  // namespace loopscope::python::sre
