// SPDX-License-Identifier: MIT
#include <cmath>
#include <cstring>

#include "python/number/float_text.h"
#include "python/vm/format.h"
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"

/// The type `complex`.
namespace loopscope::python {

Ref make_complex(double real, double imag) {
  auto c = allocate_as<Complex>(&complex_type);
  if (!c) return nullptr;
  c->real = real;
  c->imag = imag;
  return Ref::steal(c);
}

namespace {

struct Pair {
  double real, imag;
};

bool is_complex(Value v) { return v.is_object() && has_type(v, &complex_type); }
Pair value_of(Value v) { return {v.as<Complex>()->real, v.as<Complex>()->imag}; }

Pair multiply(Pair a, Pair b) { return {a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real}; }

/// Smith's division; false when b is 0.
bool divide(Pair a, Pair b, Pair* out) {
  double r = std::fabs(b.real), i = std::fabs(b.imag);
  if (r >= i) {
    if (r == 0) return false;
    double ratio = b.imag / b.real, denominator = b.real + b.imag * ratio;
    *out = {(a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator};
  } else if (i >= r) {
    double ratio = b.real / b.imag, denominator = b.real * ratio + b.imag;
    *out = {(a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator};
  } else {
    *out = {std::nan(""), std::nan("")};
  }
  return true;
}

Pair integer_power(Pair x, int64_t n) {
  Pair result{1, 0}, factor = x;
  for (; n > 0; n >>= 1) {
    if (n & 1) result = multiply(result, factor);
    factor = multiply(factor, factor);
  }
  return result;
}

/// complex, float, int; 1 ok, 0 another type, -1 OverflowError.
int operand(Value v, Pair* out) {
  if (is_complex(v)) {
    *out = value_of(v);
    return 1;
  }
  if (!is_float(v) && !is_int(v)) return 0;
  out->imag = 0;
  return to_double(v, &out->real) ? 1 : -1;
}

template <BinaryOp op>
Ref slot_binary(Value a, Value b) {
  Pair x, y;
  int left = operand(a, &x);
  if (left <= 0) return left < 0 ? Ref() : not_implemented();
  int right = operand(b, &y);
  if (right <= 0) return right < 0 ? Ref() : not_implemented();
  switch (op) {
    case BinaryOp::add: return make_complex(x.real + y.real, x.imag + y.imag);
    case BinaryOp::subtract: return make_complex(x.real - y.real, x.imag - y.imag);
    case BinaryOp::multiply: {
      Pair product = multiply(x, y);
      return make_complex(product.real, product.imag);
    }
    case BinaryOp::true_divide: {
      Pair quotient;
      if (!divide(x, y, &quotient)) return raise(exc::ZeroDivisionError, "complex division by zero");
      return make_complex(quotient.real, quotient.imag);
    }
    case BinaryOp::power: return complex_power(x.real, x.imag, y.real, y.imag);
    default: return not_implemented();
  }
}

Ref slot_repr(Value v) {
  Pair c = value_of(v);
  if (c.real == 0 && !std::signbit(c.real)) return make_str(double_to_text(c.imag, 'r', 0, 0) + "j");
  return make_str("(" + double_to_text(c.real, 'r', 0, 0) + double_to_text(c.imag, 'r', 0, kDoubleSign) + "j)");
}

bool slot_hash(Value v, int64_t* out) {
  Pair c = value_of(v);
  auto part = [&](double d) { return std::isnan(d) ? static_cast<uint64_t>(v.bits() >> 4) : static_cast<uint64_t>(hash_double(d)); };
  auto hash = static_cast<int64_t>(part(c.real) + 1000003u * part(c.imag));
  *out = hash == -1 ? -2 : hash;
  return true;
}

Ref slot_compare(Value a, Value b, CompareOp op) {
  if (op != CompareOp::eq && op != CompareOp::ne) return not_implemented();
  if (!is_complex(a)) std::swap(a, b);
  Pair x = value_of(a);
  bool equal;
  if (is_complex(b)) {
    Pair y = value_of(b);
    equal = x.real == y.real && x.imag == y.imag;
  } else if (is_float(b)) {
    equal = x.imag == 0 && x.real == b.as<Float>()->value;
  } else if (is_int(b)) {
    equal = x.imag == 0 && !std::isnan(x.real) && int_compare_double(b, x.real) == 0;
  } else {
    return not_implemented();
  }
  return boolean(equal == (op == CompareOp::eq));
}

Ref slot_negative(Value v) { return make_complex(-v.as<Complex>()->real, -v.as<Complex>()->imag); }
Ref slot_positive(Value v) {
  return is_exact(v, complex_type) ? Ref::share(v) : make_complex(v.as<Complex>()->real, v.as<Complex>()->imag);
}
int slot_truth(Value v) { return v.as<Complex>()->real != 0 || v.as<Complex>()->imag != 0; }

/// Length of the number that `text` begins with, 0 if none.
size_t number_length(std::string_view text) {
  double ignored;
  size_t i = 0;
  auto c = [&](size_t k) { return k < text.size() ? text[k] : '\0'; };
  if (c(i) == '+' || c(i) == '-') i++;
  for (size_t word : {size_t{8}, size_t{3}}) {
    if (i + word <= text.size() && parse_double(text.substr(i, word), &ignored) && (c(i) | 0x20) >= 'i') return i + word;
  }
  size_t begin = i;
  auto digits = [&] {
    while (c(i) >= '0' && c(i) <= '9') i++;
  };
  digits();
  size_t whole = i - begin;
  if (c(i) == '.') {
    i++;
    size_t fraction = i;
    digits();
    if (whole == 0 && i == fraction) return 0;
  } else if (whole == 0) {
    return 0;
  }
  if ((c(i) | 0x20) == 'e') {
    size_t mark = i++;
    if (c(i) == '+' || c(i) == '-') i++;
    size_t first = i;
    digits();
    if (i == first) i = mark;
  }
  return i;
}

bool parse_complex(std::string_view s, Pair* out) {
  auto trim = [&s] {
    auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!s.empty() && space(s.front())) s.remove_prefix(1);
    while (!s.empty() && space(s.back())) s.remove_suffix(1);
  };
  trim();
  if (s.size() >= 2 && s.front() == '(' && s.back() == ')') {
    s = s.substr(1, s.size() - 2);
    trim();
  }
  *out = {0, 0};
  auto is_j = [](std::string_view t) { return t.size() == 1 && (t[0] | 0x20) == 'j'; };
  auto lone_j = [&](std::string_view t, double* d) {  // "j", "+j", "-j"
    bool sign = !t.empty() && (t[0] == '+' || t[0] == '-');
    if (!is_j(t.substr(sign ? 1 : 0))) return false;
    *d = sign && t[0] == '-' ? -1 : 1;
    return true;
  };
  if (lone_j(s, &out->imag)) return true;
  size_t n = number_length(s);
  if (n == 0) return false;
  double first;
  parse_double(s.substr(0, n), &first);
  s.remove_prefix(n);
  if (is_j(s)) {
    out->imag = first;
    return true;
  }
  out->real = first;
  if (s.empty()) return true;
  if (s[0] != '+' && s[0] != '-') return false;
  if (lone_j(s, &out->imag)) return true;
  n = number_length(s);
  return n > 0 && parse_double(s.substr(0, n), &out->imag) && is_j(s.substr(n));
}

/// An argument of complex(): a number, or something with __complex__. 1 real, 2 complex, 0 neither, -1 error.
int read_number(Value v, Pair* out) {
  if (is_complex(v)) {
    *out = value_of(v);
    return 2;
  }
  Ref method = is_float(v) || is_int(v) ? Ref() : lookup_special(v, names::dunder_complex);
  if (method) {
    Ref result = call(method);
    if (!result) return -1;
    if (!is_complex(result)) return raise(exc::TypeError, "__complex__ returned non-complex (type %T)", result.get()), -1;
    *out = value_of(result);
    return 2;
  }
  if (failed()) return -1;
  if (!type_of(v)->to_float && !type_of(v)->index) return 0;
  out->imag = 0;
  return to_double(v, &out->real) ? 1 : -1;
}

bool construct(const Args& args, Pair* out) {
  Value parts[2] = {};
  if (args.positional + args.keyword_count() > 2) {
    return raise(exc::TypeError, "complex() takes at most 2 arguments (%d given)",
                 static_cast<int>(args.positional + args.keyword_count())),
           false;
  }
  for (uint32_t i = 0; i < args.positional; i++) parts[i] = args[i];
  for (uint32_t k = 0; k < args.keyword_count(); k++) {
    auto name = args.names->items[k].as<Str>();
    int i = str_equals(name, "real") ? 0 : str_equals(name, "imag") ? 1 : -1;
    if (i < 0) return raise(exc::TypeError, "complex() got an unexpected keyword argument '%U'", name), false;
    if (parts[i]) {
      return raise(exc::TypeError, "argument for complex() given by name ('%U') and position (%d)", name, i + 1), false;
    }
    parts[i] = args[args.positional + k];
  }
  *out = {0, 0};
  if (parts[0] && is_str(parts[0])) {
    if (parts[1]) return raise(exc::TypeError, "complex() can't take second arg if first is a string"), false;
    std::string text = ascii_number(parts[0].as<Str>()), plain;
    for (size_t i = 0; i < text.size(); i++) {
      auto digit = [&](size_t k) { return k < text.size() && text[k] >= '0' && text[k] <= '9'; };
      if (text[i] != '_' || i == 0 || !digit(i - 1) || !digit(i + 1)) plain += text[i];
    }
    return parse_complex(plain, out) || (raise(exc::ValueError, "complex() arg is a malformed string"), false);
  }
  if (parts[1] && is_str(parts[1])) return raise(exc::TypeError, "complex() second arg can't be a string"), false;
  Pair real{0, 0}, imag{0, 0};
  int first = parts[0] ? read_number(parts[0], &real) : 1;
  if (first == 0) {
    raise(exc::TypeError, "complex() first argument must be a string or a number, not '%T'", parts[0]);
  }
  if (first <= 0) return false;
  if (!parts[1]) {
    *out = real;
    return true;
  }
  int second = read_number(parts[1], &imag);
  if (second == 0) raise(exc::TypeError, "complex() second argument must be a number, not '%T'", parts[1]);
  if (second <= 0) return false;
  *out = {second == 2 ? real.real - imag.imag : real.real, first == 2 ? imag.real + real.imag : imag.real};
  return true;
}

Ref slot_new(Type* type, const Args& args) {
  if (type == &complex_type && args.positional == 1 && args.keyword_count() == 0 && is_exact(args[0], complex_type)) {
    return Ref::share(args[0]);
  }
  Pair c;
  if (!construct(args, &c)) return nullptr;
  auto result = allocate_as<Complex>(type);
  if (!result) return nullptr;
  result->real = c.real;
  result->imag = c.imag;
  return Ref::steal(result);
}

Ref get_real(Value v) { return make_float(v.as<Complex>()->real); }
Ref get_imag(Value v) { return make_float(v.as<Complex>()->imag); }
Ref conjugate(Value v, const Value*) { return make_complex(v.as<Complex>()->real, -v.as<Complex>()->imag); }
Ref itself(Value v, const Value*) { return slot_positive(v); }
Ref getnewargs(Value v, const Value*) { return tuple_of(get_real(v).get(), get_imag(v).get()); }

Ref absolute(Value v, const Value*) {
  Pair c = value_of(v);
  double size = std::hypot(c.real, c.imag);
  if (std::isinf(size) && std::isfinite(c.real) && std::isfinite(c.imag)) {
    return raise(exc::OverflowError, "absolute value too large");
  }
  return make_float(size);
}

Ref dunder_format(Value v, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "__format__() argument must be str, not %T", args[0]);
  if (args[0].as<Str>()->length == 0) return str(v);
  return format_complex(v, v.as<Complex>()->real, v.as<Complex>()->imag, args[0].as<Str>());
}

constexpr NativeDef kMethods[] = {
    {"conjugate", conjugate, ""},
    {"__complex__", itself, ""},
    {"__abs__", absolute, ""},
    {"__getnewargs__", getnewargs, ""},
    {"__format__", dunder_format, "format_spec, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGetSet[] = {{"real", get_real}, {"imag", get_imag}, {nullptr, nullptr}};

constexpr int at(BinaryOp op) { return static_cast<int>(op); }

constexpr Type describe() {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = "complex";
  t.flags = kTypeBase;
  t.basic_size = sizeof(Complex);
  t.dealloc = free_object;
  t.repr = slot_repr;
  t.hash = slot_hash;
  t.compare = slot_compare;
  t.new_ = slot_new;
  t.binary[at(BinaryOp::add)] = slot_binary<BinaryOp::add>;
  t.binary[at(BinaryOp::subtract)] = slot_binary<BinaryOp::subtract>;
  t.binary[at(BinaryOp::multiply)] = slot_binary<BinaryOp::multiply>;
  t.binary[at(BinaryOp::true_divide)] = slot_binary<BinaryOp::true_divide>;
  t.binary[at(BinaryOp::power)] = slot_binary<BinaryOp::power>;
  t.unary[static_cast<int>(UnaryOp::negative)] = slot_negative;
  t.unary[static_cast<int>(UnaryOp::positive)] = slot_positive;
  t.truth = slot_truth;
  t.methods = kMethods;
  t.getset = kGetSet;
  t.doc = "A complex number: of a real and an imaginary part, or of its text.";
  return t;
}

}  // namespace

constinit Type complex_type = describe();

Ref complex_power(double a, double b, double c, double d) {
  Pair result;
  if (c == 0 && d == 0) {
    result = {1, 0};
  } else if (d == 0 && c == std::floor(c) && std::fabs(c) <= 100) {
    if (a == 0 && b == 0 && c < 0) {
      return raise(exc::ZeroDivisionError, "0.0 to a negative or complex power");
    }
    auto n = static_cast<int64_t>(c);
    result = integer_power({a, b}, n < 0 ? -n : n);
    if (n < 0) divide({1, 0}, result, &result);
  } else if (a == 0 && b == 0) {
    if (d != 0 || c < 0) return raise(exc::ZeroDivisionError, "0.0 to a negative or complex power");
    result = {0, 0};
  } else {
    double size = std::hypot(a, b), angle = std::atan2(b, a);
    double length = std::pow(size, c), phase = angle * c;
    if (d != 0) {
      length *= std::exp(-angle * d);
      phase += d * std::log(size);
    }
    result = {length * std::cos(phase), length * std::sin(phase)};
  }
  bool finite = std::isfinite(a) && std::isfinite(b) && std::isfinite(c) && std::isfinite(d);
  if (finite && (std::isinf(result.real) || std::isinf(result.imag))) {
    return raise(exc::OverflowError, "complex exponentiation");
  }
  return make_complex(result.real, result.imag);
}

}  // namespace loopscope::python
