// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace loopscope::python {

/// A module in Python whose bytecode is part of the program. All are one code object, with each module's as a constant, in
/// the order of the table. Made by runtime/toolchain/library.mjs.
struct BuiltInModule {
  const char* name;  // dotted; null ends the table
  bool is_package;
};
extern const BuiltInModule kBuiltInModules[];
extern const unsigned char kBuiltInCode[];
extern const size_t kBuiltInCodeSize;

}  // namespace loopscope::python
