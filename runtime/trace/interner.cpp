// SPDX-License-Identifier: MIT
#include "trace/interner.h"

namespace loopscope::trace {

namespace {

uint32_t hash_of(std::string_view text) {
  uint32_t hash = 2166136261u;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ (hash >> 15);
}

uint32_t hash_of(uint32_t a, uint32_t b, uint32_t c) {
  uint32_t hash = a * 0x9e3779b1u ^ b * 0x85ebca77u ^ c * 0xc2b2ae3du;
  return hash ^ (hash >> 15);
}

}  // namespace

Interner::Interner() : text_ends_{0}, text_slots_(256), text_hashes_{0}, frames_{FrameKey{0, 0, 0}}, frame_slots_(256) {}

std::string_view Interner::text_of(TextId id) const {
  uint32_t i = static_cast<uint32_t>(id);
  if (i == 0 || i >= text_ends_.size()) return {};
  return std::string_view(bytes_.data() + text_ends_[i - 1], text_ends_[i] - text_ends_[i - 1]);
}

Interner::Text Interner::text(std::string_view text) {
  if (text.empty()) return {TextId::kEmpty, false};
  for (;;) {
    uint32_t hash = hash_of(text);
    size_t mask = text_slots_.size() - 1;
    size_t slot = hash & mask;
    for (; text_slots_[slot]; slot = (slot + 1) & mask) {
      uint32_t id = text_slots_[slot];
      if (text_hashes_[id] == hash && text_of(TextId{id}) == text) return {TextId{id}, false};
    }
    if (text_ends_.size() >= kMaxTexts && text != kPlaceholder) {
      text = kPlaceholder;
      continue;
    }
    uint32_t id = static_cast<uint32_t>(text_ends_.size());
    bytes_.insert(bytes_.end(), text.begin(), text.end());
    text_ends_.push_back(static_cast<uint32_t>(bytes_.size()));
    text_hashes_.push_back(hash);
    text_slots_[slot] = id;
    if (text_ends_.size() * 2 > text_slots_.size()) rehash_texts();
    return {TextId{id}, true};
  }
}

void Interner::rehash_texts() {
  std::vector<uint32_t> slots(text_slots_.size() * 2);
  size_t mask = slots.size() - 1;
  for (uint32_t id = 1; id < text_ends_.size(); ++id) {
    size_t slot = text_hashes_[id] & mask;
    while (slots[slot]) slot = (slot + 1) & mask;
    slots[slot] = id;
  }
  text_slots_.swap(slots);
}

Interner::Frame Interner::frame(FrameId parent, TextId name, uint32_t line) {
  FrameKey key{static_cast<uint32_t>(parent), static_cast<uint32_t>(name), line};
  size_t mask = frame_slots_.size() - 1;
  size_t slot = hash_of(key.parent, key.name, key.line) & mask;
  for (; frame_slots_[slot]; slot = (slot + 1) & mask) {
    if (frames_[frame_slots_[slot]] == key) return {FrameId{frame_slots_[slot]}, false};
  }
  if (frames_.size() >= kMaxFrames) return {FrameId::kNone, false};
  uint32_t id = static_cast<uint32_t>(frames_.size());
  frames_.push_back(key);
  frame_slots_[slot] = id;
  if (frames_.size() * 2 > frame_slots_.size()) rehash_frames();
  return {FrameId{id}, true};
}

void Interner::rehash_frames() {
  std::vector<uint32_t> slots(frame_slots_.size() * 2);
  size_t mask = slots.size() - 1;
  for (uint32_t id = 1; id < frames_.size(); ++id) {
    size_t slot = hash_of(frames_[id].parent, frames_[id].name, frames_[id].line) & mask;
    while (slots[slot]) slot = (slot + 1) & mask;
    slots[slot] = id;
  }
  frame_slots_.swap(slots);
}

}  // namespace loopscope::trace
