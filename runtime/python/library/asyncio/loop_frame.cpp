// SPDX-License-Identifier: MIT
#include <limits>

#include "python/library/asyncio/objects.h"
#include "python/vm/exception.h"
#include "python/vm/names.h"

/// The event loop as a native frame: it lies under the coroutines and callbacks it runs on the thread's heap stack, so a
/// program can be paused in any of them, and the loop can wait, without anything on the C++ stack.
namespace loopscope::python {

namespace {

class LoopFrame final : public NativeFrame {
 public:
  explicit LoopFrame(LoopObject* loop) : loop_(Own<LoopObject>::share(loop)) {}

  Next resume(Resumed how, Ref value, Ref* result) override {
    Thread& thread = current_thread();
    if (!entered_) {
      entered_ = true;
      thread.running_loop = Ref::share(loop_).release();
      loop_->thread = &thread;
    }
    if (!finish_running(how, std::move(value))) return leave_failed();
    loop::EventLoop& core = *loop_->core;
    for (;;) {
      if (vm.step_requested && stepped_) {
        // A requested step is over: come back here when the program goes on.
        vm.step_requested = false;
        vm.step_done = true;
        stepped_ = false;
        return pause(thread);
      }
      stepped_ = false;
      if (--vm.budget < 0) {
        if (vm.native_depth <= 1) return pause(thread);
        vm.budget = 1 << 14;
        vm.budget_start += 1 << 14;
      }
      loop::Handle* handle = core.next_handle();
      if (!handle) {
        // Asked to stop before it began, it makes one iteration all the same.
        if (iterated_ && core.stop_requested()) {
          core.clear_stop();
          leave();
          *result = none();
          return Next::done;
        }
        sync_clock();
        if (core.begin_iteration() == loop::EventLoop::Start::kWait) {
          thread.state = ThreadState::blocked;
          thread.wake_at = core.wait_deadline();
          thread.blocked_on = "event loop";
          return Next::blocked;
        }
        iterated_ = true;
        continue;
      }
      switch (start(handle)) {
        case Called::pushed: return Next::pushed;
        case Called::returned: break;
        case Called::raised: return leave_failed();
      }
    }
  }

  void traverse(Visitor& visit) override {
    visit(loop_);
    visit(task_);
    visit(callback_);
  }
  const char* label() const override { return "event loop"; }

 private:
  static Next pause(Thread& thread) {
    thread.state = ThreadState::ready;
    return Next::blocked;
  }

  /// Begins what a handle runs. raised: something that must leave the loop.
  Called start(loop::Handle* handle) {
    if (handle->kind() == loop::HandleKind::kTaskStep) {
      loop::Task* task = &static_cast<loop::StepHandle*>(handle)->owner();
      TaskObject* t = static_cast<TaskObject*>(object_of(*task));
      if (!t) {  // a C++ task
        handle->run();
        return Called::returned;
      }
      if (task->done()) return Called::returned;
      task_ = Ref::share(t);
      stepped_ = true;
      SendStatus status;
      Ref outcome;
      if (loop_->debug) started_at_ = program_time();
      if (begin_task_step(t, OnReturn::gen_native, &status, &outcome)) return Called::pushed;
      return finish_step(status, std::move(outcome)) ? Called::returned : Called::raised;
    }
    Object* object = static_cast<Object*>(handle->collectable());
    if (!object || (object->type != &handle_type && object->type != &timer_handle_type)) {
      handle->run();
      return Called::returned;
    }
    HandleObject* h = static_cast<HandleObject*>(object);
    if (!h->callback) return Called::returned;
    callback_ = Ref::share(h);
    if (loop_->debug) started_at_ = program_time();
    Ref function = Ref::share(h->callback);
    Own<Tuple> args = Own<Tuple>::share(h->args);
    std::swap(current_thread().context, h->context);
    Ref outcome;
    Called called = call_from_native(function, Args{args->items, args->size, nullptr}, &outcome);
    if (called == Called::pushed) return called;
    return finish_callback(called == Called::raised) ? Called::returned : Called::raised;
  }

  /// The frame above is over: end what it was for.
  bool finish_running(Resumed how, Ref value) {
    if (task_) {
      if (how == Resumed::started) return task_.reset(), true;
      SendStatus status = how == Resumed::yielded    ? SendStatus::yielded
                          : how == Resumed::returned ? SendStatus::returned
                                                     : SendStatus::raised;
      return finish_step(status, std::move(value));
    }
    if (callback_) return finish_callback(how == Resumed::raised);
    return how != Resumed::raised;
  }

  bool finish_step(SendStatus status, Ref outcome) {
    Ref t = std::move(task_);
    // Who watches wants to know when.
    if (vm.environment->observer || vm.environment->measure) sync_clock();
    bool stays = finish_task_step(t.as<TaskObject>(), status, std::move(outcome));
    if (loop_->debug && stays) report_if_slow(t);
    return stays;
  }

  /// Debug mode: tells of a step or callback that kept the loop busy.
  void report_if_slow(Value handle) {
    double seconds = program_time() - started_at_;
    if (seconds < loop_->slow_callback_duration) return;
    if (!call_method(loop_, intern("_report_slow"), handle, make_float(seconds)))
      write_unraisable("Exception ignored in debug mode of", loop_);
  }

  /// An exception in a callback goes to the loop's handler, but for those that end programs.
  bool finish_callback(bool raised) {
    Ref keep = std::move(callback_);
    HandleObject* h = keep.as<HandleObject>();
    std::swap(current_thread().context, h->context);
    bool stays = !raised || report_callback_error(h);
    if (loop_->debug && stays) report_if_slow(keep);
    return stays;
  }

  void leave() {
    Thread& thread = current_thread();
    loop_->core->set_phase(loop::Phase::kIdle);
    clear(thread.running_loop);
    loop_->thread = nullptr;
  }
  Next leave_failed() {
    leave();
    return Next::failed;
  }

  Own<LoopObject> loop_;
  Ref task_;      // whose step runs above
  Ref callback_;  // whose handle runs above
  double started_at_ = 0;  // program time, in debug mode
  bool entered_ = false;
  bool stepped_ = false;
  bool iterated_ = false;
};

}  // namespace

LoopObject* running_loop() {
  Value v = current_thread().running_loop;
  return v ? v.as<LoopObject>() : nullptr;
}

LoopObject* require_running_loop() {
  LoopObject* loop = running_loop();
  if (!loop) raise(exc::RuntimeError, "no running event loop");
  return loop;
}

Ref push_run_forever(LoopObject* loop) {
  if (loop->closed) return raise(exc::RuntimeError, "Event loop is closed");
  if (loop->thread) return raise(exc::RuntimeError, "This event loop is already running");
  if (running_loop()) return raise(exc::RuntimeError, "Cannot run the event loop while another loop is running");
  push_native(std::make_unique<LoopFrame>(loop), OnReturn::push);
  return frame_pushed();
}

void add_origin(Dict* context, Value origin) {
  if (origin) dict_set(context, intern("source_traceback"), origin);
}

void report_to_loop(LoopObject* loop, Value context) {
  static Str* name = intern("call_exception_handler");
  if (!call_method(loop, name, context)) write_unraisable("Exception ignored in event loop exception handler", loop);
}

}  // namespace loopscope::python
