// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/code_object.h"
#include "python/vm/memory.h"

namespace loopscope::python {

struct Frame;
struct Generator;
struct FrameObject;
struct Thread;

/// What becomes of a frame's result, decided by whoever pushed it. "Caller" is the frame below (Frame::back).
enum class OnReturn : uint8_t {
  push,        // push the value on the caller's stack (CALL and everything like it)
  construct,   // an __init__: must be None; the caller gets `aux`, the instance
  next,        // a __next__ called by FOR_ITER: StopIteration ends the loop
  entry,       // leave the interpreter: its C++ caller wants the value
  native,      // the caller is a native frame: its resume() gets it
  discard,     // a __setattr__ and its like: the caller gets nothing
  finish,      // a special method that the caller's instruction needed: Frame::finish goes on with it
  then,        // Frame::then makes of it what the caller gets
  // Generators, coroutines and async generators only; how yield and return arrive:
  gen_method,  // next(g), g.send(), g.throw(): yield -> value, return -> StopIteration
  gen_for,     // FOR_ITER: return -> loop ends
  gen_send,    // SEND: yield -> passed on, return -> jump to its target
  gen_native,  // native frame's resume(): yielded or returned
  gen_entry,   // C++ caller (generator_send): status
};

/// Goes on with an instruction of `caller` that pushed the frame of a special method; see OnReturn::finish and special_method.h.
/// `stage` and `kept` are what it left with that frame; `value` null: an exception is pending.
enum class Outcome : uint8_t;
using Finish = Outcome (*)(Frame* caller, uint8_t stage, Value kept, Ref value);
/// Makes a result of what was called: the last step of a native function. `value` null: an exception is pending. May push again.
using Then = Ref (*)(Value kept, Ref value);

/// Where a native frame was resumed from.
enum class Resumed : uint8_t { started, returned, yielded, raised };
/// What a native frame wants next.
enum class Next : uint8_t {
  pushed,   // it pushed a frame; resume() is called with that one's outcome
  done,     // *result is its own result
  failed,   // an exception is set
  blocked,  // the thread cannot go on before Thread::wake_at or an outside event; then resume(started) again
};

/// A C++ function with a heap frame: it may call Python without being on the C++ stack while Python runs.
/// A state machine; owned by its Frame.
class NativeFrame : public Pooled {
 public:
  virtual ~NativeFrame() = default;
  /// `value`: result or yielded value of the frame above. On `raised` the exception is pending; take or leave it.
  virtual Next resume(Resumed how, Ref value, Ref* result) = 0;
  virtual void traverse(Visitor&) {}
  /// For the inspector ("time.sleep", "asyncio.run").
  virtual const char* label() const { return ""; }
};

/// One activation. Lives on its thread's stack of frames, or inside its Generator. Locals and value stack follow it.
struct Frame {
  Frame* back = nullptr;        // caller
  CodeObject* code = nullptr;   // owned; null: native frame
  Function* function = nullptr; // owned; null for module and class bodies run from code alone
  Dict* globals = nullptr;      // borrowed from function, or owned when there is none
  Dict* builtins = nullptr;     // borrowed
  Value mapping;                // owned: locals of module and class bodies (f_locals), else null
  const uint32_t* ip = nullptr; // next instruction; while a callee runs: after the calling instruction's words
  Value* sp = nullptr;          // one past the top of the value stack
  Generator* generator = nullptr;  // whose frame this is (borrowed), or null
  FrameObject* object = nullptr;   // the Python-visible frame, if asked for (owned)
  NativeFrame* native = nullptr;   // owned
  Value aux;                       // owned; see OnReturn::construct, Finish, Then, and async generators' asend objects
  const uint32_t* calling = nullptr;  // the instruction being executed, kept while a callee runs: for tracebacks
  OnReturn on_return = OnReturn::push;
  bool is_entry = false;           // with construct, then and gen_method: the result leaves the interpreter
  uint8_t stage = 0;               // see Finish
  union {                          // by on_return
    Finish finish = nullptr;
    Then then;
  };

  Value* locals() { return reinterpret_cast<Value*>(this + 1); }
  Value* stack() { return locals() + code->local_count; }
  /// Word offset of the instruction it is at.
  uint32_t offset() const;
  int line() const;
};

/// `frame` in Python: sys._getframe(), tb_frame, gi_frame. Outlives the frame (then it keeps code, globals and locals).
struct FrameObject : Object {
  Frame* frame;        // null when the activation is over
  CodeObject* code;    // owned
  Dict* globals;       // owned
  Value* slots;           // owned: the locals once the activation is over, or null
  Value locals;           // f_locals once it was asked for after that, or null
  Value back;          // FrameObject of the caller once over, or null
  uint32_t last_offset;
};
extern Type frame_type;
/// The frame's Python object, made on demand (borrowed by the frame; returns a new reference).
Own<FrameObject> frame_object(Frame* frame);
/// The activation is over: keeps what the object still must show.
void detach_frame_object(Frame* frame);
/// locals() of a frame as a new dict (module and class bodies: the mapping itself).
Ref frame_locals(Frame* frame);

}  // namespace loopscope::python
