// SPDX-License-Identifier: MIT
#include "python/vm/int_methods.h"

#include <algorithm>

#include "python/vm/big_number.h"
#include "python/vm/bytes.h"
#include "python/vm/format.h"
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"

namespace loopscope::python {

namespace {

Ref itself(Value self, const Value*) { return exact_int(self); }
Ref get_itself(Value self) { return exact_int(self); }
Ref get_zero(Value) { return Ref::small(0); }
Ref get_one(Value) { return Ref::small(1); }
Ref absolute(Value self, const Value*) { return int_absolute(self); }
Ref bit_length(Value self, const Value*) { return make_int(int_bit_length(self)); }
Ref bit_count(Value self, const Value*) { return make_int(static_cast<int64_t>(big::bit_count(*BigOperand(self)))); }
Ref is_integer(Value, const Value*) { return boolean(true); }
Ref as_integer_ratio(Value self, const Value*) { return tuple_of(exact_int(self).get(), Value::small(1)); }
Ref getnewargs(Value self, const Value*) { return tuple_of(exact_int(self).get()); }

/// As 64-bit CPython, with its 30-bit digits.
Ref size_of(Value self, const Value*) {
  return make_int(24 + 4 * std::max<int64_t>(1, (int_bit_length(self) + 29) / 30));
}

Ref dunder_format(Value v, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "__format__() argument must be str, not %T", args[0]);
  if (args[0].as<Str>()->length == 0) return str(v);
  return format_int(v, args[0].as<Str>());
}

Ref round(Value v, const Value* args) {
  if (!args[0] || args[0] == kNone) return exact_int(v);
  return int_round(v, args[0]);
}

/// "big" or "little" (default big).
bool byte_order(Value v, bool* little) {
  *little = false;
  if (!v) return true;
  if (!is_str(v)) return raise(exc::TypeError, "argument 'byteorder' must be str, not %T", v), false;
  *little = str_equals(v.as<Str>(), "little");
  if (*little || str_equals(v.as<Str>(), "big")) return true;
  return raise(exc::ValueError, "byteorder must be either 'little' or 'big'"), false;
}

Ref to_bytes(Value self, const Value* args) {
  int64_t length = 1;
  bool little;
  if (args[0] && !to_int64(args[0], &length, OnOverflow::error)) return nullptr;
  if (!byte_order(args[1], &little)) return nullptr;
  int is_signed = args[2] ? truth(args[2]) : 0;
  if (is_signed < 0) return nullptr;
  if (length < 0) return raise(exc::ValueError, "length argument must be non-negative");
  if (!is_signed && int_sign(self) < 0) return raise(exc::OverflowError, "can't convert negative int to unsigned");
  if (length > PTRDIFF_MAX / 2) return raise(exc::MemoryError, "");
  Own<Bytes> result = new_bytes(static_cast<size_t>(length));
  if (!result) return nullptr;
  if (!int_to_bytes(self, result->data, result->length, is_signed)) {
    return raise(exc::OverflowError, "int too big to convert");
  }
  if (!little) std::reverse(result->data, result->data + result->length);
  return result;
}

Ref from_bytes(Value cls, const Value* args) {
  bool little;
  if (!byte_order(args[1], &little)) return nullptr;
  int is_signed = args[2] ? truth(args[2]) : 0;
  if (is_signed < 0) return nullptr;
  Ref source = to_bytes_object(args[0]);
  if (!source) return nullptr;
  auto bytes = source.as<Bytes>();
  std::string data(reinterpret_cast<const char*>(bytes->data), bytes->length);
  if (!little) std::reverse(data.begin(), data.end());
  Ref n = int_from_bytes(reinterpret_cast<const uint8_t*>(data.data()), data.size(), is_signed);
  return !n || cls == Value(&int_type) ? n : call(cls, n);
}

}  // namespace

Ref int_round(Value v, Value ndigits) {
  Ref digits = index(ndigits);
  if (!digits) return nullptr;
  if (int_sign(digits) >= 0) return exact_int(v);
  int64_t n = int_clamped(digits);
  if (n < -(int_bit_length(v) / 3 + 2)) return Ref::small(0);  // less than half of the unit
  Ref unit = int_power(Value::small(10), Value::small(static_cast<intptr_t>(-n)), Value());
  if (!unit) return nullptr;
  Ref down = int_binary(BinaryOp::floor_divide, v, unit);
  if (!down) return nullptr;
  Ref rest = int_binary(BinaryOp::subtract, v, int_binary(BinaryOp::multiply, down, unit));
  if (!rest) return nullptr;
  int order = int_compare(int_binary(BinaryOp::multiply, rest, Value::small(2)), unit);
  if (order > 0 || (order == 0 && int_is_odd(down))) down = int_binary(BinaryOp::add, down, Value::small(1));
  return int_binary(BinaryOp::multiply, down, unit);
}

extern constexpr NativeDef kIntMethods[] = {
    {"conjugate", itself, ""},
    {"bit_length", bit_length, ""},
    {"bit_count", bit_count, ""},
    {"to_bytes", to_bytes, "length=1, byteorder='big', *, signed=False"},
    {"from_bytes", from_bytes, "bytes, byteorder='big', *, signed=False", kNativeClass},
    {"as_integer_ratio", as_integer_ratio, ""},
    {"is_integer", is_integer, ""},
    {"__abs__", absolute, ""},
    {"__trunc__", itself, ""},
    {"__floor__", itself, ""},
    {"__ceil__", itself, ""},
    {"__round__", round, "ndigits=None, /"},
    {"__getnewargs__", getnewargs, ""},
    {"__format__", dunder_format, "format_spec, /"},
    {"__sizeof__", size_of, ""},
    {nullptr, nullptr, nullptr},
};

extern constexpr GetSetDef kIntGetSet[] = {
    {"real", get_itself},
    {"imag", get_zero},
    {"numerator", get_itself},
    {"denominator", get_one},
    {nullptr, nullptr},
};

}  // namespace loopscope::python
