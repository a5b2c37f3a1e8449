// SPDX-License-Identifier: MIT
#include <cmath>
#include <limits>
#include <vector>

#include "python/library/standard_modules.h"
#include "python/vm/big_number.h"
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/vm.h"

/// `math`: functions of real numbers on C's library, with Python's errors; integers of any size where it has them.
namespace loopscope::python {

namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::nullptr_t domain_error() { return raise(exc::ValueError, "math domain error"); }
std::nullptr_t range_error() { return raise(exc::OverflowError, "math range error"); }

/// What a function of finite values gave: NaN means outside the domain, infinity a pole or an overflow.
Ref checked(double r, bool finite_input, bool can_overflow) {
  if (finite_input) {
    if (std::isnan(r)) return domain_error();
    if (std::isinf(r)) return can_overflow ? Ref(range_error()) : Ref(domain_error());
  }
  return make_float(r);
}

template <double (*f)(double), bool can_overflow>
Ref real(Value, const Value* args) {
  double x;
  if (!to_double(args[0], &x)) return {};
  double r = f(x);
  if (std::isnan(r) && !std::isnan(x)) return domain_error();
  return checked(r, std::isfinite(x), can_overflow);
}

/// Lanczos' approximation as Boost tabulates it for doubles (13 terms): the same digits on every platform.
constexpr double kLanczosG = 6.024680040776729583740234375;
double lanczos_sum(double x) {
  static const double numerator[] = {
      23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
      35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
      6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
      248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
      2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
      8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
      2.5066282746310002701649081771338373386264310793408};
  static const double denominator[] = {0,       39916800, 120543840, 150917976, 105258076, 45995730, 13339535,
                                       2637558, 357423,   32670,     1925,      66,        1};
  double n = 0, d = 0;
  if (x < 5) {
    for (int i = 12; i >= 0; i--) {
      n = n * x + numerator[i];
      d = d * x + denominator[i];
    }
  } else {
    for (int i = 0; i <= 12; i++) {
      n = n / x + numerator[i];
      d = d / x + denominator[i];
    }
  }
  return n / d;
}
/// sin(pi * x), exact where it is simple.
double sin_pi(double x) {
  double y = std::fmod(std::fabs(x), 2.0), r;
  switch (static_cast<int>(std::round(2.0 * y))) {
    case 0: r = std::sin(kPi * y); break;
    case 1: r = std::cos(kPi * (y - 0.5)); break;
    case 2: r = std::sin(kPi * (1.0 - y)); break;
    case 3: r = -std::cos(kPi * (y - 1.5)); break;
    default: r = std::sin(kPi * (y - 2.0)); break;
  }
  return std::copysign(1.0, x) * r;
}

double gamma_of(double x) {
  if (!std::isfinite(x)) return x > 0 || std::isnan(x) ? x : NAN;
  if (x == 0) return NAN;
  if (x == std::floor(x)) {
    if (x < 0) return NAN;
    if (x <= 23) {
      double r = 1;
      for (int i = 2; i < x; i++) r *= i;
      return r;
    }
  }
  double size = std::fabs(x);
  if (size < 1e-20) return 1.0 / x;
  if (size > 200) return x < 0 ? 0.0 / sin_pi(x) : kInfinity;
  constexpr double shift = kLanczosG - 0.5;
  double y = size + shift, z, r;
  if (size > shift) {
    double q = y - size;
    z = q - shift;
  } else {
    double q = y - shift;
    z = q - size;
  }
  z = z * kLanczosG / y;
  auto scale = [&](double value, bool divide) {
    double p = size < 140 ? std::pow(y, size - 0.5) : std::pow(y, size / 2 - 0.25);
    value = divide ? value / p : value * p;
    if (size >= 140) value = divide ? value / p : value * p;
    return value;
  };
  if (x < 0) {
    r = -kPi / sin_pi(size) / size * std::exp(y) / lanczos_sum(size);
    r -= z * r;
    return scale(r, true);
  }
  r = lanczos_sum(size) / std::exp(y);
  r += z * r;
  return scale(r, false);
}
double log_gamma(double x) {
  if (std::isinf(x)) return kInfinity;
  if (std::isnan(x)) return x;
  if (x == std::floor(x) && x <= 2) return x <= 0 ? NAN : 0.0;
  double size = std::fabs(x);
  if (size < 1e-20) return -std::log(size);
  double r = std::log(lanczos_sum(size)) - kLanczosG;
  r += (size - 0.5) * (std::log(size + kLanczosG - 0.5) - 1);
  if (x < 0) r = 1.144729885849400174143427351353058711647 - std::log(std::fabs(sin_pi(size))) - std::log(size) - r;
  return r;
}
double degrees_of(double x) { return x * (180.0 / kPi); }
double radians_of(double x) { return x * (kPi / 180.0); }
double atanh_of(double x) { return std::fabs(x) >= 1 ? NAN : std::atanh(x); }
double log1p_of(double x) { return x <= -1 ? NAN : std::log1p(x); }

// ---- rounding ---------------------------------------------------------------------------------------------------------

Ref rounded(Value v, Str* special, double (*round)(double)) {
  if (!is_exact(v, float_type)) {
    Ref method = lookup_special(v, special);
    if (method) return call(method);
    if (failed()) return {};
  }
  double x;
  return to_double(v, &x) ? make_int_from_double(round(x)) : Ref();
}
Ref floor_(Value, const Value* args) { return is_exact(args[0], int_type) || args[0].is_small() ? Ref::share(args[0]) : rounded(args[0], names::__floor__, std::floor); }
Ref ceil_(Value, const Value* args) { return is_exact(args[0], int_type) || args[0].is_small() ? Ref::share(args[0]) : rounded(args[0], names::__ceil__, std::ceil); }
Ref trunc_(Value, const Value* args) {
  if (is_exact(args[0], float_type)) return make_int_from_double(args[0].as<Float>()->value);
  Ref method = lookup_special(args[0], names::__trunc__);
  if (method) return call(method);
  if (failed()) return {};
  return raise(exc::TypeError, "type %T doesn't define __trunc__ method", args[0]);
}

// ---- two numbers ------------------------------------------------------------------------------------------------------

bool two(const Value* args, double* x, double* y) { return to_double(args[0], x) && to_double(args[1], y); }

Ref pow_(Value, const Value* args) {
  double x, y;
  if (!two(args, &x, &y)) return {};
  double r = std::pow(x, y);
  if (std::isfinite(x) && std::isfinite(y)) {
    if (std::isnan(r)) return domain_error();
    if (std::isinf(r)) return x == 0 ? Ref(domain_error()) : Ref(range_error());
  }
  return make_float(r);
}
Ref fmod_(Value, const Value* args) {
  double x, y;
  if (!two(args, &x, &y)) return {};
  if (std::isinf(y) && std::isfinite(x)) return make_float(x);
  double r = std::fmod(x, y);
  return std::isnan(r) && !std::isnan(x) && !std::isnan(y) ? Ref(domain_error()) : make_float(r);
}
Ref remainder_(Value, const Value* args) {
  double x, y;
  if (!two(args, &x, &y)) return {};
  double r = std::remainder(x, y);
  return std::isnan(r) && !std::isnan(x) && !std::isnan(y) ? Ref(domain_error()) : make_float(r);
}
Ref atan2_(Value, const Value* args) {
  double y, x;
  return two(args, &y, &x) ? make_float(std::atan2(y, x)) : Ref();
}
Ref copysign_(Value, const Value* args) {
  double x, y;
  return two(args, &x, &y) ? make_float(std::copysign(x, y)) : Ref();
}
Ref nextafter_(Value, const Value* args) {
  double x, y;
  if (!two(args, &x, &y)) return {};
  int64_t steps = 1;
  if (args[2] && args[2] != kNone) {
    if (!to_int64(args[2], &steps, OnOverflow::clamp)) return {};
    if (steps < 0) return raise(exc::ValueError, "steps must be a non-negative integer");
  }
  while (steps-- > 0 && x != y && !std::isnan(x)) x = std::nextafter(x, y);
  return make_float(std::isnan(y) ? y : x);
}
Ref ulp_(Value, const Value* args) {
  double x;
  if (!to_double(args[0], &x)) return {};
  if (std::isnan(x)) return make_float(x);
  x = std::fabs(x);
  if (std::isinf(x)) return make_float(x);
  double up = std::nextafter(x, kInfinity);
  return make_float(std::isinf(up) ? x - std::nextafter(x, -kInfinity) : up - x);
}
Ref fma_(Value, const Value* args) {
  double x, y, z;
  if (!two(args, &x, &y) || !to_double(args[2], &z)) return {};
  double r = std::fma(x, y, z);
  if (std::isfinite(r)) return make_float(r);
  if (std::isnan(r) && !std::isnan(x) && !std::isnan(y) && !std::isnan(z)) return raise(exc::ValueError, "invalid operation in fma");
  if (std::isinf(r) && std::isfinite(x) && std::isfinite(y) && std::isfinite(z)) return raise(exc::OverflowError, "overflow in fma");
  return make_float(r);
}
Ref ldexp_(Value, const Value* args) {
  double x;
  if (!to_double(args[0], &x)) return {};
  if (!is_int(args[1])) return raise(exc::TypeError, "Expected an int as second argument to ldexp.");
  int64_t n = int_clamped(args[1]);
  if (x == 0 || !std::isfinite(x)) return make_float(x);
  double r = std::ldexp(x, n > 100000 ? 100000 : n < -100000 ? -100000 : static_cast<int>(n));
  return std::isinf(r) ? Ref(range_error()) : make_float(r);
}
Ref frexp_(Value, const Value* args) {
  double x;
  int e = 0;
  if (!to_double(args[0], &x)) return {};
  if (std::isfinite(x)) x = std::frexp(x, &e);
  return tuple_of(make_float(x), make_int(e));
}
Ref modf_(Value, const Value* args) {
  double x, whole;
  if (!to_double(args[0], &x)) return {};
  double part = std::modf(x, &whole);
  return tuple_of(make_float(part), make_float(whole));
}
Ref isclose_(Value, const Value* args) {
  double a, b, relative = 1e-9, absolute = 0;
  if (!two(args, &a, &b) || (args[2] && !to_double(args[2], &relative)) || (args[3] && !to_double(args[3], &absolute))) return {};
  if (relative < 0 || absolute < 0) return raise(exc::ValueError, "tolerances must be non-negative");
  if (a == b) return boolean(true);
  if (std::isinf(a) || std::isinf(b)) return boolean(false);
  double gap = std::fabs(b - a);
  return boolean(gap <= std::fabs(relative * b) || gap <= std::fabs(relative * a) || gap <= absolute);
}
Ref isnan_(Value, const Value* args) {
  double x;
  return to_double(args[0], &x) ? boolean(std::isnan(x)) : Ref();
}
Ref isinf_(Value, const Value* args) {
  double x;
  return to_double(args[0], &x) ? boolean(std::isinf(x)) : Ref();
}
Ref isfinite_(Value, const Value* args) {
  double x;
  return to_double(args[0], &x) ? boolean(std::isfinite(x)) : Ref();
}

// ---- logarithms -------------------------------------------------------------------------------------------------------

/// log of a float, or of an int of any size.
bool logarithm(Value v, double (*log)(double), double log_of_two, double* out) {
  double x;
  if (is_int(v)) {
    if (int_sign(v) <= 0) return domain_error(), false;
    if (!int_to_double(v, &x)) {
      int64_t exponent;
      bool sticky;
      double top = static_cast<double>(int_top_bits(v, &exponent, &sticky));
      *out = log(std::ldexp(top, -64)) + log_of_two * static_cast<double>(exponent + 64);
      return true;
    }
  } else if (!to_double(v, &x)) {
    return false;
  }
  if (std::isfinite(x) ? x <= 0 : x < 0) return domain_error(), false;
  *out = log(x);
  return true;
}
Ref log_(Value, const Value* args) {
  double x, base;
  if (!logarithm(args[0], std::log, std::log(2.0), &x)) return {};
  if (!args[1]) return make_float(x);
  if (!logarithm(args[1], std::log, std::log(2.0), &base)) return {};
  if (base == 0) return raise(exc::ZeroDivisionError, "division by zero");
  return make_float(x / base);
}
Ref log2_(Value, const Value* args) {
  double x;
  return logarithm(args[0], std::log2, 1.0, &x) ? make_float(x) : Ref();
}
Ref log10_(Value, const Value* args) {
  double x;
  return logarithm(args[0], std::log10, std::log10(2.0), &x) ? make_float(x) : Ref();
}

// ---- norms and sums ---------------------------------------------------------------------------------------------------

/// Square root of the sum of squares: scaled by a power of two, summed in doubled precision, corrected once.
double norm(const std::vector<double>& v) {
  double largest = 0;
  bool nan = false;
  for (double x : v) {
    if (std::isinf(x)) return kInfinity;
    nan |= std::isnan(x);
    if (std::fabs(x) > largest) largest = std::fabs(x);
  }
  if (nan) return NAN;
  if (largest == 0) return 0;
  if (v.size() == 1) return largest;
  int e;
  std::frexp(largest, &e);
  if (e < -1020) {
    std::vector<double> scaled;
    for (double x : v) scaled.push_back(std::ldexp(x, 600));
    return std::ldexp(norm(scaled), -600);
  }
  double sum = 0, rest = 0;
  for (double x : v) {
    double s = std::ldexp(x, -e);
    double square = s * s, low = std::fma(s, s, -square);
    double t = sum + square;
    double bb = t - sum;
    rest += (sum - (t - bb)) + (square - bb) + low;
    sum = t;
  }
  double h = std::sqrt(sum + rest);
  double square = h * h, low = std::fma(h, h, -square);
  double correction = ((sum - square) + (rest - low)) / (2.0 * h);
  return std::ldexp(h + correction, e);
}
Ref hypot_(Value, const Value* args) {
  std::vector<double> v;
  Tuple* t = args[0].as<Tuple>();
  for (uint32_t i = 0; i < t->size; i++) {
    double x;
    if (!to_double(t->items[i], &x)) return {};
    v.push_back(std::fabs(x));
  }
  return make_float(norm(v));
}
Ref dist_(Value, const Value* args) {
  Own<Tuple> p = to_tuple(args[0]);
  Own<Tuple> q = p ? to_tuple(args[1]) : Own<Tuple>();
  if (!q) return {};
  if (p->size != q->size) return raise(exc::ValueError, "both points must have the same number of dimensions");
  std::vector<double> v;
  for (uint32_t i = 0; i < p->size; i++) {
    double x, y;
    if (!to_double(p->items[i], &x) || !to_double(q->items[i], &y)) return {};
    v.push_back(std::fabs(x - y));
  }
  return make_float(norm(v));
}

/// Exactly rounded sum: keeps non-overlapping partial sums (Shewchuk's algorithm).
Ref fsum_(Value, const Value* args) {
  std::vector<double> partials;
  double special = 0, infinities = 0;
  bool ok = for_each(args[0], [&](Value item) {
    double x;
    if (!to_double(item, &x)) return false;
    double original = x;
    size_t kept = 0;
    for (size_t i = 0; i < partials.size(); i++) {
      double y = partials[i];
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      double high = x + y, low = y - (high - x);
      if (low != 0) partials[kept++] = low;
      x = high;
    }
    partials.resize(kept);
    if (x == 0) return true;
    if (std::isfinite(x)) {
      partials.push_back(x);
      return true;
    }
    if (std::isfinite(original)) return raise(exc::OverflowError, "intermediate overflow in fsum"), false;
    if (std::isinf(original)) infinities += original;
    special += original;
    partials.clear();
    return true;
  });
  if (!ok) return {};
  if (special != 0 || std::isnan(special)) {
    if (std::isnan(infinities)) return raise(exc::ValueError, "-inf + inf in fsum");
    return make_float(special);
  }
  double high = 0;
  size_t n = partials.size();
  if (n) {
    high = partials[--n];
    double low = 0;
    while (n) {
      double x = high, y = partials[--n];
      high = x + y;
      low = y - (high - x);
      if (low != 0) break;
    }
    // Half-way cases: round to even by looking at the next partial.
    if (n && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) {
      double y = low * 2, x = high + y;
      if (y == x - high) high = x;
    }
  }
  return make_float(high);
}

Ref prod_(Value, const Value* args) {
  Ref total = args[1] ? Ref::share(args[1]) : Ref::small(1);
  bool ok = for_each(args[0], [&](Value item) {
    total = binary_op(BinaryOp::multiply, total, item);
    return static_cast<bool>(total);
  });
  return ok ? total : Ref();
}

Ref sumprod_(Value, const Value* args) {
  Ref p = iterate(args[0]);
  Ref q = p ? iterate(args[1]) : Ref();
  if (!q) return {};
  Ref total = Ref::small(0);
  double high = 0, middle = 0, low = 0;  // a sum in tripled precision while everything is a float
  bool floats = false;
  auto flush = [&]() {
    if (!floats) return true;
    floats = false;
    Ref part = make_float(high + (middle + low));
    total = binary_op(BinaryOp::add, total, part);
    high = middle = low = 0;
    return static_cast<bool>(total);
  };
  for (;;) {
    Ref a = next(p);
    if (!a && failed()) return {};
    Ref b = next(q);
    if (!b && failed()) return {};
    if (!a != !b) return raise(exc::ValueError, "Inputs are not the same length");
    if (!a) break;
    bool fa = is_exact(a, float_type), fb = is_exact(b, float_type);
    double x, y;
    if ((fa || fb) && (fa || is_int(a)) && (fb || is_int(b))) {
      if (!to_double(a, &x) || !to_double(b, &y)) return {};
      floats = true;
      double product = x * y, rest = std::fma(x, y, -product);
      auto two_sum = [](double s, double t, double* error) {
        double r = s + t, z = r - s;
        *error = (s - (r - z)) + (t - z);
        return r;
      };
      double e1, e2, e3;
      high = two_sum(high, product, &e1);
      middle = two_sum(middle, rest, &e2);
      middle = two_sum(middle, e1, &e3);
      low += e2 + e3;
      continue;
    }
    if (!flush()) return {};
    Ref product = binary_op(BinaryOp::multiply, a, b);
    total = product ? binary_op(BinaryOp::add, total, product) : Ref();
    if (!total) return {};
  }
  return flush() ? total : Ref();
}

// ---- integers ---------------------------------------------------------------------------------------------------------

Ref greatest_common_divisor(Value a, Value b) {
  int64_t x, y;
  if (int_fits(a, &x) && int_fits(b, &y)) {
    uint64_t m = x < 0 ? 0 - static_cast<uint64_t>(x) : static_cast<uint64_t>(x);
    uint64_t n = y < 0 ? 0 - static_cast<uint64_t>(y) : static_cast<uint64_t>(y);
    while (n) {
      uint64_t r = m % n;
      m = n;
      n = r;
    }
    return make_int_unsigned(m);
  }
  BigOperand p(a), q(b);
  return int_absolute(make_int(big::gcd(*p, *q)));
}
Ref gcd_(Value, const Value* args) {
  Tuple* t = args[0].as<Tuple>();
  Ref total = Ref::small(0);
  for (uint32_t i = 0; i < t->size; i++) {
    Ref n = index(t->items[i]);
    total = n ? greatest_common_divisor(total, n) : Ref();
    if (!total) return {};
  }
  return total;
}
Ref lcm_(Value, const Value* args) {
  Tuple* t = args[0].as<Tuple>();
  Ref total = Ref::small(1);
  for (uint32_t i = 0; i < t->size; i++) {
    Ref n = index(t->items[i]);
    if (!n) return {};
    if (int_sign(n) == 0 || int_sign(total) == 0) {
      total = Ref::small(0);
      continue;
    }
    Ref g = greatest_common_divisor(total, n);
    Ref part = g ? int_binary(BinaryOp::floor_divide, total, g) : Ref();
    Ref product = part ? int_binary(BinaryOp::multiply, part, n) : Ref();
    total = product ? int_absolute(product) : Ref();
    if (!total) return {};
  }
  return total;
}
Ref isqrt_(Value, const Value* args) {
  Ref n = index(args[0]);
  if (!n) return {};
  if (int_sign(n) < 0) return raise(exc::ValueError, "isqrt() argument must be nonnegative");
  BigOperand operand(n);
  return make_int(big::square_root(*operand));
}

/// Product of low..high, halving so that factors stay of like size.
Ref product_of_range(int64_t low, int64_t high) {
  if (low > high) return Ref::small(1);
  if (high - low < 8) {
    Ref total = make_int(low);
    for (int64_t i = low + 1; total && i <= high; i++) total = int_binary(BinaryOp::multiply, total, make_int(i));
    return total;
  }
  int64_t middle = low + (high - low) / 2;
  Ref a = product_of_range(low, middle);
  Ref b = a ? product_of_range(middle + 1, high) : Ref();
  return b ? int_binary(BinaryOp::multiply, a, b) : Ref();
}
Ref factorial_(Value, const Value* args) {
  if (is_float(args[0])) return raise(exc::TypeError, "'float' object cannot be interpreted as an integer");
  Ref n = index(args[0]);
  if (!n) return {};
  int64_t count;
  if (int_sign(n) < 0) return raise(exc::ValueError, "factorial() not defined for negative values");
  if (!int_fits(n, &count) || count > 100000000) return raise(exc::OverflowError, "factorial() argument should not exceed %lld", 9223372036854775807LL);
  return product_of_range(2, count);
}
Ref perm_(Value, const Value* args) {
  Ref n = index(args[0]);
  if (!n) return {};
  Ref k = args[1] && args[1] != kNone ? index(args[1]) : n;
  if (!k) return {};
  if (int_sign(n) < 0) return raise(exc::ValueError, "n must be a non-negative integer");
  if (int_sign(k) < 0) return raise(exc::ValueError, "k must be a non-negative integer");
  if (int_compare(k, n) > 0) return Ref::small(0);
  int64_t count, top;
  if (!int_fits(k, &count)) return raise(exc::OverflowError, "k must not exceed %lld", 9223372036854775807LL);
  if (int_fits(n, &top)) return product_of_range(top - count + 1, top);
  Ref total = Ref::small(1), factor = n;
  for (int64_t i = 0; i < count && total; i++) {
    total = int_binary(BinaryOp::multiply, total, factor);
    factor = int_binary(BinaryOp::subtract, factor, Value::small(1));
  }
  return total;
}
Ref comb_(Value, const Value* args) {
  Ref n = index(args[0]);
  Ref k = n ? index(args[1]) : Ref();
  if (!k) return {};
  if (int_sign(n) < 0) return raise(exc::ValueError, "n must be a non-negative integer");
  if (int_sign(k) < 0) return raise(exc::ValueError, "k must be a non-negative integer");
  Ref other = int_binary(BinaryOp::subtract, n, k);
  if (!other) return {};
  if (int_sign(other) < 0) return Ref::small(0);
  if (int_compare(other, k) < 0) k = other;
  int64_t count;
  if (!int_fits(k, &count)) return raise(exc::OverflowError, "min(n - k, k) must not exceed %lld", 9223372036854775807LL);
  Ref total = Ref::small(1), factor = n;
  for (int64_t i = 1; i <= count; i++) {
    Ref product = int_binary(BinaryOp::multiply, total, factor);
    total = product ? int_binary(BinaryOp::floor_divide, product, make_int(i)) : Ref();
    factor = int_binary(BinaryOp::subtract, factor, Value::small(1));
    if (!total || !factor) return {};
  }
  return total;
}

const NativeDef kFunctions[] = {
    {"acos", real<std::acos, false>, "x, /"},
    {"acosh", real<std::acosh, false>, "x, /"},
    {"asin", real<std::asin, false>, "x, /"},
    {"asinh", real<std::asinh, false>, "x, /"},
    {"atan", real<std::atan, false>, "x, /"},
    {"atanh", real<atanh_of, false>, "x, /"},
    {"cbrt", real<std::cbrt, false>, "x, /"},
    {"cos", real<std::cos, false>, "x, /"},
    {"cosh", real<std::cosh, true>, "x, /"},
    {"degrees", real<degrees_of, true>, "x, /"},
    {"erf", real<std::erf, false>, "x, /"},
    {"erfc", real<std::erfc, false>, "x, /"},
    {"exp", real<std::exp, true>, "x, /"},
    {"exp2", real<std::exp2, true>, "x, /"},
    {"expm1", real<std::expm1, true>, "x, /"},
    {"fabs", real<std::fabs, false>, "x, /"},
    {"gamma", real<gamma_of, true>, "x, /"},
    {"lgamma", real<log_gamma, true>, "x, /"},
    {"log1p", real<log1p_of, false>, "x, /"},
    {"radians", real<radians_of, false>, "x, /"},
    {"sin", real<std::sin, false>, "x, /"},
    {"sinh", real<std::sinh, true>, "x, /"},
    {"sqrt", real<std::sqrt, false>, "x, /"},
    {"tan", real<std::tan, false>, "x, /"},
    {"tanh", real<std::tanh, false>, "x, /"},
    {"atan2", atan2_, "y, x, /"},
    {"ceil", ceil_, "x, /"},
    {"comb", comb_, "n, k, /"},
    {"copysign", copysign_, "x, y, /"},
    {"dist", dist_, "p, q, /"},
    {"factorial", factorial_, "n, /"},
    {"floor", floor_, "x, /"},
    {"fma", fma_, "x, y, z, /"},
    {"fmod", fmod_, "x, y, /"},
    {"frexp", frexp_, "x, /"},
    {"fsum", fsum_, "seq, /"},
    {"gcd", gcd_, "*integers"},
    {"hypot", hypot_, "*coordinates"},
    {"isclose", isclose_, "a, b, *, rel_tol=1e-09, abs_tol=0.0"},
    {"isfinite", isfinite_, "x, /"},
    {"isinf", isinf_, "x, /"},
    {"isnan", isnan_, "x, /"},
    {"isqrt", isqrt_, "n, /"},
    {"lcm", lcm_, "*integers"},
    {"ldexp", ldexp_, "x, i, /"},
    {"log", log_, "x, base=<unrepresentable>, /"},
    {"log10", log10_, "x, /"},
    {"log2", log2_, "x, /"},
    {"modf", modf_, "x, /"},
    {"nextafter", nextafter_, "x, y, /, *, steps=None"},
    {"perm", perm_, "n, k=None, /"},
    {"pow", pow_, "x, y, /"},
    {"prod", prod_, "iterable, /, *, start=1"},
    {"remainder", remainder_, "x, y, /"},
    {"sumprod", sumprod_, "p, q, /"},
    {"trunc", trunc_, "x, /"},
    {"ulp", ulp_, "x, /"},
    {nullptr, nullptr, nullptr},
};

bool initialize(Module* m) {
  return module_add(m, kFunctions) && module_add(m, "pi", make_float(kPi)) && module_add(m, "e", make_float(2.718281828459045)) &&
         module_add(m, "tau", make_float(2 * kPi)) && module_add(m, "inf", make_float(kInfinity)) && module_add(m, "nan", make_float(NAN));
}

}  // namespace

void register_math_module() { register_native_module("math", initialize); }

}  // namespace loopscope::python
