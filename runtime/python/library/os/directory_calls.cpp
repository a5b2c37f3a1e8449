// SPDX-License-Identifier: MIT
#include "python/library/os/os.h"
#include "python/library/struct_sequence.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/generic_alias.h"
#include "python/vm/protocol.h"

/// posix: listdir, scandir and its DirEntry.
namespace loopscope::python::os {

using namespace files;

namespace {

struct DirEntry : Object {
  Value name, path;    // owned: str or bytes
  Value result[2];     // owned stat_results, once asked for: not followed, followed; null before
  uint32_t number;
  Kind kind;
};
Type entry_type{};
DirEntry* entry_of(Value v) { return v.as<DirEntry>(); }

struct ScanIterator : Object {
  std::vector<Entry>* rest;  // what is still to come, last first; null: closed
  std::string* prefix;
  bool as_bytes;
};
Type iterator_type{};
ScanIterator* scan_of(Value v) { return v.as<ScanIterator>(); }

/// The directory that a listing is of; raises.
Node* directory_of(const PathArgument& path) {
  Node* node = find_node(path);
  if (!node) return nullptr;
  int error = !node->is_directory() ? kENOTDIR : check_access(node, kRead);
  return error ? (raise_error(error, path), nullptr) : node;
}

constexpr uint8_t kAnything = PathArgument::kDescriptor | PathArgument::kNone;

Ref listdir(Value, const Value* args) {
  PathArgument path;
  if (!path.read(args[0], "listdir", "path", kAnything)) return {};
  Node* node = directory_of(path);
  Own<List> names = node ? make_list() : Own<List>();
  if (!names) return {};
  for (const Entry& e : node->entries)
    if (!list_append(names.get(), path_object(e.name, path.is_bytes()))) return {};
  return names;
}

Ref scandir(Value, const Value* args) {
  PathArgument path;
  if (!path.read(args[0], "scandir", "path", kAnything)) return {};
  Node* node = directory_of(path);
  auto* scan = node ? allocate_as<ScanIterator>(&iterator_type) : nullptr;
  if (!scan) return {};
  scan->rest = new std::vector<Entry>(node->entries.rbegin(), node->entries.rend());
  for (Entry& e : *scan->rest) e.node->opens++;
  scan->prefix = new std::string(path.is_descriptor() ? "" : path.text());
  if (!scan->prefix->empty() && scan->prefix->back() != '/') *scan->prefix += '/';
  scan->as_bytes = path.is_bytes();
  return Ref::steal(scan);
}

void drop_last(ScanIterator* scan) {
  Node* node = scan->rest->back().node;
  scan->rest->pop_back();
  node->opens--;
  release_node(node);
}
void close_scan(ScanIterator* scan) {
  while (scan->rest && !scan->rest->empty()) drop_last(scan);
  delete scan->rest;
  scan->rest = nullptr;
}

Ref next_entry(Value self) {
  ScanIterator* scan = scan_of(self);
  if (!scan->rest) return {};
  if (scan->rest->empty()) return close_scan(scan), Ref();
  const Entry& e = scan->rest->back();
  Ref name = path_object(e.name, scan->as_bytes), path = name ? path_object(*scan->prefix + e.name, scan->as_bytes) : Ref();
  auto* entry = path ? allocate_as<DirEntry>(&entry_type) : nullptr;
  if (!entry) return {};
  entry->name = name.release();
  entry->path = path.release();
  entry->number = e.node->number;
  entry->kind = e.node->kind;
  drop_last(scan);
  return Ref::steal(entry);
}
Ref close(Value self, const Value*) {
  close_scan(scan_of(self));
  return none();
}
Ref identity(Value self, const Value*) { return Ref::share(self); }

/// os.DirEntry.stat(): asked once, then kept.
Ref entry_stat(Value self, Follow follow) {
  Value& kept = entry_of(self)->result[follow == Follow::yes];
  if (!kept) {
    PathArgument path;
    if (!path.read(entry_of(self)->path, "stat")) return {};
    Node* node = find_node(path, follow);
    Ref made = node ? make_stat_result(node) : Ref();
    if (!made) return {};
    kept = made.release();
  }
  return Ref::share(kept);
}
Ref stat(Value self, const Value* args) {
  Follow follow;
  return read_follow(args[0], &follow) ? entry_stat(self, follow) : Ref();
}
/// Whether it is of that kind; a link is asked through, and leads nowhere quietly.
Ref is_kind(Value self, const Value* args, Kind wanted) {
  Follow follow;
  if (!read_follow(args[0], &follow)) return {};
  DirEntry* entry = entry_of(self);
  if (entry->kind != Kind::link || follow == Follow::no) return boolean(entry->kind == wanted);
  PathArgument path;
  Node* node = nullptr;
  if (!path.read(entry->path, "stat")) return {};
  return boolean(FileSystem::get().find(path.text(), follow, &node) == 0 && node->kind == wanted);
}
Ref is_dir(Value self, const Value* args) { return is_kind(self, args, Kind::directory); }
Ref is_file(Value self, const Value* args) { return is_kind(self, args, Kind::file); }
Ref is_symlink(Value self, const Value*) { return boolean(entry_of(self)->kind == Kind::link); }
Ref is_junction(Value, const Value*) { return boolean(false); }
Ref inode(Value self, const Value*) { return make_int(entry_of(self)->number); }
Ref entry_fspath(Value self, const Value*) { return Ref::share(entry_of(self)->path); }
Ref class_getitem(Value self, const Value* args) { return make_generic_alias(self, args[0]); }

const NativeDef kEntryMethods[] = {
    {"is_dir", is_dir, "*, follow_symlinks=True"},   {"is_file", is_file, "*, follow_symlinks=True"},
    {"is_symlink", is_symlink, ""},                  {"is_junction", is_junction, ""},
    {"stat", stat, "*, follow_symlinks=True"},       {"inode", inode, ""},
    {"__fspath__", entry_fspath, ""},                {"__class_getitem__", class_getitem, "object, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kEntryAttributes[] = {{"name", [](Value v) { return Ref::share(entry_of(v)->name); }},
                                      {"path", [](Value v) { return Ref::share(entry_of(v)->path); }},
                                      {nullptr, nullptr}};
const NativeDef kScanMethods[] = {
    {"close", close, ""}, {"__enter__", identity, ""}, {"__exit__", close, "*exc_info"}, {nullptr, nullptr, nullptr}};

}  // namespace

const NativeDef kDirectoryFunctions[] = {
    {"listdir", listdir, "path=None"}, {"scandir", scandir, "path=None"}, {nullptr, nullptr, nullptr}};

bool add_directory_types(Module* m) {
  Type& e = entry_type;
  e.name = "posix.DirEntry";
  e.flags = kTypeNoInstantiate;
  e.basic_size = sizeof(DirEntry);
  e.dealloc = [](Object* o) {
    auto* entry = static_cast<DirEntry*>(o);
    for (Value* v : {&entry->name, &entry->path, &entry->result[0], &entry->result[1]}) clear(*v);
    free_object(o);
  };
  e.repr = [](Value self) -> Ref {
    Ref name = repr(entry_of(self)->name);
    return name ? Ref(make_str("<DirEntry " + to_utf8(name.as<Str>()) + ">")) : Ref();
  };
  e.methods = kEntryMethods;
  e.getset = kEntryAttributes;
  Type& s = iterator_type;
  s.name = "posix.ScandirIterator";
  s.flags = kTypeNoInstantiate;
  s.basic_size = sizeof(ScanIterator);
  s.dealloc = [](Object* o) {
    close_scan(static_cast<ScanIterator*>(o));
    delete static_cast<ScanIterator*>(o)->prefix;
    free_object(o);
  };
  s.iter = [](Value self) { return Ref::share(self); };
  s.next = next_entry;
  s.methods = kScanMethods;
  ready_type(&s);
  return module_add_type(m, &e);
}

}  // namespace loopscope::python::os
