// SPDX-License-Identifier: MIT
#pragma once

/// How errors and cancellation travel through coroutines. 1: as C++ exceptions, `co_await` throws. 0: without exceptions,
/// `co_await` does not come back: the coroutine is destroyed where it is suspended, which runs the destructors of its
/// locals, and so on outwards up to the nearest `co_await outcome(...)`. Follows the compiler unless set before.
#ifndef LOOPSCOPE_CORO_EXCEPTIONS
#if defined(__cpp_exceptions)
#define LOOPSCOPE_CORO_EXCEPTIONS 1
#else
#define LOOPSCOPE_CORO_EXCEPTIONS 0
#endif
#endif

// One program may hold code compiled both ways; their types must not be mistaken for one another.
#if LOOPSCOPE_CORO_EXCEPTIONS
#define LOOPSCOPE_CORO_BEGIN namespace loopscope::coro { inline namespace throwing {
#else
#define LOOPSCOPE_CORO_BEGIN namespace loopscope::coro { inline namespace unwinding {
#endif
#define LOOPSCOPE_CORO_END } }
