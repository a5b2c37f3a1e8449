// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "python/vm/objects.h"

namespace loopscope::python {

/// The candidate that `wrong` most likely meant, or empty. CPython's edit costs and limits.
std::string nearest_name(const std::vector<std::string>& candidates, const std::string& wrong);
/// ". Did you mean 'x'?" for a keyword argument that no parameter takes, or empty.
std::string keyword_hint(const std::vector<std::string>& parameters, Str* keyword);
/// TypeError for the call of what cannot be called. A module that has something callable of its own name is a hint.
Ref raise_not_callable(Value callee);

}  // namespace loopscope::python
