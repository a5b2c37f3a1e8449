// SPDX-License-Identifier: MIT
#pragma once

namespace loopscope::python::files {

/// Errors as numbers: kENOENT etc. Zero is success.
enum ErrorNumber : int {
#define X(name, number, text) k##name = number,
#define LOOPSCOPE_ERRNO_ALIAS(name, same) k##name = k##same,
#include "python/library/files/errno_table.def"
#undef X
#undef LOOPSCOPE_ERRNO_ALIAS
};

/// One row of the table, aliases last; a null name ends it.
struct ErrorRow {
  const char* name;
  int number;
  const char* text;  // null: an alias
};
extern const ErrorRow kErrorRows[];

/// strerror: "No such file or directory"; "Unknown error N" in a static buffer.
const char* error_text(int number);

}  // namespace loopscope::python::files
