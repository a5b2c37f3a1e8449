// SPDX-License-Identifier: MIT
#include "python/vm/scheduler.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace loopscope::python;

namespace {

constexpr double kForever = std::numeric_limits<double>::infinity();

/// Three threads that a scheduler knows of.
struct Threads {
  Threads() {
    for (Thread& thread : all) scheduler.add(&thread);
  }
  void block(Thread& thread, double until) {
    thread.state = ThreadState::blocked;
    thread.wake_at = until;
    scheduler.has_run(&thread, 1);
  }
  /// One that others wait for: its turn has an end.
  int32_t whole_turn() { return scheduler.pick(0), scheduler.turn(); }
  Thread all[3];
  Scheduler scheduler;
};

}  // namespace

TEST_CASE("a thread goes on until its turn is over, then stands behind the others") {
  Threads t;
  Thread* first = t.scheduler.pick(0);
  REQUIRE(first == &t.all[0]);
  int32_t turn = t.scheduler.turn();
  t.scheduler.has_run(first, turn - 1);
  CHECK(t.scheduler.pick(0) == first);
  CHECK(t.scheduler.turn() == 1);
  t.scheduler.has_run(first, 1);
  CHECK(t.scheduler.pick(0) == &t.all[1]);
  t.scheduler.has_run(&t.all[1], turn);
  CHECK(t.scheduler.pick(0) == &t.all[2]);
  t.scheduler.has_run(&t.all[2], turn);
  CHECK(t.scheduler.pick(0) == first);
}

TEST_CASE("who blocks gives way at once, and wakes behind those that are ready") {
  Threads t;
  t.block(t.all[0], 1.0);
  CHECK(t.scheduler.pick(0.5) == &t.all[1]);
  CHECK(t.scheduler.pick(1.0) == &t.all[1]);
  t.block(t.all[1], kForever);
  CHECK(t.scheduler.pick(1.0) == &t.all[2]);
  t.block(t.all[2], kForever);
  CHECK(t.scheduler.pick(1.0) == &t.all[0]);
}

TEST_CASE("sleepers wake by their deadlines, equal ones in the order in which they fell asleep") {
  Threads t;
  t.block(t.all[0], 2.0);
  t.block(t.all[1], 1.0);
  t.block(t.all[2], 2.0);
  CHECK(t.scheduler.pick(0) == nullptr);
  CHECK(t.scheduler.wake_time() == 1.0);
  CHECK(t.scheduler.pick(2.0) == &t.all[1]);
  t.block(t.all[1], kForever);
  CHECK(t.scheduler.pick(2.0) == &t.all[0]);
  t.block(t.all[0], kForever);
  CHECK(t.scheduler.pick(2.0) == &t.all[2]);
}

TEST_CASE("a thread that is woken early forgets its deadline") {
  Threads t;
  for (Thread& thread : t.all) t.block(thread, 1.0);
  t.scheduler.wake(&t.all[2]);
  CHECK(t.scheduler.pick(0) == &t.all[2]);
  t.block(t.all[2], kForever);
  CHECK(t.scheduler.wake_time() == 1.0);
  t.scheduler.remove(&t.all[0]);
  t.scheduler.remove(&t.all[1]);
  CHECK(t.scheduler.wake_time() == kForever);
  CHECK(t.scheduler.pick(9.0) == nullptr);
}

TEST_CASE("a lone thread has no end of its turn; one that is held is passed over") {
  Threads t;
  t.block(t.all[0], kForever);
  t.block(t.all[1], kForever);
  CHECK(t.scheduler.turn() == std::numeric_limits<int32_t>::max());
  t.scheduler.wake(&t.all[0]);
  t.all[2].held = true;
  CHECK(t.scheduler.pick(0) == &t.all[0]);
  t.all[0].held = true;
  CHECK(t.scheduler.pick(0) == nullptr);
}

TEST_CASE("the switch interval is the length of a turn") {
  Threads t;
  CHECK(t.scheduler.interval() == 0.005);
  int32_t before = t.whole_turn();
  t.scheduler.set_interval(0.0001);
  CHECK(t.scheduler.interval() == 0.0001);
  t.scheduler.has_run(t.scheduler.pick(0), before);
  CHECK(t.whole_turn() < before / 10);
}
