// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "python/vm/value.h"

/// Arithmetic on integers of any size. The one place that knows boost::multiprecision is big_number.cpp.
/// Memory counts towards the program's limit; callers ask `big::room_for` before an operation whose result can be huge.
namespace loopscope::python {

struct BigNumber;

/// Owns one BigNumber.
class Big {
 public:
  constexpr Big() = default;
  explicit Big(BigNumber* p) : p_(p) {}
  explicit Big(int64_t n);
  Big(Big&& other) noexcept : p_(std::exchange(other.p_, nullptr)) {}
  Big& operator=(Big&& other) noexcept {
    std::swap(p_, other.p_);
    return *this;
  }
  ~Big();
  BigNumber* release() { return std::exchange(p_, nullptr); }
  const BigNumber& operator*() const { return *p_; }

 private:
  BigNumber* p_ = nullptr;
};

namespace big {

void destroy(BigNumber* n);
/// False: MemoryError is set.
bool room_for(uint64_t bits);

Big add(const BigNumber& a, const BigNumber& b);
Big subtract(const BigNumber& a, const BigNumber& b);
Big multiply(const BigNumber& a, const BigNumber& b);
/// Floor division; either result may be null. `b` not zero.
void divide(const BigNumber& a, const BigNumber& b, Big* quotient, Big* remainder);
Big bit_and(const BigNumber& a, const BigNumber& b);
Big bit_or(const BigNumber& a, const BigNumber& b);
Big bit_xor(const BigNumber& a, const BigNumber& b);
Big negate(const BigNumber& a);
Big shift_left(const BigNumber& a, uint64_t bits);
/// Towards minus infinity.
Big shift_right(const BigNumber& a, uint64_t bits);
Big power(const BigNumber& a, uint32_t exponent);
/// base**exponent % modulus with 0 <= base, 0 <= exponent, modulus > 0.
Big power_modulo(const BigNumber& base, const BigNumber& exponent, const BigNumber& modulus);
Big copy(const BigNumber& a);
Big gcd(const BigNumber& a, const BigNumber& b);
/// Largest r with r * r <= a; a >= 0.
Big square_root(const BigNumber& a);

int sign(const BigNumber& a);
int compare(const BigNumber& a, const BigNumber& b);
bool fits(const BigNumber& a, int64_t* out);
bool is_odd(const BigNumber& a);
uint64_t bit_length(const BigNumber& a);  // of the magnitude
uint64_t bit_count(const BigNumber& a);   // of the magnitude
/// |a| == (*result + something below 1) * 2**exponent, top bit of the result set; *sticky: the something is not 0.
uint64_t top_bits(const BigNumber& a, int64_t* exponent, bool* sticky);
/// |a| modulo m < 2**63.
uint64_t magnitude_modulo(const BigNumber& a, uint64_t m);

/// "-" and digits, lower case, bases 2..36.
std::string to_text(const BigNumber& a, int base);
/// Digits only, all valid for the base.
Big from_digits(std::string_view digits, int base);
/// Magnitude, little-endian without leading zeros.
std::string magnitude_bytes(const BigNumber& a);
Big from_magnitude(const uint8_t* little_endian, size_t length, bool negative);

}  // namespace big

/// Takes over `n`; the canonical form: small Value, Int without or with BigNumber.
Ref make_int(Big n);

/// An int as BigNumber for the duration of an operation.
class BigOperand {
 public:
  explicit BigOperand(Value v);
  const BigNumber& operator*() const { return borrowed_ ? *borrowed_ : *made_; }

 private:
  const BigNumber* borrowed_ = nullptr;
  Big made_;
};

}  // namespace loopscope::python
