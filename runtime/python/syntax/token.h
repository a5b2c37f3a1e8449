// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "python/syntax/source_range.h"

namespace loopscope::python {

/// Operators and keywords, spelt as in the source. X(enumerator, "spelling").
#define LOOPSCOPE_PYTHON_OPERATORS(X)                                                         \
    X(LeftParen, "(") X(RightParen, ")") X(LeftBracket, "[") X(RightBracket, "]")             \
    X(LeftBrace, "{") X(RightBrace, "}") X(Colon, ":") X(Comma, ",") X(Semicolon, ";")        \
    X(Dot, ".") X(Ellipsis, "...") X(Arrow, "->") X(At, "@") X(Exclamation, "!")              \
    X(ColonEqual, ":=") X(Equal, "=")                                                         \
    X(Plus, "+") X(Minus, "-") X(Star, "*") X(Slash, "/") X(DoubleSlash, "//")                \
    X(Percent, "%") X(DoubleStar, "**") X(LeftShift, "<<") X(RightShift, ">>")                \
    X(Amper, "&") X(Bar, "|") X(Circumflex, "^") X(Tilde, "~")                                \
    X(PlusEqual, "+=") X(MinusEqual, "-=") X(StarEqual, "*=") X(AtEqual, "@=")                \
    X(SlashEqual, "/=") X(PercentEqual, "%=") X(AmperEqual, "&=") X(BarEqual, "|=")           \
    X(CircumflexEqual, "^=") X(LeftShiftEqual, "<<=") X(RightShiftEqual, ">>=")               \
    X(DoubleStarEqual, "**=") X(DoubleSlashEqual, "//=")                                      \
    X(EqualEqual, "==") X(NotEqual, "!=") X(Less, "<") X(LessEqual, "<=") X(Greater, ">")     \
    X(GreaterEqual, ">=")

#define LOOPSCOPE_PYTHON_KEYWORDS(X)                                                          \
    X(False, "False") X(None, "None") X(True, "True") X(And, "and") X(As, "as")               \
    X(Assert, "assert") X(Async, "async") X(Await, "await") X(Break, "break")                 \
    X(Class, "class") X(Continue, "continue") X(Def, "def") X(Del, "del") X(Elif, "elif")     \
    X(Else, "else") X(Except, "except") X(Finally, "finally") X(For, "for") X(From, "from")   \
    X(Global, "global") X(If, "if") X(Import, "import") X(In, "in") X(Is, "is")               \
    X(Lambda, "lambda") X(Nonlocal, "nonlocal") X(Not, "not") X(Or, "or") X(Pass, "pass")     \
    X(Raise, "raise") X(Return, "return") X(Try, "try") X(While, "while") X(With, "with")     \
    X(Yield, "yield")

/// Soft keywords (match, case, type, _) are plain names; the parser decides.
enum class TokenKind : uint8_t {
    kEndMarker,
    kName,
    kNumber,
    kString,
    kNewline,
    kIndent,
    kDedent,
    kFStringStart,
    kFStringMiddle,
    kFStringEnd,
    /// A character no token starts with (`$`, `?`, a backquote) or `<>`: never valid in a program.
    kUnknown,
    /// The lexer's error: always the last token; looking at it is what makes the error surface.
    kError,
#define X(name, text) k##name,
    LOOPSCOPE_PYTHON_OPERATORS(X) LOOPSCOPE_PYTHON_KEYWORDS(X)
#undef X
};

constexpr TokenKind kFirstKeyword = TokenKind::kFalse;

struct Token {
    TokenKind kind = TokenKind::kEndMarker;
    /// Bytes in the lexer's text. A middle of an f-string that ends in `{{` or `}}` has only one of the two.
    uint32_t start = 0;
    uint32_t end = 0;
    SourceRange range;

    /// Indentation and the ends of things have no columns in CPython: where one is to be pointed at as the last
    /// token read, the cursor is taken, which is what `range` holds then (with an end column of -2).
    bool has_columns() const { return range.end_column != -2; }
    SourceRange known_range() const {
        return has_columns() ? range : SourceRange{range.line, -1, range.end_line, -1};
    }
    bool is_keyword() const { return kind >= kFirstKeyword; }
};

/// The keyword's kind, or kName.
TokenKind keyword_kind(std::string_view word);

/// Spelling of an operator or keyword, "" for the others.
std::string_view token_text(TokenKind kind);

}  // namespace loopscope::python
