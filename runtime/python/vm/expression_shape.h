// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace loopscope::python {

/// The part of an expression that a traceback marks with ^ between ~: an operator, a subscript, a call's parentheses.
/// Byte offsets into the text; `found` false when the whole expression is equally to blame.
struct Anchor {
  bool found = false;
  size_t begin = 0, end = 0;
};

/// Works on source text that is known to be one valid expression, by its tokens alone.
Anchor find_anchor(std::string_view expression);
/// Is it `name(...)` / `anything(...)` and nothing else?
bool is_call(std::string_view expression, bool of_plain_name);

}  // namespace loopscope::python
