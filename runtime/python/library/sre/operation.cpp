// SPDX-License-Identifier: MIT
#include "python/library/sre/operation.h"

#include "python/library/sre/pattern.h"

namespace loopscope::python::sre {

namespace {

/// Steps of the machine that count as one of the interpreter's checks (a call or a turn of a loop).
constexpr int kStepsPerCheck = 8;
/// Steps between looks at the budget.
constexpr int64_t kSlice = 1 << 14;

/// Takes what was done out of the budget.
void charge(int64_t steps) { vm.budget -= static_cast<int32_t>(steps / kStepsPerCheck); }

}  // namespace

Operation::Operation(Value pattern) : pattern_(Ref::share(pattern)) {}

bool Operation::open(Value string, int64_t from, int64_t end) {
  auto subject = std::make_shared<Subject>();
  if (!subject->open(pattern_of(pattern_), string, from, end)) return false;
  open(std::move(subject));
  return true;
}

void Operation::open(std::shared_ptr<const Subject> subject) {
  subject_ = std::move(subject);
  machine_ = std::make_unique<Machine>(*pattern_of(pattern_)->program, subject_->text());
  machine_->begin(Machine::Mode::search, subject_->from(), false);
}

void Operation::traverse(Visitor& visit) {
  visit(pattern_);
  if (subject_) visit(subject_->string());
}

void Operation::search_on() {
  machine_->begin(Machine::Mode::search, machine_->end(), machine_->end() == machine_->start());
}

Ref Operation::perform(std::unique_ptr<Operation> operation) {
  Ref result;
  switch (operation->go(&result, false)) {
    case Next::done: return result;
    case Next::failed: return {};
    default: push_native(std::move(operation)); return frame_pushed();
  }
}

Next Operation::resume(Resumed how, Ref value, Ref* result) {
  if (how == Resumed::raised) return Next::failed;
  if (calling_ && how == Resumed::returned) {
    calling_ = false;
    if (!called(std::move(value))) return Next::failed;
  }
  return go(result, true);
}

Next Operation::go(Ref* result, bool is_frame) {
  for (;;) {
    if (calling_) {
      if (!is_frame) return Next::blocked;
      Ref value;
      switch (call(&value)) {
        case Called::pushed: return Next::pushed;
        case Called::raised: return Next::failed;
        case Called::returned: break;
      }
      calling_ = false;
      if (!called(std::move(value))) return Next::failed;
    }
    int64_t fuel = kSlice;
    Machine::Outcome outcome = machine_->run(&fuel);
    charge(kSlice - fuel);
    switch (outcome) {
      case Machine::Outcome::matched:
        switch (matched(result)) {
          case Step::again: break;
          case Step::done: return Next::done;
          case Step::failed: return Next::failed;
          case Step::frame: calling_ = true; break;
        }
        break;
      case Machine::Outcome::failed:
        *result = failed();
        return *result ? Next::done : Next::failed;
      case Machine::Outcome::no_memory: return Next::failed;
      case Machine::Outcome::paused: break;
    }
    if (vm.budget >= 0) continue;
    if (vm.native_depth <= 1) {
      current_thread().state = ThreadState::ready;
      return Next::blocked;
    }
    // Inside a native call nobody can be given a turn, but whoever wants the program to end is heard.
    if (vm.stop_requested) {
      vm.stop_requested = false;
      raise(exc::KeyboardInterrupt, nullptr);
      return Next::failed;
    }
    vm.budget += 1 << 14;
    vm.budget_start += 1 << 14;
  }
}

}  // namespace loopscope::python::sre
