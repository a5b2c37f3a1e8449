// SPDX-License-Identifier: MIT
#include "python/library/files/error_numbers.h"

#include <string>

namespace loopscope::python::files {

const ErrorRow kErrorRows[] = {
#define X(name, number, text) {#name, number, text},
#define LOOPSCOPE_ERRNO_ALIAS(name, same) {#name, k##same, nullptr},
#include "python/library/files/errno_table.def"
#undef X
#undef LOOPSCOPE_ERRNO_ALIAS
    {nullptr, 0, nullptr},
};

const char* error_text(int number) {
  if (number == 0) return "Success";
  for (const ErrorRow* row = kErrorRows; row->name; row++)
    if (row->number == number && row->text) return row->text;
  static std::string unknown;
  unknown = "Unknown error " + std::to_string(number);
  return unknown.c_str();
}

}  // namespace loopscope::python::files
