// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/instruction.h"
#include "python/vm/protocol.h"
#include "python/vm/special_method.h"
#include "python/vm/sys_hooks.h"

/// The parts of f-strings, and the interactive prompt's display.
namespace loopscope::python {

namespace {

Outcome build_string(Frame* frame, uint32_t word) {
  StrBuilder text;
  Value* items = frame->sp - arg_of(word);
  for (Value* item = items; item < frame->sp; item++) text.add(item->as<Str>());
  return replace_operands(frame, static_cast<int>(arg_of(word)), text.finish());
}

Outcome format_simple(Frame* frame, uint32_t) {
  if (is_exact(frame->sp[-1], str_type)) return Outcome::next;
  Ref v = Ref::steal(*--frame->sp);
  return called(frame, format_tail(v, nullptr));
}

Outcome format_with_spec(Frame* frame, uint32_t) {
  Ref spec = Ref::steal(*--frame->sp);
  Ref v = Ref::steal(*--frame->sp);
  return called(frame, format_tail(v, spec.as<Str>()));
}

Outcome convert_value(Frame* frame, uint32_t word) {
  Ref v = Ref::steal(*--frame->sp);
  switch (static_cast<Conversion>(arg_of(word))) {
    case Conversion::Str: return called(frame, str_tail(v));
    case Conversion::Repr: return called(frame, repr_tail(v));
    default: return push(frame, ascii(v));
  }
}

Outcome print_expr(Frame* frame, uint32_t) {
  Ref v = Ref::steal(*--frame->sp);
  return next_if(display_value(v));
}

}  // namespace

const InstructionDef kFormatInstructions[] = {
    {Op::BUILD_STRING, build_string},
    {Op::FORMAT_SIMPLE, format_simple},
    {Op::FORMAT_WITH_SPEC, format_with_spec},
    {Op::CONVERT_VALUE, convert_value},
    {Op::PRINT_EXPR, print_expr},
    {},
};

}  // namespace loopscope::python
