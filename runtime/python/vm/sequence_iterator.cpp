// SPDX-License-Identifier: MIT
#include "python/vm/sequence_iterator.h"

#include "python/vm/gc.h"
#include "python/vm/list.h"
#include "python/vm/protocol.h"
#include "python/vm/startup.h"
#include "python/vm/tuple.h"

/// Iterators over list (both ways) and tuple.
namespace loopscope::python {

namespace {

SequenceIterator* self_of(Value v) { return v.as<SequenceIterator>(); }

void dealloc(Object* o) {
  gc_untrack(o);
  clear(static_cast<SequenceIterator*>(o)->sequence);
  free_object(o);
}
void traverse(Object* o, Visitor& visit) { visit(static_cast<SequenceIterator*>(o)->sequence); }
Ref identity(Value v) { return Ref::share(v); }

Ref next_list(Value v) {
  SequenceIterator* it = self_of(v);
  if (!it->sequence) return {};
  List* list = it->sequence.as<List>();
  if (it->position < list->size) return Ref::share(list->items[it->position++]);
  clear(it->sequence);
  return {};
}
Ref next_tuple(Value v) {
  SequenceIterator* it = self_of(v);
  if (!it->sequence) return {};
  Tuple* t = it->sequence.as<Tuple>();
  if (it->position < t->size) return Ref::share(t->items[it->position++]);
  clear(it->sequence);
  return {};
}
Ref next_reversed(Value v) {
  SequenceIterator* it = self_of(v);
  if (!it->sequence) return {};
  List* list = it->sequence.as<List>();
  if (it->position >= 0 && it->position < list->size) return Ref::share(list->items[it->position--]);
  clear(it->sequence);
  return {};
}

Ref hint_list(Value v, const Value*) {
  SequenceIterator* it = self_of(v);
  if (!it->sequence) return Ref::small(0);
  int64_t n = it->sequence.as<List>()->size - it->position;
  return make_int(n < 0 ? 0 : n);
}
Ref hint_tuple(Value v, const Value*) {
  SequenceIterator* it = self_of(v);
  return make_int(it->sequence ? it->sequence.as<Tuple>()->size - it->position : 0);
}
Ref hint_reversed(Value v, const Value*) {
  SequenceIterator* it = self_of(v);
  return make_int(it->sequence ? it->position + 1 : 0);
}

constexpr NativeDef kListMethods_[] = {{"__length_hint__", hint_list, ""}, {nullptr, nullptr, nullptr}};
constexpr NativeDef kTupleMethods[] = {{"__length_hint__", hint_tuple, ""}, {nullptr, nullptr, nullptr}};
constexpr NativeDef kReversedMethods[] = {{"__length_hint__", hint_reversed, ""}, {nullptr, nullptr, nullptr}};

constexpr Type definition(const char* name, Ref (*next)(Value), const NativeDef* methods) {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = name;
  t.basic_size = sizeof(SequenceIterator);
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.iter = identity;
  t.next = next;
  t.methods = methods;
  return t;
}

}  // namespace
constinit Type list_iterator_type = definition("list_iterator", next_list, kListMethods_);
namespace {
constinit Type tuple_iterator_type = definition("tuple_iterator", next_tuple, kTupleMethods);
constinit Type list_reverse_iterator_type = definition("list_reverseiterator", next_reversed, kReversedMethods);

Ref make(Type& type, Value sequence, int64_t position) {
  SequenceIterator* it = allocate_as<SequenceIterator>(&type);
  if (!it) return {};
  it->sequence = Ref::share(sequence).release();
  it->position = position;
  gc_track(it);
  return Ref::steal(it);
}

}  // namespace

Ref list_iterate(Value v) { return make(list_iterator_type, v, 0); }
Ref tuple_iterate(Value v) { return make(tuple_iterator_type, v, 0); }
Ref list_reversed(Value v) { return make(list_reverse_iterator_type, v, static_cast<int64_t>(v.as<List>()->size) - 1); }

void ready_sequence_types() {
  for (Type* t : {&list_type, &tuple_type, &list_iterator_type, &tuple_iterator_type, &list_reverse_iterator_type})
    ready_type(t);
}

}  // namespace loopscope::python
