// SPDX-License-Identifier: MIT
#include "python/library/struct_format.h"

#include <bit>
#include <cmath>
#include <cstring>

#include "python/vm/bytes.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"

namespace loopscope::python {

Type* struct_error;

namespace {

using enum ItemKind;
const ItemType kStandard[] = {
    {'b', signed_int, 1}, {'B', unsigned_int, 1}, {'h', signed_int, 2}, {'H', unsigned_int, 2}, {'i', signed_int, 4},
    {'I', unsigned_int, 4}, {'l', signed_int, 4}, {'L', unsigned_int, 4}, {'q', signed_int, 8}, {'Q', unsigned_int, 8},
    {'f', real, 4}, {'d', real, 8}, {'e', real, 2}, {'?', flag, 1}, {'c', character, 1}, {'s', text, 1}, {'p', pascal, 1},
    {'x', pad, 1}};
const ItemType kNative[] = {
    {'l', signed_int, 8}, {'L', unsigned_int, 8}, {'n', signed_int, 8}, {'N', unsigned_int, 8}, {'P', pointer, 8}, {'f', real, 4, true}};

constexpr size_t kMaxSize = SIZE_MAX / 2;

bool range_error(const ItemType& type) {
  const int bits = type.size * 8;
  if (type.kind == unsigned_int) {
    Ref high = make_int_unsigned(bits == 64 ? ~uint64_t{0} : (uint64_t{1} << bits) - 1);
    raise(*struct_error, "'%c' format requires 0 <= number <= %S", type.code, high.get());
  } else {
    auto high = static_cast<int64_t>(~uint64_t{0} >> (65 - bits));
    raise(*struct_error, "'%c' format requires %lld <= number <= %lld", type.code, static_cast<long long>(-high - 1),
          static_cast<long long>(high));
  }
  return false;
}

void put(uint8_t* p, uint64_t bits, size_t size, bool big_endian) {
  for (size_t i = 0; i < size; i++) p[big_endian ? size - 1 - i : i] = static_cast<uint8_t>(bits >> (8 * i));
}
uint64_t get(const uint8_t* p, size_t size, bool big_endian) {
  uint64_t bits = 0;
  for (size_t i = 0; i < size; i++) bits |= static_cast<uint64_t>(p[big_endian ? size - 1 - i : i]) << (8 * i);
  return bits;
}

bool pack_int(const ItemType& type, uint8_t* p, Value v, bool big_endian) {
  Ref n = Ref::share(v);
  if (!is_int(v)) {
    if (!type_of(v)->index) return raise(*struct_error, "required argument is not an integer"), false;
    n = index(v);
    if (!n) return false;
  }
  uint8_t bytes[8];
  bool is_signed = type.kind == signed_int || (type.kind == pointer && int_sign(n) < 0);
  if (!int_to_bytes(n, bytes, type.size, is_signed)) {
    if (type.kind == pointer) return raise(*struct_error, "int too large to convert"), false;
    return range_error(type);
  }
  for (uint32_t i = 0; i < type.size; i++) p[big_endian ? type.size - 1 - i : i] = bytes[i];
  return true;
}

bool pack_real(const ItemType& type, uint8_t* p, Value v, bool big_endian) {
  double d;
  if (!to_double(v, &d)) {
    clear_pending();
    return raise(*struct_error, "required argument is not a float"), false;
  }
  uint64_t bits;
  bool fits = true;
  if (type.size == 8) {
    bits = std::bit_cast<uint64_t>(d);
  } else if (type.size == 4) {
    auto f = static_cast<float>(d);
    fits = type.overflows || !std::isinf(f) || std::isinf(d);
    bits = std::bit_cast<uint32_t>(f);
  } else {
    uint16_t half = 0;
    fits = pack_half(d, &half);
    bits = half;
  }
  if (!fits && is_int(v)) return raise(*struct_error, "int too large to convert"), false;
  if (!fits) return raise(exc::OverflowError, "float too large to pack with %c format", type.code), false;
  put(p, bits, type.size, big_endian);
  return true;
}

}  // namespace

double unpack_half(uint16_t bits) {
  int exponent = bits >> 10 & 31;
  double mantissa = bits & 0x3FF, value;
  if (exponent == 31) value = mantissa != 0 ? std::nan("") : HUGE_VAL;
  else value = exponent ? std::ldexp(mantissa + 1024, exponent - 25) : std::ldexp(mantissa, -24);
  return bits & 0x8000 ? -value : value;
}

bool pack_half(double d, uint16_t* bits) {
  uint16_t sign = std::signbit(d) ? 0x8000 : 0;
  d = std::fabs(d);
  if (std::isnan(d)) return *bits = sign | 0x7E00, true;
  if (std::isinf(d)) return *bits = sign | 0x7C00, true;
  int exponent = d == 0 ? -14 : std::ilogb(d);
  if (exponent < -14) exponent = -14;
  // In units of the last place, to even; rounding up may carry into the exponent, which is what should happen.
  double scaled = std::ldexp(d, 10 - exponent), whole = std::floor(scaled), rest = scaled - whole;
  auto units = static_cast<uint32_t>(whole > 65536 ? 65536 : whole);
  if (rest > 0.5 || (rest == 0.5 && (units & 1))) units++;
  uint32_t result = exponent > 16 ? 0x7C00 : static_cast<uint32_t>((exponent + 14) << 10) + units;
  *bits = static_cast<uint16_t>(sign | result);
  return result < 0x7C00;
}

const ItemType* find_item_type(char code, bool native) {
  if (native)
    for (auto& t : kNative)
      if (t.code == code) return &t;
  for (auto& t : kStandard)
    if (t.code == code) return &t;
  return nullptr;
}

bool parse_struct_format(std::string_view text, StructFormat* out) {
  bool native = true, aligned = true;
  size_t i = 0;
  if (!text.empty() && std::strchr("@=<>!", text[0]) && text[0]) {
    char order = text[i++];
    aligned = native = order == '@';
    out->big_endian = order == '>' || order == '!';
  }
  while (i < text.size()) {
    char c = text[i++];
    if (c == ' ' || (c >= '\t' && c <= '\r')) continue;
    size_t count = 1;
    if (c >= '0' && c <= '9') {
      count = 0;
      for (;; c = text[i++]) {
        if (count > (kMaxSize - 9) / 10) return raise(*struct_error, "total struct size too long"), false;
        count = count * 10 + static_cast<size_t>(c - '0');
        if (i == text.size()) return raise(*struct_error, "repeat count given without format specifier"), false;
        if (text[i] < '0' || text[i] > '9') break;
      }
      c = text[i++];
    }
    const ItemType* type = find_item_type(c, native);
    if (!type) return raise(*struct_error, "bad char in struct format"), false;
    if (aligned) out->size = (out->size + type->size - 1) / type->size * type->size;
    if (count > (UINT32_MAX - out->size) / type->size) return raise(*struct_error, "total struct size too long"), false;
    bool one = type->kind == ItemKind::text || type->kind == pascal;
    out->items += one ? 1 : type->kind == pad ? 0 : count;
    if (type->kind != pad && (one || count)) out->fields.push_back({*type, static_cast<uint32_t>(out->size), static_cast<uint32_t>(count)});
    out->size += count * type->size;
  }
  return true;
}

Ref unpack_item(const ItemType& type, const uint8_t* p, bool big_endian) {
  if (type.kind == character) return make_bytes(p, 1);
  uint64_t bits = get(p, type.size, big_endian);
  switch (type.kind) {
    case signed_int: {
      int shift = 64 - type.size * 8;
      return make_int(static_cast<int64_t>(bits << shift) >> shift);
    }
    case flag: return boolean(bits != 0);
    case real:
      if (type.size == 8) return make_float(std::bit_cast<double>(bits));
      if (type.size == 4) return make_float(static_cast<double>(std::bit_cast<float>(static_cast<uint32_t>(bits))));
      return make_float(unpack_half(static_cast<uint16_t>(bits)));
    default: return make_int_unsigned(bits);
  }
}

bool pack_item(const ItemType& type, uint8_t* p, Value v, bool big_endian) {
  switch (type.kind) {
    case real: return pack_real(type, p, v, big_endian);
    case flag: {
      int t = truth(v);
      *p = t > 0;
      return t >= 0;
    }
    case character:
      if (!is_bytes(v) || v.as<Bytes>()->length != 1)
        return raise(*struct_error, "char format requires a bytes object of length 1"), false;
      *p = v.as<Bytes>()->data[0];
      return true;
    default: return pack_int(type, p, v, big_endian);
  }
}

}  // namespace loopscope::python
