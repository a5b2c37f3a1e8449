// SPDX-License-Identifier: MIT
#pragma once

namespace loopscope::python {
void register_asyncio_module();
void register_contextvars_module();
void register_readiness_module();
void register_thread_module();
}  // namespace loopscope::python
