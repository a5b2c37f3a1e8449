// SPDX-License-Identifier: MIT
#pragma once

#include "loop/kinds.h"
#include "loop/ref.h"

namespace loopscope::loop {

class Describer;
class EventLoop;
class Task;

/// Why a handle is in the ready queue.
struct Cause {
  CauseCode code = CauseCode::kNone;
  /// Task that was running when the handle was queued; 0 if none was.
  uint32_t by = 0;
  /// Future or timer that led to it, 0 if none.
  uint32_t object = 0;
  /// What that future stood for.
  AwaitKind await_kind = AwaitKind::kFuture;
};

/// One callback the loop can run. It may be queued any number of times, one after the other: a task embeds its own step
/// handle, so a switch allocates nothing. As in asyncio, a cancelled handle stays where it is queued and is skipped.
class Handle : public RefCounted {
 public:
  /// Only a task's own StepHandle is of kind kTaskStep.
  explicit Handle(EventLoop& loop, HandleKind kind = HandleKind::kCallback);

  /// Runs the callback to its end. A front end that must not recurse looks at `kind()` and `collectable()` and runs the
  /// callback itself instead.
  virtual void run() = 0;

  /// Cancelling twice, or after it ran, has no effect.
  void cancel();
  bool cancelled() const { return cancelled_; }
  /// In the ready queue (not told for task steps).
  bool queued() const { return queued_; }

  uint32_t id() const { return id_; }
  HandleKind kind() const { return kind_; }
  EventLoop& loop() const { return *loop_; }
  const Cause& cause() const { return cause_; }
  /// The task which this handle steps; null for other callbacks.
  virtual Task* task() { return nullptr; }
  /// Default: nothing but what the core knows.
  virtual void describe(Describer&) {}

 protected:
  /// Called once, when cancelled: drop what the callback refers to. May run finalizers.
  virtual void on_cancel() {}

 private:
  friend class EventLoop;
  friend class Task;
  friend class TimerHandle;
  friend class TimerHeap;
  EventLoop* loop_;
  uint32_t id_;
  HandleKind kind_;
  bool cancelled_ = false;
  bool is_timer_ = false;
  bool scheduled_ = false;
  bool queued_ = false;
  Cause cause_;
};

/// A handle with a deadline in program time (seconds, a double as in asyncio, so that sums of delays come out the same).
class TimerHandle : public Handle {
 public:
  /// The current task becomes the owner.
  explicit TimerHandle(EventLoop& loop, double when);

  double when() const { return when_; }
  /// True from `call_at` until it fires or its cancelled entry is dropped.
  bool scheduled() const { return scheduled_; }
  /// Position among all timers ever set: equal deadlines fire in this order.
  uint64_t sequence() const { return sequence_; }
  /// Task that set it; 0 if none was running.
  uint32_t owner() const { return owner_; }

 private:
  friend class EventLoop;
  friend class TimerHeap;
  double when_;
  uint64_t sequence_ = 0;
  uint32_t owner_;
};

}  // namespace loopscope::loop
