// SPDX-License-Identifier: MIT
#include "python/library/sre/machine.h"

#include <algorithm>
#include <cstring>

#include "python/library/sre/characters.h"
#include "python/library/sre/opcodes.h"

namespace loopscope::python::sre {

namespace {

/// Does `c` match the set? Mostly one bit.
template <class Char>
inline bool in_latin_or(const LatinSet& latin, uint32_t op, const uint32_t* set, Char c) {
  if constexpr (sizeof(Char) == 1) return latin.has(c);
  return c < 256 ? latin.has(c) : in_set_of(op, set, c);
}

}  // namespace

Machine::Machine(const Program& program, const Text& text)
    : program_(program), code_(program.code()), text_(text), marks_(program.mark_count(), -1) {}

bool Machine::group(uint32_t i, int32_t* begin, int32_t* end) const {
  *begin = marks_[2 * i - 2];
  *end = marks_[2 * i - 1];
  return *begin >= 0 && *end >= *begin;
}

void Machine::begin(Mode mode, int32_t from, bool must_advance) {
  mode_ = mode;
  must_advance_ = must_advance;
  searching_ = false;
  start_at(from);
}

void Machine::start_at(int32_t place) {
  start_ = at_ = place;
  pc_ = 0;
  loop_ = kNone;
  fence_ = 0;
  last_group_ = -1;
  failing_ = false;
  choices_.shrink(0);
  loops_.shrink(0);
  trail_.shrink(0);
  if (marked_) std::fill(marks_.begin(), marks_.end(), -1);
  marked_ = false;
}

Machine::Outcome Machine::run(int64_t* fuel) {
  // To match at a place beyond endpos is still tried, as CPython does: an empty pattern matches there.
  if (start_ > text_.end && mode_ != Mode::match) return Outcome::failed;
  if (mode_ == Mode::search) return text_.wide ? search<char32_t>(fuel) : search<uint8_t>(fuel);
  return text_.wide ? match<char32_t>(fuel) : match<uint8_t>(fuel);
}

// ---- searching --------------------------------------------------------------------------------------------------------

/// First place from `from` on where a match could begin, or -1.
template <class Char>
int32_t Machine::next_start(int32_t from, int64_t* fuel) const {
  auto text = static_cast<const Char*>(text_.data);
  int64_t last = int64_t{text_.end} - program_.least_width();
  int32_t at = from;
  if (program_.prefix_length()) {
    const uint32_t* prefix = program_.prefix();
    uint32_t length = program_.prefix_length();
    for (; at <= last; at++) {
      if constexpr (sizeof(Char) == 1) {
        auto left = static_cast<size_t>(last + 1 - at);
        const void* hit = prefix[0] < 256 ? std::memchr(text + at, static_cast<int>(prefix[0]), left) : nullptr;
        if (!hit) return -1;
        at = static_cast<int32_t>(static_cast<const Char*>(hit) - text);
      } else if (text[at] != prefix[0]) {
        continue;
      }
      uint32_t same = 1;
      while (same < length && text[at + same] == prefix[same]) same++;
      *fuel -= same;
      if (same == length) return at;
    }
    return -1;
  }
  if (program_.knows_first()) {
    const LatinSet& latin = program_.first_latin_set();
    const uint32_t* set = program_.first_set();
    for (; at <= last; at++) {
      Char c = text[at];
      if (sizeof(Char) == 1 || c < 256 ? latin.has(c) : !set || in_set(set, c)) break;
    }
    *fuel -= (at - from) >> 2;
  }
  return at <= last ? at : -1;
}

template <class Char>
Machine::Outcome Machine::search(int64_t* fuel) {
  for (;;) {
    if (!searching_) {
      int32_t place = next_start<Char>(start_, fuel);
      if (place < 0) return Outcome::failed;
      if (place != start_) must_advance_ = false;
      start_at(place);
      if (program_.is_literal()) {
        at_ = place + static_cast<int32_t>(program_.prefix_length());
        return Outcome::matched;
      }
      searching_ = true;
    }
    Outcome outcome = match<Char>(fuel);
    if (outcome != Outcome::failed) return outcome;
    searching_ = false;
    must_advance_ = false;
    if (start_ >= text_.end || program_.is_anchored()) return Outcome::failed;
    start_++;
    if (--*fuel < 0) return Outcome::paused;
  }
}

// ---- single characters ------------------------------------------------------------------------------------------------

template <class Char>
inline bool Machine::matches_item(uint32_t pc, Char c) const {
  switch (code_[pc]) {
    case kAny: return c != '\n';
    case kLiteral: return c == code_[pc + 1];
    case kIn:
    case kInIgnore:
    case kInLocaleIgnore:
    case kInUnicodeIgnore: return in_latin_or(program_.latin_set(pc), code_[pc], code_ + pc + 2, c);
    default: return matches_one(code_ + pc, c);
  }
}

/// How many characters from `from` on match the item, at most `most`.
template <class Char>
int32_t Machine::count_items(uint32_t pc, int32_t from, uint32_t most) const {
  auto text = static_cast<const Char*>(text_.data);
  int32_t end = most < static_cast<uint32_t>(text_.end - from) ? from + static_cast<int32_t>(most) : text_.end;
  int32_t at = from;
  uint32_t op = code_[pc], operand = code_[pc + 1];
  switch (op) {
    case kAnyAll: at = end; break;
    case kAny:
      if constexpr (sizeof(Char) == 1) {
        const void* hit = end > at ? std::memchr(text + at, '\n', static_cast<size_t>(end - at)) : nullptr;
        at = hit ? static_cast<int32_t>(static_cast<const Char*>(hit) - text) : end;
      } else {
        while (at < end && text[at] != '\n') at++;
      }
      break;
    case kLiteral:
      while (at < end && text[at] == operand) at++;
      break;
    case kNotLiteral:
      while (at < end && text[at] != operand) at++;
      break;
    case kIn:
    case kInIgnore:
    case kInLocaleIgnore:
    case kInUnicodeIgnore: {
      const LatinSet& latin = program_.latin_set(pc);
      const uint32_t* set = code_ + pc + 2;
      while (at < end && in_latin_or(latin, op, set, text[at])) at++;
      break;
    }
    default:
      while (at < end && matches_item(pc, text[at])) at++;
  }
  return at - from;
}

template <class Char>
bool Machine::at_position(uint32_t position, int32_t at) const {
  auto text = static_cast<const Char*>(text_.data);
  int32_t end = text_.end;
  switch (position) {
    case kAtBeginning:
    case kAtBeginningString: return at == 0;
    case kAtBeginningLine: return at == 0 || text[at - 1] == '\n';
    case kAtEnd: return at == end || (at == end - 1 && text[at] == '\n');
    case kAtEndLine: return at == end || (at < end && text[at] == '\n');
    case kAtEndString: return at == end;
    default: break;
  }
  if (end == 0) return false;  // in empty text there is neither a boundary nor none
  bool unicode = position == kAtUnicodeBoundary || position == kAtUnicodeNonBoundary;
  auto is_word = [&](int32_t i) { return unicode ? is_unicode_word(text[i]) : is_ascii_word(text[i]); };
  bool boundary = (at > 0 && is_word(at - 1)) != (at < end && is_word(at));
  bool wanted = position == kAtBoundary || position == kAtLocaleBoundary || position == kAtUnicodeBoundary;
  return boundary == wanted;
}

/// Does the text go on as `group` (from 0) did? Moves *at past it.
template <class Char>
bool Machine::same_as_group(uint32_t op, uint32_t group, int32_t* at) const {
  auto text = static_cast<const Char*>(text_.data);
  int32_t begin, end;
  if (!this->group(group + 1, &begin, &end) || text_.end - *at < end - begin) return false;
  int32_t place = *at;
  for (; begin < end; begin++, place++) {
    Char a = text[place], b = text[begin];
    if (a == b) continue;
    switch (op) {
      case kGroupRef: return false;
      case kGroupRefUnicodeIgnore:
        if (lower_unicode(a) != lower_unicode(b)) return false;
        break;
      default:
        if (lower_ascii(a) != lower_ascii(b)) return false;
    }
  }
  *at = place;
  return true;
}

// ---- the stacks -------------------------------------------------------------------------------------------------------

inline bool Machine::push_choice(uint32_t pc, int32_t at, uint32_t extra) {
  return choices_.push({pc, at, loop_, loops_.size(), trail_.size(), last_group_, extra, 0});
}

inline bool Machine::push_fence(uint32_t pc, int32_t at, uint32_t rounds) {
  if (!choices_.push({pc, at, loop_, loops_.size(), trail_.size(), last_group_, rounds, fence_})) return false;
  fence_ = choices_.size();
  return true;
}

/// The current loop goes round once more.
inline bool Machine::push_round(uint32_t count, int32_t last) {
  Loop& loop = loops_[loop_];
  if (loop_ + 1 == loops_.size() && (choices_.empty() || choices_.top().loop_count <= loop_)) {
    loop.count = count;
    loop.last = last;
    return true;
  }
  Loop next{loop.pc, count, last, loop.outer};
  if (!loops_.push(next)) return false;
  loop_ = loops_.size() - 1;
  return true;
}

inline void Machine::leave_loop() {
  uint32_t outer = loops_[loop_].outer;
  if (loop_ + 1 == loops_.size() && (choices_.empty() || choices_.top().loop_count <= loop_)) loops_.shrink(loop_);
  loop_ = outer;
}

inline bool Machine::set_mark(uint32_t mark, int32_t at) {
  if (!choices_.empty() && !trail_.push({mark, marks_[mark]})) return false;
  marks_[mark] = at;
  marked_ = true;
  return true;
}

inline void Machine::undo(uint32_t trail_count) {
  for (uint32_t i = trail_.size(); i > trail_count; i--) marks_[trail_[i - 1].mark] = trail_[i - 1].old;
  trail_.shrink(trail_count);
}

// ---- matching ---------------------------------------------------------------------------------------------------------

template <class Char>
Machine::Outcome Machine::match(int64_t* fuel) {
  const uint32_t* const code = code_;
  auto text = static_cast<const Char*>(text_.data);
  const int32_t end = text_.end;
  uint32_t pc = pc_;
  int32_t at = at_;
  uint32_t tail, count;  // of the repeat or branch in hand
  int32_t lowest;
  // Where a character that must be `text[at]` is known, a choice that cannot lead on is not made.
  auto tail_may_match = [&](uint32_t tail, int32_t place) {
    return code[tail] != kLiteral || (place < end && text[place] == code[tail + 1]);
  };
  if (failing_) {
    failing_ = false;
    goto fail;
  }

  for (;;) {
    switch (code[pc]) {
      case kSuccess: {
        if (fence_) {
          const Choice fence = choices_[fence_ - 1];
          choices_.shrink(fence_ - 1);
          fence_ = fence.fence;
          // Nothing can come back to what was inside. (Marks stay; the trail still knows their old values.)
          loops_.shrink(fence.loop_count);
          loop_ = fence.loop;
          pc = fence.pc;
          switch (code[pc]) {
            case kAssertNot: goto fail;
            case kAssert:
              at = fence.at;
              pc += 1 + code[pc + 1];
              continue;
            case kAtomicGroup: pc += 1 + code[pc + 1]; continue;
            default: {  // possessive repeat
              --*fuel;
              uint32_t rounds = fence.extra + 1, least = code[pc + 2], most = code[pc + 3];
              bool optional = rounds > least;  // the round that has just ended
              if (rounds < least || (rounds < most && !(optional && at == fence.at))) {
                if (!push_fence(pc, at, rounds)) goto no_memory;
                pc += 4;
              } else {
                pc += 2 + code[pc + 1];
              }
              continue;
            }
          }
        }
        if ((mode_ == Mode::fullmatch && at != end) || (must_advance_ && at == start_)) goto fail;
        at_ = at;
        return Outcome::matched;
      }
      case kFailure: goto fail;
      case kInfo:
        if (static_cast<uint32_t>(end - at) < code[pc + 3]) goto fail;
        pc += 1 + code[pc + 1];
        continue;
      case kJump: pc += 1 + code[pc + 1]; continue;
      case kMark: {
        uint32_t mark = code[pc + 1];
        if (!set_mark(mark, at)) goto no_memory;
        if (mark & 1) last_group_ = static_cast<int32_t>(mark / 2 + 1);
        pc += 2;
        continue;
      }

      // One character.
      case kLiteral:
        if (at >= end || text[at] != code[pc + 1]) goto fail;
        at++;
        pc += 2;
        continue;
      case kAny:
      case kAnyAll:
        if (at >= end || (code[pc] == kAny && text[at] == '\n')) goto fail;
        at++;
        pc++;
        continue;
      case kCategory:
        if (at >= end || !in_category(code[pc + 1], text[at])) goto fail;
        at++;
        pc += 2;
        continue;
      case kIn:
      case kInIgnore:
      case kInLocaleIgnore:
      case kInUnicodeIgnore:
        if (at >= end || !matches_item(pc, text[at])) goto fail;
        at++;
        pc += 1 + code[pc + 1];
        continue;
      case kNotLiteral:
      case kLiteralIgnore:
      case kNotLiteralIgnore:
      case kLiteralLocaleIgnore:
      case kNotLiteralLocaleIgnore:
      case kLiteralUnicodeIgnore:
      case kNotLiteralUnicodeIgnore:
        if (at >= end || !matches_item(pc, text[at])) goto fail;
        at++;
        pc += 2;
        continue;

      // None.
      case kAt:
        if (!at_position<Char>(code[pc + 1], at)) goto fail;
        pc += 2;
        continue;
      case kAssert:
      case kAssertNot: {
        uint32_t back = code[pc + 2];
        if (static_cast<uint32_t>(at) < back) {
          if (code[pc] == kAssert) goto fail;
          pc += 1 + code[pc + 1];
          continue;
        }
        if (!push_fence(pc, at, 0)) goto no_memory;
        at -= static_cast<int32_t>(back);
        pc += 3;
        continue;
      }
      case kAtomicGroup:
        if (!push_fence(pc, at, 0)) goto no_memory;
        pc += 2;
        continue;

      // Groups again.
      case kGroupRef:
      case kGroupRefIgnore:
      case kGroupRefLocaleIgnore:
      case kGroupRefUnicodeIgnore: {
        int32_t before = at;
        if (!same_as_group<Char>(code[pc], code[pc + 1], &at)) goto fail;
        *fuel -= at - before;
        pc += 2;
        continue;
      }
      case kGroupRefExists: {
        int32_t group_begin, group_end;
        bool set = group(code[pc + 1] + 1, &group_begin, &group_end);
        pc += set ? 3 : 1 + code[pc + 2];
        continue;
      }

      case kBranch:
        tail = pc + 1;
      next_alternative:
        // `tail` is at the skip of the next alternative.
        for (; code[tail]; tail += code[tail]) {
          uint32_t first = code[tail + 1];
          if (first == kLiteral && (at >= end || text[at] != code[tail + 2])) continue;
          if (first == kIn && (at >= end || !matches_item(tail + 1, text[at]))) continue;
          break;
        }
        if (!code[tail]) goto fail;
        if (code[tail + code[tail]] && !push_choice(pc, at, tail + code[tail])) goto no_memory;
        pc = tail + 1;
        continue;

      // Repeats of one character: no need of rounds.
      case kRepeatOne:
        if (at > end) goto fail;
        count = static_cast<uint32_t>(count_items<Char>(pc + 4, at, code[pc + 3]));
        *fuel -= count >> 3;
        if (count < code[pc + 2]) goto fail;
        tail = pc + 1 + code[pc + 1];
        lowest = at + static_cast<int32_t>(code[pc + 2]);
        at += static_cast<int32_t>(count);
        while (at > lowest && !tail_may_match(tail, at)) at--;
        if (at > lowest && !push_choice(pc, at, static_cast<uint32_t>(lowest))) goto no_memory;
        pc = tail;
        continue;
      case kMinRepeatOne:
        if (at > end) goto fail;
        count = code[pc + 2];
        if (count) {
          if (static_cast<uint32_t>(count_items<Char>(pc + 4, at, count)) < count) goto fail;
          at += static_cast<int32_t>(count);
        }
        if (count < code[pc + 3] && !push_choice(pc, at, count)) goto no_memory;
        pc += 1 + code[pc + 1];
        continue;
      case kPossessiveRepeatOne:
        if (at > end) goto fail;
        count = static_cast<uint32_t>(count_items<Char>(pc + 4, at, code[pc + 3]));
        *fuel -= count >> 3;
        if (count < code[pc + 2]) goto fail;
        at += static_cast<int32_t>(count);
        pc += 1 + code[pc + 1];
        continue;

      // Other repeats.
      case kPossessiveRepeat:
        if (code[pc + 3] == 0) {
          pc += 2 + code[pc + 1];
          continue;
        }
        if (!push_fence(pc, at, 0)) goto no_memory;
        pc += 4;
        continue;
      case kRepeat:
        if (!loops_.push({pc, kNone, -1, loop_})) goto no_memory;
        loop_ = loops_.size() - 1;
        pc += 1 + code[pc + 1];
        continue;
      case kMaxUntil:
      case kMinUntil: {
        if ((*fuel)-- < 0) goto pause;
        const Loop loop = loops_[loop_];
        count = loop.count + 1;
        if (count < code[loop.pc + 2]) {
          if (!push_round(count, loop.last)) goto no_memory;
          pc = loop.pc + 4;
          continue;
        }
        bool may_go_on = count < code[loop.pc + 3] && at != loop.last;
        if (may_go_on && !push_choice(pc, at, 0)) goto no_memory;
        if (may_go_on && code[pc] == kMaxUntil) {
          if (!push_round(count, at)) goto no_memory;
          pc = loop.pc + 4;
        } else {
          leave_loop();
          pc++;
        }
        continue;
      }
      default: goto fail;  // the program was checked: there is nothing else
    }

  fail:
    if (choices_.empty()) return Outcome::failed;
    if (--*fuel < 0) {
      failing_ = true;
      return Outcome::paused;
    }
    {
      Choice& choice = choices_.top();
      if (trail_.size() > choice.trail_count) undo(choice.trail_count);
      loops_.shrink(choice.loop_count);
      loop_ = choice.loop;
      last_group_ = choice.last_group;
      at = choice.at;
      pc = choice.pc;
      // Those that may be needed again stay where they are, changed.
      switch (code[pc]) {
        case kRepeatOne:
          tail = pc + 1 + code[pc + 1];
          lowest = static_cast<int32_t>(choice.extra);
          at--;
          while (at > lowest && !tail_may_match(tail, at)) at--;
          *fuel -= (choice.at - at) >> 2;
          if (at > lowest) choice.at = at;
          else choices_.pop();
          pc = tail;
          continue;
        case kMinRepeatOne: {
          tail = pc + 1 + code[pc + 1];
          bool found = false;
          for (count = choice.extra; count < code[pc + 3] && at < end && matches_item(pc + 4, text[at]);) {
            at++;
            count++;
            if (!(count & 3)) --*fuel;
            if ((found = tail_may_match(tail, at))) break;
          }
          choice.at = at;
          choice.extra = count;
          if (!found) {
            choices_.pop();
            goto fail;
          }
          pc = tail;
          continue;
        }
        case kBranch:
          tail = choice.extra;
          choices_.pop();
          goto next_alternative;
        default: break;
      }
      uint32_t rounds = choice.extra;
      if (code[pc] != kMaxUntil && code[pc] != kMinUntil) fence_ = choice.fence;
      choices_.pop();
      switch (code[pc]) {
        case kMaxUntil:  // no further round
          leave_loop();
          pc++;
          break;
        case kMinUntil:  // one round more
          if (!push_round(loops_[loop_].count + 1, at)) goto no_memory;
          pc = loops_[loop_].pc + 4;
          break;
        case kAssertNot: pc += 1 + code[pc + 1]; break;  // its body cannot match
        case kPossessiveRepeat:
          if (rounds < code[pc + 2]) goto fail;
          pc += 2 + code[pc + 1];
          break;
        default: goto fail;  // ASSERT, ATOMIC_GROUP
      }
      continue;
    }
  }

pause:
  pc_ = pc;
  at_ = at;
  return Outcome::paused;
no_memory:
  return Outcome::no_memory;
}

}  // namespace loopscope::python::sre
