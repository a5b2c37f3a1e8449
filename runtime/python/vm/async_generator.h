// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/generator.h"

namespace loopscope::python {

/// What a coroutine's __await__() gives: an iterator over the coroutine.
struct CoroutineWrapper : Object {
  Value coroutine;
};
extern Type coroutine_wrapper_type;

/// `asend(v)`, `__anext__()`; and (athrow_type) `athrow(e)`, `aclose()`: awaitables that drive an async generator.
struct AsyncGenAwaitable : Object {
  Generator* generator;  // owned
  Value argument;        // value to send, tuple of athrow()'s arguments; null: __anext__ / aclose
  enum State : uint8_t { initial, iterating, closed } state;
};
extern Type async_gen_asend_type, async_gen_athrow_type, async_gen_value_type;

/// Translates how one step of the generator ended into what the awaitable's awaiter sees.
SendStatus async_gen_outcome(Value awaitable, SendStatus how, Ref& value);
Ref make_async_gen_awaitable(Type& type, Generator* g, Value argument);
/// For dealloc: clears frame, function and code references.
void finish_generator_frame(Generator* g);

}  // namespace loopscope::python
