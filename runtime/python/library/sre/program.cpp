// SPDX-License-Identifier: MIT
#include "python/library/sre/program.h"

#include <algorithm>

#include "python/library/sre/characters.h"
#include "python/library/sre/opcodes.h"

namespace loopscope::python::sre {

/// Reads a program once from front to back. `_sre.compile` can be called by anyone with any numbers.
class ProgramChecker {
 public:
  ProgramChecker(Program& program) : program_(program), code_(program.code_.get()) {}

  bool whole() {
    uint32_t pc = 0, end = program_.size_;
    if (!end || code_[end - 1] != kSuccess) return false;
    if (code_[0] == kInfo) {
      if (!skip(1, end, &pc) || !info(pc)) return false;
      program_.start_ = pc;
    }
    return sequence(pc, end - 1);
  }

 private:
  /// Where the span of the skip at `place` ends.
  bool skip(uint32_t place, uint32_t end, uint32_t* out) const {
    if (place >= end || code_[place] == 0 || code_[place] > end - place) return false;
    *out = place + code_[place];
    return true;
  }
  /// A set from `pc`, with its FAILURE the last word before `end`.
  bool set(uint32_t pc, uint32_t end) const {
    while (pc < end) {
      uint32_t left = end - pc - 1;
      switch (code_[pc]) {
        case kFailure: return left == 0;
        case kNegate: pc += 1; break;
        case kLiteral: pc += 2; break;
        case kCategory:
          if (left < 1 || code_[pc + 1] >= kCategoryCount) return false;
          pc += 2;
          break;
        case kRange:
        case kRangeUnicodeIgnore: pc += 3; break;
        case kCharset: pc += 9; break;
        case kBigCharset: {
          if (left < 1 + 64 || code_[pc + 1] > 256) return false;
          uint32_t count = code_[pc + 1];
          for (uint32_t i = 0; i < 256; i++)
            if ((code_[pc + 2 + i / 4] >> (i % 4) * 8 & 255) >= count) return false;
          pc += 2 + 64 + count * 8;
          break;
        }
        default: return false;
      }
    }
    return false;
  }
  bool info(uint32_t end) const {
    if (end < 5) return false;
    uint32_t flags = code_[2];
    if (flags & kInfoPrefix) {
      if (end < 7) return false;
      uint32_t length = code_[5];
      return length > 0 && length <= (end - 7) / 2 && 7 + 2 * length == end;
    }
    if (flags & kInfoCharset) return set(5, end);
    return end == 5;
  }
  /// One instruction that matches one character and ends at `end`.
  bool item(uint32_t pc, uint32_t end) {
    uint32_t after;
    switch (code_[pc]) {
      case kAny:
      case kAnyAll: return end - pc == 1;
      case kLiteral:
      case kNotLiteral:
      case kLiteralIgnore:
      case kNotLiteralIgnore:
      case kLiteralLocaleIgnore:
      case kNotLiteralLocaleIgnore:
      case kLiteralUnicodeIgnore:
      case kNotLiteralUnicodeIgnore: return end - pc == 2;
      case kIn:
      case kInIgnore:
      case kInLocaleIgnore:
      case kInUnicodeIgnore:
        if (!skip(pc + 1, end, &after) || after != end || !set(pc + 2, end)) return false;
        program_.set_index_[pc] = program_.set_count_++;
        return true;
      default: return false;
    }
  }
  /// What a REPEAT and its like begin with, and a body up to `*body_end`.
  bool repeat(uint32_t pc, uint32_t end, uint32_t* span_end) const {
    return skip(pc + 1, end, span_end) && *span_end >= pc + 4 && code_[pc + 2] <= code_[pc + 3];
  }
  bool sequence(uint32_t pc, uint32_t end) {
    if (++depth_ > kMaxDepth || ++bodies_ > program_.size_ * 2) return false;
    while (pc < end)
      if (!instruction(&pc, end)) return false;
    depth_--;
    return pc == end;
  }
  bool instruction(uint32_t* at, uint32_t end) {
    uint32_t pc = *at, after, left = end - pc - 1;
    switch (code_[pc]) {
      case kFailure: *at = pc + 1; return true;
      case kAt: *at = pc + 2; return left >= 1 && code_[pc + 1] < kAtCount;
      case kCategory: *at = pc + 2; return left >= 1 && code_[pc + 1] < kCategoryCount;
      case kMark: *at = pc + 2; return left >= 1 && code_[pc + 1] < program_.mark_count();
      case kGroupRef:
      case kGroupRefIgnore:
      case kGroupRefLocaleIgnore:
      case kGroupRefUnicodeIgnore: *at = pc + 2; return left >= 1 && code_[pc + 1] < program_.groups_;
      case kAny:
      case kAnyAll: *at = pc + 1; return true;
      case kLiteral:
      case kNotLiteral:
      case kLiteralIgnore:
      case kNotLiteralIgnore:
      case kLiteralLocaleIgnore:
      case kNotLiteralLocaleIgnore:
      case kLiteralUnicodeIgnore:
      case kNotLiteralUnicodeIgnore: *at = pc + 2; return left >= 1;
      case kIn:
      case kInIgnore:
      case kInLocaleIgnore:
      case kInUnicodeIgnore: return skip(pc + 1, end, at) && item(pc, *at);
      case kBranch: return branch(at, end);
      case kGroupRefExists: return conditional(at, end);
      case kRepeatOne:
      case kMinRepeatOne:
      case kPossessiveRepeatOne:
        return repeat(pc, end, at) && *at - pc >= 6 && code_[*at - 1] == kSuccess && item(pc + 4, *at - 1);
      case kRepeat:
        if (!repeat(pc, end, &after) || after >= end || (code_[after] != kMaxUntil && code_[after] != kMinUntil)) return false;
        *at = after + 1;
        return sequence(pc + 4, after);
      case kPossessiveRepeat:
        if (!repeat(pc, end, &after) || after >= end || code_[after] != kSuccess) return false;
        *at = after + 1;
        return sequence(pc + 4, after);
      case kAtomicGroup:
        return skip(pc + 1, end, at) && *at - pc >= 3 && code_[*at - 1] == kSuccess && sequence(pc + 2, *at - 1);
      case kAssert:
      case kAssertNot:
        return skip(pc + 1, end, at) && *at - pc >= 4 && code_[*at - 1] == kSuccess && sequence(pc + 3, *at - 1);
      default: return false;
    }
  }
  bool branch(uint32_t* at, uint32_t end) {
    uint32_t place = *at + 1, target = 0;
    for (;;) {
      if (place >= end) return false;
      if (code_[place] == 0) break;
      uint32_t next, out;
      if (!skip(place, end, &next) || next - place < 3 || code_[next - 2] != kJump || !skip(next - 1, end, &out)) return false;
      if (target && out != target) return false;
      target = out;
      if (!sequence(place + 1, next - 2)) return false;
      place = next;
    }
    *at = place + 1;
    return target == 0 || target == place + 1;
  }
  /// Whether there is a "no" part shows only from the JUMP before the place where it would begin.
  bool conditional(uint32_t* at, uint32_t end) {
    uint32_t pc = *at, no, out;
    if (pc + 3 > end || code_[pc + 1] >= program_.groups_ || !skip(pc + 2, end + 1, &no)) return false;
    // Its target is one word further than the skip's own rule: counted from the word before.
    no -= 1;
    if (no > end || no < pc + 3) return false;
    if (no >= pc + 5 && code_[no - 2] == kJump && skip(no - 1, end, &out) && out >= no) {
      int depth = depth_;
      if (sequence(pc + 3, no - 2) && sequence(no, out)) {
        *at = out;
        return true;
      }
      depth_ = depth;
    }
    *at = no;
    return sequence(pc + 3, no);
  }

  static constexpr int kMaxDepth = 500;
  Program& program_;
  const uint32_t* code_;
  int depth_ = 0;
  uint32_t bodies_ = 0;  // a program made to be read many times over is none
};

std::unique_ptr<Program> Program::make(std::unique_ptr<uint32_t[]> code, uint32_t size, uint32_t groups) {
  std::unique_ptr<Program> program(new Program);
  program->code_ = std::move(code);
  program->size_ = size;
  program->groups_ = groups;
  program->set_index_.reset(new uint32_t[size]());
  if (!ProgramChecker(*program).whole()) return nullptr;
  program->read_info();
  program->prepare_sets();
  return program;
}

void Program::read_info() {
  if (code_[0] != kInfo) return;
  uint32_t flags = code_[2];
  least_width_ = code_[3];
  if (flags & kInfoPrefix) {
    prefix_length_ = code_[5];
    prefix_ = code_.get() + 7;
    is_literal_ = flags & kInfoLiteral;
  } else if (flags & kInfoCharset) {
    first_set_ = code_.get() + 5;
  }
}

void Program::prepare_sets() {
  sets_.reset(new LatinSet[set_count_]());
  for (uint32_t pc = 0; pc < size_; pc++)
    if (uint32_t i = set_index_[pc]) sets_[i].add(code_.get() + pc);
  if (first_set_) {
    for (uint32_t c = 0; c < 256; c++)
      if (in_set(first_set_, c)) sets_[0].add(c);
    knows_first_ = true;
  } else {
    knows_first_ = find_firsts(start_, size_, &sets_[0]) == Firsts::known;
  }
}

void LatinSet::add(const uint32_t* instruction) {
  for (uint32_t c = 0; c < 256; c++)
    if (matches_one(instruction, c)) add(c);
}

/// Adds what the instructions from `pc` on may match first. `may_be_empty`: they may also match nothing.
Program::Firsts Program::find_firsts(uint32_t pc, uint32_t end, LatinSet* firsts) const {
  while (pc < end) {
    uint32_t after = pc + 1 < size_ ? pc + 1 + code_[pc + 1] : size_;  // SUCCESS, the last word, has no operand
    Firsts found = Firsts::may_be_empty;
    switch (code_[pc]) {
      case kMark:
      case kAt: after = pc + 2; break;
      case kAssert:
      case kAssertNot: break;
      case kRepeatOne:
      case kMinRepeatOne:
      case kPossessiveRepeatOne:
        firsts->add(code_.get() + pc + 4);
        if (code_[pc + 2] > 0) found = Firsts::known;
        break;
      case kRepeat:
      case kPossessiveRepeat:
        found = find_firsts(pc + 4, after, firsts);
        if (found == Firsts::known && code_[pc + 2] == 0) found = Firsts::may_be_empty;
        after++;
        break;
      case kAtomicGroup: found = find_firsts(pc + 2, after - 1, firsts); break;
      case kBranch:
        found = Firsts::known;
        for (after = pc + 1; code_[after]; after += code_[after])
          found = std::max(found, find_firsts(after + 1, after + code_[after] - 2, firsts));
        after++;
        break;
      case kSuccess:
      case kFailure:
      case kCategory:
      case kGroupRef:
      case kGroupRefIgnore:
      case kGroupRefLocaleIgnore:
      case kGroupRefUnicodeIgnore:
      case kGroupRefExists: return Firsts::unknown;
      default: firsts->add(code_.get() + pc); return Firsts::known;
    }
    if (found != Firsts::may_be_empty) return found;
    pc = after;
  }
  return Firsts::may_be_empty;
}

bool Program::is_anchored() const {
  return code_[start_] == kAt && (code_[start_ + 1] == kAtBeginning || code_[start_ + 1] == kAtBeginningString);
}

}  // namespace loopscope::python::sre
