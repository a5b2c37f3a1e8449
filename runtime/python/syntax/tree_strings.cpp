// SPDX-License-Identifier: MIT
#include "python/syntax/literals.h"
#include "python/syntax/tree_builder.h"

namespace loopscope::python {

using namespace ast;

/// The parts of a run of adjacent string literals; neighbouring texts join into one Constant.
struct TreeBuilder::StringPieces {
    explicit StringPieces(TreeBuilder& owner) : builder(owner), values(owner) {}

    void add_text(std::string_view value, const SourceRange& range, bool u_prefix) {
        if (!has_text) {
            text_range = range;
            text_u_prefix = u_prefix;
            text.clear();
            has_text = true;
        }
        text += value;
        text_range.end_line = range.end_line;
        text_range.end_column = range.end_column;
    }
    void add_node(ExprNode* node) {
        flush();
        values.push(node);
    }
    void flush() {
        if (has_text && !text.empty()) values.push(constant(text_range));
        has_text = false;
    }
    Constant* constant(const SourceRange& range) {
        auto* node = builder.make<Constant>(range);
        node->value_kind = is_bytes ? ConstantKind::kBytes : ConstantKind::kStr;
        node->u_prefix = text_u_prefix;
        node->text = builder.arena_.copy(text);
        return node;
    }

    TreeBuilder& builder;
    Scratch values;
    std::string text;
    SourceRange text_range;
    bool has_text = false;
    bool text_u_prefix = false;
    bool is_bytes = false;
    bool any_str = false;
    bool any_fstring = false;
};

ExprNode* TreeBuilder::strings() {
    const Token& start = token();
    StringPieces pieces(*this);
    while (is(K::kString) || is(K::kFStringStart)) {
        if (is(K::kString) ? !string_token(pieces) : !fstring(pieces)) return nullptr;
    }
    if (pieces.is_bytes && (pieces.any_str || pieces.any_fstring)) return nullptr;
    if (!pieces.any_fstring) return pieces.constant(from(start));
    pieces.flush();
    auto* node = make<JoinedStr>(from(start));
    node->values = finish<ExprNode>(pieces.values);
    return node;
}

void TreeBuilder::warn_escape(std::string_view escape, const Token& token) {
    bool octal = escape.size() > 2;
    warnings_.push_back({DiagnosticKind::kSyntaxWarning,
                         std::string(octal ? "invalid octal escape sequence '" : "invalid escape sequence '") +
                             std::string(escape) + "'",
                         token.range});
}

bool TreeBuilder::string_token(StringPieces& pieces) {
    StringLiteral literal = split_string_literal(text(token()));
    std::string value;
    DecodeReport report;
    if (literal.is_bytes) {
        pieces.is_bytes = true;
        decode_bytes(literal.body, literal.is_raw, value, report);
    } else {
        pieces.any_str = true;
        decode_string(literal.body, literal.is_raw, value, report);
    }
    if (!report.error.empty()) return false;
    if (!report.warning.empty()) warn_escape(report.warning, token());
    pieces.add_text(value, token().range, literal.is_unicode_prefixed);
    advance();
    return true;
}

bool TreeBuilder::fstring(StringPieces& pieces) {
    std::string_view prefix = text(token());
    bool raw = (prefix[0] | 0x20) == 'r' || (prefix[1] | 0x20) == 'r';
    pieces.any_fstring = true;
    advance();
    for (;;) {
        if (accept(K::kFStringEnd)) return true;
        bool fine = is(K::kFStringMiddle) ? fstring_text(raw, pieces)
                    : is(K::kLeftBrace)   ? replacement_field(pieces)
                                          : false;
        if (!fine) return false;
    }
}

bool TreeBuilder::fstring_text(bool raw, StringPieces& pieces) {
    std::string value;
    DecodeReport report;
    decode_string(text(token()), raw, value, report);
    if (!report.error.empty()) return false;
    // The lexer has warned of a backslash before a brace.
    if (!report.warning.empty() && report.warning != "\\{" && report.warning != "\\}") {
        // CPython reports it on the line where the text ends.
        Token blamed = token();
        blamed.range.line = blamed.range.end_line;
        warn_escape(report.warning, blamed);
    }
    if (!value.empty()) pieces.add_text(value, token().range, false);
    advance();
    return true;
}

/// The source between two tokens as `f"{x=}"` shows it.
std::string TreeBuilder::text_without_comments(const Token* open, const Token* after) const {
    std::string shown;
    for (const Token* token = open; token != after; token++) {
        if (token != open) shown += text(*token);
        // A comment can only be between tokens, and ends with its line.
        bool in_comment = false;
        for (char c : text_.substr(token->end, token[1].start - token->end)) {
            if (c == '#') in_comment = true;
            if (c == '\n') in_comment = false;
            if (!in_comment) shown += c;
        }
    }
    return shown;
}

bool TreeBuilder::replacement_field(StringPieces& pieces) {
    Nesting nesting(*this);
    if (!nesting) return false;
    const Token& open = token();
    advance();
    if (!starts_expression() && !is(K::kYield)) return false;
    ExprNode* value = yield_or_star_expressions();
    if (!value) return false;
    const Token* debug = is(K::kEqual) ? at_ : nullptr;
    if (debug) advance();
    const Token& after = token();
    int32_t conversion = -1;
    if (accept(K::kExclamation)) {
        std::string_view letter = is(K::kName) ? text(token()) : std::string_view();
        if (token().start != after.end) return false;
        if (letter != "s" && letter != "r" && letter != "a") return false;
        conversion = letter[0];
        advance();
    } else if (debug && !is(K::kColon)) {
        conversion = 'r';
    }
    ExprNode* spec = nullptr;
    if (is(K::kColon)) {
        spec = format_spec();
        if (!spec) return false;
    }
    if (!accept(K::kRightBrace)) return false;
    auto* node = make<FormattedValue>(from(open));
    node->value = value;
    node->conversion = conversion;
    node->format_spec = spec;
    if (debug) {
        std::string shown = text_without_comments(&open, &after);
        SourceRange range = {open.range.line, open.range.column + 1, after.range.line, after.range.column};
        pieces.add_text(shown, range, false);
    }
    pieces.add_node(node);
    return true;
}

/// From the colon to before the closing brace.
ExprNode* TreeBuilder::format_spec() {
    const Token& colon = token();
    advance();
    StringPieces pieces(*this);
    for (;;) {
        if (is(K::kFStringMiddle)) {
            if (!fstring_text(false, pieces)) return nullptr;
        } else if (is(K::kLeftBrace)) {
            if (!replacement_field(pieces)) return nullptr;
        } else {
            break;
        }
    }
    pieces.flush();
    auto* node = make<JoinedStr>(from(colon));
    node->values = finish<ExprNode>(pieces.values);
    return node;
}

}  // namespace loopscope::python
