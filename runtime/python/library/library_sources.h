// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace loopscope::python {

/// A library module in Python, from runtime/python/library/modules/.
struct LibrarySource {
  const char* name;  // dotted; null ends the table
  bool is_package;
  size_t size;
  const unsigned char* text;
};
extern const LibrarySource kLibrarySources[];

}  // namespace loopscope::python
