// SPDX-License-Identifier: MIT
#include "task_bodies.h"

// What only the exceptions' side has.

CORO_TEST("try and catch work across co_await") {
  auto throws = []() -> Task<int> {
    co_await coro::sleep(0.1);
    throw std::runtime_error("thrown");
  };
  std::string caught;
  try {
    (void)co_await throws();
  } catch (const std::runtime_error& error) {
    caught = error.what();
  }
  REQUIRE(caught == "thrown");
  try {
    (void)co_await spawn(throws());
  } catch (const std::exception& error) {
    caught += " twice";
  }
  REQUIRE(caught == "thrown twice");
}

CORO_TEST("cancellation is an exception that catch (std::exception) lets pass") {
  auto body = [](World& world) -> Task<> {
    try {
      co_await coro::sleep(10);
    } catch (const std::exception&) {
      world.log.push_back("wrong");
    } catch (const Cancelled&) {
      world.log.push_back("cleaning up");
      throw;
    }
  };
  auto task = spawn(body(world));
  co_await coro::yield();
  task.cancel();
  co_await coro::yield();
  REQUIRE(task->cancelled());
  REQUIRE(world.log == Log{"cleaning up"});
}
