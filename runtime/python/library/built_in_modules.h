// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace loopscope::python {

/// A module in Python whose bytecode is part of the program. The table is made by runtime/toolchain/library.mjs.
struct BuiltInModule {
  const char* name;  // dotted; null ends the table
  bool is_package;
  size_t size;
  const unsigned char* code;
};
extern const BuiltInModule kBuiltInModules[];

}  // namespace loopscope::python
