// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstring>
#include <string>

#include "python/library/array.h"
#include "python/library/standard_modules.h"
#include "python/library/struct_sequence.h"
#include "python/vm/bytes.h"
#include "python/vm/gc.h"
#include "python/vm/int.h"
#include "python/vm/list.h"
#include "python/vm/memory.h"
#include "python/vm/protocol.h"
#include "python/vm/slots.h"
#include "python/vm/str.h"
#include "python/vm/vm.h"
#include "python/vm/warning.h"

/// `array`: the type, its iterator, the module.
namespace loopscope::python {

namespace {

Type array_iterator_type{};

// ---- making -----------------------------------------------------------------------------------------------------------

const ItemType* item_argument(Value v) {
  if (!is_str(v) || v.as<Str>()->length != 1)
    return raise(exc::TypeError, "array() argument 1 must be a unicode character, not %T", v), nullptr;
  char32_t code = v.as<Str>()->at(0);
  if (code == 'u' && !warn(exc::DeprecationWarning, "The 'u' type code is deprecated and will be removed in Python 3.16"))
    return nullptr;
  const ItemType* item = find_array_item(code);
  if (!item) raise(exc::ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
  return item;
}

Ref new_array(Type* type, const Args& args) {
  if (type == &array_type && args.keyword_count()) return raise(exc::TypeError, "array.array() takes no keyword arguments");
  if (!args.positional) return raise(exc::TypeError, "array() takes at least 1 argument (0 given)");
  if (args.positional > 2)
    return raise(exc::TypeError, "array() takes at most 2 arguments (%d given)", static_cast<int>(args.positional));
  const ItemType* item = item_argument(args[0]);
  Own<ArrayObject> a = item ? make_array(item, 0, type) : nullptr;
  if (!a || args.positional < 2) return a;
  Value initial = args[1];
  if (!a->is_text()) {
    if (is_str(initial)) return raise(exc::TypeError, "cannot use a str to initialize an array with typecode '%c'", item->code);
    if (is_array(initial) && array_of(initial)->is_text())
      return raise(exc::TypeError, "cannot use a unicode array to initialize an array with typecode '%c'", item->code);
  }
  bool ok;
  if (is_str(initial)) ok = array_add_text(a.get(), initial.as<Str>());
  else if (is_bytes(initial) || is_bytearray(initial)) ok = array_add_bytes(a.get(), initial);
  else if (is_array(initial) && array_of(initial)->item != item && !(a->is_text() && array_of(initial)->is_text())) {
    ok = for_each(initial, [&](Value v) { return array_insert(a.get(), a->length, v); });
  } else if (is_array(initial)) {
    ArrayObject* other = array_of(initial);
    ok = array_resize(a.get(), other->length);
    if (ok && other->length) std::memcpy(a->data, other->data, other->length * size_t{item->size});
  } else {
    ok = array_extend(a.get(), initial);
  }
  return ok ? a : nullptr;
}

void dealloc(Object* o) {
  auto* a = static_cast<ArrayObject*>(o);
  if (a->weaklist) clear_weakrefs(o);
  if (a->data) buffer_free(a->data);
  free_object(o);
}

// ---- a sequence -------------------------------------------------------------------------------------------------------

bool subscript(ArrayObject* a, Value key, const char* out_of_range, uint32_t* out) {
  if (!type_of(key)->index && !is_int(key)) return raise(exc::TypeError, "array indices must be integers"), false;
  int64_t i;
  if (!to_int64(key, &i, OnOverflow::subscript)) return false;
  if (i < 0) i += a->length;
  if (i < 0 || i >= a->length) return raise(exc::IndexError, "%s", out_of_range), false;
  *out = static_cast<uint32_t>(i);
  return true;
}

Ref getitem(Value self, Value key) {
  auto* a = array_of(self);
  if (is_exact(key, slice_type)) {
    ptrdiff_t start, stop, step, count;
    if (!slice_indices(key.as<Slice>(), a->length, &start, &stop, &step, &count)) return {};
    Own<ArrayObject> out = make_array(a->item, static_cast<uint32_t>(std::max<ptrdiff_t>(count, 0)));
    for (uint32_t i = 0; out && i < out->length; i++)
      std::memcpy(out->at(i), a->at(static_cast<uint32_t>(start + i * step)), a->item->size);
    return out;
  }
  uint32_t i;
  return subscript(a, key, "array index out of range", &i) ? array_get(a, i) : Ref();
}

bool assign_slice(ArrayObject* a, Slice* slice, Value v) {
  ptrdiff_t start, stop, step, count;
  if (!slice_indices(slice, a->length, &start, &stop, &step, &count)) return false;
  if (count < 0) count = 0;
  Own<ArrayObject> copy;
  uint32_t given = 0;
  if (v) {
    if (!is_array(v)) return raise(exc::TypeError, "can only assign array (not \"%T\") to array slice", v), false;
    if (array_of(v)->item != a->item) return raise(exc::TypeError, "bad argument type for built-in operation"), false;
    given = array_of(v)->length;
    copy = make_array(a->item, given);  // it may be this array
    if (!copy) return false;
    if (given) std::memcpy(copy->data, array_of(v)->data, given * size_t{a->item->size});
  }
  if (step == 1) {
    auto begin = static_cast<uint32_t>(start), end = static_cast<uint32_t>(start + count);
    if (!array_splice(a, begin, end, given)) return false;
    if (given) std::memcpy(a->at(begin), copy->data, given * size_t{a->item->size});
    return true;
  }
  if (v) {
    if (given != count)
      return raise(exc::ValueError, "attempt to assign array of size %zd to extended slice of size %zd", static_cast<ptrdiff_t>(given), count), false;
    for (uint32_t i = 0; i < given; i++) std::memcpy(a->at(static_cast<uint32_t>(start + i * step)), copy->at(i), a->item->size);
    return true;
  }
  if (a->exports && count) return array_resize(a, a->length + size_t{1});  // raises
  if (step < 0) {
    start += (count - 1) * step;
    step = -step;
  }
  uint32_t to = static_cast<uint32_t>(start);
  for (uint32_t from = to; count && from < a->length; from++) {
    if ((from - start) % step == 0 && (from - start) / step < count) continue;
    std::memcpy(a->at(to++), a->at(from), a->item->size);
  }
  return !count || array_resize(a, to);
}
bool setitem(Value self, Value key, Value v) {
  auto* a = array_of(self);
  if (is_exact(key, slice_type)) return assign_slice(a, key.as<Slice>(), v);
  uint32_t i;
  if (!subscript(a, key, "array assignment index out of range", &i)) return false;
  return v ? array_set(a, i, v) : array_splice(a, i, i + 1, 0);
}

int contains_item(Value self, Value v) {
  for (uint32_t i = 0; i < array_of(self)->length; i++) {
    Ref item = array_get(array_of(self), i);
    int same = item ? equal(item, v) : -1;
    if (same) return same;
  }
  return 0;
}

Ref concatenate(Value self, Value other) {
  if (!is_array(other)) return raise(exc::TypeError, "can only append array (not \"%T\") to array", other);
  auto *a = array_of(self), *b = array_of(other);
  if (a->item != b->item) return raise(exc::TypeError, "bad argument type for built-in operation");
  Own<ArrayObject> out = make_array(a->item, a->length + b->length);
  if (!out) return {};
  if (a->length) std::memcpy(out->data, a->data, a->length * size_t{a->item->size});
  if (b->length) std::memcpy(out->at(a->length), b->data, b->length * size_t{a->item->size});
  return out;
}
Ref inplace_concatenate(Value self, Value other) {
  if (!is_array(other)) return raise(exc::TypeError, "can only extend array with array (not \"%T\")", other);
  return array_extend(array_of(self), other) ? Ref::share(self) : Ref();
}
/// Makes `a`, which holds one period of `length` items, hold `times` of them.
bool repeat_items(ArrayObject* a, int64_t times) {
  const uint32_t length = a->length;
  if (times > 0 && length > 0x3fffffff / times) return raise(exc::MemoryError, nullptr), false;
  if (!array_resize(a, length * static_cast<size_t>(times))) return false;
  for (int64_t i = 1; i < times && length; i++)
    std::memcpy(a->at(static_cast<uint32_t>(i) * length), a->data, length * size_t{a->item->size});
  return true;
}
Ref repeat(Value self, Value count) {
  int64_t times;
  if (!repeat_count(count, &times)) return {};
  auto* a = array_of(self);
  Own<ArrayObject> out = make_array(a->item, a->length);
  if (!out) return {};
  if (a->length) std::memcpy(out->data, a->data, a->length * size_t{a->item->size});
  return repeat_items(out.get(), times) ? out : nullptr;
}
Ref inplace_repeat(Value self, Value count) {
  int64_t times;
  if (!repeat_count(count, &times)) return {};
  return repeat_items(array_of(self), times) ? Ref::share(self) : Ref();
}

Ref compare_arrays(Value x, Value y, CompareOp op) {
  if (!is_array(x) || !is_array(y)) return not_implemented();
  auto *a = array_of(x), *b = array_of(y);
  if (a->length != b->length && (op == CompareOp::eq || op == CompareOp::ne)) return boolean(op == CompareOp::ne);
  for (uint32_t i = 0; i < a->length && i < b->length; i++) {
    Ref p = array_get(a, i), q = array_get(b, i);
    int same = p && q ? equal(p, q) : -1;
    if (same < 0) return {};
    if (!same) return op == CompareOp::eq ? boolean(false) : op == CompareOp::ne ? boolean(true) : compare(p, q, op);
  }
  return compare_sizes(a->length, b->length, op);
}

Ref repr_array(Value self) {
  auto* a = array_of(self);
  StrBuilder out;
  out.add(type_of(self)->name_object);
  out.add("('");
  out.add(static_cast<char32_t>(a->item->code));
  out.add('\'');
  if (a->length) {
    Ref content = a->is_text() ? array_text(a) : call_method(self, intern("tolist"));
    Ref text = content ? repr(content) : Ref();
    if (!text) return {};
    out.add(", ");
    out.add(text.as<Str>());
  }
  out.add(')');
  return out.finish();
}

// ---- iteration --------------------------------------------------------------------------------------------------------

struct ArrayIterator : Object {
  Value array;  // null when exhausted
  uint32_t at;
};
ArrayIterator* iterator_of(Value v) { return v.as<ArrayIterator>(); }

Ref iterate_array(Value self) {
  auto* it = allocate_as<ArrayIterator>(&array_iterator_type);
  if (!it) return {};
  assign(it->array, self);
  gc_track(it);
  return Ref::steal(it);
}
Ref next_item(Value v) {
  auto* it = iterator_of(v);
  if (!it->array) return {};
  if (it->at < array_of(it->array)->length) return array_get(array_of(it->array), it->at++);
  clear(it->array);
  return {};
}
Ref reduce_iterator(Value v, const Value*) {
  auto* it = iterator_of(v);
  Ref builtins = import_module("builtins");
  Ref iter = builtins ? get_attr(builtins, intern("iter")) : Ref();
  if (!iter) return {};
  if (!it->array) return tuple_of(iter.get(), tuple_of(Value(make_list())));
  return tuple_of(iter.get(), tuple_of(it->array), Value::small(static_cast<intptr_t>(it->at)));
}
Ref set_iterator_state(Value v, const Value* args) {
  int64_t at;
  if (!to_int64(args[0], &at, OnOverflow::error)) return {};
  auto* it = iterator_of(v);
  if (it->array) it->at = static_cast<uint32_t>(std::clamp<int64_t>(at, 0, array_of(it->array)->length));
  return none();
}

// ---- the module -------------------------------------------------------------------------------------------------------

const GetSetDef kGetSet[] = {
    {"typecode", [](Value v) -> Ref { return make_str_char(static_cast<char32_t>(array_of(v)->item->code)); }},
    {"itemsize", [](Value v) { return make_int(array_of(v)->item->size); }},
    {nullptr, nullptr}};
const NativeDef kIteratorMethods[] = {
    {"__reduce__", reduce_iterator, ""}, {"__setstate__", set_iterator_state, "state, /"}, {nullptr, nullptr, nullptr}};

void describe_types() {
  Type& t = array_type;
  t.name = "array.array";
  t.flags = kTypeBase | kTypeSequencePattern;
  t.basic_size = sizeof(ArrayObject);
  t.weaklist_offset = offsetof(ArrayObject, weaklist);
  t.dealloc = dealloc;
  t.new_ = new_array;
  t.init = [](Value, const Args&) { return true; };
  t.repr = repr_array;
  t.hash = hash_not_implemented;
  t.compare = compare_arrays;
  t.iter = iterate_array;
  t.length = [](Value v) { return static_cast<ptrdiff_t>(array_of(v)->length); };
  t.contains = contains_item;
  t.getitem = getitem;
  t.setitem = setitem;
  t.concat = concatenate;
  t.repeat = repeat;
  t.inplace_concat = inplace_concatenate;
  t.inplace_repeat = inplace_repeat;
  t.methods = kArrayMethods;
  t.getset = kGetSet;
  Type& i = array_iterator_type;
  i.name = "array.arrayiterator";
  i.flags = kTypeGc | kTypeNoInstantiate;
  i.basic_size = sizeof(ArrayIterator);
  i.dealloc = [](Object* o) {
    gc_untrack(o);
    clear(static_cast<ArrayIterator*>(o)->array);
    free_object(o);
  };
  i.traverse = [](Object* o, Visitor& visit) { visit(static_cast<ArrayIterator*>(o)->array); };
  i.iter = [](Value v) { return Ref::share(v); };
  i.next = next_item;
  i.methods = kIteratorMethods;
}

/// What pickle calls: type, typecode, machine format (ours only), bytes.
Ref reconstruct(Value, const Value* args) {
  if (!args[0].is_object() || !has_type(args[0], &type_type) || !is_subtype(args[0].as<Type>(), &array_type))
    return raise(exc::TypeError, "first argument must be a type object, not %T", args[0]);
  const ItemType* item = is_str(args[1]) && args[1].as<Str>()->length == 1 ? find_array_item(args[1].as<Str>()->at(0)) : nullptr;
  if (!item) return raise(exc::ValueError, "second argument must be a valid type code");
  Own<ArrayObject> a = make_array(item, 0, args[0].as<Type>());
  return a && array_add_bytes(a.get(), args[3]) ? Ref(std::move(a)) : Ref();
}
const NativeDef kFunctions[] = {{"_array_reconstructor", reconstruct, "arraytype, typecode, mformat_code, items, /"},
                                {nullptr, nullptr, nullptr}};

bool initialize(Module* m) {
  describe_types();
  ready_type(&array_iterator_type);
  register_bytes_like({&array_type,
                       [](Value v, BytesView* out) {
                         auto* a = array_of(v);
                         *out = {a->data, a->length * size_t{a->item->size}};
                         return true;
                       },
                       [](Value v) { return &array_of(v)->exports; },
                       [](Value v, uint32_t* size) {
                         *size = array_of(v)->item->size;
                         return array_of(v)->item->code;
                       }});
  if (!module_add_type(m, &array_type) || !module_add(m, "ArrayType", &array_type) || !module_add(m, kFunctions)) return false;
  // It is a MutableSequence, as CPython registers it.
  Ref abc = import_module("collections.abc");
  Ref sequence = abc ? get_attr(abc, intern("MutableSequence")) : Ref();
  return sequence && call_method(sequence, intern("register"), &array_type) && module_add(m, "typecodes", make_str("bBuwhHiIlLqQfd"));
}

}  // namespace

Type array_type{};

void register_array_module() { register_native_module("array", initialize); }

}  // namespace loopscope::python
