// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "python/library/sre/pile.h"
#include "python/library/sre/program.h"

namespace loopscope::python::sre {

/// What is matched: characters of one byte (str below 256, bytes) or of four. `end` is the length, or endpos if less.
struct Text {
  const void* data = nullptr;
  int32_t end = 0;
  bool wide = false;
};

/// Runs a program on a text by backtracking. Its stacks are on the heap, so no pattern can exhaust the C++ stack; and it can
/// stop after a number of steps and go on later, so no pattern can hold up what runs it.
///
/// Three stacks. A *choice* says how to go on when what follows fails; its kind is the instruction it was made at. A choice
/// made by an assertion, an atomic group or a possessive repeat is also a fence: when the body succeeds, all choices above
/// it go. *Loops* say how often which REPEAT has been round; they are never changed once a choice may come back to them, a
/// further round gets a new one. The *trail* has the old values of marks, for undoing.
class Machine {
 public:
  enum class Mode : uint8_t { match, fullmatch, search };
  enum class Outcome : uint8_t { matched, failed, paused, no_memory };

  Machine(const Program& program, const Text& text);

  /// Prepares to match at `from` or, to search, from there on. `must_advance`: an empty match at `from` does not count.
  void begin(Mode mode, int32_t from, bool must_advance);
  /// Goes on until done or out of fuel. One unit is about one character or one step back.
  Outcome run(int64_t* fuel);

  // After `matched`:
  int32_t start() const { return start_; }
  int32_t end() const { return at_; }
  /// Of the group that ended last, or -1.
  int32_t last_group() const { return last_group_; }
  /// Begin and end of group `i` (from 1); false if it took no part.
  bool group(uint32_t i, int32_t* begin, int32_t* end) const;

 private:
  struct Choice {
    uint32_t pc;
    int32_t at;
    uint32_t loop;        // then current
    uint32_t loop_count;  // sizes of the other stacks
    uint32_t trail_count;
    int32_t last_group;
    uint32_t extra;       // by instruction; of a fence: rounds so far
    uint32_t fence;       // of a fence: the one outside it
  };
  struct Loop {
    uint32_t pc;     // of the REPEAT
    uint32_t count;  // completed rounds
    int32_t last;    // where the last optional round began, or -1
    uint32_t outer;
  };
  struct Undo {
    uint32_t mark;
    int32_t old;
  };
  static constexpr uint32_t kNone = 0xFFFFFFFF;

  template <class Char>
  Outcome search(int64_t* fuel);
  template <class Char>
  int32_t next_start(int32_t from, int64_t* fuel) const;
  void start_at(int32_t place);
  template <class Char>
  Outcome match(int64_t* fuel);
  template <class Char>
  bool matches_item(uint32_t pc, Char c) const;
  template <class Char>
  int32_t count_items(uint32_t pc, int32_t from, uint32_t most) const;
  template <class Char>
  bool at_position(uint32_t position, int32_t at) const;
  template <class Char>
  bool same_as_group(uint32_t op, uint32_t group, int32_t* at) const;
  bool push_choice(uint32_t pc, int32_t at, uint32_t extra);
  bool push_fence(uint32_t pc, int32_t at, uint32_t rounds);
  bool push_round(uint32_t count, int32_t last);
  void leave_loop();
  bool set_mark(uint32_t mark, int32_t at);
  void undo(uint32_t trail_count);

  const Program& program_;
  const uint32_t* code_;
  Text text_;
  Mode mode_ = Mode::match;
  bool must_advance_ = false, searching_ = false, failing_ = false, marked_ = false;
  int32_t start_ = 0;
  // registers
  uint32_t pc_ = 0;
  int32_t at_ = 0;
  uint32_t loop_ = kNone;
  uint32_t fence_ = 0;  // 1 + place of the innermost fence among the choices
  int32_t last_group_ = -1;
  Pile<Choice> choices_;
  Pile<Loop> loops_;
  Pile<Undo> trail_;
  std::vector<int32_t> marks_;  // -1: not set
};

}  // namespace loopscope::python::sre
