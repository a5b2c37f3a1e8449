// SPDX-License-Identifier: MIT
#include "python/vm/big_number.h"

#ifndef BOOST_NO_EXCEPTIONS
#define BOOST_NO_EXCEPTIONS
#endif
#define BOOST_EXCEPTION_DISABLE

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdlib>
#include <exception>

#include "python/vm/errors.h"
#include "python/vm/memory.h"

namespace boost {
// Only an operand that breaks a contract of ours could throw.
void throw_exception(const std::exception&) { std::abort(); }
struct source_location;
void throw_exception(const std::exception&, const source_location&) { std::abort(); }
}  // namespace boost

namespace loopscope::python {

namespace {

/// Counts limbs towards the program's memory. `room_for` has made sure that there is some.
template <class T>
struct LimbAllocator {
  using value_type = T;
  LimbAllocator() = default;
  template <class U>
  LimbAllocator(const LimbAllocator<U>&) {}
  T* allocate(size_t n) {
    void* p = detail::pool_allocate(n * sizeof(T));
    if (!p) std::abort();
    return static_cast<T*>(p);
  }
  void deallocate(T* p, size_t) { detail::pool_free(p); }
  friend bool operator==(LimbAllocator, LimbAllocator) { return true; }
  friend bool operator!=(LimbAllocator, LimbAllocator) { return false; }
};

namespace mp = boost::multiprecision;
using Backend = mp::cpp_int_backend<0, 0, mp::signed_magnitude, mp::unchecked, LimbAllocator<mp::limb_type>>;
using Integer = mp::number<Backend, mp::et_off>;

}  // namespace

struct BigNumber {
  Integer value;
};

namespace {

Big make(Integer&& value) { return Big(new BigNumber{std::move(value)}); }

Integer from_int64(int64_t n) { return Integer(n); }

}  // namespace

Big::Big(int64_t n) : p_(new BigNumber{from_int64(n)}) {}
Big::~Big() { delete p_; }

namespace big {

void destroy(BigNumber* n) { delete n; }

bool room_for(uint64_t bits) {
  // The operation's temporaries take up to about twice the result again.
  uint64_t needed = bits / 8 * 3 + 65536;
  size_t used = memory_in_use(), limit = memory_limit();
  if (bits < (1u << 19) && used < limit && limit - used > (1u << 18)) return true;
  if (used < limit && needed < limit - used) return true;
  return raise(exc::MemoryError, ""), false;
}

Big add(const BigNumber& a, const BigNumber& b) { return make(a.value + b.value); }
Big subtract(const BigNumber& a, const BigNumber& b) { return make(a.value - b.value); }
Big multiply(const BigNumber& a, const BigNumber& b) { return make(a.value * b.value); }

void divide(const BigNumber& a, const BigNumber& b, Big* quotient, Big* remainder) {
  Integer q, r;
  mp::divide_qr(a.value, b.value, q, r);
  if (!r.is_zero() && (r.sign() < 0) != (b.value.sign() < 0)) {
    --q;
    r += b.value;
  }
  if (quotient) *quotient = make(std::move(q));
  if (remainder) *remainder = make(std::move(r));
}

Big bit_and(const BigNumber& a, const BigNumber& b) { return make(a.value & b.value); }
Big bit_or(const BigNumber& a, const BigNumber& b) { return make(a.value | b.value); }
Big bit_xor(const BigNumber& a, const BigNumber& b) { return make(a.value ^ b.value); }
Big negate(const BigNumber& a) { return make(-a.value); }
Big shift_left(const BigNumber& a, uint64_t bits) { return make(a.value << bits); }

Big shift_right(const BigNumber& a, uint64_t bits) {
  if (a.value.sign() >= 0) return make(a.value >> bits);
  Integer n = -a.value - 1;
  n >>= bits;
  return make(-n - 1);
}

Big power(const BigNumber& a, uint32_t exponent) { return make(mp::pow(a.value, exponent)); }
Big power_modulo(const BigNumber& base, const BigNumber& exponent, const BigNumber& modulus) {
  return make(mp::powm(base.value, exponent.value, modulus.value));
}
Big copy(const BigNumber& a) { return make(Integer(a.value)); }
Big gcd(const BigNumber& a, const BigNumber& b) { return make(mp::gcd(a.value, b.value)); }
Big square_root(const BigNumber& a) { return make(mp::sqrt(a.value)); }

int sign(const BigNumber& a) { return a.value.sign(); }
int compare(const BigNumber& a, const BigNumber& b) {
  int order = a.value.compare(b.value);
  return order < 0 ? -1 : order > 0;
}

bool fits(const BigNumber& a, int64_t* out) {
  if (a.value > INT64_MAX || a.value < INT64_MIN) return false;
  *out = a.value.convert_to<int64_t>();
  return true;
}

bool is_odd(const BigNumber& a) { return *a.value.backend().limbs() & 1; }

uint64_t bit_length(const BigNumber& a) {
  if (a.value.is_zero()) return 0;
  size_t limbs = a.value.backend().size();
  uint64_t top = a.value.backend().limbs()[limbs - 1];
  return (limbs - 1) * sizeof(mp::limb_type) * 8 + (64 - static_cast<unsigned>(__builtin_clzll(top)));
}

uint64_t bit_count(const BigNumber& a) {
  uint64_t count = 0;
  for (size_t i = 0; i < a.value.backend().size(); i++) {
    count += static_cast<uint64_t>(__builtin_popcountll(a.value.backend().limbs()[i]));
  }
  return count;
}

uint64_t top_bits(const BigNumber& a, int64_t* exponent, bool* sticky) {
  uint64_t length = bit_length(a);
  Integer magnitude = mp::abs(a.value);
  if (length <= 64) {
    *exponent = static_cast<int64_t>(length) - 64;
    *sticky = false;
    return magnitude.convert_to<uint64_t>() << (64 - length);
  }
  uint64_t drop = length - 64;
  *exponent = static_cast<int64_t>(drop);
  *sticky = mp::lsb(magnitude) < drop;
  return Integer(magnitude >> drop).convert_to<uint64_t>();
}

uint64_t magnitude_modulo(const BigNumber& a, uint64_t m) {
  constexpr int kBits = sizeof(mp::limb_type) * 8;
  uint64_t rest = 0;
  for (size_t i = a.value.backend().size(); i-- > 0;) {
    unsigned __int128 step = static_cast<unsigned __int128>(rest) << kBits | a.value.backend().limbs()[i];
    rest = static_cast<uint64_t>(step % m);
  }
  return rest;
}

namespace {

constexpr char kDigits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

/// How many digits of `base` fit 64 bits, and base to that power.
int chunk_digits(int base, uint64_t* power) {
  int digits = 0;
  uint64_t p = 1;
  while (p <= (uint64_t{1} << 63) / static_cast<uint64_t>(base)) {
    p *= static_cast<uint64_t>(base);
    digits++;
  }
  *power = p;
  return digits;
}

int digit_value(char c) {
  return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

/// Digits of `n` >= 0, at least `width` of them, by halving: n = high * base**k + low.
void write_digits(const Integer& n, int base, size_t width, std::string& out) {
  uint64_t chunk;
  int per_chunk = chunk_digits(base, &chunk);
  if (n.backend().size() > 40) {
    Integer power = chunk;
    size_t digits = static_cast<size_t>(per_chunk);
    while (power.backend().size() * 2 < n.backend().size()) {
      power *= power;
      digits *= 2;
    }
    Integer high, low;
    mp::divide_qr(n, power, high, low);
    write_digits(high, base, width > digits ? width - digits : 0, out);
    write_digits(low, base, digits, out);
    return;
  }
  std::string reversed;
  Integer rest = n;
  while (!rest.is_zero()) {
    auto low = static_cast<uint64_t>(Integer(rest % chunk));
    rest /= chunk;
    for (int i = 0; i < per_chunk && (low != 0 || !rest.is_zero()); i++) {
      reversed += kDigits[low % static_cast<uint64_t>(base)];
      low /= static_cast<uint64_t>(base);
    }
  }
  if (reversed.size() < width) reversed.append(width - reversed.size(), '0');
  out.append(reversed.rbegin(), reversed.rend());
}

Integer read_digits(std::string_view digits, int base) {
  uint64_t chunk;
  auto per_chunk = static_cast<size_t>(chunk_digits(base, &chunk));
  if (digits.size() > per_chunk * 32) {
    Integer power = chunk;
    size_t low = per_chunk;
    while (low * 2 < digits.size()) {
      power *= power;
      low *= 2;
    }
    size_t split = digits.size() - low;
    return read_digits(digits.substr(0, split), base) * power + read_digits(digits.substr(split), base);
  }
  Integer n = 0;
  for (size_t i = 0; i < digits.size();) {
    size_t count = (digits.size() - i) % per_chunk;
    if (count == 0) count = per_chunk;
    uint64_t value = 0;
    for (size_t end = i + count; i < end; i++) {
      value = value * static_cast<uint64_t>(base) + static_cast<uint64_t>(digit_value(digits[i]));
    }
    n *= chunk;
    n += value;
  }
  return n;
}

int power_of_two(int base) {
  switch (base) {
    case 2: return 1;
    case 4: return 2;
    case 8: return 3;
    case 16: return 4;
    case 32: return 5;
    default: return 0;
  }
}

}  // namespace

std::string to_text(const BigNumber& a, int base) {
  std::string out;
  if (a.value.is_zero()) return "0";
  if (a.value.sign() < 0) out += '-';
  int bits = power_of_two(base);
  if (bits == 0) {
    write_digits(mp::abs(a.value), base, 0, out);
    return out;
  }
  constexpr int kLimbBits = sizeof(mp::limb_type) * 8;
  auto limbs = a.value.backend().limbs();
  size_t count = a.value.backend().size();
  uint64_t length = bit_length(a);
  for (uint64_t digit = (length + static_cast<uint64_t>(bits) - 1) / static_cast<uint64_t>(bits); digit-- > 0;) {
    uint64_t at = digit * static_cast<uint64_t>(bits);
    size_t limb = at / kLimbBits;
    unsigned offset = at % kLimbBits;
    uint64_t value = limbs[limb] >> offset;
    if (offset + static_cast<unsigned>(bits) > kLimbBits && limb + 1 < count) value |= limbs[limb + 1] << (kLimbBits - offset);
    out += kDigits[value & ((1u << bits) - 1)];
  }
  return out;
}

Big from_digits(std::string_view digits, int base) {
  int bits = power_of_two(base);
  if (bits == 0) return make(read_digits(digits, base));
  std::string bytes;
  uint32_t buffer = 0;
  int held = 0;
  for (size_t i = digits.size(); i-- > 0;) {
    buffer |= static_cast<uint32_t>(digit_value(digits[i])) << held;
    held += bits;
    while (held >= 8) {
      bytes += static_cast<char>(buffer);
      buffer >>= 8;
      held -= 8;
    }
  }
  bytes += static_cast<char>(buffer);
  return from_magnitude(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), false);
}

std::string magnitude_bytes(const BigNumber& a) {
  std::string out((bit_length(a) + 7) / 8, '\0');
  for (size_t i = 0; i < out.size(); i++) {
    mp::limb_type limb = a.value.backend().limbs()[i / sizeof(limb)];
    out[i] = static_cast<char>(limb >> (i % sizeof(limb) * 8));
  }
  return out;
}

Big from_magnitude(const uint8_t* little_endian, size_t length, bool negative) {
  Integer n;
  size_t limbs = (length + sizeof(mp::limb_type) - 1) / sizeof(mp::limb_type);
  if (limbs == 0) return make(std::move(n));
  n.backend().resize(static_cast<unsigned>(limbs), static_cast<unsigned>(limbs));
  for (size_t i = 0; i < limbs; i++) {
    mp::limb_type limb = 0;
    for (size_t k = 0; k < sizeof(limb) && i * sizeof(limb) + k < length; k++) {
      limb |= static_cast<mp::limb_type>(little_endian[i * sizeof(limb) + k]) << (8 * k);
    }
    n.backend().limbs()[i] = limb;
  }
  n.backend().normalize();
  if (negative) n.backend().negate();
  return make(std::move(n));
}

}  // namespace big

}  // namespace loopscope::python
