// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "loop/readiness.h"
#include "python/library/files/file_system.h"

/// Open files by number, as in POSIX: 0, 1 and 2 are the host's streams. Results are error numbers.
namespace loopscope::python::files {

/// Flags of open(2) with Linux's values.
enum OpenFlags : int {
  kReadOnly = 0, kWriteOnly = 1, kReadWrite = 2, kAccessMode = 3, kCreate = 0100, kExclusive = 0200, kTruncate = 01000,
  kAppend = 02000, kDirectoryOnly = 0200000, kNoFollow = 0400000,
};

/// What an open() made; dup() shares it.
struct OpenFile {
  Node* node;
  int flags;
  int64_t offset = 0;
  int references = 1;
  std::unique_ptr<loop::Source> source;  // a socket: what loops can watch

  bool readable() const { return (flags & kAccessMode) != kWriteOnly; }
  bool writable() const { return (flags & kAccessMode) != kReadOnly; }
};

int open_file(std::string_view path, int flags, uint32_t permissions, int* descriptor);
/// A number for a socket, whose bytes are not kept here. Reading and writing by number are errors.
int open_socket();
int close_descriptor(int descriptor);
/// Null: not open (kEBADF).
OpenFile* open_file_of(int descriptor);
/// `wanted`: -1 the lowest free number, else exactly that one (dup2).
int duplicate(int descriptor, int wanted, int* out);

/// Standard input has nothing yet; see host_input.h.
constexpr int kWouldWait = -1;
/// Reads at the file's place (`at` < 0, and moves it) or at `at`. Standard input gives at most one line.
int read_descriptor(int descriptor, void* buffer, size_t count, size_t* got, int64_t at = -1);
int write_descriptor(int descriptor, const void* bytes, size_t count, size_t* written, int64_t at = -1);
/// whence: 0, 1, 2 as in lseek.
int seek_descriptor(int descriptor, int64_t offset, int whence, int64_t* place);
int truncate_descriptor(int descriptor, int64_t length);

}  // namespace loopscope::python::files
