// SPDX-License-Identifier: MIT
#include "python/syntax/parser.h"

#include <catch2/catch.hpp>
#include <string>

#include "python/syntax/ast.h"

using namespace loopscope::python;
using namespace loopscope::python::ast;

namespace {

struct Parsed {
    explicit Parsed(std::string_view source, ParseMode mode = ParseMode::kModule)
        : result(parse(source, "<test>", mode, arena)) {}
    Arena arena;
    ParseResult result;

    std::string error() const { return result.ok() ? "" : result.errors.at(0).message; }
    const ExprNode* expression() const { return as<Expr>(as<Module>(result.module)->body[0])->value; }
};

std::string repeat(const char* text, int times) {
    std::string out;
    for (int i = 0; i < times; i++) out += text;
    return out;
}

}  // namespace

TEST_CASE("columns count code points", "[syntax]") {
    Parsed parsed("'안녕', 이름");
    const ExprNode* name = as<Tuple>(parsed.expression())->elts[1];
    CHECK(as<Name>(name)->id == "이름");
    CHECK(name->range.column == 6);
    CHECK(name->range.end_column == 8);
}

TEST_CASE("identifiers are interned and normalised", "[syntax]") {
    Parsed parsed("name + name");
    const auto* sum = as<BinOp>(parsed.expression());
    CHECK(as<Name>(sum->left)->id.data() == as<Name>(sum->right)->id.data());
    Parsed decomposed("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB");  // 한 in three jamo
    CHECK(as<Name>(decomposed.expression())->id == "한");
    Parsed wide("\xEF\xBD\x97\xEF\xBD\x89\xEF\xBD\x84");  // fullwidth "wid"
    CHECK(as<Name>(wide.expression())->id == "wid");
}

TEST_CASE("lone surrogates keep their own bytes", "[syntax]") {
    Parsed parsed("'\\ud83d\\ude00'");
    CHECK(as<Constant>(parsed.expression())->text == "\xED\xA0\xBD\xED\xB8\x80");
}

TEST_CASE("a BOM, line endings and form feeds", "[syntax]") {
    Parsed parsed("\xEF\xBB\xBFif x:\r\n  y\r\f  z\n");
    REQUIRE(parsed.result.ok());
    const auto* node = as<If>(as<Module>(parsed.result.module)->body[0]);
    CHECK(node->body.size() == 2);
    CHECK(node->range.end_line == 3);
}

TEST_CASE("text that is not a program at all", "[syntax]") {
    CHECK(Parsed(std::string_view("a\0b", 3)).error() == "source code string cannot contain null bytes");
    CHECK(Parsed("a\xFF").error() == "(unicode error) 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte");
}

TEST_CASE("warnings are collected, not raised", "[syntax]") {
    Parsed parsed("x = '\\d'\ny = 1or 2\nz = f'\\{x}'\nw = b'\\400'\n");
    REQUIRE(parsed.result.ok());
    const auto& warnings = parsed.result.warnings;
    REQUIRE(warnings.size() == 4);
    CHECK(warnings[0].message == "invalid escape sequence '\\d'");
    CHECK(warnings[0].range.line == 1);
    CHECK(warnings[1].message == "invalid decimal literal");
    CHECK(warnings[1].range.line == 2);
    CHECK(warnings[2].message == "invalid escape sequence '\\{'");
    CHECK(warnings[3].message == "invalid octal escape sequence '\\400'");
    CHECK(warnings[3].kind == DiagnosticKind::kSyntaxWarning);
}

TEST_CASE("a warning in an f-string is on the line where its text ends", "[syntax]") {
    Parsed parsed("f'''\n\\q\n\n{x}'''");
    REQUIRE(parsed.result.warnings.size() == 1);
    CHECK(parsed.result.warnings[0].range.line == 4);
}

TEST_CASE("nesting has limits, not crashes", "[syntax]") {
    CHECK(Parsed(repeat("(", 150) + "x" + repeat(")", 150)).result.ok());
    CHECK(Parsed(repeat("(", 300)).error() == "too many nested parentheses");
    Parsed deep(repeat("-", 100000) + "x");
    REQUIRE_FALSE(deep.result.ok());
    CHECK(deep.result.errors[0].kind == DiagnosticKind::kMemoryError);
    CHECK_FALSE(Parsed(repeat("(", 190) + "x y" + repeat(")", 190)).result.ok());
    CHECK_FALSE(Parsed(repeat("x = not ", 50000)).result.ok());
    std::string ladder = "if x: pass\n" + repeat("elif x: pass\n", 3000);
    CHECK(Parsed(ladder).result.ok());
    CHECK(Parsed("x = " + repeat("a + ", 20000) + "a").result.ok());
}
