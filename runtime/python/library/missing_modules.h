// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace loopscope::python {

/// Why a well-known module is not here and what to use instead: the end of ModuleNotFoundError's message. Empty for names
/// that nobody knows. Every module of CPython's standard library either imports or is in here
/// (tests/conformance/standard_library.mjs asks for each).
std::string missing_module_hint(std::string_view name);

}  // namespace loopscope::python
