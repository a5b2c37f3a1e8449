// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "coro/gather.h"
#include "coro/spawn.h"

LOOPSCOPE_CORO_BEGIN

namespace detail {

/// Cancels every task of the loop that is not done, in creation order, and runs until all are.
inline void cancel_all(loop::EventLoop& loop) {
  std::vector<loop::Ref<loop::Task>> alive;
  for (loop::Task* task = loop.first_task(); task; task = task->next()) {
    if (!task->done()) alive.emplace_back(task);
  }
  if (alive.empty()) return;
  for (auto& task : alive) task->cancel();
  for (auto& task : alive) {
    if (!task->done() && loop.run_until_complete(*task) == loop::EventLoop::RunResult::kDeadlock) return;
  }
}

}  // namespace detail

/// Runs `main` on `loop` to its end, then cancels what is left and waits for that, as asyncio.run does. If nothing can
/// go on any more (and the reactor knows that it never will), all tasks are cancelled and the outcome is an Error with
/// ErrorCode::kDeadlock. With exceptions too, errors come back in the outcome.
template <class T>
Outcome<T> run(loop::EventLoop& loop, Task<T> main) {
  loop::EventLoop* outer = std::exchange(detail::current_loop, &loop);
  Spawned<T> task = spawn(loop, std::move(main));
  bool deadlock = loop.run_until_complete(*task) == loop::EventLoop::RunResult::kDeadlock;
  detail::cancel_all(loop);
  detail::current_loop = outer;
  if (deadlock) return Outcome<T>(Error("deadlock: every task waits and nothing can wake them", ErrorCode::kDeadlock));
  if (!task.done()) return Outcome<T>::make_cancelled();
  return std::move(task->outcome());
}

LOOPSCOPE_CORO_END
