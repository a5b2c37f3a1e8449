// SPDX-License-Identifier: MIT
// Lock, Semaphore, Event, Queue, Channel. Included once for each mode.
#include "world.h"

using namespace loopscope;
using namespace loopscope::coro;
using namespace loopscope::coro::test;

namespace {

Task<> with_lock(World& world, Lock& lock, const char* name, double seconds) {
  auto held = co_await lock.hold();
  world.log.push_back(std::string(name) + " in");
  co_await coro::sleep(seconds);
  world.log.push_back(std::string(name) + " out");
}

CORO_TEST("a free lock costs no iteration") {
  Lock lock;
  uint64_t before = world.loop.iteration();
  co_await lock.acquire();
  REQUIRE(world.loop.iteration() == before);
  REQUIRE(lock.release());
  REQUIRE(!lock.release());
}

CORO_TEST("a lock lets tasks in one by one, in order") {
  Lock lock;
  co_await gather(with_lock(world, lock, "a", 0.3), with_lock(world, lock, "b", 0.1), with_lock(world, lock, "c", 0.1));
  REQUIRE(world.log == Log{"a in", "a out", "b in", "b out", "c in", "c out"});
  REQUIRE(!lock.locked());
}

CORO_TEST("a lock released and asked for again goes to who waited") {
  Lock lock;
  auto greedy = [](World& world, Lock& lock) -> Task<> {
    for (int i = 0; i < 2; ++i) {
      co_await lock.acquire();
      world.log.push_back("greedy");
      co_await coro::yield();
      lock.release();
    }
  };
  co_await gather(greedy(world, lock), with_lock(world, lock, "other", 0));
  REQUIRE(world.log == Log{"greedy", "other in", "other out", "greedy"});
}

CORO_TEST("a cancelled waiter leaves the lock's queue") {
  Lock lock;
  co_await lock.acquire();
  auto waiting = spawn(with_lock(world, lock, "cancelled", 0));
  auto next = spawn(with_lock(world, lock, "next", 0));
  co_await coro::yield();
  waiting.cancel();
  co_await coro::yield();
  lock.release();
  co_await next;
  REQUIRE(world.log == Log{"next in", "next out"});
}

CORO_TEST("a waiter cancelled just after it was woken passes the lock on") {
  Lock lock;
  co_await lock.acquire();
  auto woken = spawn(with_lock(world, lock, "woken", 0));
  auto next = spawn(with_lock(world, lock, "next", 0));
  co_await coro::yield();
  lock.release();
  woken.cancel();
  co_await next;
  REQUIRE(woken->cancelled());
  REQUIRE(world.log == Log{"next in", "next out"});
}

CORO_TEST("a guard releases when its holder is cancelled") {
  Lock lock;
  auto holder = spawn(with_lock(world, lock, "holder", 100));
  co_await coro::yield();
  REQUIRE(lock.locked());
  holder.cancel();
  co_await coro::yield();
  REQUIRE(!lock.locked());
}

CORO_TEST("a semaphore lets that many in") {
  Semaphore semaphore(2);
  int inside = 0, most = 0;
  auto worker = [](Semaphore& semaphore, int& inside, int& most) -> Task<> {
    auto held = co_await semaphore.hold();
    most = std::max(most, ++inside);
    co_await coro::sleep(0.1);
    --inside;
  };
  std::vector<Task<>> workers;
  for (int i = 0; i < 7; ++i) workers.push_back(worker(semaphore, inside, most));
  double before = world.clock.peek();
  co_await gather(std::move(workers));
  REQUIRE(most == 2);
  REQUIRE(world.clock.peek() - before == Approx(0.4).margin(0.01));
  REQUIRE(semaphore.value() == 2);
}

CORO_TEST("a semaphore's unit survives the cancellation of who was to get it") {
  Semaphore semaphore(1);
  co_await semaphore.acquire();
  auto take = [](Semaphore& semaphore) -> Task<> { co_await semaphore.acquire(); };
  auto woken = spawn(take(semaphore));
  auto next = spawn(take(semaphore));
  co_await coro::yield();
  semaphore.release();
  woken.cancel();
  co_await next;
  REQUIRE(woken->cancelled());
  REQUIRE(semaphore.value() == 0);
}

CORO_TEST("an event wakes all, and costs nothing when set") {
  Event event;
  auto waits = [](World& world, Event& event, const char* name) -> Task<> {
    co_await event.wait();
    world.log.push_back(name);
  };
  auto a = spawn(waits(world, event, "a"));
  auto b = spawn(waits(world, event, "b"));
  auto c = spawn(waits(world, event, "c"));
  co_await coro::yield();
  b.cancel();
  event.set();
  co_await gather_outcomes([](Spawned<void> t) -> Task<> { co_await t; }(a), [](Spawned<void> t) -> Task<> { co_await t; }(c));
  REQUIRE(world.log == Log{"a", "c"});
  uint64_t before = world.loop.iteration();
  co_await event.wait();
  REQUIRE(world.loop.iteration() == before);
}

CORO_TEST("a queue hands items over in order; a full one makes its putter wait") {
  Queue<int> queue(2);
  auto producer = [](World& world, Queue<int>& queue) -> Task<> {
    for (int i = 0; i < 5; ++i) {
      co_await queue.put(i);
      world.log.push_back("put " + std::to_string(i));
    }
  };
  auto producing = spawn(producer(world, queue));
  co_await coro::sleep(1);
  REQUIRE(queue.full());
  REQUIRE(world.log.size() == 2);
  for (int i = 0; i < 5; ++i) {
    REQUIRE(co_await queue.get() == i);
    queue.task_done();
  }
  co_await producing;
  co_await queue.join();
  REQUIRE(queue.empty());
  REQUIRE(!queue.task_done());
}

CORO_TEST("a getter that is woken and cancelled leaves the item to the next") {
  Queue<std::string> queue;
  auto getter = [](Queue<std::string>& queue) -> Task<std::string> { co_return co_await queue.get(); };
  auto first = spawn(getter(queue));
  auto second = spawn(getter(queue));
  co_await coro::yield();
  std::string item = "item";
  REQUIRE(queue.try_put(item));
  first.cancel();
  REQUIRE(co_await second == "item");
  REQUIRE(first->cancelled());
}

CORO_TEST("shutting a queue down fails who waits") {
  Queue<int> queue;
  auto getter = [](Queue<int>& queue) -> Task<int> { co_return co_await queue.get(); };
  auto waiting = spawn(getter(queue));
  co_await coro::yield();
  queue.shut_down();
  auto result = co_await outcome([](Spawned<int> t) -> Task<int> { co_return co_await t; }(waiting));
  REQUIRE(result.error().code() == ErrorCode::kClosed);
}

CORO_TEST("a channel ends its receiver's loop") {
  Channel<int> channel(1);
  auto sender = [](Channel<int>& channel) -> Task<> {
    for (int i = 1; i <= 4; ++i) REQUIRE(co_await channel.send(i));
    channel.close();
    REQUIRE(!co_await channel.send(5));
  };
  auto sending = spawn(sender(channel));
  int sum = 0;
  while (auto item = co_await channel.receive()) sum += *item;
  REQUIRE(sum == 10);
  co_await sending;
}

}  // namespace
