// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// Abstract operations on any value: what Python's syntax and builtins mean. Parameters borrowed, results owned; null /
/// -1 / false: an exception is set.
namespace loopscope::python {

Ref repr(Value v);  // always a Str
Ref str(Value v);   // always a Str
Ref ascii(Value v);
/// Marks `v` as being shown, so that the repr of a container that contains itself ends: `[...]`.
class ReprGuard {
 public:
  explicit ReprGuard(Value v);
  ~ReprGuard();
  ReprGuard(const ReprGuard&) = delete;
  /// Already being shown further out.
  bool nested() const { return nested_; }

 private:
  Value value_;
  bool nested_;
};
Ref format(Value v, Str* spec);  // format(); spec null = ""
bool hash(Value v, int64_t* out);
int truth(Value v);  // 1, 0, -1
inline int fast_truth(Value v) {
  if (v == kTrue) return 1;
  if (v == kFalse || v == kNone) return 0;
  if (v.is_small()) return v.small_value() != 0;
  return truth(v);
}
Ref compare(Value a, Value b, CompareOp op);
/// a == b with the identity shortcut (containers): 1, 0, -1.
int equal(Value a, Value b);
/// a < b as a truth value: 1, 0, -1.
int less(Value a, Value b);

Ref binary_op(BinaryOp op, Value a, Value b);
Ref inplace_op(BinaryOp op, Value a, Value b);
Ref unary_op(UnaryOp op, Value v);
Ref power(Value base, Value exponent, Value modulus /*or null*/);
/// __index__ as an int Value.
Ref index(Value v);

Ref get_attr(Value v, Str* name);
/// Null without exception when there is no such attribute (AttributeError swallowed).
Ref get_attr_or_null(Value v, Str* name);
bool set_attr(Value v, Str* name, Value value);  // null deletes
/// Looks up a dunder on the type and binds it; null without exception when absent.
Ref lookup_special(Value v, Str* name);

ptrdiff_t length(Value v);  // -1: "object of type 'x' has no len()"
/// operator.length_hint(): how many items it expects to give, asked before a list is made of it. -1 with an exception: it failed.
ptrdiff_t length_hint(Value v, ptrdiff_t fallback);
int64_t long_length(Value v);  // the same for len(): a range may be longer than memory; -1: exception
Ref get_item(Value v, Value key);
bool set_item(Value v, Value key, Value value);
bool delete_item(Value v, Value key);
int contains(Value container, Value item);

Ref iterate(Value v);  // iter(v)
/// Next item; null without an exception when exhausted (StopIteration is swallowed).
Ref next(Value iterator);
/// Calls `each(Value item)` -> bool (false stops with its exception set) for every item. Fast for list/tuple/range.
template <class Each>
bool for_each(Value iterable, Each&& each);
Own<List> to_list(Value iterable);
Own<Tuple> to_tuple(Value iterable);

/// Calls to completion. Runs Python frames in a nested interpreter when needed (see vm.h): the C++ stack is then
/// in use, so prefer returning kFramePushed-style tail calls where a program may block (tail_call in vm.h).
Ref call(Value callable, const Args& args);
Ref call(Value callable);
Ref call(Value callable, Value a);
Ref call(Value callable, Value a, Value b);
Ref call(Value callable, Value a, Value b, Value c);
Ref call_with(Value callable, Tuple* args, Dict* kwargs /*or null*/);
Ref call_method(Value self, Str* name);
Ref call_method(Value self, Str* name, Value a);
Ref call_method(Value self, Str* name, Value a, Value b);
bool is_callable(Value v);

/// isinstance / issubclass with __instancecheck__, tuples and unions: 1, 0, -1.
int is_instance(Value v, Value classinfo);
int is_subclass(Value cls, Value classinfo);

/// Interned names used by the runtime: `names::__init__` etc. (table in names.h).
template <class Each>
bool for_each(Value iterable, Each&& each) {
  if (is_exact(iterable, list_type)) {
    for (uint32_t i = 0; i < iterable.as<List>()->size; i++) {
      Ref item = Ref::share(iterable.as<List>()->items[i]);
      if (!each(item.get())) return false;
    }
    return true;
  }
  if (is_exact(iterable, tuple_type)) {
    for (uint32_t i = 0; i < iterable.as<Tuple>()->size; i++)
      if (!each(iterable.as<Tuple>()->items[i])) return false;
    return true;
  }
  Ref iterator = iterate(iterable);
  if (!iterator) return false;
  while (Ref item = next(iterator))
    if (!each(item.get())) return false;
  return !failed();
}

}  // namespace loopscope::python
