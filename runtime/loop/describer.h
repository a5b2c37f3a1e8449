// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "loop/kinds.h"

namespace loopscope::loop {

/// Receives what a handle, future or task says about itself, for the inspector and the trace. Objects call the methods
/// that apply to them; views are valid only during the call. Lines count from 1; 0 means unknown.
class Describer {
 public:
  virtual ~Describer() = default;
  /// Handles, timers, futures: one short phrase, e.g. `sleep(1)`, `call_later tick`, `Lock 2`.
  virtual void label(std::string_view) {}
  /// Handles and timers: the source line which set them.
  virtual void line(int) {}
  /// Tasks: its name, and the qualified name of its outermost coroutine.
  virtual void name(std::string_view) {}
  virtual void coroutine(std::string_view) {}
  /// Tasks that are done: repr of the result or of the exception.
  virtual void result(std::string_view) {}
  virtual void exception(std::string_view) {}
  /// Tasks: one suspended frame, called from the outermost coroutine to the innermost.
  virtual void frame(std::string_view qualified_name, int line) {
    (void)qualified_name;
    (void)line;
  }
};

}  // namespace loopscope::loop
