// SPDX-License-Identifier: MIT
#include <bit>

#include "python/library/hash/hash.h"
#include "python/library/hash/merkle_damgard.h"

/// SHA-1 and MD5: broken for signatures, still asked for as checksums and by uuid3/uuid5.
namespace loopscope::python {

namespace {

constexpr uint64_t pair(uint32_t even, uint32_t odd) {
  return std::endian::native == std::endian::little ? even | uint64_t{odd} << 32 : uint64_t{even} << 32 | odd;
}
const uint64_t kInitial[8] = {pair(0x67452301, 0xefcdab89), pair(0x98badcfe, 0x10325476), pair(0xc3d2e1f0, 0)};

void compress_sha1(HashState& state, const uint8_t* block) {
  static const uint32_t kConstants[4] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
  uint32_t w[80];
  for (int i = 0; i < 16; i++) w[i] = load_big<uint32_t>(block + i * 4);
  for (int i = 16; i < 80; i++) w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  uint32_t* h = state.words32;
  uint32_t a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
  for (int i = 0; i < 80; i++) {
    uint32_t f = i / 20 == 0 ? (b & c) | (~b & d) : i / 20 == 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
    uint32_t next = std::rotl(a, 5) + f + e + kConstants[i / 20] + w[i];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  h[0] += a;
  h[1] += b;
  h[2] += c;
  h[3] += d;
  h[4] += e;
}
void finish_sha1(HashState& s, uint8_t* out, size_t size) {
  pad_with_length(s, 8, true);
  for (size_t i = 0; i < size; i++) out[i] = static_cast<uint8_t>(s.words32[i / 4] >> (24 - i % 4 * 8));
}

/// floor(2**32 * abs(sin(i + 1)))
const uint32_t kSines[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};

void compress_md5(HashState& state, const uint8_t* block) {
  static const uint8_t kTurns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
  uint32_t* h = state.words32;
  uint32_t a = h[0], b = h[1], c = h[2], d = h[3];
  for (int i = 0; i < 64; i++) {
    uint32_t f;
    int word;
    switch (i / 16) {
      case 0: f = (b & c) | (~b & d), word = i; break;
      case 1: f = (d & b) | (~d & c), word = 5 * i + 1; break;
      case 2: f = b ^ c ^ d, word = 3 * i + 5; break;
      default: f = c ^ (b | ~d), word = 7 * i;
    }
    f += a + kSines[i] + load_little<uint32_t>(block + word % 16 * 4);
    a = d;
    d = c;
    c = b;
    b += std::rotl(f, kTurns[i / 16][i % 4]);
  }
  h[0] += a;
  h[1] += b;
  h[2] += c;
  h[3] += d;
}
void finish_md5(HashState& s, uint8_t* out, size_t size) {
  pad_with_length(s, 8, false);
  for (size_t i = 0; i < size; i++) out[i] = static_cast<uint8_t>(s.words32[i / 4] >> (i % 4 * 8));
}

}  // namespace

const HashAlgorithm kSha1 = {"sha1", 64, 20, false, kInitial, compress_sha1, finish_sha1};
const HashAlgorithm kMd5 = {"md5", 64, 16, false, kInitial, compress_md5, finish_md5};

}  // namespace loopscope::python
