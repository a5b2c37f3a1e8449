// SPDX-License-Identifier: MIT
#include "loop/task.h"

#include "loop/describer.h"
#include "loop/event_loop.h"

namespace loopscope::loop {

void StepHandle::retain() { task_.retain(); }
void StepHandle::release() { task_.release(); }
void* StepHandle::collectable() { return task_.collectable(); }
void StepHandle::run() { task_.step(); }

void StepHandle::describe(Describer& describer) { task_.describe_task(describer); }

Task::Task(EventLoop& loop, bool numbered)
    : Future(loop, AwaitKind::kTask),
      step_handle_(loop, *this),
      number_(numbered ? loop.environment().next_task_number() : 0) {
  loop.link(*this);
}

Task::~Task() {
  if (!linked_) return;
  if (Observer* watching = loop().observer()) watching->task_destroyed(*this);
  loop().unlink(*this);
}

void Task::announce() {
  EventLoop& loop = this->loop();
  if (loop.environment().measure) since_ = loop.clock().stamp();
  if (Observer* watching = loop.observer()) watching->task_created(*this, loop.current_task_id());
}

void Task::start() {
  announce();
  schedule_step(CauseCode::kTaskCreated);
}

void Task::note_step_begun(bool cancel, Future* woken_by) {
  EventLoop& loop = this->loop();
  if (loop.environment().measure) {
    double time = loop.clock().stamp();
    waited_ += time - since_;
    since_ = time;
  }
  if (Observer* watching = loop.observer()) {
    watching->task_step_begun(*this);
    if (cancel || (woken_by && woken_by->cancelled())) watching->task_cancel_thrown(*this);
  }
  loop.clock().let_go();
}

void Task::note_step_ended(StepEnd how, Future* awaited) {
  EventLoop& loop = this->loop();
  loop.clock().hold();
  if (loop.environment().measure) {
    double time = loop.clock().stamp();
    ran_ += time - since_;
    since_ = time;
  }
  if (Observer* watching = loop.observer()) watching->task_step_ended(*this, how, awaited);
}

void Task::note_queued() {
  if (Observer* watching = loop().observer()) watching->handle_queued(step_handle_);
}

void Task::park_on(Future& awaited) {
  awaited_ = Ref<Future>(&awaited);
  end(StepEnd::kParked, &awaited);
  awaited.add_callback(step_reference());
  if (must_cancel_ && awaited.cancel(cancel_message())) must_cancel_ = false;
}

void Task::finish() {
  if (must_cancel_) {
    must_cancel_ = false;
    finish_cancelled();
    return;
  }
  end(StepEnd::kFinished);
  settle(State::kFinished);
}

void Task::fail() {
  end(StepEnd::kFailed);
  settle(State::kFinished);
}

void Task::finish_cancelled() {
  end(StepEnd::kCancelled);
  settle(State::kCancelled);
}

bool Task::cancel(void* message) {
  if (done()) return false;
  ++cancel_requests_;
  if (Observer* watching = loop().observer()) watching->task_cancel_requested(*this, loop().current_task_id());
  if (Ref<Future> awaited = awaited_) {
    if (awaited->cancel(message)) return true;
  }
  must_cancel_ = true;
  set_cancel_message(message);
  return true;
}

int Task::uncancel() {
  if (cancel_requests_ > 0 && --cancel_requests_ == 0) must_cancel_ = false;
  return cancel_requests_;
}

void Task::clear_references() {
  Ref<Future> awaited = std::move(awaited_);
  clear_callbacks();
}

}  // namespace loopscope::loop
