// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "trace/events.h"

namespace loopscope::trace {

/// Gives equal strings, and equal chains of suspended frames, equal small ids, so that a record holds only numbers.
/// Tables are bounded: when one is full, new entries all get the id of a placeholder.
class Interner {
 public:
  Interner();

  struct Text {
    TextId id;
    bool is_new;
  };
  struct Frame {
    FrameId id;
    bool is_new;
  };
  /// Id 0 for an empty string.
  Text text(std::string_view text);
  /// The chain that ends in frame `name`:`line`, called from the chain `parent`.
  Frame frame(FrameId parent, TextId name, uint32_t line);

  std::string_view text_of(TextId id) const;

  static constexpr size_t kMaxTexts = 1 << 16;
  static constexpr size_t kMaxFrames = 1 << 18;
  static constexpr std::string_view kPlaceholder = "...";

 private:
  struct FrameKey {
    uint32_t parent;
    uint32_t name;
    uint32_t line;
    bool operator==(const FrameKey&) const = default;
  };
  void rehash_texts();
  void rehash_frames();

  std::vector<char> bytes_;
  std::vector<uint32_t> text_ends_;   // text i is [ends[i-1], ends[i])
  std::vector<uint32_t> text_slots_;  // open addressing; 0 is free
  std::vector<uint32_t> text_hashes_;
  std::vector<FrameKey> frames_;
  std::vector<uint32_t> frame_slots_;
};

}  // namespace loopscope::trace
