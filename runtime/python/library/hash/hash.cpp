// SPDX-License-Identifier: MIT
#include "python/library/hash/hash.h"

#include <cstring>

namespace loopscope::python {

const HashAlgorithm* const kHashAlgorithms[] = {&kMd5,      &kSha1,     &kSha224,   &kSha256,   &kSha384,   &kSha512, &kSha3_224,
                                                &kSha3_256, &kSha3_384, &kSha3_512, &kShake128, &kShake256, nullptr};

HashState HashAlgorithm::start() const {
  HashState s;
  std::memset(&s, 0, sizeof s);
  s.algorithm = this;
  s.digest_size = digest_size;
  if (initial) std::memcpy(s.words64, initial, 64);
  return s;
}

void HashState::update(const void* data, size_t size) {
  auto bytes = static_cast<const uint8_t*>(data);
  const uint32_t block = algorithm->block_size;
  length += size;
  while (size) {
    if (buffered == block) {  // lazy algorithms only
      algorithm->compress(*this, buffer);
      buffered = 0;
    }
    if (!buffered && size > block) {
      algorithm->compress(*this, bytes);
      bytes += block;
      size -= block;
      continue;
    }
    size_t part = block - buffered < size ? block - buffered : size;
    std::memcpy(buffer + buffered, bytes, part);
    buffered += static_cast<uint32_t>(part);
    bytes += part;
    size -= part;
    if (buffered == block && !algorithm->lazy) {
      algorithm->compress(*this, buffer);
      buffered = 0;
    }
  }
}

void HashState::digest(uint8_t* out, size_t size) const {
  HashState copy = *this;
  algorithm->finish(copy, out, size);
}

}  // namespace loopscope::python
