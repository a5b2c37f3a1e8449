// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace loopscope::python::files {

/// os.urandom: bytes that follow from the run's seed, or else from the moment at which it started, so that a run can be
/// repeated. Not for secrets.
void chance_bytes(void* out, size_t count);

}  // namespace loopscope::python::files
