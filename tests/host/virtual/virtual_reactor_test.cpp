// SPDX-License-Identifier: MIT
#include "host/virtual/virtual_reactor.h"

#include <catch2/catch.hpp>
#include <limits>

#include "loop/fixture.h"

using namespace loopscope::loop;
using namespace loopscope::loop::test;
using Log = std::vector<std::string>;

TEST_CASE_METHOD(Fixture, "waiting jumps to the deadline, or to what arrives before it") {
  reactor.complete_at(2.0, logging("io"));
  REQUIRE(reactor.wait(loop, 1.0));
  REQUIRE(clock.peek() == Approx(1.0));
  REQUIRE(reactor.has_pending());
  REQUIRE(reactor.wait(loop, 5.0));
  REQUIRE(clock.peek() == Approx(2.0));
  REQUIRE(!reactor.has_pending());
  REQUIRE(!loop.wait_needed());
}

TEST_CASE_METHOD(Fixture, "with nothing to come, waiting fails") {
  REQUIRE(!reactor.wait(loop, std::numeric_limits<double>::infinity()));
}

TEST_CASE_METHOD(Fixture, "arrivals at one time keep their order") {
  for (const char* name : {"a", "b", "c"}) reactor.complete_at(1.0, logging(name));
  run_dry();
  REQUIRE(log == Log{"a", "b", "c"});
  REQUIRE(loop.iteration() == 1);
}
