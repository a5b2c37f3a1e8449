// SPDX-License-Identifier: MIT
#include "python/library/library.h"

#include "python/library/asyncio_module.h"
#include "python/library/library_sources.h"
#include "python/library/standard_modules.h"

namespace loopscope::python {

bool install_library() {
  if (!install_builtins()) return false;
  register_sys_module();
  register_standard_modules();
  register_asyncio_module();
  register_contextvars_module();
  register_thread_module();
  return true;
}

bool find_library_source(std::string_view name, std::string* source, std::string* filename, bool* is_package) {
  for (const LibrarySource* s = kLibrarySources; s->name; s++) {
    if (name != s->name) continue;
    source->assign(reinterpret_cast<const char*>(s->text), s->size);
    *filename = "<frozen " + std::string(name) + ">";
    *is_package = s->is_package;
    return true;
  }
  return false;
}

void library_at_exit() { run_atexit_callbacks(); }

}  // namespace loopscope::python
