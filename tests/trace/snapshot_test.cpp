// SPDX-License-Identifier: MIT
#include "trace/snapshot.h"

#include <catch2/catch.hpp>

#include "trace/json_writer.h"
#include "trace_fixture.h"

using namespace loopscope;
using namespace loopscope::trace;
using namespace loopscope::trace::test;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string snapshot_of(Recorded& program) {
  loop::EventLoop* loops[] = {&program.loop};
  ThreadState threads[] = {{1, "MainThread", ThreadState::State::kRunning, 12}};
  std::string out;
  write_snapshot(out, SnapshotSource{program.clock, loops, 1, threads, 1});
  return out;
}

}  // namespace

TEST_CASE("JSON strings and numbers") {
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  json.string("a\"b\\c\n\x01\xED\x95\x9C");
  json.number(18446744073709551615u);
  json.real(1.5);
  json.real(-0.000000001);
  json.real(2.9999999999);
  json.real(0);
  json.real(1.0 / 0.0);
  json.boolean(true);
  json.begin_object();
  json.member("k", uint32_t{1});
  json.end_object();
  json.end_array();
  REQUIRE(out == "[\"a\\\"b\\\\c\\n\\u0001\xED\x95\x9C\",18446744073709551615,1.5,-0.000000001,3,0,null,true,{\"k\":1}]");
}

TEST_CASE("before any loop there is an empty snapshot") {
  loop::Clock clock;
  std::string out;
  write_snapshot(out, SnapshotSource{clock});
  REQUIRE(out ==
          "{\"time\":0,\"phase\":\"idle\",\"iteration\":0,\"ready\":{\"total\":0,\"rows\":[]},"
          "\"timers\":{\"total\":0,\"rows\":[]},\"tasks\":{\"total\":0,\"rows\":[]},\"threads\":[],\"servers\":[],\"requests\":{\"open\":0}}");
}

TEST_CASE("a snapshot shows ready handles, timers, tasks and threads") {
  Recorded program;
  std::string early, late;
  auto main = [](Recorded& program, std::string& early, std::string& late) -> coro::Task<int> {
    auto first = coro::spawn(child(1), "first");
    auto second = coro::spawn(child(2), "second");
    early = snapshot_of(program);
    co_await coro::sleep(0.5);
    first.cancel();
    late = snapshot_of(program);
    co_return co_await second;
  };
  double before = program.clock.peek();
  REQUIRE(before == 0);
  REQUIRE(coro::run(program.loop, main(program, early, late)).ok());

  REQUIRE(contains(early, "\"phase\":\"ready\",\"iteration\":1"));
  REQUIRE(contains(early, "\"ready\":{\"total\":2,\"rows\":[{"));
  REQUIRE(contains(early, "\"kind\":\"task_step\",\"why\":{\"code\":\"task_created\",\"by\":1},\"task\":2,\"label\":\"first\"}"));
  REQUIRE(contains(early, "\"name\":\"Task-1\""));
  REQUIRE(contains(early, "\"state\":\"RUNNING\""));
  REQUIRE(contains(early, "\"name\":\"second\",\"coro\":\"\",\"state\":\"CREATED\""));
  REQUIRE(contains(early, "\"threads\":[{\"id\":1,\"name\":\"MainThread\",\"state\":\"running\",\"line\":12}]"));

  REQUIRE(contains(late, "\"timers\":{\"total\":2,\"rows\":[{"));
  REQUIRE(contains(late, "\"label\":\"sleep(2)\""));
  REQUIRE(contains(late, "\"remaining\":1.49"));
  REQUIRE(contains(late, "\"kind\":\"wakeup\",\"why\":{\"code\":\"cancel_requested\",\"by\":1,\"label\":\"sleep\"}"));
  REQUIRE(contains(late, "\"cancelRequested\":true,\"awaits\":{\"kind\":\"sleep\",\"label\":\"sleep(1)\"}"));
  REQUIRE(contains(late, "\"chain\":[{\"name\":\"child\",\"line\":"));
}

TEST_CASE("a task that is awaited lists who waits for it") {
  Recorded program;
  std::string shown;
  auto main = [](Recorded& program, std::string& shown) -> coro::Task<int> {
    auto slow = coro::spawn(child(2), "slow");
    auto waits = [](coro::Spawned<int> task) -> coro::Task<int> { co_return co_await task; };
    auto waiter = coro::spawn(waits(slow), "waiter");
    co_await coro::sleep(0.5);
    shown = snapshot_of(program);
    co_return co_await waiter;
  };
  coro::run(program.loop, main(program, shown));
  REQUIRE(contains(shown, "\"awaits\":{\"kind\":\"task\",\"label\":\"slow\",\"task\":2}"));
  REQUIRE(contains(shown, "\"waiters\":[4]") == false);
  REQUIRE(contains(shown, "\"waiters\":[3]"));
}

TEST_CASE("tables are capped, totals are not") {
  Recorded program;
  std::string shown;
  auto main = [](Recorded& program, std::string& shown) -> coro::Task<> {
    std::vector<coro::Spawned<int>> tasks;
    for (int i = 0; i < 600; ++i) tasks.push_back(coro::spawn(child(1 + i)));
    co_await coro::sleep(0.5);
    shown = snapshot_of(program);
  };
  coro::run(program.loop, main(program, shown));
  REQUIRE(contains(shown, "\"timers\":{\"total\":600"));
  REQUIRE(contains(shown, "\"tasks\":{\"total\":601"));
  REQUIRE(contains(shown, "sleep(500)"));
  REQUIRE(!contains(shown, "\"label\":\"sleep(501)\",\"line\""));
}
