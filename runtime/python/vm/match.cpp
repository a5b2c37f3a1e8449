// SPDX-License-Identifier: MIT
#include "python/vm/interpreter.h"
#include "python/vm/names.h"

/// Structural pattern matching: MATCH_CLASS and MATCH_KEYS.
namespace loopscope::python {

namespace {

/// An attribute of the subject; *absent when there is none.
Ref match_attribute(Value subject, Value type, Value name, Set* seen, bool* absent) {
  if (seen) {
    int twice = set_contains(seen, name);
    if (twice < 0) return {};
    if (twice) return raise(exc::TypeError, "%N() got multiple sub-patterns for attribute %R", static_cast<Type*>(type.object()), name);
    if (!set_add(seen, name)) return {};
  }
  Ref v = get_attr_or_null(subject, intern(name.as<Str>()));
  if (!v && !failed()) *absent = true;
  return v;
}

/// Built-in types whose only positional sub-pattern is the subject itself.
bool matches_itself(Type* type) {
  for (Type* t : {&bool_type, &bytearray_type, &bytes_type, &dict_type, &float_type, &frozenset_type, &int_type, &list_type,
                  &set_type, &str_type, &tuple_type})
    if (is_subtype(type, t)) return true;
  return false;
}

}  // namespace

Ref match_class(Value subject, Value type, uint32_t positional, Tuple* keywords) {
  if (!has_type(type, &type_type)) return raise(exc::TypeError, "called match pattern must be a class");
  int instance = is_instance(subject, type);
  if (instance < 0) return {};
  if (!instance) return none();
  Type* cls = static_cast<Type*>(type.object());
  Own<Set> seen = make_set();
  Own<List> attributes = make_list(positional + keywords->size);
  bool absent = false;
  if (positional) {
    Ref match_args = get_attr_or_null(type, names::__match_args__);
    if (failed()) return {};
    bool itself = false;
    if (match_args) {
      if (!is_exact(match_args, tuple_type))
        return raise(exc::TypeError, "%N.__match_args__ must be a tuple (got %T)", cls, match_args.get());
    } else {
      itself = matches_itself(cls);
      match_args = Ref::share(empty_tuple());
    }
    uint32_t allowed = itself ? 1 : match_args.as<Tuple>()->size;
    if (allowed < positional)
      return raise(exc::TypeError, "%N() accepts %d positional sub-pattern%s (%d given)", cls, static_cast<int>(allowed),
                   allowed == 1 ? "" : "s", static_cast<int>(positional));
    if (itself) {
      list_append(attributes.get(), subject);
    } else {
      for (uint32_t i = 0; i < positional; i++) {
        Value name = match_args.as<Tuple>()->items[i];
        if (!is_str(name)) return raise(exc::TypeError, "__match_args__ elements must be strings (got %T)", name);
        Ref v = match_attribute(subject, type, name, seen.get(), &absent);
        if (!v) return absent ? none() : Ref();
        list_append(attributes.get(), v);
      }
    }
  }
  for (uint32_t i = 0; i < keywords->size; i++) {
    Ref v = match_attribute(subject, type, keywords->items[i], seen.get(), &absent);
    if (!v) return absent ? none() : Ref();
    list_append(attributes.get(), v);
  }
  return make_tuple(attributes->items, attributes->size);
}

Ref match_keys(Value subject, Value keys) {
  Tuple* wanted = keys.as<Tuple>();
  Own<Tuple> values = make_tuple(wanted->size);
  Own<Set> seen = make_set();
  bool plain = is_exact(subject, dict_type);
  Ref get = plain ? Ref() : get_attr(subject, names::get);
  if (!plain && !get) return {};
  for (uint32_t i = 0; i < wanted->size; i++) {
    int twice = set_contains(seen.get(), wanted->items[i]);
    if (twice < 0) return {};
    if (twice) return raise(exc::ValueError, "mapping pattern checks duplicate key (%R)", wanted->items[i]);
    if (!set_add(seen.get(), wanted->items[i])) return {};
    Ref v;
    if (plain) {
      v = Ref::share(dict_get(subject.as<Dict>(), wanted->items[i]));
      if (!v) return failed() ? Ref() : none();
    } else {
      // A marker of our own tells a missing key from any value.
      Ref marker = make_float(0);
      v = call(get, wanted->items[i], marker);
      if (!v) return {};
      if (v.get() == marker.get()) return none();
    }
    values->items[i] = v.release();
  }
  return values;
}

}  // namespace loopscope::python
