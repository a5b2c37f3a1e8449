// SPDX-License-Identifier: MIT
#include "python/syntax/syntax_errors.h"

namespace loopscope::python {

Diagnostic diagnose(const Lexer& lexer, ParseMode) {
    const Token& last = lexer.tokens().back();
    if (last.kind == TokenKind::kError) return lexer.error();
    return {DiagnosticKind::kSyntaxError, "invalid syntax", last.range};
}

}  // namespace loopscope::python
