// SPDX-License-Identifier: MIT
#pragma once

#include <coroutine>
#include <utility>

#include "coro/outcome.h"

LOOPSCOPE_CORO_BEGIN

class Runner;

/// Stops an error on its way outwards (`co_await outcome(...)`). Only without exceptions.
class Catcher {
 public:
  /// Destroys the coroutine that failed and keeps how.
  virtual void caught(Status status, Error error) = 0;

 protected:
  ~Catcher() = default;
};

/// What every coroutine of ours has: the task it runs in, the coroutine that awaits it, and where it is suspended.
struct PromiseBase {
  std::coroutine_handle<> self;
  Runner* runner = nullptr;
  PromiseBase* parent = nullptr;
  Catcher* catcher = nullptr;
  const char* function = nullptr;
  int line = 0;

  std::suspend_always initial_suspend() noexcept { return {}; }

  /// Notes for the inspector where the coroutine awaits.
  template <class Awaitable>
  Awaitable&& await_transform(Awaitable&& awaitable, int at_line = __builtin_LINE(),
                              const char* in_function = __builtin_FUNCTION()) noexcept {
    line = at_line;
    function = in_function;
    return std::forward<Awaitable>(awaitable);
  }

  /// Goes back to whoever awaits this coroutine. Through the runner's loop and not by a tail call, which not every
  /// target has.
  struct FinalAwaiter {
    bool await_ready() const noexcept { return false; }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> finished) const noexcept;
    void await_resume() const noexcept {}
  };
  FinalAwaiter final_suspend() noexcept { return {}; }
};

LOOPSCOPE_CORO_END
