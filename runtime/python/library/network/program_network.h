// SPDX-License-Identifier: MIT
#pragma once

#include "network/network.h"

namespace loopscope::python {

/// The network of the running program, made when it is first asked for.
network::Network& program_network();
/// The same, or null as long as the program has none.
network::Network* existing_network();
/// The host's way to the real network, told before the program starts; without it there is none.
void set_network_transport(network::Transport* transport);
bool has_network_transport();

}  // namespace loopscope::python
