// SPDX-License-Identifier: MIT
#include "python/library/asyncio_module.h"
#include "python/library/files/descriptors.h"
#include "python/library/os/os.h"
#include "python/vm/exception.h"
#include "python/vm/signature.h"
#include "python/vm/vm.h"

/// `_readiness`: descriptors of sockets, and what can be done with them without waiting. The sockets themselves are in
/// Python (`_socket`, `_pretend_host`), as few programs have any.
namespace loopscope::python {

namespace {

Ref open(Value, const Value*) { return make_int(files::open_socket()); }

/// Null: raised.
files::OpenFile* socket_at(Value descriptor) {
  int number;
  if (!os::read_int(descriptor, &number)) return nullptr;
  files::OpenFile* file = files::open_file_of(number);
  if (file && file->source) return file;
  raise_os_error(files::kEBADF, files::error_text(files::kEBADF));
  return nullptr;
}

Ref update(Value, const Value* args) {
  files::OpenFile* file = socket_at(args[0]);
  int state, event;
  if (!file || !os::read_int(args[1], &state) || !os::read_int(args[2], &event)) return {};
  file->source->update(static_cast<uint8_t>(state), static_cast<uint8_t>(event));
  return none();
}

/// The name of a Unix server in the file system.
Ref make_file(Value, const Value* args) {
  files::PathArgument path;
  if (!path.read(args[0], "bind")) return {};
  files::FileSystem& files = files::FileSystem::get();
  files::Place place;
  files::Node* node;
  int error = files.find(path.text(), files::Follow::no, &place);
  if (!error && place.node) error = files::kEADDRINUSE;
  if (!error) error = files.create(place, 0777, &node);
  if (error) return raise_os_error(error, files::error_text(error));
  node->kind = files::Kind::socket;
  return none();
}

const NativeDef kFunctions[] = {
    {"open", open, ""},
    {"make_file", make_file, "path, /"},
    {"update", update, "descriptor, state, event, /"},
    {nullptr, nullptr, nullptr},
};

bool initialize(Module* m) {
  return module_add(m, kFunctions) && module_add(m, "READABLE", make_int(loop::kReadable)) &&
         module_add(m, "WRITABLE", make_int(loop::kWritable)) && module_add(m, "FAILED", make_int(loop::kFailed)) &&
         module_add(m, "HUNG_UP", make_int(loop::kHungUp));
}

}  // namespace

void register_readiness_module() { register_native_module("_readiness", initialize); }

}  // namespace loopscope::python
