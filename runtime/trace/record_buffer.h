// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "loop/ring.h"
#include "trace/events.h"

namespace loopscope::trace {

/// Holds records until someone fetches them. Bounded: when full, the oldest block of records goes, except definitions
/// (strings, frames), which later records need.
class RecordBuffer {
 public:
  /// `capacity` in bytes; rounded to whole blocks, at least two.
  explicit RecordBuffer(size_t capacity);
  ~RecordBuffer();

  void set_capacity(size_t capacity);
  /// Appends a record: header, `fields` and `text`, padded with zeros.
  void append(EventKind kind, uint32_t by, double time, const void* fields, size_t field_bytes, std::string_view text = {});

  bool empty() const { return blocks_.empty() && kept_.empty(); }
  /// Records lost so far.
  uint64_t dropped() const { return dropped_; }
  /// All records since the last call, in order; if some were lost, kept definitions and a `dropped` record come first.
  /// Valid until the next call.
  std::string_view drain();

  static constexpr size_t kBlockBytes = 64 * 1024;

 private:
  struct Block {
    size_t used = 0;
    uint32_t records = 0;
    alignas(8) unsigned char bytes[kBlockBytes];
  };
  unsigned char* reserve(size_t size);
  void drop_oldest();

  loop::Ring<Block*> blocks_;
  Block* spare_ = nullptr;
  size_t max_blocks_;
  std::string kept_;
  std::string out_;
  uint64_t dropped_ = 0;
  uint32_t newly_dropped_ = 0;
  double drop_time_ = 0;
};

/// Walks the records of a drained batch.
class RecordReader {
 public:
  explicit RecordReader(std::string_view records) : rest_(records) {}

  /// Goes to the next record; false at the end, or at a malformed one.
  bool next();
  const Header& header() const { return header_; }
  /// The fields of the current record, whose kind must be `Event::kKind`.
  template <class Event>
  Event as() const {
    Event event;
    __builtin_memcpy(static_cast<void*>(&event), fields_, kFieldBytes<Event>);
    return event;
  }
  /// Text of a string_defined record.
  std::string_view text() const;

 private:
  std::string_view rest_;
  Header header_{};
  const char* fields_ = nullptr;
};

}  // namespace loopscope::trace
