// SPDX-License-Identifier: MIT
#include <cassert>
#include <cstring>

#include "python/syntax/error_grammar.h"

namespace loopscope::python::error_grammar {

namespace {

bool is_lower(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
bool is_upper(char c) { return (c >= 'A' && c <= 'Z') || c == '_'; }

TokenKind token_kind(std::string_view spelling) {
    for (int i = 0; i < 256; i++) {
        auto kind = static_cast<TokenKind>(i);
        std::string_view text = token_text(kind);
        if (!text.empty() && text == spelling) return kind;
        if (kind == TokenKind::kYield) break;
    }
    assert(!"no such token");
    return TokenKind::kUnknown;
}

TokenKind token_class(std::string_view name) {
    static constexpr struct {
        const char* name;
        TokenKind kind;
    } kClasses[] = {
        {"NAME", TokenKind::kName}, {"NUMBER", TokenKind::kNumber}, {"STRING", TokenKind::kString},
        {"NEWLINE", TokenKind::kNewline}, {"INDENT", TokenKind::kIndent}, {"DEDENT", TokenKind::kDedent},
        {"ENDMARKER", TokenKind::kEndMarker}, {"FSTRING_START", TokenKind::kFStringStart},
        {"FSTRING_MIDDLE", TokenKind::kFStringMiddle}, {"FSTRING_END", TokenKind::kFStringEnd},
    };
    for (const auto& entry : kClasses) {
        if (name == entry.name) return entry.kind;
    }
    assert(!"no such token class");
    return TokenKind::kUnknown;
}

Report report_kind(std::string_view name) {
    static constexpr struct {
        const char* name;
        Report report;
    } kReports[] = {
        {"at", Report::kAt}, {"range", Report::kRange}, {"from", Report::kFrom}, {"here", Report::kHere},
        {"next", Report::kNext}, {"indent", Report::kIndent}, {"block", Report::kBlock},
        {"assign_target", Report::kAssignTarget}, {"for_target", Report::kForTarget},
        {"delete_target", Report::kDeleteTarget}, {"comma", Report::kComma}, {"legacy", Report::kLegacy},
        {"generator", Report::kGenerator}, {"positional", Report::kPositional}, {"key", Report::kKey},
    };
    for (const auto& entry : kReports) {
        if (name == entry.name) return entry.report;
    }
    assert(!"no such report");
    return Report::kNone;
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    Grammar read() {
        collect_names();
        at_ = 0;
        for (Rule& rule : grammar_.rules) {
            while (text_[at_] == '\n') at_++;
            at_ = text_.find(':', at_) + 1;
            rule.alternatives = alternatives('\n');
        }
        return std::move(grammar_);
    }

private:
    /// A rule begins where a line does not begin with a blank.
    void collect_names() {
        for (size_t i = 0; i < text_.size(); i++) {
            bool line_start = i == 0 || text_[i - 1] == '\n';
            if (!line_start || !is_lower(text_[i])) continue;
            Rule rule;
            std::string_view head = text_.substr(i, text_.find(':', i) - i);
            if (head.substr(0, 5) == "memo ") {
                rule.memo = true;
                head.remove_prefix(5);
            } else if (head.substr(0, 6) == "quiet ") {
                rule.quiet = true;
                head.remove_prefix(6);
            }
            rule.name = head;
            rule.invalid = head.substr(0, 8) == "invalid_";
            grammar_.rules.push_back(rule);
        }
    }

    /// Blanks; also a line break if the next line continues the rule.
    void skip() {
        for (;;) {
            while (text_[at_] == ' ') at_++;
            if (text_[at_] != '\n' || at_ + 1 >= text_.size() || text_[at_ + 1] != ' ') return;
            at_++;
        }
    }

    uint16_t alternatives(char close) {
        std::vector<Alternative> list;
        list.push_back(alternative(close));
        while (text_[at_] == '|') {
            at_++;
            list.push_back(alternative(close));
        }
        if (close != '\n') at_++;
        grammar_.alternatives.push_back(std::move(list));
        return static_cast<uint16_t>(grammar_.alternatives.size() - 1);
    }

    Alternative alternative(char close) {
        Alternative result;
        for (;;) {
            skip();
            char c = text_[at_];
            if (c == '|' || c == close || c == '\n') return result;
            if (c == '@') tag(result);
            else if (c == '-' && text_[at_ + 1] == '>') report(result);
            else result.items.push_back(item());
        }
    }

    void tag(Alternative& result) {
        at_++;
        result.shape = Shape::kNode;
        if (text_[at_] == '?') {
            result.shape = Shape::kNodeIfMany;
            at_++;
        }
        if (text_[at_] == '"') {
            result.tag = quoted();
            return;
        }
        size_t start = at_;
        while (is_lower(text_[at_]) || is_upper(text_[at_])) at_++;
        result.tag = text_.substr(start, at_ - start);
        if (result.tag == "last") result.shape = Shape::kLastTag;
    }

    void report(Alternative& result) {
        at_ += 2;
        skip();
        result.report = report_kind(word());
        skip();
        while (is_lower(text_[at_])) {
            (result.first ? result.second : result.first) = text_[at_++];
            skip();
        }
        result.message = quoted();
    }

    std::string_view word() {
        size_t start = at_;
        while (is_lower(text_[at_])) at_++;
        return text_.substr(start, at_ - start);
    }

    /// `"` escaped by a backslash stays escaped; the reporter undoes it.
    std::string_view quoted() {
        char quote = text_[at_++];
        size_t start = at_;
        while (text_[at_] != quote || text_[at_ - 1] == '\\') at_++;
        return text_.substr(start, at_++ - start);
    }

    static Item make(ItemOp op) {
        Item item;
        item.op = op;
        return item;
    }

    uint16_t wrap(Item inner) {
        Alternative only;
        only.items.push_back(inner);
        grammar_.alternatives.push_back({std::move(only)});
        return static_cast<uint16_t>(grammar_.alternatives.size() - 1);
    }

    Item item() {
        skip();
        char label = 0;
        bool result = false;
        if (is_lower(text_[at_]) && text_[at_ + 1] == ':') {
            label = text_[at_];
            at_ += 2;
        }
        if (text_[at_] == '^') {
            result = true;
            at_++;
        }
        Item made = prefixed();
        made.label = label;
        made.result = result;
        return made;
    }

    Item prefixed() {
        char c = text_[at_];
        if (c == '~') {
            at_++;
            return make(ItemOp::kCut);
        }
        if (c == '&' && text_[at_ + 1] == '&') {
            at_ += 2;
            Item forced = make(ItemOp::kForced);
            forced.token = token_kind(quoted());
            return forced;
        }
        if (c == '&' || c == '!') {
            at_++;
            Item ahead = make(c == '&' ? ItemOp::kAhead : ItemOp::kNotAhead);
            ahead.target = wrap(basic());
            return ahead;
        }
        Item made = basic();
        if (made.op == ItemOp::kToken && text_[at_] == '.') {
            at_++;
            Item gather = make(ItemOp::kGather);
            gather.token = made.token;
            gather.target = wrap(basic());
            at_++;  // the plus
            return gather;
        }
        char suffix = text_[at_];
        if (suffix == '?' || suffix == '*' || suffix == '+') {
            at_++;
            Item repeated = make(suffix == '?'   ? ItemOp::kOptional
                                 : suffix == '*' ? ItemOp::kRepeat
                                                 : ItemOp::kRepeatSome);
            repeated.target = made.op == ItemOp::kGroup ? made.target : wrap(made);
            return repeated;
        }
        return made;
    }

    Item basic() {
        char c = text_[at_];
        Item made = make(ItemOp::kToken);
        if (c == '\'') {
            made.token = token_kind(quoted());
        } else if (c == '"') {
            made.op = ItemOp::kSoftKeyword;
            made.text = quoted();
        } else if (c == '(') {
            at_++;
            made.op = ItemOp::kGroup;
            made.target = alternatives(')');
        } else if (c == '[') {
            at_++;
            made.op = ItemOp::kOptional;
            made.target = alternatives(']');
        } else if (is_upper(c)) {
            size_t start = at_;
            while (is_upper(text_[at_])) at_++;
            std::string_view name = text_.substr(start, at_ - start);
            if (name == "SOFT_KEYWORD") made.op = ItemOp::kAnySoftKeyword;
            else made.token = token_class(name);
        } else {
            made.op = ItemOp::kRule;
            const Rule* rule = grammar_.find(word());
            assert(rule && "no such rule");
            made.target = static_cast<uint16_t>(rule - grammar_.rules.data());
        }
        return made;
    }

    std::string_view text_;
    size_t at_ = 0;
    Grammar grammar_;
};

}  // namespace

const Rule* Grammar::find(std::string_view name) const {
    for (const Rule& rule : rules) {
        if (rule.name == name) return &rule;
    }
    return nullptr;
}

Grammar read_grammar(std::string_view text) { return Reader(text).read(); }

}  // namespace loopscope::python::error_grammar
