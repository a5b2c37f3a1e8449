// SPDX-License-Identifier: MIT
// The same bodies as a program without exceptions runs them.
#define LOOPSCOPE_CORO_EXCEPTIONS 0
#include "structure_bodies.h"
