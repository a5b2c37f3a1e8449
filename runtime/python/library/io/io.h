// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "python/vm/bytes.h"
#include "python/vm/objects.h"

/// What the types of `_io` share. Mirrors CPython's Modules/_io; the files themselves are in library/files.
namespace loopscope::python::io {

constexpr ptrdiff_t kDefaultBufferSize = 8192;

/// _io._IOBase: the start of every file object.
struct IoBase : Object {
  Dict* dict;
  Object* weaklist;
  bool closed;
};
extern Type io_base_type, raw_io_base_type, buffered_io_base_type, text_io_base_type;
extern Type file_io_type, bytes_io_type, string_io_type, newline_decoder_type;
extern Type buffered_reader_type, buffered_writer_type, buffered_random_type, buffered_pair_type;
extern Type text_io_wrapper_type;

/// All types of this folder; costs nothing the second time.
void ready_io_types();
void ready_io_base_types();
void ready_file_io_type();
void ready_memory_types();
void ready_buffered_types();
void ready_newline_decoder_type();
void ready_text_type();

/// io.UnsupportedOperation.
Type& unsupported_operation();
/// OSError of an error number (files::ErrorNumber).
std::nullptr_t raise_file_error(int number, Value filename = {});
std::nullptr_t raise_closed(const char* text = "I/O operation on closed file.");

/// file.closed: 1, 0, -1.
int is_closed(Value file);
/// ValueError if file.closed.
bool check_open(Value file);
/// UnsupportedOperation unless file.readable() / writable() / seekable() is True.
bool check_readable(Value file);
bool check_writable(Value file);
bool check_seekable(Value file);

/// Interned names of methods and attributes.
#define LOOPSCOPE_IO_NAMES(X)                                                                                            \
  X(read) X(read1) X(readall) X(readinto) X(readline) X(readable) X(writable) X(seekable) X(seek) X(tell) X(truncate)    \
  X(fileno) X(isatty) X(closed) X(peek) X(mode) X(raw) X(decode) X(encode) X(getstate) X(setstate) X(reset) X(newlines)  \
  X(detach) X(_dealloc_warn) X(_finalizing) X(flush) X(close) X(write) X(name)
namespace names {
#define X(n) extern Str* n;
LOOPSCOPE_IO_NAMES(X)
#undef X
}  // namespace names

/// The bytes of a writable bytes-like object. TypeError as for the argument of `function`.
struct WritableView {
  uint8_t* data = nullptr;
  size_t length = 0;
};
bool require_writable(Value v, const char* function, WritableView* out);

/// Optional size argument: null and None are -1. TypeError "argument should be integer or None, not 'x'".
bool optional_size(Value v, int64_t* out);
/// A place in a file, from __index__.
bool to_offset(Value v, int64_t* out);

/// Fields of IoBase: for the dealloc, traverse and clear of what derives from it.
void drop_io_base(IoBase* base);
inline void visit_io_base(IoBase* base, Visitor& visit) {
  if (base->dict) visit(Value(base->dict));
}
template <class T>
T* allocate_io(Type* type) {
  T* object = allocate_as<T>(type);
  if (object) gc_track(object);
  return object;
}
/// Methods that several tables have.
Ref refuse(Value self, const char* name);  // UnsupportedOperation
void finalize_io(Object* object);
/// `<_io.X name='n'>`, with what `rest` adds.
Ref repr_with_name(Value self, const char* type_name, const std::string& rest = {});

// ---- file_io.cpp
struct FileIo : IoBase {
  int descriptor;
  bool created, readable, writable, appending, close_descriptor, finalizing;
  int8_t seekable;  // -1: not known yet
};
/// The file's mode as Python shows it: "rb+".
const char* file_mode(const FileIo* file);
Ref make_stream_file(int descriptor);

// ---- buffered.cpp
/// BufferedReader over `raw`, as io.open makes it.
Ref make_buffered(Type* type, Value raw, ptrdiff_t buffer_size);

// ---- text
/// open(): see CPython's io.open.
Ref open_file_object(Value file, Str* mode, int64_t buffering, Value encoding, Value errors, Value newline, bool closefd,
                     Value opener);

}  // namespace loopscope::python::io
