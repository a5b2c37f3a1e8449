// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loopscope::python::files {

struct Node;

/// The kinds of stat's st_mode, in its bits.
enum class Kind : uint32_t { file = 0100000, directory = 0040000, link = 0120000, device = 0020000, socket = 0140000 };
enum class Device : uint8_t { none, standard_input, standard_output, standard_error, null, zero, random };

struct Entry {
  std::string name;
  Node* node;
};

/// One thing in the memory file system (an inode). It lives while a directory names it or somebody has it open.
struct Node {
  Kind kind;
  Device device = Device::none;
  uint32_t permissions;  // the low 12 bits of st_mode
  uint32_t owner;
  uint32_t number;       // st_ino
  uint32_t names = 0;    // directory entries that lead here
  uint32_t opens = 0;    // open descriptors, and being the current directory
  int64_t accessed = 0, modified = 0, changed = 0;  // ns since 1970

  // A file's content: counts towards the program's memory limit.
  uint8_t* data = nullptr;
  size_t size = 0, capacity = 0;

  std::vector<Entry> entries;  // a directory's, sorted by name; without . and ..
  Node* parent = nullptr;      // a directory's
  std::string target;          // a link's

  bool is_directory() const { return kind == Kind::directory; }
  /// Borrowed, or null.
  Node* find(std::string_view name) const;
  /// `name` must not be there yet / must be there.
  void add(std::string_view name, Node* node);
  void remove(std::string_view name);

  /// Changes a file's length; new bytes are zero. kENOSPC: over the memory limit.
  int resize(uint64_t length);
  /// Copies bytes in, making the file longer if need be.
  int write(uint64_t offset, const void* bytes, size_t count);
  void touch(bool content);  // sets changed, and modified with `content`

  uint32_t mode() const { return static_cast<uint32_t>(kind) | permissions; }
  uint32_t link_count() const;
};

Node* make_node(Kind kind, uint32_t permissions, uint32_t owner);
/// Frees it if nothing leads to it any more.
void release_node(Node* node);
/// The program's time as ns since 1970.
int64_t time_ns();

}  // namespace loopscope::python::files
