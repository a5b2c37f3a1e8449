// SPDX-License-Identifier: MIT
#pragma once

#include "loop/handle.h"
#include "loop/kinds.h"
#include "loop/ref.h"
#include "loop/small_list.h"

namespace loopscope::loop {

class Describer;
class EventLoop;
class Task;

/// The scheduling half of a future (asyncio.futures): its state and who is told when it settles. The value or error
/// belongs to the front end's subclass, which stores it and then calls `settle`.
///
/// Who awaits a future that is already done must not suspend: the front end asks `done()` first.
class Future : public RefCounted {
 public:
  enum class State : uint8_t { kPending, kFinished, kCancelled };

  explicit Future(EventLoop& loop, AwaitKind kind = AwaitKind::kFuture);
  ~Future() override;

  uint32_t id() const { return id_; }
  EventLoop& loop() const { return *loop_; }
  State state() const { return state_; }
  bool done() const { return state_ != State::kPending; }
  bool cancelled() const { return state_ == State::kCancelled; }

  /// What it stands for in the inspector; `subject` is the id of the Lock, Queue, ... that its waiter waits for.
  AwaitKind kind() const { return kind_; }
  uint32_t subject() const { return subject_; }
  void set_role(AwaitKind kind, uint32_t subject = 0) {
    kind_ = kind;
    subject_ = subject;
  }
  /// Default label: the kind and the subject's number (`Lock 2`).
  virtual void describe(Describer& describer);
  virtual Task* as_task() { return nullptr; }

  /// Runs `callback` (as a handle, through the ready queue) once this future settles; at once queued if it has.
  void add_callback(Ref<Handle> callback);
  /// Removes one registration of exactly this handle; false if there is none.
  bool remove_callback(const Handle* callback);
  size_t callback_count() const { return callbacks_.size(); }
  Handle& callback(size_t i) const { return *callbacks_[i]; }
  /// By position, for front ends that compare callbacks by value. The returned reference keeps it alive.
  Ref<Handle> remove_callback_at(size_t i) { return callbacks_.remove(i); }
  /// Forgets all without running them (a front end that tears the object down, `tp_clear`).
  void clear_callbacks();

  /// Cancels if pending; returns whether it did. `message` is the front end's borrowed object (asyncio's `msg`), which
  /// its override keeps. Tasks, gather's and shield's futures override this.
  virtual bool cancel(void* message = nullptr);

  /// Settles a waiter of a synchronization primitive: the front end's subclass stores its neutral value (`True`).
  virtual void wake() { settle(State::kFinished); }

  /// Pending -> `state`; queues the callbacks in registration order. For subclasses, after they stored the outcome.
  void settle(State state);

  /// For a cycle collector: `visit(RefCounted&)` for each reference held.
  template <class Visit>
  void visit_references(Visit&& visit) {
    for (size_t i = 0; i < callbacks_.size(); ++i) visit(static_cast<RefCounted&>(*callbacks_[i]));
  }

 private:
  EventLoop* loop_;
  SmallList<Ref<Handle>> callbacks_;
  uint32_t id_;
  uint32_t subject_ = 0;
  State state_ = State::kPending;
  AwaitKind kind_;
};

}  // namespace loopscope::loop
