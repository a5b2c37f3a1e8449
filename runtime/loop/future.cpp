// SPDX-License-Identifier: MIT
#include "loop/future.h"

#include <cassert>
#include <string>

#include "loop/describer.h"
#include "loop/event_loop.h"
#include "loop/task.h"

namespace loopscope::loop {

Future::Future(EventLoop& loop, AwaitKind kind) : loop_(&loop), id_(loop.environment().next_future_id()), kind_(kind) {}

Future::~Future() = default;

void Future::describe(Describer& describer) {
  const char* what = "";
  const char* noun = name_of(kind_);
  switch (kind_) {
    case AwaitKind::kLock: noun = "Lock"; break;
    case AwaitKind::kEvent: noun = "Event"; break;
    case AwaitKind::kCondition: noun = "Condition"; break;
    case AwaitKind::kSemaphore: noun = "Semaphore"; break;
    case AwaitKind::kBarrier: noun = "Barrier"; break;
    case AwaitKind::kChannel: noun = "Channel"; break;
    case AwaitKind::kQueueGet: noun = "Queue", what = " get"; break;
    case AwaitKind::kQueuePut: noun = "Queue", what = " put"; break;
    case AwaitKind::kQueueJoin: noun = "Queue", what = " join"; break;
    default: break;
  }
  if (subject_) describer.label(std::string(noun) + " " + std::to_string(subject_) + what);
  else describer.label(noun);
}

void Future::add_callback(Ref<Handle> callback) {
  if (!done()) {
    callbacks_.push(std::move(callback));
    return;
  }
  loop_->queue(std::move(callback), cancelled() ? CauseCode::kFutureCancelled : CauseCode::kFutureDone, id_, kind_);
}

bool Future::remove_callback(const Handle* callback) {
  for (size_t i = 0; i < callbacks_.size(); ++i) {
    if (callbacks_[i].get() == callback) {
      Ref<Handle> keep = callbacks_.remove(i);
      return true;
    }
  }
  return false;
}

void Future::clear_callbacks() {
  SmallList<Ref<Handle>> dropped(std::move(callbacks_));
}

bool Future::cancel(void*) {
  if (done()) return false;
  settle(State::kCancelled);
  return true;
}

void Future::settle(State state) {
  assert(state_ == State::kPending && state != State::kPending);
  state_ = state;
  Observer* watching = loop_->observer();
  uint32_t by = watching ? loop_->current_task_id() : 0;
  if (watching) [[unlikely]]
    watching->future_settled(*this, by);
  if (callbacks_.empty()) return;
  CauseCode code = state == State::kCancelled ? CauseCode::kFutureCancelled : CauseCode::kFutureDone;
  for (size_t i = 0; i < callbacks_.size(); ++i) {
    if (watching) [[unlikely]] {
      if (Task* task = callbacks_[i]->task()) watching->task_woken(*task, *this, by);
    }
    loop_->queue(std::move(callbacks_[i]), code, id_, kind_);
  }
  callbacks_.clear();
}

}  // namespace loopscope::loop
