// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace loopscope::host {

/// Headers are bytes, each the character of its number; the worker speaks UTF-8.
inline std::string utf8_of_latin1(std::string_view bytes) {
  std::string out;
  for (char c : bytes) {
    unsigned char byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xC0 | byte >> 6);
      out += static_cast<char>(0x80 | (byte & 63));
    }
  }
  return out;
}

/// Of such text; other characters stay as the bytes they are.
inline std::string latin1_of_utf8(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); i++) {
    unsigned char byte = static_cast<unsigned char>(text[i]);
    if ((byte == 0xC2 || byte == 0xC3) && i + 1 < text.size())
      out += static_cast<char>((byte & 3) << 6 | (static_cast<unsigned char>(text[++i]) & 63));
    else
      out += text[i];
  }
  return out;
}

}  // namespace loopscope::host
