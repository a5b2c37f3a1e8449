// SPDX-License-Identifier: MIT
#include "python/vm/generator.h"

#include <cstring>

#include "python/vm/async_generator.h"
#include "python/vm/bytecode_ops.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/generator_frame.h"
#include "python/vm/generator_internal.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"

namespace loopscope::python {

namespace {

size_t frame_offset(Type* type) { return (type->basic_size + 15) & ~size_t{15}; }

void finish_frame(Generator* g) {
  Frame* frame = g->frame;
  if (!frame) return;
  g->frame = nullptr;
  if (frame->object) detach_frame_object(frame);
  clear_frame(frame);
  Value aux = frame->aux, mapping = frame->mapping;
  Function* function = frame->function;
  CodeObject* code = frame->code;
  Dict* globals = frame->globals;
  frame->aux = frame->mapping = Value();
  xdecref(aux);
  xdecref(mapping);
  if (function) {
    decref(Value(function));
  } else {
    decref(Value(code));
    decref(Value(globals));
  }
}

SendStatus resume_native(Generator* g, Value value, Ref* result) {
  Ref keep = Ref::share(g);
  g->state = GeneratorState::running;
  g->awaited = true;
  SendStatus status = value ? g->native->send(value, result) : g->native->throw_in(result);
  if (status == SendStatus::yielded) {
    g->state = GeneratorState::suspended;
  } else {
    g->state = GeneratorState::closed;
    delete g->native;
    g->native = nullptr;
  }
  return status;
}

/// Resumes `g` and, where it delegates to a suspended coroutine or generator of ours, that one and so on at once, instead of
/// going through RESUME and SEND of each: only the innermost gets to run.
void link_innermost(Thread& thread, Generator* g, Value value, OnReturn on_return) {
  for (;;) {
    const uint32_t* send = delegating_send(g);
    link_generator(thread, g, on_return);
    if (!send) break;
    Frame* frame = g->frame;
    Value receiver = frame->sp[-1];
    frame->ip = send;
    if (type_of(receiver) != &coroutine_type && type_of(receiver) != &generator_type) break;
    Generator* inner = receiver.as<Generator>();
    if (inner->native || inner->state != GeneratorState::suspended || thread.depth >= vm.recursion_limit) break;
    frame->calling = send;
    frame->ip = send + 1;
    g = inner;
    on_return = OnReturn::gen_send;
  }
  incref(value);
  *g->frame->sp++ = value;
}

}  // namespace

const char* generator_noun(const Generator* g) {
  switch (g->kind) {
    case GeneratorKind::coroutine: return "coroutine";
    case GeneratorKind::async_generator: return "async generator";
    default: return "generator";
  }
}

void note_origin(Generator* g, Frame* caller) {
  if (g->kind != GeneratorKind::coroutine) return;
  Own<List> calls = make_list();
  for (Frame* frame = caller; frame && static_cast<int>(calls->size) < vm.origin_depth; frame = frame->back) {
    if (!frame->code) continue;
    if (!list_append(calls.get(), tuple_of(Value(frame->code->filename), Value::small(frame->line()), Value(frame->code->name))))
      return;
  }
  g->origin = Ref(to_tuple(calls)).release();
}

namespace {

/// A new generator whose frame is still to be filled in. `function` may be null.
Generator* allocate_generator(CodeObject* code, Function* function) {
  Type* type = code->flags & kCoroutine         ? &coroutine_type
               : code->flags & kAsyncGenerator ? &async_generator_type
                                               : &generator_type;
  size_t bytes = sizeof(Frame) + code->frame_words * sizeof(Value);
  Generator* g = allocate_as<Generator>(type, frame_offset(type) - type->basic_size + bytes);
  if (!g) return {};
  g->kind = type == &coroutine_type           ? GeneratorKind::coroutine
            : type == &async_generator_type ? GeneratorKind::async_generator
                                            : GeneratorKind::generator;
  g->state = GeneratorState::created;
  g->code = code;
  incref(Value(code));
  g->name = function ? function->name : code->name;
  g->qualname = function ? function->qualname : code->qualname;
  incref(Value(g->name));
  incref(Value(g->qualname));
  g->frame = reinterpret_cast<Frame*>(reinterpret_cast<char*>(g) + frame_offset(type));
  return g;
}

}  // namespace

Generator* start_coroutine(Function* function, const Value* arguments, uint32_t count) {
  CodeObject* code = function->code;
  if (!(code->flags & kCoroutine) || !code->plain_arguments || count != code->argcount || vm.origin_depth) return nullptr;
  if (op_of(code->instructions[0]) != Op::RETURN_GENERATOR || current_thread().depth >= vm.recursion_limit) return nullptr;
  Generator* g = allocate_generator(code, function);
  if (!g) {
    clear_pending();  // the ordinary way will say so
    return nullptr;
  }
  Frame* frame = new (g->frame) Frame();
  frame->code = code;
  frame->function = function;
  frame->globals = function->globals;
  frame->builtins = function->builtins;
  frame->generator = g;
  frame->calling = code->instructions;
  frame->ip = code->instructions + 2;  // RETURN_GENERATOR, and POP_TOP of what the first send brings
  Value* locals = frame->locals();
  for (uint32_t i = 0; i < count; i++) locals[i] = arguments[i];
  for (uint32_t i = count; i < code->local_count; i++) locals[i] = Value();
  frame->sp = locals + code->local_count;
  gc_track(g);
  return g;
}

Ref detach_generator(Thread& thread, Frame* frame) {
  Generator* g = allocate_generator(frame->code, frame->function);
  if (!g) return {};
  Frame* kept = g->frame;
  size_t used = reinterpret_cast<char*>(frame->sp) - reinterpret_cast<char*>(frame);
  std::memcpy(static_cast<void*>(kept), frame, used);
  kept->sp = reinterpret_cast<Value*>(reinterpret_cast<char*>(kept) + used);
  kept->generator = g;
  kept->back = nullptr;
  if (kept->object) kept->object->frame = kept;
  if (vm.origin_depth) [[unlikely]]
    note_origin(g, frame->back);
  thread.top = frame->back;
  thread.depth--;
  thread.stack_top = reinterpret_cast<char*>(frame);
  if (thread.stack_top == thread.stack_begin) release_empty_chunk(thread);
  gc_track(g);
  return Ref::steal(g);
}

SendStatus leave_generator(Thread& thread, Frame* frame, SendStatus how, Ref& value) {
  Generator* g = frame->generator;
  thread.exceptions = g->exceptions.previous;
  g->exceptions.previous = nullptr;
  // What comes out of a throw is thrown into the next generator outwards, and gets its context there too.
  if (g->thrown_through && how == SendStatus::raised && frame->back && frame->back->generator)
    set_context_of_thrown(thread, frame->back->generator);
  g->thrown_through = false;
  thread.top = frame->back;
  thread.depth--;
  frame->back = nullptr;
  Ref awaitable = Ref::steal(frame->aux);
  frame->aux = Value();
  if (how == SendStatus::yielded) {
    g->state = GeneratorState::suspended;
  } else {
    g->state = GeneratorState::closed;
    Value handled = g->exceptions.handled;
    g->exceptions.handled = Value();
    Ref pending = take_pending();
    xdecref(handled);
    finish_frame(g);
    if (pending) restore_pending(std::move(pending));
  }
  if (awaitable) how = async_gen_outcome(awaitable, how, value);
  decref(Value(g));
  return how;
}

bool resume_generator(Generator* g, Value value, OnReturn on_return, SendStatus* status, Ref* result) {
  *status = SendStatus::raised;
  switch (g->state) {
    case GeneratorState::running:
      if (!value) clear_pending();
      raise(exc::ValueError, "%s already executing", generator_noun(g));
      return false;
    case GeneratorState::closed:
      if (g->kind == GeneratorKind::coroutine) {
        if (!value) clear_pending();
        raise(exc::RuntimeError, "cannot reuse already awaited coroutine");
        return false;
      }
      if (!value) return false;
      *status = SendStatus::returned;
      *result = none();
      return false;
    case GeneratorState::created:
      if (value && value != kNone) {
        raise(exc::TypeError, "can't send non-None value to a just-started %s", generator_noun(g));
        return false;
      }
      break;
    case GeneratorState::suspended: break;
  }
  if (g->native) {
    *status = resume_native(g, value, result);
    return false;
  }
  Thread& thread = current_thread();
  if (thread.depth >= vm.recursion_limit && value && !check_recursion(thread)) return false;
  bool suspended = g->state == GeneratorState::suspended;
  if (value && suspended) {
    link_innermost(thread, g, value, on_return);
    return true;
  }
  link_generator(thread, g, on_return);
  if (value) {
    incref(value);
    *g->frame->sp++ = value;
    return true;
  }
  if (!suspended) return true;
  Thrown thrown{take_pending(), {}, {}};
  return throw_into_chain(thread, g, thrown, true);
}

Value awaited_by(Generator* g) {
  if (g->native) return g->state == GeneratorState::suspended ? g->native->awaiting() : Value();
  return delegating_send(g) ? g->frame->sp[-1] : Value();
}

int current_line(Generator* g) {
  if (!g->frame) return 0;
  if (g->state == GeneratorState::created) return static_cast<int>(g->code->first_line);
  return g->frame->line();
}

SendStatus run_generator(Ref* result) {
  Thread& thread = current_thread();
  vm.native_depth++;
  Exit exit = interpret(thread, result);
  vm.native_depth--;
  return exit == Exit::yielded ? SendStatus::yielded : exit == Exit::returned ? SendStatus::returned : SendStatus::raised;
}

SendStatus from_stop_iteration(Ref* result) {
  if (!failed()) {
    *result = none();
    return SendStatus::returned;
  }
  if (!pending_is(exc::StopIteration)) return SendStatus::raised;
  Ref stop = take_pending();
  Value v = stop.as<Exception>()->value;
  *result = Ref::share(v ? v : kNone);
  return SendStatus::returned;
}

bool generator_too_deep() {
  if (vm.native_depth < kMaxNativeDepth) return false;
  raise(exc::RecursionError, "maximum recursion depth exceeded");
  return true;
}

SendStatus send_to(Value awaitable, Value value, Ref* result) {
  if (type_of(awaitable) == &coroutine_wrapper_type) awaitable = awaitable.as<CoroutineWrapper>()->coroutine;
  SendStatus status;
  if (is_generator_object(awaitable)) {
    if (generator_too_deep()) return SendStatus::raised;
    if (!resume_generator(awaitable.as<Generator>(), value, OnReturn::gen_entry, &status, result)) return status;
    return run_generator(result);
  }
  if (is_async_gen_awaitable(awaitable)) {
    if (generator_too_deep()) return SendStatus::raised;
    if (!resume_async_gen_awaitable(awaitable, value, OnReturn::gen_entry, &status, result)) return status;
    return run_generator(result);
  }
  Type* type = type_of(awaitable);
  if (type->send) return type->send(awaitable, value, result);
  Ref v;
  if (value == kNone && type->next)
    v = type->flags & kTypeHeap ? call_method(awaitable, names::__next__) : type->next(awaitable);
  else
    v = call_method(awaitable, names::send, value);
  if (!v) return from_stop_iteration(result);
  *result = std::move(v);
  return SendStatus::yielded;
}

SendStatus throw_into(Value awaitable, Ref exception, Ref* result) {
  if (type_of(awaitable) == &coroutine_wrapper_type) awaitable = awaitable.as<CoroutineWrapper>()->coroutine;
  SendStatus status;
  if (is_generator_object(awaitable) || is_async_gen_awaitable(awaitable)) {
    if (generator_too_deep()) return SendStatus::raised;
    restore_pending(std::move(exception));
    bool pushed = is_generator_object(awaitable)
                      ? resume_generator(awaitable.as<Generator>(), Value(), OnReturn::gen_entry, &status, result)
                      : resume_async_gen_awaitable(awaitable, Value(), OnReturn::gen_entry, &status, result);
    return pushed ? run_generator(result) : status;
  }
  if (has_type(exception, &exc::GeneratorExit)) {
    if (!close_awaitable(awaitable)) return SendStatus::raised;
    restore_pending(std::move(exception));
    return SendStatus::raised;
  }
  Thrown thrown{std::move(exception), {}, {}};
  return throw_into_foreign(awaitable, thrown, result);
}

void NativeCoroutine::intern_names() const {
  name_ = intern(name_text_);
  qualname_ = intern(qualname_text_);
}

Own<Generator> make_native_coroutine(std::unique_ptr<NativeBody> body, const NativeCoroutine& what) {
  Generator* g = allocate_as<Generator>(&coroutine_type);
  if (!g) return {};
  g->kind = GeneratorKind::coroutine;
  g->state = GeneratorState::created;
  g->native = body.release();
  g->native_kind = &what;
  g->name = what.name();
  g->qualname = what.qualname();
  incref(Value(g->name));
  incref(Value(g->qualname));
  if (vm.origin_depth) [[unlikely]]
    note_origin(g, current_thread().top);
  gc_track(g);
  return Own<Generator>::steal(g);
}

void finish_generator_frame(Generator* g) { finish_frame(g); }

}  // namespace loopscope::python
