// SPDX-License-Identifier: MIT
#include "python/syntax/error_matcher.h"

namespace loopscope::python {

using namespace error_grammar;

void ErrorMatcher::fail(const SourceRange& range, std::string message, DiagnosticKind kind) {
    if (has_error_) return;
    has_error_ = true;
    error_ = {kind, std::move(message), range};
}

void ErrorMatcher::fail_at_token(const Token& token, std::string message, DiagnosticKind kind) {
    fail(token.range, std::move(message), kind);
}

int ErrorMatcher::bracket_depth(uint32_t token) const {
    int depth = 0;
    for (uint32_t i = 0; i <= token; i++) {
        switch (tokens_[i].kind) {
            case TokenKind::kLeftParen: case TokenKind::kLeftBracket: case TokenKind::kLeftBrace: depth++; break;
            case TokenKind::kRightParen: case TokenKind::kRightBracket: case TokenKind::kRightBrace: depth--; break;
            default: break;
        }
    }
    return depth;
}

std::string ErrorMatcher::format(std::string_view message, const Value* about) const {
    std::string out;
    for (size_t i = 0; i < message.size(); i++) {
        if (message[i] == '\\') continue;
        if (message[i] != '%') {
            out += message[i];
            continue;
        }
        i++;
        if (message[i] == 's') out += about->tag == "comparison_in" ? "comparison" : about->tag;
        else out += std::to_string(about->range.line);
    }
    return out;
}

/// The part of what stands in a target's place that cannot be one.
const ErrorMatcher::Value* ErrorMatcher::invalid_target(const Value* value, Report report) const {
    if (value->tag == "name" || value->tag == "attribute" || value->tag == "subscript") return nullptr;
    if (value->tag == "tuple" || value->tag == "list") {
        for (const Value* child : value->children) {
            if (const Value* found = invalid_target(child, report)) return found;
        }
        return nullptr;
    }
    if (value->tag == "starred") {
        return report == Report::kDeleteTarget ? value : invalid_target(value->children[0], report);
    }
    // `x in y` of `for x in y` is read as a comparison.
    if (value->tag == "comparison_in" && report == Report::kForTarget) {
        return invalid_target(value->children[0], report);
    }
    if (value->tag == "comparison" && report == Report::kForTarget) return nullptr;
    return value;
}

bool ErrorMatcher::is_legacy_statement(const Value* value) const {
    return value->tag == "name" && (value->text == "print" || value->text == "exec");
}

void ErrorMatcher::report(const Alternative& alternative, Labels& labels) {
    const Value* a = alternative.first ? labels[alternative.first] : nullptr;
    const Value* b = alternative.second ? labels[alternative.second] : nullptr;
    auto span = [](const Value* from, const Value* to) {
        return SourceRange{from->range.line, from->range.column, to->range.end_line, to->range.end_column};
    };
    switch (alternative.report) {
        case Report::kNone: return;
        case Report::kAt: return fail(a->range, format(alternative.message, a));
        case Report::kRange: return fail(span(a, b), format(alternative.message, a));
        case Report::kFrom: {
            const Token& last = tokens_[filled_ - 1];
            int32_t end = last.has_columns() ? last.range.end_column - 1 : last.range.column;
            return fail({a->range.line, a->range.column, last.range.end_line, end},
                        format(alternative.message, a));
        }
        case Report::kHere: return fail_at_token(tokens_[filled_ - 1], std::string(alternative.message));
        case Report::kNext: {
            const Token* token = fetch();
            if (token) fail_at_token(*token, std::string(alternative.message));
            return;
        }
        case Report::kIndent:
        case Report::kBlock:
            return fail_at_token(tokens_[filled_ - 1], format(alternative.message, a),
                                 DiagnosticKind::kIndentationError);
        case Report::kAssignTarget:
        case Report::kForTarget:
        case Report::kDeleteTarget:
            if (const Value* target = invalid_target(a, alternative.report)) {
                fail(target->range, format(alternative.message, target));
            }
            return;
        case Report::kComma: {
            if (is_legacy_statement(a) || bracket_depth(at_ - 1) == 0) return;
            return fail(span(a, b), std::string(alternative.message));
        }
        case Report::kLegacy: {
            if (!is_legacy_statement(a)) return;
            Value word = *a;
            word.tag = word.text;
            return fail(span(a, b), format(alternative.message, &word));
        }
        case Report::kGenerator: {
            const Value* last = nullptr;
            size_t count = 0;
            for (const Value* child : a->children) {
                if (child->tag == "keyword" || child->tag == "double_starred") continue;
                last = child;
                count++;
            }
            if (count <= 1) return;
            return fail(span(last, b), std::string(alternative.message));
        }
        case Report::kPositional: {
            std::string message(alternative.message);
            for (const Value* child : a->children) {
                if (child->tag == "double_starred") {
                    message += " unpacking";
                    break;
                }
            }
            return fail_at_token(tokens_[filled_ - 1], std::move(message));
        }
        case Report::kKey:
            return fail({a->range.line, a->range.end_column - 1, a->range.end_line, -1},
                        std::string(alternative.message));
    }
}

}  // namespace loopscope::python
