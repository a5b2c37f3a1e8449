// SPDX-License-Identifier: MIT
// Tasks, errors, cancellation, gather, timeout. Included once for each mode.
#include "world.h"

using namespace loopscope;
using namespace loopscope::coro;
using namespace loopscope::coro::literals;
using namespace loopscope::coro::test;

namespace {

Task<int> immediately(int value) { co_return value; }

Task<int> after(double seconds, int value) {
  co_await coro::sleep(seconds);
  co_return value;
}

Task<int> failing_after(double seconds, const char* message) {
  co_await coro::sleep(seconds);
  co_await fail(message);
  co_return 0;
}

Task<> logs(World& world, const char* name, int times) {
  for (int i = 0; i < times; ++i) {
    world.log.push_back(name + std::to_string(i));
    co_await coro::yield();
  }
}

Task<int> sleeps_with_token(World& world, const char* name, double seconds) {
  Token token(world, name);
  co_await coro::sleep(seconds);
  world.log.push_back(std::string(name) + " done");
  co_return 1;
}

Task<int> outer_with_token(World& world) {
  Token token(world, "outer");
  co_return co_await sleeps_with_token(world, "inner", 10);
}

// --- order ------------------------------------------------------------------------------------------------------------

CORO_TEST("awaiting a coroutine passes no iteration") {
  REQUIRE(co_await world.iterations_of(immediately(1)) == 0);
}

CORO_TEST("awaiting a settled future or a task that is done passes none") {
  Future<int> future(world.loop);
  future.set_value(7);
  auto task = spawn(immediately(8));
  co_await coro::yield();
  uint64_t before = world.loop.iteration();
  REQUIRE(co_await future == 7);
  REQUIRE(co_await task == 8);
  REQUIRE(world.loop.iteration() == before);
}

CORO_TEST("sleep(0) passes one") {
  uint64_t before = world.loop.iteration();
  co_await coro::sleep(0);
  REQUIRE(world.loop.iteration() - before == 1);
}

CORO_TEST("spawn and await pass two") {
  uint64_t before = world.loop.iteration();
  REQUIRE(co_await spawn(immediately(3)) == 3);
  REQUIRE(world.loop.iteration() - before == 2);
}

CORO_TEST("gather passes three") {
  uint64_t before = world.loop.iteration();
  auto [a, b] = co_await gather(immediately(1), immediately(2));
  REQUIRE(a + b == 3);
  REQUIRE(world.loop.iteration() - before == 3);
}

CORO_TEST("an empty gather passes none") {
  uint64_t before = world.loop.iteration();
  REQUIRE((co_await gather(std::vector<Task<int>>())).empty());
  REQUIRE(world.loop.iteration() == before);
}

CORO_TEST("tasks take turns") {
  co_await gather(logs(world, "a", 3), logs(world, "b", 3));
  REQUIRE(world.log == Log{"a0", "b0", "a1", "b1", "a2", "b2"});
}

CORO_TEST("sleeps begun in turn for the same time wake in turn") {
  std::vector<Task<int>> tasks;
  for (int i = 0; i < 8; ++i) {
    tasks.push_back([](World& world, int i) -> Task<int> {
      co_await coro::sleep(1);
      world.log.push_back(std::to_string(i));
      co_return i;
    }(world, i));
  }
  auto results = co_await gather(std::move(tasks));
  REQUIRE(world.log == Log{"0", "1", "2", "3", "4", "5", "6", "7"});
  REQUIRE(results.size() == 8);
  REQUIRE(results[5] == 5);
}

CORO_TEST("sleeping takes the time it says, and no real time") {
  double before = world.clock.peek();
  co_await coro::sleep(3600_s);
  REQUIRE(world.clock.peek() - before == Approx(3600).margin(2e-3));
}

CORO_TEST("awaiting many coroutines in a loop, or deep down, needs no stack") {
  struct Deep {
    static Task<int> down(int n) {
      if (n == 0) co_return 0;
      co_return 1 + co_await down(n - 1);
    }
  };
  long sum = 0;
  for (int i = 0; i < 100000; ++i) sum += co_await immediately(1);
  REQUIRE(sum == 100000);
  REQUIRE(co_await Deep::down(5000) == 5000);
}

// --- errors -----------------------------------------------------------------------------------------------------------

CORO_TEST("an error goes outwards to the nearest outcome(), and locals are destroyed inside out") {
  auto failing = [](World& world) -> Task<int> {
    Token outer(world, "outer");
    auto inner = [](World& world) -> Task<int> {
      Token token(world, "inner");
      co_await coro::yield();
      co_await fail("no luck", ErrorCode::kFailed);
      world.log.push_back("not reached");
      co_return 1;
    };
    co_return co_await inner(world);
  };
  Outcome<int> result = co_await outcome(failing(world));
  REQUIRE(result.failed());
  REQUIRE(std::string(result.error().message()) == "no luck");
  REQUIRE(world.log == Log{"~inner", "~outer"});
}

CORO_TEST("outcome() of a success is its value") {
  Outcome<int> result = co_await outcome(after(1_ms, 5));
  REQUIRE(result.ok());
  REQUIRE(result.value() == 5);
}

CORO_TEST("raise() goes on with an outcome") {
  auto again = []() -> Task<int> {
    Outcome<int> result = co_await outcome(failing_after(0.1, "first"));
    if (!result.ok()) co_await raise(result);
    co_return 1;
  };
  Outcome<int> result = co_await outcome(again());
  REQUIRE(result.failed());
  REQUIRE(std::string(result.error().message()) == "first");
}

CORO_TEST("a failed task's error reaches everyone who awaits it") {
  auto task = spawn(failing_after(0.1, "broken"));
  auto waits = [](Spawned<int> task) -> Task<int> { co_return co_await task; };
  auto [a, b] = co_await gather_outcomes(waits(task), waits(task));
  REQUIRE(a.failed());
  REQUIRE(b.failed());
  Outcome<int> late = co_await outcome(waits(task));
  REQUIRE(late.failed());
}

CORO_TEST("gather fails with the first error while the others go on") {
  auto slow = spawn(after(1.0, 1));
  auto waits = [](Spawned<int> task) -> Task<int> { co_return co_await task; };
  auto both = [&]() -> Task<int> {
    co_await gather(waits(slow), failing_after(0.5, "early"), failing_after(0.7, "late"));
    co_return 0;
  };
  Outcome<int> result = co_await outcome(both());
  REQUIRE(std::string(result.error().message()) == "early");
  REQUIRE(!slow.done());
  co_await coro::sleep(1);
  REQUIRE(slow.done());
  REQUIRE(slow->outcome().ok());
}

// --- cancellation -----------------------------------------------------------------------------------------------------

CORO_TEST("cancelling a task unwinds it where it waits") {
  auto task = spawn(outer_with_token(world));
  co_await coro::sleep(0.1);
  REQUIRE(task.cancel());
  REQUIRE(!task.done());
  co_await coro::yield();
  REQUIRE(task.done());
  REQUIRE(task->cancelled());
  REQUIRE(world.log == Log{"~inner", "~outer"});
  REQUIRE(!task.cancel());
}

CORO_TEST("a task cancelled before its first step never begins") {
  auto task = spawn(sleeps_with_token(world, "never", 1));
  task.cancel();
  co_await coro::sleep(0.1);
  REQUIRE(task->cancelled());
  REQUIRE(world.log.empty());
}

CORO_TEST("cancelling a waiting task cancels the task it awaits") {
  auto inner = spawn(after(10, 1));
  auto waits = [](Spawned<int> task) -> Task<int> { co_return co_await task; };
  auto outer = spawn(waits(inner));
  co_await coro::sleep(0.1);
  outer.cancel();
  co_await coro::sleep(0.1);
  REQUIRE(inner->cancelled());
  REQUIRE(outer->cancelled());
}

CORO_TEST("cancelling a gather cancels its children") {
  auto both = [](World& world) -> Task<int> {
    co_await gather(sleeps_with_token(world, "a", 5), sleeps_with_token(world, "b", 6));
    co_return 0;
  };
  auto task = spawn(both(world));
  co_await coro::sleep(0.1);
  task.cancel();
  co_await coro::sleep(0.1);
  REQUIRE(task->cancelled());
  REQUIRE(world.log == Log{"~a", "~b"});
}

CORO_TEST("outcome() catches cancellation; the task then goes on") {
  auto stubborn = [](World& world) -> Task<int> {
    Outcome<int> result = co_await outcome(after(10, 1));
    world.log.push_back(result.cancelled() ? "cancelled" : "else");
    co_await coro::sleep(0.1);
    co_return 42;
  };
  auto task = spawn(stubborn(world));
  co_await coro::sleep(0.1);
  task.cancel();
  REQUIRE(co_await task == 42);
  REQUIRE(world.log == Log{"cancelled"});
}

CORO_TEST("timeout cancels what takes too long") {
  Outcome<int> result = co_await outcome(timeout(0.5, sleeps_with_token(world, "slow", 2)));
  REQUIRE(result.failed());
  REQUIRE(result.error().code() == ErrorCode::kTimeout);
  REQUIRE(world.log == Log{"~slow"});
  REQUIRE((co_await this_task()).cancelling() == 0);
}

CORO_TEST("timeout lets through what is in time") {
  double before = world.clock.peek();
  REQUIRE(co_await timeout(5, after(0.5, 3)) == 3);
  REQUIRE(world.clock.peek() - before < 0.6);
  co_await coro::sleep(10);
}

CORO_TEST("a cancellation from elsewhere is no timeout") {
  auto limited = [](World&) -> Task<int> { co_return co_await timeout(5, after(3, 1)); };
  auto task = spawn(limited(world));
  co_await coro::sleep(0.1);
  task.cancel();
  co_await coro::sleep(0.1);
  REQUIRE(task->cancelled());
}

CORO_TEST("the inner of two timeouts that expires is the one that is reported") {
  auto inner = []() -> Task<int> {
    Outcome<int> result = co_await outcome(timeout(0.2, after(5, 1)));
    co_return result.failed() ? 1 : 2;
  };
  REQUIRE(co_await timeout(1, inner()) == 1);
  auto outer = []() -> Task<int> { co_return co_await timeout(3, after(5, 1)); };
  Outcome<int> result = co_await outcome(timeout(0.2, outer()));
  REQUIRE(result.error().code() == ErrorCode::kTimeout);
}

CORO_TEST("what main leaves running is cancelled at the end") {
  (void)spawn(sleeps_with_token(world, "left over", 100));
  co_await coro::sleep(0.1);
}

// --- futures, names ---------------------------------------------------------------------------------------------------

CORO_TEST("a future set by another task wakes all who wait") {
  Future<int> future(world.loop);
  auto waits = [](World& world, Future<int> future, const char* name) -> Task<> {
    int value = co_await future;
    world.log.push_back(name + std::to_string(value));
  };
  auto sets = [](Future<int> future) -> Task<> {
    co_await coro::sleep(1);
    REQUIRE(future.set_value(4));
    REQUIRE(!future.set_value(5));
  };
  co_await gather(waits(world, future, "a"), waits(world, future, "b"), sets(future));
  REQUIRE(world.log == Log{"a4", "b4"});
}

CORO_TEST("a future may fail") {
  Future<int> future(world.loop);
  future.set_error(Error("bad", ErrorCode::kClosed));
  auto waits = [](Future<int> future) -> Task<int> { co_return co_await future; };
  Outcome<int> result = co_await outcome(waits(future));
  REQUIRE(result.error().code() == ErrorCode::kClosed);
}

CORO_TEST("tasks describe where they wait") {
  struct Frames final : loop::Describer {
    void name(std::string_view text) override { task_name.assign(text); }
    void frame(std::string_view name, int line) override {
      names.emplace_back(name);
      lines.push_back(line);
    }
    std::string task_name;
    std::vector<std::string> names;
    std::vector<int> lines;
  };
  auto task = spawn(outer_with_token(world), "worker");
  co_await coro::sleep(0.1);
  Frames frames;
  task->describe_task(frames);
  task->describe_position(frames);
  REQUIRE(frames.task_name == "worker");
  REQUIRE(frames.names.size() == 2);
  REQUIRE(frames.names[0].find("outer_with_token") != std::string::npos);
  REQUIRE(frames.names[1].find("sleeps_with_token") != std::string::npos);
  REQUIRE(frames.lines[0] > frames.lines[1]);
  REQUIRE(task->awaited()->kind() == loop::AwaitKind::kSleep);
  world.log.clear();
}

// --- async generators -------------------------------------------------------------------------------------------------

AsyncGenerator<int> count_to(World& world, int n) {
  Token token(world, "generator");
  for (int i = 0; i < n; ++i) {
    co_await coro::sleep(0.1);
    co_yield i;
  }
}

CORO_TEST("a generator yields and awaits") {
  auto numbers = count_to(world, 3);
  int sum = 0;
  while (auto number = co_await numbers.next()) sum += *number + 1;
  REQUIRE(sum == 6);
  REQUIRE(numbers.done());
  REQUIRE(world.log == Log{"~generator"});
  REQUIRE(!(co_await numbers.next()));
}

CORO_TEST("a generator that is left early is unwound") {
  {
    auto numbers = count_to(world, 100);
    (void)co_await numbers.next();
    REQUIRE(world.log.empty());
  }
  REQUIRE(world.log == Log{"~generator"});
}

CORO_TEST("a generator that fails is at its end") {
  auto broken = []() -> AsyncGenerator<int> {
    co_yield 1;
    co_await fail("generator broke");
  };
  auto numbers = broken();
  REQUIRE(*(co_await numbers.next()) == 1);
  auto result = co_await outcome(numbers.next());
  REQUIRE(result.failed());
  REQUIRE(numbers.done());
}

CORO_TEST("a generator cancelled while it waits is at its end") {
  auto numbers = count_to(world, 3);
  auto result = co_await outcome(timeout(0.05, [](AsyncGenerator<int>& numbers) -> Task<int> {
    co_return *(co_await numbers.next());
  }(numbers)));
  REQUIRE(result.error().code() == ErrorCode::kTimeout);
  REQUIRE(numbers.done());
  REQUIRE(world.log == Log{"~generator"});
}

}  // namespace

TEST_CASE(LOOPSCOPE_TEST_MODE "when nothing can go on, run reports a deadlock and unwinds") {
  World world;
  auto stuck = [](World& world) -> Task<int> {
    Token token(world, "stuck");
    Future<int> never(world.loop);
    co_return co_await never;
  };
  Outcome<int> result = run(world.loop, stuck(world));
  REQUIRE(result.failed());
  REQUIRE(result.error().code() == ErrorCode::kDeadlock);
  REQUIRE(world.log == Log{"~stuck"});
  REQUIRE(world.loop.task_count() == 0);
}
