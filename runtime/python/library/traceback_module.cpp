// SPDX-License-Identifier: MIT
#include "python/library/standard_modules.h"
#include "python/bytecode/disassemble.h"
#include "python/vm/code_object.h"
#include "python/vm/exception.h"
#include "python/vm/protocol.h"
#include "python/vm/traceback.h"
#include "python/vm/traceback_format.h"
#include "python/vm/traceback_object.h"
#include "python/vm/vm.h"

/// `_traceback`: the VM's own formatting, which modules/traceback.py offers under Python's names.
namespace loopscope::python {

namespace {

Ref format_exception_(Value, const Value* args) {
  if (!is_exception(args[0])) return raise(exc::TypeError, "Exception expected for value, %T found", args[0]);
  return make_str(format_exception(args[0].as<Exception>()));
}
/// One level of a traceback alone.
Ref format_frame_(Value, const Value* args) {
  if (!is_exact(args[0], traceback_type)) return make_str("");
  auto* level = args[0].as<Traceback>();
  Value next = level->next;
  level->next = Value();
  std::string text = format_frames(level);
  level->next = next;
  return make_str(text);
}
Ref source_line_(Value, const Value* args) {
  int64_t number;
  std::string line;
  if (!is_str(args[0]) || !is_int(args[1]) || !int_fits(args[1], &number)) return make_str("");
  if (!source_line(to_utf8(args[0].as<Str>()), static_cast<int>(number), &line)) return none();
  return make_str(line);
}
Ref register_source_(Value, const Value* args) {
  if (!is_str(args[0]) || !is_str(args[1])) return raise(exc::TypeError, "filename and text must be strings");
  register_source(to_utf8(args[0].as<Str>()), to_utf8(args[1].as<Str>()));
  return none();
}

/// For dis: the text of a code object and of those inside it.
Ref disassemble_(Value, const Value* args) {
  if (!is_exact(args[0], code_type)) return raise(exc::TypeError, "don't know how to disassemble %T objects", args[0]);
  return make_str(disassemble(**args[0].as<CodeObject>()->source));
}

const NativeDef kFunctions[] = {
    {"disassemble", disassemble_, "code, /"},
    {"format_exception", format_exception_, "exc, /"},
    {"format_frame", format_frame_, "tb, /"},
    {"source_line", source_line_, "filename, lineno, /"},
    {"register_source", register_source_, "filename, text, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

void register_traceback_module() {
  register_native_module("_traceback", [](Module* m) { return module_add(m, kFunctions); });
}

}  // namespace loopscope::python
