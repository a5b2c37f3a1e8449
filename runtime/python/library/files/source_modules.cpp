// SPDX-License-Identifier: MIT
#include "python/library/files/source_modules.h"

#include <algorithm>

#include "python/library/files/file_system.h"
#include "python/vm/library_file.h"
#include "python/vm/names.h"

namespace loopscope::python::files {

namespace {

/// What lies at an absolute path: in the memory, else on the host.
SourceKind look_at(const std::string& path, std::string* text) {
  Node* node = nullptr;
  if (FileSystem::get().find(path, Follow::yes, &node) == 0) {
    if (node->kind == Kind::file) {
      text->assign(reinterpret_cast<const char*>(node->data), node->size);
      return SourceKind::file;
    }
    // The program's folder is in the memory without what lies in it.
    if (!node->is_directory()) return SourceKind::none;
    return SourceKind::folder;
  }
  return vm.hooks.read_source ? vm.hooks.read_source(path, text) : SourceKind::none;
}

bool find_in(const std::string& folder, std::string_view name, SourceModule* found) {
  std::string path = (folder == "/" ? folder : folder + "/") + std::string(name);
  bool is_folder = look_at(path, &found->text) == SourceKind::folder;
  for (const char* ending : {"/__init__.py", ".py"}) {
    bool package = ending[0] == '/';
    if (package && !is_folder) continue;
    if (look_at(path + ending, &found->text) != SourceKind::file) continue;
    found->path = path + ending;
    found->is_package = package;
    found->is_file = true;
    return true;
  }
  if (is_folder && found->path.empty()) found->path = path;  // unless a later folder has the module
  return false;
}

/// Without looking at any file: can there be a module of the program's own? Most programs are alone and have made no files.
bool may_have_modules(std::string_view name) {
  if (vm.hooks.read_source || FileSystem::is_made()) return true;
  std::string_view program = program_argument();
  program.remove_prefix(program.rfind('/') + 1);
  return program.starts_with(name) && program.substr(name.size()) == ".py";
}

}  // namespace

bool find_source_module(std::string_view name, Value folders, SourceModule* found) {
  if (!may_have_modules(name)) return false;
  Ref path;
  if (!folders) {
    Value sys = dict_get(vm.modules, Value(names::sys));
    path = sys ? get_attr_or_null(sys, intern("path")) : Ref();
    clear_pending();
    // sys.path is made when sys is first imported.
    if (!path) return find_in(program_folder(), name, found);
    folders = path;
  }
  Own<List> list = to_list(folders);
  if (!list) {
    clear_pending();
    return false;
  }
  for (uint32_t i = 0; i < list->size; i++) {
    if (!is_str(list->items[i])) continue;
    std::string folder = to_utf8(list->items[i].as<Str>());
    if (is_library_file(folder + "/")) continue;
    if (find_in(absolute_at_start(folder), name, found)) return true;
  }
  return !found->path.empty();
}

}  // namespace loopscope::python::files
