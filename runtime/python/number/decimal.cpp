// SPDX-License-Identifier: MIT
#include "python/number/decimal.h"

#include <cfloat>
#include <cmath>
#include <cstring>

namespace loopscope::python {

namespace {

constexpr uint32_t kBillion = 1000000000;
constexpr double kPowersOfTen[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr int kExactPowers = 22;   // greater powers of ten are not doubles
constexpr int kExactDigits = 15;   // two decimals of at most so many digits never are the same double

/// A whole number, nine decimal digits an element, the least first.
struct Billions {
  uint32_t parts[90];  // 768 digits: half a unit below the least double
  int count = 0;

  void multiply(uint32_t factor) {
    uint64_t carry = 0;
    for (int i = 0; i < count; i++) {
      carry += static_cast<uint64_t>(parts[i]) * factor;
      parts[i] = static_cast<uint32_t>(carry % kBillion);
      carry /= kBillion;
    }
    if (carry) parts[count++] = static_cast<uint32_t>(carry);
  }
  void multiply_power(uint32_t base, int exponent) {
    while (exponent > 0) {
      uint32_t factor = 1;
      for (; exponent > 0 && factor < (uint32_t{1} << 29) / base; exponent--) factor *= base;
      multiply(factor);
    }
  }
};

/// A double's parts: magnitude == mantissa * 2**exponent.
struct Parts {
  uint64_t mantissa;
  int exponent;

  explicit Parts(uint64_t bits) : mantissa(bits & ((uint64_t{1} << 52) - 1)), exponent(static_cast<int>(bits >> 52)) {
    if (exponent) mantissa |= uint64_t{1} << 52;
    else exponent = 1;
    exponent -= 1075;
  }
};

uint64_t bits_of(double d) {
  uint64_t bits;
  std::memcpy(&bits, &d, sizeof bits);
  return bits;
}

double from_bits(uint64_t bits) {
  double d;
  std::memcpy(&d, &bits, sizeof d);
  return d;
}

/// Halfway to the next greater double.
Decimal upper_half(Parts p) { return exact_decimal(p.mantissa * 2 + 1, p.exponent - 1); }

void strip_zeros(Decimal& d) {
  while (!d.digits.empty() && d.digits.back() == '0') d.digits.pop_back();
  if (d.digits.empty()) d.point = 1;
}

int compare(std::string_view digits, int64_t point, const Decimal& b) {
  if (digits.empty() || b.digits.empty()) return static_cast<int>(b.digits.empty()) - static_cast<int>(digits.empty());
  if (point != b.point) return point < b.point ? -1 : 1;
  return digits.compare(b.digits);
}
int compare(const Decimal& a, const Decimal& b) { return compare(a.digits, a.point, b); }

/// One more in the last of the digits.
void increment(Decimal& d) {
  while (!d.digits.empty() && d.digits.back() == '9') d.digits.pop_back();
  if (d.digits.empty()) {
    d.digits = "1";
    d.point++;
  } else {
    d.digits.back()++;
  }
}

/// The shortest if it has at most kExactDigits digits and is not far from 1, as nearly all numbers people write.
bool short_decimal(double magnitude, Decimal* out) {
  for (int places = 0; places <= kExactPowers; places++) {
    double scaled = magnitude * kPowersOfTen[places];
    if (scaled >= kPowersOfTen[kExactDigits]) return false;
    auto whole = static_cast<uint64_t>(scaled + 0.5);
    if (static_cast<double>(whole) / kPowersOfTen[places] != magnitude) continue;
    *out = exact_decimal(whole, 0);
    if (whole) out->point -= places;
    return true;
  }
  return false;
}

}  // namespace

Decimal exact_decimal(uint64_t mantissa, int exponent) {
  Decimal d;
  if (!mantissa) return d;
  int zeros = __builtin_ctzll(mantissa);
  mantissa >>= zeros;
  exponent += zeros;
  Billions n;
  for (; mantissa; mantissa /= kBillion) n.parts[n.count++] = static_cast<uint32_t>(mantissa % kBillion);
  // m * 2**-k has the digits of m * 5**k.
  if (exponent >= 0) n.multiply_power(2, exponent);
  else n.multiply_power(5, -exponent);
  d.digits.resize(static_cast<size_t>(n.count) * 9);
  char* p = d.digits.data() + d.digits.size();
  for (int i = 0; i < n.count; i++) {
    uint32_t part = n.parts[i];
    for (int j = 0; j < 9; j++, part /= 10) *--p = static_cast<char>('0' + part % 10);
  }
  d.digits.erase(0, d.digits.find_first_not_of('0'));
  d.point = static_cast<int>(d.digits.size()) + (exponent < 0 ? exponent : 0);
  strip_zeros(d);
  return d;
}

Decimal exact_decimal(double magnitude) {
  Parts p(bits_of(magnitude));
  return exact_decimal(p.mantissa, p.exponent);
}

Decimal shortest_decimal(double magnitude) {
  Decimal found;
  if (short_decimal(magnitude, &found)) return found;
  uint64_t bits = bits_of(magnitude);
  Parts p(bits);
  const Decimal exact = exact_decimal(p.mantissa, p.exponent);
  const Decimal low = upper_half(Parts(bits - 1)), high = upper_half(p);
  const int inside = p.mantissa % 2 ? 0 : 1;  // the halves themselves read back as what is even
  auto reads_back = [&](const Decimal& d) { return compare(low, d) < inside && compare(d, high) < inside; };
  for (size_t count = 1;; count++) {
    Decimal down{exact.digits.substr(0, count), exact.point}, up = down;
    increment(up);
    round_decimal(found = exact, static_cast<int64_t>(count));
    if (reads_back(found)) return found;
    // Below a power of two doubles are denser: the nearest may be out where the other neighbour is not.
    strip_zeros(down);
    if (reads_back(up)) return up;
    if (reads_back(down)) return down;
  }
}

void round_decimal(Decimal& d, int64_t count) {
  if (count >= static_cast<int64_t>(d.digits.size())) return;
  bool up = false;
  if (count >= 0) {
    auto at = static_cast<size_t>(count);
    // As there are no zeros at the end, "5" with anything after it is more than half.
    bool odd = at > 0 && (d.digits[at - 1] - '0') % 2;
    up = d.digits[at] > '5' || (d.digits[at] == '5' && (odd || at + 1 < d.digits.size()));
  }
  d.digits.resize(count > 0 ? static_cast<size_t>(count) : 0);
  if (up) increment(d);
  else strip_zeros(d);
}

double nearest_double(std::string_view digits, int64_t point) {
  while (!digits.empty() && digits.front() == '0') digits.remove_prefix(1), point--;
  while (!digits.empty() && digits.back() == '0') digits.remove_suffix(1);
  if (digits.empty() || point < -330) return 0;
  if (point > 310) return HUGE_VAL;

  uint64_t leading = 0;
  int taken = 0;
  for (; taken < 18 && taken < static_cast<int>(digits.size()); taken++)
    leading = leading * 10 + static_cast<uint64_t>(digits[static_cast<size_t>(taken)] - '0');
  int power = static_cast<int>(point) - taken;
  double d = static_cast<double>(leading);
  if (digits.size() <= kExactDigits && std::abs(power) <= kExactPowers) {
    return power < 0 ? d / kPowersOfTen[-power] : d * kPowersOfTen[power];
  }
  // Within a few units; then compared with the exact halves between neighbours.
  if (power < -300) {
    d *= 1e-30;
    power += 30;
  }
  d *= std::pow(10.0, power);
  uint64_t bits = bits_of(d > DBL_MAX ? DBL_MAX : d);
  auto beyond = [&](int side, Decimal half) {
    int order = compare(digits, point, half) * side;
    return order > 0 || (order == 0 && bits % 2);
  };
  while (beyond(1, upper_half(Parts(bits))))
    if (std::isinf(from_bits(++bits))) return HUGE_VAL;
  while (bits && beyond(-1, upper_half(Parts(bits - 1)))) bits--;
  return from_bits(bits);
}

}  // namespace loopscope::python
