// SPDX-License-Identifier: MIT
#include <vector>

#include "python/number/hex_text.h"
#include "python/vm/format.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/recursion.h"
#include "python/vm/slots.h"
#include "python/vm/str.h"
#include "python/vm/vm.h"

/// What every value can do: be shown, hashed, tested, compared.
namespace loopscope::python {
namespace {

std::vector<Value> being_shown;

}  // namespace

ReprGuard::ReprGuard(Value v) : value_(v), nested_(false) {
  for (Value shown : being_shown) nested_ |= shown == v;
  if (!nested_) being_shown.push_back(v);
}

ReprGuard::~ReprGuard() {
  if (nested_) return;
  for (size_t i = being_shown.size(); i-- > 0;)
    if (being_shown[i] == value_) {
      being_shown.erase(being_shown.begin() + static_cast<ptrdiff_t>(i));
      return;
    }
}

Ref repr(Value v) {
  if (!v) return make_str("<NULL>");
  NativeRecursion recursion("while getting the repr of an object");
  if (!recursion) return {};
  Ref result = type_of(v)->repr(v);
  if (result && !is_str(result)) return raise(exc::TypeError, "__repr__ returned non-string (type %T)", result.get());
  return result;
}

Ref str(Value v) {
  if (!v) return make_str("<NULL>");
  if (is_exact(v, str_type)) return Ref::share(v);
  NativeRecursion recursion("while getting the str of an object");
  if (!recursion) return {};
  Ref result = type_of(v)->str(v);
  if (result && !is_str(result)) return raise(exc::TypeError, "__str__ returned non-string (type %T)", result.get());
  return result;
}

Ref ascii(Value v) {
  Ref text = repr(v);
  if (!text || text.as<Str>()->ascii) return text;
  StrBuilder out;
  Str* s = text.as<Str>();
  for (uint32_t i = 0; i < s->length; i++) {
    char32_t c = s->at(i);
    if (c < 0x80) out.add(c);
    else out.add(escape_text(c));
  }
  return out.finish();
}

Ref format(Value v, Str* spec) {
  bool empty = !spec || spec->length == 0;
  if (empty && is_exact(v, str_type)) return Ref::share(v);
  if (empty && (v.is_small() || is_exact(v, int_type))) return str(v);
  static Str* const nothing = intern("");
  Value text = spec ? Value(spec) : Value(nothing);
  Ref result = call_special(v, names::__format__, &text, 1);
  if (result && !is_str(result)) return raise(exc::TypeError, "__format__ must return a str, not %T", result.get());
  return result;
}

bool hash(Value v, int64_t* out) {
  if (is_exact(v, str_type)) return *out = str_hash(v.as<Str>()), true;
  NativeRecursion recursion("while calling a Python object");
  return recursion && type_of(v)->hash(v, out);
}

int truth(Value v) {
  if (v == kTrue) return 1;
  if (v == kFalse || v == kNone) return 0;
  Type* type = type_of(v);
  if (type->truth) return type->truth(v);
  if (type->length) {
    ptrdiff_t n = type->length(v);
    return n < 0 ? -1 : n > 0;
  }
  return 1;
}

// ---- comparison --------------------------------------------------------------------------------------------------------

namespace {

const char* const kCompareSymbols[] = {"<", "<=", "==", "!=", ">", ">="};

}  // namespace

CompareOp swapped(CompareOp op) {
  constexpr CompareOp kSwapped[] = {CompareOp::gt, CompareOp::ge, CompareOp::eq,
                                    CompareOp::ne, CompareOp::lt, CompareOp::le};
  return kSwapped[static_cast<int>(op)];
}

Ref compare_at_last(Value a, Value b, CompareOp op) {
  if (op == CompareOp::eq) return boolean(a == b);
  if (op == CompareOp::ne) return boolean(!(a == b));
  return raise(exc::TypeError, "'%s' not supported between instances of '%T' and '%T'",
               kCompareSymbols[static_cast<int>(op)], a, b);
}

Ref compare(Value a, Value b, CompareOp op) {
  NativeRecursion recursion("in comparison");
  if (!recursion) return {};
  Type *left = type_of(a), *right = type_of(b);
  bool tried = false;
  if (left != right && is_subtype(right, left) && right->compare) {
    tried = true;
    Ref result = right->compare(b, a, swapped(op));
    if (!result || result.get() != kNotImplemented) return result;
  }
  if (left->compare) {
    Ref result = left->compare(a, b, op);
    if (!result || result.get() != kNotImplemented) return result;
  }
  if (!tried && right->compare) {
    Ref result = right->compare(b, a, swapped(op));
    if (!result || result.get() != kNotImplemented) return result;
  }
  return compare_at_last(a, b, op);
}

int equal(Value a, Value b) {
  if (a == b) return 1;
  if (a.is_small() && b.is_small()) return 0;
  if (is_exact(a, str_type) && is_exact(b, str_type)) return str_equal(a.as<Str>(), b.as<Str>());
  Ref result = compare(a, b, CompareOp::eq);
  return result ? fast_truth(result) : -1;
}

int less(Value a, Value b) {
  if (a.is_small() && b.is_small()) return a.small_value() < b.small_value();
  Ref result = compare(a, b, CompareOp::lt);
  return result ? fast_truth(result) : -1;
}

}  // namespace loopscope::python
