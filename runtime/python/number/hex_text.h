// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

/// Numbers in hexadecimal, as messages and reprs show them. Not printf, which would bring all of its formats.
namespace loopscope::python {

enum class HexCase : uint8_t { lower, upper };
/// At least `width` digits.
std::string hex_text(uint64_t n, int width = 1, HexCase letters = HexCase::lower);

/// As C's %p: "0x5a3c10".
std::string address_text(const void* p);

/// "\x07", "\u200b", "\U0001f600": a character that cannot be shown.
std::string escape_text(char32_t c);

}  // namespace loopscope::python
