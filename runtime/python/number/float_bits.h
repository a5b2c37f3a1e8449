// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

/// Exact assembly of doubles.
namespace loopscope::python {

/// mantissa * 2**exponent, a little more if `sticky`, rounded half to even; subnormals too; infinity on overflow.
/// `mantissa` has its top bit set, or is 0.
double round_to_double(uint64_t mantissa, int64_t exponent, bool sticky);

}  // namespace loopscope::python
