// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstring>
#include <string>

#include "python/library/exception_class.h"
#include "python/library/standard_modules.h"
#include "python/library/struct_format.h"
#include "python/library/struct_sequence.h"
#include "python/vm/bytes.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/int.h"
#include "python/vm/memoryview.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/tuple.h"
#include "python/vm/vm.h"

/// `_struct`: bytes to values and back.
namespace loopscope::python {

namespace {

struct StructObject : Object {
  Object* weaklist;
  Str* text;             // the format; null until __init__
  StructFormat* format;
};
StructObject* self_of(Value v) { return v.as<StructObject>(); }

Type struct_type{}, iterator_type{};

bool ready(StructObject* s) { return s->format || (raise(exc::RuntimeError, "Struct object is not initialized"), false); }

bool initialize_struct(StructObject* s, Value format) {
  Own<Str> text;
  BytesView bytes;
  if (is_str(format)) {
    text = Own<Str>::share(format.as<Str>());
    if (!text->ascii) {
      call_method(text, intern("encode"), make_str("ascii"));  // raises
      return false;
    }
  } else if (is_bytes(format) && read_bytes(format, &bytes)) {
    text = make_str(std::string_view(reinterpret_cast<const char*>(bytes.data), bytes.length));
  } else {
    return raise(exc::TypeError, "Struct() argument 1 must be a str or bytes object, not %T", format), false;
  }
  if (!text) return false;
  std::string spelled = to_utf8(text.get());
  if (spelled.find('\0') != std::string::npos) return raise(*struct_error, "embedded null character"), false;
  auto parsed = std::make_unique<StructFormat>();
  if (!parse_struct_format(spelled, parsed.get())) return false;
  delete s->format;
  s->format = parsed.release();
  Str* old = s->text;
  s->text = text.release();
  if (old) decref(static_cast<Object*>(old));
  return true;
}

Ref new_struct(Type* type, const Args&) {
  auto* s = allocate_as<StructObject>(type);
  return s ? Ref::steal(s) : Ref();
}
bool init_struct(Value self, const Args& args) {
  BoundArgs bound(*Signature::of("format"), {"Struct"}, args);
  return bound && initialize_struct(self_of(self), bound[0]);
}
void dealloc(Object* o) {
  auto* s = static_cast<StructObject*>(o);
  if (s->weaklist) clear_weakrefs(o);
  delete s->format;
  if (s->text) decref(static_cast<Object*>(s->text));
  free_object(o);
}

// ---- reading ----------------------------------------------------------------------------------------------------------

Ref unpack_fields(const StructFormat& f, const uint8_t* p) {
  Own<List> out = make_list(static_cast<uint32_t>(f.items));
  if (!out) return {};
  for (auto& field : f.fields) {
    const uint8_t* at = p + field.offset;
    if (field.type.kind == ItemKind::text || field.type.kind == ItemKind::pascal) {
      uint32_t length = field.count;
      if (field.type.kind == ItemKind::pascal) {
        length = length ? std::min<uint32_t>(*at, length - 1) : 0;
        at++;
      }
      Own<Bytes> item = make_bytes(at, length);
      if (!item || !list_append(out.get(), item)) return {};
      continue;
    }
    for (uint32_t i = 0; i < field.count; i++) {
      Ref item = unpack_item(field.type, at + i * field.type.size, f.big_endian);
      if (!item || !list_append(out.get(), item)) return {};
    }
  }
  return make_tuple(out->items, out->size);
}

Ref unpack(StructObject* s, Value buffer) {
  BytesView in;
  if (!ready(s) || !require_bytes(buffer, &in)) return {};
  if (in.length != s->format->size)
    return raise(*struct_error, "unpack requires a buffer of %zd bytes", static_cast<ptrdiff_t>(s->format->size));
  return unpack_fields(*s->format, in.data);
}

Ref unpack_from(StructObject* s, Value buffer, Value where) {
  BytesView in;
  int64_t offset = 0;
  if (!ready(s) || !require_bytes(buffer, &in) || (where && !to_int64(where, &offset, OnOverflow::repeat))) return {};
  const auto length = static_cast<int64_t>(in.length), size = static_cast<int64_t>(s->format->size);
  if (offset < 0) {
    if (offset + size > 0)
      return raise(*struct_error, "not enough data to unpack %lld bytes at offset %lld", static_cast<long long>(size), static_cast<long long>(offset));
    if (offset + length < 0)
      return raise(*struct_error, "offset %lld out of range for %lld-byte buffer", static_cast<long long>(offset), static_cast<long long>(length));
    offset += length;
  }
  if (length - offset < size)
    return raise(*struct_error, "unpack_from requires a buffer of at least %lld bytes for unpacking %lld bytes at offset %lld (actual buffer size is %lld)",
                 static_cast<long long>(size + offset), static_cast<long long>(size), static_cast<long long>(offset), static_cast<long long>(length));
  return unpack_fields(*s->format, in.data + offset);
}

struct UnpackIterator : Object {
  Value source, buffer;  // Struct; bytes-like. Null when exhausted
  uint32_t at;
};
UnpackIterator* iterator_of(Value v) { return v.as<UnpackIterator>(); }

Ref iter_unpack(StructObject* s, Value buffer) {
  BytesView in;
  if (!ready(s) || !require_bytes(buffer, &in)) return {};
  if (!s->format->size) return raise(*struct_error, "cannot iteratively unpack with a struct of length 0");
  if (in.length % s->format->size)
    return raise(*struct_error, "iterative unpacking requires a buffer of a multiple of %zd bytes", static_cast<ptrdiff_t>(s->format->size));
  auto* it = allocate_as<UnpackIterator>(&iterator_type);
  if (!it) return {};
  assign(it->source, s);
  assign(it->buffer, buffer);
  return Ref::steal(it);
}
bool remaining(UnpackIterator* it, BytesView* rest) {
  if (!it->source || !read_bytes(it->buffer, rest) || rest->length < it->at + self_of(it->source)->format->size) return false;
  *rest = {rest->data + it->at, rest->length - it->at};
  return true;
}
Ref next_unpacked(Value v) {
  auto* it = iterator_of(v);
  BytesView rest;
  if (!remaining(it, &rest)) {
    clear(it->source);
    clear(it->buffer);
    return {};
  }
  const StructFormat& f = *self_of(it->source)->format;
  it->at += static_cast<uint32_t>(f.size);
  return unpack_fields(f, rest.data);
}
Ref length_hint(Value v, const Value*) {
  BytesView rest;
  auto* it = iterator_of(v);
  return make_int(remaining(it, &rest) ? static_cast<int64_t>(rest.length / self_of(it->source)->format->size) : 0);
}

// ---- writing ----------------------------------------------------------------------------------------------------------

bool pack_fields(const StructFormat& f, const Value* values, uint8_t* p) {
  std::memset(p, 0, f.size);
  for (auto& field : f.fields) {
    uint8_t* at = p + field.offset;
    if (field.type.kind == ItemKind::text || field.type.kind == ItemKind::pascal) {
      BytesView in;
      if ((!is_bytes(*values) && !is_bytearray(*values)) || !read_bytes(*values, &in))
        return raise(*struct_error, "argument for '%c' must be a bytes object", field.type.code), false;
      values++;
      if (!field.count) continue;
      uint32_t room = field.count - (field.type.kind == ItemKind::pascal);
      auto length = static_cast<uint32_t>(std::min<size_t>(in.length, room));
      if (field.type.kind == ItemKind::pascal) *at++ = static_cast<uint8_t>(std::min<uint32_t>(length, 255));
      if (length) std::memcpy(at, in.data, length);
      continue;
    }
    for (uint32_t i = 0; i < field.count; i++)
      if (!pack_item(field.type, at + i * field.type.size, *values++, f.big_endian)) return false;
  }
  return true;
}

Ref pack(StructObject* s, const Value* values, uint32_t count) {
  if (!ready(s)) return {};
  if (count != s->format->items)
    return raise(*struct_error, "pack expected %zd items for packing (got %zd)", static_cast<ptrdiff_t>(s->format->items), static_cast<ptrdiff_t>(count));
  Own<Bytes> out = new_bytes(s->format->size);
  return out && pack_fields(*s->format, values, out->data) ? Ref(std::move(out)) : Ref();
}

/// Where pack_into may write.
bool writable(Value v, uint8_t** data, size_t* length) {
  BytesView view;
  if (is_bytes(v) || !read_bytes(v, &view) || (is_exact(v, memoryview_type) && v.as<MemoryView>()->readonly))
    return raise(exc::TypeError, "argument must be read-write bytes-like object, not %T", v), false;
  *data = const_cast<uint8_t*>(view.data);
  *length = view.length;
  return true;
}

Ref pack_into(StructObject* s, const Value* values, uint32_t count) {
  if (!ready(s)) return {};
  if (count != s->format->items + 2) {
    if (count < 2) return raise(*struct_error, "pack_into expected %s argument", count ? "offset" : "buffer");
    return raise(*struct_error, "pack_into expected %zd items for packing (got %zd)", static_cast<ptrdiff_t>(s->format->items), static_cast<ptrdiff_t>(count - 2));
  }
  uint8_t* data;
  size_t buffer_length;
  int64_t offset;
  if (!writable(values[0], &data, &buffer_length) || !to_int64(values[1], &offset, OnOverflow::repeat)) return {};
  const auto length = static_cast<int64_t>(buffer_length), size = static_cast<int64_t>(s->format->size);
  if (offset < 0) {
    if (offset + size > 0)
      return raise(*struct_error, "no space to pack %lld bytes at offset %lld", static_cast<long long>(size), static_cast<long long>(offset));
    if (offset + length < 0)
      return raise(*struct_error, "offset %lld out of range for %lld-byte buffer", static_cast<long long>(offset), static_cast<long long>(length));
    offset += length;
  }
  if (length - offset < size)
    return raise(*struct_error, "pack_into requires a buffer of at least %lld bytes for packing %lld bytes at offset %lld (actual buffer size is %lld)",
                 static_cast<long long>(size + offset), static_cast<long long>(size), static_cast<long long>(offset), static_cast<long long>(length));
  // Made apart first: converting a value may run code that resizes the buffer.
  Own<Bytes> packed = new_bytes(s->format->size);
  if (!packed || !pack_fields(*s->format, values + 2, packed->data) || !writable(values[0], &data, &buffer_length)) return {};
  if (buffer_length < static_cast<size_t>(offset) + packed->length) return raise(*struct_error, "buffer changed its size");
  if (packed->length) std::memcpy(data + offset, packed->data, packed->length);
  return none();
}

// ---- methods and functions --------------------------------------------------------------------------------------------

bool no_keywords(const Args& args, const char* name) {
  return !args.keyword_count() || (raise(exc::TypeError, "%s() takes no keyword arguments", name), false);
}
Ref pack_method(Value self, const Args& args) {
  return no_keywords(args, "pack") ? pack(self_of(self), args.data, args.positional) : Ref();
}
Ref pack_into_method(Value self, const Args& args) {
  return no_keywords(args, "pack_into") ? pack_into(self_of(self), args.data, args.positional) : Ref();
}
const NativeDef kMethods[] = {
    raw_native("pack", pack_method),
    raw_native("pack_into", pack_into_method),
    {"unpack", [](Value self, const Value* args) { return unpack(self_of(self), args[0]); }, "buffer, /"},
    {"unpack_from", [](Value self, const Value* args) { return unpack_from(self_of(self), args[0], args[1]); }, "buffer, offset=0"},
    {"iter_unpack", [](Value self, const Value* args) { return iter_unpack(self_of(self), args[0]); }, "buffer, /"},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kGetSet[] = {
    {"format", [](Value v) { return ready(self_of(v)) ? Ref::share(self_of(v)->text) : Ref(); }},
    {"size", [](Value v) { return make_int(self_of(v)->format ? static_cast<int64_t>(self_of(v)->format->size) : -1); }},
    {nullptr, nullptr}};

Dict* cache;
constexpr uint32_t kCacheSize = 100;

/// The Struct of a format given to a module-level function.
Own<StructObject> struct_of(Value format) {
  bool cacheable = is_exact(format, str_type) || is_exact(format, bytes_type);
  if (cacheable)
    if (Value known = dict_get(cache, format)) return Own<StructObject>::share(self_of(known));
  Ref made = new_struct(&struct_type, {});
  if (!made || !initialize_struct(self_of(made), format)) return nullptr;
  if (cacheable) {
    if (cache->used >= kCacheSize) dict_clear(cache);
    if (!dict_set(cache, format, made)) return nullptr;
  }
  return Own<StructObject>::share(self_of(made));
}

Ref pack_function(Value, const Args& args) {
  if (!no_keywords(args, "pack")) return {};
  if (!args.positional) return raise(exc::TypeError, "missing format argument");
  auto s = struct_of(args[0]);
  return s ? pack(s.get(), args.data + 1, args.positional - 1) : Ref();
}
Ref pack_into_function(Value, const Args& args) {
  if (!no_keywords(args, "pack_into")) return {};
  if (!args.positional) return raise(exc::TypeError, "missing format argument");
  auto s = struct_of(args[0]);
  return s ? pack_into(s.get(), args.data + 1, args.positional - 1) : Ref();
}
Ref unpack_function(Value, const Value* args) {
  auto s = struct_of(args[0]);
  return s ? unpack(s.get(), args[1]) : Ref();
}
Ref unpack_from_function(Value, const Value* args) {
  auto s = struct_of(args[0]);
  return s ? unpack_from(s.get(), args[1], args[2]) : Ref();
}
Ref iter_unpack_function(Value, const Value* args) {
  auto s = struct_of(args[0]);
  return s ? iter_unpack(s.get(), args[1]) : Ref();
}
Ref calcsize(Value, const Value* args) {
  auto s = struct_of(args[0]);
  return s ? make_int(static_cast<int64_t>(s->format->size)) : Ref();
}
Ref clear_cache(Value, const Value*) {
  dict_clear(cache);
  return none();
}
const NativeDef kFunctions[] = {
    raw_native("pack", pack_function),
    raw_native("pack_into", pack_into_function),
    {"unpack", unpack_function, "format, buffer, /"},
    {"unpack_from", unpack_from_function, "format, /, buffer, offset=0"},
    {"iter_unpack", iter_unpack_function, "format, buffer, /"},
    {"calcsize", calcsize, "format, /"},
    {"_clearcache", clear_cache, ""},
    {nullptr, nullptr, nullptr},
};

void describe_types() {
  Type& t = struct_type;
  t.name = "_struct.Struct";
  t.flags = kTypeBase;
  t.basic_size = sizeof(StructObject);
  t.weaklist_offset = offsetof(StructObject, weaklist);
  t.dealloc = dealloc;
  t.new_ = new_struct;
  t.init = init_struct;
  t.repr = [](Value v) -> Ref {
    if (!ready(self_of(v))) return {};
    Ref format = repr(self_of(v)->text);
    return format ? Ref(make_str(to_utf8(type_of(v)->name_object) + "(" + to_utf8(format.as<Str>()) + ")")) : Ref();
  };
  t.methods = kMethods;
  t.getset = kGetSet;
  static const NativeDef iterator_methods[] = {{"__length_hint__", length_hint, ""}, {nullptr, nullptr, nullptr}};
  Type& i = iterator_type;
  i.name = "_struct.unpack_iterator";
  i.flags = kTypeNoInstantiate;
  i.basic_size = sizeof(UnpackIterator);
  i.dealloc = [](Object* o) {
    clear(static_cast<UnpackIterator*>(o)->source);
    clear(static_cast<UnpackIterator*>(o)->buffer);
    free_object(o);
  };
  i.iter = [](Value v) { return Ref::share(v); };
  i.next = next_unpacked;
  i.methods = iterator_methods;
}

bool initialize(Module* m) {
  if (!struct_error) {
    struct_error = make_exception_class(m, "error", exc::Exception);
    if (!struct_error || !set_type_attr(struct_error, intern("__module__"), make_str("struct"))) return false;
  }
  describe_types();
  ready_type(&iterator_type);
  cache = make_dict().release();
  return cache && module_add_type(m, &struct_type) && module_add(m, kFunctions);
}

}  // namespace

void register_struct_module() { register_native_module("_struct", initialize); }

}  // namespace loopscope::python
