// SPDX-License-Identifier: MIT
#include "trace/events.h"

namespace loopscope::trace {

const char* name_of(EventKind kind) {
  static constexpr const char* kNames[] = {
      "none",
#define EVENT(Name, name, meaning) #name,
#define FIELD(type, name, meaning)
#define ENUM(Enum, name, meaning)
#define TEXT(name, meaning)
#define FRAME(name, meaning)
#define END
#include "trace/events.def"
#undef EVENT
#undef FIELD
#undef ENUM
#undef TEXT
#undef FRAME
#undef END
  };
  size_t i = static_cast<size_t>(kind);
  return i < static_cast<size_t>(EventKind::kCount) ? kNames[i] : "unknown";
}

}  // namespace loopscope::trace
