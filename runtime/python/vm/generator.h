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

class NativeCoroutine;

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
  const NativeCoroutine* native_kind;  // null: written in Python
  Str* name;
  Str* qualname;
  CodeObject* code;       // owned, null for native ones
  Value finalizer;        // async generator hook
  ExceptionState exceptions;
  Object* weaklist;
  Value origin;           // owned: cr_origin, while origins are tracked, else null
};
extern Type generator_type, coroutine_type, async_generator_type, coroutine_wrapper_type;
inline bool is_generator_object(Value v) {
  Type* t = type_of(v);
  return t == &generator_type || t == &coroutine_type || t == &async_generator_type;
}

/// What a coroutine written in C++ is called, and where in CPython's library it would be. One static object each.
class NativeCoroutine {
 public:
  /// `file` is below the library's folder; `line` is that of its def, `await_line` where it waits.
  constexpr NativeCoroutine(const char* name, const char* qualname, const char* file, uint16_t line, uint16_t await_line)
      : file(file), line(line), await_line(await_line), name_text_(name), qualname_text_(qualname) {}
  const char* file;
  uint16_t line, await_line;

  Str* name() const {
    if (!name_) intern_names();
    return name_;
  }
  Str* qualname() const {
    if (!qualname_) intern_names();
    return qualname_;
  }

 private:
  void intern_names() const;
  const char* name_text_;
  const char* qualname_text_;
  mutable Str* name_ = nullptr;
  mutable Str* qualname_ = nullptr;
};
Own<Generator> make_native_coroutine(std::unique_ptr<NativeBody> body, const NativeCoroutine& what);

/// A coroutine that has been begun, of a call with exactly the arguments of the function (whose references it takes, as it takes the
/// function's): its frame is past RETURN_GENERATOR and waits to be linked. Null, and nothing has happened: it must be called.
Generator* start_coroutine(Function* function, const Value* arguments, uint32_t count);

/// Notes the calls from `caller` outwards, as many as vm.origin_depth says, in a coroutine that was just made.
void note_origin(Generator* g, Frame* caller);

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
/// throw(type, value, traceback), whose last two may be null: warns of the old form. False: raised.
bool check_throw_signature(const Value* args, const char* method);
/// g.close(): what it returned on the way out, usually None.
Ref close_generator(Generator* g);
/// The iterator behind `await v`: coroutine itself, v.__await__()...; TypeError "object X can't be used in 'await' expression".
Ref get_awaitable(Value v);

}  // namespace loopscope::python
