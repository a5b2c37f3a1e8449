// SPDX-License-Identifier: MIT
#include "python/number/hex_text.h"

namespace loopscope::python {

std::string hex_text(uint64_t n, int width, HexCase letters) {
  const char* digits = letters == HexCase::upper ? "0123456789ABCDEF" : "0123456789abcdef";
  std::string text;
  for (int i = 0; i < 16; i++)
    if (int shift = 60 - 4 * i; !text.empty() || 16 - i <= width || n >> shift) text += digits[n >> shift & 15];
  return text;
}

std::string address_text(const void* p) { return "0x" + hex_text(reinterpret_cast<uintptr_t>(p)); }

std::string escape_text(char32_t c) {
  if (c < 0x100) return "\\x" + hex_text(c, 2);
  return c < 0x10000 ? "\\u" + hex_text(c, 4) : "\\U" + hex_text(c, 8);
}

}  // namespace loopscope::python
