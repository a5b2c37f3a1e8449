// SPDX-License-Identifier: MIT
#include "network/listener.h"

#include <utility>

#include "network/network.h"

namespace loopscope::network {

void Listener::deliver(loop::Ref<Exchange> exchange) {
  waiting_.push_back(std::move(exchange));
  if (owner_) owner_->listener_changed(*this);
}

loop::Ref<Exchange> Listener::accept() {
  if (waiting_.empty()) return {};
  loop::Ref<Exchange> exchange = std::move(waiting_.front());
  waiting_.pop_front();
  return exchange;
}

bool Listener::give_back() {
  Network* network = std::exchange(network_, nullptr);
  if (!network) return false;
  network->forget(*this);
  while (loop::Ref<Exchange> exchange = accept()) exchange->fail(FailureKind::kReset, "the server was closed");
  return true;
}

void Listener::close() {
  loop::Ref<Listener> alive(this);
  if (give_back() && owner_) owner_->listener_changed(*this);
}

}  // namespace loopscope::network
