// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "network/mock/plan.h"
#include "network/mock/texts.h"
#include "network/network.h"

namespace loopscope::network {

struct MockRequest;

/// What the mock internet remembers from request to request.
struct MockState {
  explicit MockState(uint64_t seed_) : seed(seed_) {}
  uint64_t seed;
  uint64_t requests = 0;  // so far, this one included
  uint64_t flaky_requests = 0;
  /// Of /ratelimit/N: the requests let through in each window of a second, by N.
  struct Window {
    uint64_t limit;
    double begin;
    uint64_t used;
  };
  std::vector<Window> windows;
  MockTexts texts;
};

/// http(s)://mock.loopscope: a server that is always there, the same for everybody, offline too. It answers as httpbin does
/// where it has httpbin's names; docs/network.md describes it. All chance comes from the seed.
class MockInternet {
 public:
  MockInternet(Network& network, uint64_t seed) : network_(network), state_(seed) {}
  void receive(loop::Ref<Exchange> exchange, const Url& url);
  void set_texts(MockTexts texts) { state_.texts = std::move(texts); }
  /// What is decided about a request. Has no effect but on the state.
  static Plan plan(MockState& state, const MockRequest& request);

 private:
  Network& network_;
  MockState state_;
};

}  // namespace loopscope::network
