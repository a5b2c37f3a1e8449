// SPDX-License-Identifier: MIT
// Prints, for some rounds, the nanoseconds of one switch between ten coroutines: of bare ones on a deque, and of tasks of
// the C++ API on the event loop. One line a round: `bare loop`.
#include <algorithm>
#include <chrono>
#include <coroutine>
#include <cstdio>
#include <deque>
#include <vector>

#include "coro/coro.h"
#include "host/virtual/virtual_reactor.h"

namespace {

using loopscope::coro::Task;

constexpr int kTasks = 10;
constexpr int kTurns = 100'000;
constexpr int kRounds = 9;

std::deque<std::coroutine_handle<>> ready;

struct Bare {
  struct promise_type {
    Bare get_return_object() { return {}; }
    std::suspend_always initial_suspend() {
      ready.push_back(std::coroutine_handle<promise_type>::from_promise(*this));
      return {};
    }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

struct Turn {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> waiting) { ready.push_back(waiting); }
  void await_resume() const noexcept {}
};

Bare bare(int turns) {
  for (int i = 0; i < turns; ++i) co_await Turn();
}

Task<> turns(int count) {
  for (int i = 0; i < count; ++i) co_await loopscope::coro::yield();
}

Task<> all_turns() {
  std::vector<Task<>> tasks;
  for (int i = 0; i < kTasks; ++i) tasks.push_back(turns(kTurns));
  co_await loopscope::coro::gather(std::move(tasks));
}

template <class Work>
double nanoseconds_per_switch(Work work) {
  auto begin = std::chrono::steady_clock::now();
  work();
  std::chrono::duration<double, std::nano> time = std::chrono::steady_clock::now() - begin;
  return time.count() / (kTasks * kTurns);
}

}  // namespace

int main() {
  for (int round = 0; round < kRounds; ++round) {
    double plain = nanoseconds_per_switch([] {
      for (int i = 0; i < kTasks; ++i) bare(kTurns);
      while (!ready.empty()) {
        std::coroutine_handle<> next = ready.front();
        ready.pop_front();
        next.resume();
      }
    });
    double ours = nanoseconds_per_switch([] {
      loopscope::loop::Clock clock;
      loopscope::host::VirtualReactor reactor;
      loopscope::loop::Environment environment{&clock, &reactor};
      loopscope::loop::EventLoop loop(environment);
      loopscope::coro::run(loop, all_turns());
    });
    std::printf("%.3f %.3f\n", plain, ours);
  }
  return 0;
}
