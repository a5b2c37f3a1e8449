// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace loopscope::loop {

class Clock;
class Observer;
class Outside;
class Reactor;

/// What all loops of one program share: a program may run several loops one after the other, or one per thread, yet has
/// one clock, one trace, and numbers its tasks through (asyncio's `Task-N`). Outlives every loop made with it.
struct Environment {
  Clock* clock = nullptr;
  Reactor* reactor = nullptr;
  Observer* observer = nullptr;
  /// Null as long as the program has nothing to do with it.
  Outside* outside = nullptr;
  /// Measure how long each task runs and waits (one clock reading per step and park).
  bool measure = false;

  uint32_t last_handle_id = 0;
  /// Futures and tasks share one series of ids; synchronization primitives have their own.
  uint32_t last_future_id = 0;
  uint32_t last_sync_id = 0;
  uint32_t last_task_number = 0;
  uint32_t last_io_id = 0;
  /// Requests that have begun and are not over.
  uint32_t open_requests = 0;

  uint32_t next_handle_id() { return ++last_handle_id; }
  uint32_t next_future_id() { return ++last_future_id; }
  uint32_t next_sync_id() { return ++last_sync_id; }
  uint32_t next_task_number() { return ++last_task_number; }
  uint32_t next_io_id() { return ++last_io_id; }
};

}  // namespace loopscope::loop
