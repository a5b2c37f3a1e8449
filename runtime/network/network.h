// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "loop/environment.h"
#include "loop/outside.h"
#include "network/arrivals.h"
#include "network/exchange.h"
#include "network/listener.h"
#include "network/transport.h"
#include "network/url.h"

namespace loopscope::network {

class MockInternet;
struct MockTexts;

/// All that one program can reach: the mock internet, its own servers, and what the host offers. Requests are routed by
/// their URL. Everything comes back in program time, so under a virtual clock a run is the same every time.
class Network final : public loop::Outside {
 public:
  /// `transport` may be null: then there is no real network. `seed` decides what the mock internet leaves to chance.
  Network(loop::Environment& environment, Transport* transport, uint64_t seed);
  ~Network() override;
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;

  /// Sends a request; what comes back is told through the exchange, never before this returns.
  loop::Ref<Exchange> open(Request request, Origin origin);

  /// The first request for a place of the mock internet that needs its texts has to be preceded by them.
  bool wants_mock_texts(std::string_view url) const;
  void set_mock_texts(MockTexts texts);

  /// A server for `port` (0: a free one). Null: the port is taken.
  loop::Ref<Listener> listen(std::string host, int port, std::string label);
  /// Servers in the order in which they began to listen.
  const std::vector<Listener*>& listeners() const { return listeners_; }
  /// Who serves requests for that place, or null.
  Listener* find_listener(std::string_view host, int port) const;

  loop::Environment& environment() const { return environment_; }
  double now() const;
  /// `arrival` comes `delay` seconds of program time from now.
  void after(double delay, std::unique_ptr<Arrival> arrival) {
    if (!over_) arrivals_.at(now() + delay, std::move(arrival));
  }
  /// The program is over: servers are closed and nothing comes any more.
  void shut_down();

  double next_arrival() const override { return arrivals_.next(); }
  void deliver_due() override;

  /// The name under which the mock internet is reached.
  static constexpr std::string_view kMockHost = "mock.loopscope";
  static bool is_mock(std::string_view host);
  /// A name of the machine itself: localhost, 127.0.0.1, ::1, 0.0.0.0.
  static bool is_local(std::string_view host);

 private:
  friend class Listener;
  void forget(const Listener& listener);
  int free_port() const;
  void fail_soon(loop::Ref<Exchange> exchange, FailureKind kind, std::string message);

  loop::Environment& environment_;
  Transport* transport_;
  Arrivals arrivals_;
  std::vector<Listener*> listeners_;
  std::unique_ptr<MockInternet> mock_;
  bool has_mock_texts_ = false;
  bool over_ = false;
};

}  // namespace loopscope::network
