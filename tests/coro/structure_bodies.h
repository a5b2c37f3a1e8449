// SPDX-License-Identifier: MIT
// Nursery and shield. Included once for each mode.
#include "world.h"

using namespace loopscope;
using namespace loopscope::coro;
using namespace loopscope::coro::test;

namespace {

Task<> works(World& world, const char* name, double seconds) {
  Token token(world, name);
  co_await coro::sleep(seconds);
  world.log.push_back(name);
}

Task<> breaks(double seconds, const char* message) {
  co_await coro::sleep(seconds);
  co_await fail(message);
}

CORO_TEST("a nursery waits for all that was started in it") {
  co_await nursery([&world](Nursery& tasks) -> Task<> {
    tasks.start(works(world, "slow", 2));
    tasks.start(works(world, "fast", 1));
    co_return;
  });
  REQUIRE(world.log == Log{"fast", "~fast", "slow", "~slow"});
}

CORO_TEST("a nursery with nothing in it costs nothing") {
  uint64_t before = world.loop.iteration();
  co_await nursery([](Nursery&) -> Task<> { co_return; });
  REQUIRE(world.loop.iteration() == before);
}

CORO_TEST("a child that fails cancels its siblings and the block, and its error comes out") {
  auto block = [](World& world) -> Task<> {
    co_await nursery([&world](Nursery& tasks) -> Task<> {
      Token token(world, "block");
      tasks.start(works(world, "sibling", 10));
      tasks.start(breaks(1, "child broke"));
      co_await coro::sleep(100);
    });
  };
  Outcome<void> result = co_await outcome(block(world));
  REQUIRE(result.failed());
  REQUIRE(std::string(result.error().message()) == "child broke");
  REQUIRE(world.clock.peek() < 2);
  REQUIRE(world.log.size() == 2);
  REQUIRE((co_await this_task()).cancelling() == 0);
}

CORO_TEST("a block that fails cancels its children") {
  auto block = [](World& world) -> Task<> {
    co_await nursery([&world](Nursery& tasks) -> Task<> {
      tasks.start(works(world, "child", 10));
      co_await breaks(1, "block broke");
    });
  };
  Outcome<void> result = co_await outcome(block(world));
  REQUIRE(std::string(result.error().message()) == "block broke");
  REQUIRE(world.log == Log{"~child"});
}

CORO_TEST("cancelling a nursery from outside cancels its children") {
  auto block = [](World& world) -> Task<> {
    co_await nursery([&world](Nursery& tasks) -> Task<> {
      tasks.start(works(world, "child", 10));
      co_return;
    });
  };
  auto task = spawn(block(world));
  co_await coro::sleep(0.5);
  task.cancel();
  co_await coro::sleep(0.5);
  REQUIRE(task->cancelled());
  REQUIRE(world.log == Log{"~child"});
}

CORO_TEST("shield keeps the inner task going when the outer one is cancelled") {
  auto inner = spawn(works(world, "inner", 1));
  auto waits = [](Spawned<void> inner) -> Task<> { co_await shield(inner); };
  auto outer = spawn(waits(inner));
  co_await coro::sleep(0.1);
  outer.cancel();
  co_await coro::sleep(0.1);
  REQUIRE(outer->cancelled());
  REQUIRE(!inner.done());
  co_await inner;
  REQUIRE(world.log == Log{"inner", "~inner"});
}

CORO_TEST("shield passes three iterations, results and errors on") {
  auto answer = []() -> Task<int> { co_return 42; };
  uint64_t before = world.loop.iteration();
  int value = co_await shield(spawn(answer()));
  REQUIRE(value == 42);
  REQUIRE(world.loop.iteration() - before == 3);
  auto failing = spawn(breaks(0.1, "inner broke"));
  auto waits = [](Spawned<void> inner) -> Task<> { co_await shield(inner); };
  Outcome<void> result = co_await outcome(waits(failing));
  REQUIRE(std::string(result.error().message()) == "inner broke");
}

}  // namespace
