// SPDX-License-Identifier: MIT
#include "python/library/crc32.h"

namespace loopscope::python {

namespace {

struct Table {
  uint32_t of[256];
  constexpr Table() : of{} {
    for (uint32_t i = 0; i < 256; i++) {
      uint32_t c = i;
      for (int bit = 0; bit < 8; bit++) c = c & 1 ? c >> 1 ^ 0xEDB88320u : c >> 1;
      of[i] = c;
    }
  }
};

}  // namespace

uint32_t crc32(uint32_t crc, const uint8_t* data, size_t length) {
  static const Table table;  // worked out when first needed, so that it is not part of the program
  crc = ~crc;
  for (size_t i = 0; i < length; i++) crc = table.of[(crc ^ data[i]) & 0xFF] ^ crc >> 8;
  return ~crc;
}

uint32_t adler32(uint32_t sum, const uint8_t* data, size_t length) {
  uint32_t a = sum & 0xFFFF, b = sum >> 16;
  while (length) {
    size_t part = length < 5552 ? length : 5552;  // as long as b cannot overflow
    length -= part;
    while (part--) b += a += *data++;
    a %= 65521;
    b %= 65521;
  }
  return b << 16 | a;
}

}  // namespace loopscope::python
