// SPDX-License-Identifier: MIT
#include "loop/clock.h"

#include <cmath>
#include <limits>

namespace loopscope::loop {

namespace {
constexpr double kSecondsPerNanosecond = 1e-9;
constexpr double kForever = std::numeric_limits<double>::infinity();

int64_t to_nanoseconds(double seconds) { return static_cast<int64_t>(std::ceil(seconds * 1e9)); }
}  // namespace

Clock::Clock(Source source, void* context, double speed) : mode_(Mode::kReal), speed_(speed), source_(source), context_(context) {
  rebase(0.0);
}

void Clock::rebase(double program_seconds) {
  base_program_ = program_seconds;
  base_real_ = source_ ? source_(context_) : 0.0;
}

double Clock::real_elapsed() const {
  return paused_ || !source_ ? 0.0 : (source_(context_) - base_real_) * speed_;
}

double Clock::peek() const {
  double time = mode_ == Mode::kVirtual ? static_cast<double>(nanoseconds_) * kSecondsPerNanosecond : base_program_ + real_elapsed();
  return time < last_ ? last_ : time;
}

double Clock::now() {
  if (mode_ == Mode::kVirtual) nanoseconds_ += kReadingNanoseconds;
  double time = peek();
  if (time <= last_) {
    time = last_ + kSecondsPerNanosecond;
    if (time <= last_) time = std::nextafter(last_, kForever);
  }
  return last_ = time;
}

void Clock::advance_to(double seconds) {
  if (mode_ != Mode::kVirtual || !(seconds < 9e9)) return;
  int64_t target = to_nanoseconds(seconds);
  if (target > nanoseconds_) nanoseconds_ = target;
}

void Clock::set_source(Source source, void* context) {
  double time = peek();
  source_ = source;
  context_ = context;
  rebase(time);
}

void Clock::set_mode(Mode mode) {
  if (mode == mode_) return;
  double time = peek();
  mode_ = mode;
  if (mode == Mode::kVirtual) {
    nanoseconds_ = to_nanoseconds(time);
  } else {
    rebase(time);
  }
}

void Clock::set_speed(double speed) {
  rebase(peek());
  speed_ = speed;
}

void Clock::set_paused(bool paused) {
  if (paused == paused_) return;
  double time = peek();
  paused_ = paused;
  rebase(time);
}

double Clock::real_seconds_until(double seconds) const {
  if (seconds == kForever) return kForever;
  if (mode_ == Mode::kVirtual) return 0.0;
  if (paused_) return kForever;
  double rest = (seconds - peek()) / speed_;
  return rest > 0 ? rest : 0.0;
}

}  // namespace loopscope::loop
