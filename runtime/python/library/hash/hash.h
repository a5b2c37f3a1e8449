// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Message digests: MD5, SHA-1, SHA-2 (FIPS 180-4), SHA-3 and SHAKE (FIPS 202), BLAKE2 (RFC 7693). Self-contained: nothing
/// of the virtual machine.
namespace loopscope::python {

struct HashAlgorithm;

/// A digest being made. Copying it is a plain copy.
struct HashState {
  const HashAlgorithm* algorithm;
  union {
    uint32_t words32[8];
    uint64_t words64[25];
  };
  uint64_t length;      // bytes so far
  uint32_t buffered;    // of them, those still in `buffer`
  uint32_t digest_size; // may be chosen with BLAKE2
  bool last_node;       // BLAKE2's tree mode
  uint8_t buffer[168];

  void update(const void* data, size_t size);
  /// Leaves the state as it is. `size`: digest_size, or any for SHAKE.
  void digest(uint8_t* out, size_t size) const;
};

struct HashAlgorithm {
  const char* name;
  uint16_t block_size, digest_size;  // digest_size 0: any length (SHAKE)
  bool lazy;                         // the last block is treated differently, so a full buffer waits (BLAKE2)
  const uint64_t* initial;           // the chaining value; null: zeros
  void (*compress)(HashState&, const uint8_t* block);
  /// Pads, and writes the digest.
  void (*finish)(HashState&, uint8_t* out, size_t size);

  HashState start() const;
};

extern const HashAlgorithm kMd5, kSha1, kSha224, kSha256, kSha384, kSha512, kSha3_224, kSha3_256, kSha3_384, kSha3_512,
    kShake128, kShake256, kBlake2b, kBlake2s;
/// The algorithms above but BLAKE2; ends with null.
extern const HashAlgorithm* const kHashAlgorithms[];

/// Parameters of BLAKE2 as in RFC 7693 and the BLAKE2 paper; sizes are checked by the caller.
struct Blake2Parameters {
  uint8_t digest_size;
  std::string_view key, salt, person;
  uint8_t fanout = 1, depth = 1, node_depth = 0, inner_size = 0;
  uint32_t leaf_size = 0;
  uint64_t node_offset = 0;
  bool last_node = false;
};
HashState blake2_start(const HashAlgorithm& algorithm, const Blake2Parameters& parameters);

}  // namespace loopscope::python
