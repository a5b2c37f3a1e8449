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

/// A module in Python source that is the program's own.
struct SourceModule {
  std::string path, text;  // a folder's without __init__.py: its path, no text
  bool is_package = false;
  bool is_file = false;
};
/// How such modules are found: `name` is the last part of a dotted name, `folders` where it may lie (null: sys.path).
void set_source_finder(bool (*find)(std::string_view name, Value folders, SourceModule* found));
/// Why a name may be missing in a module that lies beside the program: it may hide the one that was meant. Empty: it cannot.
std::string hidden_module_hint(const Module* module);

/// A sentence for ModuleNotFoundError on why a known module is not here and what to use instead; empty for unknown ones.
void set_missing_module_hint(std::string (*hint)(std::string_view name));

}  // namespace loopscope::python
