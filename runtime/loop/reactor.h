// SPDX-License-Identifier: MIT
#pragma once

namespace loopscope::loop {

class Clock;
class EventLoop;

/// What the loop asks to be woken. Completions of outside work are posted as handles with `EventLoop::post_completion`,
/// in the order in which they are to run.
class Reactor {
 public:
  virtual ~Reactor() = default;

  /// Nothing is ready in `loop` until program time `deadline` (infinity: only something from outside can help).
  /// Either waits (blocks, or jumps a virtual clock) until then or until a completion is posted, and returns true; or
  /// returns false because this host must not block here, or because nothing can ever come (deadlock). On false the
  /// loop reports `Wait` to its caller, who calls `begin_iteration` again later.
  virtual bool wait(EventLoop& loop, double deadline) = 0;

  /// Post what has completed meanwhile; called once in each iteration, never blocks.
  virtual void poll(EventLoop&) {}

  /// True while outside work is under way that may still post completions.
  virtual bool has_pending() const { return false; }

  /// Something was queued from outside the loop's own iteration (call_soon_threadsafe, post_completion).
  virtual void wake(EventLoop&) {}
};

/// Never blocks: for callers that wait elsewhere (browser, a VM with several threads).
class PassiveReactor final : public Reactor {
 public:
  bool wait(EventLoop&, double) override { return false; }
};

}  // namespace loopscope::loop
