// SPDX-License-Identifier: MIT
#pragma once

#include "loop/event_loop.h"
#include "loop/readiness.h"
#include "loop/waiter_list.h"
#include "python/vm/generator.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"

/// Python's faces of the loop's objects. Each Python object owns one loop object (`core`), which forwards its reference
/// count to it: to the loop and to Python they are one thing.
namespace loopscope::python {

struct LibraryPlace;
struct LoopObject;

// ---- futures ----------------------------------------------------------------------------------------------------------

/// asyncio.Future, and the front part of asyncio.Task.
struct FutureObject : Object {
  Dict* dict;
  Object* weaklist;
  loop::Future* core;      // owned; null before __init__
  LoopObject* loop;        // owned
  Value result;            // owned
  Value exception;         // owned
  Value failure_traceback; // owned: of the exception when it came; null: nobody has it to give any more
  Value cancel_message;    // owned, or null
  Value cancelled_error;   // owned: the CancelledError a task ended with, or null
  Value origin;            // owned: where it was created, in a loop's debug mode (_source_traceback)
  bool log_traceback;      // an exception nobody has looked at yet
  bool blocking;           // _asyncio_future_blocking
  bool log_destroy_pending;
};
extern Type future_type, task_type;
inline bool is_future(Value v) { return v.is_object() && (has_type(v, &future_type)); }

class FutureCore : public loop::Future, public Pooled {
 public:
  FutureCore(FutureObject* self, loop::EventLoop& loop, loop::AwaitKind kind) : Future(loop, kind), self_(self) {}
  void retain() override { incref(self_); }
  void release() override { decref(self_); }
  void* collectable() override { return self_; }
  /// Calls the cancel() of a subclass in Python, if it has one of its own.
  bool cancel(void* message) final;
  /// What the built-in cancel() does.
  virtual bool cancel_native(void* message);
  void wake() override;
  void describe(loop::Describer& describer) override;
  FutureObject* self() const { return self_; }

 private:
  FutureObject* self_;
};

/// A subclass in Python has a cancel() of its own.
bool has_own_cancel(FutureObject* f);
/// `future.cancel(msg=message)`; `message` may be null. Errors are reported, as nobody can be told.
bool call_cancel(Value future, void* message);

/// The Python object of a future of this front end.
inline FutureObject* object_of(const loop::Future& future) {
  return static_cast<FutureObject*>(static_cast<Object*>(const_cast<loop::Future&>(future).collectable()));
}

/// AttributeError when a setter is called to delete (with null).
bool refuses_deletion(Value v);
/// The loop that a constructor is given (`loop` may be null or None), else the running one, else the policy's.
Own<LoopObject> loop_for(Value given);

Own<FutureObject> make_future(LoopObject* loop, loop::AwaitKind kind = loop::AwaitKind::kFuture);
/// Outcome of a future that is done: value, or null with its exception (CancelledError included) raised.
Ref future_outcome(FutureObject* f);
bool future_set_result(FutureObject* f, Value v);
bool future_set_exception(FutureObject* f, Value exception);
/// Notes what the future failed with.
void keep_failure(FutureObject* f, Value exception);
/// A CancelledError with the future's message, as future._make_cancelled_error().
Ref make_cancelled_error(FutureObject* f);
void future_traverse(Object* o, Visitor& visit);
void future_clear(Object* o);
void future_dealloc(Object* o);
/// `<Future pending cb=[...]>` and the parts that Task's repr shares.
Ref future_repr(Value self);
std::string callbacks_text(FutureObject* f);

// ---- handles ------------------------------------------------------------------------------------------------------------

/// asyncio.Handle and TimerHandle: a Python callback with its arguments.
struct HandleObject : Object {
  Object* weaklist;
  loop::Handle* core;  // owned: HandleCore or TimerCore
  LoopObject* loop;    // owned
  Value callback;      // owned; null once cancelled
  Tuple* args;         // owned; null once cancelled
  Value context;       // owned
  Value origin;        // owned: where it was made, in a loop's debug mode, else null
  Value shown;         // owned: its repr before it was cancelled, in debug mode, else null
  bool is_timer;
  /// Made by call_soon and the like for a future's callback: called with the future.
  bool for_future;
};
extern Type handle_type, timer_handle_type;

class HandleCore final : public loop::Handle, public Pooled {
 public:
  HandleCore(HandleObject* self, loop::EventLoop& loop) : Handle(loop), self_(self) {}
  void retain() override { incref(self_); }
  void release() override { decref(self_); }
  void* collectable() override { return self_; }
  void run() override;
  void describe(loop::Describer& describer) override;

 protected:
  void on_cancel() override;

 private:
  HandleObject* self_;
};
class TimerCore final : public loop::TimerHandle, public Pooled {
 public:
  TimerCore(HandleObject* self, loop::EventLoop& loop, double when) : TimerHandle(loop, when), self_(self) {}
  void retain() override { incref(self_); }
  void release() override { decref(self_); }
  void* collectable() override { return self_; }
  void run() override;
  void describe(loop::Describer& describer) override;

 protected:
  void on_cancel() override;

 private:
  HandleObject* self_;
};

Own<HandleObject> make_handle(LoopObject* loop, Value callback, Tuple* args, Value context);
Own<HandleObject> make_timer_handle(LoopObject* loop, double when, Value callback, Tuple* args, Value context);
/// The pending exception left a callback: tells the loop. False: it must leave the loop.
bool report_callback_error(HandleObject* h);
/// What the inspector calls a callback: "tick", "Event.set".
std::string callback_label(Value callback);
/// "f() at t.py:3", with `debug` also the arguments (which may be null), as asyncio.format_helpers has it.
std::string callback_text(Value callback, Tuple* args, bool debug);
std::string callback_text(HandleObject* h);

// ---- tasks ------------------------------------------------------------------------------------------------------------

struct TaskObject : FutureObject {
  Value coroutine;       // owned
  Value name;            // owned str
  Value context;         // owned, or null
  Value next_exception;  // owned: to throw at the next step (an error about what was yielded)
  uint32_t created_line;
};

class TaskCore final : public loop::Task, public Pooled {
 public:
  TaskCore(TaskObject* self, loop::EventLoop& loop, bool numbered) : Task(loop, numbered), self_(self) {}
  void retain() override { incref(self_); }
  void release() override { decref(self_); }
  void* collectable() override { return self_; }
  /// For loops that C++ drives: one step on the C++ stack.
  void step() override;
  /// The same; false: a KeyboardInterrupt or SystemExit is pending.
  bool run_step();
  bool cancel(void* message) override;
  bool cancel_native(void* message);
  void wake() override {}
  void describe(loop::Describer& describer) override;
  void describe_task(loop::Describer& describer) override;
  void describe_position(loop::Describer& describer) override;
  uint64_t position_key() override;
  TaskObject* self() const { return self_; }

 protected:
  void set_cancel_message(void* message) override;
  void* cancel_message() override;

 private:
  TaskObject* self_;
};
inline TaskCore* core_of(TaskObject* t) { return static_cast<TaskCore*>(t->core); }
/// `place`: what stands for it in debug mode, when it is made by a function that is native here.
Own<TaskObject> make_task(LoopObject* loop, Value coroutine, Value name /*or null*/, Value context /*or null*/,
                          const LibraryPlace* place = nullptr);

/// One step, in two halves around the coroutine. begin: true, frames were pushed; the outcome goes to finish_task_step.
/// False: it ended at once, *status says how.
bool begin_task_step(TaskObject* t, OnReturn mode, SendStatus* status, Ref* result);
/// False: a KeyboardInterrupt or SystemExit must leave the loop; it is pending.
bool finish_task_step(TaskObject* t, SendStatus status, Ref result);

// ---- loop --------------------------------------------------------------------------------------------------------------

struct LoopObject : Object {
  Dict* dict;
  Object* weaklist;
  loop::EventLoop* core;      // owned
  loop::Reactor* reactor;     // owned: wakes this loop's thread
  loop::Readiness* readiness; // owned, or null: what it watches
  Thread* thread;             // that runs it, or null
  Value exception_handler;    // owned, or null
  Value task_factory;         // owned, or null
  Value default_executor;     // owned, or null
  Value asyncgens;            // owned set (weak) of live async generators
  Value entered;              // owned: what _enter_task made the current task, if it is not a Task of this runtime
  bool closed;
  bool debug;
  double slow_callback_duration;
};
extern Type loop_type;
Own<LoopObject> make_loop();
/// The loop that runs in this thread, or null.
LoopObject* running_loop();
/// RuntimeError "no running event loop" when there is none.
LoopObject* require_running_loop();
/// Runs handles until stopped; pushes the native frame that does it (the result is None). Null: RuntimeError.
Ref push_run_forever(LoopObject* loop);
/// Adds to a report where its object was created, if that is known.
void add_origin(Dict* context, Value origin);
/// loop.call_exception_handler({...}) with message, exception and the rest.
void report_to_loop(LoopObject* loop, Value context);

// ---- parts of the module, each in its file --------------------------------------------------------------------------------

void ready_future_type();
void ready_future_iterator_type();
void ready_task_type();
void ready_handle_types();
void ready_loop_type();
/// Future.__await__()
Ref make_future_iterator(Value future);

}  // namespace loopscope::python
