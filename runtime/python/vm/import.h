// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "python/vm/vm.h"

namespace loopscope::python {

/// The import statement and builtins.__import__: `level` leading dots relative to globals' __package__; with a non-empty
/// fromlist the last module of a dotted name, else the first. The module, or kFramePushed.
Ref import_with_level(std::string_view name, Dict* globals, Value fromlist, int level);
/// Is there a module of this name in C++?
bool is_native_module(std::string_view name);
/// Is its body still running?
bool module_is_loading(const Module* module);

/// A sentence for ModuleNotFoundError on why a known module is not here and what to use instead; empty for unknown ones.
void set_missing_module_hint(std::string (*hint)(std::string_view name));

}  // namespace loopscope::python
