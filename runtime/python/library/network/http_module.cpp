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

/// What `_pretend_host`, if the program has sockets, says of a port: "is_tcp_port_taken", "is_tcp_listening".
int ask_pretend_host(const char* question, int port) {
  Value host = dict_get(vm.modules, intern("_pretend_host"));
  if (!host) return 0;
  Ref ask = get_attr(host, intern(question));
  Ref answer = ask ? call(ask, Value::small(port)) : Ref();
  return answer ? truth(answer) : -1;
}

/// The port of a server that the program has made of sockets, if that is who the URL means: it speaks HTTP itself. 0: it is
/// not; -1: raised.
int raw_server_port(const network::Network& network, const std::string& text) {
  network::Url url;
  if (!network::parse_url(text, &url) || url.scheme != "http" || !network::Network::is_local(url.host)) return 0;
  if (network.find_listener(url.host, url.port)) return 0;
  int listening = ask_pretend_host("is_tcp_listening", url.port);
  return listening > 0 ? url.port : listening;
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
  network::Network& network = program_network();
  if (network.wants_mock_texts(request.url) && !load_mock_texts(network)) return {};
  int port = raw_server_port(network, request.url);
  if (port < 0) return {};
  if (port == 0) return make_http_exchange(network.open(std::move(request), origin));
  auto core = loop::make_ref<network::Exchange>(*vm.environment, std::move(request), origin, false);
  Ref gateway = import_module("_http_gateway");
  Ref serve = gateway ? get_attr(gateway, intern("pass_on")) : Ref();
  Ref exchange = make_http_exchange(core), incoming = exchange ? make_http_incoming(core) : Ref();
  if (!serve || !incoming || !call(serve, incoming, Value::small(port))) return {};
  return exchange;
}

Ref listen(Value, const Value* args) {
  std::string host, label;
  ptrdiff_t port;
  if (!read_text(args[0], "host", &host) || !to_ssize(args[1], &port) || !read_text(args[2], "label", &label)) return {};
  if (port < 0 || port > 65535) return raise(exc::OverflowError, "bind(): port must be 0-65535.");
  int taken = port ? ask_pretend_host("is_tcp_port_taken", static_cast<int>(port)) : 0;
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

/// Is there a way to the world outside of the program?
Ref has_network(Value, const Value*) { return boolean(has_network_transport()); }

const NativeDef kFunctions[] = {
    {"open", open, "method, url, headers, body=b'', line=0"},
    {"listen", listen, "host, port, label"},
    {"is_port_taken", is_port_taken, "port, /"},
    {"has_network", has_network, ""},
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
