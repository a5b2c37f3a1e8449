// SPDX-License-Identifier: MIT
#include "python/library/files/chance.h"

#include <cstdint>

#include "python/vm/vm.h"

namespace loopscope::python::files {

void chance_bytes(void* out, size_t count) {
  // SplitMix64.
  static uint64_t state = (vm.has_seed ? vm.seed : vm.seed ^ static_cast<uint64_t>(vm.start_unix_ns)) + 0x6f73;
  auto* bytes = static_cast<uint8_t*>(out);
  uint64_t word = 0;
  for (size_t i = 0; i < count; i++) {
    if (i % 8 == 0) {
      word = state += 0x9e3779b97f4a7c15;
      word = (word ^ word >> 30) * 0xbf58476d1ce4e5b9;
      word = (word ^ word >> 27) * 0x94d049bb133111eb;
      word ^= word >> 31;
    }
    bytes[i] = static_cast<uint8_t>(word >> 8 * (i % 8));
  }
}

}  // namespace loopscope::python::files
