// SPDX-License-Identifier: MIT
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/generator_frame.h"
#include "python/vm/interpreter/instruction.h"
#include "python/vm/interpreter/operators.h"
#include "python/vm/interpreter/transition.h"
#include "python/vm/interpreter/unwind.h"
#include "python/vm/sequence_iterator.h"

/// The instruction loop: the short ways of the instructions that programs spend their time in. All else is in the functions
/// of instruction.h.
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

/// What a global or builtin's cache still knows; null: nothing.
inline Value cached_global(Frame* frame, const InlineCache& cache) {
  if (cache.version != frame->globals->version || !cache.version) return {};
  if (cache.kind == kCacheGlobal) return frame->globals->entries[cache.index].value;
  return cache.version2 == frame->builtins->version ? frame->builtins->entries[cache.index].value : Value();
}

inline Dict* dict_of(Value object, Type* type) {
  return *reinterpret_cast<Dict**>(reinterpret_cast<char*>(object.object()) + type->dict_offset);
}

/// The entry of an attribute in the instance's dict where the cache saw it last; null: look it up.
inline DictEntry* cached_attribute(Value object, Str* name, const InlineCache& cache) {
  Type* type = type_of(object);
  if (cache.version != type->version || cache.kind != kCacheInstance) return nullptr;
  Dict* dict = dict_of(object, type);
  uint32_t i = static_cast<uint32_t>(cache.index);
  if (!dict || i >= dict->count || dict->entries[i].key != Value(name)) return nullptr;
  return &dict->entries[i];
}

/// The method of the type that the cache knows, if the instance surely has no attribute of that name; null: look it up.
inline Value cached_method(Value object, Str* name, const InlineCache& cache) {
  Type* type = type_of(object);
  if (cache.version != type->version || cache.kind != kCacheMethod) return {};
  Dict* dict = type->dict_offset ? dict_of(object, type) : nullptr;
  return dict && dict->str_bits & str_bit(name) ? Value() : cache.value;
}

/// The next value of the iterators that most loops have (owned); null: ask the iterator itself.
inline Value next_quickly(Value iterator) {
  Type* type = type_of(iterator);
  if (type == &range_iterator_type) {
    RangeIterator* it = iterator.as<RangeIterator>();
    if (!it->left) return {};
    it->left--;
    intptr_t n = it->value;
    it->value += it->step;
    return Value::small(n);
  }
  if (type == &list_iterator_type) {
    SequenceIterator* it = iterator.as<SequenceIterator>();
    if (!it->sequence || it->position >= it->sequence.as<List>()->size) return {};
    Value v = it->sequence.as<List>()->items[it->position++];
    incref(v);
    return v;
  }
  return {};
}

/// The generator that `iterator` is, if all it takes to resume it is to put its frame on top.
inline Generator* resumable_generator(Thread& thread, Value iterator) {
  if (!is_exact(iterator, generator_type)) return nullptr;
  Generator* g = iterator.as<Generator>();
  if (g->state != GeneratorState::suspended || !g->frame || thread.depth >= vm.recursion_limit) return nullptr;
  uint32_t at = *g->frame->calling;
  return op_of(at) == Op::YIELD_VALUE && !(arg_of(at) & 1) ? g : nullptr;
}

/// The item of a list at a small index; null: out of range, or something else.
inline Value* list_item(Value container, Value key) {
  if (!key.is_small() || !is_exact(container, list_type)) return nullptr;
  List* list = container.as<List>();
  intptr_t i = key.small_value();
  if (i < 0) i += list->size;
  return i >= 0 && static_cast<uintptr_t>(i) < list->size ? &list->items[i] : nullptr;
}

/// A function's frame, for exactly the arguments on the stack, whose references it takes, as it takes the function's. Null:
/// it takes others, or there is no room.
inline Frame* push_plain_call(Thread& thread, Frame* caller, Function* f, const Value* arguments, uint32_t count) {
  CodeObject* code = f->code;
  if (!code->plain_arguments || count != code->argcount) return nullptr;
  Frame* frame = try_allocate_frame(thread, code->frame_words);
  if (!frame) [[unlikely]]
    return nullptr;
  frame->back = caller;
  frame->code = code;
  frame->function = f;
  frame->globals = f->globals;
  frame->builtins = f->builtins;
  frame->mapping = Value();
  frame->generator = nullptr;
  frame->object = nullptr;
  frame->native = nullptr;
  frame->aux = Value();
  frame->on_return = OnReturn::push;
  frame->is_entry = false;
  frame->ip = code->instructions;
  frame->calling = code->instructions;
  Value* locals = frame->locals();
  uint32_t i = 0;
  for (; i < count; i++) locals[i] = arguments[i];
  for (; i < code->local_count; i++) locals[i] = Value();
  frame->sp = locals + i;
  thread.top = frame;
  return frame;
}

/// Whether this is the last reference.
inline bool is_last(Value v) { return v.is_object() && v.object()->refcount == 1; }
/// xdecref of what is_last denied.
inline void decref_shared(Value v) {
  if (v.is_object()) --v.object()->refcount;
}

}  // namespace

#define SAVE() (frame->ip = ip, frame->sp = sp, frame->calling = pc)
#define LOAD_FRAME() \
  (code = frame->code, locals = frame->locals(), constants = code->constants, ip = frame->ip, sp = frame->sp)
/// The last thing an instruction does: xdecref. What dies may warn ("was never awaited") or run __del__.
#define DROP_AND_NEXT(v)                                                     \
  if ((v).is_object() && --(v).object()->refcount == 0) [[unlikely]] {       \
    dead = (v).object();                                                     \
    goto bury;                                                               \
  }                                                                          \
  break
#define OP(name) case static_cast<uint8_t>(Op::name)
#define ARG (word >> 8)
#define A (word >> 8 & kMaxHalf)
#define B (word >> 20)

/// Calls are few and shared (`elsewhere`, `bury`): each one in the loop would make all that it keeps in registers move to the
/// stack and back. An instruction that cannot go its short way leaves everything as it was and goes elsewhere.
Exit interpret(Thread& thread, Ref* out) {
  Frame* frame;
  CodeObject* code;
  const uint32_t* ip;
  const uint32_t* pc;
  Value* sp;
  Value* locals;
  Value* constants;
  Object* dead;
  Function* callee;  // of a plain call, of what is on the stack from `first` on; the result goes to `base`
  Value *first, *base;
  Value left, right, *place;  // of arithmetic; where its result goes, the top of the stack then
  uint32_t op;
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
      // The C++ stack is in use: this wait cannot be left.
      how = wait_on_native_stack(thread) ? Resumed::started : Resumed::raised;
      goto run_native;
  }
  transition = native_over(thread, frame, value);
  goto follow;
}

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
    case Transition::Kind::entered: goto enter_top;
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
        DROP_AND_NEXT(v);
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
        if (!v) [[unlikely]]
          goto elsewhere;
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
        DROP_AND_NEXT(old);
      }
      OP(LOAD_DEREF) : {
        Value v = locals[ARG].as<Cell>()->value;
        if (!v) [[unlikely]]
          goto elsewhere;
        incref(v);
        *sp++ = v;
        break;
      }
      OP(STORE_DEREF) : {
        Cell* cell = locals[ARG].as<Cell>();
        Value old = cell->value;
        cell->value = *--sp;
        DROP_AND_NEXT(old);
      }
      OP(COPY_FREE_VARS) : {
        Tuple* closure = frame->function->closure;
        Value* slots = locals + code->local_count - ARG;
        for (uint32_t i = 0; i < ARG; i++) {
          Value cell = closure->items[i];
          ++cell.object()->refcount;
          slots[i] = cell;
        }
        break;
      }
      OP(LOAD_NAME) : {
        if (frame->mapping != Value(frame->globals)) goto elsewhere;
        Value v = cached_global(frame, code->caches[*ip]);
        if (!v) goto elsewhere;
        ip++;
        incref(v);
        *sp++ = v;
        break;
      }
      OP(LOAD_GLOBAL) : {
        Value v = cached_global(frame, code->caches[*ip]);
        if (!v) [[unlikely]]
          goto elsewhere;
        ip++;
        incref(v);
        *sp++ = v;
        if (ARG & 1) *sp++ = Value();
        break;
      }
      OP(STORE_NAME) : OP(STORE_GLOBAL) : {
        const InlineCache& cache = code->caches[*ip];
        Value mapping = op_of(word) == Op::STORE_NAME ? frame->mapping : Value(frame->globals);
        if (!is_exact(mapping, dict_type) || cache.version != mapping.as<Dict>()->version || !cache.version) goto elsewhere;
        ip++;
        Value& variable = mapping.as<Dict>()->entries[cache.index].value;
        Value old = variable;
        variable = *--sp;
        DROP_AND_NEXT(old);
      }

      // ---- attributes and items
      OP(LOAD_ATTR) : {
        Value object = sp[-1];
        const InlineCache& cache = code->caches[*ip];
        DictEntry* entry = cached_attribute(object, code->names[ARG], cache);
        if (!entry) {
          if (cache.version != type_of(object)->version || cache.kind != kCacheProperty) goto elsewhere;
          if (!is_exact(cache.value, function_type)) goto elsewhere;
          callee = cache.value.as<Function>();
          ++callee->refcount;
          first = base = sp - 1;
          goto call_plain;
        }
        ip++;
        Value v = entry->value;
        incref(v);
        sp[-1] = v;
        DROP_AND_NEXT(object);
      }
      OP(LOAD_FAST_LOAD_ATTR) : {
        DictEntry* entry = cached_attribute(locals[A], code->names[B], code->caches[*ip]);
        if (!entry) goto elsewhere;
        ip++;
        Value v = entry->value;
        incref(v);
        *sp++ = v;
        break;
      }
      OP(LOAD_METHOD) : {
        const InlineCache& cache = code->caches[*ip];
        Value object = sp[-1];
        if (Value method = cached_method(object, code->names[ARG], cache)) {
          ip++;
          incref(method);
          sp[-1] = method;
          *sp++ = object;
          break;
        }
        DictEntry* entry = cached_attribute(object, code->names[ARG], cache);
        if (!entry) goto elsewhere;
        ip++;
        Value v = entry->value;
        incref(v);
        sp[-1] = v;
        *sp++ = Value();
        DROP_AND_NEXT(object);
      }
      OP(STORE_ATTR) : {
        Value object = sp[-1];
        DictEntry* entry = cached_attribute(object, code->names[ARG], code->caches[*ip]);
        if (!entry || is_last(object)) goto elsewhere;
        ip++;
        Value old = entry->value;
        entry->value = sp[-2];
        sp -= 2;
        --object.object()->refcount;
        DROP_AND_NEXT(old);
      }
      OP(BINARY_SUBSCR) : {
        Value list = sp[-2];
        Value* item = list_item(list, sp[-1]);
        if (!item) goto elsewhere;
        Value v = *item;
        incref(v);
        sp--;
        sp[-1] = v;
        DROP_AND_NEXT(list);
      }
      OP(STORE_SUBSCR) : {
        Value list = sp[-2];
        Value* item = list_item(list, sp[-1]);
        if (!item || is_last(list)) goto elsewhere;
        Value old = *item;
        *item = sp[-3];
        sp -= 3;
        --list.object()->refcount;
        DROP_AND_NEXT(old);
      }

      // ---- operators
      case VM_BINARY_ADD: {
        Value a = sp[-2], b = sp[-1];
        if (!both_small(a, b) || !add_small(a, b, &sp[-2])) goto elsewhere;
        sp--;
        break;
      }
      case VM_BINARY_SUBTRACT: {
        Value a = sp[-2], b = sp[-1];
        if (!both_small(a, b) || !subtract_small(a, b, &sp[-2])) goto elsewhere;
        sp--;
        break;
      }
      case VM_BINARY_MULTIPLY: {
        Value a = sp[-2], b = sp[-1];
        if (!both_small(a, b) || !multiply_small(a, b, &sp[-2])) goto elsewhere;
        sp--;
        break;
      }
      case VM_BINARY_ADD_CONST: {
        Value a = sp[-1], b = constants[B];
        if (!both_small(a, b) || !add_small(a, b, &sp[-1])) goto elsewhere;
        break;
      }
      case VM_BINARY_SUBTRACT_CONST: {
        Value a = sp[-1], b = constants[B];
        if (!both_small(a, b) || !subtract_small(a, b, &sp[-1])) goto elsewhere;
        break;
      }
      case VM_BINARY_ADD_FAST_CONST: {
        Value a = locals[A], b = constants[B];
        if (!both_small(a, b) || !add_small(a, b, sp)) goto elsewhere;
        sp++;
        ip++;
        break;
      }
      case VM_BINARY_SUBTRACT_FAST_CONST: {
        Value a = locals[A], b = constants[B];
        if (!both_small(a, b) || !subtract_small(a, b, sp)) goto elsewhere;
        sp++;
        ip++;
        break;
      }
      case VM_BINARY_ADD_FAST_FAST: {
        Value a = locals[A], b = locals[B];
        if (!both_small(a, b) || !add_small(a, b, sp)) goto elsewhere;
        sp++;
        ip++;
        break;
      }
      OP(BINARY_OP) : left = sp[-2], right = sp[-1], place = sp - 2, op = ARG;
      goto small_arithmetic;
      OP(BINARY_OP_CONST) : left = sp[-1], right = constants[B], place = sp - 1, op = A;
      goto small_arithmetic;
      OP(BINARY_OP_FAST_CONST) : left = locals[A], right = constants[B], place = sp, op = *ip;
      goto small_arithmetic;
      OP(BINARY_OP_FAST_FAST) : left = locals[A], right = locals[B], place = sp, op = *ip;
    small_arithmetic:
      if (!both_small(left, right)) goto elsewhere;
      if (!operate_small(static_cast<BinaryOp>(op >= kInplaceOffset ? op - kInplaceOffset : op), left, right, place)) goto elsewhere;
      ip += place == sp;
      sp = place + 1;
      break;
      OP(COMPARE_OP) : {
        Value a = sp[-2], b = sp[-1];
        if (!both_small(a, b)) goto elsewhere;
        Value v = compare_small(ARG, a, b) ? kTrue : kFalse;
        incref(v);
        sp--;
        sp[-1] = v;
        break;
      }
      OP(COMPARE_OP_JUMP) : {
        Value a = sp[-2], b = sp[-1];
        if (!both_small(a, b)) goto elsewhere;
        sp -= 2;
        ip = static_cast<uint32_t>(compare_small(ARG & 7, a, b)) == ARG >> 3 ? code->instructions + *ip : ip + 1;
        break;
      }
      OP(COMPARE_FAST_CONST_JUMP) : {
        Value a = locals[A], b = constants[B];
        if (!both_small(a, b)) goto elsewhere;
        uint32_t second = *ip;
        ip = static_cast<uint32_t>(compare_small(second & 7, a, b)) == (second >> 3 & 1) ? code->instructions + (second >> 8) : ip + 1;
        break;
      }
      OP(COMPARE_FAST_FAST_JUMP) : {
        Value a = locals[A], b = locals[B];
        if (!both_small(a, b)) goto elsewhere;
        uint32_t second = *ip;
        ip = static_cast<uint32_t>(compare_small(second & 7, a, b)) == (second >> 3 & 1) ? code->instructions + (second >> 8) : ip + 1;
        break;
      }
      OP(IS_OP) : {
        Value a = sp[-2], b = sp[-1];
        if (is_last(a)) goto elsewhere;
        Value v = (a == b) != static_cast<bool>(ARG) ? kTrue : kFalse;
        incref(v);
        sp--;
        sp[-1] = v;
        decref_shared(a);
        DROP_AND_NEXT(b);
      }

      // ---- jumps
      OP(JUMP) : OP(JUMP_BACKWARD_NO_INTERRUPT) : ip = code->instructions + ARG;
      break;
      OP(JUMP_BACKWARD) : ip = code->instructions + ARG;
      if (--vm.budget < 0) [[unlikely]]
        goto budget_spent;
      break;
      OP(POP_JUMP_IF_FALSE) : OP(POP_JUMP_IF_TRUE) : {
        Value v = sp[-1];
        bool is_true = v == kTrue;
        if (is_true || v == kFalse) {
          --v.object()->refcount;
        } else {
          if (!v.is_small()) goto elsewhere;
          is_true = v.small_value() != 0;
        }
        sp--;
        if (is_true == (op_of(word) == Op::POP_JUMP_IF_TRUE)) ip = code->instructions + ARG;
        break;
      }
      OP(POP_JUMP_IF_NONE) : OP(POP_JUMP_IF_NOT_NONE) : {
        Value v = *--sp;
        if ((v == kNone) == (op_of(word) == Op::POP_JUMP_IF_NONE)) ip = code->instructions + ARG;
        DROP_AND_NEXT(v);
      }

      // ---- iteration
      OP(FOR_ITER) : {
        Value iterator = sp[-1];
        if (Generator* g = resumable_generator(thread, iterator)) {
          SAVE();
          link_generator(thread, g, OnReturn::gen_for);
          frame = g->frame;
          *frame->sp++ = Ref::share(kNone).release();
          LOAD_FRAME();
          break;
        }
        Value v = next_quickly(iterator);
        if (!v) goto elsewhere;
        *sp++ = v;
        break;
      }
      OP(FOR_ITER_STORE_FAST) : {
        Value v = next_quickly(sp[-1]);
        if (!v) goto elsewhere;
        ip++;
        Value old = locals[ARG];
        locals[ARG] = v;
        DROP_AND_NEXT(old);
      }
      OP(UNPACK_SEQUENCE) : {
        Value sequence = sp[-1];
        if (!is_exact(sequence, tuple_type) || sequence.as<Tuple>()->size != ARG) goto elsewhere;
        Tuple* t = sequence.as<Tuple>();
        sp--;
        for (uint32_t i = ARG; i-- > 0;) {
          incref(t->items[i]);
          *sp++ = t->items[i];
        }
        DROP_AND_NEXT(sequence);
      }
      OP(LIST_APPEND) : {
        List* list = sp[-1 - static_cast<intptr_t>(ARG)].as<List>();
        if (list->size == list->capacity) goto elsewhere;
        list->items[list->size++] = *--sp;
        break;
      }

      // ---- calls
      OP(RESUME) : if (--vm.budget < 0) [[unlikely]]
        goto budget_spent;
      break;
      OP(CALL) : {
        base = sp - ARG - 2;
        if (!is_exact(base[0], function_type)) goto elsewhere;
        callee = base[0].as<Function>();
        first = base[1] ? base + 1 : base + 2;
      }
    call_plain : {
      Frame* fresh = push_plain_call(thread, frame, callee, first, static_cast<uint32_t>(sp - first));
      if (!fresh) {
        if (op_of(word) != Op::CALL) --callee->refcount;
        goto elsewhere;
      }
      frame->ip = ip + 1;
      frame->calling = pc;
      frame->sp = base;
      frame = fresh;
      LOAD_FRAME();
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
        thread.top = frame;  // finalizers of the locals do not see their frame
        uint32_t n = code->local_count;
        for (uint32_t i = 0; i < n; i++) xdecref(locals[i]);
        LOAD_FRAME();
        pc = frame->calling;
        Value f(done->function);
        thread.depth--;
        thread.stack_top = reinterpret_cast<char*>(done);
        if (thread.stack_top == thread.stack_begin) [[unlikely]]
          release_empty_chunk(thread);
        *sp++ = value.release();
        DROP_AND_NEXT(f);
      }
      frame->sp = sp;
      frame->ip = ip;
      transition = frame_returned(thread, frame, value);
      goto follow;

      // ---- generators and coroutines
      OP(RETURN_GENERATOR) : {
        SAVE();
        transition = generator_made(thread, frame, value);
        goto follow;
      }
      OP(YIELD_VALUE) : {
        Value yielded = *--sp;
        SAVE();
        OnReturn mode = frame->on_return;
        // The common cases, inline: an await that goes on outwards, a value for a loop, the end of a task's step.
        if (yields_plainly(frame) && (mode == OnReturn::gen_send || mode == OnReturn::gen_for || mode == OnReturn::gen_native))
            [[likely]] {
          Value generator(frame->generator);
          unlink_generator(thread, frame);
          frame = thread.top;
          if (mode == OnReturn::gen_native) {
            value = Ref::steal(yielded);
            decref(generator);
            how = Resumed::yielded;
            goto run_native;
          }
          LOAD_FRAME();
          *sp++ = yielded;
          pc = frame->calling;
          DROP_AND_NEXT(generator);
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
      OP(END_SEND) : {
        Value receiver = sp[-2];
        sp[-2] = sp[-1];
        sp--;
        DROP_AND_NEXT(receiver);
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
        DROP_AND_NEXT(old);
      }
      OP(STORE_FAST_STORE_FAST) : {
        Value old_a = locals[A], old_b = locals[B];
        if (is_last(old_a) || A == B) goto elsewhere;
        locals[A] = sp[-1];
        locals[B] = sp[-2];
        sp -= 2;
        decref_shared(old_a);
        DROP_AND_NEXT(old_b);
      }

      default:
      elsewhere:
        frame->ip = pc + 1;
        frame->sp = sp;
        frame->calling = pc;
        switch (instructions[word & 0xFF](frame, word)) {
          case Outcome::next:
            ip = frame->ip;
            sp = frame->sp;
            break;
          case Outcome::entered: goto enter_top;
          case Outcome::failed: goto raise_in_frame;
          case Outcome::left: goto left;
        }
        break;
      bury:
        frame->calling = pc;
        destroy(dead);
        break;
      budget_spent:
        SAVE();
        if (!go_on_without_budget()) return Exit::interrupted;
        break;
    }
  }
}

}  // namespace loopscope::python
