// SPDX-License-Identifier: MIT
#include "host/browser/module_assets.h"

#include <emscripten.h>

#include <algorithm>
#include <map>
#include <string>

#include "python/bytecode/imports.h"
#include "python/library/library.h"
#include "python/vm/errors.h"
#include "python/vm/import.h"

namespace loopscope::host {

namespace {

struct Answer {
  Provided what;
  std::string bytes;
};
std::map<std::string, Answer, std::less<>>& answers() {
  static std::map<std::string, Answer, std::less<>> map;
  return map;
}

/// Has the worker provide the module before it returns: it fetches synchronously, which only workers can.
EM_JS(void, request_now, (const char* name, size_t n), {
  if (Module["requestModuleNow"]) Module["requestModuleNow"](name, n);
});

}  // namespace

python::ModuleSearch find_module(std::string_view name, bool now, python::FoundModule* found) {
  using python::ModuleSearch;
  if (python::find_built_in_module(name, found)) return ModuleSearch::found;
  auto answer = answers().find(name);
  if (answer == answers().end()) {
    if (!now) return ModuleSearch::later;
    request_now(name.data(), name.size());
    answer = answers().find(name);
    if (answer == answers().end()) return ModuleSearch::absent;
  }
  Answer taken = std::move(answer->second);
  answers().erase(answer);
  switch (taken.what) {
    case Provided::absent: return ModuleSearch::absent;
    case Provided::failed: python::raise(python::exc::ImportError, "%s", taken.bytes.c_str()); return ModuleSearch::absent;
    case Provided::asset: break;
  }
  if (python::read_module_asset(taken.bytes, found)) return ModuleSearch::found;
  python::raise(python::exc::ImportError, "The page's copy of module '%s' is damaged or of another version: reload the page, then run again",
                std::string(name).c_str());
  return ModuleSearch::absent;
}

void provide_module(std::string_view name, Provided what, std::string_view bytes) {
  answers().insert_or_assign(std::string(name), Answer{what, std::string(bytes)});
  if (name == python::vm.wanted_module) python::module_arrived();
}

namespace {
/// asyncio loads what connections need when one of these is first asked for.
constexpr const char* kConnectionNames[] = {
    "open_connection", "start_server", "create_connection", "create_server", "open_unix_connection", "start_unix_server",
    "create_datagram_endpoint", "sock_connect", "sock_accept", "add_reader", "asyncio.*",
};
constexpr const char* kConnectionModules[] = {"asyncio.streams", "asyncio._network"};
}  // namespace

std::string imports_json(const python::Code& code) {
  python::Imports imports = python::find_imports(code, "", true);
  std::string assets, native;
  auto append = [](std::string& list, std::string_view name) {
    (list += list.empty() ? "\"" : ",\"").append(name) += '"';
  };
  auto is_ours = [](std::string_view name) { return python::is_built_in_module(name) || python::is_native_module(name); };
  for (const std::string& name : imports.modules) {
    // `from asyncio import sleep` may mean a module asyncio.sleep, but hardly ever does.
    size_t dot = name.rfind('.');
    if (dot != std::string::npos && is_ours(std::string_view(name).substr(0, dot))) continue;
    append(is_ours(name) ? native : assets, name);
  }
  bool connects = std::ranges::any_of(kConnectionNames, [&](const char* name) { return imports.names.contains(name); });
  if (connects)
    for (const char* name : kConnectionModules) append(assets, name);
  return "{\"modules\":[" + assets + "],\"native\":[" + native + "]}";
}

}  // namespace loopscope::host
