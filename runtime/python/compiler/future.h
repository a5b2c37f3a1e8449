// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "python/syntax/ast.h"
#include "python/syntax/diagnostic.h"

namespace loopscope::python {

struct FutureFeatures {
    bool annotations = false;
    int32_t last_line = 0;  ///< of the last `from __future__ import` at the beginning of the file
};

/// Reads the `from __future__` imports that come before everything but the docstring (CPython's future.c).
std::optional<Diagnostic> find_future_features(const ast::ModNode& module, FutureFeatures& features);

}  // namespace loopscope::python
