// SPDX-License-Identifier: MIT
#include "python/compiler/unparse.h"

#include <cmath>

#include "python/compiler/constant_fold.h"
#include "python/number/float_text.h"

namespace loopscope::python {

namespace {

using namespace ast;

/// How tightly an expression binds; an operand that binds less tightly than its place asks for gets parentheses.
enum Level {
    kTuple_, kTest, kOr_, kAnd_, kNot_, kComparison, kBitOr_, kBitXor_, kBitAnd_, kShift, kArithmetic, kTerm, kFactor,
    kPower, kAwait_, kAtom,
};

struct OperatorText {
    const char* text;
    Level level;
    bool right_to_left = false;
};

OperatorText text_of(Operator op) {
    switch (op) {
        case Operator::kAdd: return {" + ", kArithmetic};
        case Operator::kSub: return {" - ", kArithmetic};
        case Operator::kMult: return {" * ", kTerm};
        case Operator::kMatMult: return {" @ ", kTerm};
        case Operator::kDiv: return {" / ", kTerm};
        case Operator::kMod: return {" % ", kTerm};
        case Operator::kLShift: return {" << ", kShift};
        case Operator::kRShift: return {" >> ", kShift};
        case Operator::kBitOr: return {" | ", kBitOr_};
        case Operator::kBitXor: return {" ^ ", kBitXor_};
        case Operator::kBitAnd: return {" & ", kBitAnd_};
        case Operator::kFloorDiv: return {" // ", kTerm};
        case Operator::kPow: return {" ** ", kPower, true};
    }
    return {" + ", kArithmetic};
}

const char* text_of(ast::CompareOperator op) {
    switch (op) {
        case ast::CompareOperator::kEq: return " == ";
        case ast::CompareOperator::kNotEq: return " != ";
        case ast::CompareOperator::kLt: return " < ";
        case ast::CompareOperator::kLtE: return " <= ";
        case ast::CompareOperator::kGt: return " > ";
        case ast::CompareOperator::kGtE: return " >= ";
        case ast::CompareOperator::kIs: return " is ";
        case ast::CompareOperator::kIsNot: return " is not ";
        case ast::CompareOperator::kIn: return " in ";
        case ast::CompareOperator::kNotIn: return " not in ";
    }
    return "";
}

std::string float_text(double value) { return std::isinf(value) ? "1e309" : float_repr(value); }

class Unparser {
public:
    std::string take() { return std::move(out_); }

    void expression(const ExprNode* node, int level) {
        if (!node) return;
        if (++depth_ > 400) {
            out_ += "...";
        } else {
            dispatch(node, level);
        }
        --depth_;
    }

private:
    struct Parentheses {
        Parentheses(std::string& out, bool needed) : out_(out), needed_(needed) {
            if (needed_) out_ += '(';
        }
        ~Parentheses() {
            if (needed_) out_ += ')';
        }
        std::string& out_;
        bool needed_;
    };

    void list(const Exprs& items, int level = kTest) {
        for (size_t i = 0; i < items.size(); ++i) {
            if (i > 0) out_ += ", ";
            expression(items[i], level);
        }
    }

    void dispatch(const ExprNode* node, int level) {
        switch (node->kind) {
            case Kind::kBoolOp: {
                auto* e = as<BoolOp>(node);
                const int own = e->op == BoolOperator::kAnd ? kAnd_ : kOr_;
                Parentheses group(out_, level > own);
                for (size_t i = 0; i < e->values.size(); ++i) {
                    if (i > 0) out_ += e->op == BoolOperator::kAnd ? " and " : " or ";
                    expression(e->values[i], own + 1);
                }
                return;
            }
            case Kind::kNamedExpr: {
                auto* e = as<NamedExpr>(node);
                Parentheses group(out_, level > kTuple_);
                expression(e->target, kAtom);
                out_ += " := ";
                return expression(e->value, kAtom);
            }
            case Kind::kBinOp: {
                auto* e = as<BinOp>(node);
                const OperatorText op = text_of(e->op);
                Parentheses group(out_, level > op.level);
                expression(e->left, op.level + (op.right_to_left ? 1 : 0));
                out_ += op.text;
                return expression(e->right, op.level + (op.right_to_left ? 0 : 1));
            }
            case Kind::kUnaryOp: {
                auto* e = as<UnaryOp>(node);
                const int own = e->op == UnaryOperator::kNot ? kNot_ : kFactor;
                Parentheses group(out_, level > own);
                switch (e->op) {
                    case UnaryOperator::kInvert: out_ += '~'; break;
                    case UnaryOperator::kNot: out_ += "not "; break;
                    case UnaryOperator::kUAdd: out_ += '+'; break;
                    case UnaryOperator::kUSub: out_ += '-'; break;
                }
                return expression(e->operand, own);
            }
            case Kind::kLambda: {
                auto* e = as<Lambda>(node);
                Parentheses group(out_, level > kTest);
                // CPython leaves no space before a star.
                out_ += e->args->posonlyargs.empty() && e->args->args.empty() ? "lambda" : "lambda ";
                arguments(e->args);
                out_ += ": ";
                return expression(e->body, kTest);
            }
            case Kind::kIfExp: {
                auto* e = as<IfExp>(node);
                Parentheses group(out_, level > kTest);
                expression(e->body, kTest + 1);
                out_ += " if ";
                expression(e->test, kTest + 1);
                out_ += " else ";
                return expression(e->orelse, kTest);
            }
            case Kind::kDict: {
                auto* e = as<Dict>(node);
                out_ += '{';
                for (size_t i = 0; i < e->values.size(); ++i) {
                    if (i > 0) out_ += ", ";
                    if (e->keys[i]) {
                        expression(e->keys[i], kTest);
                        out_ += ": ";
                        expression(e->values[i], kTest);
                    } else {
                        out_ += "**";
                        expression(e->values[i], kBitOr_);
                    }
                }
                out_ += '}';
                return;
            }
            case Kind::kSet:
                out_ += '{';
                list(as<Set>(node)->elts);
                out_ += '}';
                return;
            case Kind::kListComp: return comprehension('[', as<ListComp>(node), ']');
            case Kind::kSetComp: return comprehension('{', as<SetComp>(node), '}');
            case Kind::kGeneratorExp: return comprehension('(', as<GeneratorExp>(node), ')');
            case Kind::kDictComp: {
                auto* e = as<DictComp>(node);
                out_ += '{';
                expression(e->key, kTest);
                out_ += ": ";
                expression(e->value, kTest);
                generators(e->generators);
                out_ += '}';
                return;
            }
            case Kind::kAwait: {
                Parentheses group(out_, level > kAwait_);
                out_ += "await ";
                return expression(as<Await>(node)->value, kAtom);
            }
            case Kind::kYield: {
                auto* e = as<Yield>(node);
                out_ += e->value ? "(yield " : "(yield";
                expression(e->value, kTest);
                out_ += ')';
                return;
            }
            case Kind::kYieldFrom:
                out_ += "(yield from ";
                expression(as<YieldFrom>(node)->value, kTest);
                out_ += ')';
                return;
            case Kind::kCompare: {
                auto* e = as<Compare>(node);
                Parentheses group(out_, level > kComparison);
                expression(e->left, kComparison + 1);
                for (size_t i = 0; i < e->ops.size(); ++i) {
                    out_ += text_of(e->ops[i]);
                    expression(e->comparators[i], kComparison + 1);
                }
                return;
            }
            case Kind::kCall: return call(as<Call>(node));
            case Kind::kJoinedStr: return joined(as<JoinedStr>(node));
            case Kind::kFormattedValue: {
                std::string inner;
                formatted(as<FormattedValue>(node), inner);
                out_ += "f" + quoted(inner);
                return;
            }
            case Kind::kConstant: return constant(as<ast::Constant>(node));
            case Kind::kAttribute: {
                auto* e = as<Attribute>(node);
                expression(e->value, kAtom);
                auto* number = dyn<ast::Constant>(e->value);
                if (number && number->value_kind == ConstantKind::kInt) out_ += ' ';
                out_ += '.';
                out_ += e->attr;
                return;
            }
            case Kind::kSubscript: {
                auto* e = as<Subscript>(node);
                expression(e->value, kAtom);
                out_ += '[';
                expression(e->slice, kTuple_);
                out_ += ']';
                return;
            }
            case Kind::kStarred:
                out_ += '*';
                return expression(as<Starred>(node)->value, kBitOr_);
            case Kind::kName: out_ += as<Name>(node)->id; return;
            case Kind::kList:
                out_ += '[';
                list(as<List>(node)->elts);
                out_ += ']';
                return;
            case Kind::kTuple: {
                const Exprs& items = as<Tuple>(node)->elts;
                if (items.empty()) {
                    out_ += "()";
                    return;
                }
                Parentheses group(out_, level > kTuple_);
                list(items);
                if (items.size() == 1) out_ += ',';
                return;
            }
            case Kind::kSlice: {
                auto* e = as<Slice>(node);
                expression(e->lower, kTest);
                out_ += ':';
                expression(e->upper, kTest);
                if (e->step) {
                    out_ += ':';
                    expression(e->step, kTest);
                }
                return;
            }
            default: return;
        }
    }

    void comprehension(char open, const ComprehensionNode* e, char close) {
        out_ += open;
        expression(e->elt, kTest);
        generators(e->generators);
        out_ += close;
    }

    void generators(const Seq<Comprehension*>& all) {
        for (Comprehension* generator : all) {
            out_ += generator->is_async ? " async for " : " for ";
            expression(generator->target, kTuple_);
            out_ += " in ";
            expression(generator->iter, kTest + 1);
            for (ExprNode* condition : generator->ifs) {
                out_ += " if ";
                expression(condition, kTest + 1);
            }
        }
    }

    void call(const Call* e) {
        expression(e->func, kAtom);
        if (e->args.size() == 1 && e->keywords.empty() && e->args[0]->kind == Kind::kGeneratorExp)
            return expression(e->args[0], kTest);
        out_ += '(';
        bool first = true;
        for (ExprNode* arg : e->args) {
            if (!first) out_ += ", ";
            first = false;
            expression(arg, kTest);
        }
        for (Keyword* keyword : e->keywords) {
            if (!first) out_ += ", ";
            first = false;
            if (keyword->arg.data()) {
                out_ += keyword->arg;
                out_ += '=';
            } else {
                out_ += "**";
            }
            expression(keyword->value, kTest);
        }
        out_ += ')';
    }

    void arguments(const Arguments* args) {
        bool first = true;
        auto separate = [&] {
            if (!first) out_ += ", ";
            first = false;
        };
        auto parameter = [&](const Arg* arg) {
            out_ += arg->arg;
            if (!arg->annotation) return;
            out_ += ": ";
            expression(arg->annotation, kTest);
        };
        const size_t positional = args->posonlyargs.size() + args->args.size();
        for (size_t i = 0; i < positional; ++i) {
            separate();
            const size_t before = args->posonlyargs.size();
            parameter(i < before ? args->posonlyargs[i] : args->args[i - before]);
            const size_t required = positional - args->defaults.size();
            if (i >= required) {
                out_ += '=';
                expression(args->defaults[i - required], kTest);
            }
            if (before > 0 && i + 1 == before) out_ += ", /";
        }
        if (args->vararg || !args->kwonlyargs.empty()) {
            separate();
            out_ += '*';
            if (args->vararg) parameter(args->vararg);
        }
        for (size_t i = 0; i < args->kwonlyargs.size(); ++i) {
            separate();
            parameter(args->kwonlyargs[i]);
            if (args->kw_defaults[i]) {
                out_ += '=';
                expression(args->kw_defaults[i], kTest);
            }
        }
        if (args->kwarg) {
            separate();
            out_ += "**";
            parameter(args->kwarg);
        }
    }

    void constant(const ast::Constant* node) {
        switch (node->value_kind) {
            case ConstantKind::kNone: out_ += "None"; return;
            case ConstantKind::kTrue: out_ += "True"; return;
            case ConstantKind::kFalse: out_ += "False"; return;
            case ConstantKind::kEllipsis: out_ += "..."; return;
            case ConstantKind::kInt:
                out_ += node->fits_int64 ? std::to_string(node->integer) : decimal_digits(node->text, node->base);
                return;
            case ConstantKind::kFloat: out_ += float_text(node->number); return;
            case ConstantKind::kImaginary: {
                std::string text = float_text(node->number);
                if (text.ends_with(".0")) text.resize(text.size() - 2);
                out_ += text + "j";
                return;
            }
            case ConstantKind::kStr:
                if (node->u_prefix) out_ += 'u';
                out_ += quoted(node->text);
                return;
            case ConstantKind::kBytes: out_ += "b" + quoted(node->text, true); return;
        }
    }

    void joined(const JoinedStr* e) {
        std::string inner;
        parts(e, inner);
        out_ += "f" + quoted(inner);
    }

    void parts(const JoinedStr* e, std::string& inner) {
        for (ExprNode* part : e->values) {
            if (auto* text = dyn<ast::Constant>(part)) {
                for (char c : text->text) {
                    inner += c;
                    if (c == '{' || c == '}') inner += c;
                }
            } else if (auto* value = dyn<FormattedValue>(part)) {
                formatted(value, inner);
            } else if (auto* nested = dyn<JoinedStr>(part)) {
                parts(nested, inner);
            }
        }
    }

    void formatted(const FormattedValue* e, std::string& inner) {
        Unparser nested;
        nested.depth_ = depth_;
        nested.expression(e->value, kTest + 1);
        const std::string text = nested.take();
        inner += text.starts_with('{') ? "{ " : "{";
        inner += text;
        if (e->conversion > 0) {
            inner += '!';
            inner += static_cast<char>(e->conversion);
        }
        if (auto* spec = dyn<JoinedStr>(e->format_spec)) {
            inner += ':';
            parts(spec, inner);
        }
        inner += '}';
    }

    /// repr() of a str or bytes.
    static std::string quoted(std::string_view text, bool bytes = false) {
        const bool single = text.find('\'') != std::string_view::npos;
        const char quote = single && text.find('"') == std::string_view::npos ? '"' : '\'';
        std::string out(1, quote);
        constexpr char kHex[] = "0123456789abcdef";
        for (size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            const unsigned char byte = static_cast<unsigned char>(c);
            if (c == quote || c == '\\') {
                out += '\\';
                out += c;
            } else if (c == '\n') {
                out += "\\n";
            } else if (c == '\r') {
                out += "\\r";
            } else if (c == '\t') {
                out += "\\t";
            } else if (!bytes && byte == 0xED && i + 2 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0xA0) {
                // A surrogate on its own.
                const unsigned low = static_cast<unsigned char>(text[i + 2]) & 0x3F;
                const unsigned middle = static_cast<unsigned char>(text[i + 1]) & 0x3F;
                out += "\\ud";
                out += kHex[middle >> 2];
                out += kHex[(middle & 3) << 2 | low >> 4];
                out += kHex[low & 15];
                i += 2;
            } else if (byte < 0x20 || byte == 0x7F || (bytes && byte > 0x7F)) {
                out += "\\x";
                out += kHex[byte >> 4];
                out += kHex[byte & 15];
            } else {
                out += c;
            }
        }
        return out + quote;
    }

    std::string out_;
    int depth_ = 0;
};

}  // namespace

std::string unparse(const ast::ExprNode* node) {
    Unparser unparser;
    unparser.expression(node, kTest);
    return unparser.take();
}

}  // namespace loopscope::python
