// SPDX-License-Identifier: MIT
#include "python/vm/objects.h"
#include "python/vm/type_internal.h"

/// What instances of Python classes own beyond their built-in base's part: __slots__ members and __dict__.
namespace loopscope::python {
namespace {

Type* native_base(Type* type) {
  while (type->flags & kTypeHeap) type = type->base;
  return type;
}

Value* word_at(Object* object, uint32_t offset) {
  return reinterpret_cast<Value*>(reinterpret_cast<char*>(object) + offset);
}

template <class Each>
void each_member(Object* object, Each each) {
  for (Type* t = object->type; t->flags & kTypeHeap; t = t->base)
    for (uint32_t at = t->base->basic_size; at < t->slots_end; at += sizeof(Value)) each(*word_at(object, at));
}

/// The __dict__ that the native base does not look after itself, or null.
Dict** own_dict(Object* object, Type* native) {
  uint32_t offset = object->type->dict_offset;
  if (!offset || native->dict_offset) return nullptr;
  return reinterpret_cast<Dict**>(reinterpret_cast<char*>(object) + offset);
}

void clear_members(Object* object, Type* native) {
  each_member(object, [](Value& member) { clear(member); });
  if (Dict** dict = own_dict(object, native); dict && *dict) {
    Dict* old = *dict;
    *dict = nullptr;
    decref(static_cast<Object*>(old));
  }
}

}  // namespace

void heap_instance_dealloc(Object* object) {
  Type* native = native_base(object->type);
  gc_untrack(object);
  clear_members(object, native);
  native->dealloc(object);
}

void heap_instance_traverse(Object* object, Visitor& visit) {
  Type* native = native_base(object->type);
  each_member(object, [&](Value& member) { visit(member); });
  if (Dict** dict = own_dict(object, native); dict && *dict) visit(Value(*dict));
  visit(Value(object->type));
  if (native->traverse) native->traverse(object, visit);
}

void heap_instance_clear(Object* object) {
  Type* native = native_base(object->type);
  clear_members(object, native);
  if (native->clear) native->clear(object);
}

}  // namespace loopscope::python
