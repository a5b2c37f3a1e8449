// SPDX-License-Identifier: MIT
#include "python/library/sys/sys_parts.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"
#include "python/vm/warning.h"

/// sys.settrace, setprofile and breakpointhook: a program may call them, but is told that nothing will come of it.
namespace loopscope::python {

namespace {

Ref set_function(Value function, const char* message) {
  return function == kNone || warn(exc::RuntimeWarning, message) ? none() : Ref();
}
Ref settrace(Value, const Value* args) {
  return set_function(args[0], "sys.settrace() has no effect: Loopscope calls no trace functions; its panels show what runs");
}
Ref setprofile(Value, const Value* args) {
  return set_function(args[0], "sys.setprofile() has no effect: Loopscope calls no profile functions; its timeline shows where time goes");
}
Ref get_none(Value, const Value*) { return none(); }
Ref breakpointhook(Value, const Args&) {
  return warn(exc::RuntimeWarning, "breakpoint() does not stop here: Loopscope has no pdb; pause and step with its buttons") ? none() : Ref();
}

const NativeDef kFunctions[] = {
    {"settrace", settrace, "function, /"},
    {"setprofile", setprofile, "function, /"},
    {"_settraceallthreads", settrace, "arg, /"},
    {"_setprofileallthreads", setprofile, "arg, /"},
    {"gettrace", get_none, ""},
    {"getprofile", get_none, ""},
    raw_native("breakpointhook", breakpointhook),
    {nullptr, nullptr, nullptr},
};

}  // namespace

bool add_sys_tracing(Module* sys) {
  return module_add(sys, kFunctions) && module_add(sys, "__breakpointhook__", dict_get(sys->dict, intern("breakpointhook")));
}

Ref builtin_breakpoint(Value, const Args& args) {
  Ref sys = import_module("sys");
  Ref hook = sys ? get_attr_or_null(sys, intern("breakpointhook")) : Ref();
  if (hook) return tail_call(hook, args);
  return failed() ? Ref() : Ref(raise(exc::RuntimeError, "lost sys.breakpointhook"));
}

}  // namespace loopscope::python
