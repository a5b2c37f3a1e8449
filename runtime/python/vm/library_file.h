// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace loopscope::python {

/// Where library modules pretend to lie: CPython's usual folder, since programs print such paths.
inline constexpr std::string_view kLibraryFolder = "/usr/lib/python3.13/";

/// Whether code of this file is the library's and not the program's.
inline bool is_library_file(std::string_view filename) { return filename.starts_with(kLibraryFolder); }

}  // namespace loopscope::python
