// SPDX-License-Identifier: MIT
#pragma once

#include "loop/future.h"
#include "loop/handle.h"

namespace loopscope::loop {

class Task;

/// The handle inside a task that resumes it: first step, bare yield, and wake-up by what it awaited. Shares the task's
/// reference count.
class StepHandle final : public Handle {
 public:
  StepHandle(EventLoop& loop, Task& task) : Handle(loop, HandleKind::kTaskStep), task_(task) {}
  void retain() override;
  void release() override;
  void* collectable() override;
  void run() override;
  Task* task() override { return &task_; }
  Task& owner() const { return task_; }
  /// Tasks of one front end that can go on with each other's steps (EventLoop::next_step_of); null: it cannot.
  const void* family() const { return family_; }
  void set_family(const void* family) { family_ = family; }
  void describe(Describer& describer) override;

 private:
  Task& task_;
  const void* family_ = nullptr;
};

/// How a step has to resume the coroutine.
struct StepInput {
  /// The future whose settling woke the task; null for a first step or after a bare yield. If it failed or was
  /// cancelled, that error is thrown in (unless `cancel` asks for CancelledError and it is not one already).
  Ref<Future> woken_by;
  /// Throw CancelledError in.
  bool cancel = false;
};

/// Drives one coroutine; asyncio.tasks.Task without the coroutine. The front end resumes it:
///
///     void step() {                        // or the VM's equivalent, without recursion
///       StepInput in = begin_step();       // becomes the current task
///       ... resume, throwing what `in` says ...
///       // then exactly one of
///       park_on(future);  yield_now();     // suspended
///       finish(); fail(); finish_cancelled();  // returned, raised, raised CancelledError
///       end_step();                        // current task is left
///     }
class Task : public Future {
 public:
  /// `numbered`: it is called `Task-N` by the environment's counter, having no name of its own. Enters the loop's list of
  /// tasks; its first step is queued by `start`.
  explicit Task(EventLoop& loop, bool numbered = true);
  ~Task() override;

  Task* as_task() final { return this; }

  /// The N of its default name; 0 if it has another.
  uint32_t number() const { return number_; }
  /// Name, coroutine, and when done result or exception.
  virtual void describe_task(Describer&) {}
  /// The suspended frames, outermost first. Called for every park when tracing: keep it cheap.
  virtual void describe_position(Describer&) {}
  /// Equal numbers mean equal descriptions of the position; 0: unknown. Saves describing it again.
  virtual uint64_t position_key() { return 0; }

  /// Tells the observer that the task exists, then queues its first step.
  void start();
  /// Only the first half of `start`: for a front end that runs the first step itself (eager tasks).
  void announce();
  /// Queues a step that `park_on` and `yield_now` did not (e.g. to throw an error about what was yielded).
  void schedule_step(CauseCode code);
  StepHandle& step_handle() { return step_handle_; }
  virtual void step() = 0;

  // --- one step -----------------------------------------------------------------------------------------------------

  StepInput begin_step();
  /// begin_step where there is nothing to throw in, nothing woke it and nobody watches. False, and nothing has happened: begin_step.
  bool begin_plain_step();
  /// Then yield_now and end_step in one.
  void yield_plain_step();
  /// Suspended on `awaited`: its settling queues the next step. A pending cancel request is passed on at once.
  void park_on(Future& awaited);
  /// Suspended for one iteration (`sleep(0)`, a bare yield).
  void yield_now();
  /// The coroutine returned; the front end has stored the result. If a cancel request arrived during this very step
  /// the task ends cancelled instead: ask `cancel_pending()` first where the difference matters for what to store.
  void finish();
  /// The coroutine raised; the front end has stored the exception.
  void fail();
  /// CancelledError left the coroutine.
  void finish_cancelled();
  void end_step();

  // --- cancellation -------------------------------------------------------------------------------------------------

  /// Asks for CancelledError to be thrown in; false if done. Counts requests. Cancels what the task awaits, or marks
  /// the next step.
  bool cancel(void* message = nullptr) override;
  /// Takes one request back; returns how many are left. At 0 a mark not yet delivered is withdrawn.
  int uncancel();
  int cancelling() const { return cancel_requests_; }
  /// The next step will throw CancelledError.
  bool cancel_pending() const { return must_cancel_; }
  /// asyncio's `_must_cancel = False`.
  void withdraw_cancel() { must_cancel_ = false; }

  // --- inspection ---------------------------------------------------------------------------------------------------

  /// What it is parked on; null if ready, running or done.
  Future* awaited() const { return awaited_.get(); }
  uint64_t steps() const { return steps_; }
  /// Seconds inside steps, and parked or ready (only with Environment::measure).
  double ran() const { return ran_; }
  double waited() const { return waited_; }
  /// Next live task of the loop in creation order.
  Task* next() const { return next_; }

  template <class Visit>
  void visit_references(Visit&& visit) {
    Future::visit_references(visit);
    if (awaited_) visit(static_cast<RefCounted&>(*awaited_));
  }
  /// For a front end that clears a garbage cycle.
  void clear_references();

 protected:
  /// Keep / give back the message of a cancel request that waits for delivery (front end's object, borrowed).
  virtual void set_cancel_message(void*) {}
  virtual void* cancel_message() { return nullptr; }

 private:
  friend class EventLoop;
  friend class StepHandle;
  void end(StepEnd how, Future* awaited = nullptr);
  Ref<Handle> step_reference();
  void note_queued();
  void note_step_begun(bool cancel, Future* woken_by);
  void note_step_ended(StepEnd how, Future* awaited);

  StepHandle step_handle_;
  Ref<Future> awaited_;
  Task* previous_ = nullptr;
  Task* next_ = nullptr;
  Task* outer_ = nullptr;
  uint64_t steps_ = 0;
  double ran_ = 0;
  double waited_ = 0;
  double since_ = 0;
  uint32_t number_;
  int cancel_requests_ = 0;
  bool must_cancel_ = false;
  bool linked_ = false;
};

}  // namespace loopscope::loop
