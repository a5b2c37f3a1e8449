// SPDX-License-Identifier: MIT
#pragma once

/// C++20 coroutines on Loopscope's event loop: all of it.
#include "coro/channel.h"
#include "coro/future.h"
#include "coro/gather.h"
#include "coro/generator.h"
#include "coro/nursery.h"
#include "coro/queue.h"
#include "coro/run.h"
#include "coro/shield.h"
#include "coro/sleep.h"
#include "coro/spawn.h"
#include "coro/sync.h"
#include "coro/task.h"
#include "coro/timeout.h"
