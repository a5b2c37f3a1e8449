// SPDX-License-Identifier: MIT
#include "python/vm/unicode.h"

#include <algorithm>
#include <iterator>

namespace loopscope::python::unicode {

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
template <int N>
bool map_by_runs(const CaseRun (&runs)[N], char32_t c, char32_t* out) {
  // Runs of stride 2 can interleave, so the nearest run that starts before `c` need not be the one that holds it.
  const CaseRun* r = std::upper_bound(std::begin(runs), std::end(runs), c,
                                      [](char32_t point, const CaseRun& run) { return point < run.first; });
  for (int tries = 0; tries < 3 && r != std::begin(runs); tries++) {
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
  const SpecialCase* found =
      std::lower_bound(std::begin(kSpecialCases), std::end(kSpecialCases), c, [to](const SpecialCase& s, char32_t point) {
        return s.from != point ? s.from < point : s.kind < static_cast<uint16_t>(to);
      });
  return found != std::end(kSpecialCases) && found->from == c && found->kind == static_cast<uint16_t>(to) ? found : nullptr;
}

}  // namespace

int map_case(char32_t c, Case to, char32_t out[3]) {
  if (c < 128) {
    bool up = to == Case::upper || to == Case::title;
    out[0] = up ? (c >= 'a' && c <= 'z' ? c - 32 : c) : (c >= 'A' && c <= 'Z' ? c + 32 : c);
    return 1;
  }
  if (const SpecialCase* special = find_special(c, to)) {
    int n = 0;
    while (n < 3 && special->to[n]) {
      out[n] = special->to[n];
      n++;
    }
    return n;
  }
  out[0] = c;
  switch (to) {
    case Case::lower: map_by_runs(kLowerRuns, c, out); break;
    case Case::upper: map_by_runs(kUpperRuns, c, out); break;
    case Case::title: map_by_runs(kTitleRuns, c, out) || map_by_runs(kUpperRuns, c, out); break;
    case Case::fold: map_by_runs(kFoldRuns, c, out) || map_by_runs(kLowerRuns, c, out); break;
  }
  return 1;
}

}  // namespace loopscope::python::unicode
