// SPDX-License-Identifier: MIT
#include "python/library/library.h"
#include "python/library/os/os.h"
#include "python/vm/vm.h"

/// The module `posix`: its functions from the other files of this folder, and Linux's constants. It names none of the
/// HAVE_... capabilities beyond what the functions take, so CPython's os.py and shutil.py use their plain ways.
namespace loopscope::python::os {

namespace {

constexpr struct {
  const char* name;
  int value;
} kConstants[] = {
    {"F_OK", 0},          {"R_OK", 4},           {"W_OK", 2},           {"X_OK", 1},
    {"O_RDONLY", 0},      {"O_WRONLY", 1},       {"O_RDWR", 2},         {"O_ACCMODE", 3},
    {"O_CREAT", 0100},    {"O_EXCL", 0200},      {"O_NOCTTY", 0400},    {"O_TRUNC", 01000},
    {"O_APPEND", 02000},  {"O_NONBLOCK", 04000}, {"O_NDELAY", 04000},   {"O_DSYNC", 010000},
    {"O_ASYNC", 020000},  {"O_DIRECTORY", 0200000}, {"O_NOFOLLOW", 0400000}, {"O_CLOEXEC", 02000000},
    {"O_SYNC", 04010000}, {"SEEK_DATA", 3},      {"SEEK_HOLE", 4},      {"TMP_MAX", 238328},
    {"NGROUPS_MAX", 65536}, {"EX_OK", 0},        {"EX_USAGE", 64},      {"EX_DATAERR", 65},
    {"EX_NOINPUT", 66},   {"EX_NOUSER", 67},     {"EX_NOHOST", 68},     {"EX_UNAVAILABLE", 69},
    {"EX_SOFTWARE", 70},  {"EX_OSERR", 71},      {"EX_OSFILE", 72},     {"EX_CANTCREAT", 73},
    {"EX_IOERR", 74},     {"EX_TEMPFAIL", 75},   {"EX_PROTOCOL", 76},   {"EX_NOPERM", 77},
    {"EX_CONFIG", 78},    {"WNOHANG", 1},
};

bool initialize(Module* m) {
  for (const NativeDef* functions : {kTreeFunctions, kDirectoryFunctions, kDescriptorFunctions, kStatFunctions, kProcessFunctions})
    if (!module_add(m, functions)) return false;
  for (auto& c : kConstants)
    if (!module_add(m, c.name, Value::small(c.value))) return false;
  Own<List> have = make_list();
  for (const char* name : {"HAVE_FTRUNCATE", "HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FDOPENDIR", "HAVE_FUTIMENS", "HAVE_LSTAT", "HAVE_LUTIMES"})
    if (!list_append(have.get(), make_str(name))) return false;
  return add_stat_types(m) && add_directory_types(m) && add_process_types(m) && add_environment(m) &&
         module_add(m, "error", Value(&exc::OSError)) && module_add(m, "_have_functions", have);
}

/// The module `errno`.
bool initialize_errno(Module* m) {
  Own<Dict> codes = make_dict();
  for (const files::ErrorRow* row = files::kErrorRows; row->name; row++) {
    if (!module_add(m, row->name, Value::small(row->number))) return false;
    if (row->text && !dict_set(codes.get(), Value::small(row->number), Value(intern(row->name)))) return false;
  }
  return module_add(m, "errorcode", codes);
}

}  // namespace

}  // namespace loopscope::python::os

namespace loopscope::python {

void register_os_modules() {
  register_native_module("posix", os::initialize);
  register_native_module("errno", os::initialize_errno);
}

}  // namespace loopscope::python
