// SPDX-License-Identifier: MIT
#include <cmath>

#include "python/library/os/os.h"
#include "python/vm/exception.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"

/// posix: what changes and asks about names: mkdir, rename, remove, links, permissions, times, the working directory.
namespace loopscope::python::os {

using namespace files;

std::nullptr_t raise_error(int error, const PathArgument& path) { return raise_os_error(error, error_text(error), path.shown()); }
Ref done(int error, const PathArgument& path) { return error ? Ref(raise_error(error, path)) : none(); }

bool no_directory_descriptor(Value v) {
  if (!v || v == kNone) return true;
  return raise(exc::NotImplementedError, "dir_fd unavailable on this platform"), false;
}

bool read_follow(Value v, Follow* follow) {
  int t = v ? truth(v) : 1;
  *follow = t ? Follow::yes : Follow::no;
  return t >= 0;
}

bool read_int(Value v, int* out) {
  int64_t n;
  if (is_float(v) || (!is_int(v) && !type_of(v)->index))
    return raise(exc::TypeError, "'%T' object cannot be interpreted as an integer", v), false;
  if (!to_int64(v, &n, OnOverflow::clamp)) return false;
  if (n != static_cast<int>(n)) return raise(exc::OverflowError, "signed integer is %s than %s", n > 0 ? "greater" : "less", n > 0 ? "maximum" : "minimum"), false;
  *out = static_cast<int>(n);
  return true;
}

Node* find_node(const PathArgument& path, Follow follow) {
  if (path.is_descriptor()) {
    OpenFile* file = open_file_of(path.descriptor());
    return file ? file->node : (raise_error(kEBADF, path), nullptr);
  }
  Node* node = nullptr;
  if (int error = FileSystem::get().find(path.text(), follow, &node)) return raise_error(error, path), nullptr;
  return node;
}

namespace {

FileSystem& tree() { return FileSystem::get(); }

Ref mkdir(Value, const Value* args) {
  PathArgument path;
  int mode = 0777;
  if (!path.read(args[0], "mkdir") || (args[1] && !read_int(args[1], &mode)) || !no_directory_descriptor(args[2])) return {};
  return done(tree().make_directory(path.text(), static_cast<uint32_t>(mode)), path);
}
Ref rmdir(Value, const Value* args) {
  PathArgument path;
  if (!path.read(args[0], "rmdir") || !no_directory_descriptor(args[1])) return {};
  return done(tree().remove_directory(path.text()), path);
}
Ref remove_named(const Value* args, const char* function) {
  PathArgument path;
  if (!path.read(args[0], function) || !no_directory_descriptor(args[1])) return {};
  return done(tree().remove(path.text()), path);
}
Ref remove(Value, const Value* args) { return remove_named(args, "remove"); }
Ref unlink(Value, const Value* args) { return remove_named(args, "unlink"); }

/// An error that names two paths.
Ref done_with_two(int error, const PathArgument& from, const PathArgument& to) {
  if (!error) return none();
  Own<Str> text = make_str(error_text(error));
  Ref made = make_exception(exc::OSError, {Value::small(error), text, from.shown(), kNone, to.shown()});
  return made ? Ref(raise_value(made)) : Ref();
}
Ref rename_named(const Value* args, const char* function) {
  PathArgument from, to;
  if (!from.read(args[0], function, "src") || !to.read(args[1], function, "dst") || !no_directory_descriptor(args[2]) || !no_directory_descriptor(args[3])) return {};
  return done_with_two(tree().rename(from.text(), to.text()), from, to);
}
Ref rename(Value, const Value* args) { return rename_named(args, "rename"); }
Ref replace(Value, const Value* args) { return rename_named(args, "replace"); }
Ref link(Value, const Value* args) {
  PathArgument from, to;
  Follow follow;
  if (!from.read(args[0], "link", "src") || !to.read(args[1], "link", "dst") || !no_directory_descriptor(args[2]) ||
      !no_directory_descriptor(args[3]) || !read_follow(args[4], &follow))
    return {};
  return done_with_two(tree().hard_link(from.text(), to.text(), follow), from, to);
}
Ref symlink(Value, const Value* args) {
  PathArgument from, to;
  if (!from.read(args[0], "symlink", "src") || !to.read(args[1], "symlink", "dst") || !no_directory_descriptor(args[3])) return {};
  return done_with_two(tree().symbolic_link(from.text(), to.text()), from, to);
}
Ref readlink(Value, const Value* args) {
  PathArgument path;
  if (!path.read(args[0], "readlink") || !no_directory_descriptor(args[1])) return {};
  Node* node = find_node(path, Follow::no);
  if (!node) return {};
  if (node->kind != Kind::link) return raise_error(kEINVAL, path);
  return path_object(node->target, path.is_bytes());
}

Ref chmod_node(Node* node, const PathArgument& path, int mode) {
  if (int error = check_owner(node)) return raise_error(error, path);
  node->permissions = static_cast<uint32_t>(mode) & 07777;
  node->touch(false);
  return none();
}
Ref chmod(Value, const Value* args) {
  PathArgument path;
  int mode;
  Follow follow;
  if (!path.read(args[0], "chmod", "path", PathArgument::kDescriptor) || !read_int(args[1], &mode) || !no_directory_descriptor(args[2]) || !read_follow(args[3], &follow)) return {};
  Node* node = find_node(path, follow);
  return node ? chmod_node(node, path, mode) : Ref();
}
Ref chown(Value, const Value* args) {
  PathArgument path;
  int user, group;
  if (!path.read(args[0], "chown", "path", PathArgument::kDescriptor) || !read_int(args[1], &user) || !read_int(args[2], &group)) return {};
  Node* node = find_node(path);
  if (!node) return {};
  auto own = [](int id) { return id == -1 || id == static_cast<int>(kUserId); };
  return done(node->owner == kUserId && own(user) && own(group) ? 0 : kEPERM, path);
}

Ref access(Value, const Value* args) {
  PathArgument path;
  int mode;
  Follow follow;
  if (!path.read(args[0], "access") || !read_int(args[1], &mode) || !no_directory_descriptor(args[2]) || !read_follow(args[4], &follow)) return {};
  Node* node = nullptr;
  return boolean(tree().find(path.text(), follow, &node) == 0 && check_access(node, static_cast<uint32_t>(mode) & 7) == 0);
}

bool read_seconds(Value v, int64_t* ns) {
  if (is_float(v)) {
    double seconds = v.as<Float>()->value;
    if (!std::isfinite(seconds) || std::fabs(seconds) > 9e9) return raise(exc::OverflowError, "timestamp out of range for platform time_t"), false;
    *ns = static_cast<int64_t>(std::floor(seconds * 1e9));
    return true;
  }
  if (!to_int64(v, ns, OnOverflow::error)) return false;
  return !__builtin_mul_overflow(*ns, int64_t{1000000000}, ns) || (raise(exc::OverflowError, "timestamp out of range for platform time_t"), false);
}
Ref utime(Value, const Value* args) {
  PathArgument path;
  Follow follow;
  if (!path.read(args[0], "utime", "path", PathArgument::kDescriptor)) return {};
  Value times = args[1] && args[1] != kNone ? args[1] : Value(), ns = args[2];
  if (times && ns) return raise(exc::ValueError, "utime: you may specify either 'times' or 'ns' but not both");
  if (!no_directory_descriptor(args[3]) || !read_follow(args[4], &follow)) return {};
  int64_t values[2];
  for (int i = 0; i < 2; i++) {
    Value pair = times ? times : ns;
    if (!pair) {
      values[i] = time_ns();
      continue;
    }
    if (!is_tuple(pair) || pair.as<Tuple>()->size != 2)
      return raise(exc::TypeError, times ? "utime: 'times' must be either a tuple of two ints or None" : "utime: 'ns' must be a tuple of two ints");
    Value v = pair.as<Tuple>()->items[i];
    if (times ? !read_seconds(v, &values[i]) : !to_int64(v, &values[i], OnOverflow::error)) return {};
  }
  Node* node = find_node(path, follow);
  if (!node) return {};
  if (int error = check_owner(node)) return raise_error(error, path);
  node->touch(false);
  node->accessed = values[0];
  node->modified = values[1];
  return none();
}
Ref truncate(Value, const Value* args) {
  PathArgument path;
  int64_t length;
  if (!path.read(args[0], "truncate", "path", PathArgument::kDescriptor) || !to_int64(args[1], &length, OnOverflow::error)) return {};
  if (path.is_descriptor()) return done(truncate_descriptor(path.descriptor(), length), path);
  Node* node = find_node(path);
  if (!node) return {};
  if (node->is_directory()) return raise_error(kEISDIR, path);
  if (length < 0 || node->kind != Kind::file) return raise_error(kEINVAL, path);
  int error = check_access(node, kWrite);
  return done(error ? error : node->resize(static_cast<uint64_t>(length)), path);
}

Ref working_directory(bool as_bytes) {
  std::string path;
  if (int error = tree().working_directory(&path)) return raise_os_error(error, error_text(error));
  return path_object(path, as_bytes);
}
Ref getcwd(Value, const Value*) { return working_directory(false); }
Ref getcwdb(Value, const Value*) { return working_directory(true); }
Ref chdir(Value, const Value* args) {
  PathArgument path;
  if (!path.read(args[0], "chdir", "path", PathArgument::kDescriptor)) return {};
  Node* node = find_node(path);
  return node ? done(tree().change_directory(node), path) : Ref();
}
Ref umask(Value, const Value* args) {
  int mask;
  if (!read_int(args[0], &mask)) return {};
  Ref old = make_int(tree().user_mask);
  tree().user_mask = static_cast<uint32_t>(mask) & 0777;
  return old;
}
Ref fspath(Value, const Value* args) { return file_system_path(args[0]); }

}  // namespace

const NativeDef kTreeFunctions[] = {
    {"mkdir", mkdir, "path, mode=511, *, dir_fd=None"},
    {"rmdir", rmdir, "path, *, dir_fd=None"},
    {"remove", remove, "path, *, dir_fd=None"},
    {"unlink", unlink, "path, *, dir_fd=None"},
    {"rename", rename, "src, dst, *, src_dir_fd=None, dst_dir_fd=None"},
    {"replace", replace, "src, dst, *, src_dir_fd=None, dst_dir_fd=None"},
    {"link", link, "src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True"},
    {"symlink", symlink, "src, dst, target_is_directory=False, *, dir_fd=None"},
    {"readlink", readlink, "path, *, dir_fd=None"},
    {"chmod", chmod, "path, mode, *, dir_fd=None, follow_symlinks=True"},
    {"chown", chown, "path, uid, gid, *, dir_fd=None, follow_symlinks=True"},
    {"access", access, "path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True"},
    {"utime", utime, "path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True"},
    {"truncate", truncate, "path, length"},
    {"getcwd", getcwd, ""},
    {"getcwdb", getcwdb, ""},
    {"chdir", chdir, "path"},
    {"umask", umask, "mask, /"},
    {"fspath", fspath, "path"},
    {nullptr, nullptr, nullptr},
};

}  // namespace loopscope::python::os
