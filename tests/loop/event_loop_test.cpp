// SPDX-License-Identifier: MIT
#include "loop/event_loop.h"

#include <catch2/catch.hpp>
#include <limits>

#include "fixture.h"

using namespace loopscope::loop;
using namespace loopscope::loop::test;
using Log = std::vector<std::string>;

TEST_CASE_METHOD(Fixture, "an iteration runs exactly what was ready when it began") {
  call_soon([&] {
    log.push_back("a");
    loop.call_soon(logging("c"));
  });
  loop.call_soon(logging("b"));
  REQUIRE(loop.run_once());
  REQUIRE(log == Log{"a", "b"});
  REQUIRE(loop.run_once());
  REQUIRE(log == Log{"a", "b", "c"});
  REQUIRE(loop.iteration() == 2);
}

TEST_CASE_METHOD(Fixture, "a cancelled handle is skipped where it stands") {
  auto second = logging("b");
  loop.call_soon(logging("a"));
  loop.call_soon(second);
  loop.call_soon(logging("c"));
  second->cancel();
  loop.run_once();
  REQUIRE(log == Log{"a", "c"});
}

TEST_CASE_METHOD(Fixture, "completions come before due timers, both after what was ready") {
  double now = loop.now();
  call_at(now, [&] { log.push_back("timer"); });
  loop.post_completion(logging("io"));
  loop.call_soon(logging("ready"));
  loop.run_once();
  REQUIRE(log == Log{"ready", "io", "timer"});
}

TEST_CASE_METHOD(Fixture, "equal deadlines fire in the order they were set") {
  for (int i = 0; i < 8; ++i) call_at(1.0, [this, i] { log.push_back(std::to_string(i)); });
  run_dry();
  REQUIRE(log == Log{"0", "1", "2", "3", "4", "5", "6", "7"});
}

TEST_CASE_METHOD(Fixture, "waits end on a whole millisecond after they begin") {
  std::vector<uint64_t> woken;
  for (double begun : {0.0, 0.0001, 0.0025}) {  // sleep(1), begun at these times
    clock.advance_to(begun);
    call_at(begun + 1.0, [&] { woken.push_back(loop.iteration()); });
  }
  loop.run_once();
  run_dry();
  REQUIRE(woken.size() == 3);
  REQUIRE(woken[0] == woken[1]);
  REQUIRE(woken[2] > woken[1]);
}

TEST_CASE_METHOD(Fixture, "without rounding each deadline has its own wait") {
  loop.set_wait_granularity(0);
  double at = 0;
  call_at(1.0, [&] { at = loop.now(); });
  run_dry();
  REQUIRE(at >= 1.0);
  REQUIRE(at < 1.00001);
}

TEST_CASE_METHOD(Fixture, "a timer may be cancelled before it fires") {
  auto timer = call_at(1.0, [&] { log.push_back("never"); });
  REQUIRE(timer->scheduled());
  timer->cancel();
  timer->cancel();
  run_dry();
  REQUIRE(log.empty());
  REQUIRE(loop.timers().size() == 0);
  REQUIRE(clock.peek() < 0.5);
}

TEST_CASE_METHOD(Fixture, "a loop that may not block says until when it has nothing to do") {
  PassiveReactor passive;
  loop.set_reactor(&passive);
  bool fired = false;
  call_at(1.0, [&] { fired = true; });
  REQUIRE(loop.begin_iteration() == EventLoop::Start::kWait);
  double until = loop.wait_deadline();
  REQUIRE(until >= 1.0);
  REQUIRE(until < 1.0011);
  REQUIRE(loop.phase() == Phase::kWaiting);
  clock.advance_to(0.9);
  REQUIRE(loop.begin_iteration() == EventLoop::Start::kWait);
  REQUIRE(loop.wait_deadline() == until);
  clock.advance_to(until);
  REQUIRE(loop.begin_iteration() == EventLoop::Start::kRun);
  Handle* handle = loop.next_handle();
  REQUIRE(handle);
  REQUIRE(handle->cause().code == CauseCode::kTimerDue);
  handle->run();
  REQUIRE(fired);
  REQUIRE(loop.next_handle() == nullptr);
  REQUIRE(loop.begin_iteration() == EventLoop::Start::kWait);
  REQUIRE(loop.wait_deadline() == std::numeric_limits<double>::infinity());
}

TEST_CASE_METHOD(Fixture, "an outside event ends a wait early") {
  PassiveReactor passive;
  loop.set_reactor(&passive);
  call_at(1.0, [&] { log.push_back("timer"); });
  REQUIRE(loop.begin_iteration() == EventLoop::Start::kWait);
  loop.call_soon_threadsafe(logging("call"));
  REQUIRE(loop.run_once());
  REQUIRE(log == Log{"call"});
  REQUIRE(loop.begin_iteration() == EventLoop::Start::kWait);
}

TEST_CASE_METHOD(Fixture, "simulated outside work arrives in its time") {
  reactor.complete_at(0.5, logging("io"));
  call_at(1.0, [&] { log.push_back("timer"); });
  loop.run_once();
  REQUIRE(log == Log{"io"});
  REQUIRE(clock.peek() < 0.6);
  run_dry();
  REQUIRE(log == Log{"io", "timer"});
}

TEST_CASE_METHOD(Fixture, "run_until_complete lets the iteration of the callbacks end") {
  auto future = make_ref<PlainFuture>(loop);
  call_soon([&] {
    future->finish();
    loop.call_soon(logging("beside the callbacks"));
    call_soon([&] { loop.call_soon(logging("too late")); });
  });
  REQUIRE(loop.run_until_complete(*future) == EventLoop::RunResult::kDone);
  REQUIRE(log == Log{"beside the callbacks"});
}

TEST_CASE_METHOD(Fixture, "nothing to wait for is a deadlock") {
  auto future = make_ref<PlainFuture>(loop);
  REQUIRE(loop.run_until_complete(*future) == EventLoop::RunResult::kDeadlock);
  REQUIRE(future->callback_count() == 0);
}

TEST_CASE_METHOD(Fixture, "stop ends a run after its iteration") {
  call_soon([&] {
    loop.stop();
    log.push_back("stopping");
  });
  loop.call_soon(logging("same iteration"));
  call_at(5.0, [&] { log.push_back("never"); });
  REQUIRE(loop.run_forever() == EventLoop::RunResult::kStopped);
  REQUIRE(log == Log{"stopping", "same iteration"});
}

TEST_CASE_METHOD(Fixture, "a handle can be queued again and again") {
  int runs = 0;
  Ref<Handle> handle;
  handle = callback([&] {
    if (++runs < 5) loop.call_soon(handle);
  });
  loop.call_soon(handle);
  run_dry();
  REQUIRE(runs == 5);
  REQUIRE(loop.iteration() == 5);
}
