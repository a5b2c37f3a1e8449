// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "python/vm/import.h"

namespace loopscope::python::files {

/// set_source_finder: modules that the program has written into its files, and on hosts with files what lies beside it.
/// As CPython's FileFinder: in each folder a package, then a file, then a folder without __init__.py.
bool find_source_module(std::string_view name, Value folders, SourceModule* found);

}  // namespace loopscope::python::files
