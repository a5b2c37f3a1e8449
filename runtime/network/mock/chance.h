// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace loopscope::network {

/// SplitMix64: a few bytes that look random and are the same for the same seed, here and in tests/network/mock_server.py.
class Chance {
 public:
  explicit Chance(uint64_t seed) : state_(seed) {}
  uint64_t next() {
    uint64_t z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
    z = (z ^ z >> 27) * 0x94D049BB133111EB;
    return z ^ z >> 31;
  }
  /// Below `limit`, which is small.
  uint32_t below(uint32_t limit) { return static_cast<uint32_t>(next() % limit); }

 private:
  uint64_t state_;
};

/// FNV-1a: a seed out of a text.
inline uint64_t seed_of(std::string_view text) {
  uint64_t hash = 0xCBF29CE484222325;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

}  // namespace loopscope::network
