// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/generator.h"

/// What the files about generators share with each other and with nobody else.
namespace loopscope::python {

/// What throw() was given, not made into an exception yet: it is handed on as it is to what is delegated to.
struct Thrown {
  Ref type;       // class or instance
  Ref value;      // or null
  Ref traceback;  // or null
};

/// "generator", "coroutine", "async generator" for error texts.
const char* generator_noun(const Generator* g);
/// Runs the frame just pushed until it yields or ends.
SendStatus run_generator(Ref* result);
/// After a failed call of __next__ / send: StopIteration is the return value.
SendStatus from_stop_iteration(Ref* result);
/// Too many interpreters on the C++ stack; then RecursionError is set.
bool generator_too_deep();

/// What is thrown into a generator that handles an exception has that one as its context.
void set_context_of_thrown(Thread& thread, Generator* g);
/// Throws into the innermost generator that `g` (already linked) waits for. Its frame and those between are linked then, with
/// the exception pending, or the outcome of a foreign throw() lies on the stack of the last one: true. False: what was thrown
/// is no exception, `g` is unlinked again.
bool throw_into_chain(Thread& thread, Generator* g, const Thrown& thrown, bool close_on_exit);
/// throw() of something that is not a generator or coroutine.
SendStatus throw_into_foreign(Value awaitable, const Thrown& thrown, Ref* result);
/// generator.throw(...). As resume_generator; close_on_exit: GeneratorExit closes what `g` waits for (not so in athrow()).
bool throw_generator(Generator* g, const Thrown& thrown, bool close_on_exit, OnReturn on_return, SendStatus* status,
                     Ref* result);
/// Closes what a generator waits for, of any type. False: an exception is set.
bool close_awaitable(Value awaitable);

}  // namespace loopscope::python
