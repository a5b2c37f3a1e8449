// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/str.h"

/// str's methods by file; str_type.cpp makes the table of them. Arguments as NativeFn says.
namespace loopscope::python::str_methods {

// str_methods_search.cpp
Ref find(Value self, const Value* args);
Ref rfind(Value self, const Value* args);
Ref index(Value self, const Value* args);
Ref rindex(Value self, const Value* args);
Ref count(Value self, const Value* args);
Ref startswith(Value self, const Value* args);
Ref endswith(Value self, const Value* args);
Ref replace(Value self, const Value* args);
Ref removeprefix(Value self, const Value* args);
Ref removesuffix(Value self, const Value* args);

// str_methods_split.cpp
Ref split(Value self, const Value* args);
Ref rsplit(Value self, const Value* args);
Ref splitlines(Value self, const Value* args);
Ref partition(Value self, const Value* args);
Ref rpartition(Value self, const Value* args);
Ref join(Value self, const Value* args);
Ref strip(Value self, const Value* args);
Ref lstrip(Value self, const Value* args);
Ref rstrip(Value self, const Value* args);

// str_methods_shape.cpp
Ref center(Value self, const Value* args);
Ref ljust(Value self, const Value* args);
Ref rjust(Value self, const Value* args);
Ref zfill(Value self, const Value* args);
Ref expandtabs(Value self, const Value* args);
Ref translate(Value self, const Value* args);
Ref maketrans(Value self, const Value* args);

// str_methods_case.cpp
Ref lower(Value self, const Value* args);
Ref upper(Value self, const Value* args);
Ref title(Value self, const Value* args);
Ref capitalize(Value self, const Value* args);
Ref swapcase(Value self, const Value* args);
Ref casefold(Value self, const Value* args);
Ref isalpha(Value self, const Value* args);
Ref isalnum(Value self, const Value* args);
Ref isdecimal(Value self, const Value* args);
Ref isdigit(Value self, const Value* args);
Ref isnumeric(Value self, const Value* args);
Ref isspace(Value self, const Value* args);
Ref isascii(Value self, const Value* args);
Ref isprintable(Value self, const Value* args);
Ref isidentifier(Value self, const Value* args);
Ref islower(Value self, const Value* args);
Ref isupper(Value self, const Value* args);
Ref istitle(Value self, const Value* args);

/// "%s() argument %d must be str, not int" as TypeError when `v` is not str.
bool expect_str(Value v, const char* method, int argument);

}  // namespace loopscope::python::str_methods
