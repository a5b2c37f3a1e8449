// SPDX-License-Identifier: MIT
#include "loop/condition.h"

namespace loopscope::loop {

Ref<Future> Condition::enqueue_waiter(WaiterFactory& factory) {
  return waiters_.enqueue(factory, AwaitKind::kCondition, SyncKind::kCondition, id_);
}

}  // namespace loopscope::loop
