// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/io/io.h"

/// What BytesIO and StringIO share: the instance's __dict__ as part of their pickled state.
namespace loopscope::python::io {

Ref memory_io_dict(Value self);  // a copy, or None
bool memory_io_set_dict(Value self, Value state);
/// Only a subclass can notice that it is closed when it dies.
void finalize_memory_io(Object* object);
void ready_bytes_io_type();
void ready_string_io_type();

}  // namespace loopscope::python::io
