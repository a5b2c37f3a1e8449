// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

/// Builtins and modules: what hosts hang into HostHooks.
namespace loopscope::python {

/// HostHooks::install_library: fills builtins and registers native modules.
bool install_library();
/// HostHooks::find_module: library modules written in Python (runtime/python/library/*.py, built into the program).
bool find_library_source(std::string_view name, std::string* source, std::string* filename, bool* is_package);
/// HostHooks::at_exit: atexit callbacks, shutdown of what libraries still hold.
void library_at_exit();

// One for each area; called by install_library.
bool install_builtins();
void register_sys_module();

}  // namespace loopscope::python
