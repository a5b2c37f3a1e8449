// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "python/vm/frame.h"

namespace loopscope::python {

/// The exception being handled, one for the thread and one for each generator; a chain to the resumer's.
struct ExceptionState {
  Value handled;  // owned; null: none here, look further
  ExceptionState* previous = nullptr;
};

enum class ThreadState : uint8_t { ready, blocked, finished };

/// A green thread: a stack of frames of its own. One runs at a time (current_thread).
struct Thread {
  uint32_t id = 0;
  std::string name;
  Frame* top = nullptr;
  Value pending;             // owned: exception in flight
  ExceptionState base_state;
  ExceptionState* exceptions = &base_state;
  int depth = 0;             // Python frames, against the recursion limit
  ThreadState state = ThreadState::ready;
  double wake_at = 0;        // program time, while blocked; infinity: until unblock()
  uint64_t sleep_number = 0; // the scheduler's
  const char* blocked_on = "";
  bool counts_as_blocking = false;  // blocked in time.sleep, a lock...: not an event loop that waits
  Thread* imports_from = nullptr;  // the thread whose import this one's import waits for
  bool daemon = false;       // the program does not wait for it
  bool held = false;         // inside a native call that waits for other threads: only that wait goes on with it
  void (*ended)(Thread&) = nullptr;  // called once it is over
  Value handle;              // owned: for `ended`
  Value running_loop;        // owned: asyncio's running loop of this thread, or null
  Value local_data;          // owned dict: threading.local
  Value context;             // owned: current contextvars.Context, or null
  Value asyncgen_firstiter;  // owned: sys.set_asyncgen_hooks, or null
  Value asyncgen_finalizer;  // owned, or null
  // stack of frames
  char* stack_begin = nullptr;
  char* stack_top = nullptr;
  char* stack_end = nullptr;
};

/// Known to the VM, but not yet to the scheduler.
Thread* new_thread(std::string_view name);
/// Drops what a thread owns, its stack too. It is over.
void delete_thread(Thread* thread);

Thread& current_thread();
/// Innermost exception being handled (sys.exception()), borrowed, or null.
Value handled_exception();

}  // namespace loopscope::python
