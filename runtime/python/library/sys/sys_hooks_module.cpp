// SPDX-License-Identifier: MIT
#include "python/library/library.h"
#include "python/library/struct_sequence.h"
#include "python/library/sys/sys_parts.h"
#include "python/vm/sys_hooks.h"
#include "python/vm/traceback.h"

/// sys.displayhook, excepthook, unraisablehook and the originals under __names__.
namespace loopscope::python {

namespace {

Ref displayhook(Value, const Value* args) { return default_display(args[0]) ? none() : Ref(); }

Ref excepthook(Value, const Value* args) {
  if (is_exception(args[1])) {
    print_exception(args[1].as<Exception>());
    return none();
  }
  return raise(exc::TypeError, "print_exception(): Exception expected for value, %T found", args[1]);
}

StructSequence hook_args;
const char* const kFields[] = {"exc_type", "exc_value", "exc_traceback", "err_msg", "object"};

Ref unraisablehook(Value, const Value* args) {
  if (!has_type(args[0], &hook_args.type))
    return raise(exc::TypeError, "sys.unraisablehook argument type must be UnraisableHookArgs");
  Value* fields = args[0].as<Tuple>()->items;
  if (is_exception(fields[1]))
    print_unraisable(fields[1].as<Exception>(), is_str(fields[3]) ? to_utf8(fields[3].as<Str>()) : "", fields[4]);
  return none();
}

const NativeDef kHooks[] = {
    {"displayhook", displayhook, "object, /"},
    {"excepthook", excepthook, "exctype, value, traceback, /"},
    {"unraisablehook", unraisablehook, "unraisable, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

bool add_sys_hooks(Module* sys) {
  ready_struct_sequence(&hook_args, "UnraisableHookArgs", kFields, 5);
  if (!module_add(sys, kHooks) || !module_add(sys, "UnraisableHookArgs", Value(&hook_args.type))) return false;
  for (const NativeDef* hook = kHooks; hook->name; hook++) {
    std::string original = std::string("__") + hook->name + "__";
    if (!module_add(sys, original.c_str(), dict_get(sys->dict, intern(hook->name)))) return false;
  }
  return true;
}

}  // namespace loopscope::python
