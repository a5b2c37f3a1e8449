// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace loopscope::python {

struct Code;

/// What the import statements of some code may load, found without running it.
struct Imports {
  std::set<std::string> modules;  ///< absolute dotted names; `from a import b` gives a and, since b may be a module, a.b
  std::set<std::string> names;    ///< attributes and globals that the code mentions, "a.*" for a star import: some modules load a part of themselves by name
};

/// `package`: what relative imports start from. `everywhere`: inside functions too; else only what runs when the code itself
/// does (class bodies included).
Imports find_imports(const Code& code, std::string_view package, bool everywhere);

}  // namespace loopscope::python
