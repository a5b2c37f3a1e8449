// SPDX-License-Identifier: MIT
#include "python/syntax/diagnostic.h"

namespace loopscope::python {

const char* diagnostic_class_name(DiagnosticKind kind) {
    switch (kind) {
        case DiagnosticKind::kSyntaxError: return "SyntaxError";
        case DiagnosticKind::kIndentationError: return "IndentationError";
        case DiagnosticKind::kTabError: return "TabError";
        case DiagnosticKind::kSyntaxWarning: return "SyntaxWarning";
        case DiagnosticKind::kRecursionError: return "RecursionError";
        case DiagnosticKind::kMemoryError: return "MemoryError";
    }
    return "SyntaxError";
}

}  // namespace loopscope::python
