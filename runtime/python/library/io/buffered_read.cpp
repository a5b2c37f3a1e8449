// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstring>

#include "python/library/files/descriptors.h"
#include "python/library/files/host_input.h"
#include "python/library/io/buffered.h"
#include "python/vm/int.h"
#include "python/vm/memory.h"
#include "python/vm/protocol.h"

/// Reading through a buffer. Every method first says what it needs of standard input, should that be below it.
namespace loopscope::python::io {

using files::InputNeed;
using files::when_input_has;

namespace {

bool check_reading(Value self, const char* closed_text) { return check_usable(buffered_of(self), closed_text); }

/// Fills the empty buffer with one read. -1: exception; -2: would block; 0: the end.
ptrdiff_t fill(Buffered* b) {
  if (!have_buffer(b)) return -1;
  b->begin = b->end = 0;
  ptrdiff_t n = raw_read(b, b->buffer, b->size);
  if (n > 0) b->end = n;
  return n;
}

ptrdiff_t take(Buffered* b, uint8_t* into, ptrdiff_t n) {
  n = std::min(n, b->ahead());
  if (n > 0) std::memcpy(into, b->buffer + b->begin, static_cast<size_t>(n));
  b->begin += n;
  return n;
}

/// read() to the end: what is ahead, and then the raw stream's readall() if it has one.
Ref read_everything(Value self, const Value*) {
  Buffered* b = buffered_of(self);
  if (!finish_writing(b)) return {};
  BytesBuilder all;
  all.add(b->buffer + b->begin, static_cast<size_t>(b->ahead()));
  b->begin = b->end = 0;
  Ref raw = Ref::share(b->raw);
  Ref readall = get_attr_or_null(raw, names::readall);
  if (!readall && failed()) return {};
  if (readall) {
    Ref rest = call(readall);
    if (!rest) return {};
    if (rest.get() != kNone && !is_bytes(rest)) return raise(exc::TypeError, "readall() should return bytes");
    if (!all.length()) return rest;
    if (is_bytes(rest)) all.add(rest.as<Bytes>()->data, rest.as<Bytes>()->length);
    return all.finish();
  }
  for (;;) {
    Ref part = call_method(raw, names::read);
    if (!part) return {};
    if (part.get() != kNone && !is_bytes(part)) return raise(exc::TypeError, "read() should return bytes");
    if (part.get() == kNone && !all.length()) return part;
    if (part.get() == kNone || !part.as<Bytes>()->length) return all.finish();
    all.add(part.as<Bytes>()->data, part.as<Bytes>()->length);
  }
}

/// Up to `n` bytes, several raw reads if need be. False: an exception, or (without one) nothing but "would block".
bool read_into(Buffered* b, uint8_t* into, ptrdiff_t n, ptrdiff_t* got) {
  *got = take(b, into, n);
  if (*got == n) return true;
  if (!finish_writing(b)) return false;
  while (*got < n) {
    ptrdiff_t left = n - *got, r;
    if (left >= b->size) {
      // Whole buffers go past the buffer.
      r = raw_read(b, into + *got, left - left % b->size);
      if (r > 0) *got += r;
    } else {
      r = fill(b);
      if (r > 0) *got += take(b, into + *got, left);
    }
    if (r == -1) return false;
    if (r == 0) return true;
    if (r == -2) return *got > 0;
  }
  return true;
}

Ref read_some(Value self, const Value* args) {
  Buffered* b = buffered_of(self);
  ptrdiff_t n = args[0].small_value(), got;
  Own<Bytes> out = new_bytes(static_cast<size_t>(n));
  if (!out) return {};
  if (!read_into(b, out->data, n, &got)) return failed() ? Ref() : none();
  return got == n ? Ref(out) : Ref(make_bytes(out->data, static_cast<size_t>(got)));
}

}  // namespace

ptrdiff_t raw_read(Buffered* b, uint8_t* into, ptrdiff_t count) {
  Ref raw = Ref::share(b->raw);
  int64_t n;
  if (is_exact(raw, file_io_type) && raw.as<FileIo>()->descriptor >= 0 && raw.as<FileIo>()->readable) {
    size_t got;
    int error = files::read_descriptor(raw.as<FileIo>()->descriptor, into, static_cast<size_t>(count), &got);
    if (!error) return static_cast<ptrdiff_t>(got);
  }
  Own<ByteArray> bytes = make_bytearray(nullptr, static_cast<size_t>(count));
  Ref view = bytes ? make_memoryview(bytes) : Ref();
  Ref answer = view ? call_method(raw, names::readinto, view) : Ref();
  if (!answer) return -1;
  if (answer.get() == kNone) return -2;
  if (!to_int64(answer, &n, OnOverflow::error)) return -1;
  if (n < 0 || n > count) {
    raise(exc::OSError, "raw readinto() returned invalid length %zd (should have been between 0 and %zd)", static_cast<ptrdiff_t>(n), count);
    return -1;
  }
  if (n) std::memcpy(into, bytes->data, static_cast<size_t>(n));
  return static_cast<ptrdiff_t>(n);
}

Ref buffered_read(Value self, const Value* args) {
  int64_t n;
  Buffered* b = buffered_of(self);
  if (!check_attached(b) || !optional_size(args[0], &n)) return {};
  if (n < -1) return raise(exc::ValueError, "read length must be non-negative or -1");
  if (!check_reading(self, "read of closed file")) return {};
  bool input = reads_input(b);
  if (n == -1) return input ? when_input_has(InputNeed::everything, 0, read_everything, self, nullptr, 0) : read_everything(self, nullptr);
  if (n > INT32_MAX / 2) return raise(exc::MemoryError, nullptr);
  Value count = Value::small(static_cast<intptr_t>(n));
  if (input && n > b->ahead())
    return when_input_has(InputNeed::text, static_cast<size_t>(n - b->ahead()), read_some, self, &count, 1);
  return read_some(self, &count);
}

Ref buffered_read1(Value self, const Value* args) {
  int64_t n;
  Buffered* b = buffered_of(self);
  if (!check_attached(b) || !optional_size(args[0], &n) || !check_reading(self, "read of closed file")) return {};
  if (n < 0) n = b->size;
  if (n == 0) return make_bytes("", 0);
  auto now = [](Value self, const Value* args) -> Ref {
    Buffered* b = buffered_of(self);
    ptrdiff_t n = args[0].small_value();
    if (!b->ahead()) {
      if (!finish_writing(b)) return {};
      if (n >= b->size || !b->buffer) {
        Own<Bytes> out = new_bytes(static_cast<size_t>(n));
        ptrdiff_t got = out ? raw_read(b, out->data, n) : -1;
        if (got == -1) return {};
        return make_bytes(out->data, static_cast<size_t>(std::max<ptrdiff_t>(got, 0)));
      }
      if (fill(b) == -1) return {};
    }
    ptrdiff_t got = std::min(n, b->ahead());
    Ref out = make_bytes(b->buffer + b->begin, static_cast<size_t>(got));
    b->begin += got;
    return out;
  };
  Value count = Value::small(static_cast<intptr_t>(std::min<int64_t>(n, INT32_MAX / 2)));
  if (reads_input(b) && !b->ahead()) return when_input_has(InputNeed::line, 0, now, self, &count, 1);
  return now(self, &count);
}

Ref buffered_peek(Value self, const Value*) {
  Buffered* b = buffered_of(self);
  if (!check_attached(b) || !check_reading(self, "peek of closed file")) return {};
  auto now = [](Value self, const Value*) -> Ref {
    Buffered* b = buffered_of(self);
    if (!finish_writing(b) || (!b->ahead() && fill(b) == -1)) return {};
    return make_bytes(b->buffer + b->begin, static_cast<size_t>(b->ahead()));
  };
  if (reads_input(b) && !b->ahead()) return when_input_has(InputNeed::line, 0, now, self, nullptr, 0);
  return now(self, nullptr);
}

namespace {

/// `args[0]`: the limit or -1.
Ref readline_now(Value self, const Value* args) {
  Buffered* b = buffered_of(self);
  ptrdiff_t limit = args[0].small_value();
  if (!finish_writing(b)) return {};
  BytesBuilder line;
  for (;;) {
    ptrdiff_t n = b->ahead();
    if (limit >= 0) n = std::min(n, limit - static_cast<ptrdiff_t>(line.length()));
    const uint8_t* from = b->buffer + b->begin;
    const void* found = n > 0 ? std::memchr(from, '\n', static_cast<size_t>(n)) : nullptr;
    if (found) n = static_cast<const uint8_t*>(found) - from + 1;
    b->begin += n;
    if (found && !line.length()) return make_bytes(from, static_cast<size_t>(n));
    line.add(from, static_cast<size_t>(n));
    if (found || (limit >= 0 && static_cast<ptrdiff_t>(line.length()) >= limit)) return line.finish();
    ptrdiff_t got = fill(b);
    if (got == -1) return {};
    if (got <= 0) return line.finish();
  }
}

}  // namespace

Ref buffered_readline(Value self, const Value* args) {
  int64_t limit;
  Buffered* b = buffered_of(self);
  if (!check_attached(b) || !optional_size(args[0], &limit) || !check_reading(self, "readline of closed file")) return {};
  Value count = Value::small(static_cast<intptr_t>(std::clamp<int64_t>(limit, -1, INT32_MAX / 2)));
  bool here = b->ahead() && std::memchr(b->buffer + b->begin, '\n', static_cast<size_t>(b->ahead()));
  if (reads_input(b) && !here) return when_input_has(InputNeed::line, 0, readline_now, self, &count, 1);
  return readline_now(self, &count);
}

Ref buffered_next(Value self) {
  Buffered* b = buffered_of(self);
  if (!check_attached(b) || !check_reading(self, "readline of closed file")) return {};
  Value no_limit = Value::small(-1);
  Ref line;
  if (is_exact(self, buffered_reader_type) || is_exact(self, buffered_random_type)) {
    line = readline_now(self, &no_limit);
  } else {
    line = call_method(self, names::readline);
    if (line && !is_bytes(line)) return raise(exc::OSError, "readline() should have returned a bytes object, not '%T'", line.get());
  }
  return line && line.as<Bytes>()->length ? std::move(line) : Ref();
}

namespace {

Ref read_into_argument(Value self, const Value* args, const char* name, bool once) {
  Buffered* b = buffered_of(self);
  WritableView into;
  if (!check_attached(b) || !check_reading(self, "readinto of closed file") || !require_writable(args[0], name, &into)) return {};
  ptrdiff_t got, n = static_cast<ptrdiff_t>(into.length);
  // What the raw stream runs might resize the target, so the bytes come by way of a copy.
  Own<Bytes> copy = new_bytes(into.length);
  if (!copy) return {};
  if (once) {
    got = take(b, copy->data, n);
    if (!got && n) {
      if (!finish_writing(b)) return {};
      ptrdiff_t r = n >= b->size ? raw_read(b, copy->data, n) : fill(b);
      if (r == -1) return {};
      if (r == -2) return none();
      got = n >= b->size ? r : take(b, copy->data, n);
    }
  } else if (!read_into(b, copy->data, n, &got)) {
    return failed() ? Ref() : none();
  }
  if (!require_writable(args[0], name, &into)) return {};
  if (got) std::memcpy(into.data, copy->data, std::min(into.length, static_cast<size_t>(got)));
  return make_int(got);
}

}  // namespace

Ref buffered_readinto(Value self, const Value* args) { return read_into_argument(self, args, "readinto", false); }
Ref buffered_readinto1(Value self, const Value* args) { return read_into_argument(self, args, "readinto1", true); }

}  // namespace loopscope::python::io
