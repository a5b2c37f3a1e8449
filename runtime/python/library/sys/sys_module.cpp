// SPDX-License-Identifier: MIT
#include "python/library/library.h"
#include "python/library/stream.h"
#include "python/library/struct_sequence.h"
#include "python/library/sys/sys_parts.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/names.h"
#include "python/vm/scheduler.h"
#include "python/vm/traceback.h"
#include "python/vm/vm.h"

namespace loopscope::python {

namespace {

Ref exit_(Value, const Value* args) {
  if (!args[0] || args[0] == kNone) return raise(exc::SystemExit, nullptr);
  return raise_with(exc::SystemExit, args[0]);
}

Ref exception(Value, const Value*) {
  Value v = handled_exception();
  return v ? Ref::share(v) : none();
}
Ref exc_info(Value, const Value*) {
  Value v = handled_exception();
  if (!v) return tuple_of(kNone, kNone, kNone);
  Value traceback = v.as<Exception>()->traceback;
  return tuple_of(Value(type_of(v)), v, traceback ? traceback : kNone);
}
Ref getrecursionlimit(Value, const Value*) { return make_int(vm.recursion_limit); }
Ref setrecursionlimit(Value, const Value* args) {
  int64_t n;
  if (!is_int(args[0]) || !int_fits(args[0], &n)) return raise(exc::TypeError, "'%T' object cannot be interpreted as an integer", args[0]);
  if (n < 1) return raise(exc::ValueError, "recursion limit must be greater or equal than 1");
  vm.recursion_limit = n > 1000000 ? 1000000 : static_cast<int>(n);
  return none();
}

Ref getframe(Value, const Value* args) {
  int64_t depth = 0;
  if (args[0] && !int_fits(args[0], &depth)) return {};
  Frame* frame = current_thread().top;
  for (; frame; frame = frame->back) {
    if (!frame->code) continue;
    if (depth-- == 0) return frame_object(frame);
  }
  return raise(exc::ValueError, "call stack is not deep enough");
}

Ref intern_(Value, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "intern() argument must be str, not %T", args[0]);
  return Ref::share(intern(args[0].as<Str>()));
}
StructSequence asyncgen_hooks_type;
Ref get_asyncgen_hooks(Value, const Value*) {
  static const char* const kNames[] = {"firstiter", "finalizer"};
  if (!asyncgen_hooks_type.count) ready_struct_sequence(&asyncgen_hooks_type, "sys.asyncgen_hooks", kNames, 2);
  Thread& t = current_thread();
  Value hooks[] = {t.asyncgen_firstiter ? t.asyncgen_firstiter : kNone, t.asyncgen_finalizer ? t.asyncgen_finalizer : kNone};
  return make_struct_sequence(&asyncgen_hooks_type, hooks);
}
Ref set_asyncgen_hooks(Value, const Value* args) {
  Thread& t = current_thread();
  for (int i : {1, 0})
    if (args[i] && args[i] != kNone && !is_callable(args[i]))
      return raise(exc::TypeError, "callable %s expected, got %T", i ? "finalizer" : "firstiter", args[i]);
  if (args[0]) assign(t.asyncgen_firstiter, args[0] == kNone ? Value() : args[0]);
  if (args[1]) assign(t.asyncgen_finalizer, args[1] == kNone ? Value() : args[1]);
  return none();
}
Ref getswitchinterval(Value, const Value*) { return make_float(scheduler.interval()); }
Ref setswitchinterval(Value, const Value* args) {
  double seconds;
  if (!to_double(args[0], &seconds)) return {};
  if (!(seconds > 0)) return raise(exc::ValueError, "switch interval must be strictly positive");
  scheduler.set_interval(seconds);
  return none();
}
Ref return_utf8(Value, const Value*) { return make_str("utf-8"); }
Ref get_origin_depth(Value, const Value*) { return Ref::small(vm.origin_depth); }
Ref set_origin_depth(Value, const Value* args) {
  int64_t depth;
  if (!int_fits(args[0], &depth)) return raise(exc::TypeError, "'%T' object cannot be interpreted as an integer", args[0]);
  if (depth < 0) return raise(exc::ValueError, "depth must be >= 0");
  vm.origin_depth = static_cast<int>(depth > 1000 ? 1000 : depth);
  return none();
}

const NativeDef kFunctions[] = {
    {"exit", exit_, "status=None, /"},
    {"exception", exception, ""},
    {"exc_info", exc_info, ""},
    {"getrecursionlimit", getrecursionlimit, ""},
    {"setrecursionlimit", setrecursionlimit, "limit, /"},
    {"_getframe", getframe, "depth=0, /"},
    {"intern", intern_, "string, /"},
    {"get_asyncgen_hooks", get_asyncgen_hooks, ""},
    {"set_asyncgen_hooks", set_asyncgen_hooks, "firstiter=None, finalizer=None"},
    {"getswitchinterval", getswitchinterval, ""},
    {"setswitchinterval", setswitchinterval, "interval, /"},
    {"getdefaultencoding", return_utf8, ""},
    {"getfilesystemencoding", return_utf8, ""},
    {"get_coroutine_origin_tracking_depth", get_origin_depth, ""},
    {"set_coroutine_origin_tracking_depth", set_origin_depth, "depth"},
    {nullptr, nullptr, nullptr},
};

bool add_streams(Module* m) {
  static const char* const kNames[] = {"stdin", "stdout", "stderr"};
  for (int i = 0; i < 3; i++) {
    Ref stream = make_host_stream(i);
    if (!stream || !module_add(m, kNames[i], stream) || !module_add(m, (std::string("__") + kNames[i] + "__").c_str(), stream)) return false;
  }
  return true;
}

bool initialize(Module* m) {
  return module_add(m, kFunctions) && module_add(m, "modules", vm.modules) && add_sys_facts(m) && add_streams(m) &&
         add_sys_hooks(m) && add_sys_sizes(m) && add_sys_tracing(m) && module_add_lazy(m, "_sys_more", "implementation stdlib_module_names");
}

}  // namespace

void register_sys_module() { register_native_module("sys", initialize); }

}  // namespace loopscope::python
