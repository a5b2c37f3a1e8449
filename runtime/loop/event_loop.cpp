// SPDX-License-Identifier: MIT
#include "loop/event_loop.h"

#include <cmath>
#include <limits>

namespace loopscope::loop {

namespace {

constexpr double kForever = std::numeric_limits<double>::infinity();
constexpr double kNotWaiting = -1;

class StopHandle final : public Counted<Handle> {
 public:
  using Counted::Counted;
  void run() override { loop().stop(); }
};

}  // namespace

EventLoop::EventLoop(Environment& environment) : environment_(environment) {}

EventLoop::~EventLoop() {
  clear();
  while (first_task_) unlink(*first_task_);
}

void EventLoop::clear() {
  remaining_ = 0;
  Ref<Handle> last = std::move(running_);
  ready_.clear();
  completions_.clear();
  timers_.clear();
}

// --- scheduling -------------------------------------------------------------------------------------------------------

void EventLoop::call_soon_threadsafe(Ref<Handle> handle) {
  call_soon(std::move(handle), CauseCode::kCallSoonThreadsafe);
  reactor().wake(*this);
}

void EventLoop::post_completion(Ref<Handle> handle) {
  completions_.push(std::move(handle));
  reactor().wake(*this);
}

void EventLoop::call_at(Ref<TimerHandle> timer) {
  TimerHandle& set = *timer;
  timers_.push(std::move(timer));
  if (set.cancelled()) timers_.note_cancelled();
  if (Observer* watching = observer()) watching->timer_set(set);
}

void EventLoop::note_running() {
  Observer* watching = observer();
  if (!watching) return;
  watching->handle_run(*running_);
  if (running_->kind() != HandleKind::kTaskStep) clock().let_go();
}

void EventLoop::note_done() {
  if (Observer* watching = observer()) watching->handle_done(*running_);
}

void EventLoop::note_timer_cancelled(TimerHandle& timer) {
  timers_.note_cancelled();
  if (Observer* watching = observer()) watching->timer_cancelled(timer);
}

// --- one iteration ----------------------------------------------------------------------------------------------------

double EventLoop::next_deadline() {
  timers_.drop_cancelled();
  TimerHandle* head = timers_.head();
  return head ? head->when() : kForever;
}

bool EventLoop::wait_for_work() {
  if (wait_until_ == kNotWaiting) {
    double deadline = next_deadline();
    if (deadline == kForever) {
      wait_until_ = kForever;
    } else {
      double time = now();
      if (deadline < time + Clock::kResolution) return true;
      double rest = deadline - time;
      wait_until_ = granularity_ > 0 ? time + std::ceil(rest / granularity_) * granularity_ : deadline;
    }
    set_phase(Phase::kWaiting);
    if (Observer* watching = observer()) watching->wait_begun(*this, wait_until_);
  }
  if (clock().peek() + Clock::kResolution > wait_until_) return true;
  return reactor().wait(*this, wait_until_);
}

void EventLoop::queue_due_timers() {
  double time = now();
  double end = time + Clock::kResolution;
  for (TimerHandle* head = timers_.head(); head && head->when() < end; head = timers_.head()) {
    set_phase(Phase::kTimers);
    Ref<TimerHandle> timer = timers_.pop();
    if (timer->cancelled()) continue;
    if (Observer* watching = observer()) watching->timer_fired(*timer, time > timer->when() ? time - timer->when() : 0.0);
    uint32_t id = timer->id();
    queue(std::move(timer), CauseCode::kTimerDue, id, AwaitKind::kSleep);
  }
}

EventLoop::Start EventLoop::begin_iteration() {
  if (running_) handle_done();
  if (remaining_ > 0) return Start::kRun;
  clock().let_go();
  watched_ = environment_.observer || environment_.measure;
  if (timers_.size()) timers_.drop_cancelled();
  reactor().poll(*this);
  if (wait_needed() && !stopping_ && !wait_for_work()) return Start::kWait;
  wait_until_ = kNotWaiting;
  while (!completions_.empty()) queue(completions_.pop(), CauseCode::kIoDone, 0, AwaitKind::kFuture);
  if (timers_.size()) queue_due_timers();
  remaining_ = ready_.size();
  ++iteration_;
  if (phase_ != Phase::kReady) set_phase(Phase::kReady);
  if (Observer* watching = observer()) watching->iteration_begun(*this, iteration_, remaining_);
  return Start::kRun;
}

// --- whole runs -------------------------------------------------------------------------------------------------------

bool EventLoop::run_once() {
  if (begin_iteration() == Start::kWait) return false;
  while (Handle* handle = next_handle()) {
    if (handle->kind() == HandleKind::kTaskStep) {
      static_cast<StepHandle*>(handle)->owner().step();
    } else {
      handle->run();
    }
  }
  return true;
}

EventLoop::RunResult EventLoop::run_loop() {
  for (;;) {
    if (!run_once()) return RunResult::kDeadlock;
    if (stopping_) {
      stopping_ = false;
      set_phase(Phase::kIdle);
      return RunResult::kStopped;
    }
  }
}

EventLoop::RunResult EventLoop::run_forever() { return run_loop(); }

EventLoop::RunResult EventLoop::run_until_complete(Future& future) {
  Ref<StopHandle> stopper = make_ref<StopHandle>(*this);
  future.add_callback(stopper);
  RunResult result = run_loop();
  future.remove_callback(stopper.get());
  return future.done() ? RunResult::kDone : result;
}

// --- state ------------------------------------------------------------------------------------------------------------

void EventLoop::set_phase(Phase phase) {
  if (phase == phase_) return;
  phase_ = phase;
  if (Observer* watching = observer()) watching->phase_changed(*this, phase);
}

void EventLoop::link(Task& task) {
  task.previous_ = last_task_;
  task.linked_ = true;
  (last_task_ ? last_task_->next_ : first_task_) = &task;
  last_task_ = &task;
  ++task_count_;
}

void EventLoop::unlink(Task& task) {
  (task.previous_ ? task.previous_->next_ : first_task_) = task.next_;
  (task.next_ ? task.next_->previous_ : last_task_) = task.previous_;
  task.previous_ = task.next_ = nullptr;
  task.linked_ = false;
  --task_count_;
}

}  // namespace loopscope::loop
