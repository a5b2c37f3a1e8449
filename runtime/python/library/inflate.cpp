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

  /// The next `count` bits (at most 25), which stay.
  uint32_t peek(int count) {
    while (held_ < count) {
      uint32_t next = at_ < bytes_.size() ? static_cast<uint8_t>(bytes_[at_]) : 0;
      bits_ |= next << held_;
      at_++;
      held_ += 8;
    }
    return bits_ & ((1u << count) - 1);
  }
  /// After `peek` of as many.
  void drop(int count) {
    bits_ >>= count;
    held_ -= count;
  }
  uint32_t take(int count) {
    uint32_t value = peek(count);
    drop(count);
    return value;
  }
  /// The bytes of a stored block, which begins at a byte's boundary.
  std::string_view take_bytes(size_t count) {
    drop(held_ % 8);
    at_ -= static_cast<size_t>(held_ / 8);
    bits_ = 0, held_ = 0;
    size_t from = at_ < bytes_.size() ? at_ : bytes_.size();
    at_ += count;
    return bytes_.substr(from, count);
  }
  /// Whether more was taken than there is.
  bool failed() const { return at_ - static_cast<size_t>(held_ / 8) > bytes_.size(); }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
  uint32_t bits_ = 0;
  int held_ = 0;
};

/// Canonical Huffman code. Most symbols are found by their first bits in one step; the longest codes, bit by bit, among all symbols
/// in the order of their codes.
class Huffman {
 public:
  void build(const uint8_t* lengths, int symbols) {
    for (uint16_t& n : count_) n = 0;
    for (int i = 0; i < symbols; i++) count_[lengths[i]]++;
    count_[0] = 0;
    uint16_t index[kMaxBits + 2], code[kMaxBits + 2];
    index[1] = code[1] = 0;
    for (int length = 1; length <= kMaxBits; length++) {
      index[length + 1] = static_cast<uint16_t>(index[length] + count_[length]);
      code[length + 1] = static_cast<uint16_t>((code[length] + count_[length]) << 1);
    }
    for (Short& entry : short_) entry = {0, 0};
    for (int i = 0; i < symbols; i++) {
      int length = lengths[i];
      if (!length) continue;
      symbol_[index[length]++] = static_cast<uint16_t>(i);
      uint32_t first = reversed(code[length]++, length);
      if (length > kShortBits) continue;
      for (uint32_t at = first; at < (1u << kShortBits); at += 1u << length) short_[at] = {static_cast<uint16_t>(i), static_cast<uint16_t>(length)};
    }
  }
  /// The next symbol, or -1 for bits that are no code.
  int read(BitReader& in) const {
    Short found = short_[in.peek(kShortBits)];
    if (found.length) {
      in.drop(found.length);
      return found.symbol;
    }
    int code = 0, first = 0, index = 0;
    uint32_t bits = in.peek(kMaxBits);
    for (int length = 1; length <= kMaxBits; length++, bits >>= 1) {
      code |= static_cast<int>(bits & 1);
      int count = count_[length];
      if (code - first < count) {
        in.drop(length);
        return symbol_[index + code - first];
      }
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return -1;
  }

 private:
  static constexpr int kShortBits = 9;
  struct Short {
    uint16_t symbol, length;
  };

  static uint32_t reversed(uint32_t code, int length) {
    uint32_t result = 0;
    for (int i = 0; i < length; i++, code >>= 1) result = result << 1 | (code & 1);
    return result;
  }

  uint16_t count_[kMaxBits + 1];
  uint16_t symbol_[288];
  Short short_[1 << kShortBits];
};

class Inflater {
 public:
  Inflater(std::string_view packed, size_t size, std::string* out) : in_(packed), size_(size) {
    out->assign(size, '\0');
    out_ = out->data();
  }

  bool run() {
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
    return made_ == size_;
  }

 private:
  bool stored() {
    in_.take_bytes(0);
    uint32_t length = in_.take(16), complement = in_.take(16);
    std::string_view bytes = in_.take_bytes(length);
    if ((length ^ complement) != 0xFFFF || length > size_ - made_ || bytes.size() != length) return false;
    bytes.copy(out_ + made_, length);
    made_ += length;
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
        if (made_ >= size_) return false;
        out_[made_++] = static_cast<char>(symbol);
        continue;
      }
      symbol -= 257;
      if (symbol >= 29) return false;
      size_t length = kLength[symbol] + in_.take(kLengthBits[symbol]);
      int d = distances_.read(in_);
      if (d < 0 || d >= 30) return false;
      size_t distance = kDistance[d] + in_.take(d < 2 ? 0 : d / 2 - 1);
      if (distance > made_ || length > size_ - made_) return false;
      // What is copied may be part of what is being made.
      for (const char* from = out_ + made_ - distance; length--; made_++) out_[made_] = *from++;
    }
  }

  BitReader in_;
  size_t size_, made_ = 0;
  char* out_;
  Huffman literals_, distances_;
};

}  // namespace

bool inflate(std::string_view packed, size_t size, std::string* out) { return Inflater(packed, size, out).run(); }

}  // namespace loopscope::python
