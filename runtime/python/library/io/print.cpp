// SPDX-License-Identifier: MIT
#include "python/library/stream.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"

/// print(). To the host's own streams it puts a whole line together and writes it once; any other file gets piece after
/// piece through its write(), as in CPython.
namespace loopscope::python {

const char* const kPrintSignature = "*args, sep=' ', end='\\n', file=None, flush=False";

namespace {

/// A line for a plain stream.
struct Line {
  int stream;
  StrBuilder text;
  Line* outer;

  bool write() {
    if (!text.length()) return true;
    Own<Str> whole = text.finish();
    return whole && write_plain(stream, whole.get());
  }
};
/// Lines whose print() is in the middle of somebody's __str__.
Line* in_progress = nullptr;

/// str() of these runs no code of the program.
bool is_harmless(Value v) {
  if (v.is_small() || v == kNone) return true;
  Type* type = type_of(v);
  return type == &str_type || type == &int_type || type == &float_type || type == &bool_type;
}

bool add_object(Line& line, Value v) {
  if (is_exact(v, str_type)) return line.text.add(v.as<Str>()), true;
  bool harmless = is_harmless(v);
  if (!harmless) {
    line.outer = in_progress;
    in_progress = &line;
  }
  Ref text = str(v);
  if (!harmless) in_progress = line.outer;
  if (!text) return false;
  line.text.add(text.as<Str>());
  return true;
}

Ref print_to_stream(int stream, Tuple* objects, Str* sep, Str* end) {
  finish_print_in_progress();
  Line line{.stream = stream, .text = {}, .outer = nullptr};
  for (uint32_t i = 0; i < objects->size; i++) {
    if (i) line.text.add(sep);
    if (add_object(line, objects->items[i])) continue;
    // What came before the object that cannot be shown is printed.
    Ref in_flight = take_pending();
    line.write();
    restore_pending(std::move(in_flight));
    return {};
  }
  line.text.add(end);
  return line.write() ? none() : Ref();
}

Ref print_to_file(Value file, Tuple* objects, Str* sep, Str* end) {
  for (uint32_t i = 0; i < objects->size; i++) {
    if (i && !write_to(file, sep)) return {};
    Ref text = str(objects->items[i]);
    if (!text || !write_to(file, text.as<Str>())) return {};
  }
  return write_to(file, end) ? none() : Ref();
}

/// sys.stdout; `*stream` when it is plain (or nobody has imported sys yet, so that nobody can have replaced it).
bool find_stdout(Ref* file, int* stream) {
  *stream = 0;
  Value sys = dict_get(vm.modules, names::sys);
  if (!sys || !is_exact(sys, module_type)) {
    *stream = 1;
    return true;
  }
  static Str* const name = intern("stdout");
  Value v = dict_get(sys.as<Module>()->dict, name);
  if (!v) return raise(exc::RuntimeError, "lost sys.stdout"), false;
  *file = Ref::share(v);
  return true;
}

}  // namespace

void finish_print_in_progress() {
  for (Line* line = in_progress; line; line = line->outer)
    if (!line->write()) clear_pending();
}

bool write_to(Value file, Str* text) {
  if (int stream = plain_stream(file)) {
    finish_print_in_progress();
    return write_plain(stream, text);
  }
  return static_cast<bool>(call_method(file, names::write, text));
}

Ref builtin_print(Value, const Value* args) {
  static Str *const space = intern(" "), *const newline = intern("\n");
  auto text_or = [](Value v, const char* name, Str* fallback) -> Str* {
    if (!v || v == kNone) return fallback;
    if (is_str(v)) return v.as<Str>();
    return raise(exc::TypeError, "%s must be None or a string, not %T", name, v), nullptr;
  };
  Ref file;
  int stream = 0;
  if (!args[3] || args[3] == kNone) {
    if (!find_stdout(&file, &stream)) return {};
    if (file.get() == kNone) return none();
  } else {
    file = Ref::share(args[3]);
  }
  Str* sep = text_or(args[1], "sep", space);
  Str* end = sep ? text_or(args[2], "end", newline) : nullptr;
  if (!end) return {};
  if (!stream) stream = plain_stream(file);
  Tuple* objects = args[0].as<Tuple>();
  if (stream ? !print_to_stream(stream, objects, sep, end) : !print_to_file(file, objects, sep, end)) return {};
  int flush = args[4] ? truth(args[4]) : 0;
  if (flush < 0) return {};
  return flush && !stream ? (call_method(file, names::flush) ? none() : Ref()) : none();
}

}  // namespace loopscope::python
