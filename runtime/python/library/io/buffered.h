// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/io/io.h"

/// Inside the buffered types.
namespace loopscope::python::io {

/// BufferedReader, BufferedWriter and BufferedRandom: what was read ahead of the program, and what it wrote that the raw
/// stream has not got yet. At most one of the two is there: going over to the other takes care of it.
struct Buffered : IoBase {
  Value raw;             // owned; null: not initialised, or detached
  bool detached, readable, writable, finalizing;
  ptrdiff_t size;
  uint8_t* buffer;       // allocated when first used
  ptrdiff_t begin, end;  // buffer[begin, end): read ahead
  ptrdiff_t written;     // buffer[0, written): to be written

  ptrdiff_t ahead() const { return end - begin; }
};
inline Buffered* buffered_of(Value v) { return v.as<Buffered>(); }

/// ValueError unless it has its raw stream (and is not closed).
bool check_attached(Buffered* b);
bool check_usable(Buffered* b, const char* closed_text);
/// Its raw stream is the host's standard input.
bool reads_input(const Buffered* b);
/// Or its standard output or error output.
bool writes_stream(const Buffered* b);

/// One read of the raw stream into `into`. -1: exception; -2: it would block.
ptrdiff_t raw_read(Buffered* b, uint8_t* into, ptrdiff_t count);
bool have_buffer(Buffered* b);
/// Writes out what is pending. False: exception.
bool flush_written(Buffered* b);
/// Before writing: the raw stream goes back to where the program is.
bool drop_ahead(Buffered* b);
/// Before reading.
inline bool finish_writing(Buffered* b) { return !b->written || flush_written(b); }
int64_t raw_position(Buffered* b);

Ref buffered_read(Value self, const Value* args);
Ref buffered_read1(Value self, const Value* args);
Ref buffered_peek(Value self, const Value* args);
Ref buffered_readline(Value self, const Value* args);
Ref buffered_readinto(Value self, const Value* args);
Ref buffered_readinto1(Value self, const Value* args);
Ref buffered_next(Value self);
Ref buffered_write(Value self, const Value* args);

}  // namespace loopscope::python::io
