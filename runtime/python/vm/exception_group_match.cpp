// SPDX-License-Identifier: MIT
#include "python/vm/exception.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"

/// except*: splitting the raised group among the handlers, and joining what is left.
namespace loopscope::python {

namespace {

bool is_group(Value v) { return is_subtype(type_of(v), &exc::BaseExceptionGroup); }

bool check_star_type(Value type) {
  auto bad = [](Value v) {
    return has_type(v, &type_type) && is_subtype(static_cast<Type*>(v.object()), &exc::BaseExceptionGroup);
  };
  bool group = bad(type);
  if (is_tuple(type))
    for (uint32_t i = 0; i < type.as<Tuple>()->size; i++) group |= bad(type.as<Tuple>()->items[i]);
  if (group)
    raise(exc::TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
  return !group;
}

/// Leaf exceptions of a tree of groups.
void collect_leaves(Value v, List* leaves) {
  if (!is_group(v)) {
    list_append(leaves, v);
    return;
  }
  Tuple* members = v.as<Exception>()->extra.as<Tuple>();
  for (uint32_t i = 0; i < members->size; i++) collect_leaves(members->items[i], leaves);
}

}  // namespace

bool match_exception_group(Value exception, Value type, Ref* rest, Ref* matched) {
  if (exception == kNone) {
    *rest = none();
    *matched = none();
    return true;
  }
  if (!check_star_type(type)) return false;
  int whole = exception_matches(exception, type);
  if (whole < 0) return false;
  if (whole) {
    if (is_group(exception)) {
      *matched = Ref::share(exception);
    } else {
      Own<Tuple> members = tuple_of(exception);
      *matched = call(Value(&exc::ExceptionGroup), make_str(""), members);
      if (!*matched) return false;
      assign(matched->as<Exception>()->traceback, exception.as<Exception>()->traceback);
    }
    *rest = none();
    return true;
  }
  if (is_group(exception)) {
    Ref pair = call_method(exception, intern("split"), type);
    if (!pair) return false;
    if (!is_tuple(pair) || pair.as<Tuple>()->size < 2) {
      raise(exc::TypeError, "%T.split must return a tuple, not %T", exception, pair.get());
      return false;
    }
    *matched = Ref::share(pair.as<Tuple>()->items[0]);
    *rest = Ref::share(pair.as<Tuple>()->items[1]);
    return true;
  }
  *matched = none();
  *rest = Ref::share(exception);
  return true;
}

Ref prepare_reraise_star(Value original, Value list) {
  // `list` holds what handlers raised, and the unmatched rest (None where there was nothing).
  List* all = list.as<List>();
  Own<List> raised = make_list(), again = make_list();
  auto same_origin = [&](Value v) {
    if (v == original) return true;
    Exception *a = v.as<Exception>(), *b = original.as<Exception>();
    return is_group(v) && is_group(original) && a->traceback == b->traceback && a->context == b->context &&
           a->cause == b->cause && a->notes == b->notes;
  };
  for (uint32_t i = 0; i < all->size; i++) {
    Value v = all->items[i];
    if (v == kNone) continue;
    list_append(same_origin(v) ? again.get() : raised.get(), v);
  }
  if (!is_group(original)) {
    if (again->size + raised->size == 0) return none();
    if (raised->size == 0) return Ref::share(again->items[0]);
    if (again->size) list_append(raised.get(), again->items[0]);
    if (raised->size == 1) return Ref::share(raised->items[0]);
    return call(Value(&exc::ExceptionGroup), make_str(""), raised);
  }
  Ref projection = none();
  if (again->size) {
    // The part of the original tree that nobody handled, in its original shape.
    Own<List> leaves = make_list();
    for (uint32_t i = 0; i < again->size; i++) collect_leaves(again->items[i], leaves.get());
    Own<Tuple> wanted = make_tuple(leaves->items, leaves->size);
    projection = exception_group_projection(original, wanted.get());
    if (!projection) return {};
  }
  if (raised->size == 0) return projection;
  if (projection != kNone) list_append(raised.get(), projection);
  if (raised->size == 1) return Ref::share(raised->items[0]);
  return call(Value(&exc::ExceptionGroup), make_str(""), raised);
}

}  // namespace loopscope::python
