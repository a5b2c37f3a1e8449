// SPDX-License-Identifier: MIT
#include "structure_bodies.h"
