// SPDX-License-Identifier: MIT
#include "python/library/inflate.h"

#include <catch2/catch.hpp>
#include <string>

using loopscope::python::inflate;

namespace {

std::string bytes_of(std::string_view hex) {
  std::string bytes;
  for (size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
  return bytes;
}

/// One a, one b, two c, three d, five e and so on: the rarest letters have codes of twelve bits.
std::string fibonacci_text() {
  std::string text;
  size_t now = 1, next = 1;
  for (char letter = 'a'; letter <= 'm'; letter++) {
    text.append(now, letter);
    size_t sum = now + next;
    now = next, next = sum;
  }
  return text;
}
/// It, as Python's zlib packs it with Z_HUFFMAN_ONLY.
constexpr std::string_view kFibonacci =
    "05c14102c3300cc3b0b76e6b135b22ff7f1df0f9fe7ecff3bceffbbee79c73ce39f7de7befbdf7de7b67666666666666666666667777"
    "7777777777777777777777777777374992244992244992244992244992244992244992b46ddbb66ddbb66ddbb66ddbb66ddbb66ddbb6"
    "6ddbb66ddbb66ddbb66ddbb66ddb16000000000000000000000000000000000000000000000000000000000000000000000040555555"
    "555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555"
    "d53f";

}  // namespace

TEST_CASE("deflate's blocks", "[inflate]") {
  std::string out;
  SECTION("stored") {
    REQUIRE(inflate(bytes_of("010600f9ff73746f726564"), 6, &out));
    CHECK(out == "stored");
  }
  SECTION("with the fixed code, a copy overlapping what it makes") {
    REQUIRE(inflate(bytes_of("4b4c4a4e444200"), 15, &out));
    CHECK(out == "abcabcabcabcabc");
  }
  SECTION("with a code of its own, short and long ones") {
    REQUIRE(inflate(bytes_of(kFibonacci), fibonacci_text().size(), &out));
    CHECK(out == fibonacci_text());
  }
}

TEST_CASE("damaged data is refused", "[inflate]") {
  std::string out;
  CHECK_FALSE(inflate("", 0, &out));
  CHECK_FALSE(inflate(bytes_of("07"), 1, &out));                       // no such kind of block
  CHECK_FALSE(inflate(bytes_of("010600f9fe73746f726564"), 6, &out));   // the length's complement
  CHECK_FALSE(inflate(bytes_of("010600f9ff73746f72"), 6, &out));       // cut short
  CHECK_FALSE(inflate(bytes_of("4b4c4a4e4442"), 15, &out));            // the same
  CHECK_FALSE(inflate(bytes_of("4b4c4a4e444200"), 14, &out));          // longer than said
  CHECK_FALSE(inflate(bytes_of("4b4c4a4e444200"), 16, &out));          // shorter
}
