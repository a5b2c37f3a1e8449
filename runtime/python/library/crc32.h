// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace loopscope::python {

/// The checksum of zip, gzip and PNG, going on from `crc` (0 at the start).
uint32_t crc32(uint32_t crc, const uint8_t* data, size_t length);
/// zlib's checksum, going on from `sum` (1 at the start).
uint32_t adler32(uint32_t sum, const uint8_t* data, size_t length);

}  // namespace loopscope::python
