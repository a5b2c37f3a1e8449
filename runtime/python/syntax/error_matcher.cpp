// SPDX-License-Identifier: MIT
#include "python/syntax/error_matcher.h"

namespace loopscope::python {

using namespace error_grammar;

ErrorMatcher::ErrorMatcher(const Grammar& grammar, const Lexer& lexer, size_t first_token)
    : grammar_(grammar), lexer_(lexer), tokens_(lexer.tokens()), first_(static_cast<uint32_t>(first_token)) {}

bool ErrorMatcher::match(std::string_view name, bool invalid_rules) {
    invalid_rules_ = invalid_rules;
    at_ = first_;
    depth_ = 0;
    stack_.clear();
    memo_.assign(tokens_.size() + 1, {});
    const Rule* start = grammar_.find(name);
    Value* value;
    bool matched = rule(static_cast<uint16_t>(start - grammar_.rules.data()), &value);
    return matched && !has_error_ && !gave_up_;
}

/// The current token; null if it is the lexer's error, which is thereby reported.
const Token* ErrorMatcher::fetch() {
    const Token& token = tokens_[at_];
    if (at_ >= filled_) filled_ = at_ + 1;
    if (token.kind == TokenKind::kError) {
        has_error_ = error_is_lexical_ = true;
        error_ = lexer_.error();
        return nullptr;
    }
    return &token;
}

std::string_view ErrorMatcher::text(const Token& token) const {
    return lexer_.text().substr(token.start, token.end - token.start);
}

bool ErrorMatcher::is_soft_keyword(const Token& token, std::string_view word) const {
    return token.kind == TokenKind::kName && text(token) == word;
}

/// CPython 3.13.0 takes each beginning of a soft keyword for one here, so that `f(c d)` is told
/// differently from `f(a b)`.
bool ErrorMatcher::begins_soft_keyword(const Token& token) const {
    if (token.kind != TokenKind::kName) return false;
    std::string_view name = text(token);
    for (std::string_view word : {"_", "case", "match", "type"}) {
        if (word.substr(0, name.size()) == name) return true;
    }
    return false;
}

bool ErrorMatcher::rule(uint16_t index, Value** value) {
    const Rule& rule = grammar_.rules[index];
    uint8_t mode = rule.memo ? 2 : invalid_rules_ ? 1 : 0;
    uint32_t start = at_;
    for (const Memo& memo : memo_[start]) {
        if (memo.rule != index || memo.mode != mode) continue;
        at_ = memo.end;
        *value = memo.value;
        return memo.matched;
    }
    if (depth_ >= kMaxDepth) {
        gave_up_ = true;
        return false;
    }
    depth_++;
    bool invalid_rules = invalid_rules_;
    if (rule.quiet) invalid_rules_ = false;
    Labels labels;
    *value = nullptr;
    bool matched = choice(rule.alternatives, labels, value);
    invalid_rules_ = invalid_rules;
    depth_--;
    if (has_error_ || gave_up_) return false;
    if (matched) {
        check_rule(rule, start, *value);
        if (has_error_) return false;
    } else {
        at_ = start;
    }
    memo_[start].push_back({index, mode, matched, at_, *value});
    return matched;
}

bool ErrorMatcher::choice(uint16_t index, Labels& labels, Value** value) {
    uint32_t start = at_;
    size_t base = stack_.size();
    for (const Alternative& alternative : grammar_.alternatives[index]) {
        Outcome outcome = sequence(alternative, labels, value);
        stack_.resize(base);
        if (outcome == Outcome::kMatched) return true;
        at_ = start;
        if (outcome == Outcome::kCut || has_error_ || gave_up_) return false;
    }
    return false;
}

ErrorMatcher::Outcome ErrorMatcher::sequence(const Alternative& alternative, Labels& labels, Value** value) {
    uint32_t start = at_;
    size_t base = stack_.size();
    bool cut = false;
    Value* chosen = nullptr;
    for (const Item& part : alternative.items) {
        if (part.op == ItemOp::kCut) {
            cut = true;
            continue;
        }
        Value* part_value = nullptr;
        uint32_t before = at_;
        if (!item(part, labels, &part_value)) return cut ? Outcome::kCut : Outcome::kFailed;
        if (part.label) labels[part.label] = part_value ? part_value : token_value(before);
        if (part.result) chosen = part_value;
        if (part_value) stack_.push_back(part_value);
    }
    if (alternative.report != Report::kNone) {
        // A report that finds nothing to say ends its rule, further alternatives included.
        report(alternative, labels);
        return Outcome::kCut;
    }
    *value = chosen ? chosen : shape(alternative, base, start);
    return Outcome::kMatched;
}

bool ErrorMatcher::item(const Item& item, Labels& labels, Value** value) {
    switch (item.op) {
        case ItemOp::kRule:
            if (grammar_.rules[item.target].invalid && !invalid_rules_) return false;
            return rule(item.target, value);
        case ItemOp::kGroup: return choice(item.target, labels, value);
        case ItemOp::kOptional:
            choice(item.target, labels, value);
            return !has_error_ && !gave_up_;
        case ItemOp::kRepeat:
        case ItemOp::kRepeatSome:
        case ItemOp::kGather: return repeat(item, labels, value);
        case ItemOp::kAhead:
        case ItemOp::kNotAhead: {
            uint32_t start = at_;
            Value* ignored;
            bool matched = choice(item.target, labels, &ignored);
            at_ = start;
            if (has_error_ || gave_up_) return false;
            return matched == (item.op == ItemOp::kAhead);
        }
        case ItemOp::kCut: return true;
        default: break;
    }
    const Token* token = fetch();
    if (!token) return false;
    bool matches = false;
    switch (item.op) {
        case ItemOp::kSoftKeyword: matches = is_soft_keyword(*token, item.text); break;
        case ItemOp::kAnySoftKeyword:
            matches = begins_soft_keyword(*token);
            break;
        default: matches = token->kind == item.token; break;
    }
    if (matches) {
        at_++;
    } else if (item.op == ItemOp::kForced && invalid_rules_) {
        fail(token->known_range(), "expected '" + std::string(token_text(item.token)) + "'");
    }
    return matches;
}

bool ErrorMatcher::repeat(const Item& item, Labels& labels, Value** value) {
    size_t base = stack_.size();
    uint32_t start = at_;
    bool any = false;
    for (;;) {
        uint32_t before = at_;
        if (any && item.op == ItemOp::kGather) {
            const Token* token = fetch();
            if (!token) return false;
            if (token->kind != item.token) break;
            at_++;
        }
        Value* one = nullptr;
        if (!choice(item.target, labels, &one)) {
            if (has_error_ || gave_up_) return false;
            at_ = before;
            break;
        }
        if (one) stack_.push_back(one);
        any = true;
        if (at_ == before) break;
    }
    if (!any && item.op != ItemOp::kRepeat) return false;
    if (stack_.size() > base) *value = make("", start, base);
    stack_.resize(base);
    return true;
}

ErrorMatcher::Value* ErrorMatcher::token_value(uint32_t index) {
    Value* value = arena_.make<Value>();
    value->tag = text(tokens_[index]);
    value->range = tokens_[index].known_range();
    return value;
}

/// A value from start to here over the values on the stack above `base`, in which lists dissolve.
ErrorMatcher::Value* ErrorMatcher::make(std::string_view tag, uint32_t start, size_t base) {
    std::vector<Value*> children;
    for (size_t i = base; i < stack_.size(); i++) {
        if (stack_[i]->tag.empty()) {
            children.insert(children.end(), stack_[i]->children.begin(), stack_[i]->children.end());
        } else {
            children.push_back(stack_[i]);
        }
    }
    Value* value = arena_.make<Value>();
    value->tag = tag;
    value->text = text(tokens_[start]);
    value->children = arena_.copy(children.data(), children.size());
    SourceRange first = tokens_[start].range;
    SourceRange last = tokens_[at_ > start ? at_ - 1 : start].range;
    if (tag.empty() && !children.empty()) {
        first = children.front()->range;
        last = children.back()->range;
    }
    value->range = {first.line, first.column, last.end_line, last.end_column};
    return value;
}

ErrorMatcher::Value* ErrorMatcher::shape(const Alternative& alternative, size_t base, uint32_t start) {
    size_t count = stack_.size() - base;
    switch (alternative.shape) {
        case Shape::kNode: return make(alternative.tag, start, base);
        case Shape::kPlain: return count == 1 ? stack_[base] : make("", start, base);
        case Shape::kNodeIfMany:
        case Shape::kLastTag: break;
    }
    if (count == 1) return stack_[base];
    if (alternative.shape == Shape::kNodeIfMany) return make(alternative.tag, start, base);
    const Value* suffixes = stack_.back();
    return make(suffixes->tag.empty() ? suffixes->children.back()->tag : suffixes->tag, start, base);
}

}  // namespace loopscope::python
