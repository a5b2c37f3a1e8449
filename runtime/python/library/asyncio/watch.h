// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/value.h"

/// Methods of the loop that watch descriptors.
namespace loopscope::python {

/// (descriptor, callback, *args) -> Handle. Takes the place of the callback before.
Ref add_reader(Value self, const Value* args);
Ref add_writer(Value self, const Value* args);
/// (descriptor) -> whether there was one.
Ref remove_reader(Value self, const Value* args);
Ref remove_writer(Value self, const Value* args);
/// (descriptor) -> (reader, writer): handles, or None.
Ref watched(Value self, const Value* args);

}  // namespace loopscope::python
