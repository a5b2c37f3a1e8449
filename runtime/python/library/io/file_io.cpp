// SPDX-License-Identifier: MIT
#include "python/library/files/descriptors.h"
#include "python/library/files/host_input.h"
#include "python/library/files/path_argument.h"
#include "python/library/io/io.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/warning.h"

/// _io.FileIO: an open file without a buffer.
namespace loopscope::python::io {

using namespace files;

namespace {

FileIo* file_of(Value v) { return v.as<FileIo>(); }

bool usable(FileIo* file) {
  return file->descriptor >= 0 || (raise_closed("I/O operation on closed file"), false);
}
bool usable_for(FileIo* file, bool allowed, const char* action) {
  return usable(file) && (allowed || (raise(unsupported_operation(), "File not open for %s", action), false));
}

Ref new_file(Type* type, const Args&) {
  auto* file = allocate_io<FileIo>(type);
  if (!file) return {};
  file->descriptor = -1;
  file->close_descriptor = true;
  file->seekable = -1;
  return Ref::steal(file);
}

/// "rb+" etc. as flags of the object and of open().
bool read_mode(FileIo* file, Str* mode, int* flags) {
  std::string text = to_utf8(mode);
  int kinds = 0;
  bool plus = false, valid = true;
  *flags = 0;
  file->created = file->readable = file->writable = file->appending = false;
  for (char c : text) {
    switch (c) {
      case 'x': kinds++; file->created = file->writable = true; *flags |= kCreate | kExclusive; break;
      case 'r': kinds++; file->readable = true; break;
      case 'w': kinds++; file->writable = true; *flags |= kCreate | kTruncate; break;
      case 'a': kinds++; file->appending = file->writable = true; *flags |= kCreate | kAppend; break;
      case 'b': break;
      case '+':
        if (plus) kinds = 2;
        plus = true;
        break;
      default: valid = false;
    }
  }
  if (!valid) return raise(exc::ValueError, "invalid mode: %U", mode), false;
  if (kinds != 1)
    return raise(exc::ValueError, "Must have exactly one of create/read/write/append mode and at most one plus"), false;
  if (plus) file->readable = file->writable = true;
  *flags |= file->readable && file->writable ? kReadWrite : file->readable ? kReadOnly : kWriteOnly;
  return true;
}

bool init_file(Value self, const Args& args) {
  BoundArgs bound(*Signature::of("file, mode='r', closefd=True, opener=None"), {"FileIO"}, args);
  if (!bound) return false;
  FileIo* file = file_of(self);
  if (file->descriptor >= 0) {
    if (file->close_descriptor && !call_method(self, names::close)) return false;
    file->descriptor = -1;
  }
  if (bound[1] && !is_str(bound[1])) return raise(exc::TypeError, "FileIO() argument 'mode' must be str, not %T", bound[1]), false;
  int closes = bound[2] ? truth(bound[2]) : 1, flags;
  static Str* const reading = intern("r");
  if (closes < 0 || !read_mode(file, bound[1] ? bound[1].as<Str>() : reading, &flags)) return false;
  Value name = bound[0];
  Value opener = bound[3] && bound[3] != kNone ? bound[3] : Value();
  if (is_float(name)) return raise(exc::TypeError, "integer argument expected, got float"), false;
  int descriptor = -1;
  if (is_int(name) || type_of(name)->index) {
    int64_t number;
    if (name == kTrue || name == kFalse) {
      if (!warn(exc::RuntimeWarning, "bool is used as a file descriptor")) return false;
    }
    if (!to_int64(name, &number, OnOverflow::error)) return false;
    if (number < 0) return raise(exc::ValueError, "negative file descriptor"), false;
    file->close_descriptor = closes;
    if (number > INT32_MAX || !open_file_of(static_cast<int>(number))) return raise_file_error(kEBADF), false;
    descriptor = static_cast<int>(number);
  } else {
    PathArgument path;
    if (!path.read(name)) return false;
    if (!closes) return raise(exc::ValueError, "Cannot use closefd=False with file name"), false;
    file->close_descriptor = true;
    if (opener) {
      Ref answer = call(opener, name, make_int(flags | 02000000));
      if (!answer) return false;
      int64_t number;
      if (!is_int(answer) || !int_fits(answer, &number)) return raise(exc::TypeError, "expected integer from opener"), false;
      if (number < 0) return raise(exc::ValueError, "opener returned %d", static_cast<int>(number)), false;
      descriptor = static_cast<int>(number);
    } else if (int error = open_file(path.text(), flags, 0666, &descriptor)) {
      return raise_file_error(error, name), false;
    }
    OpenFile* open = open_file_of(descriptor);
    if (!open) return raise_file_error(kEBADF), false;
    if (open->node->is_directory()) {
      close_descriptor(descriptor);
      return raise_file_error(kEISDIR, name), false;
    }
  }
  OpenFile* open = open_file_of(descriptor);
  if (open->node->is_directory()) return raise_file_error(kEISDIR, name), false;
  file->descriptor = descriptor;
  file->seekable = -1;
  if (!set_attr(self, names::name, name)) return false;
  int64_t ignored;
  if (file->appending) seek_descriptor(descriptor, 0, 2, &ignored);
  return true;
}

Ref read_failed(int error) {
  if (error == kWouldWait)
    return raise(exc::RuntimeError, "standard input has no line yet, and what reads it here cannot wait for one");
  return raise_file_error(error);
}

bool is_input(FileIo* file) {
  OpenFile* open = open_file_of(file->descriptor);
  return open && open->node->device == Device::standard_input;
}

Ref readall_now(Value self, const Value*) {
  BytesBuilder all;
  OpenFile* open = open_file_of(file_of(self)->descriptor);
  if (!open) return raise_file_error(kEBADF);
  if (open->node->kind == Kind::file && open->readable()) {
    uint64_t rest = static_cast<uint64_t>(open->offset) < open->node->size ? open->node->size - static_cast<uint64_t>(open->offset) : 0;
    Own<Bytes> whole = new_bytes(static_cast<size_t>(rest));
    size_t got;
    if (!whole) return {};
    if (int error = read_descriptor(file_of(self)->descriptor, whole->data, whole->length, &got)) return read_failed(error);
    return whole;
  }
  for (;;) {
    char part[4096];
    size_t got;
    if (int error = read_descriptor(file_of(self)->descriptor, part, sizeof part, &got)) return read_failed(error);
    if (!got) break;
    all.add(part, got);
  }
  return all.finish();
}
Ref readall(Value self, const Value*) {
  FileIo* file = file_of(self);
  if (!usable_for(file, file->readable, "reading")) return {};
  if (is_input(file)) return when_input_has(InputNeed::everything, 0, readall_now, self, nullptr, 0);
  return readall_now(self, nullptr);
}
Ref read_now(Value self, const Value* args) {
  size_t size = static_cast<size_t>(int_clamped(args[0])), got;
  Own<Bytes> whole = new_bytes(size);
  if (!whole) return {};
  if (int error = read_descriptor(file_of(self)->descriptor, whole->data, size, &got)) return read_failed(error);
  return got == size ? Ref(whole) : Ref(make_bytes(whole->data, got));
}
Ref read(Value self, const Value* args) {
  FileIo* file = file_of(self);
  int64_t size;
  if (!usable_for(file, file->readable, "reading") || !optional_size(args[0], &size)) return {};
  if (size < 0) return readall(self, nullptr);
  Ref count = make_int(std::min<int64_t>(size, INT32_MAX));
  Value given = count;
  if (is_input(file)) return when_input_has(InputNeed::line, 0, read_now, self, &given, 1);
  return read_now(self, &given);
}
Ref readinto_now(Value self, const Value* args) {
  WritableView into;
  size_t got;
  if (!require_writable(args[0], "readinto", &into)) return {};
  if (int error = read_descriptor(file_of(self)->descriptor, into.data, into.length, &got)) return read_failed(error);
  return make_int(static_cast<int64_t>(got));
}
Ref readinto(Value self, const Value* args) {
  FileIo* file = file_of(self);
  if (!usable_for(file, file->readable, "reading")) return {};
  if (is_input(file)) return when_input_has(InputNeed::line, 0, readinto_now, self, args, 1);
  return readinto_now(self, args);
}
Ref write(Value self, const Value* args) {
  FileIo* file = file_of(self);
  BytesView view;
  if (!usable_for(file, file->writable, "writing") || !require_bytes(args[0], &view)) return {};
  size_t written;
  if (int error = write_descriptor(file->descriptor, view.data, view.length, &written)) return raise_file_error(error);
  return make_int(static_cast<int64_t>(written));
}

Ref seek_to(FileIo* file, int64_t offset, int whence) {
  int64_t place;
  if (int error = seek_descriptor(file->descriptor, offset, whence, &place)) return raise_file_error(error);
  return make_int(place);
}
Ref seek(Value self, const Value* args) {
  int64_t offset, whence = 0;
  if (!usable(file_of(self)) || !to_offset(args[0], &offset) || (args[1] && !to_int64(args[1], &whence, OnOverflow::error))) return {};
  return seek_to(file_of(self), offset, static_cast<int>(whence));
}
Ref tell(Value self, const Value*) { return usable(file_of(self)) ? seek_to(file_of(self), 0, 1) : Ref(); }
Ref truncate(Value self, const Value* args) {
  FileIo* file = file_of(self);
  if (!usable_for(file, file->writable, "writing")) return {};
  Ref size = args[0] && args[0] != kNone ? Ref::share(args[0]) : seek_to(file, 0, 1);
  int64_t length;
  if (!size || !to_offset(size, &length)) return {};
  if (int error = truncate_descriptor(file->descriptor, length)) return raise_file_error(error);
  return size;
}
Ref seekable(Value self, const Value*) {
  FileIo* file = file_of(self);
  if (!usable(file)) return {};
  int64_t ignored;
  if (file->seekable < 0) file->seekable = seek_descriptor(file->descriptor, 0, 1, &ignored) == 0;
  return boolean(file->seekable);
}
Ref readable(Value self, const Value*) { return usable(file_of(self)) ? boolean(file_of(self)->readable) : Ref(); }
Ref writable(Value self, const Value*) { return usable(file_of(self)) ? boolean(file_of(self)->writable) : Ref(); }
Ref isatty(Value self, const Value*) { return usable(file_of(self)) ? boolean(false) : Ref(); }
Ref fileno(Value self, const Value*) { return usable(file_of(self)) ? make_int(file_of(self)->descriptor) : Ref(); }

Ref dealloc_warn(Value self, const Value* args) {
  FileIo* file = file_of(self);
  if (file->descriptor < 0 || !file->close_descriptor) return none();
  Ref in_flight = take_pending();
  Ref shown = repr(args[0] ? args[0] : self);
  if (shown && !warn(exc::ResourceWarning, "unclosed file " + to_utf8(shown.as<Str>()))) write_unraisable("Exception ignored in", self);
  clear_pending();
  if (in_flight) restore_pending(std::move(in_flight));
  return none();
}

Ref close(Value self, const Value*) {
  FileIo* file = file_of(self);
  // What a subclass adds to flushing and closing.
  static Value const inherited = lookup_in_type(&io_base_type, names::close);
  Ref result = call(inherited, self);
  if (!file->close_descriptor) {
    file->descriptor = -1;
    return result;
  }
  Ref in_flight = take_pending();
  if (file->finalizing) dealloc_warn(self, &self);
  if (in_flight) restore_pending(std::move(in_flight));
  int descriptor = file->descriptor;
  file->descriptor = -1;
  if (descriptor >= 0) {
    int error = close_descriptor(descriptor);
    if (error && result) return raise_file_error(error);
  }
  return result;
}

Ref repr_file(Value self) {
  FileIo* file = file_of(self);
  if (file->descriptor < 0) return make_str("<_io.FileIO [closed]>");
  std::string rest = std::string(" mode='") + file_mode(file) + "' closefd=" + (file->close_descriptor ? "True" : "False");
  Ref name = get_attr_or_null(self, names::name);
  if (name) return repr_with_name(self, "_io.FileIO", rest);
  if (failed()) return {};
  return make_str("<_io.FileIO fd=" + std::to_string(file->descriptor) + rest + ">");
}

const NativeDef kMethods[] = {
    {"read", read, "size=-1, /"},
    {"readall", readall, ""},
    {"readinto", readinto, "buffer, /"},
    {"write", write, "b, /"},
    {"seek", seek, "pos, whence=0, /"},
    {"tell", tell, ""},
    {"truncate", truncate, "size=None, /"},
    {"close", close, ""},
    {"seekable", seekable, ""},
    {"readable", readable, ""},
    {"writable", writable, ""},
    {"fileno", fileno, ""},
    {"isatty", isatty, ""},
    {"_dealloc_warn", dealloc_warn, "source, /"},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {
    {"closed", [](Value v) { return boolean(file_of(v)->descriptor < 0); }},
    {"closefd", [](Value v) { return boolean(file_of(v)->close_descriptor); }},
    {"mode", [](Value v) -> Ref { return make_str(file_mode(file_of(v))); }},
    {"_blksize", [](Value) { return make_int(kDefaultBufferSize); }},
    {"_finalizing", [](Value v) { return boolean(file_of(v)->finalizing); },
     [](Value v, Value on) {
       int t = on ? truth(on) : 0;
       file_of(v)->finalizing = t > 0;
       return t >= 0;
     }},
    {nullptr, nullptr},
};

}  // namespace

const char* file_mode(const FileIo* file) {
  if (file->created) return file->readable ? "xb+" : "xb";
  if (file->appending) return file->readable ? "ab+" : "ab";
  return file->readable ? file->writable ? "rb+" : "rb" : "wb";
}

Ref make_stream_file(int descriptor) {
  Ref made = new_file(&file_io_type, Args{});
  if (!made) return {};
  FileIo* file = file_of(made);
  file->descriptor = descriptor;
  file->close_descriptor = false;
  (descriptor ? file->writable : file->readable) = true;
  static const char* const kNames[] = {"<stdin>", "<stdout>", "<stderr>"};
  return set_attr(made, names::name, make_str(kNames[descriptor])) ? made : Ref();
}

Type file_io_type{};

void ready_file_io_type() {
  Type& t = file_io_type;
  t.name = "_io.FileIO";
  t.base = &raw_io_base_type;
  t.flags = kTypeGc | kTypeBase;
  t.basic_size = sizeof(FileIo);
  t.dict_offset = offsetof(IoBase, dict);
  t.weaklist_offset = offsetof(IoBase, weaklist);
  t.new_ = new_file;
  t.init = init_file;
  t.dealloc = [](Object* o) {
    gc_untrack(o);
    drop_io_base(static_cast<IoBase*>(o));
    free_object(o);
  };
  t.traverse = [](Object* o, Visitor& visit) { visit_io_base(static_cast<IoBase*>(o), visit); };
  t.clear = [](Object* o) { drop_io_base(static_cast<IoBase*>(o)); };
  t.finalize = finalize_io;
  t.repr = repr_file;
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
}

}  // namespace loopscope::python::io
