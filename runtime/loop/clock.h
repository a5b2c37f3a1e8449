// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace loopscope::loop {

/// Program time in seconds since the program began. Every `now()` is later than the one before, also across changes of
/// mode and speed: a clock that stands still would give equal deadlines and endless polling loops.
///
/// Real mode follows the host's monotonic source, scaled by a speed. Virtual mode moves only when told: a fixed step per
/// reading, a fixed step per executed instruction (`tick`), and jumps to deadlines (`advance_to`) when nothing is ready.
class Clock {
 public:
  enum class Mode : uint8_t { kVirtual, kReal };
  /// The host's monotonic time in seconds, any origin.
  using Source = double (*)(void* context);

  /// Virtual, at 0.
  Clock() = default;
  /// Real, at 0, running at `speed` program seconds per real second.
  explicit Clock(Source source, void* context = nullptr, double speed = 1.0);

  /// What a program sees as the time. Advances the clock.
  double now();
  /// The time without advancing anything: for stamps in traces and snapshots, which must not change the run.
  double peek() const;
  /// As peek, but between `hold` and `let_go` the time of `hold`: what the loop does between two steps happens at once, and
  /// asking the host's clock for each of its records would take longer than the step.
  double stamp() const { return held_ < 0 ? peek() : held_; }
  void hold() { held_ = peek(); }
  void let_go() { held_ = -1.0; }

  /// `count` instructions were executed. No effect in real mode.
  void tick(uint64_t count) {
    if (mode_ == Mode::kVirtual) nanoseconds_ += static_cast<int64_t>(count) * kInstructionNanoseconds;
  }
  /// Virtual: jumps to program time `seconds` unless that is past. Real: no effect.
  void advance_to(double seconds);

  Mode mode() const { return mode_; }
  double speed() const { return speed_; }
  void set_source(Source source, void* context);
  /// Going real needs a source. Program time goes on from where it is.
  void set_mode(Mode mode);
  /// Affects real mode only; no jump. `speed` > 0.
  void set_speed(double speed);
  /// While paused, real time passes unseen (a paused program's sleeps do not run out).
  void set_paused(bool paused);
  bool paused() const { return paused_; }

  /// Real seconds until program time `seconds`: 0 if due or virtual, infinity if `seconds` is or the clock is paused.
  double real_seconds_until(double seconds) const;

  /// Virtual advance of one reading. Large enough to show in a Unix time held in a double (resolution 2.4e-7 s).
  static constexpr int64_t kReadingNanoseconds = 500;
  /// Virtual advance of one VM instruction: about CPython's pace.
  static constexpr int64_t kInstructionNanoseconds = 20;
  /// Timers this close to now are due (asyncio's clock resolution).
  static constexpr double kResolution = 1e-9;

 private:
  double real_elapsed() const;
  void rebase(double program_seconds);

  Mode mode_ = Mode::kVirtual;
  bool paused_ = false;
  double speed_ = 1.0;
  double last_ = -1.0;
  double held_ = -1.0;
  int64_t nanoseconds_ = 0;
  double base_program_ = 0.0;
  double base_real_ = 0.0;
  Source source_ = nullptr;
  void* context_ = nullptr;
};

}  // namespace loopscope::loop
