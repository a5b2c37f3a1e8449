// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "loop/kinds.h"

/// The trace's records as C++ types, all made from events.def.
namespace loopscope::trace {

constexpr uint32_t kFormatVersion = 1;

enum class EventKind : uint16_t {
  kNone = 0,
#define EVENT(Name, name, meaning) k##Name,
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
  kCount,
};

struct Header {
  EventKind kind;
  uint16_t size;
  uint32_t by;
  double time;
};
static_assert(sizeof(Header) == 16);

/// Ids of interned strings and frame chains.
enum class TextId : uint32_t { kEmpty = 0 };
enum class FrameId : uint32_t { kNone = 0 };

namespace detail {
using u8 = uint8_t;
using u16 = uint16_t;
using u32 = uint32_t;
using f64 = double;
}  // namespace detail

/// One struct for each event: its fields, laid out as on the wire.
namespace event {
using namespace detail;
#define EVENT(Name, name, meaning) \
  struct Name {                    \
    static constexpr EventKind kKind = EventKind::k##Name;
#define FIELD(type, name, meaning) type name{};
#define ENUM(Enum, name, meaning) loop::Enum name{};
#define TEXT(name, meaning) TextId name{};
#define FRAME(name, meaning) FrameId name{};
#define END \
  }         \
  ;
#include "trace/events.def"
#undef EVENT
#undef FIELD
#undef ENUM
#undef TEXT
#undef FRAME
#undef END
}  // namespace event

/// Bytes of an event's fields on the wire (its struct may end in padding). Larger fields come first, so there are no gaps.
template <class Event>
constexpr size_t kFieldBytes = 0;
#define EVENT(Name, name, meaning) \
  template <>                      \
  inline constexpr size_t kFieldBytes<event::Name> = 0
#define FIELD(type, name, meaning) +sizeof(detail::type)
#define ENUM(Enum, name, meaning) +1
#define TEXT(name, meaning) +4
#define FRAME(name, meaning) +4
#define END ;
#include "trace/events.def"
#undef EVENT
#undef FIELD
#undef ENUM
#undef TEXT
#undef FRAME
#undef END

/// Bytes on the wire of a record with `payload` bytes of fields (and text).
constexpr size_t record_size(size_t payload) { return (sizeof(Header) + payload + 7) & ~size_t{7}; }

/// The event's name as on the page (`handle_queued`).
const char* name_of(EventKind kind);

}  // namespace loopscope::trace
