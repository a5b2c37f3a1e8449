// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

namespace loopscope::python {

/// sys.stdout and sys.stderr (number 1 and 2), sys.stdin (0): text streams of the host.
struct HostStream : Object {
  int number;
  Dict* dict;
};
extern Type host_stream_type;
Ref make_host_stream(int number);
void ready_stream_type();
/// Writes to any file-like object.
bool write_to(Value file, Str* text);
/// sys.stdout as the program sees it now; null when it is None or missing.
Ref current_stdout();

}  // namespace loopscope::python
