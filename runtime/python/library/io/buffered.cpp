// SPDX-License-Identifier: MIT
#include "python/library/io/buffered.h"

#include <algorithm>
#include <cstring>

#include "python/library/files/descriptors.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/int.h"
#include "python/vm/memory.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"

/// _io.BufferedReader, BufferedWriter, BufferedRandom: making and closing, places, writing.
namespace loopscope::python::io {

bool check_attached(Buffered* b) {
  if (b->raw) return true;
  return raise(exc::ValueError, b->detached ? "raw stream has been detached" : "I/O operation on uninitialized object"), false;
}

bool check_usable(Buffered* b, const char* closed_text) {
  int closed = 0;
  if (is_exact(b->raw, file_io_type)) closed = b->raw.as<FileIo>()->descriptor < 0;
  else closed = is_closed(b->raw);
  if (closed > 0) raise_closed(closed_text);
  return closed == 0;
}

bool reads_input(const Buffered* b) {
  if (!is_exact(b->raw, file_io_type)) return false;
  auto* open = files::open_file_of(b->raw.as<FileIo>()->descriptor);
  return open && open->node->device == files::Device::standard_input;
}

bool writes_stream(const Buffered* b) {
  if (!is_exact(b->raw, file_io_type)) return false;
  auto* open = files::open_file_of(b->raw.as<FileIo>()->descriptor);
  return open && (open->node->device == files::Device::standard_output || open->node->device == files::Device::standard_error);
}

bool have_buffer(Buffered* b) {
  if (!b->buffer) b->buffer = static_cast<uint8_t*>(buffer_allocate(static_cast<size_t>(b->size)));
  return b->buffer != nullptr;
}

namespace {

/// The place that a method of the raw stream answered.
int64_t place_from(Ref answer) {
  int64_t place;
  if (!answer || !to_offset(answer, &place)) return -1;
  if (place < 0) return raise(exc::OSError, "Raw stream returned invalid position %lld", static_cast<long long>(place)), -1;
  return place;
}

int64_t raw_seek(Buffered* b, int64_t target, int whence) {
  return place_from(call_method(b->raw, names::seek, make_int(target), Value::small(whence)));
}

/// raw.write(bytes): how many it took; -1: exception; -2: would block.
ptrdiff_t raw_write(Buffered* b, const uint8_t* bytes, ptrdiff_t count) {
  Ref raw = Ref::share(b->raw);
  if (is_exact(raw, file_io_type) && raw.as<FileIo>()->descriptor >= 0) {
    size_t written;
    int error = files::write_descriptor(raw.as<FileIo>()->descriptor, bytes, static_cast<size_t>(count), &written);
    if (error) return raise_file_error(error), -1;
    return static_cast<ptrdiff_t>(written);
  }
  Own<Bytes> copy = make_bytes(bytes, static_cast<size_t>(count));
  Ref answer = copy ? call_method(raw, names::write, copy) : Ref();
  int64_t n;
  if (!answer) return -1;
  if (answer.get() == kNone) return -2;
  if (!to_int64(answer, &n, OnOverflow::error)) return -1;
  if (n < 0 || n > count) {
    raise(exc::OSError, "raw write() returned invalid length %zd (should have been between 0 and %zd)", static_cast<ptrdiff_t>(n), count);
    return -1;
  }
  return static_cast<ptrdiff_t>(n);
}

std::nullptr_t raise_blocking(ptrdiff_t written) {
  Own<Str> text = make_str("write could not complete without blocking");
  Ref error = make_exception(exc::BlockingIOError, {Value::small(files::kEAGAIN), text, Value::small(written)});
  if (!error) return nullptr;
  set_attr(error, intern("characters_written"), Value::small(written));
  return raise_value(error);
}

}  // namespace

int64_t raw_position(Buffered* b) { return place_from(call_method(b->raw, names::tell)); }

bool flush_written(Buffered* b) {
  while (b->written > 0) {
    ptrdiff_t n = raw_write(b, b->buffer, b->written);
    if (n == -1) return false;
    if (n == -2) return raise_blocking(0), false;
    std::memmove(b->buffer, b->buffer + n, static_cast<size_t>(b->written - n));
    b->written -= n;
  }
  return true;
}

bool drop_ahead(Buffered* b) {
  ptrdiff_t back = b->ahead();
  b->begin = b->end = 0;
  return !back || raw_seek(b, -back, 1) >= 0;
}

Ref buffered_write(Value self, const Value* args) {
  Buffered* b = buffered_of(self);
  BytesView view;
  if (!check_attached(b)) return {};
  if (!require_bytes(args[0], &view)) return {};
  if (!check_usable(b, "write to closed file") || !have_buffer(b) || !drop_ahead(b)) return {};
  ptrdiff_t total = static_cast<ptrdiff_t>(view.length), done = 0;
  if (total <= b->size - b->written) {
    if (total) std::memcpy(b->buffer + b->written, view.data, view.length);
    b->written += total;
    // What goes to the host's streams is seen at once.
    if (writes_stream(b) && !flush_written(b)) return {};
    return make_int(total);
  }
  Own<Bytes> copy = make_bytes(view.data, view.length);  // what the raw stream runs might change it
  if (!copy) return {};
  if (!flush_written(b)) {
    if (!pending_is(exc::BlockingIOError)) return {};
    // Keeps what fits.
    ptrdiff_t room = std::min(total, b->size - b->written);
    std::memcpy(b->buffer + b->written, copy->data, static_cast<size_t>(room));
    b->written += room;
    clear_pending();
    return room == total ? make_int(total) : Ref(raise_blocking(room));
  }
  while (total - done > b->size) {
    ptrdiff_t n = raw_write(b, copy->data + done, total - done);
    if (n == -1) return {};
    if (n == -2) {
      ptrdiff_t room = std::min(total - done, b->size);
      std::memcpy(b->buffer, copy->data + done, static_cast<size_t>(room));
      b->written = room;
      return raise_blocking(done + room);
    }
    done += n;
  }
  std::memcpy(b->buffer, copy->data + done, static_cast<size_t>(total - done));
  b->written = total - done;
  return make_int(total);
}

namespace {

Ref new_buffered(Type* type, const Args&) { return Ref::steal(allocate_io<Buffered>(type)); }

bool init_buffered(Value self, const Args& args, const char* name, bool reads, bool writes) {
  BoundArgs bound(*Signature::of("raw, buffer_size=8192"), {name}, args);
  if (!bound) return false;
  Buffered* b = buffered_of(self);
  int64_t size = kDefaultBufferSize;
  if (bound[1] && !to_int64(bound[1], &size, OnOverflow::error)) return false;
  clear(b->raw);
  b->detached = false;
  if (reads && writes && !check_seekable(bound[0])) return false;
  if ((reads && !check_readable(bound[0])) || (writes && !check_writable(bound[0]))) return false;
  if (size <= 0) return raise(exc::ValueError, "buffer size must be strictly positive"), false;
  if (size > INT32_MAX) return raise(exc::MemoryError, nullptr), false;
  if (b->buffer) buffer_free(b->buffer);
  b->buffer = nullptr;
  b->size = static_cast<ptrdiff_t>(size);
  b->begin = b->end = b->written = 0;
  b->readable = reads;
  b->writable = writes;
  assign(b->raw, bound[0]);
  // As in CPython, something that only pretends to be a file is refused at once.
  return true;
}

template <bool reads, bool writes>
bool init_slot(Value self, const Args& args) {
  return init_buffered(self, args, reads && writes ? "BufferedRandom" : reads ? "BufferedReader" : "BufferedWriter", reads, writes);
}

/// Passes a call on to the raw stream.
template <Str** name>
Ref forward(Value self, const Value*) {
  return check_attached(buffered_of(self)) ? call_method(buffered_of(self)->raw, *name) : Ref();
}
template <Str** name>
Ref forward_attribute(Value self) {
  return check_attached(buffered_of(self)) ? get_attr(buffered_of(self)->raw, *name) : Ref();
}

/// Pending bytes go out; a raw stream that is ahead of the program goes back.
bool flush_and_rewind(Buffered* b) { return flush_written(b) && (!b->writable || !b->readable || drop_ahead(b)); }

Ref flush(Value self, const Value*) {
  Buffered* b = buffered_of(self);
  if (!check_attached(b)) return {};
  if (!b->writable) return call_method(b->raw, names::flush);
  return check_usable(b, "flush of closed file") && flush_and_rewind(b) ? none() : Ref();
}

Ref detach(Value self, const Value*) {
  Buffered* b = buffered_of(self);
  if (!check_attached(b) || !call_method(self, names::flush)) return {};
  Ref raw = Ref::steal(b->raw);
  b->raw = {};
  b->detached = true;
  return raw;
}

Ref dealloc_warn(Value self, const Value* args) {
  Buffered* b = buffered_of(self);
  if (b->raw && !call_method(b->raw, names::_dealloc_warn, args[0])) clear_pending();
  return none();
}

Ref close(Value self, const Value*) {
  Buffered* b = buffered_of(self);
  if (!check_attached(b)) return {};
  int closed = is_closed(b->raw);
  if (closed) return closed < 0 ? Ref() : none();
  if (b->finalizing && b->raw) dealloc_warn(self, &self);
  Ref flushed = call_method(self, names::flush);
  Ref first = flushed ? Ref() : take_pending();
  Ref result = b->raw ? call_method(b->raw, names::close) : none();
  if (b->buffer) buffer_free(b->buffer);
  b->buffer = nullptr;
  b->begin = b->end = b->written = 0;
  if (first) {
    if (!result) {
      Ref second = take_pending();
      set_exception_context(second.as<Exception>(), first);
      restore_pending(std::move(second));
    } else {
      restore_pending(std::move(first));
    }
    return {};
  }
  return result;
}

Ref tell(Value self, const Value*) {
  Buffered* b = buffered_of(self);
  if (!check_attached(b)) return {};
  int64_t place = raw_position(b);
  return place < 0 ? Ref() : make_int(std::max<int64_t>(0, place - b->ahead() + b->written));
}

Ref seek(Value self, const Value* args) {
  Buffered* b = buffered_of(self);
  int64_t target, whence = 0;
  if (!check_attached(b) || (args[1] && !to_int64(args[1], &whence, OnOverflow::error))) return {};
  if (whence < 0 || whence > 2) return raise(exc::ValueError, "whence value %d unsupported", static_cast<int>(whence));
  if (!check_usable(b, "seek of closed file") || !check_seekable(b->raw) || !to_offset(args[0], &target)) return {};
  if (!flush_written(b)) return {};
  if (whence == 1) target -= b->ahead();
  int64_t place = raw_seek(b, target, static_cast<int>(whence));
  if (place < 0) return {};
  b->begin = b->end = 0;
  return make_int(place);
}

Ref truncate(Value self, const Value* args) {
  Buffered* b = buffered_of(self);
  if (!check_attached(b) || !check_usable(b, "truncate of closed file")) return {};
  if (!b->writable) return refuse(self, "truncate");
  if (!flush_and_rewind(b)) return {};
  return call_method(b->raw, names::truncate, args[0] ? args[0] : kNone);
}

Ref pickle(Value self, const Value*) {
  Ref name = get_attr(Value(type_of(self)), intern("__name__"));
  return raise(exc::TypeError, "cannot pickle '%S' instances", name.get());
}

#define LOOPSCOPE_BUFFERED_COMMON                                                                                     \
  {"detach", detach, ""}, {"flush", flush, ""}, {"close", close, ""}, {"seekable", forward<&names::seekable>, ""},    \
      {"fileno", forward<&names::fileno>, ""}, {"isatty", forward<&names::isatty>, ""},                               \
      {"_dealloc_warn", dealloc_warn, "source, /"}, {"tell", tell, ""}, {"seek", seek, "target, whence=0, /"},        \
      {"truncate", truncate, "pos=None, /"}, {"__getstate__", pickle, ""}, {"__reduce__", pickle, ""},                \
      {"__reduce_ex__", pickle, "protocol, /"}
#define LOOPSCOPE_BUFFERED_READING                                                                                    \
  {"readable", forward<&names::readable>, ""}, {"read", buffered_read, "size=-1, /"}, {"read1", buffered_read1, "size=-1, /"}, \
      {"peek", buffered_peek, "size=0, /"}, {"readline", buffered_readline, "size=-1, /"},                            \
      {"readinto", buffered_readinto, "buffer, /"}, {"readinto1", buffered_readinto1, "buffer, /"}
#define LOOPSCOPE_BUFFERED_WRITING {"writable", forward<&names::writable>, ""}, {"write", buffered_write, "buffer, /"}

const NativeDef kReaderMethods[] = {LOOPSCOPE_BUFFERED_COMMON, LOOPSCOPE_BUFFERED_READING, {nullptr, nullptr, nullptr}};
const NativeDef kWriterMethods[] = {LOOPSCOPE_BUFFERED_COMMON, LOOPSCOPE_BUFFERED_WRITING, {nullptr, nullptr, nullptr}};
const NativeDef kRandomMethods[] = {LOOPSCOPE_BUFFERED_COMMON, LOOPSCOPE_BUFFERED_READING, LOOPSCOPE_BUFFERED_WRITING, {nullptr, nullptr, nullptr}};

const GetSetDef kAttributes[] = {
    {"raw", [](Value v) { return buffered_of(v)->raw ? Ref::share(buffered_of(v)->raw) : none(); }},
    {"closed", forward_attribute<&names::closed>},
    {"name", forward_attribute<&names::name>},
    {"mode", forward_attribute<&names::mode>},
    {"_finalizing", [](Value v) { return boolean(buffered_of(v)->finalizing); },
     [](Value v, Value on) {
       buffered_of(v)->finalizing = on == kTrue;
       return true;
     }},
    {nullptr, nullptr},
};

Type make_type(const char* name, const NativeDef* methods, bool (*init)(Value, const Args&), bool reads) {
  Type t;
  t.name = name;
  t.base = &buffered_io_base_type;
  t.flags = kTypeGc | kTypeBase;
  t.basic_size = sizeof(Buffered);
  t.dict_offset = offsetof(IoBase, dict);
  t.weaklist_offset = offsetof(IoBase, weaklist);
  t.new_ = new_buffered;
  t.init = init;
  t.dealloc = [](Object* o) {
    gc_untrack(o);
    auto* b = static_cast<Buffered*>(o);
    if (b->buffer) buffer_free(b->buffer);
    b->buffer = nullptr;
    clear(b->raw);
    drop_io_base(b);
    free_object(o);
  };
  t.traverse = [](Object* o, Visitor& visit) {
    visit(static_cast<Buffered*>(o)->raw);
    visit_io_base(static_cast<IoBase*>(o), visit);
  };
  t.clear = [](Object* o) {
    clear(static_cast<Buffered*>(o)->raw);
    drop_io_base(static_cast<IoBase*>(o));
  };
  t.finalize = finalize_io;
  t.repr = [](Value self) { return repr_with_name(self, type_of(self)->flags & kTypeHeap ? to_utf8(type_of(self)->qualname).c_str() : type_of(self)->name); };
  if (reads) t.next = buffered_next;
  t.methods = methods;
  t.getset = kAttributes;
  return t;
}

}  // namespace

Type buffered_reader_type = make_type("_io.BufferedReader", kReaderMethods, init_slot<true, false>, true);
Type buffered_writer_type = make_type("_io.BufferedWriter", kWriterMethods, init_slot<false, true>, false);
Type buffered_random_type = make_type("_io.BufferedRandom", kRandomMethods, init_slot<true, true>, true);

Ref make_buffered(Type* type, Value raw, ptrdiff_t buffer_size) {
  return call(Value(type), raw, Value::small(buffer_size));
}

void ready_buffered_pair_type();
void ready_buffered_types() {
  for (Type* t : {&buffered_reader_type, &buffered_writer_type, &buffered_random_type}) ready_type(t);
  ready_buffered_pair_type();
}

}  // namespace loopscope::python::io
