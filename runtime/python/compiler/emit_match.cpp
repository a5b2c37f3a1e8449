// SPDX-License-Identifier: MIT
#include <algorithm>

#include "python/compiler/emitter.h"

namespace loopscope::python {

using namespace ast;

namespace {

SourceRange nowhere() { return {}; }

bool is_wildcard(const PatternNode* p) {
    auto* as_pattern = dyn<MatchAs>(p);
    return as_pattern && !as_pattern->name.data();
}

bool is_star_wildcard(const PatternNode* p) {
    auto* star = dyn<MatchStar>(p);
    return star && !star->name.data();
}

std::string python_repr(const python::Constant& value);
bool equal_keys(const python::Constant& left, const python::Constant& right);

std::string quoted_repr(const std::string& text) {
    const char quote = text.find('\'') != std::string::npos && text.find('"') == std::string::npos ? '"' : '\'';
    std::string out(1, quote);
    for (char c : text) {
        if (c == quote || c == '\\') out += '\\';
        if (c == '\n') out += "\\n";
        else out += c;
    }
    return out + quote;
}

}  // namespace

/// State of one case. A failed test jumps to the label for the number of values it leaves on the stack.
struct Emitter::PatternContext {
    std::vector<NameId> stores;       ///< captured names, the first one's value on top
    std::vector<Label> fail_pop;      ///< [n]: pop n values, then the case has failed
    size_t on_top = 0;                ///< values above the captured ones
    bool allow_irrefutable = false;
};

void Emitter::jump_to_fail(PatternContext& pc, Op op, const SourceRange& at) {
    const size_t pops = pc.on_top + pc.stores.size();
    while (pc.fail_pop.size() <= pops) pc.fail_pop.push_back(label());
    emit_jump(op, pc.fail_pop[pops], at);
}

void Emitter::bind_fail_labels(PatternContext& pc, const SourceRange& at) {
    if (pc.fail_pop.empty()) return;
    for (size_t i = pc.fail_pop.size() - 1; i > 0; --i) {
        bind(pc.fail_pop[i]);
        emit(Op::POP_TOP, at);
    }
    bind(pc.fail_pop[0]);
    pc.fail_pop.clear();
}

void Emitter::match_statement(const Match* s) {
    const Label end = label();
    expression(s->subject);
    const size_t count = s->cases.size();
    const bool has_default = count > 1 && is_wildcard(s->cases[count - 1]->pattern);
    const size_t tested = has_default ? count - 1 : count;
    for (size_t i = 0; i < tested && !failed(); ++i) {
        const MatchCase* c = s->cases[i];
        const SourceRange& at = c->pattern->range;
        if (i + 1 != tested) emit(Op::COPY, at, 1);
        PatternContext pc;
        pc.allow_irrefutable = c->guard || i + 1 == count;
        pattern(c->pattern, pc);
        if (failed()) return;
        for (NameId captured : pc.stores) name(captured, Context::kStore, at);
        pc.stores.clear();
        if (c->guard) {
            while (pc.fail_pop.empty()) pc.fail_pop.push_back(label());
            jump_if(c->guard, pc.fail_pop[0], false);
        }
        if (i + 1 != tested) emit(Op::POP_TOP, at);
        statements(c->body);
        emit_jump(Op::JUMP, end, nowhere());
        // Several tests of one pattern jump here one after another: the fall-back pops are shared.
        bind_fail_labels(pc, at);
    }
    if (has_default) {
        const MatchCase* c = s->cases[count - 1];
        emit(Op::NOP, c->pattern->range);
        if (c->guard) jump_if(c->guard, end, false);
        statements(c->body);
    }
    bind(end);
}

void Emitter::pattern(const PatternNode* p, PatternContext& pc) {
    if (failed()) return;
    if (++depth_ > kMaxNesting) {
        failed_ = true;
        error_ = too_deep(p->range);
    } else {
        dispatch(p, pc);
    }
    --depth_;
}

void Emitter::dispatch(const PatternNode* p, PatternContext& pc) {
    switch (p->kind) {
        case Kind::kMatchValue: return pattern_value(as<MatchValue>(p), pc);
        case Kind::kMatchSingleton: {
            Constant value;
            const ConstantKind kind = as<MatchSingleton>(p)->value;
            if (kind == ConstantKind::kTrue) value.kind = Constant::Kind::True;
            if (kind == ConstantKind::kFalse) value.kind = Constant::Kind::False;
            load(value, p->range);
            emit(Op::IS_OP, p->range, 0);
            return jump_to_fail(pc, Op::POP_JUMP_IF_FALSE, p->range);
        }
        case Kind::kMatchSequence: return pattern_sequence(as<MatchSequence>(p), pc);
        case Kind::kMatchMapping: return pattern_mapping(as<MatchMapping>(p), pc);
        case Kind::kMatchClass: return pattern_class(as<MatchClass>(p), pc);
        case Kind::kMatchStar: {
            auto* star = as<MatchStar>(p);
            return pattern_store(star->name.data() ? names_.intern(star->name) : kNoName, p->range, pc);
        }
        case Kind::kMatchAs: return pattern_as(as<MatchAs>(p), pc);
        case Kind::kMatchOr: return pattern_or(as<MatchOr>(p), pc);
        default: return;
    }
}

/// A pattern within another may be irrefutable.
void Emitter::sub_pattern(const PatternNode* p, PatternContext& pc) {
    const bool before = pc.allow_irrefutable;
    pc.allow_irrefutable = true;
    pattern(p, pc);
    pc.allow_irrefutable = before;
}

/// Takes the top value as the value of `captured`, which is bound only when the whole pattern has matched.
void Emitter::pattern_store(NameId captured, const SourceRange& at, PatternContext& pc) {
    if (captured == kNoName) return emit(Op::POP_TOP, at);
    if (!assignable(names_.text(captured), Context::kStore, at)) return;
    if (std::find(pc.stores.begin(), pc.stores.end(), captured) != pc.stores.end())
        return fail("multiple assignments to name '" + std::string(names_.text(captured)) + "' in pattern", at);
    // Under the values that are still to be tested and the names captured before: the first name stays on top.
    for (size_t i = pc.on_top + pc.stores.size() + 1; i > 1; --i) emit(Op::SWAP, at, static_cast<uint32_t>(i));
    pc.stores.push_back(captured);
}

void Emitter::pattern_as(const MatchAs* p, PatternContext& pc) {
    if (!p->pattern) {
        if (!pc.allow_irrefutable) {
            if (p->name.data())
                return fail("name capture '" + std::string(p->name) + "' makes remaining patterns unreachable", p->range);
            return fail("wildcard makes remaining patterns unreachable", p->range);
        }
        return pattern_store(p->name.data() ? names_.intern(p->name) : kNoName, p->range, pc);
    }
    ++pc.on_top;
    emit(Op::COPY, p->range, 1);
    pattern(p->pattern, pc);
    --pc.on_top;
    pattern_store(names_.intern(p->name), p->range, pc);
}

void Emitter::pattern_value(const MatchValue* p, PatternContext& pc) {
    if (p->value->kind == Kind::kJoinedStr) return fail("patterns may only match literals and attribute lookups", p->range);
    expression(p->value);
    emit(Op::COMPARE_OP, p->range, static_cast<uint32_t>(python::CompareOperator::Equal));
    jump_to_fail(pc, Op::POP_JUMP_IF_FALSE, p->range);
}

void Emitter::pattern_sequence(const MatchSequence* p, PatternContext& pc) {
    const SourceRange& at = p->range;
    const size_t count = p->patterns.size();
    size_t star = count;
    bool only_wildcards = true, star_wildcard = false;
    for (size_t i = 0; i < count; ++i) {
        const PatternNode* item = p->patterns[i];
        if (item->kind == Kind::kMatchStar) {
            if (star != count) return fail("multiple starred names in sequence pattern", at);
            star = i;
            star_wildcard = is_star_wildcard(item);
            only_wildcards &= star_wildcard;
            continue;
        }
        only_wildcards &= is_wildcard(item);
    }
    ++pc.on_top;
    emit(Op::MATCH_SEQUENCE, at);
    jump_to_fail(pc, Op::POP_JUMP_IF_FALSE, at);
    if (star == count) {
        emit(Op::GET_LEN, at);
        load(int_constant(static_cast<int64_t>(count)), at);
        emit(Op::COMPARE_OP, at, static_cast<uint32_t>(python::CompareOperator::Equal));
        jump_to_fail(pc, Op::POP_JUMP_IF_FALSE, at);
    } else if (count > 1) {
        emit(Op::GET_LEN, at);
        load(int_constant(static_cast<int64_t>(count) - 1), at);
        emit(Op::COMPARE_OP, at, static_cast<uint32_t>(python::CompareOperator::GreaterEqual));
        jump_to_fail(pc, Op::POP_JUMP_IF_FALSE, at);
    }
    --pc.on_top;
    if (only_wildcards) emit(Op::POP_TOP, at);
    else if (star_wildcard) sequence_by_subscript(p->patterns, at, star, pc);
    else sequence_by_unpacking(p->patterns, at, pc);
}

void Emitter::sequence_by_unpacking(const Seq<PatternNode*>& patterns, const SourceRange& at, PatternContext& pc) {
    const size_t count = patterns.size();
    size_t star = count;
    for (size_t i = 0; i < count; ++i)
        if (patterns[i]->kind == Kind::kMatchStar) star = i;
    if (star == count) {
        emit(Op::UNPACK_SEQUENCE, at, static_cast<uint32_t>(count));
    } else {
        if (star > kMaxHalf || count - star - 1 > kMaxHalf)
            return fail("too many expressions in star-unpacking sequence pattern", at);
        emit(Op::UNPACK_EX, at, static_cast<uint32_t>(star | (count - star - 1) << 12));
    }
    pc.on_top += count;
    for (PatternNode* item : patterns) {
        --pc.on_top;
        sub_pattern(item, pc);
    }
}

/// `[a, *_, b]`: nobody wants the middle, so items are taken by index.
void Emitter::sequence_by_subscript(const Seq<PatternNode*>& patterns, const SourceRange& at, size_t star, PatternContext& pc) {
    ++pc.on_top;
    const size_t count = patterns.size();
    for (size_t i = 0; i < count; ++i) {
        if (i == star || is_wildcard(patterns[i])) continue;
        emit(Op::COPY, at, 1);
        if (i < star) {
            load(int_constant(static_cast<int64_t>(i)), at);
        } else {
            emit(Op::GET_LEN, at);
            load(int_constant(static_cast<int64_t>(count - i)), at);
            emit(Op::BINARY_OP, at, static_cast<uint32_t>(BinaryOperator::Subtract));
        }
        emit(Op::BINARY_SUBSCR, at);
        sub_pattern(patterns[i], pc);
    }
    --pc.on_top;
    emit(Op::POP_TOP, at);
}

void Emitter::pattern_mapping(const MatchMapping* p, PatternContext& pc) {
    const SourceRange& at = p->range;
    const size_t count = p->keys.size();
    ++pc.on_top;
    emit(Op::MATCH_MAPPING, at);
    jump_to_fail(pc, Op::POP_JUMP_IF_FALSE, at);
    if (count == 0 && !p->rest.data()) {
        --pc.on_top;
        return emit(Op::POP_TOP, at);
    }
    if (count > 0) {
        emit(Op::GET_LEN, at);
        load(int_constant(static_cast<int64_t>(count)), at);
        emit(Op::COMPARE_OP, at, static_cast<uint32_t>(python::CompareOperator::GreaterEqual));
        jump_to_fail(pc, Op::POP_JUMP_IF_FALSE, at);
    }
    std::vector<const Constant*> seen;
    for (ExprNode* key : p->keys) {
        if (const Constant* value = folder_.fold(key)) {
            for (const Constant* other : seen)
                if (equal_keys(*value, *other))
                    return fail("mapping pattern checks duplicate key (" + python_repr(*value) + ")", at);
            seen.push_back(value);
        } else if (key->kind != Kind::kAttribute) {
            return fail("mapping pattern keys may only match literals and attribute lookups", at);
        }
        expression(key);
    }
    emit(Op::BUILD_TUPLE, at, static_cast<uint32_t>(count));
    emit(Op::MATCH_KEYS, at);  // [subject, keys, values]
    pc.on_top += 2;
    emit(Op::COPY, at, 1);
    jump_to_fail(pc, Op::POP_JUMP_IF_NONE, at);
    emit(Op::UNPACK_SEQUENCE, at, static_cast<uint32_t>(count));
    pc.on_top += count - 1;
    for (PatternNode* item : p->patterns) {
        --pc.on_top;
        sub_pattern(item, pc);
    }
    pc.on_top -= 2;
    if (p->rest.data()) {
        // [subject, keys] -> dict(subject) without the keys
        emit(Op::BUILD_MAP, at, 0);
        emit(Op::SWAP, at, 3);
        emit(Op::DICT_UPDATE, at, 2);
        emit(Op::UNPACK_SEQUENCE, at, static_cast<uint32_t>(count));
        for (size_t left = count; left > 0; --left) {
            emit(Op::COPY, at, static_cast<uint32_t>(left) + 1);
            emit(Op::SWAP, at, 2);
            emit(Op::DELETE_SUBSCR, at);
        }
        return pattern_store(names_.intern(p->rest), at, pc);
    }
    emit(Op::POP_TOP, at);
    emit(Op::POP_TOP, at);
}

void Emitter::pattern_class(const MatchClass* p, PatternContext& pc) {
    const SourceRange& at = p->range;
    const size_t positional = p->patterns.size(), keywords = p->kwd_attrs.size();
    for (size_t i = 0; i < keywords; ++i) {
        const SourceRange& here = p->kwd_patterns[i]->range;
        if (!assignable(p->kwd_attrs[i], Context::kStore, here)) return;
        for (size_t j = i + 1; j < keywords; ++j)
            if (p->kwd_attrs[j] == p->kwd_attrs[i])
                return fail("attribute name repeated in class pattern: " + std::string(p->kwd_attrs[j]),
                            p->kwd_patterns[j]->range);
    }
    expression(p->cls);
    std::vector<Constant> attributes;
    for (std::string_view attribute : p->kwd_attrs) attributes.push_back(str_constant(attribute));
    load(tuple_constant(std::move(attributes)), at);
    emit(Op::MATCH_CLASS, at, static_cast<uint32_t>(positional));
    emit(Op::COPY, at, 1);
    ++pc.on_top;
    jump_to_fail(pc, Op::POP_JUMP_IF_NONE, at);
    emit(Op::UNPACK_SEQUENCE, at, static_cast<uint32_t>(positional + keywords));
    pc.on_top += positional + keywords - 1;
    for (size_t i = 0; i < positional + keywords; ++i) {
        --pc.on_top;
        const PatternNode* item = i < positional ? p->patterns[i] : p->kwd_patterns[i - positional];
        if (is_wildcard(item)) {
            emit(Op::POP_TOP, at);
            continue;
        }
        sub_pattern(item, pc);
    }
}

/// All alternatives bind the same names; their values are brought into the order of the first.
void Emitter::pattern_or(const MatchOr* p, PatternContext& pc) {
    const SourceRange& at = p->range;
    const Label end = label();
    const size_t count = p->patterns.size();
    std::vector<NameId> control;
    PatternContext outer = std::move(pc);
    for (size_t i = 0; i < count; ++i) {
        const PatternNode* alternative = p->patterns[i];
        pc = PatternContext{};
        pc.allow_irrefutable = i + 1 == count && outer.allow_irrefutable;
        emit(Op::COPY, alternative->range, 1);
        pattern(alternative, pc);
        if (failed()) return;
        const size_t stores = pc.stores.size();
        if (i == 0) {
            control = pc.stores;
        } else if (stores != control.size()) {
            return fail("alternative patterns bind different names", at);
        } else {
            for (size_t want = stores; want-- > 0;) {
                auto found = std::find(pc.stores.begin(), pc.stores.end(), control[want]);
                if (found == pc.stores.end()) return fail("alternative patterns bind different names", at);
                const size_t have = static_cast<size_t>(found - pc.stores.begin());
                if (have == want) continue;
                // Turn the stack (and the list) until `have` is at `want`.
                const size_t turns = have + 1;
                std::rotate(pc.stores.begin(), pc.stores.begin() + static_cast<ptrdiff_t>(turns),
                            pc.stores.begin() + static_cast<ptrdiff_t>(want) + 1);
                for (size_t t = 0; t < turns; ++t)
                    for (size_t k = want + 2; k-- > 2;) emit(Op::SWAP, alternative->range, static_cast<uint32_t>(k));
            }
        }
        emit_jump(Op::JUMP, end, alternative->range);
        bind_fail_labels(pc, alternative->range);
    }
    pc = std::move(outer);
    // No alternative has matched: the subject is still there.
    emit(Op::POP_TOP, at);
    jump_to_fail(pc, Op::JUMP, at);
    bind(end);
    // [captures.., subject, new captures..] -> [captures.., new captures..]
    const size_t stores = control.size();
    const size_t rotations = stores + 1 + pc.on_top + pc.stores.size();
    for (NameId captured : control) {
        for (size_t k = rotations; k > 1; --k) emit(Op::SWAP, at, static_cast<uint32_t>(k));
        if (std::find(pc.stores.begin(), pc.stores.end(), captured) != pc.stores.end())
            return fail("multiple assignments to name '" + std::string(names_.text(captured)) + "' in pattern", at);
        pc.stores.push_back(captured);
    }
    emit(Op::POP_TOP, at);
}

namespace {

using Value = python::Constant;

std::string python_repr(const Value& value) {
    switch (value.kind) {
        case Value::Kind::None: return "None";
        case Value::Kind::True: return "True";
        case Value::Kind::False: return "False";
        case Value::Kind::Int: return std::to_string(value.integer);
        case Value::Kind::BigInt: return value.text;
        case Value::Kind::Str: return quoted_repr(value.text);
        case Value::Kind::Bytes: return "b" + quoted_repr(value.text);
        default: return "...";
    }
}

/// As `==` has it: 1, 1.0 and True are one key.
bool equal_keys(const Value& left, const Value& right) {
    auto number = [](const Value& value, double& out) {
        switch (value.kind) {
            case Value::Kind::True: out = 1; return true;
            case Value::Kind::False: out = 0; return true;
            case Value::Kind::Int: out = static_cast<double>(value.integer); return true;
            case Value::Kind::Float: out = value.real; return true;
            default: return false;
        }
    };
    double l = 0, r = 0;
    if (left.kind != right.kind && number(left, l) && number(right, r)) return l == r;
    return left.same(right);
}

}  // namespace

}  // namespace loopscope::python
