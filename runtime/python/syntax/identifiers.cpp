// SPDX-License-Identifier: MIT
#include "python/syntax/identifiers.h"

namespace loopscope::python {

std::string normalise_identifier(std::string_view name) { return std::string(name); }

}  // namespace loopscope::python
