// SPDX-License-Identifier: MIT
#include "python/vm/bytes.h"
#include "python/vm/iterator_state.h"

namespace loopscope::python {

namespace {

struct BytesIterator : Object {
  Value bytes;  // owned; null when exhausted
  uint32_t position;
};

void dealloc(Object* object) {
  auto it = static_cast<BytesIterator*>(object);
  xdecref(it->bytes);
  free_object(it);
}

Ref self_iter(Value v) { return Ref::share(v); }

Ref next(Value v) {
  auto it = v.as<BytesIterator>();
  BytesView view;
  if (!it->bytes || !read_bytes(it->bytes, &view)) return nullptr;
  if (it->position < view.length) return Ref::small(view.data[it->position++]);
  clear(it->bytes);
  return nullptr;
}

Ref length_hint(Value v, const Value*) {
  auto it = v.as<BytesIterator>();
  BytesView view;
  bool more = it->bytes && read_bytes(it->bytes, &view) && it->position < view.length;
  return Ref::small(more ? static_cast<intptr_t>(view.length - it->position) : 0);
}

Ref reduce(Value v, const Value*) {
  auto it = v.as<BytesIterator>();
  return it->bytes ? reduce_at(it->bytes, it->position) : reduce_to(tuple_of());
}
Ref set_state(Value v, const Value* args) {
  auto it = v.as<BytesIterator>();
  BytesView view;
  int64_t position, size = it->bytes && read_bytes(it->bytes, &view) ? static_cast<int64_t>(view.length) : 0;
  if (!read_position(args[0], 0, size, &position)) return {};
  it->position = static_cast<uint32_t>(position);
  return none();
}

constexpr NativeDef kMethods[] = {
    {"__length_hint__", length_hint, ""},
    {"__reduce__", reduce, ""},
    {"__setstate__", set_state, "state, /"},
    {nullptr, nullptr, nullptr},
};

constexpr Type iterator_type(const char* name) {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = name;
  t.basic_size = sizeof(BytesIterator);
  t.dealloc = dealloc;
  t.iter = self_iter;
  t.next = next;
  t.methods = kMethods;
  return t;
}

}  // namespace

constinit Type bytes_iterator_type = iterator_type("bytes_iterator");
constinit Type bytearray_iterator_type = iterator_type("bytearray_iterator");

Ref bytes_iterate(Value v) {
  auto it = allocate_as<BytesIterator>(is_bytes(v) ? &bytes_iterator_type : &bytearray_iterator_type);
  if (!it) return nullptr;
  incref(v);
  it->bytes = v;
  return Ref::steal(it);
}

}  // namespace loopscope::python
