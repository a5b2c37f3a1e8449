// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "python/compiler/instructions.h"

namespace loopscope::python {

/// The handler that covers an instruction; label -1: none.
struct Protection {
    int32_t label = -1;
    int32_t depth = 0;
    bool lasti = false;
    bool operator==(const Protection&) const = default;
};

/// Real instructions only, all reachable, in final order.
struct FlowResult {
    std::vector<Instruction> code;
    std::vector<Protection> handler;  ///< as long as code
    std::vector<int32_t> labels;      ///< label -> index into code
    uint32_t stacksize = 0;
};

/// Follows every path: stack depth, covering handler, definitely bound locals; drops the rest and redundant jumps.
/// False if two paths disagree about the depth or it gets negative.
bool analyze_flow(InstructionList list, const SlotLayout& slots, uint32_t parameters, FlowResult& result);

/// Replaces common sequences by the fused instructions of the table.
void fuse(FlowResult& flow);

}  // namespace loopscope::python
