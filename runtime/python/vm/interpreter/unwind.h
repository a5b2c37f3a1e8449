// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/interpreter/instruction.h"

/// From where an exception is raised to the handler that covers it.
namespace loopscope::python {

/// Goes on in the handler that covers word `at` of the frame's code: cuts the value stack and pushes the pending exception
/// (and before it, if the handler wants it, frame->calling). False: nothing covers it.
bool enter_handler(Frame* frame, uint32_t at);
/// The pending exception is raised by the instruction at frame->calling.
Outcome raise_here(Frame* frame);
/// The same without a new traceback entry.
Outcome reraise(Frame* frame);

}  // namespace loopscope::python
