// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/instruction.h"

/// `match` statements. What patterns match is in match.cpp.
namespace loopscope::python {

namespace {

Outcome push_flag(Frame* frame, uint32_t flag) { return push(frame, boolean(type_of(frame->sp[-1])->flags & flag)); }

Outcome match_sequence(Frame* frame, uint32_t) { return push_flag(frame, kTypeSequencePattern); }
Outcome match_mapping(Frame* frame, uint32_t) { return push_flag(frame, kTypeMappingPattern); }
Outcome match_keys_of(Frame* frame, uint32_t) { return push(frame, match_keys(frame->sp[-2], frame->sp[-1])); }

/// [subject, type, keyword names]
Outcome match_class_of(Frame* frame, uint32_t word) {
  return replace_operands(frame, 3, match_class(frame->sp[-3], frame->sp[-2], arg_of(word), frame->sp[-1].as<Tuple>()));
}

}  // namespace

const InstructionDef kMatchInstructions[] = {
    {Op::MATCH_SEQUENCE, match_sequence},
    {Op::MATCH_MAPPING, match_mapping},
    {Op::MATCH_KEYS, match_keys_of},
    {Op::MATCH_CLASS, match_class_of},
    {},
};

}  // namespace loopscope::python
