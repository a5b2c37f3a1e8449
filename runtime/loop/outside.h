// SPDX-License-Identifier: MIT
#pragma once

namespace loopscope::loop {

/// What acts on a program from outside at moments of program time (a network). Whoever waits for the program's next moment
/// asks it too: loops at the start of each iteration, threads that block, and hosts before they let time go by.
class Outside {
 public:
  virtual ~Outside() = default;
  /// Program time at which something comes; infinity: nothing by the clock alone.
  virtual double next_arrival() const = 0;
  /// Lets everything come that is due by now, in the order of its times. Never runs a program's code: it posts completions
  /// and makes threads ready.
  virtual void deliver_due() = 0;
};

}  // namespace loopscope::loop
