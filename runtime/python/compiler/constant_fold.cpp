// SPDX-License-Identifier: MIT
#include "python/compiler/constant_fold.h"

#include <cmath>
#include <limits>

namespace loopscope::python {

namespace {

using Kind = Constant::Kind;

constexpr size_t kMaxText = 4096;
constexpr size_t kMaxItems = 256;

Constant simple(Kind kind) {
    Constant value;
    value.kind = kind;
    return value;
}

Constant float_constant(double real) {
    Constant value = simple(Kind::Float);
    value.real = real;
    return value;
}

Constant complex_constant(double real, double imaginary) {
    Constant value = simple(Kind::Complex);
    value.real = real;
    value.imaginary = imaginary;
    return value;
}

Constant bool_constant(bool value) { return simple(value ? Kind::True : Kind::False); }

bool is_number(const Constant& value) {
    return value.kind == Kind::Int || value.kind == Kind::Float || value.kind == Kind::Complex;
}

double as_double(const Constant& value) {
    return value.kind == Kind::Int ? static_cast<double>(value.integer) : value.real;
}

bool exact_as_double(int64_t value) { return value > -(int64_t{1} << 53) && value < int64_t{1} << 53; }

bool floor_divide(int64_t left, int64_t right, int64_t& quotient, int64_t& remainder) {
    if (right == 0 || (left == std::numeric_limits<int64_t>::min() && right == -1)) return false;
    quotient = left / right;
    remainder = left % right;
    if (remainder != 0 && (remainder < 0) != (right < 0)) {
        --quotient;
        remainder += right;
    }
    return true;
}

bool power(int64_t base, int64_t exponent, int64_t& result) {
    if (exponent < 0 || exponent > 128) return false;
    result = 1;
    for (int64_t i = 0; i < exponent; ++i)
        if (__builtin_mul_overflow(result, base, &result)) return false;
    return true;
}

bool integers(ast::Operator op, int64_t left, int64_t right, Constant& out) {
    int64_t result = 0, other = 0;
    bool good = false;
    switch (op) {
        case ast::Operator::kAdd: good = !__builtin_add_overflow(left, right, &result); break;
        case ast::Operator::kSub: good = !__builtin_sub_overflow(left, right, &result); break;
        case ast::Operator::kMult: good = !__builtin_mul_overflow(left, right, &result); break;
        case ast::Operator::kPow: good = power(left, right, result); break;
        case ast::Operator::kFloorDiv: good = floor_divide(left, right, result, other); break;
        case ast::Operator::kMod: good = floor_divide(left, right, other, result); break;
        case ast::Operator::kLShift:
            good = right >= 0 && right < 63 && !__builtin_mul_overflow(left, int64_t{1} << right, &result);
            break;
        case ast::Operator::kRShift:
            good = right >= 0;
            if (good) result = left >> std::min<int64_t>(right, 63);
            break;
        case ast::Operator::kBitAnd: good = true, result = left & right; break;
        case ast::Operator::kBitOr: good = true, result = left | right; break;
        case ast::Operator::kBitXor: good = true, result = left ^ right; break;
        case ast::Operator::kDiv:
            if (right == 0 || !exact_as_double(left) || !exact_as_double(right)) return false;
            out = float_constant(static_cast<double>(left) / static_cast<double>(right));
            return true;
        default: return false;
    }
    if (good) out = int_constant(result);
    return good;
}

bool floats(ast::Operator op, double left, double right, Constant& out) {
    switch (op) {
        case ast::Operator::kAdd: out = float_constant(left + right); return true;
        case ast::Operator::kSub: out = float_constant(left - right); return true;
        case ast::Operator::kMult: out = float_constant(left * right); return true;
        case ast::Operator::kDiv:
            if (right == 0) return false;
            out = float_constant(left / right);
            return true;
        default: return false;
    }
}

bool repeat(const Constant& what, int64_t times, Constant& out) {
    if (times < 0) times = 0;
    const size_t length = what.kind == Kind::Tuple ? what.items.size() : what.text.size();
    const size_t limit = what.kind == Kind::Tuple ? kMaxItems : kMaxText;
    if (length != 0 && static_cast<uint64_t>(times) > limit / length) return false;
    if (length == 0) times = 0;
    out = simple(what.kind);
    for (int64_t i = 0; i < times; ++i) {
        out.text += what.text;
        out.items.insert(out.items.end(), what.items.begin(), what.items.end());
    }
    return true;
}

bool sequences(ast::Operator op, const Constant& left, const Constant& right, Constant& out) {
    auto is_sequence = [](const Constant& value) {
        return value.kind == Kind::Str || value.kind == Kind::Bytes || value.kind == Kind::Tuple;
    };
    if (op == ast::Operator::kMult) {
        if (is_sequence(left) && right.kind == Kind::Int) return repeat(left, right.integer, out);
        if (is_sequence(right) && left.kind == Kind::Int) return repeat(right, left.integer, out);
        return false;
    }
    if (op != ast::Operator::kAdd || left.kind != right.kind || !is_sequence(left)) return false;
    out = left;
    out.text += right.text;
    out.items.insert(out.items.end(), right.items.begin(), right.items.end());
    return true;
}

}  // namespace

std::string decimal_digits(std::string_view digits, unsigned base) {
    if (base == 10) return std::string(digits);
    constexpr uint32_t kLimb = 1000000000;
    std::vector<uint32_t> limbs;  // least significant first
    for (char c : digits) {
        uint64_t carry = static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
        for (uint32_t& limb : limbs) {
            carry += uint64_t{limb} * base;
            limb = static_cast<uint32_t>(carry % kLimb);
            carry /= kLimb;
        }
        if (carry) limbs.push_back(static_cast<uint32_t>(carry));
    }
    std::string text = limbs.empty() ? "0" : std::to_string(limbs.back());
    for (size_t i = limbs.size(); i-- > 1;) {
        std::string part = std::to_string(limbs[i - 1]);
        text.append(9 - part.size(), '0');
        text += part;
    }
    return text;
}

Constant none_constant() { return {}; }

Constant int_constant(int64_t value) {
    Constant constant = simple(Kind::Int);
    constant.integer = value;
    return constant;
}

Constant str_constant(std::string_view text) {
    Constant constant = simple(Kind::Str);
    constant.text = text;
    return constant;
}

Constant tuple_constant(std::vector<Constant> items) {
    Constant constant = simple(Kind::Tuple);
    constant.items = std::move(items);
    return constant;
}

bool is_true(const Constant& value) {
    switch (value.kind) {
        case Kind::None:
        case Kind::False: return false;
        case Kind::Int: return value.integer != 0;
        case Kind::Float: return value.real != 0;
        case Kind::Complex: return value.real != 0 || value.imaginary != 0;
        case Kind::Str:
        case Kind::Bytes: return !value.text.empty();
        case Kind::Tuple:
        case Kind::FrozenSet: return !value.items.empty();
        default: return true;
    }
}

const Constant* ConstantFolder::fold(const ast::ExprNode* node) {
    switch (node->kind) {
        case ast::Kind::kConstant:
        case ast::Kind::kUnaryOp:
        case ast::Kind::kBinOp:
        case ast::Kind::kTuple: break;
        case ast::Kind::kName:
            if (ast::as<ast::Name>(node)->id != "__debug__" ||
                ast::as<ast::Name>(node)->ctx != ast::ExprContext::kLoad)
                return nullptr;
            break;
        default: return nullptr;
    }
    if (auto found = known_.find(node); found != known_.end()) return found->second;
    const Constant* value = nullptr;
    switch (node->kind) {
        case ast::Kind::kConstant: value = literal(ast::as<ast::Constant>(node)); break;
        case ast::Kind::kUnaryOp: value = unary(ast::as<ast::UnaryOp>(node)); break;
        case ast::Kind::kBinOp: value = binary(ast::as<ast::BinOp>(node)); break;
        case ast::Kind::kTuple:
            if (ast::as<ast::Tuple>(node)->ctx == ast::ExprContext::kLoad)
                value = fold_all(ast::as<ast::Tuple>(node)->elts, Kind::Tuple);
            break;
        default: value = keep(bool_constant(debug_)); break;
    }
    known_[node] = value;
    return value;
}

const Constant* ConstantFolder::fold_all(const ast::Exprs& items, Constant::Kind kind) {
    for (const ast::ExprNode* item : items)
        if (!fold(item)) return nullptr;
    Constant all = simple(kind);
    for (const ast::ExprNode* item : items) all.items.push_back(*fold(item));
    return keep(std::move(all));
}

const Constant* ConstantFolder::literal(const ast::Constant* node) {
    using ast::ConstantKind;
    switch (node->value_kind) {
        case ConstantKind::kNone: return keep(simple(Kind::None));
        case ConstantKind::kTrue: return keep(simple(Kind::True));
        case ConstantKind::kFalse: return keep(simple(Kind::False));
        case ConstantKind::kEllipsis: return keep(simple(Kind::Ellipsis));
        case ConstantKind::kInt: {
            if (node->fits_int64) return keep(int_constant(node->integer));
            Constant value = simple(Kind::BigInt);
            value.text = decimal_digits(node->text, node->base);
            return keep(std::move(value));
        }
        case ConstantKind::kFloat: return keep(float_constant(node->number));
        case ConstantKind::kImaginary: return keep(complex_constant(0, node->number));
        case ConstantKind::kStr: return keep(str_constant(node->text));
        case ConstantKind::kBytes: {
            Constant value = simple(Kind::Bytes);
            value.text = node->text;
            return keep(std::move(value));
        }
    }
    return nullptr;
}

const Constant* ConstantFolder::unary(const ast::UnaryOp* node) {
    const Constant* operand = fold(node->operand);
    if (!operand) return nullptr;
    switch (node->op) {
        case ast::UnaryOperator::kNot: return keep(bool_constant(!is_true(*operand)));
        case ast::UnaryOperator::kInvert:
            return operand->kind == Kind::Int ? keep(int_constant(~operand->integer)) : nullptr;
        case ast::UnaryOperator::kUAdd: return is_number(*operand) || operand->kind == Kind::BigInt ? operand : nullptr;
        case ast::UnaryOperator::kUSub: break;
    }
    switch (operand->kind) {
        case Kind::Int:
            if (operand->integer == std::numeric_limits<int64_t>::min()) return nullptr;
            return keep(int_constant(-operand->integer));
        case Kind::BigInt: {
            if (operand->text == "9223372036854775808") return keep(int_constant(std::numeric_limits<int64_t>::min()));
            Constant value = *operand;
            if (value.text[0] == '-') value.text.erase(0, 1);
            else value.text.insert(0, 1, '-');
            return keep(std::move(value));
        }
        case Kind::Float: return keep(float_constant(-operand->real));
        case Kind::Complex: return keep(complex_constant(-operand->real, -operand->imaginary));
        default: return nullptr;
    }
}

/// Sums lean to the left: the left spine is walked upwards, so that its depth does not matter.
const Constant* ConstantFolder::binary(const ast::BinOp* node) {
    std::vector<const ast::BinOp*> spine;
    const ast::ExprNode* bottom = node;
    while (auto* inner = ast::dyn<ast::BinOp>(bottom)) {
        if (inner != node && known_.count(inner)) break;
        spine.push_back(inner);
        bottom = inner->left;
    }
    const Constant* left = fold(bottom);
    for (size_t i = spine.size(); i-- > 0;) {
        const Constant* right = left ? fold(spine[i]->right) : nullptr;
        const Constant* value = nullptr;
        if (left && right) {
            Constant out;
            const ast::Operator op = spine[i]->op;
            bool good = false;
            if (left->kind == Kind::Int && right->kind == Kind::Int) {
                good = integers(op, left->integer, right->integer, out);
            } else if (is_number(*left) && is_number(*right)) {
                const bool complex = left->kind == Kind::Complex || right->kind == Kind::Complex;
                const bool exact = (left->kind != Kind::Int || exact_as_double(left->integer)) &&
                                   (right->kind != Kind::Int || exact_as_double(right->integer));
                if (!complex) {
                    good = exact && floats(op, as_double(*left), as_double(*right), out);
                } else if (exact && op == ast::Operator::kAdd) {
                    good = true;
                    out = complex_constant(as_double(*left) + as_double(*right), left->imaginary + right->imaginary);
                } else if (exact && op == ast::Operator::kSub) {
                    good = true;
                    out = complex_constant(as_double(*left) - as_double(*right), left->imaginary - right->imaginary);
                }
            } else {
                good = sequences(op, *left, *right, out);
            }
            if (good) value = keep(std::move(out));
        }
        known_[spine[i]] = value;
        left = value;
    }
    return left;
}

}  // namespace loopscope::python
