// SPDX-License-Identifier: MIT
#include "python/library/network/http_objects.h"
#include "python/library/network/program_network.h"
#include "python/library/standard_modules.h"
#include "python/vm/exception.h"
#include "python/vm/signature.h"
#include "python/vm/vm.h"

/// `_http`: HTTP as data, below the shims of HTTP libraries: exchanges with the mock internet, the program's own servers and
/// the host's network.
namespace loopscope::python {

namespace {

bool read_text(Value v, const char* what, std::string* out) {
  if (!is_str(v)) return raise(exc::TypeError, "%s must be str, not %T", what, v), false;
  *out = to_utf8(v.as<Str>());
  return true;
}

Ref open(Value, const Value* args) {
  network::Request request;
  network::Origin origin{0, running_task_id()};
  ptrdiff_t line = 0;
  if (!read_text(args[0], "method", &request.method) || !read_text(args[1], "url", &request.url) ||
      !read_headers(args[2], &request.headers) || !read_body(args[3], &request.body))
    return {};
  if (args[4] && !to_ssize(args[4], &line)) return {};
  origin.line = line > 0 ? static_cast<uint32_t>(line) : program_line();
  sync_clock();
  return make_http_exchange(program_network().open(std::move(request), origin));
}

const NativeDef kFunctions[] = {
    {"open", open, "method, url, headers, body=b'', line=0"},
    {nullptr, nullptr, nullptr},
};

bool initialize(Module* m) {
  ready_http_exchange_type();
  return add_network_error(m) && module_add(m, kFunctions) && module_add(m, "Exchange", Value(&http_exchange_type));
}

}  // namespace

void register_http_module() { register_native_module("_http", initialize); }

}  // namespace loopscope::python
