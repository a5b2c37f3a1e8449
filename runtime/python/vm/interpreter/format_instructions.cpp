// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/instruction.h"
#include "python/vm/protocol.h"
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
  return replace_top(frame, format(frame->sp[-1], nullptr));
}

Outcome format_with_spec(Frame* frame, uint32_t) {
  return replace_operands(frame, 2, format(frame->sp[-2], frame->sp[-1].as<Str>()));
}

Outcome convert_value(Frame* frame, uint32_t word) {
  Value v = frame->sp[-1];
  switch (static_cast<Conversion>(arg_of(word))) {
    case Conversion::Str: return replace_top(frame, str(v));
    case Conversion::Repr: return replace_top(frame, repr(v));
    default: return replace_top(frame, ascii(v));
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
