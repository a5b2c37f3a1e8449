// SPDX-License-Identifier: MIT
#include "python/vm/vm.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "loop/environment.h"
#include "loop/observer.h"
#include "loop/outside.h"
#include "python/bytecode/code.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"
#include "python/vm/scheduler.h"
#include "python/vm/startup.h"
#include "python/vm/sys_hooks.h"
#include "python/vm/traceback.h"

namespace loopscope::python {

// Never destroyed: daemon threads are where they were when the program ended, and what they hold is not lost.
#if defined(__clang__)
[[clang::no_destroy]]
#endif
Vm vm;

namespace {

constexpr double kForever = std::numeric_limits<double>::infinity();
/// Checks of one slice of another thread while a native call waits for it.
constexpr int32_t kNestedSlice = 1 << 14;

/// The exception that ended the main thread: what the interpreter's top level does with it.
void report_failure(Ref failure) {
  if (has_type(failure, &exc::SystemExit)) {
    Value code = failure.as<Exception>()->value;
    int64_t n;
    if (!code || code == kNone) {
      vm.exit_code = 0;
    } else if (is_int(code) && int_fits(code, &n)) {
      vm.exit_code = static_cast<int>(n & 0xFF);
    } else {
      Ref text = str(code);
      if (text) write_error_text(to_utf8(text.as<Str>()) + "\n");
      clear_pending();
      vm.exit_code = 1;
    }
    return;
  }
  report_uncaught(failure.as<Exception>());
  vm.exit_code = has_type(failure, &exc::KeyboardInterrupt) ? 130 : 1;
}

/// A module that something still holds is emptied, so that at least what it held goes. As CPython: names with one leading
/// underscore first, then the rest.
void clear_module(Module* module) {
  for (int round = 0; round < 2; round++) {
    uint32_t position = 0;
    Value key, value;
    while (dict_next(module->dict, &position, &key, &value)) {
      if (!is_str(key) || value == kNone) continue;
      Str* name = key.as<Str>();
      bool underscore = name->length && name->at(0) == '_' && !(name->length > 1 && name->at(1) == '_');
      if (round == 0 && !underscore) continue;
      if (str_equals(name, "__builtins__")) continue;
      dict_set(module->dict, key, kNone);
    }
  }
}

/// What finalizers cannot do without, and what registers functions of its own to be called after a fork: those, and with them
/// all that their module holds, outlive the program in CPython.
constexpr std::string_view kLastingModules[] = {"sys", "builtins", "logging", "threading"};

/// Lets go of all other modules.
void forget_modules() {
  Own<List> names = make_list();
  uint32_t position = 0;
  Value key, value;
  while (dict_next(vm.modules, &position, &key, &value)) {
    bool lasts = false;
    for (std::string_view name : kLastingModules) lasts |= is_str(key) && str_equals(key.as<Str>(), name);
    if (!lasts) list_append(names.get(), key);
  }
  for (uint32_t i = 0; i < names->size; i++) dict_delete(vm.modules, names->items[i]);
  Module* main = vm.main_module;
  vm.main_module = nullptr;
  decref(Value(main));
}

/// Drops the program's own objects, so that what is still alive says so (coroutines never awaited, __del__). As CPython's
/// finalize_modules (pylifecycle.c): the modules are let go first, and what is garbage then is finalized while it still
/// finds all its globals.
void clear_program() {
  // Finalizers run below this: they cannot wait for an import's asset, nor come back when a budget is spent.
  vm.native_depth = 1;
  if (vm.hooks.at_exit) vm.hooks.at_exit();
  gc_collect(kGenerations - 1);
  forget_uncaught();
  Ref main = make_weakref(vm.main_module);
  forget_modules();
  gc_collect(kGenerations - 1);
  Object* left = main ? main.as<WeakRef>()->target : nullptr;
  if (left) clear_module(static_cast<Module*>(left));
  gc_collect(kGenerations - 1);
  vm.native_depth = 0;
}

/// The main thread's last act: waits for the threads that are no daemons.
class WaitForThreads final : public NativeFrame {
 public:
  explicit WaitForThreads(Value threading) : threading_(Ref::share(threading)) {}
  Next resume(Resumed how, Ref, Ref* result) override {
    if (how == Resumed::started) {
      Ref shutdown = get_attr(threading_, intern("_shutdown")), value;
      switch (shutdown ? call_from_native(shutdown, Args{}, &value) : Called::raised) {
        case Called::pushed: return Next::pushed;
        case Called::returned: break;
        case Called::raised: how = Resumed::raised; break;
      }
    }
    if (how == Resumed::raised) {
      Ref failure = take_pending();
      report_unraisable(failure.as<Exception>(), "Exception ignored on threading shutdown", threading_);
    }
    *result = none();
    return Next::done;
  }
  void traverse(Visitor& visit) override { visit(threading_); }

 private:
  Ref threading_;
};

/// The main thread's program is over. False: it has a last thing to do.
bool main_is_over(Thread& thread) {
  static bool waited_for_threads = false;
  Value threading = dict_get(vm.modules, intern("threading"));
  if (waited_for_threads || vm.stopped || !threading) return true;
  waited_for_threads = true;
  push_native(std::make_unique<WaitForThreads>(threading), OnReturn::entry);
  thread.state = ThreadState::ready;
  return false;
}

/// What a thread has besides its frames goes while it is still the current one: finalizers may look.
void drop_belongings(Thread& thread) {
  for (Value* owned : {&thread.pending, &thread.running_loop, &thread.local_data, &thread.context, &thread.asyncgen_firstiter,
                       &thread.asyncgen_finalizer}) {
    Value value = *owned;
    *owned = Value();
    xdecref(value);
  }
}

void thread_over(Thread& thread, Exit exit) {
  bool is_main = &thread == vm.threads.front();
  if (exit == Exit::raised) {
    Ref failure = take_pending();
    if (is_main) report_failure(std::move(failure));
  }
  if (is_main && !main_is_over(thread)) return;
  thread.state = ThreadState::finished;
  if (is_main) return;
  drop_belongings(thread);
  if (thread.ended) thread.ended(thread);
  if (vm.environment->observer) vm.environment->observer->thread_ended(thread.id);
}

/// Whose turn it was is over and gone.
bool current_is_gone = false;

/// The C++ half of a thread that is over and will not run again.
void bury(Thread* thread) {
  std::erase(vm.threads, thread);
  vm.current = vm.threads.front();
  current_is_gone = true;
  delete_thread(thread);
}

/// Program time at which something comes from outside.
double next_arrival() { return vm.environment->outside ? vm.environment->outside->next_arrival() : kForever; }

/// Nobody is ready: why run() comes back.
RunStatus why_idle() {
  if (vm.waiting_for_input) return RunStatus::input;
  for (Thread* t : vm.threads)
    if (t->state == ThreadState::blocked) return t->counts_as_blocking ? RunStatus::blocked : RunStatus::waiting;
  return RunStatus::waiting;
}

/// A requested step ends in the event loop, after one of a coroutine. Threads without a loop have steps of their own: until
/// one sleeps, waits for another or has to let the next one run.
void thread_gave_way(const Thread& thread) {
  bool over = thread.state == ThreadState::finished;
  if (over ? &thread == vm.threads.front() : static_cast<bool>(thread.running_loop)) return;
  if (vm.waiting_for_input || !vm.wanted_module.empty()) return;
  vm.step_requested = false;
  vm.step_done = true;
}

/// One turn of a thread, or the rest of one, of at most so many checks.
int32_t run_thread(Thread* thread, int32_t checks) {
  if (vm.current != thread || std::exchange(current_is_gone, false)) {
    vm.current = thread;
    if (vm.environment->observer) vm.environment->observer->thread_switched(thread->id);
  }
  vm.budget = vm.budget_start = std::min(checks, scheduler.turn());
  vm.budget_reserve = 0;
  if (gc_due) gc_collect_if_due();
  uint64_t before = vm.checks;
  Ref result;
  vm.native_depth = 1;
  Exit exit = interpret(*thread, &result);
  vm.native_depth = 0;
  sync_clock();
  int32_t used = std::max(1, static_cast<int32_t>(vm.checks - before));
  if (exit == Exit::returned || exit == Exit::raised) {
    result = Ref();
    thread_over(*thread, exit);
  }
  if (scheduler.has_run(thread, used) && vm.step_requested) thread_gave_way(*thread);
  if (thread->state == ThreadState::finished && thread != vm.threads.front()) bury(thread);
  return used;
}

}  // namespace

void initialize_vm(const HostHooks& hooks, loop::Environment& environment) {
  vm.hooks = hooks;
  vm.environment = &environment;
  vm.clock = environment.clock;
  names::initialize();
  ready_instructions();
  vm.current = new_thread("MainThread");
  scheduler.add(vm.current);
  ready_all_types();
  vm.modules = make_dict().release();
  vm.builtins = make_dict().release();
  if (hooks.install_library) hooks.install_library();
  gc_settle();
}

Own<CodeObject> compile_source(std::string_view source, std::string_view filename, std::string_view mode, uint32_t flags) {
  std::shared_ptr<const Code> code = vm.hooks.compile(source, filename, mode, flags);
  if (!code) return {};
  return make_code_object(std::move(code));
}

bool load_main(std::string_view source, std::string_view filename, std::string_view path) {
  register_source(filename, source);
  Own<Module> main = make_module("__main__");
  vm.main_module = Own<Module>(main).release();
  Own<Dict> annotations = make_dict();
  dict_set(main->dict, names::__annotations__, annotations);
  // In the program itself the module, in what it imports the module's dict: as in CPython.
  dict_set(main->dict, names::__builtins__, dict_get(vm.modules, intern("builtins")));
  dict_set(main->dict, names::__file__, make_str(path));
  dict_set(main->dict, intern("__cached__"), kNone);
  dict_set(vm.modules, Value(names::__main__), main);
  // Names of characters in string literals are looked up by a module: the import is one below native code.
  vm.native_depth = 1;
  Own<CodeObject> code = compile_source(source, filename, "exec");
  vm.native_depth = 0;
  if (!code) {
    thread_over(current_thread(), Exit::raised);
    scheduler.remove(vm.current);
    return false;
  }
  return push_code(code.get(), main->dict, main->dict, OnReturn::entry);
}

void sync_clock() {
  int32_t used = vm.budget_start - vm.budget;
  if (used <= 0) return;
  vm.budget_start = vm.budget;
  vm.checks += static_cast<uint64_t>(used);
  vm.clock->tick(static_cast<uint64_t>(used) * kInstructionsPerCheck);
}

double program_time() {
  sync_clock();
  return vm.clock->now();
}

RunStatus run(int32_t checks) {
  vm.step_done = false;
  vm.clock->let_go();
  int32_t remaining = checks;
  while (remaining > 0) {
    if (!vm.wanted_module.empty()) return RunStatus::module;
    if (vm.finished) return RunStatus::finished;
    Thread* main = vm.threads.front();
    if (main->state == ThreadState::finished) {
      vm.finished = true;
      vm.current = main;
      clear_program();
      return RunStatus::finished;
    }
    if (vm.environment->outside) vm.environment->outside->deliver_due();
    Thread* thread = scheduler.pick(vm.clock->peek());
    if (!thread) return why_idle();
    if (vm.stop_requested && thread == main && !thread->pending) {
      vm.stop_requested = false;
      vm.current = thread;
      raise(exc::KeyboardInterrupt, nullptr);
    }
    remaining -= run_thread(thread, remaining);
    if (vm.step_done) return RunStatus::stepped;
  }
  return RunStatus::budget;
}

bool wait_on_native_stack(Thread& thread) {
  // The caller's own turn ends here; the clock knows what it has used.
  sync_clock();
  int depth = vm.native_depth;
  scheduler.has_run(&thread, 0);
  thread.held = true;
  // A sleeper may hold what another would then wait for in vain, above it on the stack: all sleep with it.
  bool alone = std::string_view(thread.blocked_on) == "time.sleep";
  while (thread.state == ThreadState::blocked && !vm.stop_requested && !vm.finished) {
    if (vm.environment->outside) vm.environment->outside->deliver_due();
    Thread* other = scheduler.pick(vm.clock->peek());
    if (thread.state != ThreadState::blocked) break;
    if (other && !alone) {
      run_thread(other, kNestedSlice);
      continue;
    }
    // Who is ready now is held below this call: what it waits for comes from a sleeper, or from outside.
    double wake = alone ? thread.wake_at : std::min(scheduler.next_sleeper(), next_arrival());
    if (wake <= vm.clock->peek() || wake == kForever) break;
    if (vm.hooks.wait && vm.clock->mode() == loop::Clock::Mode::kReal)
      vm.hooks.wait(vm.clock->real_seconds_until(wake));
    else
      vm.clock->advance_to(wake);
  }
  thread.held = false;
  vm.current = &thread;
  vm.native_depth = depth;
  vm.budget = vm.budget_start = kNestedSlice;
  vm.budget_reserve = 0;
  if (thread.state != ThreadState::blocked) return true;
  scheduler.wake(&thread);
  if (vm.stop_requested) {
    vm.stop_requested = false;
    raise(exc::KeyboardInterrupt, nullptr);
  } else {
    raise(exc::RuntimeError, "%s inside a call that native code makes waits for something that cannot happen before that call ends",
          thread.blocked_on);
  }
  return false;
}

double wake_time() { return std::min(scheduler.wake_time(), next_arrival()); }

void request_stop() {
  vm.stop_requested = true;
  vm.stopped = true;
  scheduler.wake(vm.threads.front());
}

void write_stream(int stream, std::string_view utf8) {
  if (vm.hooks.write) vm.hooks.write(stream, utf8);
  if (vm.environment && vm.environment->observer) vm.environment->observer->output_written(stream, utf8.size(), 0);
}

void module_arrived() { vm.wanted_module.clear(); }

void input_arrived() {
  vm.waiting_for_input = false;
  for (Thread* t : vm.threads) unblock(t);
}

}  // namespace loopscope::python
