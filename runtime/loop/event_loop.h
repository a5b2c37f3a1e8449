// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include "loop/clock.h"
#include "loop/environment.h"
#include "loop/future.h"
#include "loop/handle.h"
#include "loop/kinds.h"
#include "loop/observer.h"
#include "loop/reactor.h"
#include "loop/ring.h"
#include "loop/task.h"
#include "loop/timer_heap.h"

namespace loopscope::loop {

/// Ready queue, timer heap, and the iteration of asyncio.base_events, cut into pieces so that a front end may run
/// handles without the loop being on the C++ stack:
///
///     while (!loop.stop_requested()) {
///       if (loop.begin_iteration() == EventLoop::Start::kWait) return;   // come again at loop.wait_deadline()
///       while (Handle* handle = loop.next_handle()) { ...run it, possibly over many calls... }
///     }
///
/// Single-threaded. Must outlive its futures and tasks.
class EventLoop {
 public:
  enum class Start : uint8_t {
    kRun,   ///< Ask `next_handle` until it returns null (it may do so at once).
    kWait,  ///< Nothing to do before `wait_deadline()`; call `begin_iteration` again then, or after an outside event.
  };
  enum class RunResult : uint8_t {
    kDone,      ///< The future settled.
    kStopped,   ///< `stop()` ended the run first.
    kDeadlock,  ///< The reactor cannot wait: nothing is ready and nothing can ever come (or this host must not block).
  };

  explicit EventLoop(Environment& environment);
  /// Drops everything queued; tasks that are still referenced stay alive but will never run.
  ~EventLoop();
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  Environment& environment() const { return environment_; }
  Observer* observer() const { return environment_.observer; }
  Clock& clock() const { return *environment_.clock; }
  double now() { return clock().now(); }
  /// Reactor of this loop: the environment's unless replaced (a thread's loop has its own).
  Reactor& reactor() const { return reactor_ ? *reactor_ : *environment_.reactor; }
  void set_reactor(Reactor* reactor) { reactor_ = reactor; }

  // --- scheduling ---------------------------------------------------------------------------------------------------

  /// Runs `handle` in the next iteration, after what is queued already.
  void call_soon(Ref<Handle> handle, CauseCode code = CauseCode::kCallSoon) { queue(std::move(handle), code, 0, AwaitKind::kFuture); }
  /// From another (green) thread: also ends the loop's wait.
  void call_soon_threadsafe(Ref<Handle> handle);
  /// Queues the timer for its `when()`.
  void call_at(Ref<TimerHandle> timer);
  /// An outside completion; joins the ready queue at the start of the next iteration, before due timers.
  void post_completion(Ref<Handle> handle);

  // --- one iteration in pieces --------------------------------------------------------------------------------------

  /// Drops cancelled timers, waits if it must and may, then queues completions and due timers and fixes how many
  /// handles this iteration runs.
  Start begin_iteration();
  /// The next live handle of this iteration, or null at its end. Implies `handle_done` for the one before. The loop keeps
  /// it alive until then.
  Handle* next_handle();
  /// As `next_handle`, for a step that has only yielded, if what comes next is the step of a task of the same family and nobody
  /// watches: that task. Null: `next_handle` will give it.
  Task* next_step_of(const void* family);
  /// The handle from `next_handle` has run to its end.
  void handle_done();
  /// True while an iteration still has handles to run.
  bool in_iteration() const { return remaining_ > 0 || running_.get() != nullptr; }

  /// True if there is nothing to run now.
  bool wait_needed() const { return ready_.empty() && completions_.empty(); }
  /// Deadline of the earliest timer that is not cancelled; infinity if none.
  double next_deadline();
  /// When to call `begin_iteration` again after kWait: the next deadline, rounded up from now to `wait_granularity`,
  /// fixed for the whole wait. Infinity if only an outside event helps.
  double wait_deadline() const { return wait_until_; }
  /// Like epoll under asyncio, waits end on a whole millisecond after they begin, so that sleeps begun 100 us apart
  /// wake in one iteration. 0 turns rounding off.
  void set_wait_granularity(double seconds) { granularity_ = seconds; }

  // --- whole runs, for programs that may recurse and block ----------------------------------------------------------

  /// One iteration; false if it could not wait.
  bool run_once();
  /// Runs until `future` has settled and its callbacks' iteration is over, as asyncio does.
  RunResult run_until_complete(Future& future);
  RunResult run_forever();
  /// Ends the run after the current iteration.
  void stop() { stopping_ = true; }
  bool stop_requested() const { return stopping_; }
  void clear_stop() { stopping_ = false; }

  // --- state --------------------------------------------------------------------------------------------------------

  Task* current_task() const { return current_task_; }
  uint32_t current_task_id() const { return current_task_ ? current_task_->id() : 0; }
  /// For eager tasks and for a front end that switches threads. Returns the one before.
  Task* swap_current_task(Task* task) { return std::exchange(current_task_, task); }
  /// The oldest live task; follow `Task::next`. Done tasks stay listed while someone holds them.
  Task* first_task() const { return first_task_; }
  size_t task_count() const { return task_count_; }

  Phase phase() const { return phase_; }
  /// Also for front ends and hosts: blocked, done.
  void set_phase(Phase phase);
  uint64_t iteration() const { return iteration_; }
  /// The handle that is running, else null.
  Handle* running() const { return running_.get(); }
  size_t ready_count() const { return ready_.size(); }
  Handle& ready_at(size_t i) { return *ready_[i]; }
  const TimerHeap& timers() const { return timers_; }

  /// Drops ready queue, completions and timers.
  void clear();

  /// For a cycle collector: `visit(RefCounted&)` for each reference the loop owns.
  template <class Visit>
  void visit_references(Visit&& visit) {
    for (size_t i = 0; i < ready_.size(); ++i) visit(static_cast<RefCounted&>(*ready_[i]));
    for (size_t i = 0; i < completions_.size(); ++i) visit(static_cast<RefCounted&>(*completions_[i]));
    for (size_t i = 0; i < timers_.size(); ++i) visit(static_cast<RefCounted&>(timers_.at(i)));
    if (running_) visit(static_cast<RefCounted&>(*running_));
  }

 private:
  friend class Future;
  friend class Handle;
  friend class Task;
  void queue(Ref<Handle> handle, CauseCode code, uint32_t object, AwaitKind kind) {
    handle->cause_ = Cause{code, current_task_id(), object, kind};
    handle->queued_ = true;
    Observer* watching = environment_.observer;
    Handle* queued = handle.get();
    ready_.push(std::move(handle));
    if (watching) [[unlikely]]
      watching->handle_queued(*queued);
  }
  bool wait_for_work();
  void queue_due_timers();
  RunResult run_loop();
  void note_running();
  void note_done();
  void note_timer_cancelled(TimerHandle& timer);
  void link(Task& task);
  void unlink(Task& task);

  Environment& environment_;
  Ring<Ref<Handle>> ready_;
  Ring<Ref<Handle>> completions_;
  TimerHeap timers_;
  Reactor* reactor_ = nullptr;
  Ref<Handle> running_;
  Task* current_task_ = nullptr;
  Task* first_task_ = nullptr;
  Task* last_task_ = nullptr;
  size_t task_count_ = 0;
  size_t remaining_ = 0;
  uint64_t iteration_ = 0;
  double wait_until_ = -1;
  double granularity_ = 1e-3;
  Phase phase_ = Phase::kIdle;
  bool stopping_ = false;
  /// The environment observes or measures; read once an iteration.
  bool watched_ = false;
};

// --- the way of one switch, inline --------------------------------------------------------------------------------------

inline void Task::schedule_step(CauseCode code) {
  loop().queue(Ref<Handle>(&step_handle_), code, 0, AwaitKind::kFuture);
}

/// The reference by which the loop holds the running step is handed on to where the step waits next, instead of counting
/// up here and down at the end. An observer still wants to see the handle's end, so not when there is one.
inline Ref<Handle> Task::step_reference() {
  EventLoop& loop = this->loop();
  if (loop.running_ == static_cast<Handle*>(&step_handle_) && !loop.watched_) return std::move(loop.running_);
  return Ref<Handle>(&step_handle_);
}

inline StepInput Task::begin_step() {
  EventLoop& loop = this->loop();
  StepInput input{std::move(awaited_), std::exchange(must_cancel_, false)};
  outer_ = loop.swap_current_task(this);
  ++steps_;
  if (loop.watched_) [[unlikely]]
    note_step_begun(input.cancel, input.woken_by.get());
  return input;
}

inline bool Task::begin_plain_step() {
  EventLoop& loop = this->loop();
  if (awaited_ || must_cancel_ || loop.watched_) [[unlikely]]
    return false;
  outer_ = loop.swap_current_task(this);
  ++steps_;
  return true;
}

inline void Task::yield_plain_step() {
  EventLoop& loop = this->loop();
  if (step_handle_.cause_.code != CauseCode::kYielded) step_handle_.cause_ = Cause{CauseCode::kYielded, id()};
  loop.current_task_ = std::exchange(outer_, nullptr);
  loop.ready_.push(step_reference());
}

inline void Task::end(StepEnd how, Future* awaited) {
  if (loop().watched_) [[unlikely]]
    note_step_ended(how, awaited);
}

inline void Task::yield_now() {
  end(StepEnd::kYielded);
  EventLoop& loop = this->loop();
  step_handle_.cause_ = Cause{CauseCode::kYielded, id()};
  loop.ready_.push(step_reference());
  if (loop.watched_) [[unlikely]]
    note_queued();
}

inline void Task::end_step() { loop().swap_current_task(std::exchange(outer_, nullptr)); }

inline Handle* EventLoop::next_handle() {
  if (running_) handle_done();
  while (remaining_ > 0) {
    --remaining_;
    Ref<Handle> handle = ready_.pop();
    handle->queued_ = false;
    if (handle->cancelled()) [[unlikely]]
      continue;
    running_ = std::move(handle);
    if (watched_) [[unlikely]]
      note_running();
    return running_.get();
  }
  return nullptr;
}

inline Task* EventLoop::next_step_of(const void* family) {
  if (remaining_ == 0 || watched_ || running_) return nullptr;
  Handle* next = ready_.front().get();
  if (next->kind() != HandleKind::kTaskStep || next->cancelled()) return nullptr;
  auto* step = static_cast<StepHandle*>(next);
  if (step->family() != family) return nullptr;
  --remaining_;
  running_ = ready_.pop();
  return &step->owner();
}

inline void EventLoop::handle_done() {
  if (!running_) return;
  if (watched_) [[unlikely]]
    note_done();
  Ref<Handle> done = std::move(running_);
}

}  // namespace loopscope::loop
