// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/instruction.h"

/// `class C[T]`, `type X = ...`. What they make is in type_parameters.cpp.
namespace loopscope::python {

namespace {

Outcome type_parameter(Frame* frame, uint32_t word) {
  int count = stack_effect(op_of(word), arg_of(word)).pops;
  return replace_operands(frame, count, intrinsic_type_parameter(word & 0xFF, frame->sp - count));
}

}  // namespace

const InstructionDef kTypeParameterInstructions[] = {
    {Op::MAKE_TYPEVAR, type_parameter},
    {Op::MAKE_TYPEVAR_WITH_BOUND, type_parameter},
    {Op::MAKE_TYPEVAR_WITH_CONSTRAINTS, type_parameter},
    {Op::MAKE_PARAMSPEC, type_parameter},
    {Op::MAKE_TYPEVARTUPLE, type_parameter},
    {Op::SET_TYPEPARAM_DEFAULT, type_parameter},
    {Op::SET_FUNCTION_TYPE_PARAMS, type_parameter},
    {Op::SUBSCRIPT_GENERIC, type_parameter},
    {Op::MAKE_TYPE_ALIAS, type_parameter},
    {},
};

}  // namespace loopscope::python
