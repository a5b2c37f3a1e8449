// SPDX-License-Identifier: MIT
#include "python/syntax/token.h"

namespace loopscope::python {

std::string_view token_text(TokenKind kind) {
    switch (kind) {
#define X(name, text) \
    case TokenKind::k##name: return text;
        LOOPSCOPE_PYTHON_OPERATORS(X) LOOPSCOPE_PYTHON_KEYWORDS(X)
#undef X
        default: return "";
    }
}

TokenKind keyword_kind(std::string_view word) {
    if (word.size() < 2 || word.size() > 8) return TokenKind::kName;
    switch (word[0]) {
#define CASE(text, name) \
    if (word == text) return TokenKind::k##name
        case 'F': CASE("False", False); break;
        case 'N': CASE("None", None); break;
        case 'T': CASE("True", True); break;
        case 'a':
            CASE("and", And); CASE("as", As); CASE("assert", Assert); CASE("async", Async);
            CASE("await", Await);
            break;
        case 'b': CASE("break", Break); break;
        case 'c': CASE("class", Class); CASE("continue", Continue); break;
        case 'd': CASE("def", Def); CASE("del", Del); break;
        case 'e': CASE("else", Else); CASE("elif", Elif); CASE("except", Except); break;
        case 'f': CASE("for", For); CASE("from", From); CASE("finally", Finally); break;
        case 'g': CASE("global", Global); break;
        case 'i': CASE("if", If); CASE("in", In); CASE("is", Is); CASE("import", Import); break;
        case 'l': CASE("lambda", Lambda); break;
        case 'n': CASE("not", Not); CASE("nonlocal", Nonlocal); break;
        case 'o': CASE("or", Or); break;
        case 'p': CASE("pass", Pass); break;
        case 'r': CASE("return", Return); CASE("raise", Raise); break;
        case 't': CASE("try", Try); break;
        case 'w': CASE("with", With); CASE("while", While); break;
        case 'y': CASE("yield", Yield); break;
#undef CASE
        default: break;
    }
    return TokenKind::kName;
}

}  // namespace loopscope::python
