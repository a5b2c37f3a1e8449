// SPDX-License-Identifier: MIT
#include <bit>
#include <cstring>

#include "python/library/hash/hash.h"
#include "python/library/hash/merkle_damgard.h"

/// SHA-3 and SHAKE: the Keccak sponge (FIPS 202).
namespace loopscope::python {

namespace {

/// The next bit of the round constants' shift register.
bool next_bit(uint8_t* lfsr) {
  bool bit = *lfsr & 1;
  *lfsr = static_cast<uint8_t>(*lfsr & 0x80 ? *lfsr << 1 ^ 0x71 : *lfsr << 1);
  return bit;
}

void permute(uint64_t a[25]) {
  uint8_t lfsr = 1;
  for (int round = 0; round < 24; round++) {
    uint64_t c[5];  // theta
    for (int x = 0; x < 5; x++) c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    for (int i = 0; i < 25; i++) a[i] ^= c[(i + 4) % 5] ^ std::rotl(c[(i + 1) % 5], 1);
    uint64_t moved = a[1];  // rho and pi: one walk through all lanes but the first
    for (int t = 0, x = 1, y = 0; t < 24; t++) {
      int next_x = y;
      y = (2 * x + 3 * y) % 5;
      x = next_x;
      uint64_t here = a[x + 5 * y];
      a[x + 5 * y] = std::rotl(moved, (t + 1) * (t + 2) / 2 % 64);
      moved = here;
    }
    for (int y = 0; y < 25; y += 5) {  // chi
      for (int x = 0; x < 5; x++) c[x] = a[y + x];
      for (int x = 0; x < 5; x++) a[y + x] = c[x] ^ (~c[(x + 1) % 5] & c[(x + 2) % 5]);
    }
    for (int j = 0; j < 7; j++)  // iota
      if (next_bit(&lfsr)) a[0] ^= uint64_t{1} << ((1 << j) - 1);
  }
}

void absorb(HashState& s, const uint8_t* block) {
  for (uint32_t i = 0; i < s.algorithm->block_size / 8u; i++) s.words64[i] ^= load_little<uint64_t>(block + i * 8);
  permute(s.words64);
}

void finish(HashState& s, uint8_t* out, size_t size) {
  const uint32_t block = s.algorithm->block_size;
  std::memset(s.buffer + s.buffered, 0, block - s.buffered);
  s.buffer[s.buffered] = s.algorithm->digest_size ? 0x06 : 0x1F;
  s.buffer[block - 1] |= 0x80;
  absorb(s, s.buffer);
  for (size_t i = 0; i < size; i++) {
    uint32_t at = static_cast<uint32_t>(i % block);
    if (i && !at) permute(s.words64);
    out[i] = static_cast<uint8_t>(s.words64[at / 8] >> (at % 8 * 8));
  }
}

}  // namespace

const HashAlgorithm kSha3_224 = {"sha3_224", 144, 28, false, nullptr, absorb, finish};
const HashAlgorithm kSha3_256 = {"sha3_256", 136, 32, false, nullptr, absorb, finish};
const HashAlgorithm kSha3_384 = {"sha3_384", 104, 48, false, nullptr, absorb, finish};
const HashAlgorithm kSha3_512 = {"sha3_512", 72, 64, false, nullptr, absorb, finish};
const HashAlgorithm kShake128 = {"shake_128", 168, 0, false, nullptr, absorb, finish};
const HashAlgorithm kShake256 = {"shake_256", 136, 0, false, nullptr, absorb, finish};

}  // namespace loopscope::python
