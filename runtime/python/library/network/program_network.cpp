// SPDX-License-Identifier: MIT
#include "python/library/network/program_network.h"

#include "python/library/standard_modules.h"
#include "python/vm/vm.h"

namespace loopscope::python {

namespace {

network::Transport* host_transport = nullptr;
/// Never destroyed: objects that outlive the program refer to it.
network::Network* the_network = nullptr;

}  // namespace

void set_network_transport(network::Transport* transport) { host_transport = transport; }

bool has_network_transport() { return host_transport != nullptr; }

network::Network* existing_network() { return the_network; }

network::Network& program_network() {
  if (!the_network) {
    the_network = new network::Network(*vm.environment, host_transport, vm.has_seed ? vm.seed : 0);
    vm.environment->outside = the_network;
  }
  return *the_network;
}

void shut_network_down() {
  if (the_network) the_network->shut_down();
}

}  // namespace loopscope::python
