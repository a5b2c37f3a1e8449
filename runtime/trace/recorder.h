// SPDX-License-Identifier: MIT
#pragma once

#include "loop/clock.h"
#include "loop/observer.h"
#include "trace/describe.h"
#include "trace/interner.h"
#include "trace/record_buffer.h"

namespace loopscope::trace {

/// Writes everything the loop reports as trace records (events.def). Install it as `Environment::observer`. It reads the
/// clock without moving it, so a run goes the same way with and without it.
class Recorder final : public loop::Observer {
 public:
  explicit Recorder(const loop::Clock& clock, size_t capacity = kDefaultCapacity);

  /// See RecordBuffer::drain.
  std::string_view drain() { return buffer_.drain(); }
  uint64_t dropped() const { return buffer_.dropped(); }
  void set_capacity(size_t bytes) { buffer_.set_capacity(bytes); }

  static constexpr size_t kDefaultCapacity = 16 * 1024 * 1024;
  /// Longer strings are cut.
  static constexpr size_t kMaxText = 1000;

  void phase_changed(loop::EventLoop&, loop::Phase) override;
  void iteration_begun(loop::EventLoop&, uint64_t number, size_t ready) override;
  void wait_begun(loop::EventLoop&, double deadline) override;
  void handle_queued(loop::Handle&) override;
  void handle_run(loop::Handle&) override;
  void handle_done(loop::Handle&) override;
  void handle_cancelled(loop::Handle&) override;
  void timer_set(loop::TimerHandle&) override;
  void timer_fired(loop::TimerHandle&, double lateness) override;
  void timer_cancelled(loop::TimerHandle&) override;
  void task_created(loop::Task&, uint32_t by) override;
  void task_step_begun(loop::Task&) override;
  void task_step_ended(loop::Task&, loop::StepEnd, loop::Future* awaited) override;
  void task_woken(loop::Task&, loop::Future& future, uint32_t by) override;
  void task_cancel_requested(loop::Task&, uint32_t by) override;
  void task_cancel_thrown(loop::Task&) override;
  void task_cancel_caught(loop::Task&, int line) override;
  void task_renamed(loop::Task&) override;
  void task_destroyed(loop::Task&) override;
  void future_settled(loop::Future&, uint32_t by) override;
  void sync_waiting(loop::SyncKind, uint32_t id, loop::Future& waiter, size_t waiters) override;
  void sync_acquired(loop::SyncKind, uint32_t id, uint32_t task, size_t waiters) override;
  void sync_released(loop::SyncKind, uint32_t id, uint32_t task, size_t waiters) override;
  void io_started(uint32_t id, std::string_view label, uint32_t task) override;
  void io_finished(uint32_t id, bool ok) override;
  void request_started(uint32_t id, uint32_t line, std::string_view method, std::string_view url, bool incoming, uint32_t task) override;
  void response_begun(uint32_t id, int status) override;
  void response_bytes(uint32_t id, uint32_t bytes) override;
  void request_ended(uint32_t id, double bytes, loop::RequestOutcome outcome, std::string_view error) override;
  void thread_started(uint32_t thread, std::string_view name) override;
  void thread_switched(uint32_t thread) override;
  void thread_ended(uint32_t thread) override;
  void program_blocked(std::string_view label, double until) override;
  void output_written(int stream, size_t bytes, uint32_t task) override;
  void warning_raised(std::string_view text, uint32_t task) override;

 private:
  class FrameChain;
  template <class Event>
  void put(uint32_t by, const Event& event) {
    buffer_.append(Event::kKind, by, clock_.stamp(), &event, kFieldBytes<Event>);
  }
  TextId intern(std::string_view text);
  FrameId intern_frame(FrameId parent, std::string_view name, int line);
  TextId label_of(loop::Handle& handle);
  FrameId position_of(loop::Task& task);
  void task_ended(loop::Task& task, uint32_t by);

  const loop::Clock& clock_;
  RecordBuffer buffer_;
  Interner interner_;
  LabelCatcher catcher_;
  /// Chains of frames by Task::position_key: a loop parks at the same places again and again.
  struct Position {
    uint64_t key = 0;
    FrameId chain = FrameId::kNone;
  };
  static constexpr size_t kPositions = 256;
  Position positions_[kPositions];
};

}  // namespace loopscope::trace
