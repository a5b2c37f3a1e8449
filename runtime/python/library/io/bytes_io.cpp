// SPDX-License-Identifier: MIT
#include <cstring>

#include "python/library/io/io.h"
#include "python/library/io/memory_io.h"
#include "python/vm/gc.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/str.h"

/// _io.BytesIO: a binary stream in a bytearray.
namespace loopscope::python::io {

namespace {

struct BytesIo : IoBase {
  ByteArray* buffer;  // owned; null: closed
  int64_t position;
};
BytesIo* self_of(Value v) { return v.as<BytesIo>(); }

bool usable(BytesIo* b) { return b->buffer || (raise_closed(), false); }

/// buffer[position, position + n) with n as far as it goes; moves on.
BytesView take(BytesIo* b, int64_t n) {
  int64_t rest = std::max<int64_t>(0, b->buffer->length - b->position);
  if (n < 0 || n > rest) n = rest;
  BytesView view{b->buffer->data + (rest ? b->position : 0), static_cast<size_t>(n)};
  b->position += n;
  return view;
}

bool drop_buffer(BytesIo* b) {
  ByteArray* old = b->buffer;
  b->buffer = nullptr;
  if (old) decref(static_cast<Object*>(old));
  return true;
}

int64_t put(BytesIo* b, Value data) {
  BytesView view;
  if (!usable(b) || !require_bytes(data, &view)) return -1;
  if (b->buffer->exports && b->position + static_cast<int64_t>(view.length) > b->buffer->length)
    return raise(exc::BufferError, "Existing exports of data: object cannot be re-sized"), -1;
  if (!view.length) return 0;
  Own<Bytes> copy;  // written into itself
  if (view.data >= b->buffer->data && view.data < b->buffer->data + b->buffer->length) {
    copy = make_bytes(view.data, view.length);
    if (!copy) return -1;
    view = {copy->data, copy->length};
  }
  int64_t end = b->position + static_cast<int64_t>(view.length);
  int64_t old = b->buffer->length;
  if (end > INT32_MAX) return raise(exc::OverflowError, "new buffer size too large"), -1;
  if (end > old) {
    if (!bytearray_resize(b->buffer, static_cast<size_t>(end))) return -1;
    if (b->position > old) std::memset(b->buffer->data + old, 0, static_cast<size_t>(b->position - old));
  }
  std::memcpy(b->buffer->data + b->position, view.data, view.length);
  b->position = end;
  return static_cast<int64_t>(view.length);
}

Ref new_bytes_io(Type* type, const Args&) {
  Own<ByteArray> buffer = make_bytearray(nullptr, 0);
  auto* b = buffer ? allocate_io<BytesIo>(type) : nullptr;
  if (!b) return {};
  b->buffer = buffer.release();
  return Ref::steal(b);
}
bool init(Value self, const Args& args) {
  BoundArgs bound(*Signature::of("initial_bytes=b''"), {"BytesIO"}, args);
  if (!bound) return false;
  BytesIo* b = self_of(self);
  if (b->buffer && b->buffer->exports)
    return raise(exc::BufferError, "Existing exports of data: object cannot be re-sized"), false;
  Own<ByteArray> fresh = make_bytearray(nullptr, 0);
  if (!fresh) return false;
  drop_buffer(b);
  b->buffer = fresh.release();
  b->position = 0;
  if (bound[0] && bound[0] != kNone && put(b, bound[0]) < 0) return false;
  b->position = 0;
  return true;
}

Ref view_object(BytesView view) { return make_bytes(view.data, view.length); }

Ref read(Value self, const Value* args) {
  int64_t n;
  if (!usable(self_of(self)) || !optional_size(args[0], &n)) return {};
  return view_object(take(self_of(self), n));
}
/// The next line, at most `limit` bytes of it.
BytesView next_line(BytesIo* b, int64_t limit) {
  int64_t rest = std::max<int64_t>(0, b->buffer->length - b->position);
  if (rest) {
    const uint8_t* begin = b->buffer->data + b->position;
    const void* end = std::memchr(begin, '\n', static_cast<size_t>(rest));
    if (end) rest = static_cast<const uint8_t*>(end) - begin + 1;
  }
  return take(b, limit >= 0 ? std::min(rest, limit) : rest);
}
Ref readline(Value self, const Value* args) {
  int64_t limit;
  if (!usable(self_of(self)) || !optional_size(args[0], &limit)) return {};
  return view_object(next_line(self_of(self), limit));
}
Ref next_slot(Value self) {
  if (!usable(self_of(self))) return {};
  BytesView line = next_line(self_of(self), -1);
  return line.length ? view_object(line) : Ref();
}
Ref readlines(Value self, const Value* args) {
  int64_t hint;
  if (!usable(self_of(self)) || !optional_size(args[0], &hint)) return {};
  Own<List> lines = make_list();
  for (int64_t total = 0; hint <= 0 || total < hint;) {
    BytesView line = next_line(self_of(self), -1);
    if (!line.length) break;
    if (!list_append(lines.get(), view_object(line))) return {};
    total += static_cast<int64_t>(line.length);
  }
  return lines;
}
Ref readinto(Value self, const Value* args) {
  WritableView into;
  if (!usable(self_of(self)) || !require_writable(args[0], "readinto", &into)) return {};
  BytesView from = take(self_of(self), static_cast<int64_t>(into.length));
  if (from.length) std::memcpy(into.data, from.data, from.length);
  return make_int(static_cast<int64_t>(from.length));
}
Ref write(Value self, const Value* args) {
  int64_t n = put(self_of(self), args[0]);
  return n < 0 ? Ref() : make_int(n);
}
Ref writelines(Value self, const Value* args) {
  if (!usable(self_of(self))) return {};
  return for_each(args[0], [&](Value line) { return put(self_of(self), line) >= 0; }) ? none() : Ref();
}
Ref getvalue(Value self, const Value*) {
  BytesIo* b = self_of(self);
  return usable(b) ? make_bytes(b->buffer->data, b->buffer->length) : Own<Bytes>();
}
Ref getbuffer(Value self, const Value*) { return usable(self_of(self)) ? make_memoryview(self_of(self)->buffer) : Ref(); }
Ref tell(Value self, const Value*) { return usable(self_of(self)) ? make_int(self_of(self)->position) : Ref(); }
Ref seek(Value self, const Value* args) {
  BytesIo* b = self_of(self);
  int64_t place, whence = 0;
  if (!usable(b) || !to_offset(args[0], &place) || (args[1] && !to_int64(args[1], &whence, OnOverflow::error))) return {};
  if (place < 0 && whence == 0) return raise(exc::ValueError, "negative seek value %zd", static_cast<ptrdiff_t>(place));
  if (whence < 0 || whence > 2) return raise(exc::ValueError, "invalid whence (%d, should be 0, 1 or 2)", static_cast<int>(whence));
  int64_t base = whence == 0 ? 0 : whence == 1 ? b->position : b->buffer->length;
  if (__builtin_add_overflow(base, place, &place)) return raise(exc::OverflowError, "new position too large");
  return make_int(b->position = std::max<int64_t>(0, place));
}
Ref truncate(Value self, const Value* args) {
  BytesIo* b = self_of(self);
  int64_t size = b->position;
  if (!usable(b) || (args[0] && args[0] != kNone && !to_offset(args[0], &size))) return {};
  if (size < 0) return raise(exc::ValueError, "negative size value %zd", static_cast<ptrdiff_t>(size));
  if (size < b->buffer->length) {
    if (b->buffer->exports) return raise(exc::BufferError, "Existing exports of data: object cannot be re-sized");
    if (!bytearray_resize(b->buffer, static_cast<size_t>(size))) return {};
  }
  return make_int(size);
}
Ref close(Value self, const Value*) {
  BytesIo* b = self_of(self);
  if (b->buffer && b->buffer->exports) return raise(exc::BufferError, "Existing exports of data: object cannot be re-sized");
  drop_buffer(b);
  return none();
}
Ref yes(Value self, const Value*) { return usable(self_of(self)) ? boolean(true) : Ref(); }
Ref flush(Value self, const Value*) { return usable(self_of(self)) ? none() : Ref(); }
Ref isatty(Value self, const Value*) { return usable(self_of(self)) ? boolean(false) : Ref(); }

Ref getstate(Value self, const Value*) {
  Ref value = getvalue(self, nullptr);
  Ref dict = value ? memory_io_dict(self) : Ref();
  return dict ? Ref(tuple_of(value.get(), make_int(self_of(self)->position).get(), dict.get())) : Ref();
}
Ref setstate(Value self, const Value* args) {
  if (!is_tuple(args[0]) || args[0].as<Tuple>()->size < 3)
    return raise(exc::TypeError, "%T.__setstate__ argument should be 3-tuple, got %T", self, args[0]);
  const Value* items = args[0].as<Tuple>()->items;
  int64_t position;
  if (!init(self, Args{items, 1, nullptr}) || !to_int64(items[1], &position, OnOverflow::error)) return {};
  if (position < 0) return raise(exc::ValueError, "position value cannot be negative");
  self_of(self)->position = position;
  return memory_io_set_dict(self, items[2]) ? none() : Ref();
}

const NativeDef kMethods[] = {
    {"readable", yes, ""},
    {"seekable", yes, ""},
    {"writable", yes, ""},
    {"close", close, ""},
    {"flush", flush, ""},
    {"isatty", isatty, ""},
    {"tell", tell, ""},
    {"write", write, "b, /"},
    {"writelines", writelines, "lines, /"},
    {"read1", read, "size=-1, /"},
    {"readinto", readinto, "buffer, /"},
    {"readline", readline, "size=-1, /"},
    {"readlines", readlines, "size=None, /"},
    {"read", read, "size=-1, /"},
    {"getbuffer", getbuffer, ""},
    {"getvalue", getvalue, ""},
    {"seek", seek, "pos, whence=0, /"},
    {"truncate", truncate, "size=None, /"},
    {"__getstate__", getstate, ""},
    {"__setstate__", setstate, "state, /"},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {{"closed", [](Value v) { return boolean(!self_of(v)->buffer); }}, {nullptr, nullptr}};

}  // namespace

Ref memory_io_dict(Value self) {
  Dict* dict = self.as<IoBase>()->dict;
  return dict ? Ref(dict_copy(dict)) : none();
}
bool memory_io_set_dict(Value self, Value state) {
  if (state == kNone) return true;
  if (!is_dict(state)) return raise(exc::TypeError, "third item of state should be a dict, got a %T", state), false;
  Dict** slot = instance_dict_slot(self);
  if (*slot) return dict_update(*slot, state);
  *slot = dict_copy(state.as<Dict>()).release();
  return *slot != nullptr;
}

void finalize_memory_io(Object* object) {
  if (object->type != &bytes_io_type && object->type != &string_io_type) finalize_io(object);
}

Type bytes_io_type{};

void ready_bytes_io_type() {
  Type& t = bytes_io_type;
  t.name = "_io.BytesIO";
  t.base = &buffered_io_base_type;
  t.flags = kTypeGc | kTypeBase;
  t.basic_size = sizeof(BytesIo);
  t.dict_offset = offsetof(IoBase, dict);
  t.weaklist_offset = offsetof(IoBase, weaklist);
  t.new_ = new_bytes_io;
  t.init = init;
  t.dealloc = [](Object* o) {
    gc_untrack(o);
    drop_buffer(static_cast<BytesIo*>(o));
    drop_io_base(static_cast<IoBase*>(o));
    free_object(o);
  };
  t.traverse = [](Object* o, Visitor& visit) { visit_io_base(static_cast<IoBase*>(o), visit); };
  t.clear = [](Object* o) { drop_io_base(static_cast<IoBase*>(o)); };
  t.finalize = finalize_memory_io;
  t.iter = [](Value self) { return usable(self_of(self)) ? Ref::share(self) : Ref(); };
  t.next = next_slot;
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
}

void ready_memory_types() {
  ready_bytes_io_type();
  ready_string_io_type();
}

}  // namespace loopscope::python::io
