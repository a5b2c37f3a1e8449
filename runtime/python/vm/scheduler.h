// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <set>

#include "python/vm/thread.h"

namespace loopscope::python {

/// Which green thread runs next. As with CPython's GIL: a thread goes on until it waits or its turn is over, and threads
/// that become ready line up behind those that already are. Turns are counted in checks, not in time, so that the order
/// is the same in every run, however the host cuts the run into slices.
class Scheduler {
 public:
  /// It may run from now on.
  void add(Thread* thread);
  /// It has blocked itself (Thread::wake_at); asleep until then or until `wake`.
  void put_to_sleep(Thread* thread);
  /// Ready again, behind all others. Nothing happens to a thread that does not sleep.
  void wake(Thread* thread);
  /// It is over.
  void remove(Thread* thread);

  /// Whose turn it is at this program time; null: all wait. Threads inside a native call (Thread::held) are left out.
  Thread* pick(double now);
  /// What is left of that thread's turn; a thread that nobody waits for has no end.
  int32_t turn() const;
  /// The picked thread has used so many checks and is what its `state` says. True: it has given way.
  bool has_run(Thread* thread, int32_t checks);

  /// Program time of the first wake-up: 0 if somebody is ready, infinity if nobody sleeps by the clock.
  double wake_time() const;
  /// The same of those who sleep: when nobody who is ready may run.
  double next_sleeper() const;

  /// sys.setswitchinterval.
  void set_interval(double seconds);
  double interval() const { return interval_; }

 private:
  struct Sleeper {
    double when;
    uint64_t number;  // ties: who fell asleep first
    Thread* thread;
    bool operator<(const Sleeper& other) const { return when != other.when ? when < other.when : number < other.number; }
  };
  void begin_turn();
  void leave_line(Thread* thread);

  std::deque<Thread*> line_;  // ready ones; the first one's turn it is
  std::set<Sleeper> sleepers_;
  uint64_t count_ = 0;
  double interval_ = 0.005;
  int32_t turn_ = 0;       // in checks
  int32_t turn_left_ = 0;
};
extern Scheduler scheduler;

}  // namespace loopscope::python
