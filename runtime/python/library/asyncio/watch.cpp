// SPDX-License-Identifier: MIT
#include "loop/readiness.h"

#include "python/library/asyncio/objects.h"
#include "python/library/asyncio/watch.h"
#include "python/library/files/descriptors.h"
#include "python/library/os/os.h"
#include "python/vm/exception.h"

/// What a loop watches (asyncio.selector_events): a callback each for reading and writing of a descriptor.
namespace loopscope::python {

namespace {

using Side = loop::Readiness::Side;

LoopObject* self_of(Value v) { return v.as<LoopObject>(); }

/// A number, or what has a fileno().
bool read_descriptor_number(Value v, int* out) {
  static Str* fileno = intern("fileno");
  if (is_int(v)) return os::read_int(v, out);
  Ref number = call_method(v, fileno);
  return number && os::read_int(number, out);
}

loop::Source* source_of(int descriptor) {
  files::OpenFile* file = files::open_file_of(descriptor);
  return file ? file->source.get() : nullptr;
}

HandleObject* object_of_handle(loop::Handle* handle) {
  return handle ? static_cast<HandleObject*>(static_cast<Object*>(handle->collectable())) : nullptr;
}

Ref add(Value self, const Value* args, Side side) {
  LoopObject* loop = self_of(self);
  if (loop->closed) return raise(exc::RuntimeError, "Event loop is closed");
  int descriptor;
  if (!read_descriptor_number(args[0], &descriptor)) return {};
  loop::Source* source = source_of(descriptor);
  if (!source) {
    int error = files::open_file_of(descriptor) ? files::kEPERM : files::kEBADF;
    return raise_os_error(error, files::error_text(error));
  }
  Own<HandleObject> handle = make_handle(loop, args[1], args[2].as<Tuple>(), kNone);
  if (!handle) return {};
  if (!loop->readiness) loop->readiness = new loop::Readiness(*loop->core);
  if (loop::Ref<loop::Handle> before = loop->readiness->set(*source, side, loop::Ref<loop::Handle>(handle->core))) before->cancel();
  return handle;
}

Ref remove(Value self, const Value* args, Side side) {
  LoopObject* loop = self_of(self);
  int descriptor;
  if (!read_descriptor_number(args[0], &descriptor)) return {};
  loop::Source* source = source_of(descriptor);
  if (loop->closed || !loop->readiness || !source) return boolean(false);
  loop::Ref<loop::Handle> before = loop->readiness->set(*source, side, {});
  if (before) before->cancel();
  return boolean(static_cast<bool>(before));
}

}  // namespace

Ref add_reader(Value self, const Value* args) { return add(self, args, Side::kReader); }
Ref remove_reader(Value self, const Value* args) { return remove(self, args, Side::kReader); }
Ref add_writer(Value self, const Value* args) { return add(self, args, Side::kWriter); }
Ref remove_writer(Value self, const Value* args) { return remove(self, args, Side::kWriter); }

Ref watched(Value self, const Value* args) {
  LoopObject* loop = self_of(self);
  int descriptor;
  if (!read_descriptor_number(args[0], &descriptor)) return {};
  loop::Source* source = source_of(descriptor);
  Value sides[] = {kNone, kNone};
  if (loop->readiness && source)
    for (Side side : {Side::kReader, Side::kWriter})
      if (HandleObject* handle = object_of_handle(loop->readiness->get(*source, side))) sides[side] = Value(handle);
  return tuple_of(sides[0], sides[1]);
}

}  // namespace loopscope::python
