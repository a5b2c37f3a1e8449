// SPDX-License-Identifier: MIT
#pragma once

#include "loop/ref.h"
#include "network/exchange.h"

namespace loopscope::network {

/// The host's way to the real network.
class Transport {
 public:
  virtual ~Transport() = default;
  /// Sends the request and lets the exchange know what comes back. It is the exchange's serving side: it hears of an abort.
  virtual void send(loop::Ref<Exchange> exchange) = 0;
};

}  // namespace loopscope::network
