// SPDX-License-Identifier: MIT
#include "loop/task.h"

#include <catch2/catch.hpp>

#include "fixture.h"

using namespace loopscope::loop;
using namespace loopscope::loop::test;
using Log = std::vector<std::string>;

namespace {

struct TaskFixture : Fixture {
  Ref<ScriptedTask> start(std::vector<ScriptedTask::Step> script) {
    auto task = make_ref<ScriptedTask>(loop, std::move(script));
    task->start();
    return task;
  }
  ScriptedTask::Step park(Ref<Future> future) {
    return [future](ScriptedTask& task) { task.park_on(*future); };
  }
  ~TaskFixture() {
    loop.clear();
    REQUIRE(ScriptedTask::alive == 0);
    REQUIRE(PlainFuture::alive == 0);
  }
};

void yield_once(ScriptedTask& task) { task.yield_now(); }

}  // namespace

TEST_CASE_METHOD(TaskFixture, "first step and wake-up each cost one iteration") {
  auto future = make_ref<PlainFuture>(loop);
  uint64_t first = 0, second = 0;
  auto task = start({[&, future](ScriptedTask& t) {
                       first = loop.iteration();
                       t.park_on(*future);
                     },
                     [&](ScriptedTask& t) {
                       second = loop.iteration();
                       t.finish();
                     }});
  REQUIRE(task->steps() == 0);
  loop.run_once();
  REQUIRE(first == 1);
  REQUIRE(task->awaited() == future.get());
  REQUIRE(loop.current_task() == nullptr);
  future->finish();
  REQUIRE(task->step_handle().cause().code == CauseCode::kFutureDone);
  loop.run_once();
  REQUIRE(second == 2);
  REQUIRE(task->done());
  REQUIRE(task->awaited() == nullptr);
}

TEST_CASE_METHOD(TaskFixture, "a bare yield runs everything else once") {
  auto task = start({yield_once, [&](ScriptedTask& t) {
                       log.push_back("task");
                       t.finish();
                     }});
  loop.call_soon(logging("other"));
  loop.run_once();
  loop.call_soon(logging("later"));
  loop.run_once();
  REQUIRE(log == Log{"other", "task", "later"});
}

TEST_CASE_METHOD(TaskFixture, "cancelling a parked task cancels what it awaits") {
  auto future = make_ref<PlainFuture>(loop);
  auto task = start({park(future)});
  loop.run_once();
  REQUIRE(task->cancel());
  REQUIRE(future->cancelled());
  REQUIRE(!task->cancel_pending());
  REQUIRE(task->cancelling() == 1);
  REQUIRE(task->step_handle().cause().code == CauseCode::kFutureCancelled);
  loop.run_once();
  REQUIRE(task->cancelled());
  REQUIRE(!task->cancel());
}

TEST_CASE_METHOD(TaskFixture, "cancelling a task whose future is done already marks the next step") {
  auto future = make_ref<PlainFuture>(loop);
  auto task = start({park(future)});
  loop.run_once();
  future->finish();
  REQUIRE(task->cancel());
  REQUIRE(task->cancel_pending());
  loop.run_once();
  REQUIRE(task->cancelled());
}

TEST_CASE_METHOD(TaskFixture, "cancelling before the first step throws at once") {
  auto task = start({});
  task->cancel();
  loop.run_once();
  REQUIRE(task->cancelled());
  REQUIRE(task->steps() == 1);
}

TEST_CASE_METHOD(TaskFixture, "a task that cancels itself and parks cancels the new future") {
  auto future = make_ref<PlainFuture>(loop);
  auto task = start({[future](ScriptedTask& t) {
    t.cancel();
    t.park_on(*future);
  }});
  loop.run_once();
  REQUIRE(future->cancelled());
  REQUIRE(!task->cancel_pending());
  loop.run_once();
  REQUIRE(task->cancelled());
}

TEST_CASE_METHOD(TaskFixture, "a request during the last step ends the task cancelled") {
  auto task = start({[](ScriptedTask& t) {
    t.cancel();
    t.finish();
  }});
  loop.run_once();
  REQUIRE(task->cancelled());
}

TEST_CASE_METHOD(TaskFixture, "uncancel to zero withdraws what is not delivered yet") {
  auto task = start({yield_once, [&](ScriptedTask& t) {
                       log.push_back(t.thrown ? "thrown" : "quiet");
                       t.finish();
                     }});
  loop.run_once();
  task->cancel();
  task->cancel();
  REQUIRE(task->cancelling() == 2);
  REQUIRE(task->uncancel() == 1);
  REQUIRE(task->cancel_pending());
  REQUIRE(task->uncancel() == 0);
  REQUIRE(task->uncancel() == 0);
  loop.run_once();
  REQUIRE(log == Log{"quiet"});
}

TEST_CASE_METHOD(TaskFixture, "cancelling a task that awaits a task goes through to the inner one") {
  auto future = make_ref<PlainFuture>(loop);
  auto inner = start({park(future)});
  auto outer = start({park(inner)});
  loop.run_once();
  outer->cancel();
  REQUIRE(future->cancelled());
  loop.run_once();
  REQUIRE(inner->cancelled());
  REQUIRE(!outer->done());
  loop.run_once();
  REQUIRE(outer->cancelled());
}

TEST_CASE_METHOD(TaskFixture, "live tasks are listed in creation order") {
  auto a = start({});
  auto b = start({});
  auto c = start({});
  REQUIRE(loop.task_count() == 3);
  loop.run_once();
  b = nullptr;
  REQUIRE(loop.task_count() == 2);
  REQUIRE(loop.first_task() == a.get());
  REQUIRE(a->next() == c.get());
  REQUIRE(c->next() == nullptr);
  REQUIRE(a->number() == 1);
  REQUIRE(c->number() == 3);
}

TEST_CASE_METHOD(TaskFixture, "the loop keeps a ready task alive, and drops it when it is done") {
  start({yield_once});
  REQUIRE(ScriptedTask::alive == 1);
  loop.run_once();
  REQUIRE(ScriptedTask::alive == 1);
  loop.run_once();
  REQUIRE(ScriptedTask::alive == 0);
}

TEST_CASE_METHOD(TaskFixture, "time run and waited is measured when asked for") {
  environment.measure = true;
  auto future = make_ref<PlainFuture>(loop);
  auto task = start({[&, future](ScriptedTask& t) {
                       clock.advance_to(clock.peek() + 2);
                       t.park_on(*future);
                     },
                     [](ScriptedTask& t) { t.finish(); }});
  loop.run_once();
  clock.advance_to(clock.peek() + 3);
  future->finish();
  loop.run_once();
  REQUIRE(task->ran() == Approx(2).margin(1e-3));
  REQUIRE(task->waited() == Approx(3).margin(1e-3));
}

TEST_CASE_METHOD(TaskFixture, "callbacks run in registration order, one may be removed") {
  auto future = make_ref<PlainFuture>(loop);
  auto second = logging("b");
  future->add_callback(logging("a"));
  future->add_callback(second);
  future->add_callback(logging("c"));
  future->add_callback(logging("d"));
  REQUIRE(future->callback_count() == 4);
  REQUIRE(future->remove_callback(second.get()));
  REQUIRE(!future->remove_callback(second.get()));
  future->finish();
  REQUIRE(log.empty());
  loop.run_once();
  REQUIRE(log == Log{"a", "c", "d"});
  future->add_callback(logging("late"));
  loop.run_once();
  REQUIRE(log.back() == "late");
}

TEST_CASE_METHOD(TaskFixture, "cancelling a future twice, or when done, does nothing") {
  auto future = make_ref<PlainFuture>(loop);
  REQUIRE(future->cancel());
  REQUIRE(!future->cancel());
  auto finished = make_ref<PlainFuture>(loop);
  finished->finish();
  REQUIRE(!finished->cancel());
  REQUIRE(!finished->cancelled());
}
