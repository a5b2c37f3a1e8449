// SPDX-License-Identifier: MIT
#include "python/vm/exception.h"
#include "python/vm/interpreter/instruction.h"
#include "python/vm/super.h"

/// Attributes: what the loop and its caches (attribute_cache.cpp) do not do.
namespace loopscope::python {

namespace {

constexpr uint32_t kSuperMethod = 1, kSuperWrittenOut = 2;  // of LOAD_SUPER_ATTR's operand

/// *out_self: as LOAD_METHOD, null when the attribute is bound already.
Ref super_attribute(Value super_callable, Value cls, Value self, Str* name, uint32_t flags, Value* out_self) {
  if (super_callable == Value(&super_type)) {
    if (!has_type(cls, &type_type)) return raise(exc::RuntimeError, "super(): __class__ is not a type (%T)", cls);
    if (flags & kSuperMethod) return super_lookup_method(static_cast<Type*>(cls.object()), self, name, out_self);
    return super_lookup(static_cast<Type*>(cls.object()), self, name);
  }
  Ref object = flags & kSuperWrittenOut ? call(super_callable, cls, self) : call(super_callable);
  return object ? get_attr(object, name) : Ref();
}

Outcome load_super_attr(Frame* frame, uint32_t word) {
  uint32_t arg = arg_of(word);
  Value* operands = frame->sp - 3;
  Value self;
  Ref v = super_attribute(operands[0], operands[1], operands[2], frame->code->names[arg >> 2], arg, &self);
  if (!v) return Outcome::failed;
  Ref receiver = Ref::share(self);
  replace_operands(frame, 3, std::move(v));
  if (arg & kSuperMethod) *frame->sp++ = receiver.release();
  return Outcome::next;
}

Outcome delete_attr(Frame* frame, uint32_t word) {
  if (!set_attr(frame->sp[-1], frame->code->names[arg_of(word)], Value())) return Outcome::failed;
  decref(*--frame->sp);
  return Outcome::next;
}

}  // namespace

const InstructionDef kAttributeInstructions[] = {
    {Op::LOAD_SUPER_ATTR, load_super_attr},
    {Op::DELETE_ATTR, delete_attr},
    {},
};

}  // namespace loopscope::python
