// SPDX-License-Identifier: MIT
#include <zlib.h>

#include <string>

#include "python/library/standard_modules.h"
#include "python/vm/bytes.h"
#include "python/vm/gc.h"
#include "python/vm/int.h"
#include "python/vm/memory.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"

/// `_zlib`: streams of the library zlib. What CPython's `zlib` makes of them (objects, defaults, texts of errors) is
/// modules/zlib.py.
namespace loopscope::python {

namespace {

struct Stream : Object {
  z_stream z;
  bool deflates;
};
extern Type stream_type;
Stream* self_of(Value v) { return v.as<Stream>(); }

void* allocate_for_zlib(void*, unsigned items, unsigned size) { return buffer_allocate(size_t{items} * size); }
void free_for_zlib(void*, void* memory) { buffer_free(memory); }

Own<Stream> make_stream(bool deflates) {
  auto* s = allocate_as<Stream>(&stream_type);
  if (!s) return {};
  s->z = {};
  s->z.zalloc = allocate_for_zlib;
  s->z.zfree = free_for_zlib;
  s->deflates = deflates;
  return Own<Stream>::steal(s);
}

void dealloc(Object* o) {
  auto* s = static_cast<Stream*>(o);
  if (s->z.state) s->deflates ? deflateEnd(&s->z) : inflateEnd(&s->z);
  free_object(o);
}

bool small_int(Value v, int* out) {
  int64_t n;
  if (!to_int64(v, &n, OnOverflow::clamp)) return false;
  if (n < INT32_MIN || n > INT32_MAX) return raise(exc::OverflowError, "Python int too large to convert to C int"), false;
  *out = static_cast<int>(n);
  return true;
}

/// A stream, or zlib's code as an int where the parameters are wrong.
Ref deflater(Value, const Value* args) {
  int level, method, wbits, memory, strategy;
  if (!small_int(args[0], &level) || !small_int(args[1], &method) || !small_int(args[2], &wbits) || !small_int(args[3], &memory) ||
      !small_int(args[4], &strategy))
    return {};
  Own<Stream> s = make_stream(true);
  if (!s) return {};
  int code = deflateInit2(&s->z, level, method, wbits, memory, strategy);
  return code == Z_OK ? Ref(s) : make_int(code);
}
Ref inflater(Value, const Value* args) {
  int wbits;
  if (!small_int(args[0], &wbits)) return {};
  Own<Stream> s = make_stream(false);
  if (!s) return {};
  int code = inflateInit2(&s->z, wbits);
  return code == Z_OK ? Ref(s) : make_int(code);
}

/// (zlib's last code, output, how many bytes of the input are left): until the input is used up and everything that it
/// gives is out, the stream ends, or there are `limit` bytes of output (below 0: no limit).
Ref run(Value self, const Value* args) {
  Stream* s = self_of(self);
  BytesView in;
  int flush;
  int64_t limit;
  if (!require_bytes(args[0], &in) || !small_int(args[1], &flush) || !to_int64(args[2], &limit, OnOverflow::clamp)) return {};
  s->z.next_in = const_cast<Bytef*>(in.data);
  size_t left = in.length;
  BytesBuilder out;
  uint8_t chunk[16384];
  int code = Z_OK;
  for (;;) {
    uInt piece = static_cast<uInt>(left > (1u << 30) ? 1u << 30 : left);
    size_t room = sizeof chunk;
    if (limit >= 0 && static_cast<size_t>(limit) - out.length() < room) room = static_cast<size_t>(limit) - out.length();
    if (room == 0) break;
    s->z.avail_in = piece;
    s->z.next_out = chunk;
    s->z.avail_out = static_cast<uInt>(room);
    int mode = piece == left ? flush : Z_NO_FLUSH;
    code = s->deflates ? deflate(&s->z, mode) : inflate(&s->z, mode);
    left -= piece - s->z.avail_in;
    size_t made = room - s->z.avail_out;
    out.add(chunk, made);
    if (code != Z_OK) break;
    if (left == 0 && s->z.avail_out != 0) break;
  }
  s->z.next_in = nullptr;
  Ref output = out.finish();
  return output ? Ref(tuple_of(make_int(code), output.get(), make_int(static_cast<int64_t>(left)))) : Ref();
}

Ref set_dictionary(Value self, const Value* args) {
  BytesView in;
  if (!require_bytes(args[0], &in)) return {};
  auto size = static_cast<uInt>(in.length);
  Stream* s = self_of(self);
  return make_int(s->deflates ? deflateSetDictionary(&s->z, in.data, size) : inflateSetDictionary(&s->z, in.data, size));
}

/// Frees what the stream holds: from here on every call is an error, as CPython's are.
Ref close(Value self, const Value*) {
  Stream* s = self_of(self);
  if (s->z.state) s->deflates ? deflateEnd(&s->z) : inflateEnd(&s->z);
  return none();
}

Ref message(Value self, const Value*) { return self_of(self)->z.msg ? Ref(make_str(self_of(self)->z.msg)) : none(); }

Ref copy(Value self, const Value*) {
  Stream* s = self_of(self);
  Own<Stream> twin = make_stream(s->deflates);
  if (!twin) return {};
  int code = s->deflates ? deflateCopy(&twin->z, &s->z) : inflateCopy(&twin->z, &s->z);
  return code == Z_OK ? Ref(twin) : make_int(code);
}

template <uLong (*sum)(uLong, const Bytef*, uInt), uint32_t start>
Ref checksum(Value, const Value* args) {
  BytesView in;
  if (!require_bytes(args[0], &in)) return {};
  Ref low = args[1] ? int_binary(BinaryOp::and_, Ref(index(args[1])), make_int(0xFFFFFFFF)) : make_int(start);
  int64_t value;
  if (!low || !int_fits(low, &value)) return {};
  return make_int(static_cast<int64_t>(sum(static_cast<uLong>(value), in.data, static_cast<uInt>(in.length)) & 0xFFFFFFFF));
}

const NativeDef kMethods[] = {{"run", run, "data, flush, limit, /"},
                              {"set_dictionary", set_dictionary, "zdict, /"},
                              {"message", message, ""},
                              {"close", close, ""},
                              {"copy", copy, ""},
                              {nullptr, nullptr, nullptr}};

Type definition() {
  Type t;
  t.name = "_zlib.Stream";
  t.basic_size = sizeof(Stream);
  t.flags = kTypeNoInstantiate;
  t.dealloc = dealloc;
  t.methods = kMethods;
  return t;
}


Type stream_type = definition();

const NativeDef kFunctions[] = {{"deflater", deflater, "level, method, wbits, memLevel, strategy, /"},
                                {"inflater", inflater, "wbits, /"},
                                {"adler32", checksum<adler32, 1>, "data, value=1, /"},
                                {"crc32", checksum<crc32, 0>, "data, value=0, /"},
                                {nullptr, nullptr, nullptr}};

bool initialize(Module* m) {
  ready_type(&stream_type);
  return module_add(m, kFunctions) && module_add(m, "VERSION", make_str(ZLIB_VERSION));
}

}  // namespace

void register_zlib_module() { register_native_module("_zlib", initialize); }

}  // namespace loopscope::python
