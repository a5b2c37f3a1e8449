// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>

#include "python/library/standard_modules.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"

/// `cmath`: Kahan's formulas ("Branch cuts for complex elementary functions"), with the special values of C99's annex G.
namespace loopscope::python {

namespace {

struct Pair {
  double real, imag;
};

constexpr double kPi = 3.14159265358979323846, kLn2 = 0.6931471805599453094, kE = 2.7182818284590452354;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kSmallest = std::numeric_limits<double>::min();
constexpr double kLarge = std::numeric_limits<double>::max() / 4;
const double kSqrtLarge = std::sqrt(kLarge), kLogLarge = std::log(kLarge), kSqrtSmallest = std::sqrt(kSmallest);

/// What a function left to report.
enum class Trouble { none, domain, range };
Trouble trouble;

bool finite(Pair z) { return std::isfinite(z.real) && std::isfinite(z.imag); }
Pair result(double real, double imag) {
  if (std::isinf(real) || std::isinf(imag)) trouble = Trouble::range;
  return {real, imag};
}

// ---- special values ---------------------------------------------------------------------------------------------------

/// -inf, negative, -0, 0, positive, inf, nan
int kind_of(double d) {
  if (std::isnan(d)) return 6;
  bool negative = std::signbit(d);
  if (std::isinf(d)) return negative ? 0 : 5;
  if (d == 0) return negative ? 2 : 3;
  return negative ? 1 : 4;
}
/// 7 rows (real part) of 7 pairs of letters; '.' where both parts are finite.
const char kAcos[] = "TIPIPIPiPiTiNIHI........HiNNHI........HiHNHI........HiHNHI........HiNNQI0I0I0i0iQiNININNNNNNNNNiNN";
const char kAcosh[] = "ItIpIpIPIPITINIh........IHNNIh........IHNNIh........IHNNIh........IHNNIqIoIoI0I0IQININNNNNNNNNINNN";
const char kAsinh[] = "iqioioi0i0iQiNih........iHNNih........iHNNIh........IHNNIh........IHNNIqIoIoI0I0IQININNNNoN0NNINNN";
const char kAtanh[] = "ohohohoHoHoHoNoh........oHNNoh........oHoN0h........0H0N0h........0HNN0h0h0h0H0H0H0N0hNNNNNNNN0HNN";
const char kLog[] = "ItIpIpIPIPITINIh........IHNNIh........IHNNIh........IHNNIh........IHNNIqIoIoI0I0IQININNNNNNNNNINNN";
const char kSqrt[] = "Ii0i0i0I0IIINIIi........IINNIi........IINNIi........IINNIi........IINNIiIoIoI0I0IIINIiNNNNNNNNIINN";
const char kCosh[] = "NNiII0IoiiNNINNN........NNNNNN........NNN0NN........NNN0NN........NNNNNNiiIoI0iINNINNNNNN0N0NNNNNN";
const char kExp[] = "00oo0o00o00000NN........NNNNNN........NNNNNN........NNNNNN........NNNNNNiiIoI0iINNINNNNNNoN0NNNNNN";
const char kSinh[] = "NNIiioi0IINNINNN........NNNNNN........NN0NNN........NN0NNN........NNNNNNiiIoI0iINNINNNNNNoN0NNNNNN";
const char kTanh[] = "m0m0mom0mom0m0NN........NNNN";  // the rest follows from symmetry, see tanh_of
const char kRect[] = "NNIIi0ioIiNNINNN........NNNN00........000000........0000NN........NNNNNNiiIoI0iINNINNNNNN0N0NNNNNN";

double letter(char c) {
  const bool negative = c >= 'a';
  double v;
  switch (c) {
    case '1': case 'm': v = 1; break;
    case 'H': case 'h': v = kPi / 2; break;
    case 'Q': case 'q': v = kPi / 4; break;
    case 'T': case 't': v = 3 * kPi / 4; break;
    case 'P': case 'p': v = kPi; break;
    case 'I': case 'i': v = kInfinity; break;
    case 'N': v = std::numeric_limits<double>::quiet_NaN(); break;
    default: v = 0;  // '0', 'o'
  }
  return negative ? -v : v;
}
Pair special(const char* table, Pair z) {
  const char* at = table + 2 * (7 * kind_of(z.real) + kind_of(z.imag));
  return {letter(at[0]), letter(at[1])};
}

// ---- logarithms and roots ---------------------------------------------------------------------------------------------

Pair sqrt_of(Pair z) {
  if (!finite(z)) return special(kSqrt, z);
  if (z.real == 0 && z.imag == 0) return {0, z.imag};
  double ax = std::fabs(z.real), ay = std::fabs(z.imag), s;
  if (ax < kSmallest && ay < kSmallest) {
    ax = std::ldexp(ax, 53);
    s = std::ldexp(std::sqrt(ax + std::hypot(ax, std::ldexp(ay, 53))), -27);
  } else {
    ax /= 8;
    s = 2 * std::sqrt(ax + std::hypot(ax, ay / 8));
  }
  double d = ay / (2 * s);
  return z.real >= 0 ? Pair{s, std::copysign(d, z.imag)} : Pair{d, std::copysign(s, z.imag)};
}

Pair log_of(Pair z) {
  if (!finite(z)) return special(kLog, z);
  double ax = std::fabs(z.real), ay = std::fabs(z.imag), real;
  if (ax > kLarge || ay > kLarge) {
    real = std::log(std::hypot(ax / 2, ay / 2)) + kLn2;
  } else if (ax < kSmallest && ay < kSmallest) {
    if (ax == 0 && ay == 0) {
      trouble = Trouble::domain;
      return {-kInfinity, std::atan2(z.imag, z.real)};
    }
    real = std::log(std::hypot(std::ldexp(ax, 53), std::ldexp(ay, 53))) - 53 * kLn2;
  } else {
    double h = std::hypot(ax, ay);
    if (h >= 0.71 && h <= 1.73) {
      double more = std::max(ax, ay), less = std::min(ax, ay);
      real = std::log1p((more - 1) * (more + 1) + less * less) / 2;
    } else {
      real = std::log(h);
    }
  }
  return {real, std::atan2(z.imag, z.real)};
}
Pair log10_of(Pair z) {
  Pair r = log_of(z);
  const double ln10 = 2.302585092994045684;
  return {r.real / ln10, r.imag / ln10};
}

// ---- exponential and hyperbolic functions -----------------------------------------------------------------------------

/// An infinite real part and an angle that is not zero: signs come from the angle.
bool infinite_at_angle(Pair z) { return std::isinf(z.real) && std::isfinite(z.imag) && z.imag != 0; }

Pair exp_of(Pair z) {
  if (!finite(z)) {
    if (std::isinf(z.imag) && (std::isfinite(z.real) || z.real > 0)) trouble = Trouble::domain;
    if (!infinite_at_angle(z)) return special(kExp, z);
    double size = z.real > 0 ? kInfinity : 0;
    return {std::copysign(size, std::cos(z.imag)), std::copysign(size, std::sin(z.imag))};
  }
  if (z.real > kLogLarge) {
    double l = std::exp(z.real - 1);
    return result(l * std::cos(z.imag) * kE, l * std::sin(z.imag) * kE);
  }
  double l = std::exp(z.real);
  return result(l * std::cos(z.imag), l * std::sin(z.imag));
}

Pair cosh_of(Pair z) {
  if (!finite(z)) {
    if (std::isinf(z.imag) && !std::isnan(z.real)) trouble = Trouble::domain;
    if (!infinite_at_angle(z)) return special(kCosh, z);
    double imag = std::copysign(kInfinity, std::sin(z.imag));
    return {std::copysign(kInfinity, std::cos(z.imag)), z.real > 0 ? imag : -imag};
  }
  if (std::fabs(z.real) > kLogLarge) {
    double less = z.real - std::copysign(1.0, z.real);
    return result(std::cos(z.imag) * std::cosh(less) * kE, std::sin(z.imag) * std::sinh(less) * kE);
  }
  return result(std::cos(z.imag) * std::cosh(z.real), std::sin(z.imag) * std::sinh(z.real));
}

Pair sinh_of(Pair z) {
  if (!finite(z)) {
    if (std::isinf(z.imag) && !std::isnan(z.real)) trouble = Trouble::domain;
    if (!infinite_at_angle(z)) return special(kSinh, z);
    double real = std::copysign(kInfinity, std::cos(z.imag));
    return {z.real > 0 ? real : -real, std::copysign(kInfinity, std::sin(z.imag))};
  }
  if (std::fabs(z.real) > kLogLarge) {
    double less = z.real - std::copysign(1.0, z.real);
    return result(std::cos(z.imag) * std::sinh(less) * kE, std::sin(z.imag) * std::cosh(less) * kE);
  }
  return result(std::cos(z.imag) * std::sinh(z.real), std::sin(z.imag) * std::cosh(z.real));
}

Pair tanh_of(Pair z) {
  if (!finite(z)) {
    if (std::isinf(z.imag) && std::isfinite(z.real)) trouble = Trouble::domain;
    if (infinite_at_angle(z))
      return {std::copysign(1.0, z.real), std::copysign(0.0, 2 * std::sin(z.imag) * std::cos(z.imag))};
    if (std::isinf(z.real)) {
      Pair r = special(kTanh, {-kInfinity, z.imag});
      return {std::copysign(1.0, z.real), r.imag};
    }
    double nan = std::numeric_limits<double>::quiet_NaN();
    return {nan, std::isnan(z.real) && z.imag == 0 ? z.imag : nan};
  }
  if (std::fabs(z.real) > kLogLarge)
    return {std::copysign(1.0, z.real), 4 * std::sin(z.imag) * std::cos(z.imag) * std::exp(-2 * std::fabs(z.real))};
  double tx = std::tanh(z.real), ty = std::tan(z.imag), cx = 1 / std::cosh(z.real), product = tx * ty;
  double denominator = 1 + product * product;
  return {tx * (1 + ty * ty) / denominator, ty / denominator * cx * cx};
}

// ---- inverse functions ------------------------------------------------------------------------------------------------

bool huge(Pair z) { return std::fabs(z.real) > kLarge || std::fabs(z.imag) > kLarge; }
double log_of_huge(Pair z) { return std::log(std::hypot(z.real / 2, z.imag / 2)) + kLn2 * 2; }

Pair acos_of(Pair z) {
  if (!finite(z)) return special(kAcos, z);
  if (huge(z)) {
    double l = log_of_huge(z);
    return {std::atan2(std::fabs(z.imag), z.real), z.real < 0 ? -std::copysign(l, z.imag) : std::copysign(l, -z.imag)};
  }
  Pair a = sqrt_of({1 - z.real, -z.imag}), b = sqrt_of({1 + z.real, z.imag});
  return {2 * std::atan2(a.real, b.real), std::asinh(b.real * a.imag - b.imag * a.real)};
}
Pair acosh_of(Pair z) {
  if (!finite(z)) return special(kAcosh, z);
  if (huge(z)) return {log_of_huge(z), std::atan2(z.imag, z.real)};
  Pair a = sqrt_of({z.real - 1, z.imag}), b = sqrt_of({z.real + 1, z.imag});
  return {std::asinh(a.real * b.real + a.imag * b.imag), 2 * std::atan2(a.imag, b.real)};
}
Pair asinh_of(Pair z) {
  if (!finite(z)) return special(kAsinh, z);
  if (huge(z)) {
    double l = log_of_huge(z);
    return {z.imag >= 0 ? std::copysign(l, z.real) : -std::copysign(l, -z.real), std::atan2(z.imag, std::fabs(z.real))};
  }
  Pair a = sqrt_of({1 + z.imag, -z.real}), b = sqrt_of({1 - z.imag, z.real});
  return {std::asinh(a.real * b.imag - b.real * a.imag), std::atan2(z.imag, a.real * b.real - a.imag * b.imag)};
}
Pair atanh_of(Pair z) {
  if (!finite(z)) return special(kAtanh, z);
  if (std::signbit(z.real)) {
    Pair r = atanh_of({-z.real, -z.imag});
    return {-r.real, -r.imag};
  }
  double ay = std::fabs(z.imag);
  if (z.real > kSqrtLarge || ay > kSqrtLarge) {
    double h = std::hypot(z.real / 2, z.imag / 2);
    return {z.real / 4 / h / h, -std::copysign(kPi / 2, -z.imag)};
  }
  if (z.real == 1 && ay < kSqrtSmallest) {
    if (ay == 0) {
      trouble = Trouble::domain;
      return {kInfinity, z.imag};
    }
    return {-std::log(std::sqrt(ay) / std::sqrt(std::hypot(ay, 2))), std::copysign(std::atan2(2.0, -ay) / 2, z.imag)};
  }
  double one_minus = 1 - z.real;
  return {std::log1p(4 * z.real / (one_minus * one_minus + ay * ay)) / 4,
          -std::atan2(-2 * z.imag, one_minus * (1 + z.real) - ay * ay) / 2};
}

/// f of a right angle more: sin z = -i sinh(iz) and its like.
template <Pair (*f)(Pair)>
Pair turned(Pair z) {
  Pair r = f({-z.imag, z.real});
  return {r.imag, -r.real};
}
Pair cos_of(Pair z) { return cosh_of({-z.imag, z.real}); }

// ---- the module -------------------------------------------------------------------------------------------------------

/// complex, __complex__, or anything that is a real number.
bool argument(Value v, Pair* out) {
  if (!v.is_object() || !has_type(v, &complex_type)) {
    static Str* const name = intern("__complex__");
    if (Ref method = lookup_special(v, name)) {
      Ref made = call(method);
      if (!made) return false;
      if (!has_type(made, &complex_type)) return raise(exc::TypeError, "__complex__ returned non-complex (type %T)", made.get()), false;
      *out = {made.get().as<Complex>()->real, made.get().as<Complex>()->imag};
      return true;
    }
    if (failed()) return false;
    *out = {0, 0};
    return to_double(v, &out->real);
  }
  *out = {v.as<Complex>()->real, v.as<Complex>()->imag};
  return true;
}
bool report() {
  Trouble found = trouble;
  trouble = Trouble::none;
  if (found == Trouble::domain) return raise(exc::ValueError, "math domain error"), false;
  if (found == Trouble::range) return raise(exc::OverflowError, "math range error"), false;
  return true;
}

template <Pair (*f)(Pair)>
Ref function(Value, const Value* args) {
  Pair z;
  if (!argument(args[0], &z)) return {};
  Pair r = f(z);
  return report() ? make_complex(r.real, r.imag) : Ref();
}

Ref log_with_base(Value, const Value* args) {
  Pair z, base;
  if (!argument(args[0], &z)) return {};
  Pair r = log_of(z);
  if (!args[1]) return report() ? make_complex(r.real, r.imag) : Ref();
  if (!argument(args[1], &base)) return {};
  trouble = Trouble::none;  // as in CPython, the last logarithm decides
  Pair b = log_of(base);
  if (!report()) return {};
  Ref top = make_complex(r.real, r.imag), bottom = make_complex(b.real, b.imag);
  Ref quotient = top && bottom ? binary_op(BinaryOp::true_divide, top, bottom) : Ref();
  if (!quotient && pending_is(exc::ZeroDivisionError)) {
    clear_pending();
    return raise(exc::ValueError, "math domain error");
  }
  return quotient;
}

Ref phase(Value, const Value* args) {
  Pair z;
  return argument(args[0], &z) ? make_float(std::atan2(z.imag, z.real)) : Ref();
}
Ref polar(Value, const Value* args) {
  Pair z;
  if (!argument(args[0], &z)) return {};
  double size = std::hypot(z.real, z.imag);
  if (std::isinf(size) && finite(z)) return raise(exc::OverflowError, "math range error");
  Ref r = make_float(size), angle = make_float(std::atan2(z.imag, z.real));
  return tuple_of(r.get(), angle.get());
}
Ref rect(Value, const Value* args) {
  double r, angle;
  if (!to_double(args[0], &r) || !to_double(args[1], &angle)) return {};
  if (!finite({r, angle})) {
    if (r != 0 && !std::isnan(r) && std::isinf(angle)) return raise(exc::ValueError, "math domain error");
    if (infinite_at_angle({r, angle})) {
      double real = std::copysign(kInfinity, std::cos(angle)), imag = std::copysign(kInfinity, std::sin(angle));
      return r > 0 ? make_complex(real, imag) : make_complex(-real, -imag);
    }
    Pair z = special(kRect, {r, angle});
    return make_complex(z.real, z.imag);
  }
  return angle == 0 ? make_complex(r, r * angle) : make_complex(r * std::cos(angle), r * std::sin(angle));
}

Ref is_finite(Value, const Value* args) {
  Pair z;
  return argument(args[0], &z) ? boolean(finite(z)) : Ref();
}
Ref is_nan(Value, const Value* args) {
  Pair z;
  return argument(args[0], &z) ? boolean(std::isnan(z.real) || std::isnan(z.imag)) : Ref();
}
Ref is_infinite(Value, const Value* args) {
  Pair z;
  return argument(args[0], &z) ? boolean(std::isinf(z.real) || std::isinf(z.imag)) : Ref();
}
Ref is_close(Value, const Value* args) {
  Pair a, b;
  double relative = 1e-9, absolute = 0;
  if (!argument(args[0], &a) || !argument(args[1], &b) || (args[2] && !to_double(args[2], &relative)) ||
      (args[3] && !to_double(args[3], &absolute)))
    return {};
  if (relative < 0 || absolute < 0) return raise(exc::ValueError, "tolerances must be non-negative");
  if (a.real == b.real && a.imag == b.imag) return boolean(true);
  if (std::isinf(a.real) || std::isinf(a.imag) || std::isinf(b.real) || std::isinf(b.imag)) return boolean(false);
  double difference = std::hypot(a.real - b.real, a.imag - b.imag);
  return boolean(difference <= relative * std::hypot(b.real, b.imag) || difference <= relative * std::hypot(a.real, a.imag) ||
                 difference <= absolute);
}

const NativeDef kFunctions[] = {
    {"acos", function<acos_of>, "z, /"},
    {"acosh", function<acosh_of>, "z, /"},
    {"asin", function<turned<asinh_of>>, "z, /"},
    {"asinh", function<asinh_of>, "z, /"},
    {"atan", function<turned<atanh_of>>, "z, /"},
    {"atanh", function<atanh_of>, "z, /"},
    {"cos", function<cos_of>, "z, /"},
    {"cosh", function<cosh_of>, "z, /"},
    {"exp", function<exp_of>, "z, /"},
    {"isclose", is_close, "a, b, *, rel_tol=1e-09, abs_tol=0.0"},
    {"isfinite", is_finite, "z, /"},
    {"isinf", is_infinite, "z, /"},
    {"isnan", is_nan, "z, /"},
    {"log", log_with_base, "z, base=<unrepresentable>, /"},
    {"log10", function<log10_of>, "z, /"},
    {"phase", phase, "z, /"},
    {"polar", polar, "z, /"},
    {"rect", rect, "r, phi, /"},
    {"sin", function<turned<sinh_of>>, "z, /"},
    {"sinh", function<sinh_of>, "z, /"},
    {"sqrt", function<sqrt_of>, "z, /"},
    {"tan", function<turned<tanh_of>>, "z, /"},
    {"tanh", function<tanh_of>, "z, /"},
    {nullptr, nullptr, nullptr},
};

bool initialize(Module* m) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  return module_add(m, kFunctions) && module_add(m, "pi", make_float(kPi)) && module_add(m, "e", make_float(kE)) &&
         module_add(m, "tau", make_float(2 * kPi)) && module_add(m, "inf", make_float(kInfinity)) && module_add(m, "nan", make_float(nan)) &&
         module_add(m, "infj", make_complex(0, kInfinity)) && module_add(m, "nanj", make_complex(0, nan));
}

}  // namespace

void register_cmath_module() { register_native_module("cmath", initialize); }

}  // namespace loopscope::python
