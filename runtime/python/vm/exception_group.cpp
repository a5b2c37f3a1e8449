// SPDX-License-Identifier: MIT
#include "python/vm/exception_internal.h"
#include "python/vm/generic_alias.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/recursion.h"

/// BaseExceptionGroup and ExceptionGroup: trees of exceptions, and taking them apart.
namespace loopscope::python {
namespace {

bool is_group(Value v) { return has_type(v, &exc::BaseExceptionGroup); }
Tuple* members(Value group) { return as_exception(group)->extra.as<Tuple>(); }

Ref group_new(Type* type, const Args& args) {
  if (args.positional != 2 || args.keyword_count())
    return raise(exc::TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)",
                 static_cast<int>(args.positional + args.keyword_count()));
  if (!is_str(args[0])) return raise(exc::TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %T", args[0]);
  if (!type_of(args[1])->getitem || is_dict(args[1]))
    return raise(exc::TypeError, "second argument (exceptions) must be a sequence");
  Own<Tuple> all = to_tuple(args[1]);
  if (!all) return {};
  if (all->size == 0) return raise(exc::ValueError, "second argument (exceptions) must be a non-empty sequence");
  bool only_exceptions = true;
  for (uint32_t i = 0; i < all->size; i++) {
    if (!is_exception(all->items[i]))
      return raise(exc::ValueError, "Item %d of second argument (exceptions) is not an exception", static_cast<int>(i));
    only_exceptions &= has_type(all->items[i], &exc::Exception);
  }
  if (type == &exc::BaseExceptionGroup && only_exceptions) type = &exc::ExceptionGroup;
  if (!only_exceptions && type == &exc::ExceptionGroup)
    return raise(exc::TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
  if (!only_exceptions && is_subtype(type, &exc::Exception))
    return raise(exc::TypeError, "Cannot nest BaseExceptions in '%N'", type);
  Ref self = exception_new(type, args);
  if (!self) return {};
  assign(as_exception(self)->value, args[0]);
  assign(as_exception(self)->extra, Value(all));
  return self;
}

bool group_init(Value self, const Args& args) { return exception_init(self, args); }

Ref group_str(Value self) {
  Ref message = str(as_exception(self)->value);
  if (!message) return {};
  uint32_t count = members(self)->size;
  return make_str(to_utf8(message.as<Str>()) + " (" + std::to_string(count) + " sub-exception" + (count == 1 ? "" : "s") +
                  ")");
}

/// What split() and subgroup() were given: classes, a predicate, or (for except*) the leaves themselves.
struct Condition {
  Value classes;
  Value predicate;
  Tuple* leaves = nullptr;

  /// 1, 0, -1.
  int matches(Value e) const {
    if (classes) {
      if (!is_tuple(classes)) return has_type(e, classes.as<Type>());
      for (uint32_t i = 0; i < classes.as<Tuple>()->size; i++)
        if (has_type(e, classes.as<Tuple>()->items[i].as<Type>())) return 1;
      return 0;
    }
    if (predicate) {
      Ref result = call(predicate, e);
      return result ? truth(result) : -1;
    }
    if (is_group(e)) return 0;
    for (uint32_t i = 0; i < leaves->size; i++)
      if (leaves->items[i] == e) return 1;
    return 0;
  }
};

bool is_exception_class(Value v) {
  return has_type(v, &type_type) && is_subtype(v.as<Type>(), &exc::BaseException);
}

bool read_condition(Value v, Condition* out) {
  if (is_exception_class(v)) {
    out->classes = v;
    return true;
  }
  if (is_tuple(v)) {
    bool all = true;
    for (uint32_t i = 0; i < v.as<Tuple>()->size; i++) all &= is_exception_class(v.as<Tuple>()->items[i]);
    if (all) {
      out->classes = v;
      return true;
    }
  }
  if (is_callable(v) && !has_type(v, &type_type)) {
    out->predicate = v;
    return true;
  }
  raise(exc::TypeError, "expected an exception type, a tuple of exception types, or a callable (other than a class)");
  return false;
}

/// A group like `original` with other members, made by its derive(); the circumstances are copied.
Ref derive_group(Value original, List* list) {
  if (list->size == 0) return none();
  Ref derived = call_method(original, intern("derive"), Value(list));
  if (!derived) return {};
  if (!is_group(derived)) return raise(exc::TypeError, "derive must return an instance of BaseExceptionGroup");
  Exception *from = as_exception(original), *to = as_exception(derived);
  assign(to->traceback, from->traceback);
  assign(to->context, from->context);
  assign(to->cause, from->cause);
  to->suppress_context = true;  // as whenever a cause is set, and be it none
  Ref notes = get_attr_or_null(original, names::__notes__);
  if (!notes) return failed() ? Ref() : derived;
  if (!is_list(notes) && !is_tuple(notes)) return derived;
  Own<List> copy = to_list(notes);
  if (!copy || !set_attr(derived, names::__notes__, copy)) return {};
  return derived;
}

/// `*matched` and `*rest`: a group, or None. `rest` may be null when nobody wants it.
bool split(Value group, const Condition& condition, Ref* matched, Ref* rest) {
  NativeRecursion recursion("in exceptiongroup_split_recursive");
  if (!recursion) return false;
  int whole = condition.matches(group);
  if (whole < 0) return false;
  if (whole) {
    *matched = Ref::share(group);
    if (rest) *rest = none();
    return true;
  }
  Own<List> in = make_list(), out = make_list();
  Own<Tuple> all = Own<Tuple>::share(members(group));
  for (uint32_t i = 0; i < all->size; i++) {
    Value e = all->items[i];
    if (is_group(e)) {
      Ref inner_matched, inner_rest;
      if (!split(e, condition, &inner_matched, rest ? &inner_rest : nullptr)) return false;
      if (inner_matched.get() != kNone && !list_append(in.get(), inner_matched)) return false;
      if (rest && inner_rest.get() != kNone && !list_append(out.get(), inner_rest)) return false;
      continue;
    }
    int match = condition.matches(e);
    if (match < 0 || !list_append(match ? in.get() : out.get(), e)) return false;
  }
  *matched = derive_group(group, in.get());
  if (!*matched) return false;
  if (rest) {
    *rest = derive_group(group, out.get());
    if (!*rest) return false;
  }
  return true;
}

Ref group_split(Value self, const Value* args) {
  Condition condition;
  Ref matched, rest;
  if (!read_condition(args[0], &condition) || !split(self, condition, &matched, &rest)) return {};
  return tuple_of(matched.get(), rest.get());
}

Ref group_subgroup(Value self, const Value* args) {
  Condition condition;
  Ref matched;
  if (!read_condition(args[0], &condition) || !split(self, condition, &matched, nullptr)) return {};
  return matched;
}

Ref group_derive(Value self, const Value* args) {
  return call(Value(&exc::BaseExceptionGroup), as_exception(self)->value, args[0]);
}

const NativeDef kMethods[] = {
    {"split", group_split, "matcher_value, /"},
    {"subgroup", group_subgroup, "matcher_value, /"},
    {"derive", group_derive, "excs, /"},
    {"__class_getitem__", class_getitem, "key, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};

const GetSetDef kGetSet[] = {
    {"message", get_field<&Exception::value>},
    {"exceptions", get_field<&Exception::extra>},
    {nullptr, nullptr},
};

}  // namespace

void define_exception_group(Type& base_group, Type& group) {
  base_group.new_ = group_new;
  base_group.init = group_init;
  base_group.str = group_str;
  base_group.methods = kMethods;
  base_group.getset = kGetSet;
  group.new_ = group_new;
  group.init = group_init;
  group.str = group_str;
}

Ref exception_group_projection(Value group, Tuple* leaves) {
  Condition condition;
  condition.leaves = leaves;
  Ref matched;
  if (!split(group, condition, &matched, nullptr)) return {};
  return matched;
}

}  // namespace loopscope::python
