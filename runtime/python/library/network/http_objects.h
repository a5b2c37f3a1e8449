// SPDX-License-Identifier: MIT
#pragma once

#include "network/exchange.h"
#include "network/listener.h"
#include "network/network.h"
#include "python/library/network/news_line.h"
#include "python/vm/objects.h"

/// `_http`: what the shims of HTTP libraries are made of. Each type is one file.
namespace loopscope::python {

extern Type http_exchange_type, http_listener_type, http_incoming_type;

/// The client's side of an exchange that has begun. Null: raised.
Ref make_http_exchange(loop::Ref<network::Exchange> core);
void ready_http_exchange_type();
/// A server of the program.
Ref make_http_listener(loop::Ref<network::Listener> core);
void ready_http_listener_type();
/// The serving side of an exchange that somebody accepted.
Ref make_http_incoming(loop::Ref<network::Exchange> core);
void ready_http_incoming_type();
/// Clients' ports go round among these.
inline constexpr int kFirstClientPort = 49200, kClientPorts = 16000;

/// Raises `_http.NetworkError`, with the attributes kind and message.
std::nullptr_t raise_network_error(const network::Failure& failure);
bool add_network_error(Module* module);
/// Gives the mock internet what it says at length. False: raised.
bool load_mock_texts(network::Network& network);

/// News of an exchange for a socket in whose place it stands: who watches the descriptor (-1: none) may read.
void make_readable(int descriptor);

/// [(name, value), ...] of Python to headers; false: raised. Values are Latin-1 on the wire and here.
bool read_headers(Value list, network::Headers* out);
Ref make_headers(const network::Headers& headers);
/// Bytes-like to text of C++; false: raised.
bool read_body(Value body, std::string* out);
/// The line of the program, not of a library, at which the running thread is; 0: unknown.
uint32_t program_line();
/// The task that runs; 0: none.
uint32_t running_task_id();

}  // namespace loopscope::python
