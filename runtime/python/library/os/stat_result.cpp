// SPDX-License-Identifier: MIT
#include "python/library/os/os.h"
#include "python/library/struct_sequence.h"
#include "python/vm/exception.h"
#include "python/vm/protocol.h"
#include "python/vm/tuple.h"

/// os.stat_result and the functions that make one.
namespace loopscope::python::os {

using namespace files;

namespace {

/// The tuple's ten fields, and what is reached by name only.
struct StatResult : Tuple {
  int64_t ns[3];  // accessed, modified, changed
  int64_t size;
  uint32_t device_number;
};
StatResult* result_of(Value v) { return static_cast<StatResult*>(v.as<Tuple>()); }

constexpr int kFields = 10;
const char* const kNames[kFields] = {"st_mode", "st_ino",  "st_dev",   "st_nlink", "st_uid",
                                     "st_gid",  "st_size", "st_atime", "st_mtime", "st_ctime"};
Type stat_type{};

template <int i>
Ref item(Value v) {
  return Ref::share(v.as<Tuple>()->items[i]);
}
template <int i>
Ref seconds(Value v) {
  int64_t ns = result_of(v)->ns[i], rest = ns % 1000000000;
  if (rest < 0) rest += 1000000000;
  return make_float(static_cast<double>((ns - rest) / 1000000000) + 1e-9 * static_cast<double>(rest));
}
template <int i>
Ref nanoseconds(Value v) {
  return make_int(result_of(v)->ns[i]);
}

const GetSetDef kAttributes[] = {
    {"st_mode", item<0>},         {"st_ino", item<1>},
    {"st_dev", item<2>},          {"st_nlink", item<3>},
    {"st_uid", item<4>},          {"st_gid", item<5>},
    {"st_size", item<6>},         {"st_atime", seconds<0>},
    {"st_mtime", seconds<1>},     {"st_ctime", seconds<2>},
    {"st_atime_ns", nanoseconds<0>}, {"st_mtime_ns", nanoseconds<1>}, {"st_ctime_ns", nanoseconds<2>},
    {"st_blksize", [](Value) { return make_int(4096); }},
    {"st_blocks", [](Value v) { return make_int((result_of(v)->size + 4095) / 4096 * 8); }},
    {"st_rdev", [](Value v) { return make_int(result_of(v)->device_number); }},
    {nullptr, nullptr},
};

Ref repr_stat(Value v) {
  std::string text = "os.stat_result(";
  for (int i = 0; i < kFields; i++) {
    Ref shown = repr(v.as<Tuple>()->items[i]);
    if (!shown) return {};
    text += (i ? ", " : "") + std::string(kNames[i]) + "=" + to_utf8(shown.as<Str>());
  }
  return make_str(text + ")");
}

Ref stat_of(const PathArgument& path, Follow follow) {
  Node* node = find_node(path, follow);
  return node ? make_stat_result(node) : Ref();
}

Ref stat_(Value, const Value* args) {
  PathArgument path;
  Follow follow;
  if (!path.read(args[0], "stat", "path", PathArgument::kDescriptor) || !no_directory_descriptor(args[1]) || !read_follow(args[2], &follow)) return {};
  return stat_of(path, follow);
}
Ref lstat(Value, const Value* args) {
  PathArgument path;
  if (!path.read(args[0], "lstat") || !no_directory_descriptor(args[1])) return {};
  return stat_of(path, Follow::no);
}
Ref fstat(Value, const Value* args) {
  int descriptor;
  if (!read_int(args[0], &descriptor)) return {};
  OpenFile* file = open_file_of(descriptor);
  return file ? make_stat_result(file->node) : Ref(raise_os_error(kEBADF, error_text(kEBADF)));
}

}  // namespace

const NativeDef kStatFunctions[] = {
    {"stat", stat_, "path, *, dir_fd=None, follow_symlinks=True"},
    {"lstat", lstat, "path, *, dir_fd=None"},
    {"fstat", fstat, "fd"},
    {nullptr, nullptr, nullptr},
};

Ref make_stat_result(const Node* node) {
  Own<Tuple> t = make_tuple_of(&stat_type, kFields);
  if (!t) return {};
  int64_t size = static_cast<int64_t>(node->is_directory() ? 4096 : node->size);
  const int64_t values[kFields] = {node->mode(), node->number, 1, node->link_count(), node->owner, node->owner, size,
                                   node->accessed / 1000000000, node->modified / 1000000000, node->changed / 1000000000};
  for (int i = 0; i < kFields; i++) t->items[i] = make_int(values[i]).release();
  auto* result = static_cast<StatResult*>(t.get());
  result->ns[0] = node->accessed;
  result->ns[1] = node->modified;
  result->ns[2] = node->changed;
  result->size = size;
  result->device_number = node->kind == Kind::device ? 259 + static_cast<uint32_t>(node->device) : 0;
  return t;
}

bool add_stat_types(Module* m) {
  Type& t = stat_type;
  t.name = "os.stat_result";
  t.flags = kTypeGc;
  t.base = &tuple_type;
  t.basic_size = sizeof(StatResult);
  t.repr = repr_stat;
  t.getset = kAttributes;
  return module_add_type(m, &t);
}

}  // namespace loopscope::python::os
