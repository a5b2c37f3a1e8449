// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "loop/describer.h"
#include "loop/handle.h"

namespace loopscope::trace {

/// Catches the label (or for a task its name) and the line of whatever describes itself.
class LabelCatcher final : public loop::Describer {
 public:
  void label(std::string_view text) override { text_.assign(text); }
  void name(std::string_view text) override { text_.assign(text); }
  void line(int line) override { line_ = line; }

  std::string_view text() const { return text_; }
  int source_line() const { return line_; }
  void reset() {
    text_.clear();
    line_ = 0;
  }

 private:
  std::string text_;
  int line_ = 0;
};

/// What a ready handle is called on the page: a task's step that follows a future is its wake-up.
inline loop::HandleKind shown_kind(const loop::Handle& handle) {
  if (handle.kind() != loop::HandleKind::kTaskStep) return handle.kind();
  loop::CauseCode code = handle.cause().code;
  bool woken = code == loop::CauseCode::kFutureDone || code == loop::CauseCode::kFutureCancelled;
  return woken ? loop::HandleKind::kWakeup : loop::HandleKind::kTaskStep;
}

}  // namespace loopscope::trace
