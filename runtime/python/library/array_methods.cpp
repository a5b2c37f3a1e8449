// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstring>

#include "python/library/array.h"
#include "python/vm/bytes.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"
#include "python/vm/vm.h"

/// array's methods.
namespace loopscope::python {

namespace {

Ref append(Value self, const Value* args) {
  return array_insert(array_of(self), array_of(self)->length, args[0]) ? none() : Ref();
}
Ref extend(Value self, const Value* args) { return array_extend(array_of(self), args[0]) ? none() : Ref(); }

Ref insert(Value self, const Value* args) {
  int64_t i;
  if (!to_int64(args[0], &i, OnOverflow::repeat)) return {};
  const int64_t length = array_of(self)->length;
  if (i < 0) i = std::max<int64_t>(i + length, 0);
  return array_insert(array_of(self), static_cast<uint32_t>(std::min(i, length)), args[1]) ? none() : Ref();
}

Ref pop(Value self, const Value* args) {
  auto* a = array_of(self);
  int64_t i = -1;
  if (args[0] && !to_int64(args[0], &i, OnOverflow::repeat)) return {};
  if (!a->length) return raise(exc::IndexError, "pop from empty array");
  if (i < 0) i += a->length;
  if (i < 0 || i >= a->length) return raise(exc::IndexError, "pop index out of range");
  auto at = static_cast<uint32_t>(i);
  Ref item = array_get(a, at);
  return item && array_splice(a, at, at + 1, 0) ? std::move(item) : Ref();
}

/// Where the first item equal to `v` in [start, stop) is; -1: nowhere, -2: exception.
int64_t find(ArrayObject* a, Value v, int64_t start, int64_t stop) {
  for (int64_t i = start; i < stop && i < a->length; i++) {
    Ref item = array_get(a, static_cast<uint32_t>(i));
    int same = item ? equal(item, v) : -1;
    if (same < 0) return -2;
    if (same) return i;
  }
  return -1;
}
Ref index_of(Value self, const Value* args) {
  auto* a = array_of(self);
  int64_t start = 0, stop = INT64_MAX;
  if ((args[1] && !to_int64(args[1], &start, OnOverflow::clamp)) || (args[2] && !to_int64(args[2], &stop, OnOverflow::clamp))) return {};
  if (start < 0) start = std::max<int64_t>(start + a->length, 0);
  if (stop < 0) stop += a->length;
  int64_t i = find(a, args[0], start, stop);
  if (i == -1) return raise(exc::ValueError, "array.index(x): x not in array");
  return i < 0 ? Ref() : make_int(i);
}
Ref remove(Value self, const Value* args) {
  auto* a = array_of(self);
  int64_t i = find(a, args[0], 0, INT64_MAX);
  if (i == -1) return raise(exc::ValueError, "array.remove(x): x not in array");
  auto at = static_cast<uint32_t>(i);
  if (i < 0) return {};
  // An __eq__ that has emptied the array took the item with it.
  return at >= a->length || array_splice(a, at, at + 1, 0) ? none() : Ref();
}
Ref count(Value self, const Value* args) {
  auto* a = array_of(self);
  int64_t found = 0;
  for (int64_t i = 0; (i = find(a, args[0], i, INT64_MAX)) >= 0; i++) found++;
  return failed() ? Ref() : make_int(found);
}

Ref reverse(Value self, const Value*) {
  auto* a = array_of(self);
  for (uint32_t low = 0, high = a->length; low + 1 < high--; low++) std::swap_ranges(a->at(low), a->at(low + 1), a->at(high));
  return none();
}
Ref clear_array(Value self, const Value*) { return array_resize(array_of(self), 0) ? none() : Ref(); }
Ref byteswap(Value self, const Value*) {
  auto* a = array_of(self);
  for (uint32_t i = 0; i < a->length; i++) std::reverse(a->at(i), a->at(i) + a->item->size);
  return none();
}

Ref tolist(Value self, const Value*) {
  auto* a = array_of(self);
  Own<List> out = make_list(a->length);
  for (uint32_t i = 0; out && i < a->length; i++) {
    Ref item = array_get(a, i);
    if (!item || !list_append(out.get(), item)) return {};
  }
  return out;
}
Ref fromlist(Value self, const Value* args) {
  auto* a = array_of(self);
  if (!is_list(args[0])) return raise(exc::TypeError, "arg must be list");
  const uint32_t old = a->length;
  auto* list = args[0].as<List>();
  const uint32_t size = list->size;
  for (uint32_t i = 0; i < size; i++) {
    Ref item = Ref::share(list->items[i]);
    bool ok = array_insert(a, a->length, item);
    if (ok && list->size != size) {
      raise(exc::RuntimeError, "list changed size during iteration");
      ok = false;
    }
    if (ok) continue;
    Ref error = take_pending();
    array_resize(a, old);
    clear_pending();
    restore_pending(std::move(error));
    return {};
  }
  return none();
}
Ref tobytes(Value self, const Value*) {
  auto* a = array_of(self);
  return make_bytes(a->data, a->length * size_t{a->item->size});
}
Ref frombytes(Value self, const Value* args) { return array_add_bytes(array_of(self), args[0]) ? none() : Ref(); }
Ref tounicode(Value self, const Value*) {
  if (!array_of(self)->is_text())
    return raise(exc::ValueError, "tounicode() may only be called on unicode type arrays ('u' or 'w')");
  return array_text(array_of(self));
}
Ref fromunicode(Value self, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "fromunicode() argument must be str, not %T", args[0]);
  if (!array_of(self)->is_text())
    return raise(exc::ValueError, "fromunicode() may only be called on unicode type arrays ('u' or 'w')");
  return array_add_text(array_of(self), args[0].as<Str>()) ? none() : Ref();
}
Ref tofile(Value self, const Value* args) {
  Ref bytes = tobytes(self, nullptr);
  return bytes && call_method(args[0], intern("write"), bytes) ? none() : Ref();
}
Ref fromfile(Value self, const Value* args) {
  int64_t n;
  if (!to_int64(args[1], &n, OnOverflow::error)) return {};
  if (n < 0) return raise(exc::ValueError, "negative count");
  const int64_t wanted = n * array_of(self)->item->size;
  Ref bytes = call_method(args[0], intern("read"), make_int(wanted));
  if (!bytes) return {};
  if (!is_bytes(bytes)) return raise(exc::TypeError, "read() didn't return bytes");
  if (!array_add_bytes(array_of(self), bytes)) return {};
  if (bytes.get().as<Bytes>()->length != wanted) return raise(exc::EOFError, "read() didn't return enough bytes");
  return none();
}
Ref buffer_info(Value self, const Value*) {
  Ref address = make_int_unsigned(reinterpret_cast<uintptr_t>(array_of(self)->data));
  return tuple_of(address.get(), Value::small(static_cast<intptr_t>(array_of(self)->length)));
}

Ref copy(Value self, const Value*) {
  auto* a = array_of(self);
  Own<ArrayObject> out = make_array(a->item, a->length);
  if (out && a->length) std::memcpy(out->data, a->data, a->length * size_t{a->item->size});
  return out;
}
Ref deepcopy(Value self, const Value*) { return copy(self, nullptr); }

/// CPython pickles the bytes with a code for the machine's format; unsigned byte 0 ... UTF-32 little endian 20.
int machine_format(const ItemType& item) {
  switch (item.kind) {
    case ItemKind::character: return 20;
    case ItemKind::real: return item.size == 4 ? 14 : 16;
    default: {
      int width = item.size == 1 ? 0 : item.size == 2 ? 1 : item.size == 4 ? 2 : 3;
      int is_signed = item.kind == ItemKind::signed_int;
      return width ? 2 + 4 * (width - 1) + 2 * is_signed : is_signed;
    }
  }
}
Ref reduce_ex(Value self, const Value* args) {
  int64_t protocol;
  if (!to_int64(args[0], &protocol, OnOverflow::clamp)) return {};
  auto* a = array_of(self);
  Ref dict = get_attr_or_null(self, intern("__dict__"));
  if (!dict) {
    clear_pending();
    dict = none();
  }
  Own<Str> code = make_str_char(static_cast<char32_t>(a->item->code));
  if (protocol < 3) {
    Ref content = tolist(self, nullptr);
    return content ? Ref(tuple_of(Value(type_of(self)), tuple_of(Value(code), content.get()), dict.get())) : Ref();
  }
  Ref module = import_module("array");
  Ref rebuild = module ? get_attr(module, intern("_array_reconstructor")) : Ref();
  Ref bytes = tobytes(self, nullptr);
  if (!rebuild || !bytes) return {};
  Own<Tuple> parts = tuple_of(Value(type_of(self)), Value(code), Value::small(machine_format(*a->item)), bytes.get());
  return tuple_of(rebuild.get(), Value(parts), dict.get());
}
Ref size_of(Value self, const Value*) {
  return make_int(static_cast<int64_t>(80 + array_of(self)->capacity * size_t{array_of(self)->item->size}));
}
Ref class_getitem(Value self, const Value* args) {
  Ref types = import_module("types");
  Ref alias = types ? get_attr(types, intern("GenericAlias")) : Ref();
  return alias ? call(alias, self, args[0]) : Ref();
}

}  // namespace

const NativeDef kArrayMethods[] = {
    {"append", append, "v, /"},
    {"buffer_info", buffer_info, ""},
    {"byteswap", byteswap, ""},
    {"clear", clear_array, ""},
    {"count", count, "v, /"},
    {"extend", extend, "bb, /"},
    {"fromfile", fromfile, "f, n, /"},
    {"fromlist", fromlist, "list, /"},
    {"frombytes", frombytes, "buffer, /"},
    {"fromunicode", fromunicode, "ustr, /"},
    {"index", index_of, "v, start=0, stop=sys.maxsize, /"},
    {"insert", insert, "i, v, /"},
    {"pop", pop, "i=-1, /"},
    {"remove", remove, "v, /"},
    {"reverse", reverse, ""},
    {"tofile", tofile, "f, /"},
    {"tolist", tolist, ""},
    {"tobytes", tobytes, ""},
    {"tounicode", tounicode, ""},
    {"__copy__", copy, ""},
    {"__deepcopy__", deepcopy, "memo, /"},
    {"__reduce_ex__", reduce_ex, "value, /"},
    {"__sizeof__", size_of, ""},
    {"__class_getitem__", class_getitem, "item, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};

}  // namespace loopscope::python
