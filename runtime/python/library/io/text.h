// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/io/io.h"
#include "python/library/io/text_decoder.h"

/// Inside TextIOWrapper; layout and algorithms follow CPython's textio.c, whose observable state (cookies of tell(), how
/// much is read ahead) programs can see.
namespace loopscope::python::io {

struct TextIo : IoBase {
  Value buffer;         // owned; null: not initialised, or detached
  bool detached, readable, writable, line_buffering, write_through, finalizing;
  bool seekable, telling, has_read1;
  int8_t stream;        // 1 or 2: the host's stream (with 0 bytes pending below), else 0
  Str *encoding, *error_name;  // owned
  NewlineMode newline;
  TextDecoder decoder;
  TextEncoder encoder;
  ptrdiff_t chunk_size;

  // Reading: text[used, end) is decoded and not yet read.
  Own<Str> text;
  uint32_t used;
  double bytes_per_character;
  bool has_snapshot;    // the decoder's state before, and the bytes that gave, `text`
  int64_t snapshot_flags;
  Own<Bytes> snapshot_input;

  // Writing: encoded, not yet given to the buffer.
  uint8_t* pending;
  size_t pending_size, pending_capacity;

  uint32_t rest() const { return text ? text->length - used : 0; }
};
inline TextIo* text_of(Value v) { return v.as<TextIo>(); }

bool check_attached(TextIo* t);
/// Attached and open.
bool check_text(TextIo* t);
/// Its bytes come from the host's standard input.
bool reads_input(TextIo* t);
/// Gives pending bytes to the buffer.
bool flush_pending(TextIo* t);
void forget_text(TextIo* t, bool and_snapshot);
/// Reads and decodes one chunk. 1; 0: the end; -1: exception.
int read_chunk(TextIo* t, ptrdiff_t hint);

Ref text_read(Value self, const Value* args);
Ref text_readline(Value self, const Value* args);
Ref text_next(Value self);
/// The same as a method: it may wait for input.
Ref text_next_method(Value self, const Value* args);
Ref text_tell(Value self, const Value* args);
Ref text_seek(Value self, const Value* args);

}  // namespace loopscope::python::io
