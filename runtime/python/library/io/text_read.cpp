// SPDX-License-Identifier: MIT
#include <algorithm>

#include "python/library/files/host_input.h"
#include "python/library/io/buffered.h"
#include "python/library/io/text.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"

/// TextIOWrapper: reading.
namespace loopscope::python::io {

using files::InputNeed;
using files::when_input_has;

bool reads_input(TextIo* t) {
  return t->buffer && is_exact(t->buffer, buffered_reader_type) && buffered_of(t->buffer)->raw && reads_input(buffered_of(t->buffer));
}

void forget_text(TextIo* t, bool and_snapshot) {
  t->text = {};
  t->used = 0;
  if (!and_snapshot) return;
  t->has_snapshot = false;
  t->snapshot_input = {};
}

int read_chunk(TextIo* t, ptrdiff_t hint) {
  if (!t->readable) return raise(unsupported_operation(), "not readable"), -1;
  Own<Bytes> held;
  int64_t flags = 0;
  if (t->telling && !t->decoder.get_state(&held, &flags)) return -1;
  if (hint > 0) hint = static_cast<ptrdiff_t>(std::max(1.0, t->bytes_per_character) * static_cast<double>(hint));
  Ref chunk = call_method(t->buffer, t->has_read1 ? names::read1 : names::read, make_int(std::max(t->chunk_size, hint)));
  BytesView bytes;
  if (!chunk) return -1;
  if (!read_bytes(chunk, &bytes)) {
    raise(exc::TypeError, "underlying %s() should have returned a bytes-like object, not '%T'", t->has_read1 ? "read1" : "read", chunk.get());
    return -1;
  }
  bool end = bytes.length == 0;
  Own<Str> text = t->decoder.decode(bytes.data, bytes.length, end);
  if (!text) return -1;
  t->bytes_per_character = text->length ? static_cast<double>(bytes.length) / text->length : 0;
  if (t->telling) {
    t->has_snapshot = true;
    t->snapshot_flags = flags;
    BytesBuilder input;
    if (held->length) input.add(held->data, held->length);
    if (bytes.length) input.add(bytes.data, bytes.length);
    t->snapshot_input = input.finish();
    if (!t->snapshot_input) return -1;
  }
  if (text->length) end = false;
  t->text = std::move(text);
  t->used = 0;
  return !end;
}

namespace {

Own<Str> take(TextIo* t, int64_t n) {
  if (!t->text) return empty_str();
  uint32_t begin = t->used, end = n < 0 || n > t->rest() ? t->text->length : begin + static_cast<uint32_t>(n);
  t->used = end;
  return begin == 0 && end == t->text->length ? t->text : str_substring(t->text.get(), begin, end);
}

Ref read_everything(Value self, const Value*) {
  TextIo* t = text_of(self);
  Ref bytes = call_method(t->buffer, names::read);
  if (!bytes) return {};
  if (bytes.get() == kNone) return raise(exc::BlockingIOError, "Read returned None.");
  BytesView view;
  if (!require_bytes(bytes, &view)) return {};
  Own<Str> text = t->decoder.decode(view.data, view.length, true);
  Own<Str> before = text ? take(t, -1) : Own<Str>();
  if (!before) return {};
  forget_text(t, true);
  return before->length ? Ref(str_concat(before.get(), text.get())) : Ref(text);
}

Ref read_some(Value self, const Value* args) {
  TextIo* t = text_of(self);
  int64_t n = args[0].small_value();
  Own<Str> first = take(t, n);
  if (!first || first->length == n) return first;
  StrBuilder out;
  out.add(first.get());
  while (out.length() < n) {
    int more = read_chunk(t, static_cast<ptrdiff_t>(n - out.length()));
    if (more < 0) return {};
    if (!more) break;
    Own<Str> part = take(t, n - out.length());
    if (!part) return {};
    out.add(part.get());
  }
  return out.finish();
}

/// args[0]: the limit or -1.
Ref readline_now(Value self, const Value* args) {
  TextIo* t = text_of(self);
  intptr_t limit = args[0].small_value();
  bool universal = t->newline.universal && !t->newline.translate;
  StrBuilder before;  // of earlier chunks
  bool waits_lf = false;
  for (;;) {
    while (!t->rest()) {
      int more = read_chunk(t, 0);
      if (more < 0) return {};
      if (more) continue;
      forget_text(t, true);
      return before.finish();
    }
    ptrdiff_t end = -1;
    // \r\n torn apart by the end of a chunk.
    if (waits_lf && t->text->at(t->used) == '\n') end = static_cast<ptrdiff_t>(t->used) + 1;
    if (end < 0) end = find_line_end(t->text.get(), t->used, universal, t->newline.end);
    uint32_t to = end < 0 ? t->text->length : static_cast<uint32_t>(end);
    if (limit >= 0) to = static_cast<uint32_t>(std::min<int64_t>(to, static_cast<int64_t>(t->used) + limit - before.length()));
    bool done = end >= 0 || (limit >= 0 && before.length() + (to - t->used) >= static_cast<uint32_t>(limit));
    if (done && !before.length()) return take(t, to - t->used);
    before.add(t->text.get(), t->used, to);
    waits_lf = t->newline.end && t->newline.end->length == 2 && to > t->used && t->text->at(to - 1) == '\r';
    t->used = to;
    if (done) return before.finish();
  }
}

bool begin_reading(TextIo* t) {
  if (!check_text(t)) return false;
  if (!t->readable) return raise(unsupported_operation(), "not readable"), false;
  return flush_pending(t);
}

bool has_line(TextIo* t) {
  return t->rest() && find_line_end(t->text.get(), t->used, t->newline.universal && !t->newline.translate, t->newline.end) >= 0;
}

}  // namespace

Ref text_read(Value self, const Value* args) {
  TextIo* t = text_of(self);
  int64_t n;
  if (!check_attached(t) || !optional_size(args[0], &n) || !begin_reading(t)) return {};
  if (n < 0) {
    if (reads_input(t)) return when_input_has(InputNeed::everything, 0, read_everything, self, nullptr, 0);
    return read_everything(self, nullptr);
  }
  Value count = Value::small(static_cast<intptr_t>(std::min<int64_t>(n, kMaxStrLength)));
  if (n > t->rest() && reads_input(t))
    return when_input_has(InputNeed::text, static_cast<size_t>(n - t->rest()), read_some, self, &count, 1);
  return read_some(self, &count);
}

Ref text_readline(Value self, const Value* args) {
  TextIo* t = text_of(self);
  int64_t limit;
  if (!check_attached(t) || !optional_size(args[0], &limit) || !begin_reading(t)) return {};
  Value count = Value::small(static_cast<intptr_t>(std::clamp<int64_t>(limit, -1, kMaxStrLength)));
  if (reads_input(t) && !has_line(t)) return when_input_has(InputNeed::line, 0, readline_now, self, &count, 1);
  return readline_now(self, &count);
}

namespace {

/// A line, or null at the end.
Ref line_or_end(Value self, const Value*) {
  TextIo* t = text_of(self);
  t->telling = false;
  Ref line;
  Value no_limit = Value::small(-1);
  if (is_exact(self, text_io_wrapper_type)) {
    line = readline_now(self, &no_limit);
  } else {
    line = call_method(self, names::readline);
    if (line && !is_str(line)) return raise(exc::OSError, "readline() should have returned a str object, not '%T'", line.get());
  }
  if (!line || line.as<Str>()->length) return line;
  forget_text(t, true);
  t->telling = t->seekable;
  return {};
}

Ref line_or_stop(Value self, const Value* args) {
  Ref line = line_or_end(self, args);
  return line || failed() ? std::move(line) : Ref(raise(exc::StopIteration, nullptr));
}

}  // namespace

Ref text_next(Value self) { return begin_reading(text_of(self)) ? line_or_end(self, nullptr) : Ref(); }

Ref text_next_method(Value self, const Value*) {
  TextIo* t = text_of(self);
  if (!begin_reading(t)) return {};
  if (reads_input(t) && !has_line(t)) return when_input_has(InputNeed::line, 0, line_or_stop, self, nullptr, 0);
  return line_or_stop(self, nullptr);
}

}  // namespace loopscope::python::io
