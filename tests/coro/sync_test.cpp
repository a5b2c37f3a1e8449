// SPDX-License-Identifier: MIT
#include "sync_bodies.h"
