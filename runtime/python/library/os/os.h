// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/files/path_argument.h"
#include "python/library/files/descriptors.h"
#include "python/vm/objects.h"

/// The parts of the module `posix`, which CPython's own os.py is written on. Files are those of library/files; what a page
/// has no system for is not there, as on any platform without it.
namespace loopscope::python::os {

extern const NativeDef kTreeFunctions[];        // names: mkdir, rename, chmod, getcwd...
extern const NativeDef kDirectoryFunctions[];   // listdir, scandir
extern const NativeDef kDescriptorFunctions[];  // open, read, write, dup...
extern const NativeDef kStatFunctions[];        // stat, lstat, fstat
extern const NativeDef kProcessFunctions[];     // getpid, uname, urandom...
bool add_stat_types(Module* m);
bool add_directory_types(Module* m);
bool add_process_types(Module* m);
bool add_environment(Module* m);

/// os.stat_result of a node.
Ref make_stat_result(const files::Node* node);

/// OSError of `error`, naming the path.
std::nullptr_t raise_error(int error, const files::PathArgument& path);
/// None, or the error.
Ref done(int error, const files::PathArgument& path);

/// dir_fd is not available here. NotImplementedError as CPython words it.
bool no_directory_descriptor(Value v);
/// The node of a path or descriptor; raises.
files::Node* find_node(const files::PathArgument& path, files::Follow follow = files::Follow::yes);
/// follow_symlinks=True.
bool read_follow(Value v, files::Follow* follow);
/// An int argument. TypeError, OverflowError.
bool read_int(Value v, int* out);

}  // namespace loopscope::python::os
