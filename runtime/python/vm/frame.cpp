// SPDX-License-Identifier: MIT
#include "python/vm/frame.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"

namespace loopscope::python {

namespace {

/// Frames are cut from chunks and never move. A chunk begins with what to go back to.
struct Chunk {
  Chunk* previous;
  char* previous_top;
  size_t size;
  char* data() { return reinterpret_cast<char*>(this + 1); }
};
constexpr size_t kChunkBytes = 64 * 1024;
/// Most threads need little; there may be thousands.
constexpr size_t kFirstChunkBytes = 4 * 1024;

[[gnu::noinline]] bool add_chunk(Thread& thread, size_t bytes) {
  bool is_main = &thread == vm.threads.front();
  size_t size = std::max(bytes + sizeof(Chunk), thread.stack_begin || is_main ? kChunkBytes : kFirstChunkBytes);
  Chunk* chunk = static_cast<Chunk*>(std::malloc(size));
  if (!chunk) {
    raise(exc::MemoryError, "out of memory for frames");
    return false;
  }
  chunk->previous = thread.stack_begin ? reinterpret_cast<Chunk*>(thread.stack_begin) - 1 : nullptr;
  chunk->previous_top = thread.stack_top;
  chunk->size = size;
  thread.stack_begin = chunk->data();
  thread.stack_top = chunk->data();
  thread.stack_end = reinterpret_cast<char*>(chunk) + size;
  return true;
}

}  // namespace

void release_empty_chunk(Thread& thread) {
  if (!thread.stack_begin || thread.stack_top != thread.stack_begin) return;
  Chunk* chunk = reinterpret_cast<Chunk*>(thread.stack_begin) - 1;
  Chunk* previous = chunk->previous;
  if (!previous) return;  // the first chunk stays
  thread.stack_begin = previous->data();
  thread.stack_top = chunk->previous_top;
  thread.stack_end = reinterpret_cast<char*>(previous) + previous->size;
  std::free(chunk);
}

void free_stack(Thread& thread) {
  while (thread.stack_begin) {
    Chunk* chunk = reinterpret_cast<Chunk*>(thread.stack_begin) - 1;
    thread.stack_begin = chunk->previous ? chunk->previous->data() : nullptr;
    std::free(chunk);
  }
}

bool check_recursion(Thread& thread) {
  if (thread.depth < vm.recursion_limit) return true;
  thread.depth -= 50;  // room for handlers
  raise(exc::RecursionError, "maximum recursion depth exceeded");
  thread.depth += 50;
  return false;
}

Frame* allocate_frame(Thread& thread, size_t words) {
  if (thread.depth >= vm.recursion_limit && !check_recursion(thread)) return nullptr;
  size_t bytes = sizeof(Frame) + words * sizeof(Value);
  if (!thread.stack_top || thread.stack_top + bytes > thread.stack_end) {
    if (!add_chunk(thread, bytes)) return nullptr;
  }
  return try_allocate_frame(thread, words);
}

void clear_frame(Frame* frame) {
  if (!frame->code) return;
  Value* stack = frame->stack();
  while (frame->sp > stack) {
    Value v = *--frame->sp;
    xdecref(v);
  }
  Value* locals = frame->locals();
  for (uint32_t i = 0; i < frame->code->local_count; i++) {
    Value v = locals[i];
    locals[i] = Value();
    xdecref(v);
  }
}

void pop_frame(Thread& thread, Frame* frame) {
  if (frame->object) detach_frame_object(frame);
  thread.top = frame->back;
  if (frame->code) thread.depth--;
  NativeFrame* native = frame->native;
  clear_frame(frame);
  Value aux = frame->aux, mapping = frame->mapping;
  Function* function = frame->function;
  CodeObject* code = frame->code;
  Dict* globals = frame->globals;
  thread.stack_top = reinterpret_cast<char*>(frame);
  if (thread.stack_top == thread.stack_begin) release_empty_chunk(thread);
  delete native;
  xdecref(aux);
  xdecref(mapping);
  if (function) {
    decref(Value(function));
  } else if (code) {
    decref(Value(code));
    decref(Value(globals));
  }
}

uint32_t Frame::offset() const {
  if (!code || !calling) return 0;
  return static_cast<uint32_t>(calling - code->instructions);
}

int Frame::line() const { return code ? line_at(code, offset()) : 0; }

bool push_code(CodeObject* code, Dict* globals, Value locals, OnReturn on_return) {
  Thread& thread = current_thread();
  Frame* memory = allocate_frame(thread, code->frame_words);
  if (!memory) return false;
  Frame* frame = new (memory) Frame();
  frame->back = thread.top;
  frame->code = code;
  incref(Value(code));
  frame->globals = globals;
  incref(Value(globals));
  Value builtins = dict_get(globals, names::__builtins__);
  if (builtins && is_exact(builtins, module_type)) builtins = Value(builtins.as<Module>()->dict);
  frame->builtins = builtins && is_exact(builtins, dict_type) ? builtins.as<Dict>() : vm.builtins;
  frame->mapping = Ref::share(locals).release();
  frame->ip = code->instructions;
  frame->calling = code->instructions;
  frame->on_return = on_return;
  Value* slots = frame->locals();
  for (uint32_t i = 0; i < code->local_count; i++) slots[i] = Value();
  frame->sp = frame->stack();
  thread.top = frame;
  return true;
}

bool push_function(Function* function, const Args& args, OnReturn on_return) {
  Thread& thread = current_thread();
  CodeObject* code = function->code;
  Frame* memory = allocate_frame(thread, code->frame_words);
  if (!memory) return false;
  Frame* frame = new (memory) Frame();
  Value* slots = frame->locals();
  for (uint32_t i = 0; i < code->local_count; i++) slots[i] = Value();
  frame->code = code;
  frame->sp = frame->stack();
  if (code->plain_arguments && !args.names && args.positional == code->argcount) {
    for (uint32_t i = 0; i < args.positional; i++) {
      incref(args.data[i]);
      slots[i] = args.data[i];
    }
  } else if (!bind_arguments(function, args, slots)) {
    clear_frame(frame);
    thread.depth--;
    thread.stack_top = reinterpret_cast<char*>(frame);
    if (thread.stack_top == thread.stack_begin) release_empty_chunk(thread);
    return false;
  }
  incref(Value(function));
  frame->back = thread.top;
  frame->function = function;
  frame->globals = function->globals;
  frame->builtins = function->builtins;
  frame->ip = code->instructions;
  frame->calling = code->instructions;
  frame->on_return = on_return;
  if (!(code->flags & 0x2)) frame->mapping = Ref::share(function->globals).release();
  thread.top = frame;
  return true;
}

void push_native(std::unique_ptr<NativeFrame> native, OnReturn on_return) {
  Thread& thread = current_thread();
  int limit = vm.recursion_limit;
  vm.recursion_limit = 1 << 30;  // native frames do not count: they are bounded by the Python frames between them
  Frame* memory = allocate_frame(thread, 0);
  vm.recursion_limit = limit;
  thread.depth--;
  if (!memory) std::abort();
  Frame* frame = new (memory) Frame();
  frame->back = thread.top;
  frame->native = native.release();
  frame->on_return = on_return;
  thread.top = frame;
}

}  // namespace loopscope::python
