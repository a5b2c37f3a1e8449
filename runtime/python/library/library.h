// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "python/vm/vm.h"

/// Builtins and modules: what hosts hang into HostHooks.
namespace loopscope::python {

/// HostHooks::install_library: fills builtins and registers native modules.
bool install_library();
/// Modules written in Python that are part of the program: what nearly every program loads (built_in_modules.txt).
bool find_built_in_module(std::string_view name, FoundModule* found);
bool is_built_in_module(std::string_view name);
/// Reads a module asset as runtime/toolchain/library.mjs makes them; false if it is damaged or of another version.
bool read_module_asset(std::string_view bytes, FoundModule* found);
/// HostHooks::at_exit: atexit callbacks, shutdown of what libraries still hold.
void library_at_exit();

// One for each area; called by install_library.
bool install_builtins();
/// exit, quit, help...
bool add_site_builtins();
void register_sys_module();
void register_io_module();
void register_os_modules();  // posix, errno
struct Module;
/// builtins.open.
bool add_open_builtin(Module* builtins);

}  // namespace loopscope::python
