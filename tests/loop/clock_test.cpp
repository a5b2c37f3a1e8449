// SPDX-License-Identifier: MIT
#include "loop/clock.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using loopscope::loop::Clock;

namespace {
double fake_now(void* context) { return *static_cast<double*>(context); }
}  // namespace

TEST_CASE("every reading of the virtual clock is later") {
  Clock clock;
  double last = clock.now();
  for (int i = 0; i < 1000; ++i) {
    double time = clock.now();
    REQUIRE(time > last);
    REQUIRE(1.7e9 + time > 1.7e9 + last);
    last = time;
  }
  REQUIRE(clock.peek() == clock.peek());
}

TEST_CASE("instructions and jumps move the virtual clock") {
  Clock clock;
  clock.tick(50'000'000);
  REQUIRE(clock.peek() == Approx(1.0));
  clock.advance_to(3.5);
  REQUIRE(clock.peek() >= 3.5);
  clock.advance_to(1.0);
  REQUIRE(clock.peek() >= 3.5);
  clock.advance_to(std::numeric_limits<double>::infinity());
  REQUIRE(clock.peek() < 4);
  REQUIRE(clock.real_seconds_until(100) == 0);
}

TEST_CASE("the real clock follows its source, scaled") {
  double real = 100;
  Clock clock(fake_now, &real, 2.0);
  REQUIRE(clock.peek() == 0);
  real = 101;
  REQUIRE(clock.peek() == Approx(2.0));
  REQUIRE(clock.real_seconds_until(4.0) == Approx(1.0));
  clock.set_speed(0.5);
  REQUIRE(clock.peek() == Approx(2.0));
  real = 102;
  REQUIRE(clock.peek() == Approx(2.5));
  clock.tick(1'000'000'000);
  clock.advance_to(50);
  REQUIRE(clock.peek() == Approx(2.5));
}

TEST_CASE("a source that stands still or goes back does not stop or turn program time") {
  double real = 10;
  Clock clock(fake_now, &real);
  double a = clock.now();
  double b = clock.now();
  real = 9;
  double c = clock.now();
  REQUIRE(b > a);
  REQUIRE(c > b);
}

TEST_CASE("real to instant and back never turns time") {
  double real = 5;
  Clock clock(fake_now, &real);
  real = 6;
  double last = clock.now();
  clock.set_mode(Clock::Mode::kVirtual);
  REQUIRE(clock.now() > last);
  clock.advance_to(60);
  last = clock.now();
  REQUIRE(last >= 60);
  clock.set_mode(Clock::Mode::kReal);
  REQUIRE(clock.now() > last);
  real = 7;
  REQUIRE(clock.peek() == Approx(61).epsilon(1e-4));
}

TEST_CASE("a paused clock lets real time pass unseen") {
  double real = 0;
  Clock clock(fake_now, &real);
  real = 1;
  clock.set_paused(true);
  real = 50;
  REQUIRE(clock.peek() == Approx(1.0));
  REQUIRE(std::isinf(clock.real_seconds_until(2)));
  clock.set_paused(false);
  real = 51;
  REQUIRE(clock.peek() == Approx(2.0));
}
