// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/interpreter.h"

/// From a frame that is over or suspended to the frame below it. How the result gets there is up to the frame's on_return.
/// The loop does the commonest of these itself.
namespace loopscope::python {

/// What comes next, in one word.
class Transition {
 public:
  enum class Kind : uint8_t {
    python,  // thread.top goes on at its ip; its value stack has what it waited for
    native,  // thread.top is resumed: how()
    entered, // thread.top is new
    raise,   // the pending exception is raised in thread.top, which called what failed
    leave,   // the interpreter ends: exit()
  };
  static Transition to_python() { return {Kind::python, 0}; }
  static Transition to_native(Resumed how) { return {Kind::native, static_cast<uint8_t>(how)}; }
  static Transition entering() { return {Kind::entered, 0}; }
  static Transition raising() { return {Kind::raise, 0}; }
  static Transition leaving(Exit exit) { return {Kind::leave, static_cast<uint8_t>(exit)}; }

  Transition() : bits_(0) {}
  Kind kind() const { return static_cast<Kind>(bits_ & 0xFF); }
  Resumed how() const { return static_cast<Resumed>(bits_ >> 8); }
  Exit exit() const { return static_cast<Exit>(bits_ >> 8); }

 private:
  Transition(Kind kind, uint8_t detail) : bits_(static_cast<uint32_t>(kind) | static_cast<uint32_t>(detail) << 8) {}
  uint32_t bits_;
};

/// `frame` is thread.top; `value` is its result on the way in, and on the way out what a native frame or the interpreter's
/// caller gets.
Transition frame_returned(Thread& thread, Frame* frame, Ref& value);
/// A generator's frame that yields; its ip and sp are saved.
Transition frame_yielded(Thread& thread, Frame* frame, Ref& value);
/// No handler of the frame covers the pending exception.
Transition frame_raised(Thread& thread, Frame* frame, Ref& value);
/// A native frame is through: `value`, or null and an exception is pending.
Transition native_over(Thread& thread, Frame* frame, Ref& value);
/// RETURN_GENERATOR: the frame, which is thread.top, becomes a generator, its result.
Transition generator_made(Thread& thread, Frame* frame, Ref& value);

}  // namespace loopscope::python
