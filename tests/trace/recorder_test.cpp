// SPDX-License-Identifier: MIT
#include "trace/recorder.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "trace_fixture.h"

using namespace loopscope;
using namespace loopscope::trace;
using namespace loopscope::trace::test;

TEST_CASE("a run is recorded from the first task to the last") {
  Recorded program;
  REQUIRE(coro::run(program.loop, two_children()).value() == 2);
  Decoded decoded(program.recorder.drain());
  REQUIRE(decoded.bytes == decoded.records.size());
  REQUIRE(std::is_sorted(decoded.times.begin(), decoded.times.end()));

  auto created = decoded.all<event::TaskCreated>();
  REQUIRE(created.size() == 3);
  REQUIRE(decoded.text(created[1].name) == "first");
  REQUIRE(decoded.all<event::TaskEnded>().size() == 3);
  REQUIRE(decoded.all<event::TimerSet>().size() == 2);
  REQUIRE(decoded.text(decoded.all<event::TimerSet>()[1].label) == "sleep(2)");
  REQUIRE(decoded.all<event::TimerFired>().size() == 2);

  size_t parked = 0;
  for (const event::TaskStepEnded& ended : decoded.all<event::TaskStepEnded>()) {
    if (ended.how != loop::StepEnd::kParked) continue;
    ++parked;
    REQUIRE(ended.where != FrameId::kNone);
    if (ended.awaits == loop::AwaitKind::kTask) REQUIRE(ended.awaited_task != 0);
  }
  REQUIRE(parked == 4);
  REQUIRE(decoded.all<event::TaskStepBegun>().size() == decoded.all<event::TaskStepEnded>().size());
  REQUIRE(decoded.all<event::HandleRun>().size() == decoded.all<event::HandleDone>().size());
  REQUIRE(program.recorder.drain().empty());
}

TEST_CASE("recording changes nothing, and equal runs give equal bytes") {
  Recorded first, second;
  coro::run(first.loop, two_children());
  coro::run(second.loop, two_children());
  std::string bytes(first.recorder.drain());
  REQUIRE(bytes == second.recorder.drain());

  loop::Clock clock;
  host::VirtualReactor reactor;
  loop::Environment environment{&clock, &reactor};
  loop::EventLoop loop(environment);
  coro::run(loop, two_children());
  REQUIRE(clock.peek() == first.clock.peek());
}

TEST_CASE("where batches are fetched does not change the bytes") {
  auto record = [](bool often) {
    Recorded program;
    std::string bytes;
    coro::detail::current_loop = &program.loop;
    auto task = coro::spawn(program.loop, two_children());
    while (!task.done() && program.loop.run_once()) {
      if (often) bytes += program.recorder.drain();
    }
    coro::detail::current_loop = nullptr;
    return bytes.append(program.recorder.drain());
  };
  REQUIRE(record(true).size() > 1000);
  REQUIRE((record(true) == record(false)));
}

TEST_CASE("cancellation is recorded: who asked, where it was thrown") {
  Recorded program;
  auto main = []() -> coro::Task<> {
    auto task = coro::spawn(child(10));
    co_await coro::sleep(0.1);
    task.cancel();
    co_await coro::yield();
  };
  coro::run(program.loop, main());
  Decoded decoded(program.recorder.drain());
  REQUIRE(decoded.all<event::TaskCancelRequested>().size() == 1);
  REQUIRE(decoded.all<event::TaskCancelThrown>().size() == 1);
  REQUIRE(decoded.all<event::TimerCancelled>().size() == 1);
  auto ended = decoded.all<event::TaskEnded>();
  REQUIRE(ended.front().how == loop::StepEnd::kCancelled);
  bool woken_by_main = false;
  RecordReader reader(decoded.records);
  while (reader.next()) {
    if (reader.header().kind == EventKind::kTaskWoken && reader.header().by == decoded.all<event::TaskCreated>()[0].task) {
      woken_by_main = true;
    }
  }
  REQUIRE(woken_by_main);
}

TEST_CASE("a queued handle that is cancelled is recorded, a sleep that has run out is not") {
  Recorded program;
  auto main = []() -> coro::Task<> { co_await coro::sleep(0.1); };
  coro::run(program.loop, main());
  struct Nothing final : loop::Counted<loop::Handle> {
    using Counted::Counted;
    void run() override {}
  };
  auto handle = loop::make_ref<Nothing>(program.loop);
  program.loop.call_soon(handle);
  handle->cancel();
  Decoded decoded(program.recorder.drain());
  REQUIRE(decoded.all<event::HandleCancelled>().size() == 1);
  REQUIRE(decoded.all<event::TimerCancelled>().empty());
  program.loop.clear();
}

TEST_CASE("waiting at a lock is recorded with the length of its queue") {
  Recorded program;
  auto main = []() -> coro::Task<> {
    coro::Lock lock;
    auto worker = [](coro::Lock& lock) -> coro::Task<> {
      auto held = co_await lock.hold();
      co_await coro::sleep(1);
    };
    co_await coro::gather(worker(lock), worker(lock), worker(lock));
  };
  coro::run(program.loop, main());
  Decoded decoded(program.recorder.drain());
  auto waiting = decoded.all<event::SyncWaiting>();
  REQUIRE(waiting.size() == 2);
  REQUIRE(waiting[1].waiters == 2);
  REQUIRE(waiting[0].sync == waiting[1].sync);
  REQUIRE(decoded.all<event::SyncAcquired>().size() == 3);
  REQUIRE(decoded.all<event::SyncReleased>().size() == 3);
}

TEST_CASE("a full buffer drops the oldest records, but no definitions") {
  Recorded program;
  program.recorder.set_capacity(3 * RecordBuffer::kBlockBytes);
  auto main = []() -> coro::Task<> {
    for (int i = 0; i < 5000; ++i) co_await coro::sleep(0.001 * (i % 7 + 1));
  };
  coro::run(program.loop, main());
  REQUIRE(program.recorder.dropped() > 1000);
  Decoded decoded(program.recorder.drain());
  REQUIRE(decoded.records.size() <= 4 * RecordBuffer::kBlockBytes);
  auto dropped = decoded.all<event::Dropped>();
  REQUIRE(dropped.size() == 1);
  REQUIRE(dropped[0].count == program.recorder.dropped());
  for (const event::TimerSet& set : decoded.all<event::TimerSet>()) {
    REQUIRE(decoded.text(set.label).substr(0, 6) == "sleep(");
  }
}

TEST_CASE("long strings are cut between characters") {
  loop::Clock clock;
  Recorder recorder(clock);
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "\xED\x95\x9C";  // one Korean syllable, three bytes
  recorder.warning_raised(text, 0);
  Decoded decoded(recorder.drain());
  const std::string& kept = decoded.text(decoded.all<event::WarningRaised>()[0].text);
  REQUIRE(kept.size() == 999);
  REQUIRE(text.compare(0, kept.size(), kept) == 0);
}

TEST_CASE("equal strings and equal frame chains have one id") {
  Interner interner;
  REQUIRE(interner.text("").id == TextId::kEmpty);
  auto a = interner.text("a");
  REQUIRE(a.is_new);
  REQUIRE(!interner.text("a").is_new);
  for (int i = 0; i < 2000; ++i) REQUIRE(interner.text("name " + std::to_string(i)).is_new);
  REQUIRE(interner.text("a").id == a.id);
  REQUIRE(interner.text_of(interner.text("name 77").id) == "name 77");
  auto outer = interner.frame(FrameId::kNone, a.id, 3);
  auto inner = interner.frame(outer.id, a.id, 3);
  REQUIRE(inner.id != outer.id);
  for (uint32_t line = 0; line < 1000; ++line) interner.frame(inner.id, a.id, line);
  REQUIRE(!interner.frame(outer.id, a.id, 3).is_new);
}
