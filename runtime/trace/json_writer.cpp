// SPDX-License-Identifier: MIT
#include "trace/json_writer.h"

#include <cmath>

namespace loopscope::trace {

void JsonWriter::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

void JsonWriter::open(char c) {
  separate();
  out_ += c;
  first_ = true;
}

void JsonWriter::close(char c) {
  out_ += c;
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  string(name);
  out_ += ':';
  first_ = true;
}

void JsonWriter::string(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  separate();
  out_ += '"';
  size_t plain = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    unsigned char c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out_.append(text, plain, i - plain);
    plain = i + 1;
    out_ += '\\';
    switch (c) {
      case '"': out_ += '"'; break;
      case '\\': out_ += '\\'; break;
      case '\n': out_ += 'n'; break;
      case '\r': out_ += 'r'; break;
      case '\t': out_ += 't'; break;
      default:
        out_ += "u00";
        out_ += kHex[c >> 4];
        out_ += kHex[c & 15];
    }
  }
  out_.append(text, plain, text.size() - plain);
  out_ += '"';
}

void JsonWriter::number(uint64_t value) {
  separate();
  char digits[20];
  size_t n = sizeof digits;
  do {
    digits[--n] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value);
  out_.append(digits + n, sizeof digits - n);
}

void JsonWriter::real(double value) {
  constexpr double kLargest = 9e15;
  separate();
  if (!std::isfinite(value)) {
    out_ += "null";
    return;
  }
  if (value < 0) {
    out_ += '-';
    value = -value;
  }
  if (value > kLargest) value = kLargest;
  uint64_t whole = static_cast<uint64_t>(value);
  uint64_t fraction = static_cast<uint64_t>((value - static_cast<double>(whole)) * 1e9 + 0.5);
  if (fraction >= 1000000000) {
    ++whole;
    fraction = 0;
  }
  first_ = true;
  number(whole);
  if (fraction == 0) return;
  char digits[9];
  size_t length = 9;
  for (size_t i = 9; i-- > 0; fraction /= 10) digits[i] = static_cast<char>('0' + fraction % 10);
  while (digits[length - 1] == '0') --length;
  out_ += '.';
  out_.append(digits, length);
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

}  // namespace loopscope::trace
