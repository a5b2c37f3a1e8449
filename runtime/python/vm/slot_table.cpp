// SPDX-License-Identifier: MIT
#include <cstddef>
#include <cstring>

#include "python/vm/protocol.h"
#include "python/vm/slot_functions.h"
#include "python/vm/slots.h"

namespace loopscope::python {

Ref call_operator(Value self, Str* name, Value other) {
  bool absent = false;
  Ref result = call_special(self, name, &other, 1, &absent);
  return absent ? not_implemented() : result;
}

bool overrides_operator(Value a, Value b, Str* name) {
  Value theirs = lookup_in_type(type_of(b), name);
  return theirs && theirs != lookup_in_type(type_of(a), name);
}

namespace {

// ---- calling a slot with the arguments of its dunder ----------------------------------------------------------------

bool expect(const SlotDef& def, const Args& args, uint32_t count) {
  if (args.keyword_count() != 0) {
    raise(exc::TypeError, "wrapper %U() takes no keyword arguments", *def.name);
    return false;
  }
  if (args.positional != count) {
    // (The blank is CPython's: there the function has an empty name.)
    raise(exc::TypeError, "%sexpected %d argument%s, got %d", count == 2 ? " " : "", static_cast<int>(count),
          count == 1 ? "" : "s", static_cast<int>(args.positional));
    return false;
  }
  return true;
}

template <class F>
F as(SlotFunction function) {
  return reinterpret_cast<F>(function);
}
using Unary = Ref (*)(Value);
using Binary = Ref (*)(Value, Value);
using Setter = bool (*)(Value, Value, Value);

Ref done(bool ok) { return ok ? none() : Ref(); }

Ref call_unary(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  return expect(def, args, 0) ? as<Unary>(f)(self) : Ref();
}
Ref call_binary(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  return expect(def, args, 1) ? as<Binary>(f)(self, args[0]) : Ref();
}
Ref call_reflected(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  return expect(def, args, 1) ? as<Binary>(f)(args[0], self) : Ref();
}
Ref call_power_with(const SlotDef& def, SlotFunction f, Value self, const Args& args, bool reflected) {
  if (args.positional == 2 && args.keyword_count() == 0 && args[1] != kNone)
    return reflected ? power(args[0], self, args[1]) : power(self, args[0], args[1]);
  if (args.positional == 0 || args.positional > 2)
    return raise(exc::TypeError, " expected at %s, got %d", args.positional ? "most 2 arguments" : "least 1 argument",
                 static_cast<int>(args.positional));
  Args one{args.data, 1, args.names};
  return reflected ? call_reflected(def, f, self, one) : call_binary(def, f, self, one);
}
Ref call_power(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  return call_power_with(def, f, self, args, false);
}
Ref call_reflected_power(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  return call_power_with(def, f, self, args, true);
}
Ref call_compare(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  if (!expect(def, args, 1)) return {};
  return as<Ref (*)(Value, Value, CompareOp)>(f)(self, args[0], static_cast<CompareOp>(def.op));
}
Ref call_hash(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  int64_t h;
  if (!expect(def, args, 0) || !as<bool (*)(Value, int64_t*)>(f)(self, &h)) return {};
  return make_int(h);
}
Ref call_truth(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  if (!expect(def, args, 0)) return {};
  int result = as<int (*)(Value)>(f)(self);
  return result < 0 ? Ref() : boolean(result);
}
Ref call_length(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  if (!expect(def, args, 0)) return {};
  ptrdiff_t n = as<ptrdiff_t (*)(Value)>(f)(self);
  return n < 0 ? Ref() : make_int(n);
}
Ref call_contains(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  if (!expect(def, args, 1)) return {};
  int result = as<int (*)(Value, Value)>(f)(self, args[0]);
  return result < 0 ? Ref() : boolean(result);
}
Ref call_setitem(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  return expect(def, args, 2) ? done(as<Setter>(f)(self, args[0], args[1])) : Ref();
}
Ref call_delitem(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  return expect(def, args, 1) ? done(as<Setter>(f)(self, args[0], {})) : Ref();
}
Ref call_next(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  if (!expect(def, args, 0)) return {};
  Ref result = as<Unary>(f)(self);
  if (!result && !failed()) raise_value(Value(&exc::StopIteration));
  return result;
}

Str* attribute_name(Value v) {
  if (is_str(v)) return v.as<Str>();
  raise(exc::TypeError, "attribute name must be string, not '%T'", v);
  return nullptr;
}
Ref call_getattr(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  if (!expect(def, args, 1)) return {};
  Str* name = attribute_name(args[0]);
  return name ? as<Ref (*)(Value, Str*)>(f)(self, name) : Ref();
}
Ref call_setattr_slot(const SlotDef& def, SlotFunction f, Value self, Value name, Value value) {
  Str* text = attribute_name(name);
  if (!text) return {};
  // object.__setattr__(SomeClass, ...) would step round the class's own bookkeeping.
  if (has_type(self, &type_type) && f != get_slot(type_of(self), def) && f != get_slot(&type_type, def))
    return raise(exc::TypeError, "can't apply this %U to %N object", *def.name, type_of(self));
  return done(as<bool (*)(Value, Str*, Value)>(f)(self, text, value));
}
Ref call_setattr(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  return expect(def, args, 2) ? call_setattr_slot(def, f, self, args[0], args[1]) : Ref();
}
Ref call_delattr(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  return expect(def, args, 1) ? call_setattr_slot(def, f, self, args[0], {}) : Ref();
}
Ref call_get(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  if (args.positional == 0 || args.positional > 2 || args.keyword_count() != 0) {
    expect(def, args, 1);
    return {};
  }
  Value instance = args[0] == kNone ? Value() : args[0];
  Value owner = args.positional > 1 && args[1] != kNone ? args[1] : Value();
  if (!instance && !owner) return raise(exc::TypeError, "__get__(None, None) is invalid");
  if (owner && !has_type(owner, &type_type)) return raise(exc::TypeError, "__get__() owner must be a type");
  return as<Ref (*)(Value, Value, Type*)>(f)(self, instance, owner ? owner.as<Type>() : type_of(instance));
}
Ref call_set(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  return expect(def, args, 2) ? done(as<Setter>(f)(self, args[0], args[1])) : Ref();
}
Ref call_delete(const SlotDef& def, SlotFunction f, Value self, const Args& args) {
  return expect(def, args, 1) ? done(as<Setter>(f)(self, args[0], {})) : Ref();
}
Ref call_init(const SlotDef&, SlotFunction f, Value self, const Args& args) {
  return done(as<bool (*)(Value, const Args&)>(f)(self, args));
}
Ref call_call(const SlotDef&, SlotFunction f, Value self, const Args& args) {
  return as<Ref (*)(Value, const Args&)>(f)(self, args);
}

template <class F>
SlotFunction erase(F* function) {
  return reinterpret_cast<SlotFunction>(function);
}

}  // namespace

#define LOOPSCOPE_ROW(dunder, member, generic, call) \
  {&names::dunder, offsetof(Type, member), 0, erase(generic), call},
#define LOOPSCOPE_COMPARE(dunder, op) \
  {&names::dunder, offsetof(Type, compare), static_cast<uint8_t>(CompareOp::op), erase(slot_compare), call_compare},
#define LOOPSCOPE_AT(array, op) \
  static_cast<uint16_t>(offsetof(Type, array) + sizeof(SlotFunction) * static_cast<int>(BinaryOp::op))
#define LOOPSCOPE_BINARY_CALLS(op, left, right, call, reflected_call)                                              \
  {&names::left, LOOPSCOPE_AT(binary, op), 0, erase(slot_binary<BinaryOp::op, &names::left, &names::right>), call}, \
  {&names::right, LOOPSCOPE_AT(binary, op), 0, erase(slot_binary<BinaryOp::op, &names::left, &names::right>),       \
   reflected_call},
#define LOOPSCOPE_BINARY(op, left, right) LOOPSCOPE_BINARY_CALLS(op, left, right, call_binary, call_reflected)
#define LOOPSCOPE_INPLACE(op, dunder) \
  {&names::dunder, LOOPSCOPE_AT(inplace, op), 0, erase(slot_inplace<&names::dunder>), call_binary},
#define LOOPSCOPE_UNARY(op, dunder)                                                                       \
  {&names::dunder, static_cast<uint16_t>(offsetof(Type, unary) + sizeof(SlotFunction) * static_cast<int>(UnaryOp::op)), \
   0, erase(slot_unary<&names::dunder>), call_unary},
#define LOOPSCOPE_SEQUENCE(dunder, member, call) {&names::dunder, offsetof(Type, member), 0, nullptr, call},

const SlotDef kSlotDefs[] = {
    LOOPSCOPE_ROW(__getattribute__, getattr, slot_getattr_hook, call_getattr)
    {&names::__getattr__, offsetof(Type, getattr), 0, erase(slot_getattr_hook), nullptr},
    LOOPSCOPE_ROW(__setattr__, setattr, slot_setattr, call_setattr)
    LOOPSCOPE_ROW(__delattr__, setattr, slot_setattr, call_delattr)
    LOOPSCOPE_ROW(__repr__, repr, slot_repr, call_unary)
    LOOPSCOPE_ROW(__hash__, hash, slot_hash, call_hash)
    LOOPSCOPE_ROW(__call__, call, slot_call, call_call)
    LOOPSCOPE_ROW(__str__, str, slot_str, call_unary)
    LOOPSCOPE_COMPARE(__lt__, lt) LOOPSCOPE_COMPARE(__le__, le) LOOPSCOPE_COMPARE(__eq__, eq)
    LOOPSCOPE_COMPARE(__ne__, ne) LOOPSCOPE_COMPARE(__gt__, gt) LOOPSCOPE_COMPARE(__ge__, ge)
    LOOPSCOPE_ROW(__iter__, iter, slot_iter, call_unary)
    LOOPSCOPE_ROW(__next__, next, slot_next, call_next)
    LOOPSCOPE_ROW(__get__, get, slot_get, call_get)
    LOOPSCOPE_ROW(__set__, set, slot_set, call_set)
    LOOPSCOPE_ROW(__delete__, set, slot_set, call_delete)
    LOOPSCOPE_ROW(__init__, init, slot_init, call_init)
    {&names::__new__, offsetof(Type, new_), 0, erase(slot_new), nullptr},
    LOOPSCOPE_BINARY(add, __add__, __radd__)
    LOOPSCOPE_BINARY(subtract, __sub__, __rsub__)
    LOOPSCOPE_BINARY(multiply, __mul__, __rmul__)
    LOOPSCOPE_BINARY(remainder, __mod__, __rmod__)
    LOOPSCOPE_BINARY(divmod, __divmod__, __rdivmod__)
    LOOPSCOPE_BINARY_CALLS(power, __pow__, __rpow__, call_power, call_reflected_power)
    LOOPSCOPE_BINARY(lshift, __lshift__, __rlshift__)
    LOOPSCOPE_BINARY(rshift, __rshift__, __rrshift__)
    LOOPSCOPE_BINARY(and_, __and__, __rand__)
    LOOPSCOPE_BINARY(xor_, __xor__, __rxor__)
    LOOPSCOPE_BINARY(or_, __or__, __ror__)
    LOOPSCOPE_BINARY(floor_divide, __floordiv__, __rfloordiv__)
    LOOPSCOPE_BINARY(true_divide, __truediv__, __rtruediv__)
    LOOPSCOPE_BINARY(matmul, __matmul__, __rmatmul__)
    LOOPSCOPE_INPLACE(add, __iadd__) LOOPSCOPE_INPLACE(subtract, __isub__) LOOPSCOPE_INPLACE(multiply, __imul__)
    LOOPSCOPE_INPLACE(remainder, __imod__) LOOPSCOPE_INPLACE(power, __ipow__) LOOPSCOPE_INPLACE(lshift, __ilshift__)
    LOOPSCOPE_INPLACE(rshift, __irshift__) LOOPSCOPE_INPLACE(and_, __iand__) LOOPSCOPE_INPLACE(xor_, __ixor__)
    LOOPSCOPE_INPLACE(or_, __ior__) LOOPSCOPE_INPLACE(floor_divide, __ifloordiv__)
    LOOPSCOPE_INPLACE(true_divide, __itruediv__) LOOPSCOPE_INPLACE(matmul, __imatmul__)
    LOOPSCOPE_UNARY(negative, __neg__) LOOPSCOPE_UNARY(positive, __pos__) LOOPSCOPE_UNARY(invert, __invert__)
    LOOPSCOPE_ROW(__bool__, truth, slot_truth, call_truth)
    LOOPSCOPE_ROW(__index__, index, slot_index, call_unary)
    LOOPSCOPE_ROW(__int__, to_int, slot_int, call_unary)
    LOOPSCOPE_ROW(__float__, to_float, slot_float, call_unary)
    LOOPSCOPE_ROW(__len__, length, slot_length, call_length)
    LOOPSCOPE_ROW(__getitem__, getitem, slot_getitem, call_binary)
    LOOPSCOPE_ROW(__setitem__, setitem, slot_setitem, call_setitem)
    LOOPSCOPE_ROW(__delitem__, setitem, slot_setitem, call_delitem)
    LOOPSCOPE_ROW(__contains__, contains, slot_contains, call_contains)
    LOOPSCOPE_SEQUENCE(__add__, concat, call_binary)
    LOOPSCOPE_SEQUENCE(__mul__, repeat, call_binary)
    LOOPSCOPE_SEQUENCE(__rmul__, repeat, call_binary)
    LOOPSCOPE_SEQUENCE(__iadd__, inplace_concat, call_binary)
    LOOPSCOPE_SEQUENCE(__imul__, inplace_repeat, call_binary)
    LOOPSCOPE_ROW(__await__, await_, slot_await, call_unary)
    LOOPSCOPE_ROW(__aiter__, aiter, slot_aiter, call_unary)
    LOOPSCOPE_ROW(__anext__, anext, slot_anext, call_unary)
    {nullptr, 0, 0, nullptr, nullptr},
};

namespace {

SlotFunction* slot_at(Type* type, const SlotDef& def) {
  return reinterpret_cast<SlotFunction*>(reinterpret_cast<char*>(type) + def.offset);
}

const SlotDef* end_of_group(const SlotDef* row) {
  const SlotDef* end = row;
  while (end->name && end->offset == row->offset) end++;
  return end;
}

/// What lookups along the MRO say about one slot of a Python class.
void update_slot(Type* type, const SlotDef* row, const SlotDef* end) {
  SlotFunction specific = nullptr, generic = nullptr;
  bool use_generic = false;
  auto take = [&](SlotFunction native) {
    if (use_generic || (specific && specific != native)) {
      use_generic = true;
      return false;
    }
    specific = native;
    return true;
  };
  for (const SlotDef* def = row; def != end; def++) {
    Value attribute = lookup_in_type(type, *def->name);
    if (!attribute) continue;
    if (is_exact(attribute, slot_wrapper_type)) {
      auto* wrapper = attribute.as<SlotWrapper>();
      if (wrapper->def == def && is_subtype(type, wrapper->owner)) {
        if (!take(wrapper->function)) generic = def->generic;
        continue;
      }
      if (*wrapper->def->name == *def->name && is_subtype(type, wrapper->owner)) continue;  // another slot's business
    } else if (is_exact(attribute, native_function_type) && *def->name == names::__new__) {
      auto* native = attribute.as<NativeFunction>();
      if (has_type(native->self, &type_type) && is_subtype(type, native->self.as<Type>())) {
        if (!take(reinterpret_cast<SlotFunction>(native->self.as<Type>()->new_))) generic = def->generic;
        continue;
      }
    } else if (attribute == kNone && *def->name == names::__hash__) {
      take(reinterpret_cast<SlotFunction>(hash_not_implemented));
      continue;
    }
    use_generic = true;
    generic = def->generic;
  }
  // A group of which only some rows are native must go through all the dunders.
  SlotFunction chosen = use_generic ? (generic ? generic : row->generic) : specific;
  *slot_at(type, *row) = chosen;
}

}  // namespace

SlotFunction get_slot(const Type* type, const SlotDef& def) { return *slot_at(const_cast<Type*>(type), def); }

void inherit_slots(Type* type) {
  if (type->compare || type->hash) {
    if (!type->hash) type->hash = hash_not_implemented;
  }
  for (uint32_t i = 1; i < type->mro->size; i++) {
    Type* base = type->mro->items[i].as<Type>();
    if (!type->compare && !type->hash) {
      type->compare = base->compare;
      type->hash = base->hash;
    }
    for (const SlotDef* def = kSlotDefs; def->name; def++) {
      // No constructor from object: a built-in type without its own is not to be instantiated.
      if (*def->name == names::__new__ && (base == &object_type || (type->flags & kTypeNoInstantiate))) continue;
      if (*def->name == names::__hash__ || def->call == call_compare) continue;
      if (!*slot_at(type, *def)) *slot_at(type, *def) = get_slot(base, *def);
    }
    if (!type->compare) type->compare = base->compare;
    if (!type->send) type->send = base->send;
    if (!type->dealloc) type->dealloc = base->dealloc;
    if (!type->traverse) type->traverse = base->traverse;
    if (!type->clear) type->clear = base->clear;
    if (!type->finalize) type->finalize = base->finalize;
  }
}

void update_slots(Type* type, Str* name) {
  for (const SlotDef* row = kSlotDefs; row->name;) {
    const SlotDef* end = end_of_group(row);
    bool wanted = !name;
    for (const SlotDef* def = row; def != end && !wanted; def++) wanted = *def->name == name;
    if (wanted) update_slot(type, row, end);
    row = end;
  }
  if (!name || name == names::__del__) {
    Value del = lookup_in_type(type, names::__del__);
    type->finalize = del ? slot_finalize : type->base->finalize;
  }
}

}  // namespace loopscope::python
