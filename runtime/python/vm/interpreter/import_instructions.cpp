// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/instruction.h"

namespace loopscope::python {

namespace {

/// [level, fromlist]
Outcome import_name_of(Frame* frame, uint32_t word) {
  Ref fromlist = Ref::steal(*--frame->sp);
  Ref level = Ref::steal(*--frame->sp);
  return called(frame, import_name(frame, frame->code->names[arg_of(word)], level, fromlist));
}

Outcome import_from_of(Frame* frame, uint32_t word) {
  return push(frame, import_from(frame->sp[-1], frame->code->names[arg_of(word)]));
}

Outcome import_star_of(Frame* frame, uint32_t) {
  Ref module = Ref::steal(*--frame->sp);
  return next_if(import_star(frame, module));
}

}  // namespace

const InstructionDef kImportInstructions[] = {
    {Op::IMPORT_NAME, import_name_of},
    {Op::IMPORT_FROM, import_from_of},
    {Op::IMPORT_STAR, import_star_of},
    {},
};

}  // namespace loopscope::python
