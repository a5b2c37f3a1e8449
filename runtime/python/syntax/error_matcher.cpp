// SPDX-License-Identifier: MIT
#include "python/syntax/error_matcher.h"

namespace loopscope::python {

using namespace error_grammar;

ErrorMatcher::ErrorMatcher(const Grammar& grammar, const Lexer& lexer, size_t first_token)
    : grammar_(grammar), lexer_(lexer), tokens_(lexer.tokens()), first_(static_cast<uint32_t>(first_token)) {}

bool ErrorMatcher::match(std::string_view name, bool invalid_rules) {
    invalid_rules_ = invalid_rules;
    at_ = first_;
    frames_.clear();
    stack_.clear();
    memo_.assign(tokens_.size() + 1, {});
    const Rule* start = grammar_.find(name);
    Outcome outcome = call_rule(static_cast<uint16_t>(start - grammar_.rules.data()));
    while (!frames_.empty() && !stopped()) {
        const Frame& frame = frames_.back();
        const Alternative& alternative = alternative_of(frame);
        const Item& item = alternative.items[frame.item];
        outcome = outcome == Outcome::kCalled ? begin_item(item) : resume_item(item, outcome == Outcome::kMatched);
        // An item that is complete may complete its alternative, and that the choice.
        if (outcome != Outcome::kCalled && !stopped()) outcome = finish_item(item, outcome == Outcome::kMatched);
    }
    return outcome == Outcome::kMatched && !stopped();
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

ErrorMatcher::Outcome ErrorMatcher::call_rule(uint16_t index) {
    const Rule& rule = grammar_.rules[index];
    if (rule.invalid && !invalid_rules_) return Outcome::kFailed;
    uint8_t mode = rule.memo ? 2 : invalid_rules_ ? 1 : 0;
    for (const Memo& memo : memo_[at_]) {
        if (memo.rule != index || memo.mode != mode) continue;
        at_ = memo.end;
        value_ = memo.value;
        return memo.matched ? Outcome::kMatched : Outcome::kFailed;
    }
    auto labels_of = static_cast<uint32_t>(frames_.size());
    call_group(rule.alternatives);
    Frame& frame = frames_.back();
    frame.rule = index;
    frame.labels_of = labels_of;
    frame.outer_invalid_rules = invalid_rules_;
    if (rule.quiet) invalid_rules_ = false;
    return Outcome::kCalled;
}

ErrorMatcher::Outcome ErrorMatcher::call_group(uint16_t alternatives) {
    if (frames_.size() >= kMaxFrames) gave_up_ = true;
    Frame frame;
    frame.alternatives = alternatives;
    frame.labels_of = frames_.empty() ? 0 : frames_.back().labels_of;
    frame.start = at_;
    frame.base = stack_.size();
    frames_.push_back(frame);
    return Outcome::kCalled;
}

ErrorMatcher::Outcome ErrorMatcher::begin_item(const Item& item) {
    Frame& frame = frames_.back();
    frame.item_start = frame.repeat_from = at_;
    frame.repeat_base = stack_.size();
    frame.repeated = false;
    value_ = nullptr;
    switch (item.op) {
        case ItemOp::kRule: return call_rule(item.target);
        case ItemOp::kGroup:
        case ItemOp::kOptional:
        case ItemOp::kRepeat:
        case ItemOp::kRepeatSome:
        case ItemOp::kGather:
        case ItemOp::kAhead:
        case ItemOp::kNotAhead: return call_group(item.target);
        case ItemOp::kCut: frame.cut = true; return Outcome::kMatched;
        default: return match_token(item) ? Outcome::kMatched : Outcome::kFailed;
    }
}

bool ErrorMatcher::match_token(const Item& item) {
    const Token* token = fetch();
    if (!token) return false;
    bool matches;
    switch (item.op) {
        case ItemOp::kSoftKeyword: matches = is_soft_keyword(*token, item.text); break;
        case ItemOp::kAnySoftKeyword: matches = begins_soft_keyword(*token); break;
        default: matches = token->kind == item.token; break;
    }
    if (matches) {
        at_++;
    } else if (item.op == ItemOp::kForced && invalid_rules_) {
        fail(token->known_range(), "expected '" + std::string(token_text(item.token)) + "'");
    }
    return matches;
}

/// What the item makes of the rule or group it has called.
ErrorMatcher::Outcome ErrorMatcher::resume_item(const Item& item, bool matched) {
    switch (item.op) {
        case ItemOp::kOptional:
            if (!matched) value_ = nullptr;
            return Outcome::kMatched;
        case ItemOp::kAhead:
        case ItemOp::kNotAhead:
            at_ = frames_.back().item_start;
            value_ = nullptr;
            return matched == (item.op == ItemOp::kAhead) ? Outcome::kMatched : Outcome::kFailed;
        case ItemOp::kRepeat:
        case ItemOp::kRepeatSome:
        case ItemOp::kGather: return repeat_item(item, matched);
        default: return matched ? Outcome::kMatched : Outcome::kFailed;
    }
}

ErrorMatcher::Outcome ErrorMatcher::repeat_item(const Item& item, bool matched) {
    Frame& frame = frames_.back();
    if (matched) {
        if (value_) stack_.push_back(value_);
        bool moved = at_ != frame.repeat_from;
        frame.repeated = true;
        frame.repeat_from = at_;
        bool more = moved;
        if (moved && item.op == ItemOp::kGather) {
            const Token* token = fetch();
            if (!token) return Outcome::kFailed;
            more = token->kind == item.token;
            if (more) at_++;
        }
        if (more) return call_group(item.target);
    }
    at_ = frame.repeat_from;
    value_ = nullptr;
    if (!frame.repeated && item.op != ItemOp::kRepeat) return Outcome::kFailed;
    if (stack_.size() > frame.repeat_base) value_ = make("", frame.item_start, frame.repeat_base);
    stack_.resize(frame.repeat_base);
    return Outcome::kMatched;
}

/// Goes on behind an item: to the next one, the next alternative, or out of the choice (kCalled means that
/// there is a frame to begin an item in).
ErrorMatcher::Outcome ErrorMatcher::finish_item(const Item& item, bool matched) {
    Frame& frame = frames_.back();
    const Alternative& alternative = alternative_of(frame);
    if (matched) {
        if (item.label) frames_[frame.labels_of].labels[item.label] = value_ ? value_ : token_value(frame.item_start);
        if (item.result) frame.chosen = value_;
        if (value_) stack_.push_back(value_);
        frame.item++;
        if (frame.item < alternative.items.size()) return Outcome::kCalled;
        if (alternative.report == Report::kNone) {
            value_ = frame.chosen ? frame.chosen : shape(alternative, frame.base, frame.start);
            return finish_choice(true);
        }
        // A report that finds nothing to say ends its rule, further alternatives included.
        report(alternative, frames_[frame.labels_of].labels);
        return finish_choice(false);
    }
    at_ = frame.start;
    stack_.resize(frame.base);
    frame.alternative++;
    if (frame.cut || frame.alternative == grammar_.alternatives[frame.alternatives].size()) return finish_choice(false);
    frame.item = 0;
    frame.chosen = nullptr;
    return Outcome::kCalled;
}

ErrorMatcher::Outcome ErrorMatcher::finish_choice(bool matched) {
    Frame frame = frames_.back();
    frames_.pop_back();
    stack_.resize(frame.base);
    if (!matched) {
        at_ = frame.start;
        value_ = nullptr;
    }
    if (frame.rule >= 0) {
        invalid_rules_ = frame.outer_invalid_rules;
        const Rule& rule = grammar_.rules[static_cast<size_t>(frame.rule)];
        if (matched) check_rule(rule, frame.start, value_);
        uint8_t mode = rule.memo ? 2 : invalid_rules_ ? 1 : 0;
        memo_[frame.start].push_back({static_cast<uint16_t>(frame.rule), mode, matched, at_, value_});
    }
    return matched ? Outcome::kMatched : Outcome::kFailed;
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
