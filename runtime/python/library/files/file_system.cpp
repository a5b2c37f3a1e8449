// SPDX-License-Identifier: MIT
#include "python/library/files/file_system.h"

#include <algorithm>

#include "python/vm/traceback.h"

namespace loopscope::python::files {

namespace {

constexpr int kMaxLinks = 40;
constexpr size_t kMaxName = 255, kMaxPath = 4096;

std::string argument, start_directory, source_name;
FileSystem* the_files = nullptr;

}  // namespace

std::string set_program_place(std::string_view program_argument, std::string_view directory, std::string_view name) {
  argument = program_argument;
  start_directory = directory;
  source_name = name;
  return absolute_at_start(argument);
}
const std::string& program_argument() { return argument; }
std::string program_folder() {
  std::string file = absolute_at_start(argument);
  return file.substr(0, std::max<size_t>(file.rfind('/'), 1));
}

std::string absolute_at_start(std::string_view path) {
  std::string whole = start_directory.empty() ? kHome : start_directory;
  if (!path.empty() && path[0] == '/') whole.clear();
  std::string out;
  whole += "/" + std::string(path);
  for (size_t at = 0; at < whole.size();) {
    size_t end = std::min(whole.find('/', at), whole.size());
    std::string_view part = std::string_view(whole).substr(at, end - at);
    if (part == "..") out.erase(std::min(out.rfind('/'), out.size()));
    else if (!part.empty() && part != ".") out += "/" + std::string(part);
    at = end + 1;
  }
  return out.empty() ? "/" : out;
}

int check_access(const Node* node, uint32_t access) {
  uint32_t bits = node->permissions >> (node->owner == kUserId ? 6 : 0) & 7;
  return (bits & access) == access ? 0 : kEACCES;
}

int check_owner(const Node* node) { return node->owner == kUserId ? 0 : kEPERM; }

FileSystem& FileSystem::get() {
  if (!the_files) the_files = new FileSystem();
  return *the_files;
}

bool FileSystem::is_made() { return the_files != nullptr; }

FileSystem::FileSystem() {
  root_ = make_node(Kind::directory, 0755, 0);
  root_->opens = 1;
  root_->parent = root_;
  for (const char* path : {"/bin", "/etc", "/home", "/root", "/usr/bin", "/usr/lib", "/usr/local/bin", "/var"}) {
    Node* last = make_path(path);
    last->owner = 0;
    last->parent->owner = 0;
  }
  root_->find("usr")->owner = 0;
  root_->find("root")->permissions = 0700;
  for (const char* path : {"/tmp", "/var/tmp"}) {
    make_path(path)->permissions = 01777;
    make_path(path)->owner = 0;
  }
  Node* devices = make_path("/dev");
  devices->owner = 0;
  static constexpr struct {
    const char* name;
    Device device;
  } kDevices[] = {{"null", Device::null},           {"zero", Device::zero},
                  {"random", Device::random},       {"urandom", Device::random},
                  {"stdin", Device::standard_input}, {"stdout", Device::standard_output},
                  {"stderr", Device::standard_error}};
  for (auto& row : kDevices) {
    Node* node = make_node(Kind::device, 0666, 0);
    node->device = row.device;
    devices->add(row.name, node);
  }
  make_path(kHome);
  working_ = make_path(start_directory.empty() ? kHome : start_directory);
  working_->opens++;
  open_to_user(working_);
  // The program can read itself.
  const std::string* text = source_text(source_name);
  if (!text) return;
  std::string path = absolute_at_start(argument);
  size_t slash = path.rfind('/');
  Node* folder = make_path(std::string_view(path).substr(0, slash));
  open_to_user(folder);
  Node* program = make_node(Kind::file, 0644, kUserId);
  program->write(0, text->data(), text->size());
  if (!folder->find(path.substr(slash + 1))) folder->add(path.substr(slash + 1), program);
}

/// The program was started here, so the user works here, also below /root or in /usr/lib.
void FileSystem::open_to_user(Node* directory) {
  directory->owner = kUserId;
  for (Node* at = directory; at != root_; at = at->parent) at->permissions |= 0111;
}

/// mkdir -p, by nobody in particular.
Node* FileSystem::make_path(std::string_view path) {
  Node* at = root_;
  while (!path.empty()) {
    size_t end = std::min(path.find('/'), path.size());
    std::string_view name = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (name.empty()) continue;
    Node* next = at->find(name);
    if (!next) {
      next = make_node(Kind::directory, 0755, kUserId);
      at->add(name, next);
    }
    at = next;
  }
  return at;
}

int FileSystem::walk(std::string_view path, Follow follow, int links, Node* start, Place* place) {
  if (path.empty()) return kENOENT;
  if (path.size() >= kMaxPath) return kENAMETOOLONG;
  Node* at = path[0] == '/' ? root_ : start;
  *place = {nullptr, {}, at};
  size_t i = 0;
  while (i < path.size()) {
    if (path[i] == '/') {
      i++;
      continue;
    }
    size_t end = std::min(path.find('/', i), path.size());
    std::string_view name = path.substr(i, end - i);
    bool last = path.find_first_not_of('/', end) == std::string_view::npos;
    bool wants_directory = end < path.size();
    i = end;
    if (!at->is_directory()) return kENOTDIR;
    if (int error = check_access(at, kSearch)) return error;
    if (name.size() > kMaxName) return kENAMETOOLONG;
    if (name == "." || name == "..") {
      if (name == "..") at = at->parent;
      *place = {at->parent, {}, at};
      continue;
    }
    Node* next = at->find(name);
    *place = {at, std::string(name), next};
    if (!next) return last ? 0 : kENOENT;
    if (next->kind == Kind::link && (!last || follow == Follow::yes || wants_directory)) {
      if (links >= kMaxLinks) return kELOOP;
      if (int error = walk(next->target, Follow::yes, links + 1, at, place)) return error;
      next = place->node;
      if (!next) return last ? 0 : kENOENT;
    }
    if (wants_directory && !next->is_directory()) return kENOTDIR;
    at = next;
  }
  return 0;
}

int FileSystem::find(std::string_view path, Follow follow, Place* place) {
  if (!path.empty() && path[0] != '/' && !working_->names && working_ != root_) return kENOENT;
  return walk(path, follow, 0, working_, place);
}

int FileSystem::find(std::string_view path, Follow follow, Node** node) {
  Place place;
  if (int error = find(path, follow, &place)) return error;
  *node = place.node;
  return place.node ? 0 : kENOENT;
}

int FileSystem::create(const Place& place, uint32_t permissions, Node** node) {
  if (int error = check_access(place.directory, kWrite)) return error;
  *node = make_node(Kind::file, permissions & ~user_mask & 07777, kUserId);
  place.directory->add(place.name, *node);
  return 0;
}

int FileSystem::make_directory(std::string_view path, uint32_t permissions) {
  Place place;
  if (int error = find(path, Follow::no, &place)) return error;
  if (place.node) return kEEXIST;
  if (int error = check_access(place.directory, kWrite)) return error;
  place.directory->add(place.name, make_node(Kind::directory, permissions & ~user_mask & 01777, kUserId));
  return 0;
}

namespace {

/// Taking a name out of a directory; in one with the sticky bit (/tmp) only one's own.
int check_removal(const Place& place) {
  if (int error = check_access(place.directory, kWrite)) return error;
  bool sticky = place.directory->permissions & 01000;
  return sticky && place.directory->owner != kUserId && place.node->owner != kUserId ? kEPERM : 0;
}

}  // namespace

int FileSystem::remove_directory(std::string_view path) {
  Place place;
  if (int error = find(path, Follow::no, &place)) return error;
  if (!place.node) return kENOENT;
  if (!place.node->is_directory()) return kENOTDIR;
  if (place.name.empty()) return place.node == root_ ? kEBUSY : path.ends_with("..") ? kENOTEMPTY : kEINVAL;
  if (!place.node->entries.empty()) return kENOTEMPTY;
  if (int error = check_removal(place)) return error;
  place.directory->remove(place.name);
  return 0;
}

int FileSystem::remove(std::string_view path) {
  Place place;
  if (int error = find(path, Follow::no, &place)) return error;
  if (!place.node) return kENOENT;
  if (place.node->is_directory()) return kEISDIR;
  if (int error = check_removal(place)) return error;
  place.directory->remove(place.name);
  return 0;
}

int FileSystem::rename(std::string_view from, std::string_view to) {
  Place old_place, new_place;
  if (int error = find(from, Follow::no, &old_place)) return error;
  if (!old_place.node) return kENOENT;
  if (int error = find(to, Follow::no, &new_place)) return error;
  if (old_place.name.empty() || new_place.name.empty()) return kEBUSY;
  Node* node = old_place.node;
  if (node == new_place.node) return 0;
  if (!node->is_directory() && to.ends_with('/')) return kENOTDIR;
  if (node->is_directory()) {
    for (Node* up = new_place.directory; up != root_; up = up->parent)
      if (up == node) return kEINVAL;
  }
  if (int error = check_removal(old_place)) return error;
  if (Node* there = new_place.node) {
    if (there->is_directory() && !node->is_directory()) return kEISDIR;
    if (!there->is_directory() && node->is_directory()) return kENOTDIR;
    if (!there->entries.empty()) return kENOTEMPTY;
    if (int error = check_removal(new_place)) return error;
    new_place.directory->remove(new_place.name);
  } else if (int error = check_access(new_place.directory, kWrite)) {
    return error;
  }
  node->opens++;  // between two names
  old_place.directory->remove(old_place.name);
  new_place.directory->add(new_place.name, node);
  node->opens--;
  return 0;
}

int FileSystem::hard_link(std::string_view from, std::string_view to, Follow follow) {
  Node* node;
  Place place;
  if (int error = find(from, follow, &node)) return error;
  if (int error = find(to, Follow::no, &place)) return error;
  if (place.node) return kEEXIST;
  if (node->is_directory()) return kEPERM;
  if (int error = check_access(place.directory, kWrite)) return error;
  place.directory->add(place.name, node);
  return 0;
}

int FileSystem::symbolic_link(std::string_view target, std::string_view path) {
  Place place;
  if (target.empty()) return kENOENT;
  if (int error = find(path, Follow::no, &place)) return error;
  if (place.node) return kEEXIST;
  if (int error = check_access(place.directory, kWrite)) return error;
  Node* node = make_node(Kind::link, 0777, kUserId);
  node->target = target;
  node->size = target.size();
  place.directory->add(place.name, node);
  return 0;
}

int FileSystem::change_directory(Node* directory) {
  if (!directory->is_directory()) return kENOTDIR;
  if (int error = check_access(directory, kSearch)) return error;
  directory->opens++;
  working_->opens--;
  release_node(working_);
  working_ = directory;
  return 0;
}

int FileSystem::working_directory(std::string* path) const {
  path->clear();
  for (Node* at = working_; at != root_; at = at->parent) {
    if (!at->names) return kENOENT;
    for (const Entry& e : at->parent->entries)
      if (e.node == at) path->insert(0, "/" + e.name);
  }
  if (path->empty()) *path = "/";
  return 0;
}

}  // namespace loopscope::python::files
