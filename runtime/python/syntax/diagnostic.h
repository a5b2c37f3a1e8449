// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "python/syntax/source_range.h"

namespace loopscope::python {

/// The Python class of the exception (or warning category) a diagnostic turns into.
enum class DiagnosticKind : uint8_t {
    kSyntaxError,
    kIndentationError,
    kTabError,
    kSyntaxWarning,
    /// "too many nested parentheses"-like limits that CPython reports as MemoryError / RecursionError.
    kRecursionError,
    kMemoryError,
};

/// Who found it. What `SyntaxError.text` is depends on that, as in CPython.
enum class DiagnosticStage : uint8_t { kTokens, kGrammar, kMeaning };

/// One mistake in a source text. `range` yields CPython's attributes thus:
/// lineno = line, offset = column + 1, end_lineno = end_line, end_offset = end_column + 1.
/// Text that is shown under a traceback is the source's line `range.line`.
struct Diagnostic {
    DiagnosticKind kind = DiagnosticKind::kSyntaxError;
    std::string message;
    SourceRange range;
    DiagnosticStage stage = DiagnosticStage::kGrammar;
};

/// "SyntaxError", "IndentationError", ...
const char* diagnostic_class_name(DiagnosticKind kind);

}  // namespace loopscope::python
