// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/instruction.h"

namespace loopscope::python {

Instruction instructions[256];

void ready_instructions() {
  for (const InstructionDef* table :
       {kNameInstructions, kAttributeInstructions, kOperatorInstructions, kJumpInstructions, kIterationInstructions, kBuildingInstructions,
        kFormatInstructions, kCallInstructions, kAwaitInstructions, kExceptionInstructions, kImportInstructions,
        kMatchInstructions, kTypeParameterInstructions})
    for (const InstructionDef* row = table; row->execute; row++) instructions[row->op] = row->execute;
}

}  // namespace loopscope::python
