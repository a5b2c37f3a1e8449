// SPDX-License-Identifier: MIT
#include "loop/kinds.h"

#include <cstddef>

namespace loopscope::loop {

namespace {
template <class Enum, size_t N>
const char* pick(const char* const (&names)[N], Enum value) {
  size_t i = static_cast<size_t>(value);
  return i < N ? names[i] : "unknown";
}
}  // namespace

#define LOOPSCOPE_NAME(name, text) text,
#define LOOPSCOPE_DEFINE_NAME_OF(Enum, TABLE)              \
  const char* name_of(Enum value) {                        \
    static constexpr const char* names[] = {TABLE(LOOPSCOPE_NAME)}; \
    return pick(names, value);                             \
  }
LOOPSCOPE_DEFINE_NAME_OF(HandleKind, LOOPSCOPE_HANDLE_KINDS)
LOOPSCOPE_DEFINE_NAME_OF(CauseCode, LOOPSCOPE_CAUSES)
LOOPSCOPE_DEFINE_NAME_OF(AwaitKind, LOOPSCOPE_AWAIT_KINDS)
LOOPSCOPE_DEFINE_NAME_OF(Phase, LOOPSCOPE_PHASES)
LOOPSCOPE_DEFINE_NAME_OF(StepEnd, LOOPSCOPE_STEP_ENDS)
LOOPSCOPE_DEFINE_NAME_OF(SyncKind, LOOPSCOPE_SYNC_KINDS)
LOOPSCOPE_DEFINE_NAME_OF(RequestOutcome, LOOPSCOPE_REQUEST_OUTCOMES)

}  // namespace loopscope::loop
