// SPDX-License-Identifier: MIT
#include "python/vm/float_methods.h"

#include <cmath>

#include "python/number/float_text.h"
#include "python/vm/format.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"

namespace loopscope::python {

namespace {

double value_of(Value v) { return v.as<Float>()->value; }

Ref itself(Value self, const Value*) { return is_exact(self, float_type) ? Ref::share(self) : make_float(value_of(self)); }
Ref get_itself(Value self) { return itself(self, nullptr); }
Ref get_zero(Value) { return make_float(0); }
Ref absolute(Value self, const Value*) { return make_float(std::fabs(value_of(self))); }
Ref truncate(Value self, const Value*) { return make_int_from_double(value_of(self)); }
Ref floor(Value self, const Value*) { return make_int_from_double(std::floor(value_of(self))); }
Ref ceil(Value self, const Value*) { return make_int_from_double(std::ceil(value_of(self))); }
Ref getnewargs(Value self, const Value*) { return tuple_of(make_float(value_of(self)).get()); }

Ref is_integer(Value self, const Value*) {
  double d = value_of(self);
  return boolean(std::isfinite(d) && std::floor(d) == d);
}

Ref as_integer_ratio(Value self, const Value*) {
  double d = value_of(self);
  if (std::isinf(d)) return raise(exc::OverflowError, "cannot convert Infinity to integer ratio");
  if (std::isnan(d)) return raise(exc::ValueError, "cannot convert NaN to integer ratio");
  int exponent;
  double fraction = std::frexp(d, &exponent);
  while (fraction != std::floor(fraction)) {
    fraction *= 2;
    exponent--;
  }
  if (d == 0) exponent = 0;
  Ref numerator = make_int_from_double(fraction), denominator = Ref::small(1);
  if (exponent > 0) numerator = int_shift(numerator, exponent);
  else denominator = int_shift(denominator, -exponent);
  return numerator && denominator ? Ref(tuple_of(numerator.get(), denominator.get())) : nullptr;
}

/// Half to even at a decimal place, by way of the exact decimal expansion as CPython does.
Ref round(Value self, const Value* args) {
  double d = value_of(self);
  if (!args[0] || args[0] == kNone) {
    double whole = std::floor(d), rest = d - whole;
    if (rest > 0.5 || (rest == 0.5 && std::fmod(whole, 2) != 0)) whole += 1;
    return make_int_from_double(whole);
  }
  int64_t digits;
  if (!to_int64(args[0], &digits, OnOverflow::clamp)) return nullptr;
  if (!std::isfinite(d) || d == 0 || digits > 323) return make_float(d);
  if (digits < -308) return make_float(std::copysign(0.0, d));
  double result = 0;
  if (digits >= 0) {
    parse_double(double_to_text(d, 'f', static_cast<int>(digits), 0), &result);
  } else {
    // The exact integer digits, cut at a power of ten; what is below half, at half or above decides.
    std::string text = double_to_text(std::fabs(d), 'f', 1074, 0);
    size_t point = text.find('.');
    auto dropped = static_cast<size_t>(-digits);
    if (dropped > point) return make_float(std::copysign(0.0, d));
    size_t keep = point - dropped;
    std::string rest = text.substr(keep);
    bool above = rest[0] > '5' || (rest[0] == '5' && rest.find_first_of("123456789", 1) != std::string::npos);
    bool half = !above && rest[0] == '5';
    std::string kept = text.substr(0, keep);
    if (kept.empty()) kept = "0";
    if (above || (half && (kept.back() - '0') % 2 == 1)) {
      size_t i = kept.size();
      while (i > 0 && kept[i - 1] == '9') kept[--i] = '0';
      if (i == 0) kept.insert(0, 1, '1');
      else kept[i - 1]++;
    }
    kept += "e" + std::to_string(dropped);
    parse_double(kept, &result);
    result = std::copysign(result, d);
  }
  if (std::isinf(result)) return raise(exc::OverflowError, "rounded value too large to represent");
  return make_float(result);
}

Ref hex(Value self, const Value*) { return make_str(double_to_hex(value_of(self))); }

Ref fromhex(Value cls, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "bad argument type for built-in operation");
  double d = 0;
  switch (double_from_hex(to_utf8(args[0].as<Str>()), &d)) {
    case HexResult::invalid: return raise(exc::ValueError, "invalid hexadecimal floating-point string");
    case HexResult::too_large:
      return raise(exc::OverflowError, "hexadecimal value too large to represent as a float");
    case HexResult::ok: break;
  }
  Ref result = make_float(d);
  return !result || cls == Value(&float_type) ? result : call(cls, result);
}

Ref dunder_format(Value v, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "__format__() argument must be str, not %T", args[0]);
  if (args[0].as<Str>()->length == 0) return str(v);
  return format_float(v, value_of(v), args[0].as<Str>());
}

Ref getformat(Value, const Value* args) {
  if (is_str(args[0]) && (str_equals(args[0].as<Str>(), "double") || str_equals(args[0].as<Str>(), "float"))) {
    return make_str("IEEE, little-endian");
  }
  return raise(exc::ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
}

}  // namespace

extern constexpr NativeDef kFloatMethods[] = {
    {"conjugate", itself, ""},
    {"is_integer", is_integer, ""},
    {"as_integer_ratio", as_integer_ratio, ""},
    {"hex", hex, ""},
    {"fromhex", fromhex, "string, /", kNativeClass},
    {"__abs__", absolute, ""},
    {"__trunc__", truncate, ""},
    {"__floor__", floor, ""},
    {"__ceil__", ceil, ""},
    {"__round__", round, "ndigits=None, /"},
    {"__getnewargs__", getnewargs, ""},
    {"__format__", dunder_format, "format_spec, /"},
    {"__getformat__", getformat, "typestr, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};

extern constexpr GetSetDef kFloatGetSet[] = {
    {"real", get_itself},
    {"imag", get_zero},
    {nullptr, nullptr},
};

}  // namespace loopscope::python
