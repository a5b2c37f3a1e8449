// SPDX-License-Identifier: MIT
#include <cstring>

#include "python/library/files/path_argument.h"
#include "python/library/io/io.h"
#include "python/library/library.h"
#include "python/vm/exception.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"
#include "python/vm/warning.h"

/// open() and the module `_io`.
namespace loopscope::python::io {

namespace {

struct Mode {
  bool creating = false, reading = false, writing = false, appending = false, updating = false, text = false, binary = false;
  std::string raw;  // for FileIO

  bool read(Str* mode) {
    std::string seen;
    for (char c : to_utf8(mode)) {
      bool* flag = c == 'x' ? &creating : c == 'r' ? &reading : c == 'w' ? &writing : c == 'a' ? &appending
                   : c == '+' ? &updating : c == 't' ? &text : c == 'b' ? &binary : nullptr;
      if (!flag || *flag) return raise(exc::ValueError, "invalid mode: %R", Value(mode)), false;
      *flag = true;
    }
    for (auto [on, c] : {std::pair{creating, 'x'}, {reading, 'r'}, {writing, 'w'}, {appending, 'a'}, {updating, '+'}})
      if (on) raw += c;
    if (text && binary) return raise(exc::ValueError, "can't have text and binary mode at once"), false;
    if (creating + reading + writing + appending > 1)
      return raise(exc::ValueError, "must have exactly one of create/read/write/append mode"), false;
    return true;
  }
};

/// Closes what was made so far; the exception in flight stays.
Ref give_up(Value file) {
  Ref in_flight = take_pending();
  if (!call_method(file, names::close)) {
    Ref second = take_pending();
    if (in_flight && second) set_exception_context(second.as<Exception>(), in_flight);
    if (second) in_flight = std::move(second);
  }
  restore_pending(std::move(in_flight));
  return {};
}

Ref open_(Value, const Value* args) {
  ready_io_types();
  static Str* const kRead = intern("r");
  auto given = [&](int i) { return args[i] && args[i] != kNone ? args[i] : Value(); };
  if (args[1] && !is_str(args[1])) return raise(exc::TypeError, "open() argument 'mode' must be str, not %T", args[1]);
  int64_t buffering = -1;
  if (args[2] && !to_offset(args[2], &buffering)) return {};
  static constexpr struct {
    int index;
    const char* name;
  } kTexts[] = {{3, "encoding"}, {4, "errors"}, {5, "newline"}};
  for (auto& t : kTexts)
    if (given(t.index) && !is_str(args[t.index]))
      return raise(exc::TypeError, "open() argument '%s' must be str or None, not %T", t.name, args[t.index]);
  int closefd = args[6] ? truth(args[6]) : 1;
  if (closefd < 0) return {};
  Ref path = Ref::share(args[0]);
  if (!is_int(path) && !type_of(path)->index) path = files::file_system_path(args[0]);
  if (!path) return {};
  Str* mode_text = args[1] ? args[1].as<Str>() : kRead;
  Mode mode;
  if (!mode.read(mode_text)) return {};
  if (mode.binary) {
    for (auto& t : kTexts)
      if (given(t.index))
        return raise(exc::ValueError, "binary mode doesn't take %s %s argument", t.index == 5 ? "a" : "an", t.name);
    if (buffering == 1 &&
        !warn(exc::RuntimeWarning, "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used"))
      return {};
  }
  Value raw_args[] = {path, make_str(mode.raw).release(), boolean(closefd).get(), args[7] ? args[7] : kNone};
  Ref raw_mode = Ref::steal(raw_args[1]);
  Ref raw = call(Value(&file_io_type), Args{raw_args, 4, nullptr});
  if (!raw) return {};
  bool line_buffering = buffering == 1 && !mode.binary;
  if (buffering == 1 || buffering < 0) {
    if (buffering < -1) {
      raise(exc::ValueError, "invalid buffering size");
      return give_up(raw);
    }
    buffering = kDefaultBufferSize;
  }
  if (buffering == 0) {
    if (mode.binary) return raw;
    raise(exc::ValueError, "can't have unbuffered text I/O");
    return give_up(raw);
  }
  Type* type = mode.updating ? &buffered_random_type : mode.reading ? &buffered_reader_type : &buffered_writer_type;
  Ref buffer = call(Value(type), raw, make_int(buffering));
  if (!buffer) return give_up(raw);
  if (mode.binary) return buffer;
  Value text_args[] = {buffer, args[3] ? args[3] : kNone, args[4] ? args[4] : kNone, args[5] ? args[5] : kNone, boolean(line_buffering).get()};
  Ref wrapper = call(Value(&text_io_wrapper_type), Args{text_args, 5, nullptr});
  if (!wrapper) return give_up(buffer);
  return set_attr(wrapper, names::mode, mode_text) ? std::move(wrapper) : give_up(wrapper);
}

constexpr const char* kOpenSignature = "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None";

Ref open_code(Value, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "open_code() argument 'path' must be str, not %T", args[0]);
  Value all[8] = {args[0], Value(intern("rb"))};
  return open_({}, all);
}

Ref text_encoding(Value, const Value* args) {
  if (args[0] && args[0] != kNone) return Ref::share(args[0]);
  return make_str("locale");
}

const NativeDef kOpen[] = {{"open", open_, kOpenSignature}, {nullptr, nullptr, nullptr}};
const NativeDef kFunctions[] = {
    {"open_code", open_code, "path"}, {"text_encoding", text_encoding, "encoding, stacklevel=2, /"}, {nullptr, nullptr, nullptr}};

bool initialize(Module* m) {
  ready_io_types();
  for (Type* t : {&io_base_type, &raw_io_base_type, &buffered_io_base_type, &text_io_base_type, &file_io_type, &bytes_io_type,
                  &string_io_type, &newline_decoder_type, &buffered_reader_type, &buffered_writer_type, &buffered_random_type,
                  &buffered_pair_type, &text_io_wrapper_type})
    if (!module_add(m, std::strrchr(t->name, '.') + 1, Value(t))) return false;
  static Str* const open_name = intern("open");
  return module_add(m, kFunctions) && module_add(m, "open", dict_get(vm.builtins, open_name)) &&
         module_add(m, "DEFAULT_BUFFER_SIZE", make_int(kDefaultBufferSize)) &&
         module_add(m, "UnsupportedOperation", Value(&unsupported_operation())) &&
         module_add(m, "BlockingIOError", Value(&exc::BlockingIOError));
}

}  // namespace

}  // namespace loopscope::python::io

namespace loopscope::python {

bool add_open_builtin(Module* builtins) {
  // Belongs to _io, as in CPython.
  Own<Str> module = make_str("_io");
  Ref function = make_native_function(&io::kOpen[0], {}, module);
  return function && module_add(builtins, "open", function);
}

void register_io_module() { register_native_module("_io", io::initialize); }

}  // namespace loopscope::python
