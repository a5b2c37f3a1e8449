// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"
#include "python/vm/vm.h"

/// What several library modules share.
namespace loopscope::python {

/// A tuple with named fields (sys.version_info, functools' CacheInfo): the Type of it. `name` is shown in its repr, up to
/// 18 fields; names must live for ever.
struct StructSequence {
  Type type;
  const char* const* fields;
  uint32_t count;
};
void ready_struct_sequence(StructSequence* sequence, const char* name, const char* const* fields, uint32_t count);
/// Values are shared.
Ref make_struct_sequence(StructSequence* sequence, const Value* values);

/// Names of a native module that live in a module written in Python: it is imported when one of them is first asked for.
/// `names` is separated by spaces.
bool module_add_lazy(Module* m, const char* python_module, const char* names);
/// A type under its own name.
bool module_add_type(Module* m, Type* type);

}  // namespace loopscope::python
