// SPDX-License-Identifier: MIT
#include "python/library/files/file_system.h"

#include <catch2/catch.hpp>

#include "loop/clock.h"
#include "python/library/files/node.h"
#include "python/vm/vm.h"

using namespace loopscope::python::files;

/// A checkout below /root, which is closed to users: the program works in its folder all the same.
TEST_CASE("a program works where it was started", "[files]") {
  loopscope::loop::Clock clock;  // files have times
  loopscope::python::vm.clock = &clock;
  CHECK(set_program_place("../course/main.py", "/root/work", "main.py") == "/root/course/main.py");
  FileSystem& files = FileSystem::get();
  std::string where;
  REQUIRE(files.working_directory(&where) == 0);
  CHECK(where == "/root/work");

  Node* node = nullptr;
  REQUIRE(files.find("/root/work", Follow::yes, &node) == 0);
  CHECK(check_access(node, kRead | kWrite | kSearch) == 0);
  CHECK(files.make_directory("data", 0777) == 0);
  CHECK(files.find("/root/work/data", Follow::yes, &node) == 0);

  // The rest of what is not the user's stays so.
  REQUIRE(files.find("/root", Follow::yes, &node) == 0);
  CHECK(check_access(node, kSearch) == 0);
  CHECK(check_access(node, kWrite) != 0);
  CHECK(files.make_directory("/etc/data", 0777) != 0);
}
