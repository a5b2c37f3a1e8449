// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace loopscope::python {

/// FIPS 180-4; random.seed(text) is defined by it.
std::array<uint8_t, 64> sha512(const void* data, size_t length);

}  // namespace loopscope::python
