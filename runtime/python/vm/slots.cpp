// SPDX-License-Identifier: MIT
#include "python/vm/slots.h"

#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/slot_functions.h"
#include "python/vm/type_internal.h"
#include "python/vm/vm.h"

namespace loopscope::python {

PrefixedArgs::PrefixedArgs(Value first, const Args& args) : positional_(args.positional + 1), names_(args.names) {
  uint32_t count = args.positional + args.keyword_count();
  data_ = count + 1 <= kInline ? inline_ : new Value[count + 1];
  data_[0] = first;
  for (uint32_t i = 0; i < count; i++) data_[i + 1] = args.data[i];
}

PrefixedArgs::~PrefixedArgs() {
  if (data_ != inline_) delete[] data_;
}

Ref call_special(Value self, Str* name, const Value* args, uint32_t count, bool* absent) {
  Type* type = type_of(self);
  Ref function = Ref::share(lookup_in_type(type, name));
  if (!function) {
    if (absent)
      *absent = true;
    else
      raise(exc::AttributeError, "'%N' object has no attribute '%U'", type, name);
    return {};
  }
  Type* kind = type_of(function);
  if (kind->flags & kTypeMethodDescriptor) {
    Value all[4] = {self};
    for (uint32_t i = 0; i < count; i++) all[i + 1] = args[i];
    return call(function, Args{all, count + 1, nullptr});
  }
  if (kind->get) {
    function = kind->get(function, self, type);
    if (!function) return {};
  }
  return call(function, Args{args, count, nullptr});
}

// ---- text, hash, truth -------------------------------------------------------------------------------------------

Ref slot_repr(Value self) {
  return call_special(self, names::__repr__, nullptr, 0);  // repr() and str() check its type, each with its own words
}

Ref slot_str(Value self) {
  return call_special(self, names::__str__, nullptr, 0);
}

bool hash_not_implemented(Value v, int64_t*) {
  raise(exc::TypeError, "unhashable type: '%T'", v);
  return false;
}

bool slot_hash(Value self, int64_t* out) {
  Ref result = call_special(self, names::__hash__, nullptr, 0);
  if (!result) return false;
  if (!is_int(result)) {
    raise(exc::TypeError, "__hash__ method should return an integer");
    return false;
  }
  // As it is, if it has 64 bits: reducing it would make hash(x) another number than x.__hash__(). Never -1.
  if (!int_fits(result, out)) return int_type.hash(result, out);
  if (*out == -1) *out = -2;
  return true;
}

Ref slot_compare(Value a, Value b, CompareOp op) {
  static Str** const kNames[] = {&names::__lt__, &names::__le__, &names::__eq__,
                                 &names::__ne__, &names::__gt__, &names::__ge__};
  bool absent = false;
  Ref result = call_special(a, *kNames[static_cast<int>(op)], &b, 1, &absent);
  return absent ? not_implemented() : result;
}

int truth_of_bool(Value result) {
  if (result == kTrue) return 1;
  if (result == kFalse) return 0;
  raise(exc::TypeError, "__bool__ should return bool, returned %T", result);
  return -1;
}

int slot_truth(Value self) {
  Ref result = call_special(self, names::__bool__, nullptr, 0);
  return result ? truth_of_bool(result) : -1;
}

ptrdiff_t length_of_len(Value result) {
  Ref n = index(result);
  if (!n) return -1;
  int64_t value;
  if (!int_fits(n, &value)) {
    Ref zero = Ref::small(0);
    if (less(n, zero) == 1)
      raise(exc::ValueError, "__len__() should return >= 0");
    else
      raise(exc::OverflowError, "cannot fit 'int' into an index-sized integer");
    return -1;
  }
  if (value < 0) {
    raise(exc::ValueError, "__len__() should return >= 0");
    return -1;
  }
  if (value > PTRDIFF_MAX) {
    raise(exc::OverflowError, "cannot fit 'int' into an index-sized integer");
    return -1;
  }
  return static_cast<ptrdiff_t>(value);
}

ptrdiff_t slot_length(Value self) {
  Ref result = call_special(self, names::__len__, nullptr, 0);
  return result ? length_of_len(result) : -1;
}

Ref slot_index(Value self) { return call_special(self, names::__index__, nullptr, 0); }
Ref slot_int(Value self) { return call_special(self, names::__int__, nullptr, 0); }
Ref slot_float(Value self) { return call_special(self, names::__float__, nullptr, 0); }

// ---- attributes ----------------------------------------------------------------------------------------------------

/// function.__get__(self, type(self))(argument).
static Ref call_for(Value function, Value self, Value argument) {
  Type* kind = type_of(function);
  if (kind->flags & kTypeMethodDescriptor) return call(function, self, argument);
  if (!kind->get) return call(function, argument);
  Ref bound = kind->get(function, self, type_of(self));
  return bound ? call(bound, argument) : Ref();
}

/// Through __getattribute__ and __getattr__. Null with AttributeError pending, or null without when `quiet`.
static Ref getattr_of_class(Value self, Str* name, bool quiet) {
  Type* type = type_of(self);
  Value getattribute = lookup_in_type(type, names::__getattribute__);
  Ref hook = Ref::share(lookup_in_type(type, names::__getattr__));  // held: __getattribute__ may delete it
  Ref result;
  if (is_exact(getattribute, slot_wrapper_type) &&
      getattribute.as<SlotWrapper>()->function == reinterpret_cast<SlotFunction>(generic_getattr)) {
    result = hook || quiet ? generic_getattr_or_null(self, name) : generic_getattr(self, name);
  } else {
    result = call_special_with(self, names::__getattribute__, Value(name));
    if (!result && (hook || quiet) && pending_is(exc::AttributeError)) clear_pending();
  }
  if (!result && !quiet) complete_attribute_error(self, name);
  if (result || !hook || failed()) return result;
  result = call_for(hook, self, name);
  if (!result && quiet && pending_is(exc::AttributeError)) clear_pending();
  if (!result && !quiet) complete_attribute_error(self, name);
  return result;
}

Ref slot_getattr_hook(Value self, Str* name) { return getattr_of_class(self, name, false); }
Ref slot_getattr_or_null(Value self, Str* name) { return getattr_of_class(self, name, true); }

bool slot_setattr(Value self, Str* name, Value value) {
  Ref result = value ? call_special_with(self, names::__setattr__, Value(name), value)
                     : call_special_with(self, names::__delattr__, Value(name));
  return static_cast<bool>(result);
}

Ref slot_get(Value self, Value instance, Type* owner) {
  return call_special_with(self, names::__get__, instance ? instance : kNone, owner ? Value(owner) : kNone);
}

bool slot_set(Value self, Value instance, Value value) {
  bool absent = false;
  Value args[] = {instance, value};
  Str* name = value ? names::__set__ : names::__delete__;
  Ref result = call_special(self, name, args, value ? 2 : 1, &absent);
  if (absent) raise(exc::AttributeError, "%U", name);
  return static_cast<bool>(result);
}

// ---- calls and construction ----------------------------------------------------------------------------------------

Ref slot_call(Value self, const Args& args) {
  Type* type = type_of(self);
  Ref function = Ref::share(lookup_in_type(type, names::__call__));
  if (!function) return raise(exc::TypeError, "'%T' object is not callable", self);
  Type* kind = type_of(function);
  if (kind->flags & kTypeMethodDescriptor) {
    PrefixedArgs all(self, args);
    return tail_call(function, all.args());
  }
  if (kind->get) {
    function = kind->get(function, self, type);
    if (!function) return {};
  }
  return tail_call(function, args);
}

Ref slot_new(Type* type, const Args& args) {
  Ref function = get_attr(Value(type), names::__new__);
  if (!function) return {};
  PrefixedArgs all(Value(type), args);
  return call(function, all.args());
}

bool slot_init(Value self, const Args& args) {
  Type* type = type_of(self);
  Ref function = Ref::share(lookup_in_type(type, names::__init__));
  if (!function) return true;
  Ref result;
  Type* kind = type_of(function);
  if (kind->flags & kTypeMethodDescriptor) {
    PrefixedArgs all(self, args);
    result = call(function, all.args());
  } else {
    if (kind->get) function = kind->get(function, self, type);
    if (!function) return false;
    result = call(function, args);
  }
  if (!result) return false;
  if (result.get() != kNone) {
    raise(exc::TypeError, "__init__() should return None, not '%T'", result.get());
    return false;
  }
  return true;
}

void slot_finalize(Object* object) {
  Value self(object);
  Ref in_flight = take_pending();
  Ref function = Ref::share(lookup_in_type(type_of(self), names::__del__));
  if (function) {
    Ref result = call_special(self, names::__del__, nullptr, 0);
    if (!result) write_unraisable("Exception ignored in", function);
  }
  if (in_flight) restore_pending(std::move(in_flight));
}

// ---- containers and iteration -----------------------------------------------------------------------------------------

Ref slot_getitem(Value self, Value key) { return call_special_with(self, names::__getitem__, key); }

bool slot_setitem(Value self, Value key, Value value) {
  bool absent = false;
  Value args[] = {key, value};
  Ref result = call_special(self, value ? names::__setitem__ : names::__delitem__, args, value ? 2 : 1, &absent);
  if (absent) raise(exc::AttributeError, value ? "__setitem__" : "__delitem__");  // the class has only the other one
  return static_cast<bool>(result);
}

int slot_contains(Value self, Value item) {
  if (lookup_in_type(type_of(self), names::__contains__) == kNone) {
    raise(exc::TypeError, "'%T' object is not a container", self);
    return -1;
  }
  Ref result = call_special_with(self, names::__contains__, item);
  return result ? truth(result) : -1;
}

/// As call_special without arguments, but a descriptor whose __get__ raises counts as no method at all, as in CPython's slots.
static Ref call_if_found(Value self, Str* name, bool* absent) {
  Type* type = type_of(self);
  Ref function = Ref::share(lookup_in_type(type, name));
  Type* kind = function ? type_of(function) : nullptr;
  if (function && kind->flags & kTypeMethodDescriptor) return call(function, self);
  if (function && kind->get) function = kind->get(function, self, type);
  if (function) return call(function);
  clear_pending();
  *absent = true;
  return {};
}

Ref slot_iter(Value self) {
  if (lookup_in_type(type_of(self), names::__iter__) == kNone)
    return raise(exc::TypeError, "'%T' object is not iterable", self);
  bool absent = false;
  Ref iterator = call_if_found(self, names::__iter__, &absent);
  return absent ? Ref(raise(exc::TypeError, "'%T' object is not iterable", self)) : iterator;
}

/// Its StopIteration stays: it may carry a value.
Ref slot_next(Value self) { return call_special(self, names::__next__, nullptr, 0); }

static Ref call_async_special(Value self, Str* name) {
  bool absent = false;
  Ref result = call_if_found(self, name, &absent);
  return absent ? Ref(raise(exc::AttributeError, "object %T does not have %U method", self, name)) : result;
}
Ref slot_await(Value self) { return call_async_special(self, names::__await__); }
Ref slot_aiter(Value self) { return call_async_special(self, names::__aiter__); }
Ref slot_anext(Value self) { return call_async_special(self, names::__anext__); }

}  // namespace loopscope::python
