// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>

/// A compiled pattern as the machine runs it.
namespace loopscope::python::sre {

/// One bit for each character below 256.
struct LatinSet {
  uint32_t words[8];
  bool has(uint32_t c) const { return words[c / 32] >> (c % 32) & 1; }
  void add(uint32_t c) { words[c / 32] |= 1u << (c % 32); }
  /// What an instruction for one character matches.
  void add(const uint32_t* instruction);
};

/// Checked instruction words: the machine trusts them. Every set comes with its answers for Latin-1, so that most text
/// is matched by looking at a bit.
class Program {
 public:
  /// Takes `code` over. Null: not a program that `re._compiler` could have emitted (no exception set).
  static std::unique_ptr<Program> make(std::unique_ptr<uint32_t[]> code, uint32_t size, uint32_t groups);

  const uint32_t* code() const { return code_.get(); }
  uint32_t size() const { return size_; }
  /// Marks: two for each group.
  uint32_t mark_count() const { return groups_ * 2; }
  /// Of the IN instruction at `pc`.
  const LatinSet& latin_set(uint32_t pc) const { return sets_[set_index_[pc]]; }

  /// What INFO tells a search.
  uint32_t least_width() const { return least_width_; }
  const uint32_t* prefix() const { return prefix_; }
  uint32_t prefix_length() const { return prefix_length_; }
  bool is_literal() const { return is_literal_; }
  /// Every match begins with a character of first_latin_set() or with one beyond Latin-1, then (if not null) of first_set().
  bool knows_first() const { return knows_first_; }
  const LatinSet& first_latin_set() const { return sets_[0]; }
  const uint32_t* first_set() const { return first_set_; }
  /// It begins with \A or (not multi-line) ^: only the first place can match.
  bool is_anchored() const;

 private:
  friend class ProgramChecker;
  void read_info();
  void prepare_sets();
  enum class Firsts : uint8_t { known, may_be_empty, unknown };
  Firsts find_firsts(uint32_t pc, uint32_t end, LatinSet* firsts) const;

  std::unique_ptr<uint32_t[]> code_;
  uint32_t size_ = 0, groups_ = 0;
  std::unique_ptr<uint32_t[]> set_index_;  // by pc; only where an IN instruction is
  std::unique_ptr<LatinSet[]> sets_;       // the first is what a match may begin with
  uint32_t set_count_ = 1;
  uint32_t least_width_ = 0, start_ = 0;
  const uint32_t* prefix_ = nullptr;
  uint32_t prefix_length_ = 0;
  bool is_literal_ = false, knows_first_ = false;
  const uint32_t* first_set_ = nullptr;
};

}  // namespace loopscope::python::sre
