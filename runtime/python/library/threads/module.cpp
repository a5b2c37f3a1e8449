// SPDX-License-Identifier: MIT
#include "python/library/asyncio_module.h"
#include "python/library/struct_sequence.h"
#include "python/library/threads/objects.h"
#include "python/vm/exception.h"
#include "python/vm/int.h"
#include "python/vm/signature.h"
#include "python/vm/sys_hooks.h"
#include "python/vm/traceback.h"

namespace loopscope::python {

namespace {

StructSequence hook_args;

Ref allocate_lock(Value, const Value*) { return call(Value(&lock_type)); }
Ref get_ident(Value, const Value*) { return make_int(current_thread().id); }
Ref get_main_thread_ident(Value, const Value*) { return make_int(vm.threads.front()->id); }
Ref yes(Value, const Value*) { return boolean(true); }

Ref start_new_thread(Value, const Value* args) {
  if (!is_callable(args[0])) return raise(exc::TypeError, "first arg must be callable");
  if (!is_tuple(args[1])) return raise(exc::TypeError, "2nd arg must be a tuple");
  bool keywords = args[2] && args[2] != kNone;
  if (keywords && !is_dict(args[2])) return raise(exc::TypeError, "optional 3rd arg must be a dictionary");
  Own<ThreadHandle> handle = make_thread_handle(0, ThreadHandle::State::not_started);
  if (!handle || !start_thread_of(handle.get(), args[0], args[1].as<Tuple>(), keywords ? args[2].as<Dict>() : nullptr, true)) return {};
  return make_int(handle->ident);
}
Ref start_joinable_thread(Value, const Value* args) {
  if (!is_callable(args[0])) return raise(exc::TypeError, "thread function must be callable");
  int daemon = args[2] ? truth(args[2]) : 1;
  if (daemon < 0) return {};
  Own<ThreadHandle> handle = make_thread_handle(0, ThreadHandle::State::not_started);
  if (args[1] && args[1] != kNone) {
    if (!is_exact(args[1], thread_handle_type)) return raise(exc::TypeError, "'handle' must be a _ThreadHandle");
    handle = Own<ThreadHandle>::share(args[1].as<ThreadHandle>());
  }
  Own<Tuple> none_given = make_tuple(0);
  if (!handle || !start_thread_of(handle.get(), args[0], none_given.get(), nullptr, daemon == 1)) return {};
  return handle;
}
Ref make_running_handle(Value, const Value* args) {
  int64_t ident;
  if (!int_fits(args[0], &ident)) return raise(exc::TypeError, "ident must be an integer");
  return make_thread_handle(static_cast<uint32_t>(ident), ThreadHandle::State::running);
}
Ref exit_thread(Value, const Value*) { return raise(exc::SystemExit, nullptr); }
/// In the main thread at once, by way of the handlers that the program has set; from others as the host's Stop.
Ref interrupt_main(Value, const Value* args) {
  if (&current_thread() == vm.threads.front()) {
    Ref module = import_module("signal");
    Ref number = args[0] ? Ref::share(args[0]) : make_int(2);
    return module ? call_method(module, intern("raise_signal"), number) : Ref();
  }
  vm.stop_requested = true;
  unblock(vm.threads.front());
  return none();
}
Ref count(Value, const Value*) {
  int64_t n = 0;
  for (Thread* t : vm.threads) n += t->state != ThreadState::finished;
  return make_int(n - 1);
}
/// Threads use what they need; the size is remembered, since programs print it.
Ref stack_size(Value, const Value* args) {
  static int64_t current = 0;
  int64_t size = 0;
  if (args[0] && !to_int64(args[0], &size, OnOverflow::error)) return {};
  if (size < 0) return raise(exc::ValueError, "size must be 0 or a positive value");
  if (size > 0 && size < 32768) return raise(exc::ValueError, "size not valid: %S bytes", args[0]);
  Ref before = make_int(current);
  current = size;  // asking without a size sets it back, as in CPython
  return before;
}

/// threading.excepthook: what an exception that ends a thread prints.
Ref excepthook(Value, const Value* args) {
  if (type_of(args[0]) != &hook_args.type) return raise(exc::TypeError, "_thread.excepthook argument type must be ExceptHookArgs");
  Tuple* fields = args[0].as<Tuple>();
  if (fields->items[0] == Value(&exc::SystemExit)) return none();
  std::string name = std::to_string(current_thread().id);
  if (Value thread = fields->items[3]; thread != kNone) {
    Ref text = get_attr_or_null(thread, intern("_name"));
    Ref shown = text ? str(text) : Ref();
    if (shown) name = to_utf8(shown.as<Str>());
    clear_pending();
  }
  write_error_text("Exception in thread " + name + ":\n");
  if (has_type(fields->items[1], &exc::BaseException)) print_exception(fields->items[1].as<Exception>());
  return none();
}
Ref make_hook_args(Type*, const Args& args) {
  BoundArgs bound(*Signature::of("args, /"), {"ExceptHookArgs"}, args);
  Own<Tuple> values = bound ? to_tuple(bound[0]) : Own<Tuple>();
  if (!values) return {};
  if (values->size != 4) return raise(exc::TypeError, "_thread._ExceptHookArgs() takes a 4-sequence (%d-sequence given)", static_cast<int>(values->size));
  return make_struct_sequence(&hook_args, values->items);
}

const NativeDef kFunctions[] = {
    {"allocate_lock", allocate_lock, ""},
    {"allocate", allocate_lock, ""},
    {"get_ident", get_ident, ""},
    {"get_native_id", get_ident, ""},
    {"_get_main_thread_ident", get_main_thread_ident, ""},
    {"_is_main_interpreter", yes, ""},
    {"daemon_threads_allowed", yes, ""},
    {"start_new_thread", start_new_thread, "function, args, kwargs=None, /"},
    {"start_new", start_new_thread, "function, args, kwargs=None, /"},
    {"start_joinable_thread", start_joinable_thread, "function, handle=None, daemon=True"},
    {"_make_thread_handle", make_running_handle, "ident, /"},
    {"_shutdown", wait_for_all_threads, ""},
    {"exit", exit_thread, ""},
    {"exit_thread", exit_thread, ""},
    {"interrupt_main", interrupt_main, "signum=2, /"},
    {"stack_size", stack_size, "size=0, /"},
    {"_excepthook", excepthook, "args, /"},
    {"_count", count, ""},
    {nullptr, nullptr, nullptr},
};

bool initialize(Module* m) {
  ready_lock_types();
  ready_thread_handle_type();
  ready_local_type();
  static const char* const kFields[] = {"exc_type", "exc_value", "exc_traceback", "thread"};
  ready_struct_sequence(&hook_args, "_thread._ExceptHookArgs", kFields, 4);
  hook_args.type.new_ = make_hook_args;
  return module_add(m, kFunctions) && module_add(m, "LockType", Value(&lock_type)) && module_add_type(m, &lock_type) &&
         module_add_type(m, &rlock_type) && module_add_type(m, &thread_handle_type) && module_add_type(m, &local_type) &&
         module_add_type(m, &hook_args.type) && module_add(m, "error", Value(&exc::RuntimeError)) &&
         module_add(m, "TIMEOUT_MAX", make_float(9223372036.0));
}

}  // namespace

void register_thread_module() { register_native_module("_thread", initialize); }

}  // namespace loopscope::python
