// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/frame.h"

namespace loopscope::python {

/// One level of a traceback: an activation and where in it. `next` is one call further in.
struct Traceback : Object {
  FrameObject* frame;  // owned
  Value next;          // Traceback, or null
  uint32_t offset;     // word offset of the instruction
  int line;
};
extern Type traceback_type;

}  // namespace loopscope::python
