// SPDX-License-Identifier: MIT
#include <limits>

#include "python/library/threads/objects.h"
#include "python/vm/exception.h"

namespace loopscope::python {

namespace {
constexpr double kForever = std::numeric_limits<double>::infinity();
/// threading.TIMEOUT_MAX; nanoseconds that 64 bits hold.
constexpr double kLongest = 9223372036;
constexpr double kLongestTime = 9223372036.854775807;
}  // namespace

Next WaitingFrame::resume(Resumed how, Ref, Ref* result) {
  Thread& thread = current_thread();
  bool taken = how != Resumed::raised && take(object_.get().object());
  bool late = false;
  if (!taken && waiting_ && deadline_ < kForever) {
    sync_clock();
    late = vm.clock->peek() >= deadline_;
  }
  if (taken || late || how == Resumed::raised) {
    thread.counts_as_blocking = false;
    thread.blocked_on = "";
    if (waiting_) line_.leave(&thread);
    if (how == Resumed::raised) return Next::failed;
    *result = outcome(taken);
    return Next::done;
  }
  if (!waiting_) line_.join(&thread);
  waiting_ = true;
  thread.state = ThreadState::blocked;
  thread.wake_at = deadline_;
  thread.blocked_on = what_;
  thread.counts_as_blocking = true;
  return Next::blocked;
}

double Patience::deadline() const { return seconds < 0 ? kForever : program_time() + seconds; }

bool read_patience(Value blocking, Value timeout, Patience* out) {
  int block = blocking ? truth(blocking) : 1;
  if (block < 0) return false;
  if (timeout && !is_float(timeout) && !is_int(timeout)) {
    raise(exc::TypeError, "'%T' object cannot be interpreted as an integer", timeout);
    return false;
  }
  if (timeout && !to_double(timeout, &out->seconds)) return false;
  out->blocking = block != 0;
  if (!out->blocking && out->seconds != -1) {
    raise(exc::ValueError, "can't specify a timeout for a non-blocking call");
    return false;
  }
  if (out->seconds < 0 && out->seconds != -1) {
    raise(exc::ValueError, "timeout value must be a non-negative number");
    return false;
  }
  if (out->seconds > kLongestTime) {
    raise(exc::OverflowError, "timestamp out of range for platform time_t");
    return false;
  }
  if (out->seconds > kLongest) {
    raise(exc::OverflowError, "timeout value is too large");
    return false;
  }
  return true;
}

}  // namespace loopscope::python
