// SPDX-License-Identifier: MIT
#include "python/library/stream.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"

/// input(): a line of whatever sys.stdin is now. Reading it is a call from a frame of its own, so it may wait.
namespace loopscope::python {

namespace {

class InputFrame final : public NativeFrame {
 public:
  explicit InputFrame(Ref readline) : readline_(std::move(readline)) {}
  Next resume(Resumed how, Ref value, Ref* result) override {
    if (how == Resumed::raised) return Next::failed;
    if (how == Resumed::started) {
      switch (call_from_native(readline_, Args{}, &value)) {
        case Called::pushed: return Next::pushed;
        case Called::raised: return Next::failed;
        case Called::returned: break;
      }
    }
    if (!is_str(value)) {
      raise(exc::TypeError, "object.readline() returned non-string");
      return Next::failed;
    }
    Str* line = value.as<Str>();
    if (!line->length) {
      raise(exc::EOFError, "EOF when reading a line");
      return Next::failed;
    }
    *result = line->at(line->length - 1) == '\n' ? Ref(str_substring(line, 0, line->length - 1)) : std::move(value);
    return *result ? Next::done : Next::failed;
  }
  void traverse(Visitor& visit) override { visit(readline_); }
  const char* label() const override { return "input"; }

 private:
  Ref readline_;
};

}  // namespace

Ref builtin_input(Value, const Value* args) {
  Ref sys = import_module("sys");
  if (!sys) return {};
  Ref files[3];
  static const char* const kNames[] = {"stdin", "stdout", "stderr"};
  for (int i = 0; i < 3; i++) {
    Value v = dict_get(sys.as<Module>()->dict, intern(kNames[i]));
    if (!v || v == kNone) return raise(exc::RuntimeError, "input(): lost sys.%s", kNames[i]);
    files[i] = Ref::share(v);
  }
  if (!plain_stream(files[2]) && !call_method(files[2], names::flush)) clear_pending();
  if (args[0]) {
    Ref text = str(args[0]);
    if (!text || !write_to(files[1], text.as<Str>())) return {};
  }
  if (!plain_stream(files[1]) && !call_method(files[1], names::flush)) clear_pending();
  Ref readline = get_attr(files[0], intern("readline"));
  if (!readline) return {};
  push_native(std::make_unique<InputFrame>(std::move(readline)));
  return frame_pushed();
}

}  // namespace loopscope::python
