// SPDX-License-Identifier: MIT
#include "python/syntax/parser.h"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "python/syntax/characters.h"
#include "python/syntax/lexer.h"
#include "python/syntax/syntax_errors.h"
#include "python/syntax/tree_builder.h"

namespace loopscope::python {

namespace {

/// What is wrong with the text as such, before it has lines or columns.
bool check_text(std::string_view source, ParseResult& result) {
    SourceRange nowhere;
    if (std::memchr(source.data(), 0, source.size())) {
        result.errors.push_back(
            {DiagnosticKind::kSyntaxError, "source code string cannot contain null bytes", nowhere});
        return false;
    }
    size_t bad = find_invalid_utf8(source);
    if (bad != std::string_view::npos) {
        constexpr char kHex[] = "0123456789abcdef";
        auto byte = static_cast<unsigned char>(source[bad]);
        std::string message = std::string("(unicode error) 'utf-8' codec can't decode byte 0x") + kHex[byte >> 4] +
                              kHex[byte & 15] + " in position " + std::to_string(bad) + ": ";
        message += byte < 0xC2 || byte > 0xF4 ? "invalid start byte" : "invalid continuation byte";
        result.errors.push_back({DiagnosticKind::kSyntaxError, std::move(message), nowhere});
        return false;
    }
    return true;
}

}  // namespace

ParseResult parse(std::string_view source, std::string_view, ParseMode mode, Arena& arena) {
    ParseResult result;
    if (source.size() >= 3 && source.compare(0, 3, "\xEF\xBB\xBF") == 0) source.remove_prefix(3);
    if (!source.empty() && !check_text(source, result)) return result;
    Lexer lexer(source, mode == ParseMode::kModule);
    lexer.run();
    TreeBuilder builder(lexer.text(), lexer.tokens(), arena);
    switch (mode) {
        case ParseMode::kModule: result.module = builder.module(); break;
        case ParseMode::kExpression: result.module = builder.expression_input(); break;
        case ParseMode::kSingle: result.module = builder.single_input(); break;
    }
    if (!result.module) {
        if (builder.too_complex()) {
            result.errors.push_back({DiagnosticKind::kMemoryError, "Parser stack overflowed - Python source too complex to parse", {}});
        } else {
            result.errors.push_back(diagnose(lexer, mode, builder.first_wrong_statement()));
        }
    }
    if (result.module && mode == ParseMode::kSingle && builder.more_follows()) {
        result.module = nullptr;
        result.errors.push_back({DiagnosticKind::kSyntaxError,
                                 "multiple statements found while compiling a single statement",
                                 builder.last_range()});
    }
    // Both lists are in the order of lines.
    auto by_line = [](const Diagnostic& a, const Diagnostic& b) { return a.range.line < b.range.line; };
    std::merge(std::make_move_iterator(lexer.warnings().begin()), std::make_move_iterator(lexer.warnings().end()),
               std::make_move_iterator(builder.warnings().begin()), std::make_move_iterator(builder.warnings().end()),
               std::back_inserter(result.warnings), by_line);
    return result;
}

}  // namespace loopscope::python
