// SPDX-License-Identifier: MIT
#include <vector>

#include "python/vm/exception.h"
#include "python/vm/interpreter/instruction.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/special_method.h"

/// Iterating and unpacking.
namespace loopscope::python {

namespace {

std::nullptr_t raise_unpack_size(uint32_t expected, uint32_t got) {
  if (got < expected)
    raise(exc::ValueError, "not enough values to unpack (expected %d, got %d)", static_cast<int>(expected), static_cast<int>(got));
  else
    raise(exc::ValueError, "too many values to unpack (expected %d)", static_cast<int>(expected));
  return nullptr;
}

/// Exactly `count` items of any iterable, the first one last.
bool unpack_iterable(Value sequence, uint32_t count, Value* out) {
  Ref iterator = iterate(sequence);
  if (!iterator) {
    if (pending_is(exc::TypeError) && !type_of(sequence)->iter && !type_of(sequence)->getitem) {
      clear_pending();
      raise(exc::TypeError, "cannot unpack non-iterable %T object", sequence);
    }
    return false;
  }
  std::vector<Ref> items;
  while (items.size() < count) {
    Ref item = next(iterator);
    if (!item) {
      if (!failed()) raise_unpack_size(count, static_cast<uint32_t>(items.size()));
      return false;
    }
    items.push_back(std::move(item));
  }
  if (Ref extra = next(iterator)) return raise_unpack_size(count, count + 1), false;
  if (failed()) return false;
  for (uint32_t i = 0; i < count; i++) out[i] = items[count - 1 - i].release();
  return true;
}

/// `before` items, a list of the rest, `after` items; the first one last.
bool unpack_starred(Value sequence, uint32_t before, uint32_t after, Value* out) {
  if (!type_of(sequence)->iter && !type_of(sequence)->getitem) {
    raise(exc::TypeError, "cannot unpack non-iterable %T object", sequence);
    return false;
  }
  Own<List> all = to_list(sequence);
  if (!all) return false;
  if (all->size < before + after) {
    raise(exc::ValueError, "not enough values to unpack (expected at least %d, got %d)", static_cast<int>(before + after),
          static_cast<int>(all->size));
    return false;
  }
  uint32_t middle = all->size - before - after;
  Own<List> rest = make_list(middle);
  if (!rest) return false;
  for (uint32_t i = 0; i < middle; i++)
    if (!list_append(rest.get(), all->items[before + i])) return false;
  uint32_t k = 0;
  for (uint32_t i = all->size; i-- > before + middle;) out[k++] = Ref::share(all->items[i]).release();
  out[k++] = rest.release();
  for (uint32_t i = before; i-- > 0;) out[k++] = Ref::share(all->items[i]).release();
  return true;
}

/// Puts `count` items that were written above the sequence in its place.
void replace_sequence(Frame* frame, uint32_t count) {
  Value* sp = frame->sp;
  Value sequence = sp[-1];
  for (uint32_t i = 0; i < count; i++) sp[-1 + static_cast<intptr_t>(i)] = sp[i];
  frame->sp = sp + static_cast<intptr_t>(count) - 1;
  decref(sequence);
}

/// The iterator's next value where no frame is needed. Null without exception: exhausted.
Ref next_plain(Value iterator) {
  Type* type = type_of(iterator);
  if (!type->next) return raise(exc::TypeError, "'%T' object is not iterable", iterator);  // it lost its __next__
  Ref v = type->next(iterator);
  if (!v && current_thread().pending && pending_is(exc::StopIteration)) clear_pending();
  return v;
}

/// An iterator whose native __next__ may wait. True: it pushed a frame, which delivers or ends the loop.
bool next_that_may_wait(Thread& thread, Value iterator, Ref* value) {
  Frame* before = thread.top;
  Value method = lookup_in_type(type_of(iterator), names::__next__);
  *value = method ? tail_call(method, iterator) : next_plain(iterator);
  if (!*value && thread.pending && pending_is(exc::StopIteration)) clear_pending();
  if (!*value || *value != kFramePushed) return false;
  *value = Ref();
  lowest_above(before)->on_return = OnReturn::next;
  return true;
}

/// __next__ of a Python class: its function, if a frame can be pushed for it; else null.
Function* python_next(Value iterator) {
  Type* type = type_of(iterator);
  if (!(type->flags & kTypeHeap)) return nullptr;
  Value f = lookup_in_type(type, names::__next__);
  return f && is_exact(f, function_type) ? f.as<Function>() : nullptr;
}

/// No value came: an exception, or the loop ends at `target`.
Outcome end_loop(Frame* frame, uint32_t target) {
  if (current_thread().pending) return Outcome::failed;
  frame->ip = frame->code->instructions + target;
  decref(*--frame->sp);
  return Outcome::next;
}

Outcome for_iter(Frame* frame, uint32_t word) {
  Thread& thread = current_thread();
  Value iterator = frame->sp[-1];
  Type* type = type_of(iterator);
  Ref v;
  if (type == &generator_type) {
    SendStatus status;
    if (resume_generator(iterator.as<Generator>(), kNone, OnReturn::gen_for, &status, &v)) return Outcome::entered;
    if (status != SendStatus::yielded) v = Ref();
  } else if (Function* f = python_next(iterator)) {
    return push_function(f, Args{&frame->sp[-1], 1, nullptr}, OnReturn::next) ? Outcome::entered : Outcome::failed;
  } else if (type->flags & kTypeNextMayWait) {
    if (next_that_may_wait(thread, iterator, &v)) return Outcome::entered;
  } else {
    v = next_plain(iterator);
  }
  return v ? push(frame, std::move(v)) : end_loop(frame, arg_of(word));
}

Outcome for_iter_store_fast(Frame* frame, uint32_t word) {
  Value iterator = frame->sp[-1];
  Type* type = type_of(iterator);
  if (type == &generator_type || type->flags & kTypeNextMayWait || python_next(iterator)) {
    // Its value arrives through a frame: go on with the two plain instructions that fit in the same two words.
    uint32_t* words = const_cast<uint32_t*>(frame->calling);
    words[0] = encode(Op::FOR_ITER, words[1]);
    words[1] = encode(Op::STORE_FAST, arg_of(word));
    frame->ip = words;
    return Outcome::next;
  }
  uint32_t target = *frame->ip++;
  Ref v = next_plain(iterator);
  if (!v) return end_loop(frame, target);
  Value& local = frame->locals()[arg_of(word)];
  Value old = local;
  local = v.release();
  xdecref(old);
  return Outcome::next;
}

Outcome get_iter(Frame* frame, uint32_t) {
  Ref v = Ref::steal(*--frame->sp);
  return called(frame, iterate_tail(v));
}

Outcome get_len(Frame* frame, uint32_t) {
  ptrdiff_t n = length(frame->sp[-1]);
  if (n < 0) return Outcome::failed;
  *frame->sp++ = Value::small(n);
  return Outcome::next;
}

Outcome unpack_ex(Frame* frame, uint32_t word) {
  if (!unpack_starred(frame->sp[-1], a_of(word), b_of(word), frame->sp)) return Outcome::failed;
  replace_sequence(frame, a_of(word) + b_of(word) + 1);
  return Outcome::next;
}

Outcome unpack_sequence(Frame* frame, uint32_t word) {
  Value sequence = frame->sp[-1];
  uint32_t count = arg_of(word);
  bool list = is_exact(sequence, list_type);
  if (list || is_exact(sequence, tuple_type)) {
    uint32_t size = list ? sequence.as<List>()->size : sequence.as<Tuple>()->size;
    Value* items = list ? sequence.as<List>()->items : sequence.as<Tuple>()->items;
    if (size != count) return raise_unpack_size(count, size), Outcome::failed;
    for (uint32_t i = 0; i < count; i++) frame->sp[i] = Ref::share(items[count - 1 - i]).release();
  } else if (!unpack_iterable(sequence, count, frame->sp)) {
    return Outcome::failed;
  }
  replace_sequence(frame, count);
  return Outcome::next;
}

}  // namespace

const InstructionDef kIterationInstructions[] = {
    {Op::FOR_ITER, for_iter},
    {Op::FOR_ITER_STORE_FAST, for_iter_store_fast},
    {Op::GET_ITER, get_iter},
    {Op::GET_LEN, get_len},
    {Op::UNPACK_SEQUENCE, unpack_sequence},
    {Op::UNPACK_EX, unpack_ex},
    {},
};

}  // namespace loopscope::python
