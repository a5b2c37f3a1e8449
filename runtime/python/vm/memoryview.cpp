// SPDX-License-Identifier: MIT
#include "python/vm/memoryview.h"

#include <cstring>

#include "python/number/hex_text.h"
#include "python/vm/constructor_arguments.h"
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"

/// `memoryview`, one-dimensional.
namespace loopscope::python {

namespace {

MemoryView* view(Value v) { return v.as<MemoryView>(); }

bool usable(MemoryView* m) {
  return m->owner || (raise(exc::ValueError, "operation forbidden on released memoryview object"), false);
}

uint32_t size_of_format(char format) {
  switch (format) {
    case 'B': case 'b': case 'c': case '?': return 1;
    case 'h': case 'H': return 2;
    case 'i': case 'I': case 'f': return 4;
    case 'l': case 'L': case 'q': case 'Q': case 'd': case 'n': case 'N': return 8;
    default: return 0;
  }
}

void release_owner(MemoryView* m) {
  if (uint32_t* exports = m->owner ? exports_of(m->owner) : nullptr) --*exports;
  clear(m->owner);
}

void dealloc(Object* object) {
  release_owner(static_cast<MemoryView*>(object));
  free_object(object);
}

Ref derived(MemoryView* from, uint8_t* data, uint32_t length, ptrdiff_t stride) {
  auto m = allocate_as<MemoryView>(&memoryview_type);
  if (!m) return nullptr;
  assign(m->owner, from->owner);
  if (uint32_t* exports = exports_of(m->owner)) ++*exports;
  m->data = data;
  m->length = length;
  m->stride = stride;
  m->item_size = from->item_size;
  m->format = from->format;
  m->readonly = from->readonly;
  return Ref::steal(m);
}

Ref read_item(const MemoryView* m, const uint8_t* p) {
  uint64_t bits = 0;
  std::memcpy(&bits, p, m->item_size);
  int shift = 64 - 8 * static_cast<int>(m->item_size);
  switch (m->format) {
    case 'c': return make_bytes(p, 1);
    case '?': return boolean(*p != 0);
    case 'b': case 'h': case 'i': case 'l': case 'q': case 'n':
      return make_int(static_cast<int64_t>(bits << shift) >> shift);
    case 'f': {
      float f;
      std::memcpy(&f, p, 4);
      return make_float(static_cast<double>(f));
    }
    case 'd': {
      double d;
      std::memcpy(&d, p, 8);
      return make_float(d);
    }
    default: return make_int_unsigned(bits);
  }
}

bool write_item(const MemoryView* m, uint8_t* p, Value v) {
  switch (m->format) {
    case 'c':
      if (!is_bytes(v) || v.as<Bytes>()->length != 1) {
        return raise(exc::TypeError, "memoryview: invalid type for format 'c'"), false;
      }
      *p = v.as<Bytes>()->data[0];
      return true;
    case '?': {
      int t = truth(v);
      if (t >= 0) *p = static_cast<uint8_t>(t);
      return t >= 0;
    }
    case 'f': case 'd': {
      double d;
      if (!to_double(v, &d)) return false;
      auto f = static_cast<float>(d);
      if (m->format == 'f') std::memcpy(p, &f, 4);
      else std::memcpy(p, &d, 8);
      return true;
    }
    default: break;
  }
  if (!type_of(v)->index) return raise(exc::TypeError, "memoryview: invalid type for format '%c'", m->format), false;
  Ref n = index(v);
  if (!n) return false;
  uint8_t bytes[8];
  bool is_signed = m->format >= 'a';
  if (!int_to_bytes(n, bytes, m->item_size, is_signed)) {
    return raise(exc::ValueError, "memoryview: invalid value for format '%c'", m->format), false;
  }
  std::memcpy(p, bytes, m->item_size);
  return true;
}

bool item_pointer(MemoryView* m, Value key, uint8_t** out) {
  int64_t i;
  if (!to_int64(key, &i, OnOverflow::subscript)) return false;
  if (!usable(m)) return false;  // an __index__ may have released it
  if (i < 0) i += m->length;
  if (i < 0 || i >= m->length) return raise(exc::IndexError, "index out of bounds on dimension 1"), false;
  *out = m->data + i * m->stride;
  return true;
}

Ref slice(MemoryView* m, Slice* s) {
  // Derived first: a bound's __index__ may release `m`, and the memory must stay.
  Ref result = derived(m, m->data, m->length, m->stride);
  ptrdiff_t start, stop, step, count;
  if (!result || !slice_indices(s, view(result)->length, &start, &stop, &step, &count)) return nullptr;
  auto part = view(result);
  if (count) part->data += start * part->stride;
  part->length = static_cast<uint32_t>(count);
  part->stride *= step;
  return result;
}

Ref slot_getitem(Value v, Value key) {
  auto m = view(v);
  if (!usable(m)) return nullptr;
  if (is_exact(key, slice_type)) return slice(m, key.as<Slice>());
  if (!type_of(key)->index) return raise(exc::TypeError, "memoryview: invalid slice key");
  uint8_t* p;
  return item_pointer(m, key, &p) ? read_item(m, p) : nullptr;
}

bool slot_setitem(Value v, Value key, Value value) {
  auto m = view(v);
  if (!usable(m)) return false;
  if (!value) return raise(exc::TypeError, "cannot delete memory"), false;
  if (m->readonly) return raise(exc::TypeError, "cannot modify read-only memory"), false;
  if (is_exact(key, slice_type)) {
    Ref target = slice(m, key.as<Slice>());
    Ref source = target ? make_memoryview(value) : Ref();
    if (!source) return false;
    auto to = view(target), from = view(source);
    if (to->length != from->length || to->format != from->format) {
      return raise(exc::ValueError, "memoryview assignment: lvalue and rvalue have different structures"), false;
    }
    Own<Bytes> content = memoryview_bytes(from);
    if (!content) return false;
    for (uint32_t i = 0; i < to->length; i++) {
      std::memcpy(to->data + static_cast<ptrdiff_t>(i) * to->stride, content->data + i * to->item_size, to->item_size);
    }
    return true;
  }
  if (!type_of(key)->index) return raise(exc::TypeError, "memoryview: invalid slice key"), false;
  uint8_t* p;
  // Made aside: what the value's __index__ does may release the view.
  uint8_t item[8];
  if (!item_pointer(m, key, &p) || !write_item(m, item, value) || !usable(m)) return false;
  std::memcpy(p, item, m->item_size);
  return true;
}

ptrdiff_t slot_length(Value v) { return usable(view(v)) ? static_cast<ptrdiff_t>(view(v)->length) : -1; }

Ref slot_repr(Value v) {
  return make_str((view(v)->owner ? "<memory at " : "<released memory at ") + address_text(v.object()) + ">");
}

Ref slot_compare(Value a, Value b, CompareOp op) {
  if (op != CompareOp::eq && op != CompareOp::ne) return not_implemented();
  if (!is_exact(a, memoryview_type)) std::swap(a, b);
  Ref other = is_exact(b, memoryview_type) ? Ref::share(b) : Ref();
  BytesView bytes;
  if (!other && !read_bytes(b, &bytes)) return not_implemented();
  if (!other) other = make_memoryview(b);
  if (!other) return nullptr;
  auto x = view(a), y = view(other);
  bool equal = a == b;
  if (!equal && x->owner && y->owner && x->length == y->length) {
    equal = true;
    for (uint32_t i = 0; i < x->length && equal; i++) {
      Ref p = read_item(x, x->data + static_cast<ptrdiff_t>(i) * x->stride), q = read_item(y, y->data + static_cast<ptrdiff_t>(i) * y->stride);
      int same = p && q ? python::equal(p, q) : -1;
      if (same < 0) return nullptr;
      equal = same;
    }
  }
  return boolean(equal == (op == CompareOp::eq));
}

bool slot_hash(Value v, int64_t* out) {
  auto m = view(v);
  if (!usable(m)) return false;
  if (!m->readonly) return raise(exc::ValueError, "cannot hash writable memoryview object"), false;
  Own<Bytes> content = memoryview_bytes(m);
  return content && hash(content, out);
}

Ref slot_new(Type*, const Args& args) {
  if (args.positional + args.keyword_count() != 1) {
    return raise(exc::TypeError, "memoryview() missing required argument 'object' (pos 1)");
  }
  return make_memoryview(args[0]);
}

Ref tobytes(Value self, const Value*) { return memoryview_bytes(view(self)); }

Ref tolist(Value self, const Value*) {
  auto m = view(self);
  if (!usable(m)) return nullptr;
  Own<List> list = make_list(m->length);
  for (uint32_t i = 0; list && i < m->length; i++) {
    Ref item = read_item(m, m->data + static_cast<ptrdiff_t>(i) * m->stride);
    if (!item || !list_append(list.get(), item)) return nullptr;
  }
  return list;
}

Ref release(Value self, const Value*) {
  release_owner(view(self));
  return none();
}
Ref enter(Value self, const Value*) { return usable(view(self)) ? Ref::share(self) : nullptr; }
Ref leave(Value self, const Args&) { return release(self, nullptr); }

Ref toreadonly(Value self, const Value*) {
  auto m = view(self);
  if (!usable(m)) return nullptr;
  Ref result = derived(m, m->data, m->length, m->stride);
  if (result) view(result)->readonly = true;
  return result;
}

Ref cast(Value self, const Value* args) {
  auto m = view(self);
  if (!usable(m)) return nullptr;
  if (!is_str(args[0])) return raise(exc::TypeError, "cast() argument 'format' must be str, not %T", args[0]);
  std::string format = to_utf8(args[0].as<Str>());
  if (!format.empty() && format[0] == '@') format.erase(0, 1);
  uint32_t size = format.size() == 1 ? size_of_format(format[0]) : 0;
  if (size == 0) {
    return raise(exc::ValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'");
  }
  if (m->stride != static_cast<ptrdiff_t>(m->item_size)) return raise(exc::TypeError, "memoryview: casts are restricted to C-contiguous views");
  if (m->item_size != 1 && size != 1) {
    return raise(exc::TypeError, "memoryview: cannot cast between two non-byte formats");
  }
  uint32_t bytes = m->length * m->item_size;
  if (bytes % size) return raise(exc::TypeError, "memoryview: length is not a multiple of itemsize");
  Ref result = derived(m, m->data, bytes / size, size);
  if (!result) return nullptr;
  view(result)->item_size = size;
  view(result)->format = format[0];
  return result;
}

Ref hex(Value self, const Value* args) {
  Own<Bytes> content = memoryview_bytes(view(self));
  if (!content) return nullptr;
  Ref method = get_attr(content, intern("hex"));
  if (!method || !args[0]) return method ? call(method) : nullptr;
  return args[1] ? call(method, args[0], args[1]) : call(method, args[0]);
}

Ref get_format(Value v) { return usable(view(v)) ? Ref(make_str_char(static_cast<char32_t>(view(v)->format))) : nullptr; }
Ref get_item_size(Value v) { return usable(view(v)) ? make_int(view(v)->item_size) : nullptr; }
Ref get_nbytes(Value v) { return usable(view(v)) ? make_int(int64_t{view(v)->length} * view(v)->item_size) : nullptr; }
Ref get_readonly(Value v) { return usable(view(v)) ? boolean(view(v)->readonly) : nullptr; }
Ref get_ndim(Value v) { return usable(view(v)) ? Ref::small(1) : nullptr; }
Ref get_obj(Value v) { return usable(view(v)) ? Ref::share(view(v)->owner) : nullptr; }
Ref get_shape(Value v) { return usable(view(v)) ? Ref(tuple_of(Value::small(static_cast<intptr_t>(view(v)->length)))) : nullptr; }
Ref get_strides(Value v) { return usable(view(v)) ? Ref(tuple_of(Value::small(view(v)->stride))) : nullptr; }
Ref get_suboffsets(Value) { return Ref::share(empty_tuple()); }
Ref get_contiguous(Value v) {
  return usable(view(v)) ? boolean(view(v)->stride == static_cast<ptrdiff_t>(view(v)->item_size)) : nullptr;
}

constexpr GetSetDef kGetSet[] = {
    {"format", get_format},     {"itemsize", get_item_size}, {"nbytes", get_nbytes},
    {"readonly", get_readonly}, {"ndim", get_ndim},          {"obj", get_obj},
    {"shape", get_shape},       {"strides", get_strides},    {"suboffsets", get_suboffsets},
    {"contiguous", get_contiguous}, {"c_contiguous", get_contiguous}, {"f_contiguous", get_contiguous},
    {nullptr, nullptr},
};

constexpr Type describe() {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = "memoryview";
  t.basic_size = sizeof(MemoryView);
  t.flags = kTypeSequencePattern;
  t.dealloc = dealloc;
  t.repr = slot_repr;
  t.hash = slot_hash;
  t.compare = slot_compare;
  t.new_ = slot_new;
  t.length = slot_length;
  t.getitem = slot_getitem;
  t.setitem = slot_setitem;
  t.methods = kMemoryViewMethods;
  t.getset = kGetSet;
  t.doc = "A view of the content of a bytes-like object.";
  return t;
}

}  // namespace

extern constexpr NativeDef kMemoryViewMethods[] = {
    {"tobytes", tobytes, "order='C'"},
    {"tolist", tolist, ""},
    {"release", release, ""},
    {"cast", cast, "format, shape=None"},
    {"hex", hex, "sep=None, bytes_per_sep=1"},
    {"toreadonly", toreadonly, ""},
    {"__enter__", enter, ""},
    raw_native("__exit__", leave),
    {nullptr, nullptr, nullptr},
};

constinit Type memoryview_type = describe();

Ref make_memoryview(Value v) {
  if (is_exact(v, memoryview_type)) {
    auto m = view(v);
    return usable(m) ? derived(m, m->data, m->length, m->stride) : nullptr;
  }
  BytesView bytes;
  if (!read_bytes(v, &bytes)) return raise(exc::TypeError, "memoryview: a bytes-like object is required, not '%T'", v);
  auto m = allocate_as<MemoryView>(&memoryview_type);
  if (!m) return nullptr;
  assign(m->owner, v);
  uint32_t* exports = exports_of(v);
  if (exports) ++*exports;
  m->data = const_cast<uint8_t*>(bytes.data);
  m->item_size = 1;
  m->format = 'B';
  const BytesLike* like = bytes_like(v);
  if (like && like->format) m->format = like->format(v, &m->item_size);
  m->length = static_cast<uint32_t>(bytes.length / m->item_size);
  m->stride = m->item_size;
  m->readonly = !exports;
  return Ref::steal(m);
}

bool read_memoryview(MemoryView* m, BytesView* out) {
  if (!m->owner || (m->length > 1 && m->stride != static_cast<ptrdiff_t>(m->item_size))) return false;
  *out = {m->data, static_cast<size_t>(m->length) * m->item_size};
  return true;
}

Own<Bytes> memoryview_bytes(MemoryView* m) {
  if (!usable(m)) return nullptr;
  Own<Bytes> out = new_bytes(static_cast<size_t>(m->length) * m->item_size);
  for (uint32_t i = 0; out && i < m->length; i++) {
    std::memcpy(out->data + i * m->item_size, m->data + static_cast<ptrdiff_t>(i) * m->stride, m->item_size);
  }
  return out;
}

}  // namespace loopscope::python
