// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// The parts of the module `sys`; each adds its names. sys_module.cpp puts them together.
namespace loopscope::python {

bool add_sys_hooks(Module* sys);    // displayhook, excepthook, unraisablehook
bool add_sys_facts(Module* sys);    // version, flags, int_info, platform...
bool add_sys_sizes(Module* sys);    // getsizeof, getrefcount
bool add_sys_tracing(Module* sys);  // settrace, setprofile, breakpointhook: what is not here

/// builtins.breakpoint: calls sys.breakpointhook.
Ref builtin_breakpoint(Value, const Args& args);

}  // namespace loopscope::python
