// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/str.h"

namespace loopscope::python::io {

/// The `newline` parameter of text streams.
struct NewlineMode {
  bool universal = true;    // reading: \n, \r and \r\n all end a line (newline is None or '')
  bool translate = true;    // reading: they all become \n (newline is None)
  Str* end = nullptr;       // reading: what ends a line, when not universal
  Str* written = nullptr;   // writing: what \n becomes; null: itself
  /// TypeError or ValueError "illegal newline value: 'x'".
  bool read(Value newline);
};

/// Makes line ends uniform chunk by chunk: a \r at the end of a chunk waits for what follows.
struct NewlineState {
  bool translate = false;
  bool pending_cr = false;
  uint8_t seen = 0;  // 1 \r, 2 \n, 4 \r\n

  Own<Str> decode(Own<Str> text, bool final);
  /// None, a string, or a tuple of those seen.
  Ref newlines() const;
};

/// Where the line that begins at `from` ends (behind its line end), or -1 if no line end is there. `universal` and `end` as
/// in NewlineMode; neither: \n.
ptrdiff_t find_line_end(const Str* text, uint32_t from, bool universal, const Str* end);

}  // namespace loopscope::python::io
