// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "python/library/files/error_numbers.h"
#include "python/library/files/node.h"

/// The files that a program sees: a tree in memory, made when the program first asks for one. It begins with /tmp, the
/// home folder /home/user and the program itself in the working directory; nothing else of the host is there, on any
/// host. Names and meanings are POSIX's, the user is an ordinary one (uid 1000), and results are error numbers.
namespace loopscope::python::files {

constexpr uint32_t kUserId = 1000;
constexpr const char* kHome = "/home/user";

/// Where the program lies, told by the host before it starts: `argument` is sys.argv[0], relative to the working directory
/// `directory` (empty: the home folder); `source_name` is what tracebacks call it. Returns its `__file__`.
std::string set_program_place(std::string_view argument, std::string_view directory, std::string_view source_name);
const std::string& program_argument();
/// The folder in which the program lies: sys.path[0].
std::string program_folder();
/// The path that a name of the program means from the start: absolute and without . and .. in it.
std::string absolute_at_start(std::string_view path);

/// Where a path leads.
struct Place {
  Node* directory = nullptr;  // what holds the last name; null for the root itself
  std::string name;           // the last name; empty for paths that end in . or .., and the root
  Node* node = nullptr;       // null: not there
};

enum class Follow : bool { no, yes };

class FileSystem {
 public:
  static FileSystem& get();
  /// Whether the program has asked for files at all.
  static bool is_made();

  /// kENOENT unless everything but the last name is there (place->node may be null then).
  int find(std::string_view path, Follow follow, Place* place);
  /// The node itself must be there.
  int find(std::string_view path, Follow follow, Node** node);

  int make_directory(std::string_view path, uint32_t permissions);
  int remove_directory(std::string_view path);
  int remove(std::string_view path);
  int rename(std::string_view from, std::string_view to);
  int hard_link(std::string_view from, std::string_view to, Follow follow);
  int symbolic_link(std::string_view target, std::string_view path);
  int change_directory(Node* directory);
  /// kENOENT when the working directory has been removed.
  int working_directory(std::string* path) const;
  /// Makes a new file at a place that is free.
  int create(const Place& place, uint32_t permissions, Node** node);

  uint32_t user_mask = 022;

 private:
  FileSystem();
  Node* make_path(std::string_view path);
  void open_to_user(Node* directory);
  int walk(std::string_view path, Follow follow, int links, Node* start, Place* place);
  Node* root_;
  Node* working_;
};

/// May the user do this? `access` is made of these.
constexpr uint32_t kRead = 4, kWrite = 2, kSearch = 1;
int check_access(const Node* node, uint32_t access);
/// Only the owner changes permissions and times.
int check_owner(const Node* node);

}  // namespace loopscope::python::files
