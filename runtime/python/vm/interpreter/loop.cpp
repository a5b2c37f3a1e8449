// SPDX-License-Identifier: MIT
#include "python/vm/bytecode_ops.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/generator_frame.h"
#include "python/vm/interpreter/growing_text.h"
#include "python/vm/interpreter/instruction.h"
#include "python/vm/interpreter/operators.h"
#include "python/vm/interpreter/transition.h"
#include "python/vm/interpreter/unwind.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"

/// The instruction loop: what programs spend their time in, as far as it is short. Longer ways of an instruction are
/// functions that it calls, rarer instructions are functions altogether (instruction.h).
///
/// State while running: `frame` (= thread.top), its `ip` (next word), `pc` (this instruction), `sp` (one past the top of
/// the value stack). They are written back to the frame (SAVE) before anything that may push a frame or look at it.
namespace loopscope::python {

namespace {

/// The collector asks for its turn by cutting the budget short (request_collection); the rest of it is given back here.
[[gnu::noinline]] bool continue_after_collection() {
  if (!gc_due) return false;
  int32_t rest = vm.budget_reserve;
  vm.budget_reserve = 0;
  vm.budget += rest;
  vm.budget_start += rest;
  gc_collect_if_due();
  return vm.budget >= 0;
}

/// Whether the loop goes on although its budget is spent: after a collection, and inside native calls, which cannot be left.
[[gnu::noinline]] bool go_on_without_budget() {
  if (continue_after_collection()) return true;
  if (vm.native_depth <= 1) return false;
  vm.budget = 1 << 14;
  vm.budget_start += 1 << 14;
  return true;
}

/// The C++ stack is in use: a wait cannot be left. Real hosts wait here, virtual time jumps.
[[gnu::noinline]] void wait_inside_native_call(Thread& thread) {
  if (vm.hooks.wait && vm.clock->mode() == loop::Clock::Mode::kReal)
    vm.hooks.wait(vm.clock->real_seconds_until(thread.wake_at));
  else
    vm.clock->advance_to(thread.wake_at);
  thread.state = ThreadState::ready;
}

/// The iterator's next value where no frame is needed. Null without exception: exhausted.
Ref next_plain(Value iterator) {
  Type* type = type_of(iterator);
  if (!type->next) return raise(exc::TypeError, "'%T' object is not iterable", iterator);  // it lost its __next__
  Ref v = type->next(iterator);
  if (!v && current_thread().pending && pending_is(exc::StopIteration)) clear_pending();
  return v;
}

/// `for` over an iterator whose native __next__ may wait. True: it pushed a frame, which delivers or ends the loop.
[[gnu::noinline]] bool next_that_may_wait(Thread& thread, Value iterator, Ref* value) {
  Frame* before = thread.top;
  Value method = lookup_in_type(type_of(iterator), names::__next__);
  *value = method ? tail_call(method, iterator) : next_plain(iterator);
  if (!*value && thread.pending && pending_is(exc::StopIteration)) clear_pending();
  if (!*value || *value != kFramePushed) return false;
  *value = Ref();
  Frame* lowest = thread.top;
  while (lowest->back != before) lowest = lowest->back;
  lowest->on_return = OnReturn::next;
  return true;
}

/// __next__ of a Python class: its function, if FOR_ITER can push it; else null.
inline Function* python_next(Value iterator) {
  Type* type = type_of(iterator);
  if (!(type->flags & kTypeHeap)) return nullptr;
  Value f = lookup_in_type(type, names::__next__);
  if (!f || !is_exact(f, function_type)) return nullptr;
  return f.as<Function>();
}

/// What a global or builtin's cache still knows; null: nothing.
inline Value cached_global(Frame* frame, const InlineCache& cache) {
  if (cache.version != frame->globals->version || !cache.version) return {};
  if (cache.kind == 0) return frame->globals->entries[cache.index].value;
  return cache.version2 == frame->builtins->version ? frame->builtins->entries[cache.index].value : Value();
}

/// The entry of an attribute in the instance's dict where the cache saw it last; null: look it up.
inline DictEntry* cached_attribute(Value object, Str* name, const InlineCache& cache) {
  Type* type = type_of(object);
  if (cache.version != type->version || cache.kind != 1) return nullptr;
  Dict* dict = *reinterpret_cast<Dict**>(reinterpret_cast<char*>(object.object()) + type->dict_offset);
  uint32_t i = static_cast<uint32_t>(cache.index);
  if (!dict || i >= dict->count || dict->entries[i].key != Value(name)) return nullptr;
  return &dict->entries[i];
}

/// Operators whose small path did not do. `left` owns its reference and may be given another value: text that grows.
[[gnu::noinline]] Ref operate(uint32_t op, Value* left, Value right, const uint32_t* next, Frame* frame) {
  if (is_exact(*left, str_type)) {
    if (Value* variable = growing_text(op, *left, right, next, frame)) {
      Ref text = Ref::steal(*left);
      *left = none().release();
      return grow_text(variable, std::move(text), right);
    }
  }
  return arithmetic(op, *left, right);
}

/// The same for values that the stack does not own.
[[gnu::noinline]] Ref operate_on_locals(uint32_t op, Value a, Value b, const uint32_t* next, Frame* frame) {
  Ref right = Ref::share(b);
  Value left = Ref::share(a).release();
  Ref result = operate(op, &left, right, next, frame);
  decref(left);
  return result;
}

/// The same for comparisons.
[[gnu::noinline]] int compare_locals(uint32_t op, Value a, Value b) {
  Ref left = Ref::share(a), right = Ref::share(b);
  return compare_truth(op, left, right);
}

/// Code that takes exactly the arguments on the stack: its frame, top of the thread. Null: exception.
inline Frame* push_plain_call(Thread& thread, Frame* caller, Function* f, const Value* arguments, uint32_t count) {
  CodeObject* code = f->code;
  Frame* frame = allocate_frame(thread, code->frame_words);
  if (!frame) [[unlikely]]
    return nullptr;
  frame->back = caller;
  frame->code = code;
  frame->function = f;  // takes the stack's reference
  frame->globals = f->globals;
  frame->builtins = f->builtins;
  frame->mapping = Value();
  frame->generator = nullptr;
  frame->object = nullptr;
  frame->native = nullptr;
  frame->aux = Value();
  frame->on_return = OnReturn::push;
  frame->is_entry = false;
  frame->calling = code->instructions;
  Value* locals = frame->locals();
  uint32_t i = 0;
  for (; i < count; i++) locals[i] = arguments[i];
  for (; i < code->local_count; i++) locals[i] = Value();
  thread.top = frame;
  return frame;
}

}  // namespace

#define SAVE() (frame->ip = ip, frame->sp = sp, frame->calling = pc)
#define LOAD_FRAME() \
  (code = frame->code, locals = frame->locals(), constants = code->constants, ip = frame->ip, sp = frame->sp)
#define PUSH_REF(r) (*sp++ = (r).release())
/// xdecref where what dies may warn ("was never awaited") or run __del__: they see the line of this instruction.
#define DROP(v)                                                             \
  do {                                                                      \
    if ((v).is_object()) {                                                  \
      if ((v).object()->refcount == 1) [[unlikely]] frame->calling = pc;    \
      decref((v).object());                                                 \
    }                                                                       \
  } while (false)
#define FAIL goto error
#define CHECK_BUDGET()                                             \
  if (--vm.budget < 0) [[unlikely]] {                              \
    SAVE();                                                        \
    if (!go_on_without_budget()) return Exit::interrupted;         \
  }
#define OP(name) case static_cast<uint8_t>(Op::name)
#define ARG (word >> 8)
#define A (word >> 8 & kMaxHalf)
#define B (word >> 20)

Exit interpret(Thread& thread, Ref* out) {
  Frame* frame;
  CodeObject* code;
  const uint32_t* ip;
  const uint32_t* pc;
  Value* sp;
  Value* locals;
  Value* constants;
  Ref value;  // a result on its way between frames
  Resumed how;
  Transition transition;

// ---- between frames -------------------------------------------------------------------------------------------------
enter_top:  // thread.top is new or goes on; a pending exception is raised in it
  frame = thread.top;
  if (!frame->code) {
    how = thread.pending ? Resumed::raised : Resumed::started;  // raised: interrupted while it was blocked
    goto run_native;
  }
  if (thread.pending) [[unlikely]]
    goto raise_in_frame;
  LOAD_FRAME();
  goto dispatch;

run_native: {
  Ref result;
  switch (frame->native->resume(how, std::move(value), &result)) {
    case Next::pushed: goto enter_top;
    case Next::done: value = std::move(result); break;
    case Next::failed: break;
    case Next::blocked:
      if (vm.native_depth <= 1) return vm.step_done ? Exit::interrupted : Exit::blocked;
      wait_inside_native_call(thread);
      how = Resumed::started;
      goto run_native;
  }
  transition = native_over(thread, frame, value);
  goto follow;
}

error:  // pending is raised by the instruction at `pc` of `frame`
  frame->calling = pc;
  frame->sp = sp;
raise_in_frame:  // pending is raised in `frame` (= thread.top), at its `calling`
  if (raise_here(frame) == Outcome::next) {
    LOAD_FRAME();
    goto dispatch;
  }
left:
  transition = frame_raised(thread, frame, value);
follow:
  frame = thread.top;
  switch (transition.kind()) {
    case Transition::Kind::python: LOAD_FRAME(); goto dispatch;
    case Transition::Kind::native: how = transition.how(); goto run_native;
    case Transition::Kind::raise:
      if (frame->code) goto raise_in_frame;
      how = Resumed::raised;
      goto run_native;
    case Transition::Kind::leave: *out = std::move(value); return transition.exit();
  }
  __builtin_unreachable();

dispatch:
  for (;;) {
    pc = ip;
    uint32_t word = *ip++;
    switch (word & 0xFF) {
      // ---- stack
      OP(NOP) : break;
      OP(POP_TOP) : {
        Value v = *--sp;
        DROP(v);
        break;
      }
      OP(COPY) : {
        Value v = sp[-static_cast<intptr_t>(ARG)];
        xincref(v);
        *sp++ = v;
        break;
      }
      OP(SWAP) : {
        Value& other = sp[-static_cast<intptr_t>(ARG)];
        Value v = sp[-1];
        sp[-1] = other;
        other = v;
        break;
      }
      OP(PUSH_NULL) : *sp++ = Value();
      break;

      // ---- constants and variables
      OP(LOAD_CONST) : {
        Value v = constants[ARG];
        incref(v);
        *sp++ = v;
        break;
      }
      OP(LOAD_FAST) : {
        Value v = locals[ARG];
        incref(v);
        *sp++ = v;
        break;
      }
      OP(LOAD_FAST_CHECK) : {
        Value v = locals[ARG];
        if (!v) [[unlikely]] {
          raise_unbound_local(code, ARG);
          FAIL;
        }
        incref(v);
        *sp++ = v;
        break;
      }
      OP(LOAD_FAST_AND_CLEAR) : *sp++ = locals[ARG];
      locals[ARG] = Value();
      break;
      OP(STORE_FAST) : {
        Value old = locals[ARG];
        locals[ARG] = *--sp;
        DROP(old);
        break;
      }
      OP(LOAD_DEREF) : {
        Value v = locals[ARG].as<Cell>()->value;
        if (!v) [[unlikely]] {
          raise_unbound_local(code, ARG);
          FAIL;
        }
        incref(v);
        *sp++ = v;
        break;
      }
      OP(STORE_DEREF) : {
        Cell* cell = locals[ARG].as<Cell>();
        Value old = cell->value;
        cell->value = *--sp;
        DROP(old);
        break;
      }
      OP(LOAD_NAME) : {
        InlineCache& cache = code->caches[*ip++];
        bool module_level = frame->mapping == Value(frame->globals);
        Value v = module_level ? cached_global(frame, cache) : Value();
        if (v) {
          incref(v);
          *sp++ = v;
          break;
        }
        SAVE();
        Ref r = module_level ? load_global_slow(frame, code->names[ARG], cache) : load_name(frame, code->names[ARG]);
        if (!r) FAIL;
        PUSH_REF(r);
        break;
      }
      OP(LOAD_GLOBAL) : {
        InlineCache& cache = code->caches[*ip++];
        if (Value v = cached_global(frame, cache)) [[likely]] {
          incref(v);
          *sp++ = v;
        } else {
          Ref r = load_global_slow(frame, code->names[ARG >> 1], cache);
          if (!r) FAIL;
          PUSH_REF(r);
        }
        if (ARG & 1) *sp++ = Value();
        break;
      }
      OP(STORE_NAME) : OP(STORE_GLOBAL) : {
        InlineCache& cache = code->caches[*ip++];
        Value mapping = op_of(word) == Op::STORE_NAME ? frame->mapping : Value(frame->globals);
        Value v = sp[-1];
        if (is_exact(mapping, dict_type) && cache.version == mapping.as<Dict>()->version && cache.version) {
          Value& variable = mapping.as<Dict>()->entries[cache.index].value;
          Value old = variable;
          variable = v;
          sp--;
          DROP(old);
          break;
        }
        SAVE();
        if (!store_name(mapping, code->names[ARG], v, cache)) FAIL;
        sp--;
        decref(v);
        break;
      }

      // ---- attributes and items
      OP(LOAD_ATTR) : {
        InlineCache& cache = code->caches[*ip++];
        Value object = sp[-1];
        if (DictEntry* entry = cached_attribute(object, code->names[ARG], cache)) [[likely]] {
          Value v = entry->value;
          incref(v);
          sp[-1] = v;
          DROP(object);
          break;
        }
        SAVE();
        Ref v = load_attr_slow(object, code->names[ARG], cache);
        if (!v) FAIL;
        sp[-1] = v.release();
        decref(object);
        break;
      }
      OP(LOAD_FAST_LOAD_ATTR) : {
        InlineCache& cache = code->caches[*ip++];
        Value object = locals[A];
        if (DictEntry* entry = cached_attribute(object, code->names[B], cache)) [[likely]] {
          Value v = entry->value;
          incref(v);
          *sp++ = v;
          break;
        }
        SAVE();
        Ref keep = Ref::share(object);
        Ref v = load_attr_slow(object, code->names[B], cache);
        if (!v) FAIL;
        PUSH_REF(v);
        break;
      }
      OP(LOAD_METHOD) : {
        InlineCache& cache = code->caches[*ip++];
        Value object = sp[-1];
        Type* type = type_of(object);
        if (cache.version == type->version && cache.kind == 2) [[likely]] {
          Dict* dict = type->dict_offset
                           ? *reinterpret_cast<Dict**>(reinterpret_cast<char*>(object.object()) + type->dict_offset)
                           : nullptr;
          if (!dict || dict->used == 0 || dict_find(dict, code->names[ARG]) < 0) [[likely]] {
            incref(cache.value);
            sp[-1] = cache.value;
            *sp++ = object;
            break;
          }
        } else if (DictEntry* entry = cached_attribute(object, code->names[ARG], cache)) {
          Value v = entry->value;
          incref(v);
          sp[-1] = v;
          *sp++ = Value();
          DROP(object);
          break;
        }
        SAVE();
        Value self;
        Ref v = load_method_slow(object, code->names[ARG], cache, &self);
        if (!v) FAIL;
        sp[-1] = v.release();
        *sp++ = self;
        if (!self) decref(object);
        break;
      }
      OP(STORE_ATTR) : {
        InlineCache& cache = code->caches[*ip++];
        Value object = sp[-1], v = sp[-2];
        if (DictEntry* entry = cached_attribute(object, code->names[ARG], cache)) [[likely]] {
          Value old = entry->value;
          entry->value = v;
          sp -= 2;
          DROP(old);
          DROP(object);
          break;
        }
        SAVE();
        if (!store_attr_slow(object, code->names[ARG], v, cache)) FAIL;
        sp -= 2;
        decref(v);
        decref(object);
        break;
      }
      OP(BINARY_SUBSCR) : {
        frame->calling = pc;
        Value container = sp[-2], key = sp[-1];
        Ref v = subscript(container, key);
        if (!v) FAIL;
        sp--;
        sp[-1] = v.release();
        decref(container);
        decref(key);
        break;
      }
      OP(STORE_SUBSCR) : {
        frame->calling = pc;
        Value v = sp[-3], container = sp[-2], key = sp[-1];
        if (!store_subscript(container, key, v)) FAIL;
        sp -= 3;
        decref(v);
        decref(container);
        decref(key);
        break;
      }

      // ---- operators
      OP(UNARY_NOT) : {
        frame->calling = pc;
        Value old = sp[-1];
        int t = fast_truth(old);
        if (t < 0) FAIL;
        Value v = t ? kFalse : kTrue;
        incref(v);
        sp[-1] = v;
        decref(old);
        break;
      }
      case VM_BINARY_ADD: {
        Value a = sp[-2], b = sp[-1];
        if (both_small(a, b) && add_small(a, b, &sp[-2])) [[likely]] {
          sp--;
          break;
        }
        goto binary_general;
      }
      case VM_BINARY_SUBTRACT: {
        Value a = sp[-2], b = sp[-1];
        if (both_small(a, b) && subtract_small(a, b, &sp[-2])) [[likely]] {
          sp--;
          break;
        }
        goto binary_general;
      }
      case VM_BINARY_MULTIPLY: {
        Value a = sp[-2], b = sp[-1];
        if (both_small(a, b) && multiply_small(a, b, &sp[-2])) [[likely]] {
          sp--;
          break;
        }
        goto binary_general;
      }
      OP(BINARY_OP) : binary_general : {
        frame->calling = pc;
        Ref v = operate(ARG, &sp[-2], sp[-1], ip, frame);
        if (!v) FAIL;
        Value a = sp[-2], b = sp[-1];
        sp--;
        sp[-1] = v.release();
        decref(a);
        decref(b);
        break;
      }
      case VM_BINARY_ADD_CONST: {
        Value a = sp[-1];
        if (both_small(a, constants[B]) && add_small(a, constants[B], &sp[-1])) [[likely]]
          break;
        goto binary_const;
      }
      case VM_BINARY_SUBTRACT_CONST: {
        Value a = sp[-1];
        if (both_small(a, constants[B]) && subtract_small(a, constants[B], &sp[-1])) [[likely]]
          break;
        goto binary_const;
      }
      OP(BINARY_OP_CONST) : binary_const : {
        frame->calling = pc;
        Ref v = operate(A, &sp[-1], constants[B], ip, frame);
        if (!v) FAIL;
        Value a = sp[-1];
        sp[-1] = v.release();
        decref(a);
        break;
      }
      case VM_BINARY_ADD_FAST_CONST: {
        Value a = locals[A], b = constants[B];
        if (both_small(a, b) && add_small(a, b, sp)) [[likely]] {
          sp++;
          ip++;
          break;
        }
        goto binary_fast_const;
      }
      case VM_BINARY_SUBTRACT_FAST_CONST: {
        Value a = locals[A], b = constants[B];
        if (both_small(a, b) && subtract_small(a, b, sp)) [[likely]] {
          sp++;
          ip++;
          break;
        }
        goto binary_fast_const;
      }
      case VM_BINARY_ADD_FAST_FAST: {
        Value a = locals[A], b = locals[B];
        if (both_small(a, b) && add_small(a, b, sp)) [[likely]] {
          sp++;
          ip++;
          break;
        }
        goto binary_fast_fast;
      }
      OP(BINARY_OP_FAST_CONST) : binary_fast_const : {
        uint32_t op = *ip++;
        frame->calling = pc;
        Ref v = operate_on_locals(op, locals[A], constants[B], ip, frame);
        if (!v) FAIL;
        PUSH_REF(v);
        break;
      }
      OP(BINARY_OP_FAST_FAST) : binary_fast_fast : {
        uint32_t op = *ip++;
        frame->calling = pc;
        Ref v = operate_on_locals(op, locals[A], locals[B], ip, frame);
        if (!v) FAIL;
        PUSH_REF(v);
        break;
      }
      OP(COMPARE_OP) : {
        Value a = sp[-2], b = sp[-1];
        if (both_small(a, b)) {
          Value v = compare_small(ARG, a, b) ? kTrue : kFalse;
          incref(v);
          sp--;
          sp[-1] = v;
          break;
        }
        frame->calling = pc;
        Ref v = compare(a, b, static_cast<CompareOp>(ARG));
        if (!v) FAIL;
        sp--;
        sp[-1] = v.release();
        decref(a);
        decref(b);
        break;
      }
      OP(COMPARE_OP_JUMP) : {
        uint32_t target = *ip++;
        Value a = sp[-2], b = sp[-1];
        int t;
        if (both_small(a, b)) [[likely]] {
          t = compare_small(ARG & 7, a, b);
          sp -= 2;
        } else {
          frame->calling = pc;
          t = compare_truth(ARG & 7, a, b);
          if (t < 0) FAIL;
          sp -= 2;
          decref(a);
          decref(b);
        }
        if (static_cast<uint32_t>(t) == ARG >> 3) ip = code->instructions + target;
        break;
      }
      OP(COMPARE_FAST_CONST_JUMP) : OP(COMPARE_FAST_FAST_JUMP) : {
        uint32_t second = *ip++;
        Value a = locals[A], b = op_of(word) == Op::COMPARE_FAST_CONST_JUMP ? constants[B] : locals[B];
        int t;
        if (both_small(a, b)) [[likely]] {
          t = compare_small(second & 7, a, b);
        } else {
          frame->calling = pc;
          t = compare_locals(second & 7, a, b);
          if (t < 0) FAIL;
        }
        if (static_cast<uint32_t>(t) == (second >> 3 & 1)) ip = code->instructions + (second >> 8);
        break;
      }
      OP(IS_OP) : {
        Value a = sp[-2], b = sp[-1];
        Value v = (a == b) != static_cast<bool>(ARG) ? kTrue : kFalse;
        incref(v);
        sp--;
        sp[-1] = v;
        DROP(a);
        DROP(b);
        break;
      }
      OP(CONTAINS_OP) : {
        frame->calling = pc;
        Value item = sp[-2], container = sp[-1];
        int t = contains(container, item);
        if (t < 0) FAIL;
        Value v = static_cast<uint32_t>(t) != ARG ? kTrue : kFalse;
        incref(v);
        sp--;
        sp[-1] = v;
        decref(item);
        decref(container);
        break;
      }

      // ---- jumps
      OP(JUMP) : OP(JUMP_BACKWARD_NO_INTERRUPT) : ip = code->instructions + ARG;
      break;
      OP(JUMP_BACKWARD) : ip = code->instructions + ARG;
      CHECK_BUDGET();
      break;
      OP(POP_JUMP_IF_FALSE) : OP(POP_JUMP_IF_TRUE) : {
        Value v = *--sp;
        int t;
        if (v == kTrue || v == kFalse) [[likely]] {
          t = v == kTrue;
          decref(v);
        } else {
          frame->calling = pc;
          t = fast_truth(v);
          decref(v);
          if (t < 0) FAIL;
        }
        if (t == (op_of(word) == Op::POP_JUMP_IF_TRUE)) ip = code->instructions + ARG;
        break;
      }
      OP(POP_JUMP_IF_NONE) : OP(POP_JUMP_IF_NOT_NONE) : {
        Value v = *--sp;
        if ((v == kNone) == (op_of(word) == Op::POP_JUMP_IF_NONE)) ip = code->instructions + ARG;
        DROP(v);
        break;
      }
      OP(JUMP_IF_FALSE_OR_POP) : OP(JUMP_IF_TRUE_OR_POP) : {
        frame->calling = pc;
        int t = fast_truth(sp[-1]);
        if (t < 0) FAIL;
        if (t == (op_of(word) == Op::JUMP_IF_TRUE_OR_POP))
          ip = code->instructions + ARG;
        else
          decref(*--sp);
        break;
      }

      // ---- iteration
      OP(FOR_ITER) : {
        Value iterator = sp[-1];
        SAVE();
        if (type_of(iterator) == &generator_type) {
          SendStatus status;
          Ref result;
          if (resume_generator(iterator.as<Generator>(), kNone, OnReturn::gen_for, &status, &result)) goto enter_top;
          if (status == SendStatus::raised) FAIL;
          if (status == SendStatus::returned) goto exhausted;
          PUSH_REF(result);
          break;
        }
        if (Function* f = python_next(iterator)) {
          Args args{&sp[-1], 1, nullptr};
          if (!push_function(f, args, OnReturn::next)) FAIL;
          goto enter_top;
        }
        Ref v;
        if (type_of(iterator)->flags & kTypeNextMayWait) [[unlikely]] {
          if (next_that_may_wait(thread, iterator, &v)) goto enter_top;
        } else {
          v = next_plain(iterator);
        }
        if (!v) {
          if (thread.pending) FAIL;
          goto exhausted;
        }
        PUSH_REF(v);
        break;
      }
      OP(FOR_ITER_STORE_FAST) : {
        Value iterator = sp[-1];
        ip++;
        if (type_of(iterator) == &generator_type || type_of(iterator)->flags & kTypeNextMayWait || python_next(iterator)) {
          // Its value arrives through a frame: go on with the two plain instructions that fit in the same two words.
          uint32_t* words = const_cast<uint32_t*>(pc);
          uint32_t local = ARG;
          words[0] = encode(Op::FOR_ITER, words[1]);
          words[1] = encode(Op::STORE_FAST, local);
          ip = pc;
          break;
        }
        SAVE();
        Ref v = next_plain(iterator);
        if (!v) {
          if (thread.pending) FAIL;
          goto exhausted;
        }
        Value old = locals[ARG];
        locals[ARG] = v.release();
        xdecref(old);
        break;
      }
      exhausted:
        sp--;
        ip = code->instructions + (op_of(word) == Op::FOR_ITER ? ARG : pc[1]);
        decref(*sp);
        break;
      OP(UNPACK_SEQUENCE) : {
        Value sequence = sp[-1];
        if (!is_exact(sequence, tuple_type) || sequence.as<Tuple>()->size != ARG) goto elsewhere;
        Tuple* t = sequence.as<Tuple>();
        sp--;
        for (uint32_t i = ARG; i-- > 0;) {
          incref(t->items[i]);
          *sp++ = t->items[i];
        }
        DROP(sequence);
        break;
      }

      // ---- building
      OP(BUILD_TUPLE) : {
        Own<Tuple> t = make_tuple(ARG);
        if (!t) FAIL;
        sp -= ARG;
        for (uint32_t i = 0; i < ARG; i++) t->items[i] = sp[i];
        *sp++ = t.release();
        break;
      }
      OP(LIST_APPEND) : {
        Value v = *--sp;
        bool ok = list_append(sp[-static_cast<intptr_t>(ARG)].as<List>(), v);
        decref(v);
        if (!ok) FAIL;
        break;
      }

      // ---- calls
      OP(RESUME) : CHECK_BUDGET();
      break;
      OP(CALL) : {
        ip++;
        uint32_t n = ARG;
        Value* base = sp - n - 2;
        Value callable = base[0];
        if (is_exact(callable, method_type) && !base[1]) {
          BoundMethod* method = callable.as<BoundMethod>();
          base[0] = method->function;
          base[1] = method->self;
          incref(base[0]);
          incref(base[1]);
          decref(callable);
          callable = base[0];
        }
        Value* first = base[1] ? base + 1 : base + 2;
        uint32_t given = static_cast<uint32_t>(sp - first);
        SAVE();
        if (is_exact(callable, function_type)) [[likely]] {
          Function* f = callable.as<Function>();
          if (f->code->plain_arguments && given == f->code->argcount) [[likely]] {
            Frame* fresh = push_plain_call(thread, frame, f, first, given);
            if (!fresh) [[unlikely]]
              FAIL;
            frame->sp = base;
            frame = fresh;
            code = frame->code;
            constants = code->constants;
            locals = frame->locals();
            ip = code->instructions;
            sp = frame->stack();
            break;
          }
        }
        Ref r = call_or_push(callable, Args{first, given, nullptr});
        while (sp > base) {
          Value v = *--sp;
          xdecref(v);
        }
        if (!r) FAIL;
        if (r == kFramePushed) {
          frame->sp = base;
          goto enter_top;
        }
        PUSH_REF(r);
        break;
      }
      OP(RETURN_VALUE) : value = Ref::steal(*--sp);
      goto python_return;
      OP(RETURN_CONST) : value = Ref::share(constants[ARG]);
      goto python_return;
      OP(RETURN_FAST) : value = Ref::share(locals[ARG]);
    python_return:
      // The common case, inline: a plain call from a Python frame.
      if (frame->on_return == OnReturn::push && frame->function && frame->back->code && !frame->object) [[likely]] {
        Frame* done = frame;
        frame = done->back;
        uint32_t n = code->local_count;
        for (uint32_t i = 0; i < n; i++) xdecref(locals[i]);
        LOAD_FRAME();
        thread.top = frame;
        Value f(done->function);
        thread.depth--;
        thread.stack_top = reinterpret_cast<char*>(done);
        if (thread.stack_top == thread.stack_begin) [[unlikely]]
          release_empty_chunk(thread);
        PUSH_REF(value);
        decref(f);
        break;
      }
      frame->sp = sp;
      frame->ip = ip;
      transition = frame_returned(thread, frame, value);
      goto follow;

      // ---- generators and coroutines
      OP(RETURN_GENERATOR) : {
        SAVE();
        OnReturn mode = frame->on_return;
        value = detach_generator(thread, frame);
        if (!value) FAIL;  // the frame is still there and fails like any other
        if (mode == OnReturn::entry) {
          *out = std::move(value);
          return Exit::returned;
        }
        transition = deliver(thread, value);
        goto follow;
      }
      OP(YIELD_VALUE) : {
        Value yielded = *--sp;
        SAVE();
        OnReturn mode = frame->on_return;
        // The common cases, inline: an await that goes on outwards, a value for a loop, the end of a task's step.
        if (yields_plainly(frame) && (mode == OnReturn::gen_send || mode == OnReturn::gen_for || mode == OnReturn::gen_native))
            [[likely]] {
          Generator* g = frame->generator;
          unlink_generator(thread, frame);
          frame = thread.top;
          if (mode == OnReturn::gen_native) {
            value = Ref::steal(yielded);
            decref(static_cast<Object*>(g));
            how = Resumed::yielded;
            goto run_native;
          }
          LOAD_FRAME();
          *sp++ = yielded;
          decref(static_cast<Object*>(g));
          break;
        }
        value = Ref::steal(yielded);
        transition = frame_yielded(thread, frame, value);
        goto follow;
      }
      OP(GET_AWAITABLE) : {
        // A new coroutine is what is awaited.
        if (!is_exact(sp[-1], coroutine_type) || sp[-1].as<Generator>()->state != GeneratorState::created) goto elsewhere;
        break;
      }
      OP(SEND) : {
        Value receiver = sp[-2];
        Ref sent = Ref::steal(*--sp);
        SAVE();
        SendStatus status;
        Ref result;
        Type* type = type_of(receiver);
        if (type == &coroutine_type || type == &generator_type) {
          if (resume_generator(receiver.as<Generator>(), sent, OnReturn::gen_send, &status, &result)) goto enter_top;
        } else if (is_async_gen_awaitable(receiver)) {
          if (resume_async_gen_awaitable(receiver, sent, OnReturn::gen_send, &status, &result)) goto enter_top;
        } else {
          status = send_to(receiver, sent, &result);
        }
        if (status == SendStatus::raised) FAIL;
        PUSH_REF(result);
        if (status == SendStatus::returned) ip = code->instructions + ARG;
        break;
      }
      OP(END_SEND) : {
        Value receiver = sp[-2];
        sp[-2] = sp[-1];
        sp--;
        DROP(receiver);
        break;
      }

      // ---- fused
      OP(LOAD_FAST_LOAD_FAST) : {
        Value v = locals[A], w = locals[B];
        incref(v);
        incref(w);
        sp[0] = v;
        sp[1] = w;
        sp += 2;
        break;
      }
      OP(LOAD_FAST_LOAD_CONST) : {
        Value v = locals[A], w = constants[B];
        incref(v);
        incref(w);
        sp[0] = v;
        sp[1] = w;
        sp += 2;
        break;
      }
      OP(STORE_FAST_LOAD_FAST) : {
        Value old = locals[A];
        locals[A] = sp[-1];
        Value w = locals[B];
        incref(w);
        sp[-1] = w;
        DROP(old);
        break;
      }
      OP(STORE_FAST_STORE_FAST) : {
        Value old_a = locals[A];
        locals[A] = sp[-1];
        Value old_b = locals[B];
        locals[B] = sp[-2];
        sp -= 2;
        DROP(old_a);
        DROP(old_b);
        break;
      }

      // ---- all others
      default:
      elsewhere:
        SAVE();
        Outcome outcome = instructions[word & 0xFF](frame, word);
        switch (outcome) {
          case Outcome::next:
            ip = frame->ip;
            sp = frame->sp;
            break;
          case Outcome::entered: goto enter_top;
          case Outcome::failed: goto raise_in_frame;
          case Outcome::left: goto left;
        }
        break;
    }
  }
}

}  // namespace loopscope::python
