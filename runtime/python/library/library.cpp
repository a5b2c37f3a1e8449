// SPDX-License-Identifier: MIT
#include "python/library/library.h"

#include "python/bytecode/code.h"
#include "python/library/asyncio_module.h"
#include "python/library/built_in_modules.h"
#include "python/library/inflate.h"
#include "python/library/standard_modules.h"

namespace loopscope::python {

bool install_library() {
  if (!install_builtins()) return false;
  register_sys_module();
  register_io_module();
  register_os_modules();
  register_standard_modules();
  register_asyncio_module();
  register_contextvars_module();
  register_readiness_module();
  register_thread_module();
  return true;
}

namespace {

const BuiltInModule* built_in(std::string_view name) {
  const BuiltInModule* m = kBuiltInModules;
  while (m->name && name != m->name) m++;
  return m->name ? m : nullptr;
}

}  // namespace

bool is_built_in_module(std::string_view name) { return built_in(name) != nullptr; }

bool find_built_in_module(std::string_view name, FoundModule* found) {
  const BuiltInModule* m = built_in(name);
  if (!m) return false;
  static const std::shared_ptr<const Code> bundle =
      deserialize({reinterpret_cast<const char*>(kBuiltInCode), kBuiltInCodeSize});
  if (!bundle) return false;
  found->is_package = m->is_package;
  found->code = bundle->constants[static_cast<size_t>(m - kBuiltInModules)].code;
  return true;
}

bool read_module_asset(std::string_view bytes, FoundModule* found) {
  // One byte of flags, the size of the code in four (little-endian), then the code as raw deflate.
  if (bytes.size() < 5) return false;
  uint32_t size = 0;
  for (int i = 4; i > 0; i--) size = size << 8 | static_cast<uint8_t>(bytes[i]);
  std::string code;
  if (!inflate(bytes.substr(5), size, &code)) return false;
  found->is_package = bytes[0] & 1;
  found->code = deserialize(code);
  return found->code != nullptr;
}

void library_at_exit() {
  run_atexit_callbacks();
  shut_network_down();
}

}  // namespace loopscope::python
