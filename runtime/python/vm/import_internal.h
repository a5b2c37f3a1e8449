// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "python/vm/frame.h"
#include "python/vm/import.h"

/// Between import.cpp (names, errors) and import_frame.cpp (loading).
namespace loopscope::python {

/// The initialiser of a module written in C++, or null.
ModuleInit find_native_module(std::string_view name, bool* is_package);
/// Looks for a module among the program's own files. `package` is what the parts before its last name lead to, or null.
bool find_source_module(std::string_view name, Value package, SourceModule* found);
/// Whether the modules of `package` are the library's.
bool is_library_package(Value package);
/// sys.modules[name], borrowed, or null.
Value loaded_module(std::string_view name);
/// ModuleNotFoundError with its `name`; `reason` follows what is missing.
Ref raise_missing(std::string_view name, const std::string& reason);
/// The same with the hint for a well-known name.
Ref raise_missing(std::string_view name);

/// Whether importing names from it may load modules: a package, or one with lazy names.
bool has_more_names(Value module);

/// Loads `name` and its parents, then what `fromlist` (may be null) names below it. The result is the module itself, or
/// with `wants_first` the first one of the dotted name.
void push_import(std::string_view name, Value fromlist, bool wants_first, OnReturn on_return);

}  // namespace loopscope::python
