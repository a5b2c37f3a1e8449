// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <string>

#include "loop/ref.h"
#include "network/exchange.h"

namespace loopscope::network {

class Listener;
class Network;

/// Told when a request waits at a listener, and when it was closed.
class ListenerOwner {
 public:
  virtual void listener_changed(Listener& listener) = 0;

 protected:
  ~ListenerOwner() = default;
};

/// A server of the program: where requests for one port arrive.
class Listener final : public loop::Counted<loop::RefCounted> {
 public:
  Listener(Network& network, std::string host, int port, std::string label)
      : network_(&network), host_(std::move(host)), label_(std::move(label)), port_(port) {}
  ~Listener() override { give_back(); }

  const std::string& host() const { return host_; }
  int port() const { return port_; }
  /// What serves, in the page's words: "uvicorn".
  const std::string& label() const { return label_; }
  bool closed() const { return network_ == nullptr; }

  /// A request of the program itself or of the page. It waits until somebody accepts it.
  void deliver(loop::Ref<Exchange> exchange);
  bool has_waiting() const { return !waiting_.empty(); }
  /// The request that has waited longest; null: none.
  loop::Ref<Exchange> accept();
  /// Gives the port back. Who waits is refused.
  void close();
  void set_owner(ListenerOwner* owner) { owner_ = owner; }

 private:
  bool give_back();
  Network* network_;  // null: closed
  ListenerOwner* owner_ = nullptr;
  std::string host_, label_;
  std::deque<loop::Ref<Exchange>> waiting_;
  int port_;
};

}  // namespace loopscope::network
