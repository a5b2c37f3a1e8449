// SPDX-License-Identifier: MIT
#include "python/vm/unicode.h"

#include <algorithm>
#include <iterator>

#include "python/number/rare_table.h"

namespace loopscope::python::unicode {

namespace {
#include "python/vm/unicode/case_tables.inc"

struct Runs {
  const CaseRun *begin, *end;
};
template <size_t Count, void (*Write)(uint64_t*)>
Runs runs_of() {
  const CaseRun* begin = rare_table<CaseRun, Count, Write>();
  return {begin, begin + Count};
}

/// Of Latin-1's letters and of scripts without case; false: ask the tables.
bool map_common(char32_t c, Case to, char32_t* out) {
  auto within = [c](char32_t first, char32_t last) { return c - first <= last - first; };
  if (within(0x3000, 0xA63F) || within(0xABC0, 0xFAFF) || within(0x2185, 0x24B5) || within(0x1FFD, 0x2125) || within(0x24EA, 0x2BFF) ||
      within(0x1E944, 0x1FFFF)) {
    *out = c;
    return true;
  }
  bool small = c == 0xB5 || c == 0xDF || c == 0xFF;  // its capital is not in Latin-1
  if (c > 0xFF || (small && to != Case::lower)) return false;
  bool up = to == Case::upper || to == Case::title;
  *out = c >= 0xC0 && !small && (c & ~0x20u) != 0xD7 && static_cast<bool>(c & 0x20) == up ? c ^ 0x20 : c;
  return true;
}
}  // namespace

uint16_t flags(char32_t c) {
  if (c < kFlagLimit) return kFlagKinds[kFlagBlocks[kFlagIndex[c / kBlockSize]][c % kBlockSize]];
  const FlagRange* after = std::upper_bound(std::begin(kHighFlags), std::end(kHighFlags), c,
                                            [](char32_t point, const FlagRange& r) { return point < r.first; });
  return kFlagKinds[after[-1].kind];
}

int decimal_value(char32_t c) {
  if (c < 128) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  if (!has(c, kDecimal)) return -1;
  const uint32_t* after = std::upper_bound(std::begin(kDecimalZeros), std::end(kDecimalZeros), c);
  return static_cast<int>(c - after[-1]);
}

namespace {

/// False: no run has `c`. (A run may map to itself: titlecase that differs from uppercase.)
bool map_by_runs(Runs runs, char32_t c, char32_t* out) {
  // Runs of stride 2 can interleave, so the nearest run that starts before `c` need not be the one that holds it.
  const CaseRun* r = std::upper_bound(runs.begin, runs.end, c,
                                      [](char32_t point, const CaseRun& run) { return point < run.first; });
  for (int tries = 0; tries < 3 && r != runs.begin; tries++) {
    --r;
    uint32_t offset = c - r->first;
    if (offset % r->stride == 0 && offset / r->stride < r->count) {
      *out = c + r->delta;
      return true;
    }
  }
  return false;
}

const SpecialCase* find_special(char32_t c, Case to) {
  const SpecialCase* begin = rare_table<SpecialCase, kSpecialCasesCount, write_specialcases>();
  const SpecialCase* end = begin + kSpecialCasesCount;
  const SpecialCase* found =
      std::lower_bound(begin, end, c, [to](const SpecialCase& s, char32_t point) {
        return s.from != point ? s.from < point : s.kind < static_cast<uint16_t>(to);
      });
  return found != end && found->from == c && found->kind == static_cast<uint16_t>(to) ? found : nullptr;
}

}  // namespace

int map_case(char32_t c, Case to, char32_t out[3]) {
  if (c < 128) {
    bool up = to == Case::upper || to == Case::title;
    out[0] = up ? (c >= 'a' && c <= 'z' ? c - 32 : c) : (c >= 'A' && c <= 'Z' ? c + 32 : c);
    return 1;
  }
  if (map_common(c, to, out)) return 1;
  if (const SpecialCase* special = find_special(c, to)) {
    int n = 0;
    while (n < 3 && special->to[n]) {
      out[n] = special->to[n];
      n++;
    }
    return n;
  }
  out[0] = c;
  Runs lower = runs_of<kLowerRunsCount, write_lowerruns>(), upper = runs_of<kUpperRunsCount, write_upperruns>();
  switch (to) {
    case Case::lower: map_by_runs(lower, c, out); break;
    case Case::upper: map_by_runs(upper, c, out); break;
    case Case::title: map_by_runs(runs_of<kTitleRunsCount, write_titleruns>(), c, out) || map_by_runs(upper, c, out); break;
    case Case::fold: map_by_runs(runs_of<kFoldRunsCount, write_foldruns>(), c, out) || map_by_runs(lower, c, out); break;
  }
  return 1;
}

}  // namespace loopscope::python::unicode
