// SPDX-License-Identifier: MIT
#include "trace/recorder.h"

#include "loop/event_loop.h"
#include "loop/task.h"

namespace loopscope::trace {

using loop::EventLoop;
using loop::Future;
using loop::Handle;
using loop::Task;
using loop::TimerHandle;

namespace {

uint32_t count(uint64_t n) { return n > UINT32_MAX ? UINT32_MAX : static_cast<uint32_t>(n); }
uint32_t line_number(int line) { return line > 0 ? static_cast<uint32_t>(line) : 0; }
uint32_t running_task(EventLoop& loop) { return loop.current_task_id(); }

/// At most `limit` bytes, not ending inside a UTF-8 sequence.
std::string_view cut(std::string_view text, size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return text.substr(0, limit);
}

/// Name and coroutine of a new task, and the outcome of one that is done.
class TaskCatcher final : public loop::Describer {
 public:
  void name(std::string_view text) override { task_name.assign(text); }
  void coroutine(std::string_view text) override { coroutine_name.assign(text); }
  void result(std::string_view text) override { outcome.assign(text); }
  void exception(std::string_view text) override { outcome.assign(text); failed = true; }
  std::string task_name;
  std::string coroutine_name;
  std::string outcome;
  bool failed = false;
};

}  // namespace

/// Turns the frames a task describes into one interned chain.
class Recorder::FrameChain final : public loop::Describer {
 public:
  explicit FrameChain(Recorder& recorder) : recorder_(recorder) {}
  void frame(std::string_view name, int line) override { id_ = recorder_.intern_frame(id_, name, line); }
  FrameId id() const { return id_; }

 private:
  Recorder& recorder_;
  FrameId id_ = FrameId::kNone;
};

Recorder::Recorder(const loop::Clock& clock, size_t capacity) : clock_(clock), buffer_(capacity) {}

TextId Recorder::intern(std::string_view text) {
  Interner::Text interned = interner_.text(cut(text, kMaxText));
  if (interned.is_new) {
    std::string_view stored = interner_.text_of(interned.id);
    event::StringDefined defined{static_cast<uint32_t>(interned.id), static_cast<uint32_t>(stored.size())};
    buffer_.append(EventKind::kStringDefined, 0, clock_.stamp(), &defined, kFieldBytes<event::StringDefined>, stored);
  }
  return interned.id;
}

FrameId Recorder::intern_frame(FrameId parent, std::string_view name, int line) {
  TextId text = intern(name);
  Interner::Frame interned = interner_.frame(parent, text, line_number(line));
  if (interned.is_new) put(0, event::FrameDefined{static_cast<uint32_t>(interned.id), parent, text, line_number(line)});
  return interned.id;
}

FrameId Recorder::position_of(Task& task) {
  uint64_t key = task.position_key();
  Position& known = positions_[key % kPositions];
  if (key && known.key == key) return known.chain;
  FrameChain chain(*this);
  task.describe_position(chain);
  known = {key, chain.id()};
  return chain.id();
}

TextId Recorder::label_of(Handle& handle) {
  catcher_.reset();
  handle.describe(catcher_);
  return intern(catcher_.text());
}

// --- the loop ---------------------------------------------------------------------------------------------------------

void Recorder::phase_changed(EventLoop& loop, loop::Phase phase) { put(running_task(loop), event::PhaseChanged{phase}); }

void Recorder::iteration_begun(EventLoop&, uint64_t number, size_t ready) {
  put(0, event::IterationBegun{count(number), count(ready)});
}

void Recorder::wait_begun(EventLoop&, double deadline) { put(0, event::WaitBegun{deadline}); }

void Recorder::handle_queued(Handle& handle) {
  const loop::Cause& cause = handle.cause();
  Task* task = handle.task();
  TextId label = task ? TextId::kEmpty : label_of(handle);
  put(cause.by, event::HandleQueued{handle.id(), task ? task->id() : 0, cause.object, label, shown_kind(handle), cause.code,
                                    cause.await_kind});
}

void Recorder::handle_run(Handle& handle) {
  Task* task = handle.task();
  put(0, event::HandleRun{handle.id(), task ? task->id() : 0});
}

void Recorder::handle_done(Handle& handle) { put(0, event::HandleDone{handle.id()}); }

void Recorder::handle_cancelled(Handle& handle) { put(running_task(handle.loop()), event::HandleCancelled{handle.id()}); }

void Recorder::timer_set(TimerHandle& timer) {
  TextId label = label_of(timer);
  put(running_task(timer.loop()), event::TimerSet{timer.when(), timer.id(), line_number(catcher_.source_line()), label});
}

void Recorder::timer_fired(TimerHandle& timer, double lateness) { put(0, event::TimerFired{lateness, timer.id()}); }

void Recorder::timer_cancelled(TimerHandle& timer) { put(running_task(timer.loop()), event::TimerCancelled{timer.id()}); }

// --- tasks and futures ------------------------------------------------------------------------------------------------

void Recorder::task_created(Task& task, uint32_t by) {
  TaskCatcher caught;
  task.describe_task(caught);
  TextId name = intern(caught.task_name);
  put(by, event::TaskCreated{task.id(), name, intern(caught.coroutine_name)});
}

void Recorder::task_step_begun(Task& task) { put(task.id(), event::TaskStepBegun{task.id(), count(task.steps())}); }

void Recorder::task_step_ended(Task& task, loop::StepEnd how, Future* awaited) {
  event::TaskStepEnded ended{};
  ended.task = task.id();
  ended.how = how;
  if (how == loop::StepEnd::kParked || how == loop::StepEnd::kYielded) {
    ended.where = position_of(task);
    ended.awaits = loop::AwaitKind::kYield;
  }
  if (awaited) {
    catcher_.reset();
    if (Task* other = awaited->as_task()) {
      ended.awaited_task = other->id();
      other->describe_task(catcher_);
    } else {
      awaited->describe(catcher_);
    }
    ended.label = intern(catcher_.text());
    ended.future = awaited->id();
    ended.awaits = awaited->kind();
  }
  put(task.id(), ended);
}

void Recorder::task_woken(Task& task, Future& future, uint32_t by) {
  put(by, event::TaskWoken{task.id(), future.id(), future.kind()});
}

void Recorder::task_ended(Task& task, uint32_t by) {
  TaskCatcher caught;
  task.describe_task(caught);
  loop::StepEnd how = task.cancelled() ? loop::StepEnd::kCancelled : caught.failed ? loop::StepEnd::kFailed : loop::StepEnd::kFinished;
  put(by, event::TaskEnded{task.id(), intern(caught.outcome), how});
}

void Recorder::task_cancel_requested(Task& task, uint32_t by) { put(by, event::TaskCancelRequested{task.id()}); }

void Recorder::task_cancel_thrown(Task& task) { put(task.id(), event::TaskCancelThrown{task.id()}); }

void Recorder::task_cancel_caught(Task& task, int line) {
  put(task.id(), event::TaskCancelCaught{task.id(), line_number(line)});
}

void Recorder::task_renamed(Task& task) {
  TaskCatcher caught;
  task.describe_task(caught);
  put(running_task(task.loop()), event::TaskRenamed{task.id(), intern(caught.task_name)});
}

void Recorder::task_destroyed(Task& task) { put(running_task(task.loop()), event::TaskDestroyed{task.id()}); }

void Recorder::future_settled(Future& future, uint32_t by) {
  put(by, event::FutureSettled{future.id(), static_cast<uint8_t>(future.cancelled()), future.kind()});
  if (Task* task = future.as_task()) task_ended(*task, by);
}

// --- synchronization --------------------------------------------------------------------------------------------------

void Recorder::sync_waiting(loop::SyncKind kind, uint32_t id, Future& waiter, size_t waiters) {
  put(running_task(waiter.loop()), event::SyncWaiting{id, waiter.id(), count(waiters), kind});
}

void Recorder::sync_acquired(loop::SyncKind kind, uint32_t id, uint32_t task, size_t waiters) {
  put(task, event::SyncAcquired{id, count(waiters), kind});
}

void Recorder::sync_released(loop::SyncKind kind, uint32_t id, uint32_t task, size_t waiters) {
  put(task, event::SyncReleased{id, count(waiters), kind});
}

// --- outside the loop -------------------------------------------------------------------------------------------------

void Recorder::io_started(uint32_t id, std::string_view label, uint32_t task) { put(task, event::IoStarted{id, intern(label)}); }

void Recorder::io_finished(uint32_t id, bool ok) { put(0, event::IoFinished{id, static_cast<uint8_t>(ok)}); }

void Recorder::request_started(uint32_t id, uint32_t line, std::string_view method, std::string_view url, bool incoming, uint32_t task) {
  TextId name = intern(method);
  put(task, event::RequestStarted{id, line, name, intern(url), static_cast<uint8_t>(incoming)});
}

void Recorder::response_begun(uint32_t id, int status) { put(0, event::ResponseBegun{id, static_cast<uint32_t>(status)}); }

void Recorder::response_bytes(uint32_t id, uint32_t bytes) { put(0, event::ResponseBytes{id, bytes}); }

void Recorder::request_ended(uint32_t id, double bytes, loop::RequestOutcome outcome, std::string_view error) {
  put(0, event::RequestEnded{bytes, id, intern(error), outcome});
}

void Recorder::thread_started(uint32_t thread, std::string_view name) { put(0, event::ThreadStarted{thread, intern(name)}); }

void Recorder::thread_switched(uint32_t thread) { put(0, event::ThreadSwitched{thread}); }

void Recorder::thread_ended(uint32_t thread) { put(0, event::ThreadEnded{thread}); }

void Recorder::program_blocked(std::string_view label, double until) { put(0, event::ProgramBlocked{until, intern(label)}); }

void Recorder::output_written(int stream, size_t bytes, uint32_t task) {
  put(task, event::OutputWritten{count(bytes), static_cast<uint8_t>(stream)});
}

void Recorder::warning_raised(std::string_view text, uint32_t task) { put(task, event::WarningRaised{intern(text)}); }

}  // namespace loopscope::trace
