// SPDX-License-Identifier: MIT
#include "python/vm/iterator_state.h"
#include "python/vm/str.h"

namespace loopscope::python {

namespace {

struct StrIterator : Object {
  Str* text;  // owned; null when exhausted
  uint32_t position;
};

void dealloc(Object* object) {
  auto it = static_cast<StrIterator*>(object);
  if (it->text) decref(it->text);
  free_object(it);
}

Ref self_iter(Value v) { return Ref::share(v); }

Ref next(Value v) {
  auto it = v.as<StrIterator>();
  if (!it->text) return nullptr;
  if (it->position < it->text->length) return make_str_char(it->text->at(it->position++));
  Str* text = it->text;
  it->text = nullptr;
  decref(text);
  return nullptr;
}

Ref length_hint(Value v, const Value*) {
  auto it = v.as<StrIterator>();
  return Ref::small(it->text ? static_cast<intptr_t>(it->text->length - it->position) : 0);
}

Ref reduce(Value v, const Value*) {
  auto it = v.as<StrIterator>();
  return it->text ? reduce_at(Value(it->text), it->position) : reduce_to(make_str(""));
}
Ref set_state(Value v, const Value* args) {
  auto it = v.as<StrIterator>();
  int64_t position;
  if (!read_position(args[0], 0, it->text ? it->text->length : 0, &position)) return {};
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
  t.basic_size = sizeof(StrIterator);
  t.dealloc = dealloc;
  t.iter = self_iter;
  t.next = next;
  t.methods = kMethods;
  return t;
}

}  // namespace

constinit Type str_iterator_type = iterator_type("str_iterator");
constinit Type str_ascii_iterator_type = iterator_type("str_ascii_iterator");

Ref str_iterate(Value v) {
  auto s = v.as<Str>();
  auto it = allocate_as<StrIterator>(s->ascii ? &str_ascii_iterator_type : &str_iterator_type);
  if (!it) return nullptr;
  incref(s);
  it->text = s;
  return Ref::steal(it);
}

}  // namespace loopscope::python
