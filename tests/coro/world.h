// SPDX-License-Identifier: MIT
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "coro/coro.h"
#include "host/virtual/virtual_reactor.h"

/// Test bodies are coroutines under the virtual clock. A deadlock fails the test, and so does anything left alive.
/// Include after choosing LOOPSCOPE_CORO_EXCEPTIONS; every body runs in both modes (see *_test.cpp).
namespace loopscope::coro {
#if LOOPSCOPE_CORO_EXCEPTIONS
inline namespace throwing {
#define LOOPSCOPE_TEST_MODE "throwing: "
#else
inline namespace unwinding {
#define LOOPSCOPE_TEST_MODE "unwinding: "
#endif

namespace test {

using Log = std::vector<std::string>;

struct World {
  loop::Clock clock;
  host::VirtualReactor reactor;
  loop::Environment environment{&clock, &reactor};
  loop::EventLoop loop{environment};
  Log log;

  /// Iterations that pass while `task` is awaited.
  template <class T>
  Task<uint64_t> iterations_of(Task<T> task) {
    uint64_t before = loop.iteration();
    co_await std::move(task);
    co_return loop.iteration() - before;
  }
};

/// Writes to the log when it comes and goes, and counts how many are alive.
class Token {
 public:
  Token(World& world, std::string name) : world_(&world), name_(std::move(name)) { ++alive; }
  Token(Token&& other) noexcept : world_(std::exchange(other.world_, nullptr)), name_(std::move(other.name_)) {}
  ~Token() {
    if (!world_) return;
    world_->log.push_back("~" + name_);
    --alive;
  }
  static inline int alive = 0;

 private:
  World* world_;
  std::string name_;
};

inline void run_body(Task<> (*body)(World&)) {
  {
    World world;
    Outcome<void> outcome = run(world.loop, body(world));
#if LOOPSCOPE_CORO_EXCEPTIONS
    if (outcome.failed()) outcome.error().raise();
#endif
    INFO(outcome.error().message());
    REQUIRE(outcome.ok());
    REQUIRE(world.loop.task_count() == 0);
  }
  REQUIRE(Token::alive == 0);
}

}  // namespace test
}
}  // namespace loopscope::coro

#define LOOPSCOPE_JOIN2(a, b) a##b
#define LOOPSCOPE_JOIN(a, b) LOOPSCOPE_JOIN2(a, b)
/// `CORO_TEST("what holds") { co_await ...; REQUIRE(...); }`, with `World& world` at hand.
#define CORO_TEST_NAMED(function, name)                               \
  static loopscope::coro::Task<> function(loopscope::coro::test::World& world);            \
  TEST_CASE(LOOPSCOPE_TEST_MODE name) { loopscope::coro::test::run_body(function); }        \
  static loopscope::coro::Task<> function([[maybe_unused]] loopscope::coro::test::World& world)
#define CORO_TEST(name) CORO_TEST_NAMED(LOOPSCOPE_JOIN(coro_test_, __LINE__), name)
