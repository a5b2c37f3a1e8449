// SPDX-License-Identifier: MIT
#include "python/vm/sequence_iterator.h"

#include "python/vm/gc.h"
#include "python/vm/iterator_state.h"
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

Ref reduce(Value v, const Value*) { return reduce_at(self_of(v)->sequence, self_of(v)->position); }
Ref reduce_reversed(Value v, const Value*) { return reduce_at(self_of(v)->sequence, self_of(v)->position, "reversed"); }
Ref set_state(Value v, const Value* args) {
  SequenceIterator* it = self_of(v);
  bool is_reversed = type_of(v)->next == next_reversed;
  int64_t size = !it->sequence ? 0 : is_list(it->sequence) ? it->sequence.as<List>()->size : it->sequence.as<Tuple>()->size;
  int64_t position;
  if (!read_position(args[0], is_reversed ? -1 : 0, is_reversed ? size - 1 : size, &position)) return {};
  if (it->sequence) it->position = position;
  return none();
}

#define LOOPSCOPE_ITERATOR_METHODS(hint, reduce) \
  {{"__length_hint__", hint, ""}, {"__reduce__", reduce, ""}, {"__setstate__", set_state, "state, /"}, {nullptr, nullptr, nullptr}}
constexpr NativeDef kListMethods_[] = LOOPSCOPE_ITERATOR_METHODS(hint_list, reduce);
constexpr NativeDef kTupleMethods[] = LOOPSCOPE_ITERATOR_METHODS(hint_tuple, reduce);
constexpr NativeDef kReversedMethods[] = LOOPSCOPE_ITERATOR_METHODS(hint_reversed, reduce_reversed);
#undef LOOPSCOPE_ITERATOR_METHODS

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
