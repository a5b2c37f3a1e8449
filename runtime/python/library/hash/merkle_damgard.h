// SPDX-License-Identifier: MIT
#pragma once

#include <cstring>

#include "python/library/hash/hash.h"

/// What MD5, SHA-1 and SHA-2 share.
namespace loopscope::python {

template <class Word>
Word load_big(const uint8_t* p) {
  Word w = 0;
  for (size_t i = 0; i < sizeof(Word); i++) w = static_cast<Word>(w << 8 | p[i]);
  return w;
}
template <class Word>
Word load_little(const uint8_t* p) {
  Word w = 0;
  for (size_t i = sizeof(Word); i-- > 0;) w = static_cast<Word>(w << 8 | p[i]);
  return w;
}

/// A one bit, zeros, and the length in bits in the last `width` bytes of a block; compresses.
inline void pad_with_length(HashState& s, uint32_t width, bool big_endian) {
  const uint64_t bits = s.length * 8;
  const uint32_t block = s.algorithm->block_size;
  s.buffer[s.buffered++] = 0x80;
  std::memset(s.buffer + s.buffered, 0, block - s.buffered);
  if (s.buffered > block - width) {
    s.algorithm->compress(s, s.buffer);
    std::memset(s.buffer, 0, block);
  }
  for (uint32_t i = 0; i < 8; i++)
    s.buffer[big_endian ? block - 1 - i : block - width + i] = static_cast<uint8_t>(bits >> (8 * i));
  s.algorithm->compress(s, s.buffer);
}

}  // namespace loopscope::python
