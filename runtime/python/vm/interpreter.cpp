// SPDX-License-Identifier: MIT
#include "python/vm/interpreter.h"

#include "python/vm/bytecode_ops.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/names.h"

/// The instruction loop. Fast paths are here, everything longer is behind a function of interpreter.h.
///
/// State while running: `frame` (= thread.top), its `ip` (next word), `pc` (this instruction), `sp` (one past the top of
/// the value stack). They are written back to the frame (SAVE) before anything that may push a frame or look at it.
namespace loopscope::python {

namespace {

/// Bit (order + 1) is set if an order of -1, 0, 1 satisfies the operator (lt, le, eq, ne, gt, ge).
constexpr uint8_t kOrderMask[6] = {1, 3, 2, 5, 4, 6};

inline bool compare_small(uint32_t op, Value a, Value b) {
  intptr_t x = static_cast<intptr_t>(a.bits()), y = static_cast<intptr_t>(b.bits());
  int order = (x > y) - (x < y);
  return kOrderMask[op] >> (order + 1) & 1;
}

inline bool both_small(Value a, Value b) { return a.bits() & b.bits() & 1; }

inline bool add_small(Value a, Value b, Value* out) {
  intptr_t r;
  if (__builtin_add_overflow(static_cast<intptr_t>(a.bits() - 1), static_cast<intptr_t>(b.bits()), &r)) return false;
  *out = Value::from_bits(static_cast<uintptr_t>(r));
  return true;
}
inline bool subtract_small(Value a, Value b, Value* out) {
  intptr_t r;
  if (__builtin_sub_overflow(static_cast<intptr_t>(a.bits()), static_cast<intptr_t>(b.bits() - 1), &r)) return false;
  *out = Value::from_bits(static_cast<uintptr_t>(r));
  return true;
}
inline bool multiply_small(Value a, Value b, Value* out) {
  intptr_t r;
  if (__builtin_mul_overflow(a.small_value(), b.small_value(), &r) || !fits_small(r)) return false;
  *out = Value::small(r);
  return true;
}

/// Small ints and floats without a call, the rest through the protocol.
[[gnu::noinline]] Ref arithmetic(uint32_t op, Value a, Value b) {
  if (op < kInplaceOffset) {
    if (is_exact(a, float_type) && is_exact(b, float_type)) {
      double x = a.as<Float>()->value, y = b.as<Float>()->value;
      switch (static_cast<BinaryOp>(op)) {
        case BinaryOp::add: return make_float(x + y);
        case BinaryOp::subtract: return make_float(x - y);
        case BinaryOp::multiply: return make_float(x * y);
        case BinaryOp::true_divide:
          if (y != 0) return make_float(x / y);
          break;
        default: break;
      }
    }
    if (both_small(a, b)) return int_binary(static_cast<BinaryOp>(op), a, b);
    return binary_op(static_cast<BinaryOp>(op), a, b);
  }
  if (both_small(a, b)) return int_binary(static_cast<BinaryOp>(op - kInplaceOffset), a, b);
  return inplace_op(static_cast<BinaryOp>(op - kInplaceOffset), a, b);
}

[[gnu::noinline]] int compare_truth(uint32_t op, Value a, Value b) {
  if (both_small(a, b)) return compare_small(op, a, b);
  Ref r = compare(a, b, static_cast<CompareOp>(op));
  return r ? fast_truth(r) : -1;
}

[[gnu::noinline]] Ref subscript(Value container, Value key) {
  if (key.is_small()) {
    intptr_t i = key.small_value();
    if (is_exact(container, list_type)) {
      List* list = container.as<List>();
      if (i < 0) i += list->size;
      if (i >= 0 && static_cast<uint32_t>(i) < list->size) return Ref::share(list->items[i]);
    } else if (is_exact(container, tuple_type)) {
      Tuple* tuple = container.as<Tuple>();
      if (i < 0) i += tuple->size;
      if (i >= 0 && static_cast<uint32_t>(i) < tuple->size) return Ref::share(tuple->items[i]);
    }
  }
  return get_item(container, key);
}

[[gnu::noinline]] bool store_subscript(Value container, Value key, Value v) {
  if (is_exact(container, dict_type)) return dict_set(container.as<Dict>(), key, v);
  if (key.is_small() && is_exact(container, list_type)) {
    List* list = container.as<List>();
    intptr_t i = key.small_value();
    if (i < 0) i += list->size;
    if (i >= 0 && static_cast<uint32_t>(i) < list->size) {
      assign(list->items[i], v);
      return true;
    }
  }
  return set_item(container, key, v);
}

/// The iterator's next value where no frame is needed. Null without exception: exhausted.
[[gnu::noinline]] Ref next_plain(Value iterator) {
  Type* type = type_of(iterator);
  if (!type->next) return raise(exc::TypeError, "'%T' object is not iterable", iterator);  // it lost its __next__
  Ref v = type->next(iterator);
  if (!v && current_thread().pending && pending_is(exc::StopIteration)) clear_pending();
  return v;
}

/// namespace[name] = v, remembering where the name is as long as no name comes or goes.
inline bool store_in_namespace(Dict* ns, Str* name, Value v, InlineCache& cache) {
  if (cache.version == ns->version && cache.version) {
    assign(ns->entries[cache.index].value, v);
    return true;
  }
  if (!dict_set(ns, name, v)) return false;
  cache.version = ns->version;
  cache.index = dict_find(ns, name);
  return true;
}

/// `text + more` that the next instruction stores to the variable which `text` came from: that variable, if it and the
/// caller hold the only references. Then the text can grow in place, and building it piece by piece takes linear time.
Value* growing_text(uint32_t op, Value text, Value more, const uint32_t* next, Value* locals, Frame* frame) {
  if (op % kInplaceOffset != static_cast<uint32_t>(BinaryOp::add) || !is_exact(text, str_type) || !is_str(more)) return nullptr;
  if (text.object()->refcount != 2) return nullptr;
  Value* variable = nullptr;
  uint32_t word = *next;
  switch (static_cast<Op>(static_cast<uint8_t>(word))) {
    case Op::STORE_FAST: variable = &locals[word >> 8]; break;
    case Op::STORE_FAST_LOAD_FAST: variable = &locals[word >> 8 & kMaxHalf]; break;
    case Op::STORE_NAME: {
      if (!is_exact(frame->mapping, dict_type)) return nullptr;
      Dict* ns = frame->mapping.as<Dict>();
      const InlineCache& cache = frame->code->caches[next[1]];
      if (!cache.version || cache.version != ns->version) return nullptr;
      variable = &ns->entries[cache.index].value;
      break;
    }
    default: return nullptr;
  }
  return *variable == text ? variable : nullptr;
}

/// For growing_text: None stands in for the variable's value until it is stored to.
[[gnu::noinline]] Ref grow_text(Value* variable, Ref text, Value more) {
  assign(*variable, kNone);
  Own<Str> left = Own<Str>::steal(text.release().as<Str>());
  if (str_append(left, more.as<Str>())) return left;
  assign(*variable, left);
  return nullptr;
}

/// __next__ of a Python class: its function, if FOR_ITER can push it; else null.
Function* python_next(Value iterator) {
  Type* type = type_of(iterator);
  if (!(type->flags & kTypeHeap)) return nullptr;
  Value f = lookup_in_type(type, names::__next__);
  if (!f || !is_exact(f, function_type)) return nullptr;
  return f.as<Function>();
}

}  // namespace

#define SAVE() (frame->ip = ip, frame->sp = sp, frame->calling = pc)
#define TOP() sp[-1]
#define PUSH_STEAL(v) (*sp++ = (v))
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
#define CHECK_BUDGET()                                       \
  if (--vm.budget < 0) [[unlikely]] {                        \
    SAVE();                                                  \
    if (!continue_after_collection()) {                      \
      if (vm.native_depth <= 1) return Exit::interrupted;    \
      vm.budget = 1 << 14;                                   \
      vm.budget_start += 1 << 14;                            \
    }                                                        \
  }

/// The collector asks for its turn by cutting the budget short (request_collection); the rest of it is given back here.
[[gnu::noinline]] static bool continue_after_collection() {
  if (!gc_due) return false;
  int32_t rest = vm.budget_reserve;
  vm.budget_reserve = 0;
  vm.budget += rest;
  vm.budget_start += rest;
  gc_collect_if_due();
  return vm.budget >= 0;
}

Exit interpret(Thread& thread, Ref* out) {
  Frame* frame;
  CodeObject* code;
  const uint32_t* ip;
  const uint32_t* pc;
  Value* sp;
  Value* locals;
  Value* constants;
  Ref value;  // a result on its way between frames
  Resumed how = Resumed::started;

// ---- frame transitions --------------------------------------------------------------------------------------------
enter_top:  // thread.top is new or goes on; a pending exception is raised in it
  frame = thread.top;
  if (!frame->code) {
    if (thread.pending) how = Resumed::raised;  // interrupted while it was blocked
    goto run_native;
  }
  code = frame->code;
  locals = frame->locals();
  constants = code->constants;
  ip = frame->ip;
  sp = frame->sp;
  if (thread.pending) [[unlikely]] {
    pc = frame->calling;
    FAIL;
  }
  goto dispatch;

run_native: {
  Ref result;
  switch (frame->native->resume(how, std::move(value), &result)) {
    case Next::pushed:
      how = Resumed::started;
      goto enter_top;
    case Next::done:
      value = std::move(result);
      goto native_over;
    case Next::failed:
      goto native_over;
    case Next::blocked:
      if (vm.native_depth > 1) {
        // The C++ stack is in use: this wait cannot be left. Real hosts wait here, virtual time jumps.
        if (vm.hooks.wait && vm.clock->mode() == loop::Clock::Mode::kReal)
          vm.hooks.wait(vm.clock->real_seconds_until(thread.wake_at));
        else
          vm.clock->advance_to(thread.wake_at);
        thread.state = ThreadState::ready;
        how = Resumed::started;
        goto run_native;
      }
      return vm.step_done ? Exit::interrupted : Exit::blocked;
  }
}

native_over: {  // the top native frame is over: `value`, or null and pending
  OnReturn mode = frame->on_return;
  Frame* back = frame->back;
  pop_frame(thread, frame);
  if (!value) {
    frame = back;
    if (mode == OnReturn::entry) return Exit::raised;
    goto raise_in_caller;
  }
  if (mode == OnReturn::entry) {
    *out = std::move(value);
    return Exit::returned;
  }
  frame = back;
  goto deliver;
}

deliver:  // `value` is the result of a call made by `frame` (= thread.top)
  if (!frame->code) {
    how = Resumed::returned;
    goto run_native;
  }
  code = frame->code;
  locals = frame->locals();
  constants = code->constants;
  ip = frame->ip;
  sp = frame->sp;
  PUSH_REF(value);
  goto dispatch;

raise_in_caller:  // pending is raised in `frame` (= thread.top), which called what failed
  if (!frame->code) {
    how = Resumed::raised;
    value = Ref();
    goto run_native;
  }
  code = frame->code;
  locals = frame->locals();
  constants = code->constants;
  pc = frame->calling;
  sp = frame->sp;
  FAIL;

return_value: {  // `value` is what the running Python frame returns
  OnReturn mode = frame->on_return;
  bool is_entry = frame->is_entry;
  frame->is_entry = false;
  Frame* back = frame->back;
  if (frame->generator) {
    if (leave_generator(thread, frame, SendStatus::returned, value) == SendStatus::raised) value = Ref();
    frame = back;
    switch (mode) {
      case OnReturn::gen_for:
        if (!value) break;
        code = frame->code;
        locals = frame->locals();
        constants = code->constants;
        sp = frame->sp;
        goto exhausted_caller;
      case OnReturn::gen_send:
        if (!value) break;
        code = frame->code;
        locals = frame->locals();
        constants = code->constants;
        sp = frame->sp;
        PUSH_REF(value);
        ip = code->instructions + arg_of(*frame->calling);
        goto dispatch;
      case OnReturn::gen_native:
        if (!value) break;
        how = Resumed::returned;
        goto run_native;
      case OnReturn::gen_entry:
        if (!value) return Exit::raised;
        *out = std::move(value);
        return Exit::returned;
      default:  // gen_method
        if (value) {
          if (value == kNone)
            raise(exc::StopIteration, nullptr);
          else
            raise_with(exc::StopIteration, value);
          value = Ref();
        }
        if (is_entry) return Exit::raised;
        break;
    }
    goto raise_in_caller;
  }
  if (mode == OnReturn::construct) {
    if (value != kNone) {
      raise(exc::TypeError, "__init__() should return None, not '%T'", value.get());
      value = Ref();
      pop_frame(thread, frame);
      frame = back;
      if (is_entry) return Exit::raised;
      goto raise_in_caller;
    }
    value = Ref::share(frame->aux);
  }
  pop_frame(thread, frame);
  frame = back;
  if (mode == OnReturn::entry || is_entry) {
    *out = std::move(value);
    return Exit::returned;
  }
  goto deliver;
}

exhausted_caller: {  // FOR_ITER of `frame` found its iterator exhausted; sp and code are set
  const uint32_t* at = frame->calling;
  Value iterator = *--sp;
  ip = code->instructions + (op_of(*at) == Op::FOR_ITER ? arg_of(*at) : at[1]);
  decref(iterator);
  goto dispatch;
}

yield_value: {  // `value` is what the running generator frame yields; its ip and sp are saved
  OnReturn mode = frame->on_return;
  bool is_entry = frame->is_entry;
  frame->is_entry = false;
  Frame* back = frame->back;
  SendStatus seen = leave_generator(thread, frame, SendStatus::yielded, value);
  frame = back;
  if (seen == SendStatus::raised) {
    if (mode == OnReturn::gen_entry || is_entry) return Exit::raised;
    goto raise_in_caller;
  }
  bool returned = seen == SendStatus::returned;  // an async generator's own value: ends its asend
  switch (mode) {
    case OnReturn::gen_native:
      how = returned ? Resumed::returned : Resumed::yielded;
      goto run_native;
    case OnReturn::gen_entry:
      *out = std::move(value);
      return returned ? Exit::returned : Exit::yielded;
    case OnReturn::gen_method:
      if (returned) {
        raise_with(exc::StopIteration, value);
        value = Ref();
        if (is_entry) return Exit::raised;
        goto raise_in_caller;
      }
      if (is_entry) {
        *out = std::move(value);
        return Exit::returned;
      }
      goto deliver;
    case OnReturn::gen_send:
      code = frame->code;
      locals = frame->locals();
      constants = code->constants;
      ip = returned ? code->instructions + arg_of(*frame->calling) : frame->ip;
      sp = frame->sp;
      PUSH_REF(value);
      goto dispatch;
    default:  // gen_for
      goto deliver;
  }
}

error:  // pending is raised by the instruction at `pc` of `frame`
  frame->calling = pc;
  frame->sp = sp;
  add_traceback(frame);
reraise: {
  uint32_t offset = static_cast<uint32_t>(pc - code->instructions);
  const ExceptionEntry* handler = (*code->source)->handler_at(offset);
  if (handler) {
    Value* floor = frame->stack() + handler->depth;
    while (sp > floor) {
      Value v = *--sp;
      xdecref(v);
    }
    if (handler->lasti) PUSH_STEAL(Value::small(static_cast<intptr_t>(offset)));
    PUSH_STEAL(thread.pending);
    thread.pending = Value();
    ip = code->instructions + handler->handler;
    goto dispatch;
  }
  frame->sp = sp;
  OnReturn mode = frame->on_return;
  bool is_entry = frame->is_entry;
  frame->is_entry = false;
  Frame* back = frame->back;
  if (frame->generator) {
    value = Ref();
    SendStatus seen = leave_generator(thread, frame, SendStatus::raised, value);
    frame = back;
    if (seen == SendStatus::returned) {  // aclose() whose GeneratorExit came out
      switch (mode) {
        case OnReturn::gen_send:
          code = frame->code;
          locals = frame->locals();
          constants = code->constants;
          sp = frame->sp;
          PUSH_REF(value);
          ip = code->instructions + arg_of(*frame->calling);
          goto dispatch;
        case OnReturn::gen_native:
          how = Resumed::returned;
          goto run_native;
        case OnReturn::gen_entry:
          *out = std::move(value);
          return Exit::returned;
        default:
          raise_with(exc::StopIteration, value);
          value = Ref();
          if (is_entry) return Exit::raised;
          goto raise_in_caller;
      }
    }
    if (mode == OnReturn::gen_entry || is_entry) return Exit::raised;
    goto raise_in_caller;
  }
  pop_frame(thread, frame);
  frame = back;
  if (mode == OnReturn::entry || is_entry) return Exit::raised;
  if (mode == OnReturn::next && pending_is(exc::StopIteration)) {
    clear_pending();
    code = frame->code;
    locals = frame->locals();
    constants = code->constants;
    sp = frame->sp;
    goto exhausted_caller;
  }
  goto raise_in_caller;
}

dispatch:
  for (;;) {
    pc = ip;
    uint32_t word = *ip++;
    switch (word & 0xFF) {
#define OP(name) case static_cast<uint8_t>(Op::name)
#define ARG (word >> 8)
#define A (word >> 8 & kMaxHalf)
#define B (word >> 20)
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
        Value v = TOP();
        TOP() = other;
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
          SAVE();
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
      OP(DELETE_FAST) : {
        Value old = locals[ARG];
        if (!old) [[unlikely]] {
          SAVE();
          raise_unbound_local(code, ARG);
          FAIL;
        }
        locals[ARG] = Value();
        DROP(old);
        break;
      }
      OP(MAKE_CELL) : {
        Own<Cell> cell = make_cell(locals[ARG]);
        if (!cell) FAIL;
        Value old = locals[ARG];
        locals[ARG] = cell.release();
        xdecref(old);
        break;
      }
      OP(COPY_FREE_VARS) : {
        Tuple* closure = frame->function->closure;
        uint32_t first = code->local_count - ARG;
        for (uint32_t i = 0; i < ARG; i++) {
          incref(closure->items[i]);
          locals[first + i] = closure->items[i];
        }
        break;
      }
      OP(LOAD_DEREF) : {
        Value v = locals[ARG].as<Cell>()->value;
        if (!v) [[unlikely]] {
          SAVE();
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
        xdecref(old);
        break;
      }
      OP(DELETE_DEREF) : {
        Cell* cell = locals[ARG].as<Cell>();
        Value old = cell->value;
        if (!old) [[unlikely]] {
          SAVE();
          raise_unbound_local(code, ARG);
          FAIL;
        }
        cell->value = Value();
        decref(old);
        break;
      }
      OP(LOAD_NAME) : {
        InlineCache& cache = code->caches[*ip++];
        bool module_level = frame->mapping == Value(frame->globals);
        Value v;
        if (module_level && cache.version == frame->globals->version && cache.version) {
          if (cache.kind == 0)
            v = frame->globals->entries[cache.index].value;
          else if (cache.version2 == frame->builtins->version)
            v = frame->builtins->entries[cache.index].value;
        }
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
      OP(STORE_NAME) : {
        InlineCache& cache = code->caches[*ip++];
        Value v = sp[-1];
        SAVE();
        if (is_exact(frame->mapping, dict_type)) {
          if (!store_in_namespace(frame->mapping.as<Dict>(), code->names[ARG], v, cache)) FAIL;
        } else if (!set_item(frame->mapping, code->names[ARG], v)) {
          FAIL;
        }
        sp--;
        decref(v);
        break;
      }
      OP(DELETE_NAME) : {
        SAVE();
        Str* name = code->names[ARG];
        if (is_exact(frame->mapping, dict_type)) {
          int deleted = dict_delete(frame->mapping.as<Dict>(), name);
          if (deleted == 0) raise(exc::NameError, "name '%U' is not defined", name);
          if (deleted != 1) FAIL;
        } else if (!delete_item(frame->mapping, name)) {
          if (pending_is(exc::KeyError)) {
            clear_pending();
            raise(exc::NameError, "name '%U' is not defined", name);
          }
          FAIL;
        }
        break;
      }
      OP(LOAD_GLOBAL) : {
        InlineCache& cache = code->caches[*ip++];
        Value v;
        if (cache.version == frame->globals->version && cache.version) [[likely]] {
          if (cache.kind == 0)
            v = frame->globals->entries[cache.index].value;
          else if (cache.version2 == frame->builtins->version)
            v = frame->builtins->entries[cache.index].value;
        }
        if (v) [[likely]] {
          incref(v);
          *sp++ = v;
        } else {
          SAVE();
          Ref r = load_global_slow(frame, code->names[ARG >> 1], cache);
          if (!r) FAIL;
          PUSH_REF(r);
        }
        if (ARG & 1) *sp++ = Value();
        break;
      }
      OP(STORE_GLOBAL) : {
        InlineCache& cache = code->caches[*ip++];
        SAVE();
        Value v = sp[-1];
        if (!store_in_namespace(frame->globals, code->names[ARG], v, cache)) FAIL;
        sp--;
        decref(v);
        break;
      }
      OP(DELETE_GLOBAL) : {
        int deleted = dict_delete(frame->globals, Value(code->names[ARG]));
        if (deleted == 0) raise(exc::NameError, "name '%U' is not defined", code->names[ARG]);
        if (deleted != 1) FAIL;
        break;
      }
      OP(LOAD_LOCALS) : {
        SAVE();
        Ref v = frame->mapping ? Ref::share(frame->mapping) : frame_locals(frame);
        if (!v) FAIL;
        PUSH_REF(v);
        break;
      }
      OP(LOAD_FROM_DICT_OR_DEREF) : {
        SAVE();
        Value mapping = sp[-1];
        Str* name = code->local_names[ARG];
        Ref v;
        if (is_exact(mapping, dict_type)) {
          v = Ref::share(dict_get(mapping.as<Dict>(), name));
        } else {
          v = get_item(mapping, name);
          if (!v) {
            if (!pending_is(exc::KeyError)) FAIL;
            clear_pending();
          }
        }
        if (!v) v = Ref::share(locals[ARG].as<Cell>()->value);
        if (!v) {
          raise_unbound_local(code, ARG);
          FAIL;
        }
        sp[-1] = v.release();
        decref(mapping);
        break;
      }
      OP(LOAD_FROM_DICT_OR_GLOBALS) : {
        SAVE();
        Value mapping = sp[-1];
        Str* name = code->names[ARG];
        Ref v;
        if (is_exact(mapping, dict_type)) {
          v = Ref::share(dict_get(mapping.as<Dict>(), name));
        } else {
          v = get_item(mapping, name);
          if (!v) {
            if (!pending_is(exc::KeyError)) FAIL;
            clear_pending();
          }
        }
        if (!v) v = Ref::share(dict_get(frame->globals, name));
        if (!v) v = Ref::share(dict_get(frame->builtins, name));
        if (!v) {
          raise(exc::NameError, "name '%U' is not defined", name);
          FAIL;
        }
        sp[-1] = v.release();
        decref(mapping);
        break;
      }
      OP(LOAD_BUILD_CLASS) : {
        Value v = dict_get(frame->builtins, names::__build_class__);
        if (!v) {
          SAVE();
          raise(exc::NameError, "__build_class__ not found");
          FAIL;
        }
        incref(v);
        *sp++ = v;
        break;
      }
      OP(LOAD_ASSERTION_ERROR) : {
        incref(Value(&exc::AssertionError));
        *sp++ = Value(&exc::AssertionError);
        break;
      }
      OP(SETUP_ANNOTATIONS) : {
        SAVE();
        Value mapping = frame->mapping ? frame->mapping : Value(frame->globals);
        int has = contains(mapping, names::__annotations__);
        if (has < 0) FAIL;
        if (!has) {
          Own<Dict> empty = make_dict();
          if (!empty || !set_item(mapping, names::__annotations__, empty)) FAIL;
        }
        break;
      }

      // ---- attributes and items
      OP(LOAD_ATTR) : {
        InlineCache& cache = code->caches[*ip++];
        Value object = sp[-1];
        Type* type = type_of(object);
        if (cache.version == type->version && cache.kind == 1) [[likely]] {
          Dict* dict = *reinterpret_cast<Dict**>(reinterpret_cast<char*>(object.object()) + type->dict_offset);
          uint32_t i = static_cast<uint32_t>(cache.index);
          if (dict && i < dict->count && dict->entries[i].key == Value(code->names[ARG])) {
            Value v = dict->entries[i].value;
            incref(v);
            sp[-1] = v;
            decref(object);
            break;
          }
        }
        SAVE();
        Ref v = load_attr_slow(code, object, code->names[ARG], cache);
        if (!v) FAIL;
        sp[-1] = v.release();
        decref(object);
        break;
      }
      OP(LOAD_FAST_LOAD_ATTR) : {
        InlineCache& cache = code->caches[*ip++];
        Value object = locals[A];
        Type* type = type_of(object);
        if (cache.version == type->version && cache.kind == 1) [[likely]] {
          Dict* dict = *reinterpret_cast<Dict**>(reinterpret_cast<char*>(object.object()) + type->dict_offset);
          uint32_t i = static_cast<uint32_t>(cache.index);
          if (dict && i < dict->count && dict->entries[i].key == Value(code->names[B])) {
            Value v = dict->entries[i].value;
            incref(v);
            *sp++ = v;
            break;
          }
        }
        SAVE();
        Ref keep = Ref::share(object);
        Ref v = load_attr_slow(code, object, code->names[B], cache);
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
      OP(LOAD_SUPER_ATTR) : {
        SAVE();
        Value self;
        Ref v = load_super_attr(frame, sp[-3], sp[-2], sp[-1], code->names[ARG >> 2], ARG, &self);
        if (!v) FAIL;
        Value callee = sp[-3], cls = sp[-2], instance = sp[-1];
        sp -= 3;
        PUSH_REF(v);
        if (ARG & 1) {
          xincref(self);
          *sp++ = self;
        }
        decref(callee);
        decref(cls);
        decref(instance);
        break;
      }
      OP(STORE_ATTR) : {
        InlineCache& cache = code->caches[*ip++];
        Value object = sp[-1], v = sp[-2];
        Type* type = type_of(object);
        if (cache.version == type->version && cache.kind == 1) [[likely]] {
          Dict* dict = *reinterpret_cast<Dict**>(reinterpret_cast<char*>(object.object()) + type->dict_offset);
          uint32_t i = static_cast<uint32_t>(cache.index);
          if (dict && i < dict->count && dict->entries[i].key == Value(code->names[ARG])) {
            Value old = dict->entries[i].value;
            dict->entries[i].value = v;
            sp -= 2;
            decref(old);
            decref(object);
            break;
          }
        }
        SAVE();
        if (!store_attr_slow(object, code->names[ARG], v, cache)) FAIL;
        sp -= 2;
        decref(v);
        decref(object);
        break;
      }
      OP(DELETE_ATTR) : {
        SAVE();
        if (!set_attr(sp[-1], code->names[ARG], Value())) FAIL;
        decref(*--sp);
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
      OP(DELETE_SUBSCR) : {
        frame->calling = pc;
        if (!delete_item(sp[-2], sp[-1])) FAIL;
        decref(*--sp);
        decref(*--sp);
        break;
      }
      OP(BINARY_SLICE) : {
        frame->calling = pc;
        Own<Slice> slice = make_slice(sp[-2], sp[-1], kNone);
        Ref v = slice ? get_item(sp[-3], slice) : Ref();
        if (!v) FAIL;
        for (int i = 0; i < 3; i++) decref(*--sp);
        PUSH_REF(v);
        break;
      }
      OP(STORE_SLICE) : {
        frame->calling = pc;
        Own<Slice> slice = make_slice(sp[-2], sp[-1], kNone);
        if (!slice || !set_item(sp[-3], slice, sp[-4])) FAIL;
        for (int i = 0; i < 4; i++) decref(*--sp);
        break;
      }
      OP(BUILD_SLICE) : {
        uint32_t n = ARG;
        Own<Slice> slice = make_slice(sp[-static_cast<intptr_t>(n)], sp[1 - static_cast<intptr_t>(n)], n == 3 ? sp[-1] : kNone);
        if (!slice) FAIL;
        while (n--) decref(*--sp);
        *sp++ = slice.release();
        break;
      }

      // ---- operators
      OP(UNARY_NEGATIVE) : OP(UNARY_POSITIVE) : OP(UNARY_INVERT) : {
        frame->calling = pc;
        UnaryOp which = static_cast<UnaryOp>((word & 0xFF) - static_cast<uint8_t>(Op::UNARY_NEGATIVE));
        Ref v = unary_op(which, sp[-1]);
        if (!v) FAIL;
        decref(sp[-1]);
        sp[-1] = v.release();
        break;
      }
      OP(UNARY_NOT) : {
        frame->calling = pc;
        int t = fast_truth(sp[-1]);
        if (t < 0) FAIL;
        Value old = sp[-1];
        sp[-1] = t ? kFalse : kTrue;
        incref(sp[-1]);
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
        Value a = sp[-2], b = sp[-1];
        if (Value* variable = growing_text(ARG, a, b, ip, locals, frame)) {
          sp[-2] = none().release();
          Ref text = grow_text(variable, Ref::steal(a), b);
          if (!text) FAIL;
          sp--;
          assign(sp[-1], text);
          decref(b);
          break;
        }
        Ref v = arithmetic(ARG, a, b);
        if (!v) FAIL;
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
        Value a = sp[-1];
        if (Value* variable = growing_text(A, a, constants[B], ip, locals, frame)) {
          sp[-1] = none().release();
          Ref text = grow_text(variable, Ref::steal(a), constants[B]);
          if (!text) FAIL;
          assign(sp[-1], text);
          break;
        }
        Ref v = arithmetic(A, a, constants[B]);
        if (!v) FAIL;
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
      OP(BINARY_OP_FAST_CONST) : binary_fast_const : {
        uint32_t op = *ip++;
        frame->calling = pc;
        Ref keep = Ref::share(locals[A]);
        Value* variable = growing_text(op, keep, constants[B], ip, locals, frame);
        Ref v = variable ? grow_text(variable, std::move(keep), constants[B]) : arithmetic(op, keep, constants[B]);
        if (!v) FAIL;
        PUSH_REF(v);
        break;
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
      OP(BINARY_OP_FAST_FAST) : binary_fast_fast : {
        uint32_t op = *ip++;
        frame->calling = pc;
        Ref a = Ref::share(locals[A]), b = Ref::share(locals[B]);
        Value* variable = growing_text(op, a, b, ip, locals, frame);
        Ref v = variable ? grow_text(variable, std::move(a), b) : arithmetic(op, a, b);
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
      OP(COMPARE_FAST_CONST_JUMP) : {
        uint32_t second = *ip++;
        Value a = locals[A], b = constants[B];
        int t;
        if (both_small(a, b)) [[likely]] {
          t = compare_small(second & 7, a, b);
        } else {
          frame->calling = pc;
          Ref keep = Ref::share(a);
          t = compare_truth(second & 7, a, b);
          if (t < 0) FAIL;
        }
        if (static_cast<uint32_t>(t) == (second >> 3 & 1)) ip = code->instructions + (second >> 8);
        break;
      }
      OP(COMPARE_FAST_FAST_JUMP) : {
        uint32_t second = *ip++;
        Value a = locals[A], b = locals[B];
        int t;
        if (both_small(a, b)) [[likely]] {
          t = compare_small(second & 7, a, b);
        } else {
          frame->calling = pc;
          Ref keep_a = Ref::share(a), keep_b = Ref::share(b);
          t = compare_truth(second & 7, a, b);
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
        decref(a);
        decref(b);
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
      OP(JUMP) : ip = code->instructions + ARG;
      break;
      OP(JUMP_BACKWARD) : ip = code->instructions + ARG;
      CHECK_BUDGET();
      break;
      OP(JUMP_BACKWARD_NO_INTERRUPT) : ip = code->instructions + ARG;
      break;
      OP(POP_JUMP_IF_FALSE) : {
        Value v = *--sp;
        if (v == kTrue) {
          decref(v);
          break;
        }
        frame->calling = pc;
        int t = fast_truth(v);
        decref(v);
        if (t < 0) FAIL;
        if (!t) ip = code->instructions + ARG;
        break;
      }
      OP(POP_JUMP_IF_TRUE) : {
        Value v = *--sp;
        if (v == kFalse) {
          decref(v);
          break;
        }
        frame->calling = pc;
        int t = fast_truth(v);
        decref(v);
        if (t < 0) FAIL;
        if (t) ip = code->instructions + ARG;
        break;
      }
      OP(POP_JUMP_IF_NONE) : {
        Value v = *--sp;
        if (v == kNone) ip = code->instructions + ARG;
        decref(v);
        break;
      }
      OP(POP_JUMP_IF_NOT_NONE) : {
        Value v = *--sp;
        if (v != kNone) ip = code->instructions + ARG;
        decref(v);
        break;
      }
      OP(JUMP_IF_FALSE_OR_POP) : {
        frame->calling = pc;
        int t = fast_truth(sp[-1]);
        if (t < 0) FAIL;
        if (!t)
          ip = code->instructions + ARG;
        else
          decref(*--sp);
        break;
      }
      OP(JUMP_IF_TRUE_OR_POP) : {
        frame->calling = pc;
        int t = fast_truth(sp[-1]);
        if (t < 0) FAIL;
        if (t)
          ip = code->instructions + ARG;
        else
          decref(*--sp);
        break;
      }

      // ---- iteration
      OP(GET_ITER) : {
        SAVE();
        Ref v = iterate(sp[-1]);
        if (!v) FAIL;
        decref(sp[-1]);
        sp[-1] = v.release();
        break;
      }
      OP(FOR_ITER) : OP(FOR_ITER_STORE_FAST) : {
        Value iterator = sp[-1];
        bool fused = (word & 0xFF) == static_cast<uint8_t>(Op::FOR_ITER_STORE_FAST);
        if (fused) ip++;
        Type* type = type_of(iterator);
        SAVE();
        if (fused && (type == &generator_type || python_next(iterator))) {
          // Its value arrives through a frame: go on with the two plain instructions that fit in the same two words.
          uint32_t* words = const_cast<uint32_t*>(pc);
          uint32_t local = ARG;
          words[0] = encode(Op::FOR_ITER, words[1]);
          words[1] = encode(Op::STORE_FAST, local);
          ip = pc;
          break;
        }
        if (type == &generator_type) {
          SendStatus status;
          Ref result;
          if (resume_generator(iterator.as<Generator>(), kNone, OnReturn::gen_for, &status, &result)) goto enter_top;
          if (status == SendStatus::raised) FAIL;
          if (status == SendStatus::returned) goto exhausted_caller;
          PUSH_REF(result);
          break;
        }
        if (!fused) {
          if (Function* f = python_next(iterator)) {
            Args args{&sp[-1], 1, nullptr};
            if (!push_function(f, args, OnReturn::next)) FAIL;
            goto enter_top;
          }
        }
        Ref v = next_plain(iterator);
        if (!v) {
          if (thread.pending) FAIL;
          goto exhausted_caller;
        }
        if (fused) {
          Value old = locals[ARG];
          locals[ARG] = v.release();
          xdecref(old);
        } else {
          PUSH_REF(v);
        }
        break;
      }
      OP(GET_LEN) : {
        ptrdiff_t n = length(sp[-1]);
        if (n < 0) FAIL;
        *sp++ = Value::small(n);
        break;
      }
      OP(UNPACK_SEQUENCE) : {
        Value sequence = sp[-1];
        frame->calling = pc;
        if (is_exact(sequence, tuple_type) && sequence.as<Tuple>()->size == ARG) {
          Tuple* t = sequence.as<Tuple>();
          sp--;
          for (uint32_t i = ARG; i-- > 0;) {
            incref(t->items[i]);
            *sp++ = t->items[i];
          }
        } else {
          if (!unpack_sequence(sequence, ARG, sp)) FAIL;  // writes above the sequence
          for (uint32_t i = 0; i < ARG; i++) sp[-1 + static_cast<intptr_t>(i)] = sp[i];
          sp += static_cast<intptr_t>(ARG) - 1;
        }
        decref(sequence);
        break;
      }
      OP(UNPACK_EX) : {
        Value sequence = sp[-1];
        frame->calling = pc;
        uint32_t total = A + B + 1;
        if (!unpack_ex(sequence, A, B, sp)) FAIL;
        for (uint32_t i = 0; i < total; i++) sp[-1 + static_cast<intptr_t>(i)] = sp[i];
        sp += static_cast<intptr_t>(total) - 1;
        decref(sequence);
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
      OP(BUILD_LIST) : {
        Own<List> list = make_list(ARG);
        if (!list) FAIL;
        sp -= ARG;
        for (uint32_t i = 0; i < ARG; i++) list->items[i] = sp[i];
        list->size = ARG;
        *sp++ = list.release();
        break;
      }
      OP(BUILD_SET) : {
        frame->calling = pc;
        Own<Set> set = make_set();
        if (!set) FAIL;
        for (uint32_t i = ARG; i > 0; i--)
          if (!set_add(set.get(), sp[-static_cast<intptr_t>(i)])) FAIL;
        for (uint32_t i = 0; i < ARG; i++) decref(*--sp);
        *sp++ = set.release();
        break;
      }
      OP(BUILD_MAP) : {
        frame->calling = pc;
        Own<Dict> dict = make_dict(ARG);
        if (!dict) FAIL;
        Value* items = sp - 2 * static_cast<intptr_t>(ARG);
        for (uint32_t i = 0; i < ARG; i++)
          if (!dict_set(dict.get(), items[2 * i], items[2 * i + 1])) FAIL;
        while (sp > items) decref(*--sp);
        *sp++ = dict.release();
        break;
      }
      OP(BUILD_CONST_KEY_MAP) : {
        frame->calling = pc;
        Own<Dict> dict = make_dict(ARG);
        if (!dict) FAIL;
        Tuple* keys = sp[-1].as<Tuple>();
        Value* items = sp - 1 - ARG;
        for (uint32_t i = 0; i < ARG; i++)
          if (!dict_set(dict.get(), keys->items[i], items[i])) FAIL;
        while (sp > items) decref(*--sp);
        *sp++ = dict.release();
        break;
      }
      OP(BUILD_STRING) : {
        StrBuilder text;
        Value* items = sp - ARG;
        for (uint32_t i = 0; i < ARG; i++) text.add(items[i].as<Str>());
        Own<Str> s = text.finish();
        if (!s) FAIL;
        while (sp > items) decref(*--sp);
        *sp++ = s.release();
        break;
      }
      OP(LIST_APPEND) : {
        Value v = *--sp;
        bool ok = list_append(sp[-static_cast<intptr_t>(ARG)].as<List>(), v);
        decref(v);
        if (!ok) FAIL;
        break;
      }
      OP(SET_ADD) : {
        frame->calling = pc;
        Value v = *--sp;
        bool ok = set_add(sp[-static_cast<intptr_t>(ARG)].as<Set>(), v);
        decref(v);
        if (!ok) FAIL;
        break;
      }
      OP(MAP_ADD) : {
        frame->calling = pc;
        sp -= 2;
        Value key = sp[0], v = sp[1];
        bool ok = dict_set(sp[-static_cast<intptr_t>(ARG)].as<Dict>(), key, v);
        decref(key);
        decref(v);
        if (!ok) FAIL;
        break;
      }
      OP(LIST_EXTEND) : {
        SAVE();
        Ref v = Ref::steal(*--sp);
        if (!list_extend_star(sp[-static_cast<intptr_t>(ARG)], v)) FAIL;
        break;
      }
      OP(SET_UPDATE) : {
        SAVE();
        Ref v = Ref::steal(*--sp);
        Set* set = sp[-static_cast<intptr_t>(ARG)].as<Set>();
        if (!for_each(v, [&](Value item) { return set_add(set, item); })) FAIL;
        break;
      }
      OP(DICT_UPDATE) : {
        SAVE();
        Ref v = Ref::steal(*--sp);
        Dict* dict = sp[-static_cast<intptr_t>(ARG)].as<Dict>();
        if (!is_dict(v) && !Ref(get_attr_or_null(v, names::keys))) {
          if (!failed()) raise(exc::TypeError, "'%T' object is not a mapping", v.get());
          FAIL;
        }
        if (!dict_update(dict, v)) FAIL;
        break;
      }
      OP(DICT_MERGE) : {
        SAVE();
        Ref v = Ref::steal(*--sp);
        Value* dict = sp - static_cast<intptr_t>(ARG);
        if (!dict_merge_kwargs(dict[-3], dict->as<Dict>(), v)) FAIL;
        break;
      }
      OP(LIST_TO_TUPLE) : {
        List* list = sp[-1].as<List>();
        Own<Tuple> t = make_tuple(list->items, list->size);
        if (!t) FAIL;
        decref(sp[-1]);
        sp[-1] = t.release();
        break;
      }
      OP(FORMAT_SIMPLE) : {
        if (is_exact(sp[-1], str_type)) break;
        SAVE();
        Ref v = format(sp[-1], nullptr);
        if (!v) FAIL;
        decref(sp[-1]);
        sp[-1] = v.release();
        break;
      }
      OP(FORMAT_WITH_SPEC) : {
        SAVE();
        Ref v = format(sp[-2], sp[-1].as<Str>());
        if (!v) FAIL;
        decref(*--sp);
        decref(sp[-1]);
        sp[-1] = v.release();
        break;
      }
      OP(CONVERT_VALUE) : {
        SAVE();
        Ref v = ARG == 1 ? str(sp[-1]) : ARG == 2 ? repr(sp[-1]) : ascii(sp[-1]);
        if (!v) FAIL;
        decref(sp[-1]);
        sp[-1] = v.release();
        break;
      }

      // ---- functions and calls
      OP(RESUME) : CHECK_BUDGET();
      break;
      OP(MAKE_FUNCTION) : {
        Ref f = make_function_object(frame, sp[-1]);
        if (!f) FAIL;
        decref(sp[-1]);
        sp[-1] = f.release();
        break;
      }
      OP(SET_FUNCTION_ATTRIBUTE) : {
        Value f = *--sp;
        if (!set_function_attribute(f, ARG, sp[-1])) FAIL;
        decref(sp[-1]);
        sp[-1] = f;
        break;
      }
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
        if (is_exact(callable, function_type)) [[likely]] {
          Function* f = callable.as<Function>();
          CodeObject* callee = f->code;
          Value* first = base[1] ? base + 1 : base + 2;
          uint32_t given = static_cast<uint32_t>(sp - first);
          if (callee->plain_arguments && given == callee->argcount) [[likely]] {
            SAVE();
            Frame* fresh = allocate_frame(thread, callee->frame_words);
            if (!fresh) FAIL;
            frame->sp = base;
            fresh->back = frame;
            fresh->code = callee;
            fresh->function = f;  // takes the stack's reference
            fresh->globals = f->globals;
            fresh->builtins = f->builtins;
            fresh->mapping = Value();
            fresh->generator = nullptr;
            fresh->object = nullptr;
            fresh->native = nullptr;
            fresh->aux = Value();
            fresh->on_return = OnReturn::push;
            fresh->is_entry = false;
            frame = fresh;
            code = callee;
            constants = code->constants;
            locals = frame->locals();
            ip = code->instructions;
            frame->calling = ip;
            uint32_t i = 0;
            for (; i < given; i++) locals[i] = first[i];
            for (; i < code->local_count; i++) locals[i] = Value();
            sp = frame->stack();
            thread.top = frame;
            break;
          }
        }
        SAVE();
        Value* first = base[1] ? base + 1 : base + 2;
        Args args{first, static_cast<uint32_t>(sp - first), nullptr};
        Ref r = call_or_push(callable, args);
        while (sp > base) {
          Value v = *--sp;
          xdecref(v);
        }
        if (!r) FAIL;
        if (r == kFramePushed) {
          frame->sp = base;
          how = Resumed::started;
          goto enter_top;
        }
        PUSH_REF(r);
        break;
      }
      OP(CALL_KW) : {
        Tuple* keywords = constants[*ip++].as<Tuple>();
        Value* base = sp - ARG - 2;
        Value* first = base[1] ? base + 1 : base + 2;
        SAVE();
        Args args{first, static_cast<uint32_t>(sp - first) - keywords->size, keywords};
        Ref r = call_or_push(base[0], args);
        while (sp > base) {
          Value v = *--sp;
          xdecref(v);
        }
        if (!r) FAIL;
        if (r == kFramePushed) {
          frame->sp = base;
          how = Resumed::started;
          goto enter_top;
        }
        PUSH_REF(r);
        break;
      }
      OP(CALL_FUNCTION_EX) : {
        SAVE();
        Value* base = sp - 3 - (ARG & 1);
        Ref r;
        {
          Own<Tuple> positional;
          if (is_exact(base[2], tuple_type)) {
            positional = Own<Tuple>::share(base[2].as<Tuple>());
          } else {
            Own<List> list = make_list();
            if (list && list_extend_arguments(base[0], list, base[2])) positional = make_tuple(list->items, list->size);
          }
          if (positional) {
            Dict* kwargs = ARG & 1 ? sp[-1].as<Dict>() : nullptr;
            uint32_t extra = kwargs ? kwargs->used : 0, shift = base[1] ? 1 : 0;
            Own<List> all = make_list(positional->size + shift + extra);
            Own<Tuple> keywords = extra ? make_tuple(extra) : Own<Tuple>();
            if (shift) list_append(all.get(), base[1]);
            for (uint32_t i = 0; i < positional->size; i++) list_append(all.get(), positional->items[i]);
            bool ok = true;
            if (extra) {
              uint32_t position = 0, k = 0;
              Value key, v;
              while (dict_next(kwargs, &position, &key, &v)) {
                if (!is_str(key)) ok = false;
                keywords->items[k++] = Ref::share(key).release();
                list_append(all.get(), v);
              }
            }
            if (!ok)
              raise(exc::TypeError, "keywords must be strings");
            else
              r = call_or_push(base[0], Args{all->items, all->size - extra, keywords.get()});
          }
        }
        while (sp > base) {
          Value v = *--sp;
          xdecref(v);
        }
        if (!r) FAIL;
        if (r == kFramePushed) {
          frame->sp = base;
          how = Resumed::started;
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
        code = frame->code;
        locals = frame->locals();
        constants = code->constants;
        ip = frame->ip;
        sp = frame->sp;
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
      goto return_value;

      // ---- generators and coroutines
      OP(RETURN_GENERATOR) : {
        SAVE();
        OnReturn mode = frame->on_return;
        Frame* back = frame->back;
        Ref generator = detach_generator(thread, frame);
        if (!generator) {
          // The frame is still there and fails like any other.
          FAIL;
        }
        value = std::move(generator);
        frame = back;
        if (mode == OnReturn::entry) {
          *out = std::move(value);
          return Exit::returned;
        }
        goto deliver;
      }
      OP(YIELD_VALUE) : {
        value = Ref::steal(*--sp);
        SAVE();
        goto yield_value;
      }
      OP(ASYNC_GEN_WRAP) : {
        Ref wrapped = wrap_async_value(sp[-1]);
        if (!wrapped) FAIL;
        decref(sp[-1]);
        sp[-1] = wrapped.release();
        break;
      }
      OP(GET_YIELD_FROM_ITER) : {
        SAVE();
        Ref v = get_yield_from_iter(frame, sp[-1]);
        if (!v) FAIL;
        decref(sp[-1]);
        sp[-1] = v.release();
        break;
      }
      OP(GET_AWAITABLE) : {
        SAVE();
        Ref v = get_awaitable_for(sp[-1], ARG);
        if (!v) FAIL;
        decref(sp[-1]);
        sp[-1] = v.release();
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
        decref(receiver);
        break;
      }
      OP(CLEANUP_THROW) : {
        Value exception = sp[-1];
        if (!has_type(exception, &exc::StopIteration)) {
          thread.pending = *--sp;
          goto reraise;
        }
        Value v = exception.as<Exception>()->value;
        if (!v) v = kNone;
        incref(v);
        Value last = sp[-2], receiver = sp[-3];
        incref(kNone);
        sp[-3] = kNone;
        sp[-2] = v;
        sp--;
        decref(exception);
        xdecref(last);
        decref(receiver);
        break;
      }
      OP(GET_AITER) : {
        SAVE();
        Ref v = get_aiter(sp[-1]);
        if (!v) FAIL;
        decref(sp[-1]);
        sp[-1] = v.release();
        break;
      }
      OP(GET_ANEXT) : {
        SAVE();
        Ref v = get_anext(sp[-1]);
        if (!v) FAIL;
        PUSH_REF(v);
        break;
      }
      OP(END_ASYNC_FOR) : {
        if (!has_type(sp[-1], &exc::StopAsyncIteration)) {
          thread.pending = *--sp;
          goto reraise;
        }
        decref(*--sp);
        decref(*--sp);
        break;
      }
      OP(STOPITERATION_ERROR) : {
        SAVE();
        GeneratorKind kind = frame->generator ? frame->generator->kind : GeneratorKind::generator;
        Ref replaced = stop_iteration_error(sp[-1], kind);
        if (!replaced) FAIL;
        decref(sp[-1]);
        sp[-1] = replaced.release();
        break;
      }

      // ---- exceptions
      OP(RAISE_VARARGS) : {
        SAVE();
        uint32_t n = ARG;
        bool again = raise_varargs(n, n >= 1 ? sp[-static_cast<intptr_t>(n)] : Value(), n == 2 ? sp[-1] : Value());
        while (n--) decref(*--sp);
        if (ARG != 0 || !again) FAIL;
        frame->sp = sp;
        goto reraise;  // a bare raise adds no traceback entry
      }
      OP(PUSH_EXC_INFO) : {
        ExceptionState* state = thread.exceptions;
        Value exception = sp[-1];
        sp[-1] = state->handled;  // may be null: nothing was handled
        incref(exception);
        state->handled = exception;
        *sp++ = exception;
        break;
      }
      OP(POP_EXCEPT) : {
        ExceptionState* state = thread.exceptions;
        Value old = state->handled;
        state->handled = *--sp;
        xdecref(old);
        break;
      }
      OP(RERAISE) : {
        thread.pending = *--sp;
        if (ARG) pc = code->instructions + sp[-static_cast<intptr_t>(ARG)].small_value();
        frame->calling = pc;
        frame->sp = sp;
        goto reraise_at_handler;
      }
      OP(CHECK_EXC_MATCH) : {
        SAVE();
        int t = exception_matches(sp[-2], sp[-1]);
        if (t < 0) FAIL;
        decref(sp[-1]);
        sp[-1] = t ? kTrue : kFalse;
        incref(sp[-1]);
        break;
      }
      OP(CHECK_EG_MATCH) : {
        SAVE();
        Ref rest, matched;
        if (!match_exception_group(sp[-2], sp[-1], &rest, &matched)) FAIL;
        if (matched != kNone) assign(thread.exceptions->handled, matched);
        decref(sp[-1]);
        decref(sp[-2]);
        sp[-2] = rest.release();
        sp[-1] = matched.release();
        break;
      }
      OP(PREP_RERAISE_STAR) : {
        SAVE();
        Ref v = prepare_reraise_star(sp[-2], sp[-1]);
        if (!v) FAIL;
        decref(*--sp);
        decref(sp[-1]);
        sp[-1] = v.release();
        break;
      }
      OP(BEFORE_WITH) : OP(BEFORE_ASYNC_WITH) : {
        SAVE();
        bool is_async = (word & 0xFF) == static_cast<uint8_t>(Op::BEFORE_ASYNC_WITH);
        Ref exit;
        Ref enter = context_enter(sp[-1], is_async, &exit);
        if (!enter) FAIL;
        decref(sp[-1]);
        sp[-1] = exit.release();
        Ref r = call_or_push(enter, Args{});
        if (!r) FAIL;
        if (r == kFramePushed) {
          frame->sp = sp;
          how = Resumed::started;
          goto enter_top;
        }
        PUSH_REF(r);
        break;
      }
      OP(WITH_EXCEPT_START) : {
        SAVE();
        Value exception = sp[-1];
        Value traceback = exception.as<Exception>()->traceback;
        Value data[] = {Value(type_of(exception)), exception, traceback ? traceback : kNone};
        Ref exit = Ref::share(sp[-4]);
        Ref r = call_or_push(exit, Args{data, 3, nullptr});
        if (!r) FAIL;
        if (r == kFramePushed) {
          how = Resumed::started;
          goto enter_top;
        }
        PUSH_REF(r);
        break;
      }

      // ---- imports
      OP(IMPORT_NAME) : {
        SAVE();
        Ref fromlist = Ref::steal(*--sp), level = Ref::steal(*--sp);
        frame->sp = sp;
        Ref v = import_name(frame, code->names[ARG], level, fromlist);
        if (!v) FAIL;
        if (v == kFramePushed) {
          how = Resumed::started;
          goto enter_top;
        }
        PUSH_REF(v);
        break;
      }
      OP(IMPORT_FROM) : {
        SAVE();
        Ref v = import_from(sp[-1], code->names[ARG]);
        if (!v) FAIL;
        PUSH_REF(v);
        break;
      }
      OP(IMPORT_STAR) : {
        SAVE();
        Ref module = Ref::steal(*--sp);
        if (!import_star(frame, module)) FAIL;
        break;
      }

      // ---- match
      OP(MATCH_SEQUENCE) : OP(MATCH_MAPPING) : {
        uint32_t flag = (word & 0xFF) == static_cast<uint8_t>(Op::MATCH_SEQUENCE) ? kTypeSequencePattern : kTypeMappingPattern;
        Value v = type_of(sp[-1])->flags & flag ? kTrue : kFalse;
        incref(v);
        *sp++ = v;
        break;
      }
      OP(MATCH_KEYS) : {
        SAVE();
        Ref v = match_keys(sp[-2], sp[-1]);
        if (!v) FAIL;
        PUSH_REF(v);
        break;
      }
      OP(MATCH_CLASS) : {
        SAVE();
        Ref v = match_class(sp[-3], sp[-2], ARG, sp[-1].as<Tuple>());
        if (!v) FAIL;
        for (int i = 0; i < 3; i++) decref(*--sp);
        PUSH_REF(v);
        break;
      }

      // ---- type parameters
      OP(MAKE_TYPEVAR)
          : OP(MAKE_TYPEVAR_WITH_BOUND)
          : OP(MAKE_TYPEVAR_WITH_CONSTRAINTS)
          : OP(MAKE_PARAMSPEC) : OP(MAKE_TYPEVARTUPLE) : OP(SET_TYPEPARAM_DEFAULT) : OP(SET_FUNCTION_TYPE_PARAMS)
          : OP(SUBSCRIPT_GENERIC) : OP(MAKE_TYPE_ALIAS) : {
        SAVE();
        StackEffect effect = stack_effect(op_of(word), ARG);
        Value* operands = sp - effect.pops;
        Ref v = intrinsic_type_parameter(word & 0xFF, operands);
        if (!v) FAIL;
        while (sp > operands) decref(*--sp);
        PUSH_REF(v);
        break;
      }

      OP(PRINT_EXPR) : {
        SAVE();
        Ref v = Ref::steal(*--sp);
        if (v != kNone) {
          Ref text = repr(v);
          if (!text) FAIL;
          write_stream(1, to_utf8(text.as<Str>()) + "\n");
        }
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
        xdecref(old);
        break;
      }
      OP(STORE_FAST_STORE_FAST) : {
        Value old_a = locals[A];
        locals[A] = sp[-1];
        Value old_b = locals[B];
        locals[B] = sp[-2];
        sp -= 2;
        xdecref(old_a);
        xdecref(old_b);
        break;
      }
      default: __builtin_unreachable();
    }
    continue;

  reraise_at_handler: {
    // RERAISE: no new traceback entry; a handler of its own may cover it, found by where it stands itself.
    uint32_t here = static_cast<uint32_t>(ip - 1 - code->instructions);
    const ExceptionEntry* handler = (*code->source)->handler_at(here);
    if (handler) {
      Value* floor = frame->stack() + handler->depth;
      while (sp > floor) {
        Value v = *--sp;
        xdecref(v);
      }
      if (handler->lasti) PUSH_STEAL(Value::small(static_cast<intptr_t>(pc - code->instructions)));
      PUSH_STEAL(thread.pending);
      thread.pending = Value();
      ip = code->instructions + handler->handler;
      continue;
    }
    pc = ip - 1;
    goto reraise;
  }
  }
}

}  // namespace loopscope::python
