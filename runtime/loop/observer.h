// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "loop/kinds.h"

namespace loopscope::loop {

class EventLoop;
class Future;
class Handle;
class Task;
class TimerHandle;

/// Hears everything that happens on the loop (design.md §5). The loop calls it synchronously, after its own state is
/// consistent; an observer must not queue, cancel or settle anything. Stamp events with `Clock::peek`, never `now`.
/// Task ids of 0 mean "no task".
class Observer {
 public:
  virtual ~Observer() = default;

  virtual void phase_changed(EventLoop&, Phase) {}
  /// Iteration `number` begins and will run at most `ready` handles.
  virtual void iteration_begun(EventLoop&, uint64_t number, size_t ready) { (void)number, (void)ready; }
  /// The loop waits until program time `deadline` (infinity: only an outside event).
  virtual void wait_begun(EventLoop&, double deadline) { (void)deadline; }

  virtual void handle_queued(Handle&) {}
  virtual void handle_run(Handle&) {}
  virtual void handle_done(Handle&) {}
  /// It is in the ready queue, and will be skipped.
  virtual void handle_cancelled(Handle&) {}
  virtual void timer_set(TimerHandle&) {}
  /// Its handle is queued next. `lateness` >= 0: seconds from deadline to now.
  virtual void timer_fired(TimerHandle&, double lateness) { (void)lateness; }
  virtual void timer_cancelled(TimerHandle&) {}

  virtual void task_created(Task&, uint32_t by) { (void)by; }
  virtual void task_step_begun(Task&) {}
  /// Parked ends come with `awaited`, others with null.
  virtual void task_step_ended(Task&, StepEnd, Future* awaited) { (void)awaited; }
  /// `future` settled and queued this task's step.
  virtual void task_woken(Task&, Future& future, uint32_t by) { (void)future, (void)by; }
  virtual void task_cancel_requested(Task&, uint32_t by) { (void)by; }
  /// CancelledError enters the coroutine with this step.
  virtual void task_cancel_thrown(Task&) {}
  /// The front end saw a handler catch it.
  virtual void task_cancel_caught(Task&, int line) { (void)line; }
  virtual void task_renamed(Task&) {}
  virtual void task_destroyed(Task&) {}

  virtual void future_settled(Future&, uint32_t by) { (void)by; }

  /// `waiters` is the length of the queue after the event. `task` is who waits, holds or acts.
  virtual void sync_waiting(SyncKind, uint32_t id, Future& waiter, size_t waiters) { (void)id, (void)waiter, (void)waiters; }
  virtual void sync_acquired(SyncKind, uint32_t id, uint32_t task, size_t waiters) { (void)id, (void)task, (void)waiters; }
  virtual void sync_released(SyncKind, uint32_t id, uint32_t task, size_t waiters) { (void)id, (void)task, (void)waiters; }

  /// The rest is reported by front ends and hosts.
  virtual void io_started(uint32_t id, std::string_view label, uint32_t task) { (void)id, (void)label, (void)task; }
  virtual void io_finished(uint32_t id, bool ok) { (void)id, (void)ok; }
  /// `incoming`: the program serves it. `task` sends it.
  virtual void request_started(uint32_t id, uint32_t line, std::string_view method, std::string_view url, bool incoming, uint32_t task) {
    (void)id, (void)line, (void)method, (void)url, (void)incoming, (void)task;
  }
  virtual void response_begun(uint32_t id, int status) { (void)id, (void)status; }
  /// So many bytes of its body came since the last report.
  virtual void response_bytes(uint32_t id, uint32_t bytes) { (void)id, (void)bytes; }
  /// `bytes`: of the body, in all. `error` says why it failed.
  virtual void request_ended(uint32_t id, double bytes, RequestOutcome outcome, std::string_view error) {
    (void)id, (void)bytes, (void)outcome, (void)error;
  }
  virtual void thread_started(uint32_t thread, std::string_view name) { (void)thread, (void)name; }
  virtual void thread_switched(uint32_t thread) { (void)thread; }
  virtual void thread_ended(uint32_t thread) { (void)thread; }
  virtual void program_blocked(std::string_view label, double until) { (void)label, (void)until; }
  /// `stream`: 1 stdout, 2 stderr.
  virtual void output_written(int stream, size_t bytes, uint32_t task) { (void)stream, (void)bytes, (void)task; }
  virtual void warning_raised(std::string_view text, uint32_t task) { (void)text, (void)task; }
};

}  // namespace loopscope::loop
