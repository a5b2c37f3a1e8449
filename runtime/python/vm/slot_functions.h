// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/names.h"
#include "python/vm/slots.h"

/// The slot functions of Python classes: each calls its dunder method. Shared by the slot files only.
namespace loopscope::python {

Ref slot_repr(Value self);
Ref slot_str(Value self);
bool slot_hash(Value self, int64_t* out);
Ref slot_compare(Value a, Value b, CompareOp op);
int slot_truth(Value self);
ptrdiff_t slot_length(Value self);
Ref slot_index(Value self);
Ref slot_int(Value self);
Ref slot_float(Value self);
bool slot_setattr(Value self, Str* name, Value value);
Ref slot_get(Value self, Value instance, Type* owner);
bool slot_set(Value self, Value instance, Value value);
Ref slot_getitem(Value self, Value key);
bool slot_setitem(Value self, Value key, Value value);
int slot_contains(Value self, Value item);
Ref slot_iter(Value self);
Ref slot_await(Value self);
Ref slot_aiter(Value self);
Ref slot_anext(Value self);

/// What the results of __bool__ and __len__ say: 1, 0, -1; a length or -1.
int truth_of_bool(Value result);
ptrdiff_t length_of_len(Value result);

/// Calls a dunder; NotImplemented when the type has none.
Ref call_operator(Value self, Str* name, Value other);
/// Does the type of `b` define another `name` than the type of `a`?
bool overrides_operator(Value a, Value b, Str* name);

template <BinaryOp op, Str** name, Str** reflected>
Ref slot_binary(Value a, Value b) {
  constexpr int at = static_cast<int>(op);
  Type *left = type_of(a), *right = type_of(b);
  bool other = left != right && right->binary[at] == &slot_binary<op, name, reflected>;
  if (left->binary[at] == &slot_binary<op, name, reflected>) {
    if (other && is_subtype(right, left) && overrides_operator(a, b, *reflected)) {
      Ref result = call_operator(b, *reflected, a);
      if (!result || result.get() != kNotImplemented) return result;
      other = false;
    }
    Ref result = call_operator(a, *name, b);
    if (!result || result.get() != kNotImplemented || left == right) return result;
  }
  return other ? call_operator(b, *reflected, a) : not_implemented();
}

template <Str** name>
Ref slot_inplace(Value a, Value b) {
  return call_operator(a, *name, b);
}

template <Str** name>
Ref slot_unary(Value a) {
  return call_special(a, *name, nullptr, 0);
}

// The last steps of operators (protocol.h), when the special methods before them said NotImplemented.
CompareOp swapped(CompareOp op);
Ref compare_at_last(Value a, Value b, CompareOp op);
Ref operate_at_last(BinaryOp op, bool in_place, Value a, Value b);
/// a += b after __iadd__.
Ref inplace_op_after(BinaryOp op, Value a, Value b);

}  // namespace loopscope::python
