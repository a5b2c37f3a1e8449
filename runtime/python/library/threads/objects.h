// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "python/vm/objects.h"
#include "python/vm/vm.h"

/// What `_thread` is made of: the module threading (CPython's own) is built on it.
namespace loopscope::python {

extern Type lock_type, rlock_type, thread_handle_type, local_type;

/// Threads that wait for one thing, in the order in which they came.
class ThreadLine {
 public:
  void join(Thread* thread) { threads_.push_back(thread); }
  void leave(Thread* thread) { std::erase(threads_, thread); }
  void wake_first() {
    if (!threads_.empty()) unblock(threads_.front());
  }
  void wake_all() {
    for (Thread* thread : threads_) unblock(thread);
  }

 private:
  std::vector<Thread*> threads_;
};

/// A frame in which a thread stands in such a line until it has got what it wants, or until a deadline.
class WaitingFrame : public NativeFrame {
 public:
  WaitingFrame(Value object, ThreadLine& line, double deadline, const char* what)
      : object_(Ref::share(object)), line_(line), deadline_(deadline), what_(what) {}
  Next resume(Resumed how, Ref, Ref* result) override;
  void traverse(Visitor& visit) override { visit(object_); }
  const char* label() const override { return what_; }

 protected:
  /// Takes it, if it can be had.
  virtual bool take(Object* object) = 0;
  virtual Ref outcome(bool taken) { return boolean(taken); }

 private:
  Ref object_;
  ThreadLine& line_;  // the object's
  double deadline_;
  const char* what_;
  bool waiting_ = false;
};

/// Seconds that a blocking call may take, as locks read them: null or -1 is for ever. False with an exception.
struct Patience {
  bool blocking = true;
  double seconds = -1;
  bool none() const { return !blocking || seconds == 0; }
  double deadline() const;
};
bool read_patience(Value blocking, Value timeout, Patience* out);

/// One thread as others see it: they may wait for its end.
struct ThreadHandle : Object {
  enum class State : uint8_t { not_started, running, done };
  Object* weaklist;
  uint32_t ident;
  State state;
  bool daemon;
  ThreadLine* joiners;
};
Own<ThreadHandle> make_thread_handle(uint32_t ident, ThreadHandle::State state);
/// _thread._shutdown(): waits for all threads that are no daemons.
Ref wait_for_all_threads(Value, const Value*);
/// Starts the thread that `handle` is to stand for.
bool start_thread_of(ThreadHandle* handle, Value callable, Tuple* args, Dict* kwargs, bool daemon);

void ready_lock_types();
void ready_thread_handle_type();
void ready_local_type();

}  // namespace loopscope::python
