// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "python/vm/vm.h"

namespace loopscope::host {

/// HostHooks::find_module: what is built in, then the assets in the folder library/ beside this program
/// (LOOPSCOPE_LIBRARY names another folder).
python::ModuleSearch find_module(std::string_view name, bool now, python::FoundModule* found);

/// HostHooks::read_source.
python::SourceKind read_source(const std::string& path, std::string* text);

}  // namespace loopscope::host
