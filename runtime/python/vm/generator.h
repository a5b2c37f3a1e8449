// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/memory.h"
#include "python/vm/thread.h"

namespace loopscope::python {

enum class GeneratorState : uint8_t { created, suspended, running, closed };
enum class GeneratorKind : uint8_t { generator, coroutine, async_generator };

/// A coroutine written in C++ (asyncio.sleep, Lock.acquire): a state machine that awaits loop futures.
class NativeBody : public Pooled {
 public:
  virtual ~NativeBody() = default;
  /// Resumes with a value. yielded: *result goes to whoever drives it; returned; raised: exception pending.
  virtual SendStatus send(Value value, Ref* result) = 0;
  /// The exception is pending when called; may swallow it. Default: propagates (and the body ends).
  virtual SendStatus throw_in(Ref* result) { (void)result; return SendStatus::raised; }
  virtual void traverse(Visitor&) {}
  /// What it awaits (a future or inner awaitable), borrowed; null if nothing.
  virtual Value awaiting() { return {}; }
};

/// generator, coroutine and async_generator objects.
struct Generator : Object {
  GeneratorKind kind;
  GeneratorState state;
  bool hooks_called;      // async generator: firstiter hook
  bool ag_running;        // async generator: an asend/athrow is under way
  bool ag_closed;
  bool awaited;           // coroutine: somebody started it (no "never awaited")
  bool thrown_through;    // resumed by a throw into the generator that delegates to it
  Frame* frame;           // storage at the end of this object; null: closed, or native
  NativeBody* native;     // owned, or null
  Str* name;
  Str* qualname;
  CodeObject* code;       // owned, null for native ones
  Value finalizer;        // async generator hook
  ExceptionState exceptions;
  Object* weaklist;
};
extern Type generator_type, coroutine_type, async_generator_type, coroutine_wrapper_type;
inline bool is_generator_object(Value v) {
  Type* t = type_of(v);
  return t == &generator_type || t == &coroutine_type || t == &async_generator_type;
}

/// The names are interned.
Own<Generator> make_native_coroutine(std::unique_ptr<NativeBody> body, Str* name, Str* qualname);
Own<Generator> make_native_coroutine(std::unique_ptr<NativeBody> body, const char* name, const char* qualname);
/// With interned names.
Own<Generator> make_native_coroutine(std::unique_ptr<NativeBody> body, Str* name, Str* qualname);

/// What the object is suspended on (cr_await / gi_yieldfrom): borrowed, or null.
Value awaited_by(Generator* g);
/// Line where it is parked, 0 if not started or closed.
int current_line(Generator* g);

/// Resumes `g` with `value` (null: throws the pending exception into it) so that `on_return` (a gen_* mode) gets the
/// outcome. true: a frame was pushed (or several, for a throw into a chain). false: it ended at once: *status and *result say how.
bool resume_generator(Generator* g, Value value, OnReturn on_return, SendStatus* status, Ref* result);
/// The same to completion of this one resumption, on the C++ stack.
SendStatus send_to(Value awaitable, Value value, Ref* result);
SendStatus throw_into(Value awaitable, Ref exception, Ref* result);
/// g.close(): what it returned on the way out, usually None.
Ref close_generator(Generator* g);
/// The iterator behind `await v`: coroutine itself, v.__await__()...; TypeError "object X can't be used in 'await' expression".
Ref get_awaitable(Value v);

}  // namespace loopscope::python
