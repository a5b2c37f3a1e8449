// SPDX-License-Identifier: MIT
#include "python/library/inflate.h"

#include <cstdint>

namespace loopscope::python {

namespace {

constexpr int kMaxBits = 15;

/// Bits of the packed data, lowest first. After the end it gives zeros and remembers that.
class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : bytes_(bytes) {}

  uint32_t take(int count) {
    while (held_ < count) {
      if (at_ >= bytes_.size()) failed_ = true;
      uint32_t next = at_ < bytes_.size() ? static_cast<uint8_t>(bytes_[at_]) : 0;
      bits_ |= next << held_;
      at_++;
      held_ += 8;
    }
    uint32_t value = bits_ & ((1u << count) - 1);
    bits_ >>= count;
    held_ -= count;
    return value;
  }
  /// The bytes of a stored block, which begins at a byte's boundary.
  std::string_view take_bytes(size_t count) {
    if (at_ > bytes_.size() || count > bytes_.size() - at_) {
      failed_ = true;
      return {};
    }
    at_ += count;
    return bytes_.substr(at_ - count, count);
  }
  void to_byte() { bits_ = 0, held_ = 0; }
  bool failed() const { return failed_; }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
  uint32_t bits_ = 0;
  int held_ = 0;
  bool failed_ = false;
};

/// Canonical Huffman code: symbols in the order of their codes, and how many codes each length has.
class Huffman {
 public:
  void build(const uint8_t* lengths, int symbols) {
    for (uint16_t& n : count_) n = 0;
    for (int i = 0; i < symbols; i++) count_[lengths[i]]++;
    uint16_t next[kMaxBits + 2];
    next[1] = 0;
    for (int length = 1; length <= kMaxBits; length++) next[length + 1] = static_cast<uint16_t>(next[length] + count_[length]);
    for (int i = 0; i < symbols; i++)
      if (lengths[i]) symbol_[next[lengths[i]]++] = static_cast<uint16_t>(i);
  }
  /// The next symbol, or -1 for bits that are no code.
  int read(BitReader& in) const {
    int code = 0, first = 0, index = 0;
    for (int length = 1; length <= kMaxBits; length++) {
      code |= static_cast<int>(in.take(1));
      int count = count_[length];
      if (code - first < count) return symbol_[index + code - first];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return -1;
  }

 private:
  uint16_t count_[kMaxBits + 1];
  uint16_t symbol_[288];
};

class Inflater {
 public:
  Inflater(std::string_view packed, size_t size, std::string* out) : in_(packed), size_(size), out_(*out) {}

  bool run() {
    out_.clear();
    out_.reserve(size_);
    bool last;
    do {
      last = in_.take(1);
      bool good;
      switch (in_.take(2)) {
        case 0: good = stored(); break;
        case 1: good = fixed(); break;
        case 2: good = dynamic(); break;
        default: good = false;
      }
      if (!good || in_.failed()) return false;
    } while (!last);
    return out_.size() == size_;
  }

 private:
  bool stored() {
    in_.to_byte();
    uint32_t length = in_.take(16), complement = in_.take(16);
    if ((length ^ complement) != 0xFFFF || length > size_ - out_.size()) return false;
    out_ += in_.take_bytes(length);
    return true;
  }

  bool fixed() {
    uint8_t lengths[288];
    for (int i = 0; i < 288; i++) lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    literals_.build(lengths, 288);
    for (int i = 0; i < 30; i++) lengths[i] = 5;
    distances_.build(lengths, 30);
    return block();
  }

  bool dynamic() {
    static const uint8_t kOrder[19] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    int literals = static_cast<int>(in_.take(5)) + 257, distances = static_cast<int>(in_.take(5)) + 1;
    int codes = static_cast<int>(in_.take(4)) + 4;
    if (literals > 286 || distances > 30) return false;
    uint8_t lengths[320] = {};
    for (int i = 0; i < codes; i++) lengths[kOrder[i]] = static_cast<uint8_t>(in_.take(3));
    literals_.build(lengths, 19);
    uint8_t all[320] = {};
    for (int i = 0; i < literals + distances;) {
      int symbol = literals_.read(in_);
      if (symbol < 0 || in_.failed()) return false;
      if (symbol < 16) {
        all[i++] = static_cast<uint8_t>(symbol);
        continue;
      }
      if (symbol == 16 && i == 0) return false;
      uint8_t repeated = symbol == 16 ? all[i - 1] : 0;
      uint32_t times = symbol == 16 ? 3 + in_.take(2) : symbol == 17 ? 3 + in_.take(3) : 11 + in_.take(7);
      if (i + static_cast<int>(times) > literals + distances) return false;
      while (times--) all[i++] = repeated;
    }
    literals_.build(all, literals);
    distances_.build(all + literals, distances);
    return block();
  }

  bool block() {
    static const uint16_t kLength[29] = {3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
                                         31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
    static const uint8_t kLengthBits[29] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
    static const uint16_t kDistance[30] = {1,   2,   3,   4,   5,   7,    9,    13,   17,   25,   33,   49,   65,    97,    129,
                                           193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
    for (;;) {
      int symbol = literals_.read(in_);
      if (symbol < 0 || in_.failed()) return false;
      if (symbol == 256) return true;
      if (symbol < 256) {
        if (out_.size() >= size_) return false;
        out_ += static_cast<char>(symbol);
        continue;
      }
      symbol -= 257;
      if (symbol >= 29) return false;
      size_t length = kLength[symbol] + in_.take(kLengthBits[symbol]);
      int d = distances_.read(in_);
      if (d < 0 || d >= 30) return false;
      size_t distance = kDistance[d] + in_.take(d < 2 ? 0 : d / 2 - 1);
      if (distance > out_.size() || length > size_ - out_.size()) return false;
      for (size_t from = out_.size() - distance; length--; from++) out_ += out_[from];
    }
  }

  BitReader in_;
  size_t size_;
  std::string& out_;
  Huffman literals_, distances_;
};

}  // namespace

bool inflate(std::string_view packed, size_t size, std::string* out) { return Inflater(packed, size, out).run(); }

}  // namespace loopscope::python
