// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace loopscope::python {

/// Fractions of the square roots of the first 8 primes, and of the next 8: BLAKE2 begins with the first too.
extern const uint64_t kSquareRoots[8], kLaterSquareRoots[8];

}  // namespace loopscope::python
