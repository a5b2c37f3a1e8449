// SPDX-License-Identifier: MIT
#include "python/vm/interpreter/instruction.h"
#include "python/vm/protocol.h"

/// Containers from their items: displays, comprehensions, `*` and `**` in calls.
namespace loopscope::python {

namespace {

/// The container that an item or iterable is added to, once what is added is popped.
Value container_at(Frame* frame, uint32_t word) { return frame->sp[-static_cast<intptr_t>(arg_of(word))]; }

void drop_to(Frame* frame, Value* items) {
  while (frame->sp > items) decref(*--frame->sp);
}

Outcome build_tuple(Frame* frame, uint32_t word) {
  uint32_t count = arg_of(word);
  Own<Tuple> t = make_tuple(count);
  if (!t) return Outcome::failed;
  frame->sp -= count;
  for (uint32_t i = 0; i < count; i++) t->items[i] = frame->sp[i];
  *frame->sp++ = t.release();
  return Outcome::next;
}

Outcome build_list(Frame* frame, uint32_t word) {
  uint32_t count = arg_of(word);
  Own<List> list = make_list(count);
  if (!list) return Outcome::failed;
  frame->sp -= count;
  for (uint32_t i = 0; i < count; i++) list->items[i] = frame->sp[i];
  list->size = count;
  *frame->sp++ = list.release();
  return Outcome::next;
}

Outcome build_set(Frame* frame, uint32_t word) {
  Own<Set> set = make_set();
  if (!set) return Outcome::failed;
  Value* items = frame->sp - arg_of(word);
  for (Value* item = items; item < frame->sp; item++)
    if (!set_add(set.get(), *item)) return Outcome::failed;
  drop_to(frame, items);
  *frame->sp++ = set.release();
  return Outcome::next;
}

Outcome build_map(Frame* frame, uint32_t word) {
  Own<Dict> dict = make_dict(arg_of(word));
  if (!dict) return Outcome::failed;
  Value* items = frame->sp - 2 * static_cast<intptr_t>(arg_of(word));
  for (Value* item = items; item < frame->sp; item += 2)
    if (!dict_set(dict.get(), item[0], item[1])) return Outcome::failed;
  drop_to(frame, items);
  *frame->sp++ = dict.release();
  return Outcome::next;
}

Outcome build_const_key_map(Frame* frame, uint32_t word) {
  uint32_t count = arg_of(word);
  Own<Dict> dict = make_dict(count);
  if (!dict) return Outcome::failed;
  Tuple* keys = frame->sp[-1].as<Tuple>();
  Value* items = frame->sp - 1 - count;
  for (uint32_t i = 0; i < count; i++)
    if (!dict_set(dict.get(), keys->items[i], items[i])) return Outcome::failed;
  drop_to(frame, items);
  *frame->sp++ = dict.release();
  return Outcome::next;
}

Outcome add_to_list(Frame* frame, uint32_t word) {
  Ref v = Ref::steal(*--frame->sp);
  return next_if(list_append(container_at(frame, word).as<List>(), v));
}

Outcome add_to_set(Frame* frame, uint32_t word) {
  Ref v = Ref::steal(*--frame->sp);
  return next_if(set_add(container_at(frame, word).as<Set>(), v));
}

Outcome add_to_map(Frame* frame, uint32_t word) {
  Ref v = Ref::steal(*--frame->sp);
  Ref key = Ref::steal(*--frame->sp);
  return next_if(dict_set(container_at(frame, word).as<Dict>(), key, v));
}

Outcome list_extend_by(Frame* frame, uint32_t word) {
  Ref v = Ref::steal(*--frame->sp);
  if (!type_of(v)->iter && !type_of(v)->getitem) {
    raise(exc::TypeError, "Value after * must be an iterable, not %T", v.get());
    return Outcome::failed;
  }
  return next_if(list_extend(container_at(frame, word).as<List>(), v));
}

Outcome set_update(Frame* frame, uint32_t word) {
  Ref v = Ref::steal(*--frame->sp);
  Set* set = container_at(frame, word).as<Set>();
  return next_if(for_each(v, [&](Value item) { return set_add(set, item); }));
}

Outcome list_to_tuple(Frame* frame, uint32_t) {
  List* list = frame->sp[-1].as<List>();
  return replace_top(frame, make_tuple(list->items, list->size));
}

}  // namespace

const InstructionDef kBuildingInstructions[] = {
    {Op::BUILD_TUPLE, build_tuple},
    {Op::BUILD_LIST, build_list},
    {Op::LIST_APPEND, add_to_list},
    {Op::BUILD_SET, build_set},
    {Op::BUILD_MAP, build_map},
    {Op::BUILD_CONST_KEY_MAP, build_const_key_map},
    {Op::SET_ADD, add_to_set},
    {Op::MAP_ADD, add_to_map},
    {Op::LIST_EXTEND, list_extend_by},
    {Op::SET_UPDATE, set_update},
    {Op::LIST_TO_TUPLE, list_to_tuple},
    {},
};

}  // namespace loopscope::python
