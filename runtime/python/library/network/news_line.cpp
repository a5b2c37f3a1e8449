// SPDX-License-Identifier: MIT
#include "python/library/network/news_line.h"

#include <limits>

#include "loop/describer.h"
#include "loop/environment.h"
#include "loop/observer.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"

namespace loopscope::python {

namespace {

/// Settles the future of somebody who waits, where an event loop's selector would have found the news.
class Wake final : public loop::Counted<loop::Handle>, public Pooled {
 public:
  Wake(loop::EventLoop& loop, Own<FutureObject> future)
      : Counted(loop, loop::HandleKind::kIo), future_(std::move(future)) {}
  void run() override {
    Own<FutureObject> future = std::move(future_);
    if (future && !future->core->done()) future_set_result(future.get(), kNone);
  }
  void* collectable() override { return future_.get(); }
  void describe(loop::Describer& describer) override { describer.label("response"); }

 protected:
  void on_cancel() override { future_.reset(); }

 private:
  Own<FutureObject> future_;
};

}  // namespace

Own<FutureObject> NewsLine::wait() {
  LoopObject* loop = require_running_loop();
  if (!loop) return {};
  Own<FutureObject> future = make_future(loop, loop::AwaitKind::kFetch);
  // Those whose waiters have given up.
  std::erase_if(futures_, [](const Own<FutureObject>& old) { return old->core->done(); });
  if (future) futures_.push_back(future);
  return future;
}

void NewsLine::tell() {
  std::vector<Own<FutureObject>> waiting = std::exchange(futures_, {});
  for (Own<FutureObject>& future : waiting) {
    if (future->core->done()) continue;
    loop::EventLoop& loop = future->core->loop();
    loop.post_completion(loop::Ref<loop::Handle>::adopt(new Wake(loop, std::move(future))));
  }
  threads_.wake_all();
}

void NewsLine::traverse(Visitor& visit) {
  for (Own<FutureObject>& future : futures_) visit(future);
}

void NewsLine::clear() { std::exchange(futures_, {}); }

SendStatus NewsBody::send(Value, Ref* result) {
  if (ready()) {
    future_.reset();
    *result = take();
    return *result ? SendStatus::returned : SendStatus::raised;
  }
  future_ = line_.wait();
  if (!future_) return SendStatus::raised;
  future_->blocking = true;
  *result = future_;
  return SendStatus::yielded;
}

Next NewsFrame::resume(Resumed how, Ref, Ref* result) {
  Thread& thread = current_thread();
  bool there = how != Resumed::raised && ready();
  bool late = false;
  if (!there && waiting_ && deadline_ < std::numeric_limits<double>::infinity()) {
    sync_clock();
    late = vm.clock->peek() >= deadline_;
  }
  if (there || late || how == Resumed::raised) {
    thread.counts_as_blocking = false;
    thread.blocked_on = "";
    if (waiting_) line_.leave(&thread);
    if (how == Resumed::raised) return Next::failed;
    if (late && !there) {
      raise(exc::TimeoutError, "timed out");
      return Next::failed;
    }
    *result = take();
    return *result ? Next::done : Next::failed;
  }
  if (!waiting_) {
    line_.join(&thread);
    if (vm.environment->observer) vm.environment->observer->program_blocked(what_, deadline_);
  }
  waiting_ = true;
  thread.state = ThreadState::blocked;
  thread.wake_at = deadline_;
  thread.blocked_on = what_;
  thread.counts_as_blocking = true;
  return Next::blocked;
}

}  // namespace loopscope::python
