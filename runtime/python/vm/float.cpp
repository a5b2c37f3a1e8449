// SPDX-License-Identifier: MIT
#include <cerrno>
#include <cmath>
#include <cstring>

#include "python/number/float_text.h"
#include "python/vm/bytes.h"
#include "python/vm/constructor_arguments.h"
#include "python/vm/float_methods.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"

/// The type `float`: values, operators, constructor.
namespace loopscope::python {

Ref make_float(double d) {
  auto f = allocate_as<Float>(&float_type);
  if (!f) return nullptr;
  f->value = d;
  return Ref::steal(f);
}

int64_t hash_double(double d) {
  if (std::isnan(d)) return 0;  // callers who have the object use its identity
  if (std::isinf(d)) return d > 0 ? 314159 : -314159;
  constexpr int kBits = 61;
  constexpr uint64_t kModulus = (uint64_t{1} << kBits) - 1;
  int exponent;
  double fraction = std::frexp(std::fabs(d), &exponent);
  uint64_t x = 0;
  while (fraction != 0) {  // 28 bits at a time
    x = ((x << 28) & kModulus) | x >> (kBits - 28);
    fraction *= 268435456.0;
    exponent -= 28;
    auto whole = static_cast<uint64_t>(fraction);
    fraction -= static_cast<double>(whole);
    x += whole;
    if (x >= kModulus) x -= kModulus;
  }
  int turn = exponent % kBits;
  if (turn < 0) turn += kBits;
  x = ((x << turn) & kModulus) | x >> (kBits - turn);
  auto hash = static_cast<int64_t>(x);
  if (d < 0) hash = -hash;
  return hash == -1 ? -2 : hash;
}

double float_remainder(double a, double b) {
  double m = std::fmod(a, b);
  if (m == 0) return std::copysign(0.0, b);
  return (m < 0) != (b < 0) ? m + b : m;
}

double float_floor_divide(double a, double b) {
  double m = std::fmod(a, b);
  double quotient = (a - m) / b;
  if (m != 0 && (m < 0) != (b < 0)) quotient -= 1;
  if (quotient == 0) return std::copysign(0.0, a / b);
  double whole = std::floor(quotient);
  return quotient - whole > 0.5 ? whole + 1 : whole;
}

Ref float_power(double base, double exponent) {
  if (exponent == 0 || base == 1) return make_float(1);
  if (std::isnan(base) || std::isnan(exponent)) return make_float(std::isnan(base) ? base : exponent);
  if (base == 0 && exponent < 0 && !std::isinf(exponent)) {
    return raise(exc::ZeroDivisionError, "0.0 cannot be raised to a negative power");
  }
  if (base == 0 && std::isinf(exponent) && exponent < 0) return make_float(HUGE_VAL);
  if (base < 0 && std::isfinite(base) && std::isfinite(exponent) && exponent != std::floor(exponent)) {
    return complex_power(base, 0, exponent, 0);
  }
  double result = std::pow(base, exponent);
  if (std::isinf(result) && std::isfinite(base) && std::isfinite(exponent)) {
    Own<Tuple> arguments = tuple_of(Value::small(34), make_str("Numerical result out of range").get());
    Ref error = call_with(&exc::OverflowError, arguments.get(), nullptr);
    return error ? raise_value(error) : nullptr;
  }
  return make_float(result);
}

namespace {

void dealloc(Object* object) { free_object(object); }

/// An operand of a float operator: float or int. 1 ok, 0 another type, -1 OverflowError.
int operand(Value v, double* out) {
  if (v.is_object() && v.object()->type == &float_type) {
    *out = v.as<Float>()->value;
    return 1;
  }
  if (v.is_small()) {
    *out = static_cast<double>(v.small_value());
    return 1;
  }
  if (is_float(v)) {
    *out = v.as<Float>()->value;
    return 1;
  }
  if (!is_int(v)) return 0;
  if (int_to_double(v, out)) return 1;
  return raise(exc::OverflowError, "int too large to convert to float"), -1;
}

template <BinaryOp op>
Ref slot_binary(Value a, Value b) {
  double x, y;
  int left = operand(a, &x);
  if (left <= 0) return left < 0 ? Ref() : not_implemented();
  int right = operand(b, &y);
  if (right <= 0) return right < 0 ? Ref() : not_implemented();
  switch (op) {
    case BinaryOp::add: return make_float(x + y);
    case BinaryOp::subtract: return make_float(x - y);
    case BinaryOp::multiply: return make_float(x * y);
    case BinaryOp::true_divide:
      if (y == 0) return raise(exc::ZeroDivisionError, "float division by zero");
      return make_float(x / y);
    case BinaryOp::floor_divide:
      if (y == 0) return raise(exc::ZeroDivisionError, "float floor division by zero");
      return make_float(float_floor_divide(x, y));
    case BinaryOp::remainder:
      if (y == 0) return raise(exc::ZeroDivisionError, "float modulo by zero");
      return make_float(float_remainder(x, y));
    case BinaryOp::divmod: {
      if (y == 0) return raise(exc::ZeroDivisionError, "float divmod()");
      Ref q = make_float(float_floor_divide(x, y)), r = make_float(float_remainder(x, y));
      return q && r ? Ref(tuple_of(q.get(), r.get())) : nullptr;
    }
    case BinaryOp::power: return float_power(x, y);
    default: return not_implemented();
  }
}

Ref slot_repr(Value v) { return make_str(float_repr(v.as<Float>()->value)); }

bool slot_hash(Value v, int64_t* out) {
  double d = v.as<Float>()->value;
  *out = std::isnan(d) ? static_cast<int64_t>(v.bits() >> 4) : hash_double(d);
  return true;
}

Ref slot_compare(Value a, Value b, CompareOp op) {
  // One of the two is a float; the order of the other's kind decides whether this is our business.
  int order;  // 2: unordered
  if (is_float(a) && is_float(b)) {
    double x = a.as<Float>()->value, y = b.as<Float>()->value;
    order = x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
  } else if (is_float(a) && is_int(b)) {
    double x = a.as<Float>()->value;
    order = std::isnan(x) ? 2 : -int_compare_double(b, x);
  } else if (is_int(a) && is_float(b)) {
    double y = b.as<Float>()->value;
    order = std::isnan(y) ? 2 : int_compare_double(a, y);
  } else {
    return not_implemented();
  }
  switch (op) {
    case CompareOp::eq: return boolean(order == 0);
    case CompareOp::ne: return boolean(order != 0);
    case CompareOp::lt: return boolean(order == -1);
    case CompareOp::le: return boolean(order == -1 || order == 0);
    case CompareOp::gt: return boolean(order == 1);
    case CompareOp::ge: return boolean(order == 1 || order == 0);
  }
  return not_implemented();
}

Ref slot_negative(Value v) { return make_float(-v.as<Float>()->value); }
Ref slot_positive(Value v) { return is_exact(v, float_type) ? Ref::share(v) : make_float(v.as<Float>()->value); }
int slot_truth(Value v) { return v.as<Float>()->value != 0; }
Ref slot_int(Value v) { return make_int_from_double(v.as<Float>()->value); }

Ref slot_new(Type* type, const Args& args) {
  Value x;
  if (!read_positional("float", args, 1, &x)) return nullptr;
  Ref result;
  BytesView view;
  if (!x) {
    result = make_float(0);
  } else if (is_str(x)) {
    result = float_from_text(ascii_number(x.as<Str>()), x);
  } else if (type_of(x)->to_float || type_of(x)->index) {
    double d;
    if (!to_double(x, &d)) return nullptr;
    result = make_float(d);
  } else if (read_bytes(x, &view)) {
    result = float_from_text({reinterpret_cast<const char*>(view.data), view.length}, x);
  } else {
    return raise(exc::TypeError, "float() argument must be a string or a real number, not '%T'", x);
  }
  if (!result || type == &float_type) return result;
  auto instance = allocate_as<Float>(type);
  if (instance) instance->value = result.as<Float>()->value;
  return instance ? Ref::steal(instance) : nullptr;
}

constexpr int at(BinaryOp op) { return static_cast<int>(op); }

constexpr Type describe() {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = "float";
  t.flags = kTypeBase;
  t.basic_size = sizeof(Float);
  t.dealloc = dealloc;
  t.repr = slot_repr;
  t.hash = slot_hash;
  t.compare = slot_compare;
  t.new_ = slot_new;
  t.binary[at(BinaryOp::add)] = slot_binary<BinaryOp::add>;
  t.binary[at(BinaryOp::subtract)] = slot_binary<BinaryOp::subtract>;
  t.binary[at(BinaryOp::multiply)] = slot_binary<BinaryOp::multiply>;
  t.binary[at(BinaryOp::true_divide)] = slot_binary<BinaryOp::true_divide>;
  t.binary[at(BinaryOp::floor_divide)] = slot_binary<BinaryOp::floor_divide>;
  t.binary[at(BinaryOp::remainder)] = slot_binary<BinaryOp::remainder>;
  t.binary[at(BinaryOp::divmod)] = slot_binary<BinaryOp::divmod>;
  t.binary[at(BinaryOp::power)] = slot_binary<BinaryOp::power>;
  t.unary[static_cast<int>(UnaryOp::negative)] = slot_negative;
  t.unary[static_cast<int>(UnaryOp::positive)] = slot_positive;
  t.truth = slot_truth;
  t.to_int = slot_int;
  t.to_float = slot_positive;
  t.methods = kFloatMethods;
  t.getset = kFloatGetSet;
  t.doc = "A floating-point number: of a number, or of its text.";
  return t;
}

}  // namespace

constinit Type float_type = describe();

Ref float_from_text(std::string_view text, Value original) {
  auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  std::string_view trimmed = text;
  while (!trimmed.empty() && space(trimmed.front())) trimmed.remove_prefix(1);
  while (!trimmed.empty() && space(trimmed.back())) trimmed.remove_suffix(1);
  std::string plain;
  bool valid = true;
  for (size_t i = 0; i < trimmed.size(); i++) {
    auto digit = [&](size_t k) { return k < trimmed.size() && trimmed[k] >= '0' && trimmed[k] <= '9'; };
    if (trimmed[i] != '_') plain += trimmed[i];
    else if (i == 0 || !digit(i - 1) || !digit(i + 1)) valid = false;
  }
  double d;
  if (valid && parse_double(plain, &d)) return make_float(d);
  return raise(exc::ValueError, "could not convert string to float: %R", original);
}

}  // namespace loopscope::python
