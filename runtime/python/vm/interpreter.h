// SPDX-License-Identifier: MIT
#pragma once

#include "python/bytecode/opcodes.h"
#include "python/vm/generator.h"
#include "python/vm/vm.h"

/// Inside the interpreter: shared by its translation units only.
namespace loopscope::python {

/// How interpret() ended.
enum class Exit : uint8_t {
  returned,     // the `entry` frame returned: *out
  yielded,      // the `gen_entry` generator yielded: *out
  raised,       // it ended with the pending exception
  interrupted,  // budget spent or a step done (outermost interpreter only)
  blocked,      // the thread waits (outermost only)
};

/// Executes thread.top and what it pushes until the innermost `entry`/`gen_entry` frame below it is over.
Exit interpret(Thread& thread, Ref* out);

// ---- frames on the thread's stack ----------------------------------------------------------------------------------
/// Raises RecursionError / MemoryError and returns null.
Frame* allocate_frame(Thread& thread, size_t words);
/// The same where it takes no effort; null without an exception: allocate_frame knows more.
inline Frame* try_allocate_frame(Thread& thread, size_t words) {
  size_t bytes = sizeof(Frame) + words * sizeof(Value);
  if (thread.depth >= vm.recursion_limit || !thread.stack_top || thread.stack_top + bytes > thread.stack_end) return nullptr;
  Frame* frame = reinterpret_cast<Frame*>(thread.stack_top);
  thread.stack_top += bytes;
  thread.depth++;
  return frame;
}
/// Releases what the frame owns and its memory (generator frames: only unlinks). Makes its caller the top.
void pop_frame(Thread& thread, Frame* frame);
/// After popping the first frame of a chunk: goes back to the chunk before.
void release_empty_chunk(Thread& thread);
/// Gives back the memory of a thread that is over, whose frames are all popped.
void free_stack(Thread& thread);
/// Drops locals and the value stack of a frame that is over.
void clear_frame(Frame* frame);
bool check_recursion(Thread& thread);

/// Binds `args` into `locals` (all slots, zeroed by the caller); CPython's TypeError texts.
bool bind_arguments(Function* function, const Args& args, Value* locals);

/// `callable(*args)`, pushing a frame when it is Python code. Null: exception.
Ref call_or_push(Value callable, const Args& args);
/// The lowest of the frames above `before`. (A throw into a chain of coroutines pushes several.)
Frame* lowest_above(Frame* before);
/// The result of what was pushed above `before` leaves the interpreter, for its C++ caller.
void leave_after(Frame* before);
/// Nested interpreters on the C++ stack. In wasm each takes up to 1.4 KB of the engine's, and a browser's worker has 500 KB.
inline constexpr int kMaxNativeDepth = 256;
/// Runs the frames that were pushed, whose lowest leaves the interpreter, on the C++ stack.
Ref run_pushed(Thread& thread);

// ---- generators ------------------------------------------------------------------------------------------------------
/// RETURN_GENERATOR: moves the running frame of `thread.top` into a new generator object and pops it.
Ref detach_generator(Thread& thread, Frame* frame);
/// A resumed frame yields, returns or raises: state, exception chain, top. The result of an async generator's step is
/// translated (asend: a wrapped value means returned). Returns what the resumer sees; raised: pending is set.
SendStatus leave_generator(Thread& thread, Frame* frame, SendStatus how, Ref& value);
/// `aux` objects of async generators: receiver types of SEND that resume a generator.
bool is_async_gen_awaitable(Value v);
bool resume_async_gen_awaitable(Value awaitable, Value value, OnReturn on_return, SendStatus* status, Ref* result);
Ref wrap_async_value(Value v);

// ---- what instructions do -----------------------------------------------------------------------------------------------
Ref import_name(Frame* frame, Str* name, Value level, Value fromlist);  // may push a frame
Ref import_from(Value module, Str* name);
bool import_star(Frame* frame, Value module);
Ref match_class(Value subject, Value type, uint32_t positional, Tuple* keywords);
Ref match_keys(Value subject, Value keys);
int exception_matches(Value exception, Value type);  // CHECK_EXC_MATCH with its TypeErrors; 1, 0, -1
bool match_exception_group(Value exception, Value type, Ref* rest, Ref* matched);
Ref prepare_reraise_star(Value original, Value list);
Ref intrinsic_type_parameter(uint32_t op, Value* operands);
/// As get_awaitable; `awaited` says which statement asks, for the error.
Ref get_awaitable_for(Value v, Awaited awaited);

/// Adds the frame to the pending exception's traceback.
void add_traceback(Frame* frame);
/// Fills the table of instructions that are functions. Once, at start-up.
void ready_instructions();

}  // namespace loopscope::python
