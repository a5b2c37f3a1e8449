// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

/// The loop's closed vocabularies. Each is one X-macro: C++ enum, its names in snapshots, and the generated TypeScript
/// (runtime/trace/generate_ts.mjs) come from the same line. Order is the wire format: append only.
namespace loopscope::loop {

/// What a handle does when it runs.
#define LOOPSCOPE_HANDLE_KINDS(X) \
  X(kCallback, "callback")        \
  X(kTaskStep, "task_step")       \
  X(kWakeup, "wakeup")            \
  X(kTimer, "timer")              \
  X(kIo, "io")

/// Why a handle is in the ready queue.
#define LOOPSCOPE_CAUSES(X)                \
  X(kNone, "none")                         \
  X(kCallSoon, "call_soon")                \
  X(kCallSoonThreadsafe, "call_threadsafe") \
  X(kTaskCreated, "task_created")          \
  X(kYielded, "yielded")                   \
  X(kFutureDone, "future_done")            \
  X(kFutureCancelled, "cancel_requested")  \
  X(kTimerDue, "timer_due")                \
  X(kIoDone, "io_done")                    \
  X(kStepError, "step_error")

/// What a future stands for; for a parked task, what it awaits.
#define LOOPSCOPE_AWAIT_KINDS(X) \
  X(kFuture, "future")           \
  X(kTask, "task")               \
  X(kSleep, "sleep")             \
  X(kYield, "yield")             \
  X(kLock, "lock")               \
  X(kEvent, "event")             \
  X(kCondition, "condition")     \
  X(kSemaphore, "semaphore")     \
  X(kBarrier, "barrier")         \
  X(kQueueGet, "queue_get")      \
  X(kQueuePut, "queue_put")      \
  X(kQueueJoin, "queue_join")    \
  X(kChannel, "channel")         \
  X(kGather, "gather")           \
  X(kWait, "wait")               \
  X(kAsCompleted, "as_completed") \
  X(kShield, "shield")           \
  X(kTimeout, "timeout")         \
  X(kTaskGroup, "task_group")    \
  X(kExecutor, "executor")       \
  X(kInput, "input")             \
  X(kFetch, "fetch")

/// Where the loop is in its iteration.
#define LOOPSCOPE_PHASES(X) \
  X(kIdle, "idle")          \
  X(kTimers, "timers")      \
  X(kReady, "ready")        \
  X(kWaiting, "waiting")    \
  X(kBlocked, "blocked")    \
  X(kDone, "done")

/// How a task's step ended.
#define LOOPSCOPE_STEP_ENDS(X) \
  X(kParked, "parked")         \
  X(kYielded, "yielded")       \
  X(kFinished, "finished")     \
  X(kFailed, "failed")         \
  X(kCancelled, "cancelled")

/// Synchronization primitives (who has waiters).
#define LOOPSCOPE_SYNC_KINDS(X) \
  X(kLock, "Lock")              \
  X(kEvent, "Event")            \
  X(kCondition, "Condition")    \
  X(kSemaphore, "Semaphore")    \
  X(kQueue, "Queue")            \
  X(kChannel, "Channel")

/// How a request ended.
#define LOOPSCOPE_REQUEST_OUTCOMES(X) \
  X(kDone, "done")                    \
  X(kFailed, "failed")                \
  X(kAborted, "aborted")

#define LOOPSCOPE_ENUMERATOR(name, text) name,
enum class HandleKind : uint8_t { LOOPSCOPE_HANDLE_KINDS(LOOPSCOPE_ENUMERATOR) };
enum class CauseCode : uint8_t { LOOPSCOPE_CAUSES(LOOPSCOPE_ENUMERATOR) };
enum class AwaitKind : uint8_t { LOOPSCOPE_AWAIT_KINDS(LOOPSCOPE_ENUMERATOR) };
enum class Phase : uint8_t { LOOPSCOPE_PHASES(LOOPSCOPE_ENUMERATOR) };
enum class StepEnd : uint8_t { LOOPSCOPE_STEP_ENDS(LOOPSCOPE_ENUMERATOR) };
enum class SyncKind : uint8_t { LOOPSCOPE_SYNC_KINDS(LOOPSCOPE_ENUMERATOR) };
enum class RequestOutcome : uint8_t { LOOPSCOPE_REQUEST_OUTCOMES(LOOPSCOPE_ENUMERATOR) };
#undef LOOPSCOPE_ENUMERATOR

const char* name_of(HandleKind);
const char* name_of(CauseCode);
const char* name_of(AwaitKind);
const char* name_of(Phase);
const char* name_of(StepEnd);
const char* name_of(SyncKind);
const char* name_of(RequestOutcome);

}  // namespace loopscope::loop
