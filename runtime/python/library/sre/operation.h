// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "python/library/sre/machine.h"
#include "python/library/sre/subject.h"
#include "python/vm/vm.h"

namespace loopscope::python::sre {

/// One call of a method that matches. It begins as a plain call; when matching takes long, or a replacement has to be
/// called, it becomes a frame: the program can then be paused or stopped in the middle of a match.
class Operation : public NativeFrame {
 public:
  /// Its result, or kFramePushed.
  static Ref perform(std::unique_ptr<Operation> operation);
  /// False: TypeError.
  bool open(Value string, int64_t from = 0, int64_t end = INT64_MAX);
  /// Of one call after another on the same text.
  void open(std::shared_ptr<const Subject> subject);

  Next resume(Resumed how, Ref value, Ref* result) final;
  void traverse(Visitor& visit) override;
  const char* label() const override { return "re"; }

 protected:
  explicit Operation(Value pattern);
  enum class Step : uint8_t { again, done, failed, frame };
  /// The machine has matched or failed. `again`: it has been begun anew; `frame`: call() wants to be called.
  virtual Step matched(Ref* result) = 0;
  virtual Ref failed() = 0;
  /// Calls Python; only when it has become a frame.
  virtual Called call(Ref*) { return Called::raised; }
  virtual bool called(Ref) { return true; }
  /// Looks for the next match after the one found, or from the beginning.
  void search_on();

  Ref pattern_;
  std::shared_ptr<const Subject> subject_;
  std::unique_ptr<Machine> machine_;
  bool calling_ = false;

 private:
  Next go(Ref* result, bool is_frame);
};

/// match, fullmatch, search; also for scanners (`scanner` may be null), which say where to begin.
Ref find_one(Value pattern, Machine::Mode mode, Value string, int64_t from, int64_t end);
struct ScannerObject;
Ref scan_one(ScannerObject* scanner, Machine::Mode mode);
Ref find_all(Value pattern, Value string, int64_t from, int64_t end);
Ref split(Value pattern, Value string, int64_t most);
/// With the number of replacements if `count_them`.
Ref substitute(Value pattern, Value replacement, Value string, int64_t most, bool count_them);

}  // namespace loopscope::python::sre
