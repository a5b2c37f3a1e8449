// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "fixture.h"
#include "loop/condition.h"
#include "loop/event.h"
#include "loop/lock.h"
#include "loop/queue.h"
#include "loop/semaphore.h"

using namespace loopscope::loop;
using namespace loopscope::loop::test;

// The cores by hand: what a front end's `await` does is written out as calls.

TEST_CASE_METHOD(Fixture, "Lock: first come, first served, no barging") {
  PlainWaiters factory(loop);
  Lock lock;
  REQUIRE(lock.try_acquire());
  REQUIRE(!lock.try_acquire());
  auto first = lock.enqueue_waiter(factory);
  auto second = lock.enqueue_waiter(factory);
  REQUIRE(first->kind() == AwaitKind::kLock);
  REQUIRE(lock.release());
  REQUIRE(first->done());
  REQUIRE(!second->done());
  REQUIRE(!lock.locked());
  REQUIRE(!lock.try_acquire());
  lock.acquired(*first);
  REQUIRE(lock.locked());
  REQUIRE(lock.release());
  REQUIRE(second->done());
  lock.acquired(*second);
  REQUIRE(lock.release());
  REQUIRE(!lock.release());
}

TEST_CASE_METHOD(Fixture, "Lock: a waiter cancelled after it was woken passes the lock on") {
  PlainWaiters factory(loop);
  Lock lock;
  lock.try_acquire();
  auto first = lock.enqueue_waiter(factory);
  auto second = lock.enqueue_waiter(factory);
  lock.release();
  REQUIRE(first->done());
  lock.abandoned(*first);
  REQUIRE(second->done());
  lock.acquired(*second);
  REQUIRE(lock.locked());
}

TEST_CASE_METHOD(Fixture, "Lock: cancelled waiters do not hold newcomers up") {
  PlainWaiters factory(loop);
  Lock lock;
  lock.try_acquire();
  auto waiter = lock.enqueue_waiter(factory);
  waiter->cancel();
  lock.release();
  REQUIRE(lock.try_acquire());
}

TEST_CASE_METHOD(Fixture, "Semaphore: a unit is handed over when the waiter is woken") {
  PlainWaiters factory(loop);
  Semaphore semaphore(2);
  REQUIRE(semaphore.try_acquire());
  REQUIRE(semaphore.try_acquire());
  REQUIRE(semaphore.locked());
  auto first = semaphore.enqueue_waiter(factory);
  auto second = semaphore.enqueue_waiter(factory);
  semaphore.release();
  REQUIRE(first->done());
  REQUIRE(semaphore.value() == 0);
  semaphore.release();
  REQUIRE(second->done());
  semaphore.acquired(*first);
  semaphore.acquired(*second);
  semaphore.release();
  REQUIRE(semaphore.value() == 1);
  REQUIRE(semaphore.try_acquire());
}

TEST_CASE_METHOD(Fixture, "Semaphore: a woken waiter that is cancelled gives its unit to the next") {
  PlainWaiters factory(loop);
  Semaphore semaphore(1);
  semaphore.try_acquire();
  auto first = semaphore.enqueue_waiter(factory);
  auto second = semaphore.enqueue_waiter(factory);
  semaphore.release();
  semaphore.abandoned(*first);
  REQUIRE(second->done());
  REQUIRE(semaphore.value() == 0);
  semaphore.abandoned(*second);
  REQUIRE(semaphore.value() == 1);
}

TEST_CASE_METHOD(Fixture, "Semaphore: newcomers queue behind waiters although a unit is free") {
  PlainWaiters factory(loop);
  Semaphore semaphore(0);
  auto waiter = semaphore.enqueue_waiter(factory);
  semaphore.release();
  semaphore.release();
  REQUIRE(semaphore.value() == 1);
  REQUIRE(semaphore.locked());
  REQUIRE(!semaphore.try_acquire());
  semaphore.acquired(*waiter);
  REQUIRE(semaphore.try_acquire());
}

TEST_CASE_METHOD(Fixture, "Event: set wakes all, clear does not take it back") {
  PlainWaiters factory(loop);
  Event event;
  auto a = event.enqueue_waiter(factory);
  auto b = event.enqueue_waiter(factory);
  event.set();
  event.clear();
  REQUIRE(a->done());
  REQUIRE(b->done());
  event.finished(*a);
  event.finished(*b);
  REQUIRE(event.waiters().empty());
  REQUIRE(!event.is_set());
}

TEST_CASE_METHOD(Fixture, "Condition: notify wakes that many that still wait") {
  PlainWaiters factory(loop);
  Condition condition;
  auto a = condition.enqueue_waiter(factory);
  auto b = condition.enqueue_waiter(factory);
  auto c = condition.enqueue_waiter(factory);
  a->cancel();
  REQUIRE(condition.notify(1) == 1);
  REQUIRE(b->done());
  REQUIRE(!c->done());
  REQUIRE(condition.notify(5) == 1);
}

TEST_CASE_METHOD(Fixture, "Queue: a wake-up that cannot be used goes to the next getter") {
  PlainWaiters factory(loop);
  Queue queue;
  auto first = queue.enqueue_getter(factory);
  auto second = queue.enqueue_getter(factory);
  queue.item_put();
  REQUIRE(first->done());
  REQUIRE(!second->done());
  queue.getter_abandoned(*first, /*empty=*/false);
  REQUIRE(second->done());
  REQUIRE(!second->cancelled());
}

TEST_CASE_METHOD(Fixture, "Queue: a getter abandoned while it waits is just removed") {
  PlainWaiters factory(loop);
  Queue queue;
  auto first = queue.enqueue_getter(factory);
  auto second = queue.enqueue_getter(factory);
  queue.getter_abandoned(*first, /*empty=*/true);
  REQUIRE(first->cancelled());
  queue.item_put();
  REQUIRE(second->done());
}

TEST_CASE_METHOD(Fixture, "Queue: join, task_done and shut_down") {
  PlainWaiters factory(loop);
  Queue queue;
  queue.item_put();
  queue.item_put();
  auto joiner = queue.enqueue_joiner(factory);
  REQUIRE(queue.task_done());
  REQUIRE(!joiner->done());
  auto getter = queue.enqueue_getter(factory);
  auto putter = queue.enqueue_putter(factory);
  queue.shut_down(/*immediate=*/true, /*discarded=*/1);
  REQUIRE(joiner->done());
  REQUIRE(getter->done());
  REQUIRE(putter->done());
  REQUIRE(!queue.task_done());
  queue.join_finished(*joiner);
}

TEST_CASE_METHOD(Fixture, "each primitive is numbered when it is first waited for") {
  PlainWaiters factory(loop);
  Lock lock;
  lock.try_acquire();
  Event event;
  auto a = event.enqueue_waiter(factory);
  auto b = lock.enqueue_waiter(factory);
  REQUIRE(event.id() == 1);
  REQUIRE(lock.id() == 2);
  REQUIRE(b->subject() == 2);
}
