// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstring>

#include "python/library/files/error_numbers.h"
#include "python/library/io/io.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"

/// _io._IOBase, _RawIOBase, _BufferedIOBase, _TextIOBase, and helpers of all of them.
namespace loopscope::python::io {

namespace names {
#define X(n) Str* n;
LOOPSCOPE_IO_NAMES(X)
#undef X
}  // namespace names

namespace {

IoBase* base_of(Value v) { return v.as<IoBase>(); }

bool is_true(Value file, Str* question, const char* complaint) {
  Ref answer = call_method(file, question);
  if (!answer) return false;
  if (answer.get() == kTrue) return true;
  return raise(unsupported_operation(), "%s", complaint), false;
}

}  // namespace

Type& unsupported_operation() {
  static Type* const type = [] {
    Own<Dict> body = make_dict();
    dict_set(body.get(), python::names::__module__, make_str("io"));
    Own<Str> name = make_str("UnsupportedOperation");
    Own<Tuple> bases = tuple_of(Value(&exc::OSError), Value(&exc::ValueError));
    return call(Value(&type_type), name, bases, body).release().as<Type>();
  }();
  return *type;
}

std::nullptr_t raise_file_error(int number, Value filename) { return raise_os_error(number, files::error_text(number), filename); }
std::nullptr_t raise_closed(const char* text) { return raise(exc::ValueError, "%s", text); }

int is_closed(Value file) {
  Ref v = get_attr(file, names::closed);
  return v ? truth(v) : -1;
}
bool check_open(Value file) {
  int closed = is_closed(file);
  return closed ? (closed > 0 ? raise_closed() : nullptr, false) : true;
}
bool check_readable(Value file) { return is_true(file, names::readable, "File or stream is not readable."); }
bool check_writable(Value file) { return is_true(file, names::writable, "File or stream is not writable."); }
bool check_seekable(Value file) { return is_true(file, names::seekable, "File or stream is not seekable."); }

bool require_writable(Value v, const char* function, WritableView* out) {
  BytesView view;
  Ref readonly = is_exact(v, memoryview_type) ? get_attr(v, intern("readonly")) : Ref();
  if (is_bytes(v) || (readonly && readonly.get() == kTrue) || !read_bytes(v, &view))
    return raise(exc::TypeError, "%s() argument must be read-write bytes-like object, not %T", function, v), false;
  *out = {const_cast<uint8_t*>(view.data), view.length};
  return true;
}

bool optional_size(Value v, int64_t* out) {
  *out = -1;
  if (!v || v == kNone) return true;
  if (!is_int(v) && !type_of(v)->index) return raise(exc::TypeError, "argument should be integer or None, not '%T'", v), false;
  return to_int64(v, out, OnOverflow::error);
}

bool to_offset(Value v, int64_t* out) {
  if (is_float(v) || (!is_int(v) && !type_of(v)->index))
    return raise(exc::TypeError, "'%T' object cannot be interpreted as an integer", v), false;
  return to_int64(v, out, OnOverflow::repeat);
}

void drop_io_base(IoBase* base) {
  Dict* dict = base->dict;
  base->dict = nullptr;
  if (dict) decref(static_cast<Object*>(dict));
}

Ref refuse(Value, const char* name) { return raise(unsupported_operation(), "%s", name); }

void finalize_io(Object* object) {
  Value self(object);
  Ref in_flight = take_pending();
  int closed = is_closed(self);
  if (closed < 0) clear_pending();
  if (closed == 0) {
    if (!set_attr(self, names::_finalizing, kTrue)) clear_pending();
    if (!call_method(self, names::close)) write_unraisable("Exception ignored in", self);
  }
  if (in_flight) restore_pending(std::move(in_flight));
}

Ref repr_with_name(Value self, const char* type_name, const std::string& rest) {
  std::string text = std::string("<") + type_name;
  Ref name = get_attr_or_null(self, names::name);
  if (!name) {
    if (failed() && !pending_is(exc::ValueError)) return {};
    clear_pending();
  } else {
    ReprGuard guard(self);
    if (guard.nested()) return raise(exc::RuntimeError, "reentrant call inside %s.__repr__", type_name);
    Ref shown = repr(name);
    if (!shown) return {};
    text += " name=" + to_utf8(shown.as<Str>());
  }
  return make_str(text + rest + ">");
}

namespace {

// ---- _IOBase ------------------------------------------------------------------------------------------------------------

Ref seek(Value self, const Value*) { return refuse(self, "seek"); }
Ref truncate(Value self, const Value*) { return refuse(self, "truncate"); }
Ref fileno(Value self, const Value*) { return refuse(self, "fileno"); }
Ref tell(Value self, const Value*) { return call_method(self, names::seek, Value::small(0), Value::small(1)); }
Ref flush(Value self, const Value*) { return base_of(self)->closed ? raise_closed() : none(); }
Ref close(Value self, const Value*) {
  if (base_of(self)->closed) return none();
  Ref result = call_method(self, names::flush);
  base_of(self)->closed = true;
  return result ? none() : Ref();
}
Ref no(Value, const Value*) { return boolean(false); }
Ref isatty(Value self, const Value*) { return check_open(self) ? boolean(false) : Ref(); }
Ref enter(Value self, const Value*) { return check_open(self) ? Ref::share(self) : Ref(); }
Ref exit(Value self, const Value*) { return call_method(self, names::close); }
Ref check_closed(Value self, const Value*) { return check_open(self) ? none() : Ref(); }
Ref check_seekable_(Value self, const Value*) { return check_seekable(self) ? boolean(true) : Ref(); }
Ref check_readable_(Value self, const Value*) { return check_readable(self) ? boolean(true) : Ref(); }
Ref check_writable_(Value self, const Value*) { return check_writable(self) ? boolean(true) : Ref(); }

Ref readline(Value self, const Value* args) {
  int64_t limit;
  if (!optional_size(args[0], &limit)) return {};
  Ref peek = get_attr_or_null(self, names::peek);
  if (!peek && failed()) return {};
  BytesBuilder line;
  while (limit < 0 || static_cast<int64_t>(line.length()) < limit) {
    int64_t wanted = 1;
    if (peek) {
      Ref ahead = call(peek, Value::small(1));
      if (!ahead) return {};
      if (!is_bytes(ahead)) return raise(exc::OSError, "peek() should have returned a bytes object, not '%T'", ahead.get());
      const Bytes* b = ahead.as<Bytes>();
      if (b->length) {
        const void* end = std::memchr(b->data, '\n', b->length);
        wanted = end ? static_cast<const uint8_t*>(end) - b->data + 1 : b->length;
        if (limit >= 0) wanted = std::min(wanted, limit - static_cast<int64_t>(line.length()));
      }
    }
    Ref part = call_method(self, names::read, make_int(wanted));
    if (!part) return {};
    if (!is_bytes(part)) return raise(exc::OSError, "read() should have returned a bytes object, not '%T'", part.get());
    const Bytes* b = part.as<Bytes>();
    if (!b->length) break;
    line.add(b->data, b->length);
    if (b->data[b->length - 1] == '\n') break;
  }
  return line.finish();
}

Ref next_line(Value self) {
  Ref line = call_method(self, names::readline);
  if (!line) return {};
  ptrdiff_t n = length(line);
  return n > 0 ? std::move(line) : Ref();
}
Ref iterate_lines(Value self) { return check_open(self) ? Ref::share(self) : Ref(); }

Ref readlines(Value self, const Value* args) {
  int64_t hint;
  if (!optional_size(args[0], &hint)) return {};
  Own<List> lines = make_list();
  if (hint <= 0) return list_extend(lines.get(), self) ? Ref(lines) : Ref();
  Ref it = iterate(self);
  int64_t total = 0;
  while (it) {
    Ref line = next(it);
    if (!line) break;
    ptrdiff_t n = length(line);
    if (n < 0 || !list_append(lines.get(), line)) return {};
    if (n > hint - total) break;  // one line more where they fill the hint exactly; BytesIO's own readlines() stops there
    total += n;
  }
  return failed() ? Ref() : Ref(lines);
}
Ref writelines(Value self, const Value* args) {
  if (!check_open(self)) return {};
  return for_each(args[0], [&](Value line) { return static_cast<bool>(call_method(self, names::write, line)); }) ? none() : Ref();
}

const NativeDef kBaseMethods[] = {
    {"seek", seek, "offset, whence=os.SEEK_SET, /"},
    {"tell", tell, ""},
    {"truncate", truncate, "size=None, /"},
    {"flush", flush, ""},
    {"close", close, ""},
    {"seekable", no, ""},
    {"readable", no, ""},
    {"writable", no, ""},
    {"_checkClosed", check_closed, "msg=None, /"},
    {"_checkSeekable", check_seekable_, "msg=None, /"},
    {"_checkReadable", check_readable_, "msg=None, /"},
    {"_checkWritable", check_writable_, "msg=None, /"},
    {"fileno", fileno, ""},
    {"isatty", isatty, ""},
    {"__enter__", enter, ""},
    {"__exit__", exit, "*exc_info"},
    {"readline", readline, "size=-1, /"},
    {"readlines", readlines, "hint=-1, /"},
    {"writelines", writelines, "lines, /"},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kBaseAttributes[] = {{"closed", [](Value v) { return boolean(base_of(v)->closed); }}, {nullptr, nullptr}};

// ---- _RawIOBase -------------------------------------------------------------------------------------------------------

Ref raw_read(Value self, const Value* args) {
  int64_t n;
  if (!optional_size(args[0], &n)) return {};
  if (n < 0) return call_method(self, names::readall);
  Own<ByteArray> buffer = make_bytearray(nullptr, static_cast<size_t>(n));
  if (!buffer) return {};
  Ref got = call_method(self, names::readinto, buffer);
  if (!got || got.get() == kNone) return got;
  int64_t count;
  if (!to_int64(got, &count, OnOverflow::error)) return {};
  if (count < 0 || count > n) return raise(exc::ValueError, "readinto returned %zd outside buffer size %zd", static_cast<ptrdiff_t>(count), static_cast<ptrdiff_t>(n));
  return make_bytes(buffer->data, static_cast<size_t>(count));
}
Ref raw_readall(Value self, const Value*) {
  BytesBuilder all;
  for (;;) {
    Ref part = call_method(self, names::read, Value::small(kDefaultBufferSize));
    if (!part) return {};
    if (part.get() == kNone && !all.length()) return part;
    if (part.get() == kNone) break;
    if (!is_bytes(part)) return raise(exc::TypeError, "read() should return bytes");
    if (!part.as<Bytes>()->length) break;
    all.add(part.as<Bytes>()->data, part.as<Bytes>()->length);
  }
  return all.finish();
}
Ref not_implemented_here(Value, const Value*) { return raise(exc::NotImplementedError, nullptr); }
const NativeDef kRawMethods[] = {{"read", raw_read, "size=-1, /"},
                                 {"readall", raw_readall, ""},
                                 {"readinto", not_implemented_here, "buffer, /"},
                                 {"write", not_implemented_here, "b, /"},
                                 {nullptr, nullptr, nullptr}};

// ---- _BufferedIOBase ----------------------------------------------------------------------------------------------------

Ref buffered_readinto(Value self, const Value* args, Str* read, const char* function) {
  WritableView into;
  if (!require_writable(args[0], function, &into)) return {};
  Ref data = call_method(self, read, make_int(static_cast<int64_t>(into.length)));
  if (!data) return {};
  if (!is_bytes(data)) return raise(exc::TypeError, "read() should return bytes");
  size_t n = data.as<Bytes>()->length;
  if (!require_writable(args[0], function, &into)) return {};
  if (n > into.length)
    return raise(exc::ValueError, "read() returned too much data: %zd bytes requested, %zd returned",
                 static_cast<ptrdiff_t>(into.length), static_cast<ptrdiff_t>(n));
  if (n) std::memcpy(into.data, data.as<Bytes>()->data, n);
  return make_int(static_cast<int64_t>(n));
}
template <const char* name>
Ref refused(Value self, const Value*) {
  return refuse(self, name);
}
constexpr char kRead[] = "read", kRead1[] = "read1", kWrite[] = "write", kDetach[] = "detach", kReadline[] = "readline";

const NativeDef kBufferedMethods[] = {
    {"detach", refused<kDetach>, ""},
    {"read", refused<kRead>, "size=-1, /"},
    {"read1", refused<kRead1>, "size=-1, /"},
    {"write", refused<kWrite>, "b, /"},
    {"readinto", [](Value self, const Value* args) { return buffered_readinto(self, args, names::read, "readinto"); }, "buffer, /"},
    {"readinto1", [](Value self, const Value* args) { return buffered_readinto(self, args, names::read1, "readinto1"); }, "buffer, /"},
    {nullptr, nullptr, nullptr},
};

// ---- _TextIOBase ----------------------------------------------------------------------------------------------------------

const NativeDef kTextMethods[] = {
    {"detach", refused<kDetach>, ""},
    {"read", refused<kRead>, "size=-1, /"},
    {"readline", refused<kReadline>, "size=-1, /"},
    {"write", refused<kWrite>, "s, /"},
    {nullptr, nullptr, nullptr},
};
Ref get_none(Value) { return none(); }
const GetSetDef kTextAttributes[] = {{"encoding", get_none}, {"newlines", get_none}, {"errors", get_none}, {nullptr, nullptr}};

Ref new_base(Type* type, const Args&) { return Ref::steal(allocate_io<IoBase>(type)); }

Type make_base(const char* name, Type* base, const NativeDef* methods, const GetSetDef* attributes) {
  Type t;
  t.name = name;
  t.base = base;
  t.flags = kTypeGc | kTypeBase;
  t.basic_size = sizeof(IoBase);
  t.dict_offset = offsetof(IoBase, dict);
  t.weaklist_offset = offsetof(IoBase, weaklist);
  t.new_ = new_base;
  t.init = [](Value, const Args&) { return true; };
  t.dealloc = [](Object* o) {
    gc_untrack(o);
    drop_io_base(static_cast<IoBase*>(o));
    free_object(o);
  };
  t.traverse = [](Object* o, Visitor& visit) { visit_io_base(static_cast<IoBase*>(o), visit); };
  t.clear = [](Object* o) { drop_io_base(static_cast<IoBase*>(o)); };
  t.finalize = finalize_io;
  t.iter = iterate_lines;
  t.next = next_line;
  t.methods = methods;
  t.getset = attributes;
  return t;
}

}  // namespace

Type io_base_type = make_base("_io._IOBase", nullptr, kBaseMethods, kBaseAttributes);
Type raw_io_base_type = make_base("_io._RawIOBase", &io_base_type, kRawMethods, nullptr);
Type buffered_io_base_type = make_base("_io._BufferedIOBase", &io_base_type, kBufferedMethods, nullptr);
Type text_io_base_type = make_base("_io._TextIOBase", &io_base_type, kTextMethods, kTextAttributes);

void ready_io_base_types() {
#define X(n) names::n = intern(#n);
  LOOPSCOPE_IO_NAMES(X)
#undef X
  for (Type* t : {&io_base_type, &raw_io_base_type, &buffered_io_base_type, &text_io_base_type}) ready_type(t);
}

void ready_io_types() {
  static bool done = false;
  if (done) return;
  done = true;
  ready_io_base_types();
  ready_file_io_type();
  ready_memory_types();
  ready_buffered_types();
  ready_newline_decoder_type();
  ready_text_type();
}

}  // namespace loopscope::python::io
