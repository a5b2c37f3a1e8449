// SPDX-License-Identifier: MIT
#include "python/library/files/error_numbers.h"
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

/// Is the port bound by a socket of the program? (`_pretend_host` knows those.)
int taken_by_socket(int port) {
  Value host = dict_get(vm.modules, intern("_pretend_host"));
  if (!host) return 0;
  Ref ask = get_attr(host, intern("is_tcp_port_taken"));
  Ref answer = ask ? call(ask, Value::small(port)) : Ref();
  return answer ? truth(answer) : -1;
}

Ref listen(Value, const Value* args) {
  std::string host, label;
  ptrdiff_t port;
  if (!read_text(args[0], "host", &host) || !to_ssize(args[1], &port) || !read_text(args[2], "label", &label)) return {};
  if (port < 0 || port > 65535) return raise(exc::OverflowError, "bind(): port must be 0-65535.");
  int taken = port ? taken_by_socket(static_cast<int>(port)) : 0;
  if (taken < 0) return {};
  loop::Ref<network::Listener> listener;
  if (!taken) listener = program_network().listen(std::move(host), static_cast<int>(port), std::move(label));
  if (!listener) return raise_os_error(files::kEADDRINUSE, files::error_text(files::kEADDRINUSE));
  return make_http_listener(std::move(listener));
}

/// Does a server of `listen` have the port? (For `_pretend_host`.)
Ref is_port_taken(Value, const Value* args) {
  ptrdiff_t port;
  if (!to_ssize(args[0], &port)) return {};
  network::Network* network = existing_network();
  return boolean(network && network->find_listener("localhost", static_cast<int>(port)));
}

const NativeDef kFunctions[] = {
    {"open", open, "method, url, headers, body=b'', line=0"},
    {"listen", listen, "host, port, label"},
    {"is_port_taken", is_port_taken, "port, /"},
    {nullptr, nullptr, nullptr},
};

bool initialize(Module* m) {
  ready_http_exchange_type();
  ready_http_listener_type();
  ready_http_incoming_type();
  return add_network_error(m) && module_add(m, kFunctions) && module_add(m, "Exchange", Value(&http_exchange_type)) &&
         module_add(m, "Listener", Value(&http_listener_type)) && module_add(m, "Incoming", Value(&http_incoming_type));
}

}  // namespace

void register_http_module() { register_native_module("_http", initialize); }

}  // namespace loopscope::python
