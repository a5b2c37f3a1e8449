// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "python/vm/vm.h"

/// Library modules that the worker fetches for the program.
namespace loopscope::host {

/// HostHooks::find_module: what is built in, what was provided, else `later`: the worker is to be asked for it.
python::ModuleSearch find_module(std::string_view name, bool now, python::FoundModule* found);

enum class Provided { absent = 0, asset = 1, failed = 2 };
/// The worker's answer. `bytes`: the asset, or a sentence on why it could not be fetched; the next import asks again then.
void provide_module(std::string_view name, Provided what, std::string_view bytes);

/// {"modules": [...], "native": [...]}: what a program's import statements name and what names in it will make asyncio
/// load; "native" are parts of the runtime. So the worker can fetch everything in parallel while the program starts. After
/// initialize_vm.
std::string imports_json(const python::Code& code);

}  // namespace loopscope::host
