// SPDX-License-Identifier: MIT
#include "python/library/files/host_input.h"
#include "python/library/os/os.h"
#include "python/vm/bytes.h"
#include "python/vm/exception.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"

/// posix: files by number.
namespace loopscope::python::os {

using namespace files;

namespace {

Ref fail(int error) { return raise_os_error(error, error_text(error)); }

Ref open(Value, const Value* args) {
  PathArgument path;
  int flags, mode = 0777, descriptor;
  if (!path.read(args[0], "open") || !read_int(args[1], &flags) || (args[2] && !read_int(args[2], &mode)) || !no_directory_descriptor(args[3])) return {};
  if (int error = open_file(path.text(), flags, static_cast<uint32_t>(mode), &descriptor)) return raise_error(error, path);
  return make_int(descriptor);
}
Ref close(Value, const Value* args) {
  int descriptor;
  if (!read_int(args[0], &descriptor)) return {};
  int error = close_descriptor(descriptor);
  return error ? fail(error) : none();
}
Ref closerange(Value, const Value* args) {
  int low, high;
  if (!read_int(args[0], &low) || !read_int(args[1], &high)) return {};
  for (int d = low < 0 ? 0 : low; d < high && d < 1 << 16; d++) close_descriptor(d);
  return none();
}

Ref read_now(int descriptor, int64_t count, int64_t at) {
  if (count < 0) return fail(kEINVAL);
  Own<Bytes> out = new_bytes(static_cast<size_t>(std::min<int64_t>(count, INT32_MAX)));
  size_t got;
  if (!out) return {};
  int error = read_descriptor(descriptor, out->data, out->length, &got, at);
  if (error == kWouldWait)
    return raise(exc::RuntimeError, "standard input has no line yet, and what reads it here cannot wait for one");
  if (error) return fail(error);
  return got == out->length ? Ref(out) : Ref(make_bytes(out->data, got));
}
Ref read_again(Value, const Value* args) {
  int descriptor;
  int64_t count;
  return read_int(args[0], &descriptor) && to_int64(args[1], &count, OnOverflow::error) ? read_now(descriptor, count, -1) : Ref();
}
Ref read(Value self, const Value* args) {
  int descriptor;
  if (!read_int(args[0], &descriptor)) return {};
  OpenFile* file = open_file_of(descriptor);
  if (file && file->node->device == Device::standard_input) return when_input_has(InputNeed::line, 0, read_again, self, args, 2);
  return read_again(self, args);
}
Ref pread(Value, const Value* args) {
  int descriptor;
  int64_t count, at;
  if (!read_int(args[0], &descriptor) || !to_int64(args[1], &count, OnOverflow::error) || !to_int64(args[2], &at, OnOverflow::error)) return {};
  return at < 0 ? fail(kEINVAL) : read_now(descriptor, count, at);
}
Ref write_now(int descriptor, Value data, int64_t at) {
  BytesView view;
  size_t written;
  if (!require_bytes(data, &view)) return {};
  int error = write_descriptor(descriptor, view.data, view.length, &written, at);
  return error ? fail(error) : make_int(static_cast<int64_t>(written));
}
Ref write(Value, const Value* args) {
  int descriptor;
  return read_int(args[0], &descriptor) ? write_now(descriptor, args[1], -1) : Ref();
}
Ref pwrite(Value, const Value* args) {
  int descriptor;
  int64_t at;
  if (!read_int(args[0], &descriptor) || !to_int64(args[2], &at, OnOverflow::error)) return {};
  return at < 0 ? fail(kEINVAL) : write_now(descriptor, args[1], at);
}
Ref lseek(Value, const Value* args) {
  int descriptor, whence;
  int64_t offset, place;
  if (!read_int(args[0], &descriptor) || !to_int64(args[1], &offset, OnOverflow::error) || !read_int(args[2], &whence)) return {};
  int error = seek_descriptor(descriptor, offset, whence, &place);
  return error ? fail(error) : make_int(place);
}
Ref ftruncate(Value, const Value* args) {
  int descriptor;
  int64_t length;
  if (!read_int(args[0], &descriptor) || !to_int64(args[1], &length, OnOverflow::error)) return {};
  int error = truncate_descriptor(descriptor, length);
  return error ? fail(error) : none();
}
/// Nothing is kept back, so there is nothing to do, but the number must be right.
Ref sync_one(Value, const Value* args) {
  int descriptor = -1;
  Ref number;
  if (!is_int(args[0])) {
    number = call_method(args[0], intern("fileno"));
    if (!number) return {};
  }
  if (!read_int(number ? number.get() : args[0], &descriptor)) return {};
  return open_file_of(descriptor) ? none() : fail(kEBADF);
}
Ref dup(Value, const Value* args) {
  int descriptor, made;
  if (!read_int(args[0], &descriptor)) return {};
  int error = duplicate(descriptor, -1, &made);
  return error ? fail(error) : make_int(made);
}
Ref dup2(Value, const Value* args) {
  int descriptor, wanted, made;
  if (!read_int(args[0], &descriptor) || !read_int(args[1], &wanted)) return {};
  int error = wanted < 0 ? kEBADF : duplicate(descriptor, wanted, &made);
  return error ? fail(error) : make_int(made);
}
Ref isatty(Value, const Value* args) {
  int descriptor;
  return read_int(args[0], &descriptor) ? boolean(false) : Ref();
}
/// Numbers never go to other programs: there are none.
Ref get_inheritable(Value, const Value* args) {
  int descriptor;
  if (!read_int(args[0], &descriptor)) return {};
  return open_file_of(descriptor) ? boolean(descriptor < 3) : fail(kEBADF);
}
Ref set_inheritable(Value, const Value* args) {
  int descriptor;
  if (!read_int(args[0], &descriptor)) return {};
  return open_file_of(descriptor) ? none() : fail(kEBADF);
}
Ref device_encoding(Value, const Value*) { return none(); }

}  // namespace

const NativeDef kDescriptorFunctions[] = {
    {"open", open, "path, flags, mode=511, *, dir_fd=None"},
    {"close", close, "fd"},
    {"closerange", closerange, "fd_low, fd_high, /"},
    {"read", read, "fd, length, /"},
    {"write", write, "fd, data, /"},
    {"pread", pread, "fd, length, offset, /"},
    {"pwrite", pwrite, "fd, buffer, offset, /"},
    {"lseek", lseek, "fd, position, whence, /"},
    {"ftruncate", ftruncate, "fd, length, /"},
    {"fsync", sync_one, "fd"},
    {"fdatasync", sync_one, "fd"},
    {"dup", dup, "fd, /"},
    {"dup2", dup2, "fd, fd2, inheritable=True"},
    {"isatty", isatty, "fd, /"},
    {"get_inheritable", get_inheritable, "fd, /"},
    {"set_inheritable", set_inheritable, "fd, inheritable, /"},
    {"device_encoding", device_encoding, "fd"},
    {nullptr, nullptr, nullptr},
};

}  // namespace loopscope::python::os
