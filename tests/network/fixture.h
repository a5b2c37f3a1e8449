// SPDX-License-Identifier: MIT
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "loop/clock.h"
#include "loop/observer.h"
#include "network/network.h"

namespace loopscope::network::test {

using Log = std::vector<std::string>;

/// Notes what the trace would hear.
class Watcher final : public loop::Observer {
 public:
  Log log;
  void request_started(uint32_t io, uint32_t, std::string_view method, std::string_view url, bool incoming, uint32_t) override {
    log.push_back((incoming ? "incoming " : "outgoing ") + std::to_string(io) + " " + std::string(method) + " " + std::string(url));
  }
  void response_begun(uint32_t io, int status) override { log.push_back("head " + std::to_string(io) + " " + std::to_string(status)); }
  void response_bytes(uint32_t io, uint32_t bytes) override { log.push_back("bytes " + std::to_string(io) + " " + std::to_string(bytes)); }
  void request_ended(uint32_t io, double bytes, loop::RequestOutcome how, std::string_view error) override {
    total = bytes;
    log.push_back(std::string(loop::name_of(how)) + " " + std::to_string(io) + (error.empty() ? "" : " ") + std::string(error));
  }
  double total = 0;
};

/// A network under the virtual clock.
struct Fixture {
  loop::Clock clock;
  loop::Environment environment{&clock};
  Watcher watcher;
  Network network{environment, nullptr, 1};

  Fixture() { environment.observer = &watcher; }

  loop::Ref<Exchange> get(const std::string& url) { return network.open({"GET", url, {}, ""}, {}); }
  loop::Ref<Exchange> post(const std::string& url, const std::string& body, const std::string& type = "application/json") {
    return network.open({"POST", url, {{"Content-Type", type}}, body}, {});
  }
  /// Lets everything come until `until`, each thing at its time.
  void pass(double until = std::numeric_limits<double>::infinity()) {
    while (network.next_arrival() <= until && network.next_arrival() < std::numeric_limits<double>::infinity()) {
      clock.advance_to(network.next_arrival());
      network.deliver_due();
    }
    if (until < std::numeric_limits<double>::infinity()) clock.advance_to(until);
  }
  /// Everything that has come of a body.
  static std::string body(Exchange& exchange) {
    std::string all;
    while (exchange.has_piece()) all += exchange.take_piece();
    return all;
  }
  /// The whole answer, however long it takes.
  std::string whole(Exchange& exchange) {
    std::string all;
    do {
      all += body(exchange);
      pass();
    } while (exchange.has_piece());
    return all;
  }
  std::string fetch(const std::string& url) { return whole(*get(url)); }
  int status(const std::string& url) {
    auto exchange = get(url);
    pass();
    return exchange->has_head() ? exchange->head().status : 0;
  }
};

/// One side that counts how often it was told.
struct Side final : ExchangeListener {
  int told = 0;
  void exchange_changed(Exchange&) override { told++; }
};

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace loopscope::network::test
