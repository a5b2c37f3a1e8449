// SPDX-License-Identifier: MIT
#include "loop/timer_heap.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "fixture.h"

using namespace loopscope::loop;
using namespace loopscope::loop::test;

TEST_CASE_METHOD(Fixture, "timers come out by deadline, then by the order they were set") {
  TimerHeap heap;
  std::vector<std::pair<double, uint64_t>> expected;
  uint32_t state = 12345;
  for (int i = 0; i < 500; ++i) {
    state = state * 1664525u + 1013904223u;
    double when = (state >> 28) * 0.25;
    Ref<TimerHandle> timer = call_at(when, [] {});
    heap.push(timer);
    expected.emplace_back(when, timer->sequence());
  }
  std::sort(expected.begin(), expected.end());
  for (auto& [when, sequence] : expected) {
    Ref<TimerHandle> timer = heap.pop();
    REQUIRE(timer->when() == when);
    REQUIRE(timer->sequence() == sequence);
  }
  REQUIRE(heap.size() == 0);
}

TEST_CASE_METHOD(Fixture, "cancelled timers go when they reach the head") {
  std::vector<Ref<TimerHandle>> timers;
  for (int i = 0; i < 10; ++i) timers.push_back(call_at(i + 1.0, [] {}));
  timers[0]->cancel();
  timers[1]->cancel();
  timers[5]->cancel();
  REQUIRE(loop.timers().cancelled() == 3);
  REQUIRE(loop.next_deadline() == 3.0);
  REQUIRE(loop.timers().size() == 8);
  REQUIRE(loop.timers().cancelled() == 1);
}

TEST_CASE_METHOD(Fixture, "many cancelled timers are compacted away") {
  std::vector<Ref<TimerHandle>> timers;
  for (int i = 0; i < 200; ++i) timers.push_back(call_at(i + 1.0, [] {}));
  for (int i = 50; i < 150; ++i) timers[i]->cancel();
  REQUIRE(loop.next_deadline() == 1.0);
  REQUIRE(loop.timers().size() == 200);
  timers[199]->cancel();
  REQUIRE(loop.next_deadline() == 1.0);
  REQUIRE(loop.timers().size() == 99);
  REQUIRE(loop.timers().cancelled() == 0);
  REQUIRE(!timers[60]->scheduled());
  REQUIRE(timers[10]->scheduled());
}

TEST_CASE_METHOD(Fixture, "a timer cancelled after it fired leaves the count alone") {
  auto timer = call_at(0.5, [] {});
  run_dry();
  REQUIRE(!timer->scheduled());
  timer->cancel();
  REQUIRE(loop.timers().cancelled() == 0);
}
