// SPDX-License-Identifier: MIT
#include "trace/chrome_trace.h"

#include <catch2/catch.hpp>

#include "trace_fixture.h"

using namespace loopscope;
using namespace loopscope::trace;
using namespace loopscope::trace::test;

namespace {

size_t occurrences(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("tasks are tracks with slices for steps and waits, arrows for wake-ups") {
  Recorded program;
  coro::run(program.loop, two_children());
  ChromeTrace chrome;
  chrome.append(program.recorder.drain());
  std::string json = chrome.finish();

  REQUIRE(json.front() == '{');
  REQUIRE(json.back() == '}');
  REQUIRE(occurrences(json, "\"thread_name\"") == 4);
  REQUIRE(occurrences(json, "\"name\":\"first\"") == 1);
  REQUIRE(occurrences(json, "\"cat\":\"step\"") == 7);
  REQUIRE(occurrences(json, "\"name\":\"await sleep(1)\"") == 1);
  REQUIRE(occurrences(json, "\"name\":\"await second\"") == 1);
  REQUIRE(occurrences(json, "\"name\":\"timer sleep(2)\"") == 1);
  REQUIRE(occurrences(json, "\"name\":\"waiting\"") >= 2);
  REQUIRE(occurrences(json, "\"ph\":\"s\"") == occurrences(json, "\"ph\":\"f\""));
}

TEST_CASE("a trace may come in many batches, and end in the middle") {
  Recorded program;
  ChromeTrace chrome;
  coro::detail::current_loop = &program.loop;
  auto task = coro::spawn(program.loop, two_children());
  for (int i = 0; i < 3; ++i) {
    program.loop.run_once();
    chrome.append(program.recorder.drain());
  }
  std::string json = chrome.finish();
  coro::detail::current_loop = nullptr;
  REQUIRE(occurrences(json, "\"name\":\"await sleep(2)\"") == 1);
  REQUIRE(json.substr(json.size() - 2) == "]}");
  task.cancel();
  coro::detail::cancel_all(program.loop);
}
