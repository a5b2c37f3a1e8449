// SPDX-License-Identifier: MIT
#include "python/number/float_text.h"

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "python/number/decimal.h"
#include "python/number/float_bits.h"

namespace loopscope::python {

namespace {

/// `count` >= 1 significant digits.
Decimal significant(double magnitude, int count) {
  Decimal d = exact_decimal(magnitude);
  round_decimal(d, count);
  d.digits.resize(static_cast<size_t>(count), '0');
  return d;
}

std::string fixed(double magnitude, int precision) {
  Decimal d = exact_decimal(magnitude);
  round_decimal(d, int64_t{d.point} + precision);
  if (d.point <= 0) {
    d.digits.insert(0, static_cast<size_t>(1 - d.point), '0');
    d.point = 1;
  }
  auto whole = static_cast<size_t>(d.point);
  d.digits.resize(whole + static_cast<size_t>(precision), '0');
  if (precision) d.digits.insert(whole, 1, '.');
  return std::move(d.digits);
}

std::string exponent_text(const Decimal& d, bool alternate) {
  std::string out(1, d.digits[0]);
  if (d.digits.size() > 1 || alternate) out += '.';
  out.append(d.digits, 1);
  int exponent = d.point - 1;
  out += exponent < 0 ? "e-" : "e+";
  if (std::abs(exponent) < 10) out += '0';
  out += std::to_string(std::abs(exponent));
  return out;
}

std::string plain_text(const Decimal& d, bool alternate) {
  std::string out;
  if (d.point <= 0) {
    out = "0." + std::string(static_cast<size_t>(-d.point), '0') + d.digits;
    return out;
  }
  auto whole = static_cast<size_t>(d.point);
  if (d.digits.size() <= whole) {
    out = d.digits + std::string(whole - d.digits.size(), '0');
    if (alternate) out += '.';
    return out;
  }
  return d.digits.substr(0, whole) + "." + d.digits.substr(whole);
}

void strip_zeros(Decimal& d) {
  while (d.digits.size() > 1 && d.digits.back() == '0') d.digits.pop_back();
}

std::string magnitude_text(double magnitude, char type, int precision, int flags) {
  bool alternate = flags & kDoubleAlternate;
  switch (type) {
    case 'e': return exponent_text(significant(magnitude, precision + 1), alternate);
    case 'f': {
      std::string text = fixed(magnitude, precision);
      if (alternate && precision == 0) text += '.';
      return text;
    }
    case 'g': {
      if (precision == 0) precision = 1;
      Decimal d = significant(magnitude, precision);
      bool exponent = d.point <= -4 || d.point > precision - (flags & kDoubleAddDotZero ? 1 : 0);
      if (!alternate) strip_zeros(d);
      return exponent ? exponent_text(d, alternate) : plain_text(d, alternate);
    }
    default: {
      Decimal d = shortest_decimal(magnitude);
      if (d.digits.empty()) d.digits = "0";
      bool exponent = d.point <= -4 || d.point > 16;
      return exponent ? exponent_text(d, alternate) : plain_text(d, alternate);
    }
  }
}

}  // namespace

std::string double_to_text(double d, char type, int precision, int flags) {
  bool upper = type >= 'A' && type <= 'Z';
  if (upper) type = static_cast<char>(type | 0x20);
  bool negative = std::signbit(d) && !std::isnan(d);
  std::string text;
  if (!std::isfinite(d)) {
    text = std::isnan(d) ? "nan" : "inf";
  } else {
    text = magnitude_text(std::fabs(d), type, precision, flags);
    if ((flags & kDoubleAddDotZero) && text.find_first_of(".e") == std::string::npos) text += ".0";
    if (negative && (flags & kDoubleNoNegativeZero)) {
      size_t end = text.find('e');
      negative = text.substr(0, end).find_first_of("123456789") != std::string::npos;
    }
  }
  if (upper) {
    for (char& c : text)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c & ~0x20);
  }
  if (negative) text.insert(0, 1, '-');
  else if (flags & kDoubleSign) text.insert(0, 1, '+');
  return text;
}

std::string float_repr(double d) { return double_to_text(d, 'r', 0, kDoubleAddDotZero); }

bool parse_double(std::string_view text, double* out) {
  std::string_view rest = text;
  bool negative = false;
  if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) {
    negative = rest[0] == '-';
    rest.remove_prefix(1);
  }
  auto is_word = [rest](std::string_view word) {
    if (rest.size() != word.size()) return false;
    for (size_t i = 0; i < word.size(); i++)
      if ((rest[i] | 0x20) != word[i]) return false;
    return true;
  };
  double value;
  if (is_word("inf") || is_word("infinity")) {
    value = HUGE_VAL;
  } else if (is_word("nan")) {
    value = std::nan("");
  } else {
    // digits [. digits] [e [sign] digits], some digit before the exponent
    size_t i = 0;
    auto digits = [&] {
      size_t start = i;
      while (i < rest.size() && rest[i] >= '0' && rest[i] <= '9') i++;
      return rest.substr(start, i - start);
    };
    std::string all(digits());
    auto point = static_cast<int64_t>(all.size());
    if (i < rest.size() && rest[i] == '.') {
      i++;
      all += digits();
    }
    if (all.empty()) return false;
    if (i < rest.size() && (rest[i] | 0x20) == 'e') {
      i++;
      bool down = false;
      if (i < rest.size() && (rest[i] == '+' || rest[i] == '-')) down = rest[i++] == '-';
      std::string_view power = digits();
      if (power.empty()) return false;
      int64_t exponent = 0;
      for (char c : power)
        if (exponent < (int64_t{1} << 40)) exponent = exponent * 10 + (c - '0');
      point += down ? -exponent : exponent;
    }
    if (i != rest.size()) return false;
    value = nearest_double(all, point);
  }
  *out = negative ? -value : value;
  return true;
}

std::string double_to_hex(double d) {
  if (!std::isfinite(d)) return float_repr(d);
  uint64_t bits;
  std::memcpy(&bits, &d, 8);
  auto biased = static_cast<int>(bits >> 52 & 0x7ff);
  uint64_t fraction = bits & ((uint64_t{1} << 52) - 1);
  std::string out = std::signbit(d) ? "-0x" : "0x";
  if (d == 0) return out + "0.0p+0";
  out += biased ? "1." : "0.";
  for (int shift = 48; shift >= 0; shift -= 4) out += "0123456789abcdef"[fraction >> shift & 15];
  int exponent = biased ? biased - 1023 : -1022;
  return out + "p" + (exponent < 0 ? "-" : "+") + std::to_string(std::abs(exponent));
}

HexResult double_from_hex(std::string_view text, double* out) {
  auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  if (parse_double(text, out) && !std::isfinite(*out) && text.find_first_of("nN") != std::string_view::npos) {
    return HexResult::ok;  // inf, nan
  }
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  if (text.size() >= 2 && text[0] == '0' && (text[1] | 0x20) == 'x') text.remove_prefix(2);
  uint64_t mantissa = 0;
  int64_t exponent = 0;
  bool sticky = false, any = false, point = false;
  size_t i = 0;
  for (; i < text.size(); i++) {
    char c = text[i];
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    int digit = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
    if (digit < 0) break;
    any = true;
    if (mantissa >> 60) {
      sticky |= digit != 0;
      exponent += 4;
    } else {
      mantissa = mantissa << 4 | static_cast<uint64_t>(digit);
    }
    if (point) exponent -= 4;
  }
  if (!any) return HexResult::invalid;
  if (i < text.size() && (text[i] | 0x20) == 'p') {
    i++;
    bool down = false;
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) down = text[i++] == '-';
    size_t start = i;
    int64_t power = 0;
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; i++)
      if (power < (int64_t{1} << 40)) power = power * 10 + (text[i] - '0');
    if (i == start) return HexResult::invalid;
    exponent += down ? -power : power;
  }
  if (i != text.size()) return HexResult::invalid;
  double value = 0;
  if (mantissa) {
    int shift = __builtin_clzll(mantissa);
    value = round_to_double(mantissa << shift, exponent - shift, sticky);
    if (std::isinf(value)) return HexResult::too_large;
  }
  *out = negative ? -value : value;
  return HexResult::ok;
}

double round_to_double(uint64_t mantissa, int64_t exponent, bool sticky) {
  if (mantissa == 0) return 0;
  int64_t top = exponent + 63;
  if (top > 1023) return HUGE_VAL;
  int64_t kept = top >= -1022 ? 53 : 53 - (-1022 - top);
  if (kept < 0) return 0;
  auto drop = static_cast<int>(64 - kept);
  uint64_t result = drop == 64 ? 0 : mantissa >> drop;
  uint64_t rest = drop == 64 ? mantissa : mantissa << (64 - drop);
  constexpr uint64_t kHalf = uint64_t{1} << 63;
  if (rest > kHalf || (rest == kHalf && (sticky || (result & 1)))) result++;
  return std::ldexp(static_cast<double>(result), static_cast<int>(exponent + drop));
}

}  // namespace loopscope::python
