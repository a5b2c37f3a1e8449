// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// The bridge between a type's C++ slots and its dunder methods, in both directions: slots of Python classes that call
/// dunders, and wrapper objects that make the slots of built-in types callable as dunders. One table relates the two.
namespace loopscope::python {

struct SlotDef;
using SlotFunction = void (*)();
/// Calls `function` (the slot of some type) with the arguments of a dunder; `self` is checked already.
using SlotCall = Ref (*)(const SlotDef& def, SlotFunction function, Value self, const Args& args);

/// One dunder name of one slot. Rows of the same slot are adjacent.
struct SlotDef {
  Str** name;
  uint16_t offset;       // of the slot in Type
  uint8_t op;            // CompareOp where it matters
  SlotFunction generic;  // for Python classes; null: the slot then stays empty
  SlotCall call;
};
extern const SlotDef kSlotDefs[];  // ends with a null name

SlotFunction get_slot(const Type* type, const SlotDef& def);

/// Fills the slots that `type` leaves empty from its bases (static types).
void inherit_slots(Type* type);
/// Gives the type's dict a wrapper for every slot that it defines itself.
void add_slot_wrappers(Type* type);
/// Recomputes the slots of a Python class that depend on `name`, all if null.
void update_slots(Type* type, Str* name);

/// "slot wrapper": int.__add__
struct SlotWrapper : Object {
  const SlotDef* def;
  Type* owner;  // owned
  SlotFunction function;
};
extern Type method_wrapper_type;  // (1).__add__

// Slots whose identity others ask for.
bool hash_not_implemented(Value v, int64_t* out);
Ref slot_new(Type* type, const Args& args);
bool slot_init(Value self, const Args& args);
Ref slot_getattr_hook(Value self, Str* name);
Ref slot_call(Value self, const Args& args);
Ref slot_next(Value self);
void slot_finalize(Object* object);
/// An attribute through __getattribute__ / __getattr__, or null with the AttributeError swallowed.
Ref slot_getattr_or_null(Value self, Str* name);

/// Calls type(self).name(self, args...). Null; if the type has no such attribute, `*absent` is set and no exception
/// (without `absent`: AttributeError).
Ref call_special(Value self, Str* name, const Value* args, uint32_t count, bool* absent = nullptr);
template <class... V>
Ref call_special_with(Value self, Str* name, V... v) {
  const Value args[] = {Value(v)..., Value()};
  return call_special(self, name, args, sizeof...(V));
}

/// `args` with one more positional value in front.
class PrefixedArgs {
 public:
  PrefixedArgs(Value first, const Args& args);
  ~PrefixedArgs();
  PrefixedArgs(const PrefixedArgs&) = delete;
  Args args() const { return {data_, positional_, names_}; }

 private:
  static constexpr uint32_t kInline = 8;
  Value inline_[kInline];
  Value* data_;
  uint32_t positional_;
  Tuple* names_;
};

}  // namespace loopscope::python
