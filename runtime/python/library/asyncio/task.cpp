// SPDX-License-Identifier: MIT
#include "loop/describer.h"
#include "python/library/asyncio/objects.h"
#include "python/vm/recursion.h"
#include "python/vm/code_object.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/interpreter.h"
#include "python/vm/library_file.h"
#include "python/vm/names.h"
#include "python/vm/signature.h"

/// asyncio.Task (asyncio.tasks): its steps. Attributes and methods are in task_type.cpp.
namespace loopscope::python {

// ---- core ----------------------------------------------------------------------------------------------------------------

void TaskCore::step() {
  if (!run_step()) write_unraisable("Exception in task", self_);
}

bool TaskCore::run_step() {
  SendStatus status;
  Ref result;
  if (begin_task_step(self_, OnReturn::gen_entry, &status, &result)) {
    vm.native_depth++;
    Exit exit = interpret(current_thread(), &result);
    vm.native_depth--;
    status = exit == Exit::yielded ? SendStatus::yielded : exit == Exit::returned ? SendStatus::returned : SendStatus::raised;
  }
  return finish_task_step(self_, status, std::move(result));
}

bool TaskCore::cancel(void* message) {
  return has_own_cancel(self_) ? call_cancel(self_, message) : cancel_native(message);
}

bool TaskCore::cancel_native(void* message) {
  if (done()) return false;
  self_->log_traceback = false;
  // Tasks that wait for each other in a ring: RecursionError, of which whoever began this hears.
  NativeRecursion level("while calling a Python object");
  return !level || Task::cancel(message);
}

void TaskCore::describe(loop::Describer& describer) {
  describer.label(to_utf8(self_->name.as<Str>()));
}

void TaskCore::set_cancel_message(void* message) {
  assign(self_->cancel_message, message ? Value(static_cast<Object*>(message)) : Value());
}
void* TaskCore::cancel_message() { return self_->cancel_message ? self_->cancel_message.object() : nullptr; }

namespace {

std::string short_repr(Value v) {
  Ref keep = take_pending();
  Ref text = repr(v);
  std::string result = text ? to_utf8(text.as<Str>()) : "<repr failed>";
  clear_pending();
  if (keep) restore_pending(std::move(keep));
  if (result.size() > 200) result = result.substr(0, 197) + "...";
  return result;
}

}  // namespace

void TaskCore::describe_task(loop::Describer& describer) {
  describer.name(to_utf8(self_->name.as<Str>()));
  if (self_->coroutine && is_generator_object(self_->coroutine))
    describer.coroutine(to_utf8(self_->coroutine.as<Generator>()->qualname));
  if (!done()) return;
  if (cancelled()) return;
  if (self_->exception)
    describer.exception(short_repr(self_->exception));
  else if (self_->result)
    describer.result(short_repr(self_->result));
}

void TaskCore::describe_position(loop::Describer& describer) {
  Value v = self_->coroutine;
  for (int depth = 0; v && is_generator_object(v) && depth < 64; depth++) {
    Generator* g = v.as<Generator>();
    // Lines are the visitor's: those of our own library mean nothing to them.
    bool of_library = g->code && g->code->filename->ascii && is_library_file(g->code->filename->ascii_view());
    describer.frame(g->qualname->ascii ? g->qualname->ascii_view() : to_utf8(g->qualname), of_library ? 0 : current_line(g));
    v = awaited_by(g);
  }
}

uint64_t TaskCore::position_key() {
  uint64_t key = 0;
  Value v = self_->coroutine;
  for (int depth = 0; v && is_generator_object(v) && depth < 64; depth++) {
    Generator* g = v.as<Generator>();
    uint64_t place = g->frame ? uint64_t{g->code->number} << 32 | g->frame->offset() : 0;
    key = (key ^ place ^ static_cast<uint64_t>(str_hash(g->qualname))) * 0x9E3779B97F4A7C15u;
    key ^= key >> 29;
    v = awaited_by(g);
  }
  return key;
}

// ---- a step -------------------------------------------------------------------------------------------------------------

namespace {

/// What is thrown in: an error noted for this step, cancellation, or the failure of what was awaited. Null: nothing.
Ref exception_for(TaskObject* t, loop::StepInput& input) {
  Ref error = Ref::steal(t->next_exception);
  t->next_exception = Value();
  if (!error && input.woken_by) {
    FutureObject* f = object_of(*input.woken_by);
    if (f && (f->core->cancelled() || f->exception)) {
      future_outcome(f);
      error = take_pending();
    }
  }
  if (input.cancel && !(error && has_type(error, &exc::CancelledError))) error = make_cancelled_error(t);
  return error;
}

}  // namespace

bool begin_task_step(TaskObject* t, OnReturn mode, SendStatus* status, Ref* result) {
  loop::StepInput input = core_of(t)->begin_step();
  Thread& thread = current_thread();
  std::swap(thread.context, t->context);
  Value coroutine = t->coroutine;
  bool nothing_thrown = !t->next_exception && !input.woken_by && !input.cancel;
  if (nothing_thrown && type_of(coroutine) == &coroutine_type) [[likely]]
    return resume_generator(coroutine.as<Generator>(), kNone, mode, status, result);
  Ref error = exception_for(t, input);
  if (is_generator_object(coroutine)) {
    if (error) {
      restore_pending(std::move(error));
      return resume_generator(coroutine.as<Generator>(), Value(), mode, status, result);
    }
    return resume_generator(coroutine.as<Generator>(), kNone, mode, status, result);
  }
  *status = error ? throw_into(coroutine, std::move(error), result) : send_to(coroutine, kNone, result);
  return false;
}

namespace {

/// The coroutine yielded something that a task cannot wait for: it learns so in its next step.
void fail_next_step(TaskObject* t) {
  t->next_exception = take_pending().release();
  TaskCore* core = core_of(t);
  core->yield_now();
}

/// A cancellation that was due went on into what is awaited, and found a ring of tasks.
void report_failed_wait(TaskObject* t) {
  Ref error = take_pending();
  Own<Dict> context = make_dict();
  dict_set(context.get(), intern("message"), make_str("Exception in callback Task.task_wakeup()"));
  dict_set(context.get(), intern("exception"), error);
  report_to_loop(t->loop, context);
}

void handle_yield(TaskObject* t, Value yielded) {
  TaskCore* core = core_of(t);
  if (yielded == kNone) {
    core->yield_now();
    return;
  }
  if (is_future(yielded) && yielded.as<FutureObject>()->core) {
    FutureObject* f = yielded.as<FutureObject>();
    if (f == static_cast<FutureObject*>(t)) {
      // It stays marked as awaited, so that the next one to await this task is refused: so does CPython.
      raise(exc::RuntimeError, "Task cannot await on itself: %R", Value(t));
    } else if (f->loop != t->loop) {
      raise(exc::RuntimeError, "Task %R got Future %R attached to a different loop", Value(t), yielded);
    } else if (!f->blocking) {
      raise(exc::RuntimeError, "yield was used instead of yield from in task %R with %R", Value(t), yielded);
    } else {
      f->blocking = false;
      core->park_on(*f->core);
      if (failed()) report_failed_wait(t);
      return;
    }
  } else if (is_exact(yielded, generator_type)) {
    raise(exc::RuntimeError, "yield was used instead of yield from for generator in task %R with %R", Value(t), yielded);
  } else {
    raise(exc::RuntimeError, "Task got bad yield: %R", yielded);
  }
  fail_next_step(t);
}

}  // namespace

bool finish_task_step(TaskObject* t, SendStatus status, Ref result) {
  TaskCore* core = core_of(t);
  Thread& thread = current_thread();
  std::swap(thread.context, t->context);
  bool leave = false;
  Ref fatal;
  switch (status) {
    case SendStatus::yielded: handle_yield(t, result); break;
    case SendStatus::returned:
      if (!core->cancel_pending()) assign(t->result, result);
      core->finish();
      break;
    case SendStatus::raised: {
      Ref error = take_pending();
      if (has_type(error, &exc::CancelledError)) {
        assign(t->cancelled_error, error);
        clear(t->cancel_message);  // the first to ask gets this very error, later ones a bare one
        core->finish_cancelled();
      } else {
        keep_failure(t, error);
        core->fail();
        if (has_type(error, &exc::KeyboardInterrupt) || has_type(error, &exc::SystemExit)) {
          leave = true;
          fatal = std::move(error);
        }
      }
      break;
    }
  }
  core->end_step();
  if (leave) restore_pending(std::move(fatal));
  return !leave;
}

}  // namespace loopscope::python
