// SPDX-License-Identifier: MIT
#include "network/network.h"

#include <utility>

#include "loop/clock.h"
#include "network/mock/mock_internet.h"
#include "network/text.h"

namespace loopscope::network {

namespace {

constexpr int kFirstFreePort = 49152;

class FailureArrival final : public Arrival {
 public:
  FailureArrival(loop::Ref<Exchange> exchange, FailureKind kind, std::string message)
      : exchange_(std::move(exchange)), message_(std::move(message)), kind_(kind) {}
  void arrive() override { exchange_->fail(kind_, std::move(message_)); }

 private:
  loop::Ref<Exchange> exchange_;
  std::string message_;
  FailureKind kind_;
};

std::string place_text(const Url& url) { return url.host + ":" + std::to_string(url.port); }

}  // namespace

Network::Network(loop::Environment& environment, Transport* transport, uint64_t seed)
    : environment_(environment), transport_(transport), mock_(std::make_unique<MockInternet>(*this, seed)) {}

Network::~Network() { shut_down(); }

void Network::shut_down() {
  over_ = true;
  while (!listeners_.empty()) listeners_.back()->close();
  arrivals_.clear();
}

double Network::now() const { return environment_.clock->peek(); }

bool Network::is_mock(std::string_view host) { return host == kMockHost; }

bool Network::is_local(std::string_view host) {
  return host == "localhost" || host == "127.0.0.1" || host == "::1" || host == "0.0.0.0" || host == "::" || host.empty();
}

loop::Ref<Exchange> Network::open(Request request, Origin origin) {
  Url url;
  bool valid = parse_url(request.url, &url);
  bool http = valid && (url.scheme == "http" || url.scheme == "https");
  Listener* listener = http ? find_listener(url.host, url.port) : nullptr;
  auto exchange = loop::make_ref<Exchange>(environment_, std::move(request), origin, false);
  if (!http) {
    fail_soon(exchange, FailureKind::kUnsupported, valid ? "there is no way to reach " + url.scheme + " URLs here" : "not a URL");
  } else if (is_mock(url.host)) {
    mock_->receive(exchange, url);
  } else if (listener) {
    listener->deliver(exchange);
  } else if (transport_) {
    transport_->send(exchange);
  } else if (is_local(url.host)) {
    fail_soon(exchange, FailureKind::kRefused, "nobody listens at " + place_text(url));
  } else {
    fail_soon(exchange, FailureKind::kUnreachable,
              "no way to " + url.host + ": outside of a page there are only mock.loopscope and the program's own servers");
  }
  return exchange;
}

bool Network::wants_mock_texts(std::string_view text) const {
  Url url;
  return !has_mock_texts_ && parse_url(text, &url) && is_mock(url.host) && (url.path == "/" || url.path.starts_with("/site") || url.path.starts_with("/v1"));
}

void Network::set_mock_texts(MockTexts texts) {
  has_mock_texts_ = true;
  mock_->set_texts(std::move(texts));
}

void Network::fail_soon(loop::Ref<Exchange> exchange, FailureKind kind, std::string message) {
  after(0, std::make_unique<FailureArrival>(std::move(exchange), kind, std::move(message)));
}

Listener* Network::find_listener(std::string_view host, int port) const {
  for (Listener* listener : listeners_)
    if (listener->port() == port && (is_local(host) || equal_ignoring_case(host, listener->host()))) return listener;
  return nullptr;
}

int Network::free_port() const {
  int port = kFirstFreePort;
  while (find_listener("localhost", port)) port++;
  return port;
}

loop::Ref<Listener> Network::listen(std::string host, int port, std::string label) {
  if (port == 0) port = free_port();
  for (Listener* listener : listeners_)
    if (listener->port() == port) return {};
  auto listener = loop::make_ref<Listener>(*this, std::move(host), port, std::move(label));
  listeners_.push_back(listener.get());
  return listener;
}

void Network::forget(const Listener& listener) { std::erase(listeners_, &listener); }

void Network::deliver_due() {
  // Asked in each iteration of a loop: the host's clock is not worth asking for nothing.
  if (arrivals_.empty()) return;
  double due = now() + loop::Clock::kResolution;
  while (std::unique_ptr<Arrival> arrival = arrivals_.take_due(due)) arrival->arrive();
}

}  // namespace loopscope::network
