// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/interpreter/instruction.h"

/// Operators and truths that classes in Python define: the frame of the method is pushed, and the instruction goes on when it
/// is over.
namespace loopscope::python {

/// `left op right` for BINARY_OP and its fused forms, of which at least one is an instance of a Python class: kFramePushed; or
/// null without an exception: nothing to push here; or it is done already.
Ref push_operator(uint32_t op, Value left, Value right);
/// The same for COMPARE_OP and its fused forms.
Ref push_comparison(uint32_t op, Value left, Value right);

/// The truth of `v`, for the instruction at frame->calling.
Outcome ask_truth(Frame* frame, Ref v);
/// That instruction goes on with the truth: 1, 0; -1: an exception.
Outcome decide(Frame* frame, int truth);
/// Finish: `value` itself is what the truth is asked of.
Outcome ask_truth_of_result(Frame* frame, uint8_t stage, Value kept, Ref value);

/// Pushes `f` for an instruction, whose `finish` gets the result.
bool push_for(Function* f, const Args& args, Finish finish, uint8_t stage = 0);

inline bool is_of_python_class(Value v) { return type_of(v)->flags & kTypeHeap; }

}  // namespace loopscope::python
