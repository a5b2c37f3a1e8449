// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/asyncio/objects.h"

namespace loopscope::python {

/// What a loop is about to run, as `_ready` shows it to curious programs: a list of handles in their order. Handles that
/// have no Python object get one that only tells what they are.
Ref ready_handles(LoopObject* loop);
/// `_scheduled`: its timers, in heap order.
Ref scheduled_handles(LoopObject* loop);

}  // namespace loopscope::python
