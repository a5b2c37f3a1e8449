// SPDX-License-Identifier: MIT
#include <bit>
#include <cstring>

#include "python/library/hash/hash.h"
#include "python/library/hash/merkle_damgard.h"
#include "python/library/hash/sha2.h"

/// BLAKE2b and BLAKE2s (RFC 7693), with key, salt, personalisation and tree parameters.
namespace loopscope::python {

namespace {

const uint8_t kOrder[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};

/// Where the four words of each of a round's eight mixings are.
const uint8_t kMixing[8][4] = {{0, 4, 8, 12}, {1, 5, 9, 13}, {2, 6, 10, 14}, {3, 7, 11, 15},
                               {0, 5, 10, 15}, {1, 6, 11, 12}, {2, 7, 8, 13}, {3, 4, 9, 14}};

template <class Word>
constexpr int kTurn[4] = {32, 24, 16, 63};
template <>
constexpr int kTurn<uint32_t>[4] = {16, 12, 8, 7};

template <class Word>
Word initial(int i) {
  return static_cast<Word>(kSquareRoots[i] >> (64 - 8 * sizeof(Word)));
}
template <class Word>
Word* words(HashState& s) {
  if constexpr (sizeof(Word) == 8) return s.words64;
  else return s.words32;
}

template <class Word>
void mix(HashState& s, const uint8_t* block, uint64_t counted, bool last) {
  Word v[16], m[16];
  Word* h = words<Word>(s);
  for (int i = 0; i < 16; i++) m[i] = load_little<Word>(block + i * sizeof(Word));
  for (int i = 0; i < 8; i++) {
    v[i] = h[i];
    v[i + 8] = initial<Word>(i);
  }
  v[12] ^= static_cast<Word>(counted);
  if constexpr (sizeof(Word) == 4) v[13] ^= static_cast<Word>(counted >> 32);
  if (last) {
    v[14] = static_cast<Word>(~v[14]);
    if (s.last_node) v[15] = static_cast<Word>(~v[15]);
  }
  for (int round = 0; round < (sizeof(Word) == 8 ? 12 : 10); round++) {
    for (int i = 0; i < 8; i++) {
      Word &a = v[kMixing[i][0]], &b = v[kMixing[i][1]], &c = v[kMixing[i][2]], &d = v[kMixing[i][3]];
      for (int half = 0; half < 2; half++) {
        a += b + m[kOrder[round % 10][2 * i + half]];
        d = std::rotr(static_cast<Word>(d ^ a), kTurn<Word>[2 * half]);
        c += d;
        b = std::rotr(static_cast<Word>(b ^ c), kTurn<Word>[2 * half + 1]);
      }
    }
  }
  for (int i = 0; i < 8; i++) h[i] ^= v[i] ^ v[i + 8];
}

/// What is not compressed yet when this runs: the block itself is counted, what came after it is not. As the buffer waits
/// until more is there, `length` may be ahead by the part being added; so the count is kept in the last state word.
template <class Word>
void compress(HashState& s, const uint8_t* block) {
  uint64_t& counted = s.words64[24];
  counted += s.algorithm->block_size;
  mix<Word>(s, block, counted, false);
}

template <class Word>
void finish(HashState& s, uint8_t* out, size_t size) {
  std::memset(s.buffer + s.buffered, 0, s.algorithm->block_size - s.buffered);
  mix<Word>(s, s.buffer, s.words64[24] + s.buffered, true);
  const Word* h = words<Word>(s);
  for (size_t i = 0; i < size; i++)
    out[i] = static_cast<uint8_t>(h[i / sizeof(Word)] >> (i % sizeof(Word) * 8));
}

}  // namespace

const HashAlgorithm kBlake2b = {"blake2b", 128, 64, true, nullptr, compress<uint64_t>, finish<uint64_t>};
const HashAlgorithm kBlake2s = {"blake2s", 64, 32, true, nullptr, compress<uint32_t>, finish<uint32_t>};

HashState blake2_start(const HashAlgorithm& algorithm, const Blake2Parameters& p) {
  HashState s = algorithm.start();
  const bool wide = algorithm.block_size == 128;
  s.digest_size = p.digest_size;
  s.last_node = p.last_node;
  uint8_t block[128] = {p.digest_size, static_cast<uint8_t>(p.key.size()), p.fanout, p.depth};
  auto put = [&](int at, uint64_t v, int bytes) {
    for (int i = 0; i < bytes; i++) block[at + i] = static_cast<uint8_t>(v >> (8 * i));
  };
  put(4, p.leaf_size, 4);
  put(8, p.node_offset, wide ? 8 : 6);
  block[wide ? 16 : 14] = p.node_depth;
  block[wide ? 17 : 15] = p.inner_size;
  p.salt.copy(reinterpret_cast<char*>(block + (wide ? 32 : 16)), p.salt.size());
  p.person.copy(reinterpret_cast<char*>(block + (wide ? 48 : 24)), p.person.size());
  for (int i = 0; i < 8; i++) {
    if (wide) s.words64[i] = initial<uint64_t>(i) ^ load_little<uint64_t>(block + i * 8);
    else s.words32[i] = initial<uint32_t>(i) ^ load_little<uint32_t>(block + i * 4);
  }
  if (!p.key.empty()) {
    std::memset(block, 0, sizeof block);
    std::memcpy(block, p.key.data(), p.key.size());
    s.update(block, algorithm.block_size);
  }
  return s;
}

}  // namespace loopscope::python
