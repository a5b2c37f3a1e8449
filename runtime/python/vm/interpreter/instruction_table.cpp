// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/instruction.h"

namespace loopscope::python {

Instruction instructions[256];

void ready_instructions() {
  for (const InstructionDef* table :
       {kNameInstructions, kAttributeInstructions, kOperatorInstructions, kIterationInstructions, kBuildingInstructions,
        kFormatInstructions, kCallInstructions, kAwaitInstructions, kExceptionInstructions, kImportInstructions,
        kMatchInstructions, kTypeParameterInstructions})
    for (const InstructionDef* row = table; row->execute; row++) instructions[static_cast<uint8_t>(row->op)] = row->execute;
}

}  // namespace loopscope::python
