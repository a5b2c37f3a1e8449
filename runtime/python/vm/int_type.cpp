// SPDX-License-Identifier: MIT
#include "python/vm/big_number.h"
#include "python/vm/bytes.h"
#include "python/vm/constructor_arguments.h"
#include "python/vm/int.h"
#include "python/vm/int_methods.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"
#include "python/vm/warning.h"

/// The types `int` and `bool`: slots and constructors.
namespace loopscope::python {

bool is_small_int_type(Type* type) { return type == &int_type; }

Ref int_absolute(Value v) {
  return int_sign(v) < 0 ? int_binary(BinaryOp::subtract, Value::small(0), v) : exact_int(v);
}

namespace {

void dealloc(Object* object) {
  auto n = static_cast<Int*>(object);
  if (n->big) big::destroy(n->big);
  free_object(n);
}

Ref slot_repr(Value v) {
  std::string text;
  return int_to_decimal(v, &text) ? Ref(make_latin1(reinterpret_cast<const uint8_t*>(text.data()), text.size())) : nullptr;
}

bool slot_hash(Value v, int64_t* out) {
  *out = int_hash(v);
  return true;
}

Ref slot_compare(Value a, Value b, CompareOp op) {
  if (!is_int(a) || !is_int(b)) return not_implemented();
  int order = int_compare(a, b);
  switch (op) {
    case CompareOp::eq: return boolean(order == 0);
    case CompareOp::ne: return boolean(order != 0);
    case CompareOp::lt: return boolean(order < 0);
    case CompareOp::le: return boolean(order <= 0);
    case CompareOp::gt: return boolean(order > 0);
    case CompareOp::ge: return boolean(order >= 0);
  }
  return not_implemented();
}

template <BinaryOp op>
Ref slot_binary(Value a, Value b) {
  return is_int(a) && is_int(b) ? int_binary(op, a, b) : not_implemented();
}

Ref slot_negative(Value v) { return int_binary(BinaryOp::subtract, Value::small(0), v); }
Ref slot_positive(Value v) { return exact_int(v); }
Ref slot_invert(Value v) { return int_binary(BinaryOp::subtract, Value::small(-1), v); }
int slot_truth(Value v) { return int_sign(v) != 0; }

Ref slot_float(Value v) {
  double d;
  if (!int_to_double(v, &d)) return raise(exc::OverflowError, "int too large to convert to float");
  return make_float(d);
}

/// A value for a subclass instance.
Ref instance_of(Type* type, Value n) {
  auto result = allocate_as<Int>(type);
  if (!result) return nullptr;
  Ref owner = Ref::steal(result);
  if (!int_fits(n, &result->small)) result->big = big::copy(*BigOperand(n)).release();
  return owner;
}

Ref checked_int(Ref result, const char* method) {
  if (!result) return nullptr;
  if (!is_int(result)) return raise(exc::TypeError, "%s returned non-int (type %T)", method, result.get());
  return exact_int(result);
}

Ref construct(const Args& args) {
  if (args.positional > 2) {
    return raise(exc::TypeError, "int expected at most 2 arguments, got %d", static_cast<int>(args.positional));
  }
  Value x = args.positional > 0 ? args[0] : Value();
  Value base = args.positional > 1 ? args[1] : Value();
  for (uint32_t k = 0; k < args.keyword_count(); k++) {
    auto name = args.names->items[k].as<Str>();
    if (!str_equals(name, "base")) return raise(exc::TypeError, "int() got an unexpected keyword argument '%U'", name);
    if (base) return raise(exc::TypeError, "argument for int() given by name ('base') and position (2)");
    base = args[args.positional + k];
  }
  if (!x) {
    if (base) return raise(exc::TypeError, "int() missing string argument");
    return Ref::small(0);
  }
  if (!base) return to_int_object(x);
  int64_t radix;
  if (!to_int64(base, &radix, OnOverflow::clamp)) return nullptr;
  if (radix != 0 && (radix < 2 || radix > 36)) {
    return raise(exc::ValueError, "int() base must be >= 2 and <= 36, or 0");
  }
  if (is_str(x)) return int_from_text(ascii_number(x.as<Str>()), static_cast<int>(radix), x);
  BytesView view;
  if ((is_bytes(x) || has_type(x, &bytearray_type)) && read_bytes(x, &view)) {
    return int_from_text({reinterpret_cast<const char*>(view.data), view.length}, static_cast<int>(radix), x);
  }
  return raise(exc::TypeError, "int() can't convert non-string with explicit base");
}

Ref slot_new(Type* type, const Args& args) {
  Ref n = construct(args);
  return !n || type == &int_type ? n : instance_of(type, n);
}

constexpr int at(BinaryOp op) { return static_cast<int>(op); }

constexpr Type describe_int() {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = "int";
  t.flags = kTypeBase | kTypeIntSubclass;
  t.basic_size = sizeof(Int);
  t.dealloc = dealloc;
  t.repr = slot_repr;
  t.hash = slot_hash;
  t.compare = slot_compare;
  t.new_ = slot_new;
  t.binary[at(BinaryOp::add)] = slot_binary<BinaryOp::add>;
  t.binary[at(BinaryOp::and_)] = slot_binary<BinaryOp::and_>;
  t.binary[at(BinaryOp::floor_divide)] = slot_binary<BinaryOp::floor_divide>;
  t.binary[at(BinaryOp::lshift)] = slot_binary<BinaryOp::lshift>;
  t.binary[at(BinaryOp::multiply)] = slot_binary<BinaryOp::multiply>;
  t.binary[at(BinaryOp::remainder)] = slot_binary<BinaryOp::remainder>;
  t.binary[at(BinaryOp::or_)] = slot_binary<BinaryOp::or_>;
  t.binary[at(BinaryOp::power)] = slot_binary<BinaryOp::power>;
  t.binary[at(BinaryOp::rshift)] = slot_binary<BinaryOp::rshift>;
  t.binary[at(BinaryOp::subtract)] = slot_binary<BinaryOp::subtract>;
  t.binary[at(BinaryOp::true_divide)] = slot_binary<BinaryOp::true_divide>;
  t.binary[at(BinaryOp::xor_)] = slot_binary<BinaryOp::xor_>;
  t.binary[at(BinaryOp::divmod)] = slot_binary<BinaryOp::divmod>;
  t.unary[static_cast<int>(UnaryOp::negative)] = slot_negative;
  t.unary[static_cast<int>(UnaryOp::positive)] = slot_positive;
  t.unary[static_cast<int>(UnaryOp::invert)] = slot_invert;
  t.truth = slot_truth;
  t.index = slot_positive;
  t.to_int = slot_positive;
  t.to_float = slot_float;
  t.methods = kIntMethods;
  t.getset = kIntGetSet;
  t.doc =
      "int([x]) -> integer\n"
      "int(x, base=10) -> integer\n\n"
      "A whole number of any size: of a number (cut off towards zero) or of its text in a base.";
  return t;
}

Ref bool_repr(Value v) { return Ref::share(intern(v == kTrue ? "True" : "False")); }

Ref bool_new(Type*, const Args& args) {
  Value x;
  if (!read_positional("bool", args, 1, &x)) return nullptr;
  int result = x ? truth(x) : 0;
  return result < 0 ? nullptr : boolean(result);
}

Ref bool_invert(Value v) {
  if (!warn(exc::DeprecationWarning,
            "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise "
            "inversion of the underlying int object and is usually not what you expect from the negation of a bool "
            "object. Use the 'not' operator for boolean negation or ~int(x) for the bitwise inversion of the underlying "
            "int.")) {
    return nullptr;
  }
  return slot_invert(v);
}

template <BinaryOp op>
Ref bool_binary(Value a, Value b) {
  bool both = (a == kTrue || a == kFalse) && (b == kTrue || b == kFalse);
  if (!both) return slot_binary<op>(a, b);
  bool x = a == kTrue, y = b == kTrue;
  return boolean(op == BinaryOp::and_ ? x && y : op == BinaryOp::or_ ? x || y : x != y);
}

constexpr Type describe_bool() {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = "bool";
  t.flags = kTypeIntSubclass;
  t.basic_size = sizeof(Int);
  t.base = &int_type;
  t.dealloc = dealloc;
  t.repr = bool_repr;
  t.new_ = bool_new;
  t.binary[at(BinaryOp::and_)] = bool_binary<BinaryOp::and_>;
  t.binary[at(BinaryOp::or_)] = bool_binary<BinaryOp::or_>;
  t.binary[at(BinaryOp::xor_)] = bool_binary<BinaryOp::xor_>;
  t.unary[static_cast<int>(UnaryOp::invert)] = bool_invert;
  t.doc = "bool(object=False, /) -> True or False: the truth of the object. The only two instances are True and False.";
  return t;
}

constexpr Int truth_object(int64_t value) {
  Int n{};
  n.refcount = kImmortalRefcount;
  n.type = &bool_type;
  n.small = value;
  return n;
}

}  // namespace

constinit Type int_type = describe_int();
constinit Type bool_type = describe_bool();
constinit Int true_object = truth_object(1);
constinit Int false_object = truth_object(0);

Ref to_int_object(Value v) {
  if (v.is_small() || is_exact(v, int_type)) return Ref::share(v);
  Type* type = type_of(v);
  if (type->to_int) return checked_int(type->to_int(v), "__int__");
  if (type->index) return index(v);
  if (Ref trunc = lookup_special(v, names::__trunc__)) {
    Ref result = call(trunc);
    if (!result) return nullptr;
    if (!is_int(result) && type_of(result)->index) result = index(result);
    if (!is_int(result)) return raise(exc::TypeError, "__trunc__ returned non-Integral (type %T)", result.get());
    return exact_int(result);
  }
  if (failed()) return nullptr;
  if (is_str(v)) return int_from_text(ascii_number(v.as<Str>()), 10, v);
  BytesView view;
  if (read_bytes(v, &view)) return int_from_text({reinterpret_cast<const char*>(view.data), view.length}, 10, v);
  return raise(exc::TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%T'", v);
}

}  // namespace loopscope::python
