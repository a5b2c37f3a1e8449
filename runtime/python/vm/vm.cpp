// SPDX-License-Identifier: MIT
#include "python/vm/vm.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "loop/environment.h"
#include "loop/observer.h"
#include "python/bytecode/code.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"
#include "python/vm/startup.h"
#include "python/vm/sys_hooks.h"
#include "python/vm/traceback.h"

namespace loopscope::python {

// Never destroyed: daemon threads are where they were when the program ended, and what they hold is not lost.
#if defined(__clang__)
[[clang::no_destroy]]
#endif
Vm vm;

Thread& current_thread() { return *vm.current; }

namespace {

/// Checks a thread may use before another ready one gets its turn (CPython's switch interval, made deterministic).
constexpr int32_t kSwitchChecks = 5000;
/// Instructions that one check stands for, on the virtual clock.
constexpr uint64_t kInstructionsPerCheck = 8;

constexpr double kForever = std::numeric_limits<double>::infinity();

size_t next_thread = 0;  // round robin

/// Whose turn was cut short by an import that waits for an asset, and what was left of it: it goes on as if nothing had
/// happened, so that the order of threads does not depend on the network.
Thread* interrupted_thread = nullptr;
int32_t interrupted_rest = 0;

Thread* new_thread(std::string_view name) {
  static uint32_t last_id = 0;
  Thread* thread = new Thread();
  thread->id = ++last_id;
  thread->name = name;
  vm.threads.push_back(thread);
  return thread;
}

bool is_ready(Thread* thread, double now) {
  if (thread->state == ThreadState::ready) return true;
  if (thread->state == ThreadState::blocked && thread->wake_at <= now) {
    thread->state = ThreadState::ready;
    return true;
  }
  return false;
}

Thread* pick_thread() {
  double now = vm.clock->peek();
  size_t n = vm.threads.size();
  for (size_t i = 0; i < n; i++) {
    size_t k = (next_thread + i) % n;
    if (is_ready(vm.threads[k], now)) {
      next_thread = (k + 1) % n;
      return vm.threads[k];
    }
  }
  return nullptr;
}

size_t ready_count() {
  size_t count = 0;
  for (Thread* t : vm.threads) count += t->state == ThreadState::ready;
  return count;
}

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
  if (vm.hooks.at_exit) vm.hooks.at_exit();
  gc_collect(kGenerations - 1);
  forget_uncaught();
  Ref main = make_weakref(vm.main_module);
  forget_modules();
  gc_collect(kGenerations - 1);
  Object* left = main ? main.as<WeakRef>()->target : nullptr;
  if (left) clear_module(static_cast<Module*>(left));
  gc_collect(kGenerations - 1);
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

/// Takes a thread other than the main one off the list. It stays the current one, and alive, until another has its turn.
void retire(Thread& thread) {
  auto at = std::find(vm.threads.begin(), vm.threads.end(), &thread);
  if (next_thread > static_cast<size_t>(at - vm.threads.begin())) next_thread--;
  vm.threads.erase(at);
}

/// Gives `thread` the turn, and frees the one before if that was its last.
void switch_to(Thread* thread) {
  Thread* before = vm.current;
  if (before == thread) return;
  vm.current = thread;
  if (before->state != ThreadState::finished || before == vm.threads.front()) return;
  free_stack(*before);
  delete before;
}

void thread_over(Thread& thread, Exit exit) {
  thread.state = ThreadState::finished;
  if (&thread == vm.threads.front()) {
    if (exit == Exit::raised) report_failure(take_pending());
    return;
  }
  drop_belongings(thread);
  if (vm.environment->observer) vm.environment->observer->thread_ended(thread.id);
  retire(thread);
}

class ThreadBody final : public NativeFrame {
 public:
  ThreadBody(Value callable, Tuple* args, Dict* kwargs)
      : callable_(Ref::share(callable)), args_(Ref::share(args)), kwargs_(Ref::share(kwargs)) {}
  Next resume(Resumed how, Ref, Ref* result) override {
    if (how == Resumed::raised) report_failure();
    if (how != Resumed::started) {
      *result = none();
      return Next::done;
    }
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
    switch (call_from_native(callable_, Args{all->items, args->size, names.get()}, result)) {
      case Called::pushed: return Next::pushed;
      case Called::returned: break;
      case Called::raised: report_failure(); break;
    }
    *result = none();
    return Next::done;
  }
  void traverse(Visitor& visit) override {
    visit(callable_);
    visit(args_);
    visit(kwargs_);
  }

 private:
  /// Nobody waits for what a thread raises. `threading` has a hook of its own and lets nothing through to here.
  void report_failure() {
    Ref failure = take_pending();
    if (has_type(failure, &exc::SystemExit)) return;
    Ref text = repr(callable_);
    clear_pending();
    std::string header = "Exception ignored in thread started by ";
    report_unraisable(failure.as<Exception>(), header + (text ? to_utf8(text.as<Str>()) : "<object repr() failed>"), {});
  }

  Ref callable_, args_, kwargs_;
};

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

void initialize_vm(const HostHooks& hooks, loop::Environment& environment) {
  vm.hooks = hooks;
  vm.environment = &environment;
  vm.clock = environment.clock;
  names::initialize();
  ready_instructions();
  vm.current = new_thread("MainThread");
  ready_all_types();
  vm.modules = make_dict().release();
  vm.builtins = make_dict().release();
  if (hooks.install_library) hooks.install_library();
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
  dict_set(main->dict, names::__builtins__, Value(vm.builtins));
  dict_set(main->dict, names::__file__, make_str(path));
  Own<Dict> annotations = make_dict();
  dict_set(main->dict, names::__annotations__, annotations);
  dict_set(vm.modules, Value(names::__main__), main);
  // Names of characters in string literals are looked up by a module: the import is one below native code.
  vm.native_depth = 1;
  Own<CodeObject> code = compile_source(source, filename, "exec");
  vm.native_depth = 0;
  if (!code) {
    thread_over(current_thread(), Exit::raised);
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
    Thread* thread = interrupted_thread ? interrupted_thread : pick_thread();
    if (!thread) {
      bool alive = false;
      for (Thread* t : vm.threads) alive |= t->state != ThreadState::finished && !t->daemon;
      if (!alive) {
        if (!vm.finished) {
          vm.finished = true;
          switch_to(vm.threads.front());
          clear_program();
        }
        return RunStatus::finished;
      }
      if (vm.waiting_for_input) return RunStatus::input;
      for (Thread* t : vm.threads)
        if (t->state == ThreadState::blocked) return t->counts_as_blocking ? RunStatus::blocked : RunStatus::waiting;
      return RunStatus::waiting;
    }
    if (vm.stop_requested && thread == vm.threads.front() && !thread->pending) {
      vm.stop_requested = false;
      switch_to(thread);
      raise(exc::KeyboardInterrupt, nullptr);
    }
    int32_t slice = ready_count() > 1 && remaining > kSwitchChecks ? kSwitchChecks : remaining;
    if (interrupted_thread && interrupted_rest > 0) slice = interrupted_rest;
    interrupted_thread = nullptr;
    if (vm.current != thread) {
      switch_to(thread);
      if (vm.environment->observer) vm.environment->observer->thread_switched(thread->id);
    }
    vm.budget = vm.budget_start = slice;
    vm.budget_reserve = 0;
    if (gc_due) gc_collect_if_due();
    uint64_t before = vm.checks;
    Ref result;
    vm.native_depth = 1;
    Exit exit = interpret(*thread, &result);
    vm.native_depth = 0;
    if (!vm.wanted_module.empty()) {
      interrupted_thread = thread;
      interrupted_rest = vm.budget;
    }
    sync_clock();
    uint64_t used = vm.checks - before;
    remaining -= used > 0 ? static_cast<int32_t>(used) : 1;
    if (exit == Exit::returned || exit == Exit::raised) thread_over(*thread, exit);
    if (vm.step_done) return RunStatus::stepped;
  }
  return RunStatus::budget;
}

double wake_time() {
  double earliest = kForever;
  for (Thread* t : vm.threads) {
    if (t->state == ThreadState::ready) return 0;
    if (t->state == ThreadState::blocked && t->wake_at < earliest) earliest = t->wake_at;
  }
  return earliest;
}

void request_stop() {
  vm.stop_requested = true;
  Thread* main = vm.threads.front();
  if (main->state == ThreadState::blocked) main->state = ThreadState::ready;
}

void write_stream(int stream, std::string_view utf8) {
  if (vm.hooks.write) vm.hooks.write(stream, utf8);
  if (vm.environment && vm.environment->observer) vm.environment->observer->output_written(stream, utf8.size(), 0);
}

Thread* start_thread(std::string_view name, Value callable, Tuple* args, Dict* kwargs) {
  Thread* thread = new_thread(name);
  if (vm.environment->observer) vm.environment->observer->thread_started(thread->id, name);
  Thread* here = vm.current;
  vm.current = thread;
  push_native(std::make_unique<ThreadBody>(callable, args, kwargs), OnReturn::entry);
  vm.current = here;
  return thread;
}

void unblock(Thread* thread) {
  if (thread->state == ThreadState::blocked) thread->state = ThreadState::ready;
}

Ref block_until(double deadline, const char* what) {
  push_native(std::make_unique<Block>(deadline, what), OnReturn::push);
  return frame_pushed();
}

void module_arrived() { vm.wanted_module.clear(); }

void input_arrived() {
  vm.waiting_for_input = false;
  for (Thread* t : vm.threads) unblock(t);
}

}  // namespace loopscope::python
