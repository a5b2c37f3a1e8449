// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/asyncio/objects.h"

namespace loopscope::python {

/// The future that asyncio.gather returns. Cancelling it cancels the children; it is over only when they are.
struct GatherObject : FutureObject {
  List* children;         // owned: in the order of the arguments
  uint32_t expected;      // different children
  uint32_t finished;
  bool return_exceptions;
  bool cancel_requested;
  bool complete;          // all children are known
};
extern Type gathering_future_type;

/// How the callback by which a gather waits for its children shows itself in their reprs.
const char* gather_callback_text();

Ref asyncio_gather(Value, const Value* args);
void ready_gathering_future_type();

}  // namespace loopscope::python
