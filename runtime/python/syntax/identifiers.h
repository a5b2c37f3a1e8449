// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace loopscope::python {

/// NFKC of an identifier, as Python compares names (PEP 3131).
std::string normalise_identifier(std::string_view name);

}  // namespace loopscope::python
