// SPDX-License-Identifier: MIT
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"

/// Conversions of the arguments that sequences' methods share.
namespace loopscope::python {

bool to_int64(Value v, int64_t* out, OnOverflow overflow) {
  if (v.is_small()) {
    *out = v.small_value();
    return true;
  }
  Ref n = index(v);
  if (!n) return false;
  if (int_fits(n, out)) return true;
  switch (overflow) {
    case OnOverflow::clamp: *out = int_sign(n) < 0 ? INT64_MIN : INT64_MAX; return true;
    case OnOverflow::repeat:
    case OnOverflow::subscript:
      return raise(overflow == OnOverflow::repeat ? exc::OverflowError : exc::IndexError,
                   "cannot fit '%T' into an index-sized integer", v),
             false;
    case OnOverflow::error:
      return raise(exc::OverflowError, "Python int too large to convert to C ssize_t"), false;
  }
  return false;
}

bool slice_bound(Value v, int64_t* out) {
  if (!v || v == kNone) return true;
  if (!type_of(v)->index) {
    return raise(exc::TypeError, "slice indices must be integers or None or have an __index__ method"), false;
  }
  return to_int64(v, out, OnOverflow::clamp);
}

void adjust_range(int64_t length, int64_t* start, int64_t* end) {
  if (*end > length) *end = length;
  if (*end < 0) *end = *end + length < 0 ? 0 : *end + length;
  if (*start < 0) *start = *start + length < 0 ? 0 : *start + length;
}

bool repeat_count(Value count, int64_t* out) {
  if (!type_of(count)->index) {
    return raise(exc::TypeError, "can't multiply sequence by non-int of type '%T'", count), false;
  }
  if (!to_int64(count, out, OnOverflow::repeat)) return false;
  if (*out < 0) *out = 0;
  return true;
}

}  // namespace loopscope::python
