// SPDX-License-Identifier: MIT
#pragma once

#include "python/bytecode/code.h"
#include "python/bytecode/opcodes.h"

namespace loopscope::python {

/// The VM's own instructions: what make_code_object() rewrites in its private copy.
#define LOOPSCOPE_VM_OPCODES(X)                                                                                     \
  X(BINARY_ADD) X(BINARY_SUBTRACT) X(BINARY_MULTIPLY) X(BINARY_ADD_CONST) X(BINARY_SUBTRACT_CONST)                  \
  X(BINARY_ADD_FAST_CONST) X(BINARY_SUBTRACT_FAST_CONST) X(BINARY_ADD_FAST_FAST) X(CALL_AWAITED)

enum VmOp : uint8_t {
  kVmOpcodesBegin = kFirstVmOpcode - 1,
#define LOOPSCOPE_X(name) VM_##name,
  LOOPSCOPE_VM_OPCODES(LOOPSCOPE_X)
#undef LOOPSCOPE_X
};

/// Of VM_CALL_AWAITED: CALL, its cache, GET_AWAITABLE, LOAD_CONST, then SEND.
inline constexpr uint32_t kSendAfterCall = 4;

}  // namespace loopscope::python
