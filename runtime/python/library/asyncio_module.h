// SPDX-License-Identifier: MIT
#pragma once

namespace loopscope::python {
void register_asyncio_module();
}  // namespace loopscope::python
