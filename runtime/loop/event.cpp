// SPDX-License-Identifier: MIT
#include "loop/event.h"

namespace loopscope::loop {

void Event::set() {
  if (set_) return;
  set_ = true;
  waiters_.wake_pending();
}

Ref<Future> Event::enqueue_waiter(WaiterFactory& factory) {
  return waiters_.enqueue(factory, AwaitKind::kEvent, SyncKind::kEvent, id_);
}

}  // namespace loopscope::loop
