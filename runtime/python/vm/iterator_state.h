// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// What copy and pickle take of the built-in iterators: how to make them anew, and where they are.
namespace loopscope::python {

/// `(iter, (sequence,), position)`; over (no sequence): `(iter, ([],))`. `maker` is another built-in of one argument.
Ref reduce_at(Value sequence, int64_t position, const char* maker = "iter");
/// `(iter, (what,))`.
Ref reduce_to(Value what, const char* maker = "iter");
/// The argument of __setstate__, a place from `lowest` to `highest`; false with an exception.
bool read_position(Value state, int64_t lowest, int64_t highest, int64_t* position);

}  // namespace loopscope::python
