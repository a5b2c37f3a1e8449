// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/sre/machine.h"
#include "python/library/sre/subject.h"

namespace loopscope::python::sre {

/// re.Match
struct MatchObject : Object {
  Value pattern, string;
  Value regs;           // tuple, or null until asked for
  int32_t from, until;  // pos, endpos
  int32_t last_group;   // or -1
  uint32_t count;       // groups, the whole included
  struct Span {
    int32_t begin, end;  // both -1: took no part
  } spans[1];            // `count` of them

  /// The text of a group, or `fallback` (shared).
  Ref group(uint32_t i, Value fallback) const;
};
extern Type match_type;

Ref make_match(Value pattern, const Subject& subject, const Machine& machine);

}  // namespace loopscope::python::sre
