// SPDX-License-Identifier: MIT
#include "python/vm/thread.h"

#include <memory>

#include "loop/environment.h"
#include "loop/observer.h"
#include "python/vm/exception.h"
#include "python/vm/interpreter.h"
#include "python/vm/scheduler.h"
#include "python/vm/sys_hooks.h"
#include "python/vm/vm.h"

namespace loopscope::python {

Thread& current_thread() { return *vm.current; }

namespace {

/// The lowest frame of a thread: calls its function and reports what comes out of it.
class ThreadBody final : public NativeFrame {
 public:
  ThreadBody(Value callable, Tuple* args, Dict* kwargs)
      : callable_(Ref::share(callable)), args_(Ref::share(args)), kwargs_(Ref::share(kwargs)) {}

  Next resume(Resumed how, Ref value, Ref* result) override {
    if (how == Resumed::started) {
      switch (start(&value)) {
        case Called::pushed: return Next::pushed;
        case Called::returned: break;
        case Called::raised: how = Resumed::raised; break;
      }
    }
    if (how == Resumed::raised) report();
    *result = none();
    return Next::done;
  }
  void traverse(Visitor& visit) override {
    visit(callable_);
    visit(args_);
    visit(kwargs_);
  }

 private:
  Called start(Ref* value) {
    Own<List> all = make_list();
    Tuple* args = args_.as<Tuple>();
    for (uint32_t i = 0; i < args->size; i++) list_append(all.get(), args->items[i]);
    Own<List> keys = make_list();
    if (kwargs_) {
      uint32_t position = 0;
      Value key, v;
      while (dict_next(kwargs_.as<Dict>(), &position, &key, &v)) {
        list_append(keys.get(), key);
        list_append(all.get(), v);
      }
    }
    Own<Tuple> names = keys->size ? make_tuple(keys->items, keys->size) : Own<Tuple>();
    return call_from_native(callable_, Args{all->items, args->size, names.get()}, value);
  }
  void report() {
    Ref failure = take_pending();
    if (has_type(failure, &exc::SystemExit)) return;
    Ref text = repr(callable_);
    clear_pending();
    std::string shown = text ? to_utf8(text.as<Str>()) : "<object repr() failed>";
    report_unraisable(failure.as<Exception>(), "Exception ignored in thread started by " + shown, Value());
  }

  Ref callable_, args_, kwargs_;
};

/// A thread that waits for a moment, or to be woken.
class Block final : public NativeFrame {
 public:
  Block(double deadline, const char* what) : deadline_(deadline), what_(what) {}
  Next resume(Resumed how, Ref, Ref* result) override {
    if (how == Resumed::raised) return Next::failed;
    Thread& thread = current_thread();
    if (!begun_) {
      begun_ = true;
      thread.state = ThreadState::blocked;
      thread.wake_at = deadline_;
      thread.blocked_on = what_;
      thread.counts_as_blocking = true;
      if (vm.environment->observer) vm.environment->observer->program_blocked(what_, deadline_);
      return Next::blocked;
    }
    thread.counts_as_blocking = false;
    thread.blocked_on = "";
    *result = none();
    return Next::done;
  }
  const char* label() const override { return what_; }

 private:
  double deadline_;
  const char* what_;
  bool begun_ = false;
};

}  // namespace

Thread* new_thread(std::string_view name) {
  static uint32_t last_id = 0;
  Thread* thread = new Thread();
  thread->id = ++last_id;
  thread->name = name;
  vm.threads.push_back(thread);
  return thread;
}

Thread* start_thread(std::string_view name, Value callable, Tuple* args, Dict* kwargs) {
  Thread* thread = new_thread(name);
  Thread* here = vm.current;
  vm.current = thread;
  push_native(std::make_unique<ThreadBody>(callable, args, kwargs), OnReturn::entry);
  vm.current = here;
  if (vm.environment->observer) vm.environment->observer->thread_started(thread->id, name);
  scheduler.add(thread);
  return thread;
}

Ref block_until(double deadline, const char* what) {
  push_native(std::make_unique<Block>(deadline, what), OnReturn::push);
  return frame_pushed();
}

void unblock(Thread* thread) { scheduler.wake(thread); }

void delete_thread(Thread* thread) {
  for (Value owned : {thread->pending, thread->handle, thread->running_loop, thread->local_data, thread->context,
                      thread->asyncgen_firstiter, thread->asyncgen_finalizer})
    xdecref(owned);
  free_stack(*thread);
  delete thread;
}

}  // namespace loopscope::python
