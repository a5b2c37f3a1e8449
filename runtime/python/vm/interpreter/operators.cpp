// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/operators.h"

#include "python/bytecode/opcodes.h"
#include "python/vm/protocol.h"

namespace loopscope::python {

namespace {

/// The item of a list or tuple at a small index; null: out of range or something else.
Value item_at(Value container, Value key) {
  uint32_t size;
  Value* items;
  if (is_exact(container, list_type)) {
    size = container.as<List>()->size;
    items = container.as<List>()->items;
  } else if (is_exact(container, tuple_type)) {
    size = container.as<Tuple>()->size;
    items = container.as<Tuple>()->items;
  } else {
    return {};
  }
  intptr_t i = key.small_value();
  if (i < 0) i += size;
  return i >= 0 && static_cast<uintptr_t>(i) < size ? items[i] : Value();
}

}  // namespace

Ref arithmetic(uint32_t op, Value a, Value b) {
  bool in_place = op >= kInplaceOffset;
  BinaryOp which = static_cast<BinaryOp>(in_place ? op - kInplaceOffset : op);
  if (both_small(a, b) && which != BinaryOp::matmul) return int_binary(which, a, b);
  return in_place ? inplace_op(which, a, b) : binary_op(which, a, b);
}

int compare_truth(uint32_t op, Value a, Value b) {
  if (both_small(a, b)) return compare_small(op, a, b);
  if (is_exact(a, str_type) && is_exact(b, str_type) && static_cast<CompareOp>(op) == CompareOp::eq)
    return str_equal(a.as<Str>(), b.as<Str>());
  double x, y;
  if (as_double(a, &x) && as_double(b, &y)) {
    switch (static_cast<CompareOp>(op)) {
      case CompareOp::lt: return x < y;
      case CompareOp::le: return x <= y;
      case CompareOp::eq: return x == y;
      case CompareOp::ne: return x != y;
      case CompareOp::gt: return x > y;
      case CompareOp::ge: return x >= y;
    }
  }
  Ref r = compare(a, b, static_cast<CompareOp>(op));
  return r ? fast_truth(r) : -1;
}

Ref subscript(Value container, Value key) {
  if (key.is_small())
    if (Value item = item_at(container, key)) return Ref::share(item);
  return get_item(container, key);
}

bool store_subscript(Value container, Value key, Value v) {
  if (is_exact(container, dict_type)) return dict_set(container.as<Dict>(), key, v);
  if (key.is_small() && is_exact(container, list_type)) {
    List* list = container.as<List>();
    intptr_t i = key.small_value();
    if (i < 0) i += list->size;
    if (i >= 0 && static_cast<uintptr_t>(i) < list->size) {
      assign(list->items[i], v);
      return true;
    }
  }
  return set_item(container, key, v);
}

}  // namespace loopscope::python
