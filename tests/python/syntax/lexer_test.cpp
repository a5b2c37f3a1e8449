// SPDX-License-Identifier: MIT
#include "python/syntax/lexer.h"

#include <catch2/catch.hpp>
#include <string>

using namespace loopscope::python;

namespace {

/// The tokens' spellings, with names for those that have none.
std::string spell(std::string_view source) {
    Lexer lexer(source, true);
    lexer.run();
    std::string out;
    for (const Token& token : lexer.tokens()) {
        if (!out.empty()) out += ' ';
        switch (token.kind) {
            case TokenKind::kNewline: out += "NEWLINE"; break;
            case TokenKind::kIndent: out += "INDENT"; break;
            case TokenKind::kDedent: out += "DEDENT"; break;
            case TokenKind::kEndMarker: out += "END"; break;
            case TokenKind::kError: out += "ERROR"; break;
            case TokenKind::kFStringMiddle:
                out += '<';
                out += lexer.text().substr(token.start, token.end - token.start);
                out += '>';
                break;
            default: out += lexer.text().substr(token.start, token.end - token.start); break;
        }
    }
    return out;
}

}  // namespace

TEST_CASE("operators are taken as long as possible", "[syntax]") {
    CHECK(spell("a**=b//c<<=d->e:=f...g!=h") == "a **= b // c <<= d -> e := f ... g != h NEWLINE END");
}

TEST_CASE("indentation", "[syntax]") {
    CHECK(spell("if a:\n  b\n\n  # note\n  c\nd") ==
          "if a : NEWLINE INDENT b NEWLINE c NEWLINE DEDENT d NEWLINE END");
    CHECK(spell("if a:\n\tb\n        c") == "if a : NEWLINE INDENT b NEWLINE ERROR");
    CHECK(spell("(a,\n   b)") == "( a , b ) NEWLINE END");
    CHECK(spell("a + \\\n   b") == "a + b NEWLINE END");
}

TEST_CASE("f-strings are tokens too", "[syntax]") {
    CHECK(spell("f'a{b:>{c}}d{{e'") == "f' <a> { b : <>> { c } <> } <d{> <e> ' NEWLINE END");
    CHECK(spell("f'{x!r}{y=}'") == "f' { x ! r } { y = } ' NEWLINE END");
    CHECK(spell("rf\"\"\"{'x'}\n\"\"\"") == "rf\"\"\" { 'x' } <\n> \"\"\" NEWLINE END");
    CHECK(spell("f'{a[\"b\"]:=^5}'") == "f' { a [ \"b\" ] : <=^5> } ' NEWLINE END");
}

TEST_CASE("an error is the last token", "[syntax]") {
    Lexer lexer("a = 'b", true);
    lexer.run();
    REQUIRE(lexer.tokens().back().kind == TokenKind::kError);
    CHECK(lexer.error().message == "unterminated string literal (detected at line 1)");
    CHECK(lexer.error().range.column == 4);
}
