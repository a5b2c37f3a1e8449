// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>

/// Searching in linear time whatever the text is (Crochemore and Perrin's two-way algorithm): what simpler searches go over to
/// when a text makes them compare again and again.
namespace loopscope::python {

/// Units read from the front, or from the back.
template <class T>
struct ForwardUnits {
  const T* data;
  ptrdiff_t length;
  T operator[](ptrdiff_t i) const { return data[i]; }
};
template <class T>
struct BackwardUnits {
  const T* data;
  ptrdiff_t length;
  T operator[](ptrdiff_t i) const { return data[length - 1 - i]; }
};

/// Start - 1 of the greatest suffix, by the order of the units or by the opposite one; *period is that suffix's.
template <class Units>
ptrdiff_t greatest_suffix(const Units& needle, bool opposite, ptrdiff_t* period) {
  ptrdiff_t suffix = -1, at = 0, step = 1;
  *period = 1;
  while (at + step < needle.length) {
    auto a = needle[at + step], b = needle[suffix + step];
    if (a == b) {
      if (step == *period) {
        at += step;
        step = 1;
      } else {
        step++;
      }
    } else if ((a < b) != opposite) {
      at += step;
      step = 1;
      *period = at - suffix;
    } else {
      suffix = at++;
      step = *period = 1;
    }
  }
  return suffix;
}

/// Where the needle is first, from `from` on; -1: nowhere. It is not empty.
template <class Text, class Needle>
ptrdiff_t two_way_find(const Text& text, const Needle& needle, ptrdiff_t from) {
  const ptrdiff_t n = needle.length, last = text.length - n;
  ptrdiff_t period, other_period;
  ptrdiff_t cut = greatest_suffix(needle, false, &period), other = greatest_suffix(needle, true, &other_period);
  if (other > cut) {
    cut = other;
    period = other_period;
  }
  bool periodic = cut + 1 + period <= n;
  for (ptrdiff_t i = 0; i <= cut && periodic; i++) periodic = needle[i] == needle[i + period];
  if (!periodic) period = std::max(cut + 1, n - cut - 1) + 1;
  ptrdiff_t known = -1;  // up to here the needle is known to match, since it has moved by its period
  for (ptrdiff_t at = from; at <= last;) {
    ptrdiff_t i = std::max(cut, known) + 1;
    while (i < n && needle[i] == text[at + i]) i++;
    if (i < n) {
      at += i - cut;
      known = -1;
      continue;
    }
    i = cut;
    while (i > known && needle[i] == text[at + i]) i--;
    if (i <= known) return at;
    at += period;
    known = periodic ? n - period - 1 : -1;
  }
  return -1;
}

}  // namespace loopscope::python
