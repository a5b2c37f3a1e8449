// SPDX-License-Identifier: MIT
#include "python/library/files/host_input.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include "python/vm/vm.h"

namespace loopscope::python::files {

namespace {

/// What the host gave and nobody took yet: text[taken, end).
std::string text;
size_t taken = 0;
size_t characters = 0;  // of it
bool ended = false;

size_t count_characters(const char* bytes, size_t n) {
  return static_cast<size_t>(std::count_if(bytes, bytes + n, [](char c) { return (c & 0xC0) != 0x80; }));
}

/// One more line, or the end. False: the host has none yet.
bool pull() {
  std::string line;
  int got = ended ? 0 : vm.hooks.read_line ? vm.hooks.read_line(&line) : 0;
  if (got < 0) return false;
  if (got == 0) ended = true;
  text += line;
  characters += count_characters(line.data(), line.size());
  return true;
}

bool enough(InputNeed need, size_t count) {
  if (need == InputNeed::everything) return false;
  return need == InputNeed::line ? taken < text.size() : characters >= count;
}

class WaitForInput final : public NativeFrame {
 public:
  WaitForInput(InputNeed need, size_t count, NativeFn go_on, Value self, const Value* args, uint32_t arguments)
      : need_(need), count_(count), go_on_(go_on), self_(Ref::share(self)) {
    for (uint32_t i = 0; i < arguments; i++) args_.push_back(Ref::share(args[i]));
  }
  Next resume(Resumed how, Ref, Ref* result) override {
    Thread& thread = current_thread();
    thread.counts_as_blocking = false;
    thread.blocked_on = "";
    if (how == Resumed::raised) return Next::failed;
    if (input_has(need_, count_)) {
      std::vector<Value> args(args_.begin(), args_.end());
      *result = go_on_(self_, args.data());
      return *result ? Next::done : Next::failed;
    }
    if (vm.native_depth > 1) {
      raise(exc::RuntimeError, "standard input has no line yet, and what reads it here cannot wait for one");
      return Next::failed;
    }
    vm.waiting_for_input = true;
    thread.state = ThreadState::blocked;
    thread.wake_at = std::numeric_limits<double>::infinity();
    thread.blocked_on = "input";
    thread.counts_as_blocking = true;
    return Next::blocked;
  }
  void traverse(Visitor& visit) override {
    visit(self_);
    for (Ref& arg : args_) visit(arg);
  }
  const char* label() const override { return "input"; }

 private:
  InputNeed need_;
  size_t count_;
  NativeFn go_on_;
  Ref self_;
  std::vector<Ref> args_;
};

}  // namespace

bool input_has(InputNeed need, size_t count) {
  while (!ended && !enough(need, count))
    if (!pull()) return false;
  return true;
}

bool take_input(char* out, size_t count, size_t* got) {
  if (taken == text.size() && !pull()) return false;
  size_t line = text.find('\n', taken);
  size_t n = std::min(count, (line == std::string::npos ? text.size() : line + 1) - taken);
  std::memcpy(out, text.data() + taken, n);
  characters -= count_characters(out, n);
  taken += n;
  if (taken == text.size()) {
    text.clear();
    taken = 0;
  }
  *got = n;
  return true;
}

Ref when_input_has(InputNeed need, size_t count, NativeFn go_on, Value self, const Value* args, uint32_t arguments) {
  if (input_has(need, count)) return go_on(self, args);
  push_native(std::make_unique<WaitForInput>(need, count, go_on, self, args, arguments));
  return frame_pushed();
}

}  // namespace loopscope::python::files
